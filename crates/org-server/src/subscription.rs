//! The life of a subscription, whoever moves it on: an administrator, the operator, or the clock.
//!
//! A period is a month, counted from the day on which the first one began. What is paid for can be used
//! up: a smaller plan, fewer seats and the end begin when the period is over.

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use rollcall_policy::Seats;
use rusqlite::Connection;
use serde_json::json;

use crate::ids::Ids;
use crate::store::audit::{self, AuditLine};
use crate::store::invoices::{self, InvoiceStatus, NewInvoice};
use crate::store::plans::{self, Plan};
use crate::store::subscription::{self, Status, Subscription};
use crate::store::{StoreError, organization};

/// The audit's name for what the clock does.
const PASS: &str = "subscription.pass";

impl Subscription {
    /// How many users may have a seat: while fewer are on their way, no more than those.
    pub(crate) fn limit(&self) -> u32 {
        self.next_seats.unwrap_or(self.seats).min(self.seats)
    }

    /// How many seats are left.
    pub(crate) fn free_seats(&self, used: u64) -> u64 {
        u64::from(self.limit()).saturating_sub(used)
    }

    /// What it says to one more user.
    pub(crate) fn seats_for_one_more(&self, used: u64) -> Seats {
        match self.status {
            Status::Frozen => Seats::Frozen,
            Status::Cancelled => Seats::Cancelled,
            Status::TrialEnded => Seats::TrialEnded,
            _ if self.free_seats(used) == 0 => Seats::Taken,
            _ => Seats::Free,
        }
    }

    /// When the running period ends; `None` where none is running.
    pub(crate) fn period_ends(&self) -> Option<Timestamp> {
        use Status::{Active, Cancelling, Downgrading, PendingPayment};

        let runs = matches!(
            self.status,
            Active | Downgrading | Cancelling | PendingPayment
        );
        self.renews.filter(|_| runs)
    }

    /// One that has neither begun nor been paid for.
    pub(crate) fn unbegun(plan: &str, seats: u32) -> Self {
        Self {
            plan: plan.to_owned(),
            seats,
            status: Status::TrialEnded,
            started: None,
            renews: None,
            trial_ends: None,
            next_plan: None,
            next_seats: None,
        }
    }

    /// Whether something is paid for, or to be paid, beyond `now`.
    pub(crate) fn is_period_running(&self, now: Timestamp) -> bool {
        self.started.is_some() && self.renews.is_some_and(|ends| ends > now)
    }

    /// Whether the next period is to be smaller.
    pub(crate) fn is_to_shrink(&self) -> bool {
        self.next_plan.is_some() || self.next_seats.is_some()
    }

    /// Goes on with the period that is running, and after it as before.
    pub(crate) fn resume(&mut self) {
        self.status = Status::Active;
        self.next_plan = None;
        self.next_seats = None;
    }

    /// Begins a paid period.
    pub(crate) fn start(&mut self, now: Timestamp) {
        self.status = Status::Active;
        self.started = Some(now);
        self.renews = Some(period_end(now, now));
        self.next_plan = None;
        self.next_seats = None;
    }

    /// Ends it: when what is paid for is used up, or at once where nothing is.
    pub(crate) fn cancel(&mut self) {
        let ends = match self.status {
            Status::Active | Status::Downgrading => self.renews,
            Status::Trial => self.trial_ends,
            _ => None,
        };
        self.status = match ends {
            Some(_) => Status::Cancelling,
            None => Status::Cancelled,
        };
        self.renews = ends;
        self.next_plan = None;
        self.next_seats = None;
    }

    /// Wants this plan and these seats while a period is running: more at once, less when it is over.
    pub(crate) fn aim(&mut self, plan: &Plan, is_cheaper: bool, seats: u32) {
        self.next_plan = is_cheaper.then(|| plan.value.clone());
        if !is_cheaper {
            self.plan.clone_from(&plan.value);
        }
        self.next_seats = (seats < self.seats).then_some(seats);
        self.seats = self.seats.max(seats);
        self.status = if self.is_to_shrink() {
            Status::Downgrading
        } else {
            Status::Active
        };
    }

    /// Does the next thing that the clock does of itself, if it is due. A period that begins is
    /// answered by its beginning.
    fn pass(&mut self, now: Timestamp) -> Option<Passed> {
        let is_over = |at: Option<Timestamp>| at.filter(|at| *at <= now);
        match self.status {
            Status::Trial => {
                is_over(self.trial_ends)?;
                self.status = Status::TrialEnded;
                Some(Passed::Ended)
            }
            Status::Cancelling => {
                is_over(self.renews)?;
                self.status = Status::Cancelled;
                self.renews = None;
                Some(Passed::Ended)
            }
            Status::Active | Status::Downgrading | Status::PendingPayment => {
                let begins = is_over(self.renews)?;
                self.plan = self.next_plan.take().unwrap_or_else(|| self.plan.clone());
                self.seats = self.next_seats.take().unwrap_or(self.seats);
                if self.status == Status::Downgrading {
                    self.status = Status::Active;
                }
                self.renews = Some(period_end(self.started.unwrap_or(begins), begins));
                Some(Passed::Began(begins))
            }
            Status::TrialEnded | Status::Frozen | Status::Cancelled => None,
        }
    }
}

/// What the clock did.
enum Passed {
    /// A period began.
    Began(Timestamp),
    /// The trial, or a cancelled subscription, ended.
    Ended,
}

/// The subscription as it stands at `now`, where there is one: everything that was due is done first.
pub(crate) fn settled(
    sql: &Connection,
    ids: &Ids,
    now: Timestamp,
) -> Result<Option<Subscription>, StoreError> {
    let Some(mut subscription) = subscription::find(sql)? else {
        return Ok(None);
    };
    let before = subscription.clone();
    while let Some(passed) = subscription.pass(now) {
        if let Passed::Began(at) = passed {
            bill(sql, ids, &subscription, at)?;
        }
    }
    if subscription != before {
        subscription::put(sql, &subscription)?;
        note_by_clock(sql, &before, &subscription, now)?;
    }
    Ok(Some(subscription))
}

/// Whether [`settled`] would have anything to do.
pub(crate) fn is_anything_due(sql: &Connection, now: Timestamp) -> Result<bool, StoreError> {
    let subscription = subscription::find(sql)?;
    Ok(subscription.is_some_and(|mut subscription| subscription.pass(now).is_some()))
}

/// Writes the invoice of a period. A plan that costs nothing has none.
pub(crate) fn bill(
    sql: &Connection,
    ids: &Ids,
    subscription: &Subscription,
    begins: Timestamp,
) -> Result<(), StoreError> {
    let plan = plans::find(sql, &subscription.plan)?;
    let Some(plan) = plan.filter(|plan| !plan.seat_price.is_zero()) else {
        return Ok(());
    };
    let ends = period_end(subscription.started.unwrap_or(begins), begins);
    let invoice = NewInvoice {
        id: ids.resource_id(),
        ..invoice(&plan, subscription.seats, begins, ends)
    };
    invoices::insert(sql, &invoice)
}

/// The invoice of a period, to which an id is still to be given.
pub(crate) fn invoice(plan: &Plan, seats: u32, begins: Timestamp, ends: Timestamp) -> NewInvoice {
    let day = |at: Timestamp| at.to_zoned(TimeZone::UTC).date();
    NewInvoice {
        id: String::new(),
        date: day(begins),
        description: format!("{}: seats, {} to {}", plan.display, day(begins), day(ends)),
        seats,
        seat_price: plan.seat_price,
        currency: plan.currency.clone(),
        status: InvoiceStatus::Open,
        created: begins,
    }
}

/// When the period that runs at `at` ends, of those that follow each other from `started` on: on the
/// same day of a later month, or on its last day where that month is shorter.
pub(crate) fn period_end(started: Timestamp, at: Timestamp) -> Timestamp {
    let first = started.to_zoned(TimeZone::UTC);
    let ends = (1..).map_while(|months: i32| first.checked_add(months.months()).ok());
    ends.map(|end| end.timestamp())
        .find(|end| *end > at)
        .unwrap_or(Timestamp::MAX)
}

/// What the clock does to it is a new state of the organization, and a line of the audit.
fn note_by_clock(
    sql: &Connection,
    before: &Subscription,
    after: &Subscription,
    now: Timestamp,
) -> Result<(), StoreError> {
    let Some(mut organization) = organization::find(sql)? else {
        return Ok(());
    };
    organization.version += 1;
    organization.modified = now;
    organization::update(sql, &organization)?;
    audit::append(
        sql,
        &AuditLine {
            seq: 0,
            at: now,
            actor: None,
            actor_name: "clock".to_owned(),
            origin: "server".to_owned(),
            actions: PASS.to_owned(),
            kind: "Organization".to_owned(),
            id: organization.id,
            before: Some(told(before).to_string()),
            after: Some(told(after).to_string()),
        },
    )
}

/// What the audit tells of a subscription.
pub(crate) fn told(subscription: &Subscription) -> serde_json::Value {
    json!({
        "plan": subscription.plan,
        "seats": subscription.seats,
        "status": subscription.status.as_str(),
        "renewsAt": subscription.renews.map(|at| at.to_string()),
        "nextPlan": subscription.next_plan,
        "nextSeats": subscription.next_seats,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_ends_on_the_day_on_which_the_first_began_or_the_months_last() {
        let started = at("2026-01-31T10:00:00Z");
        for (now, end) in [
            ("2026-01-31T10:00:00Z", "2026-02-28T10:00:00Z"),
            ("2026-02-28T10:00:00Z", "2026-03-31T10:00:00Z"),
            ("2026-03-31T09:59:59Z", "2026-03-31T10:00:00Z"),
            ("2027-12-31T10:00:00Z", "2028-01-31T10:00:00Z"),
        ] {
            assert_eq!(period_end(started, at(now)), at(end), "no day is lost");
        }
    }
}
