//! What can happen to one request on its way, and to its answer on the way back.

use rollcall_sync::OfflineKind;

use crate::chance::Chance;

/// What happens to one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// No connection: the server sees nothing.
    NotConnected(OfflineKind),
    /// The connection breaks before the request has arrived.
    LostBefore,
    /// The connection breaks after the server has done it.
    LostAfter,
    /// The answer comes a minute later, when nobody waits for it any more.
    Late,
    /// The answer's body ends early.
    Truncated,
    /// A gateway fails before the server has seen the request.
    FailsBefore(u16),
    /// The server does it, and then fails.
    FailsAfter(u16),
    /// The server asks to be left alone: a status, and what its `Retry-After` says.
    Busy(u16, &'static str),
    /// The token is refused this once.
    Unauthorized,
    /// A captive portal answers in the server's place.
    Portal,
    /// The network delivers the request twice; the second answer comes back.
    Doubled,
    /// The answer leads to another origin.
    Redirected,
    /// The delta token is too old, wherever one is shown; elsewhere nothing happens.
    DeltaExpired,
}

const BROKEN: [u16; 3] = [500, 502, 504];
const RETRY_AFTER: [&str; 7] = [
    "0",
    "-1",
    "3",
    "1000000000",
    "Fri, 31 Dec 1999 23:59:59 GMT",
    "soon",
    "",
];

impl Fault {
    /// Any of them.
    pub(crate) fn any(chance: &mut Chance) -> Self {
        let kind = chance.between(0, 12);
        let broken = chance.one(&BROKEN).copied().unwrap_or(500);
        match kind {
            0 => Self::NotConnected(
                chance
                    .one(&OfflineKind::ALL)
                    .copied()
                    .unwrap_or(OfflineKind::Dns),
            ),
            1 => Self::LostBefore,
            2 => Self::LostAfter,
            3 => Self::Late,
            4 => Self::Truncated,
            5 => Self::FailsBefore(broken),
            6 => Self::FailsAfter(broken),
            7 => {
                let status = if chance.percent(50) { 429 } else { 503 };
                Self::Busy(status, chance.one(&RETRY_AFTER).copied().unwrap_or("0"))
            }
            8 => Self::Unauthorized,
            9 => Self::Portal,
            10 => Self::Doubled,
            11 => Self::Redirected,
            _ => Self::DeltaExpired,
        }
    }
}
