//! The subscription: one row, where the operator has set one up.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::users::{instant, milliseconds};
use super::{StoreError, damaged};

/// What the organization pays for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// The plan's value.
    pub plan: String,
    /// How many users may have a seat; at least 1.
    pub seats: u32,
    /// Where it stands.
    pub status: Status,
    /// When its first period began; `None` in a trial.
    pub started: Option<Timestamp>,
    /// When the period ends; `None` where none is running.
    pub renews: Option<Timestamp>,
    /// When the trial ends, or ended.
    pub trial_ends: Option<Timestamp>,
    /// The plan from the next period on, where it is another one.
    pub next_plan: Option<String>,
    /// The seats from the next period on, where they are fewer.
    pub next_seats: Option<u32>,
}

/// Where a subscription stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Free of charge, until it ends.
    Trial,
    /// The trial is over.
    TrialEnded,
    /// Paid.
    Active,
    /// Paid; the next period is smaller.
    Downgrading,
    /// Paid until the period ends, and not renewed.
    Cancelling,
    /// A payment is due.
    PendingPayment,
    /// Nobody can be added until it is paid.
    Frozen,
    /// Ended.
    Cancelled,
}

impl Status {
    const NAMES: [(Self, &'static str); 8] = [
        (Self::Trial, "trial"),
        (Self::TrialEnded, "trial_ended"),
        (Self::Active, "active"),
        (Self::Downgrading, "downgrading"),
        (Self::Cancelling, "cancelling"),
        (Self::PendingPayment, "pending_payment"),
        (Self::Frozen, "frozen"),
        (Self::Cancelled, "cancelled"),
    ];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(status, _)| *status == self)
            .map_or("", |(_, name)| name)
    }

    /// Reads a value from the wire; `None` for any other text.
    #[must_use]
    pub fn from_wire(text: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(_, name)| *name == text)
            .map(|(status, _)| *status)
    }
}

/// The subscription, where there is one.
pub(crate) fn find(sql: &Connection) -> Result<Option<Subscription>, StoreError> {
    let mut find = sql.prepare_cached(
        "SELECT plan, seats, status, started, renews, trial_ends, next_plan, next_seats
         FROM subscription",
    )?;
    Ok(find.query_row([], read).optional()?)
}

/// Keeps the subscription.
pub(crate) fn put(sql: &Connection, subscription: &Subscription) -> Result<(), StoreError> {
    sql.execute(
        "INSERT OR REPLACE INTO subscription
             (one, plan, seats, status, started, renews, trial_ends, next_plan, next_seats)
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            subscription.plan,
            subscription.seats,
            subscription.status.as_str(),
            milliseconds(subscription.started),
            milliseconds(subscription.renews),
            milliseconds(subscription.trial_ends),
            subscription.next_plan,
            subscription.next_seats,
        ],
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Subscription> {
    let status: String = row.get(2)?;
    Ok(Subscription {
        plan: row.get(0)?,
        seats: row.get(1)?,
        status: Status::from_wire(&status).ok_or_else(|| damaged(2, status))?,
        started: instant(row.get(3)?),
        renews: instant(row.get(4)?),
        trial_ends: instant(row.get(5)?),
        next_plan: row.get(6)?,
        next_seats: row.get(7)?,
    })
}
