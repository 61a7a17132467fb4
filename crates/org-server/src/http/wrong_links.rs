//! Patience with people who open links that lead nowhere: some, not endless.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

use super::Origin;

/// How many wrong links an address may open within the time below.
const ALLOWED: u32 = 60;

/// After this long an address begins anew.
const FORGOTTEN_AFTER: SignedDuration = SignedDuration::from_mins(1);

/// How many addresses are remembered; beyond that all begin anew.
const REMEMBERED: usize = 10_000;

/// Who opened how many wrong links, and since when.
#[derive(Debug, Default)]
pub(crate) struct WrongLinks {
    by_host: Mutex<HashMap<String, (Timestamp, u32)>>,
}

impl WrongLinks {
    /// Notes a wrong link; answers whether it is one too many.
    pub(super) fn is_too_many(&self, origin: &Origin, now: Timestamp) -> bool {
        let mut by_host = self.by_host.lock().unwrap_or_else(PoisonError::into_inner);
        if by_host.len() >= REMEMBERED {
            by_host.clear();
        }
        let (since, count) = by_host.entry(host(origin).to_owned()).or_insert((now, 0));
        if now.duration_since(*since).abs() >= FORGOTTEN_AFTER {
            (*since, *count) = (now, 0);
        }
        *count = count.saturating_add(1);
        *count > ALLOWED
    }
}

/// Without the port, which each connection has of its own.
fn host(origin: &Origin) -> &str {
    origin
        .0
        .rsplit_once(':')
        .map_or(&origin.0, |(host, _)| host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guessing_links_is_slowed_down_for_the_one_who_guesses() {
        let links = WrongLinks::default();
        let now: Timestamp = "2026-11-25T12:00:00Z".parse().unwrap();
        let from = |port: u32| Origin(format!("192.0.2.1:{port}"));
        assert!((0..ALLOWED).all(|port| !links.is_too_many(&from(port), now)));
        assert!(links.is_too_many(&from(7), now), "whatever the port");
        assert!(
            !links.is_too_many(&Origin("192.0.2.2:7".into()), now),
            "others may"
        );
        let later = now.saturating_add(FORGOTTEN_AFTER).unwrap();
        assert!(
            !links.is_too_many(&from(7), later),
            "and after a minute so may they"
        );
    }
}
