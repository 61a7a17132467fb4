//! What a client may ask of the subscription: another plan, other seats, its end, or a new beginning;
//! and what it says to one more user.

use std::cmp::Ordering;

use rollcall_policy::{Seats, Subject};
use rollcall_scim::{Resource, ScimError, ScimType};
use serde_json::{Map, Value};

use super::{Door, text};
use crate::store::plans::{self, Plan};
use crate::store::subscription::{Status, Subscription};
use crate::store::{StoreError, organization};
use crate::subscription::settled;
use crate::trouble::Trouble;

/// The most seats that there can be.
pub(crate) const MOST_SEATS: u32 = 1_000_000;

/// What is wanted from now on: what is on its way already, if anything is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Wish {
    pub(super) plan: Option<String>,
    pub(super) seats: Option<u32>,
    pub(super) status: Option<Status>,
}

impl Wish {
    /// What the resource says is wanted.
    pub(super) fn read(resource: &Resource) -> Result<Self, ScimError> {
        let Some(part) = resource.get("subscription").and_then(Value::as_object) else {
            return Ok(Self::default());
        };
        let word = |name: &str| part.get(name).and_then(Value::as_str);
        Ok(Self {
            plan: word("plan").map(str::to_owned),
            seats: seats(part)?,
            status: word("status").and_then(Status::from_wire),
        })
    }

    /// The same, with what it leaves out as it was.
    pub(super) fn or(self, before: &Self) -> Self {
        Self {
            plan: self.plan.or_else(|| before.plan.clone()),
            seats: self.seats.or(before.seats),
            status: self.status.or(before.status),
        }
    }

    /// Whether the end is asked for.
    pub(super) fn cancels(&self, before: &Self) -> bool {
        self.status != before.status && self.status == Some(Status::Cancelling)
    }

    /// Whether anything but the end is asked for.
    pub(super) fn changes(&self, before: &Self) -> bool {
        (&self.plan, self.seats) != (&before.plan, before.seats)
            || (self.status != before.status && !self.cancels(before))
    }
}

/// A number of seats is a count of people, not any number.
fn seats(part: &Map<String, Value>) -> Result<Option<u32>, ScimError> {
    let Some(seats) = part.get("seats") else {
        return Ok(None);
    };
    let seats = seats.as_u64().and_then(|seats| u32::try_from(seats).ok());
    match seats.filter(|seats| (1..=MOST_SEATS).contains(seats)) {
        Some(seats) => Ok(Some(seats)),
        None => Err(refuse(
            "subscription.seats must be a whole number from 1 to 1,000,000.",
        )),
    }
}

impl Door<'_> {
    /// The facts of a user who is to be reactivated or invited.
    pub(super) fn joining(&self, subject: Subject) -> Result<Subject, StoreError> {
        let seats = self.seats()?;
        Ok(Subject { seats, ..subject })
    }

    /// What the subscription says to one more user. Without a subscription there is no limit.
    pub(super) fn seats(&self) -> Result<Seats, StoreError> {
        match settled(self.sql, self.ids, self.now())? {
            None => Ok(Seats::Free),
            Some(subscription) => {
                let used = organization::seats_used(self.sql)?;
                Ok(subscription.seats_for_one_more(used))
            }
        }
    }

    /// Does to a subscription what is wanted. Answers whether a period begins.
    pub(super) fn change_subscription(
        &self,
        subscription: &mut Subscription,
        before: &Wish,
        after: &Wish,
    ) -> Result<bool, Trouble> {
        let offered = plans::list(self.sql)?;
        let plan = chosen(&offered, after.plan.as_deref())?;
        let seats = after.seats.unwrap_or(subscription.seats);
        let resized = (&after.plan, after.seats) != (&before.plan, before.seats);
        if resized {
            self.check_seats(seats)?;
        }
        let mut begins = false;
        if after.status != before.status {
            match after.status {
                Some(Status::Cancelling) if subscription.status == Status::Cancelled => {
                    return Err(refuse(
                        "subscription.status can't be set to cancelling: the subscription has ended.",
                    )
                    .into());
                }
                Some(Status::Cancelling) => subscription.cancel(),
                Some(Status::Active) => begins = self.activate(subscription)?,
                _ => {
                    return Err(refuse(
                        "subscription.status can be set to cancelling, or back to active: the \
                         other states follow from time and payments.",
                    )
                    .into());
                }
            }
        }
        if resized {
            self.resize(subscription, &offered, plan, seats, begins)?;
        }
        Ok(begins)
    }

    /// Takes back what is on its way, or begins anew. Answers whether a period begins.
    fn activate(&self, subscription: &mut Subscription) -> Result<bool, ScimError> {
        match subscription.status {
            Status::Frozen | Status::PendingPayment => Err(refuse(
                "subscription.status can't be set to active while a payment is due: settle the open \
                 invoices first.",
            )),
            Status::Cancelling | Status::Downgrading if subscription.started.is_some() => {
                subscription.resume();
                Ok(false)
            }
            _ => {
                subscription.start(self.now());
                Ok(true)
            }
        }
    }

    fn resize(
        &self,
        subscription: &mut Subscription,
        offered: &[Plan],
        plan: &Plan,
        seats: u32,
        begins: bool,
    ) -> Result<(), ScimError> {
        match subscription.status {
            Status::Active | Status::Downgrading if !begins => {
                let current = offered.iter().find(|plan| plan.value == subscription.plan);
                let is_cheaper = current.is_some_and(|current| {
                    plan.seat_price.cmp(&current.seat_price) == Ordering::Less
                });
                subscription.aim(plan, is_cheaper, seats);
                Ok(())
            }
            // Nothing is paid for yet, so nothing is to be used up.
            Status::Active
            | Status::Downgrading
            | Status::Trial
            | Status::TrialEnded
            | Status::Cancelled => {
                subscription.plan.clone_from(&plan.value);
                subscription.seats = seats;
                Ok(())
            }
            Status::Cancelling => Err(refuse(
                "subscription.plan and subscription.seats can't be changed while it is being \
                 cancelled: set subscription.status to active first.",
            )),
            Status::PendingPayment | Status::Frozen => Err(refuse(
                "subscription.plan and subscription.seats can't be changed while a payment is due: \
                 settle the open invoices first.",
            )),
        }
    }

    /// Nobody loses a seat by a smaller number.
    fn check_seats(&self, seats: u32) -> Result<(), Trouble> {
        let used = organization::seats_used(self.sql)?;
        if u64::from(seats) >= used {
            return Ok(());
        }
        Err(refuse(&format!(
            "subscription.seats can't be {seats}: {used} users have a seat. Suspend or delete users \
             first."
        ))
        .into())
    }
}

/// The plan of this value.
fn chosen<'a>(offered: &'a [Plan], value: Option<&str>) -> Result<&'a Plan, ScimError> {
    let found = offered
        .iter()
        .find(|plan| Some(plan.value.as_str()) == value);
    found.ok_or_else(|| {
        let known: Vec<_> = offered.iter().map(|plan| plan.value.as_str()).collect();
        refuse(&format!(
            "subscription.plan can't be {}: it must be one of {}.",
            text::quoted(value.unwrap_or_default()),
            known.join(", ")
        ))
    })
}

fn refuse(what: &str) -> ScimError {
    ScimError::of(ScimType::InvalidValue, what)
}
