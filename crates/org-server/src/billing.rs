//! What the operator does about money at the server's own console: plans, the subscription, how it is
//! paid, and which invoices were.

use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::server::{OrgServer, ServerError};
use crate::store::audit::{self, AuditLine};
use crate::store::invoices::{self, InvoiceRow, InvoiceStatus};
use crate::store::organization::{self, Organization, PaymentMethod};
use crate::store::plans::{self, Plan};
use crate::store::subscription::{self as subscriptions, Status, Subscription};
use crate::store::{StoreError, counters};
use crate::subscription;

/// What is to become of the subscription; what is `None` stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SubscriptionOrder {
    /// Which plan.
    pub plan: Option<String>,
    /// How many seats, from 1 to 1,000,000.
    pub seats: Option<u32>,
    /// Where it stands.
    pub standing: Option<Standing>,
}

/// Where the operator may put a subscription; everything else follows from time and administrators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// In a trial of so many days from now on.
    Trial {
        /// How many.
        days: u16,
    },
    /// Paid. Where no period is running, one begins.
    Active,
    /// A payment is due.
    PendingPayment,
    /// Nobody can be added until it is paid.
    Frozen,
    /// Ended.
    Cancelled,
}

/// Why something about money can't be done.
#[derive(Debug, thiserror::Error)]
pub enum BillingError {
    /// No such plan is offered.
    #[error("there is no plan {0}: `rollcall-server plan list` says which there are")]
    NoSuchPlan(String),
    /// The subscription is for it.
    #[error("the subscription is for the plan {0}: put it on another one first")]
    PlanInUse(String),
    /// Plans are compared by their prices.
    #[error("the plans are priced in {0}, and all have to be: withdraw the others first")]
    OtherCurrency(String),
    /// There is none yet.
    #[error("there is no subscription yet: name a plan and a number of seats")]
    NoSubscription,
    /// No invoice has this number.
    #[error("there is no invoice {0}")]
    NoSuchInvoice(String),
}

impl OrgServer {
    /// The plans that are offered, the cheapest first.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn plans(&self) -> Result<Vec<Plan>, ServerError> {
        Ok(self.state.store.read::<_, StoreError>(plans::list)?)
    }

    /// Offers a plan, in the place of another of the same value. A price is for the invoices to come.
    ///
    /// # Errors
    ///
    /// When other plans have another currency, or the store fails.
    pub fn offer_plan(&self, plan: &Plan) -> Result<(), ServerError> {
        self.at_the_console("plan.offer", |sql, _| {
            let others = plans::list(sql)?;
            let other = others
                .iter()
                .find(|other| other.value != plan.value && other.currency != plan.currency);
            if let Some(other) = other {
                return Err(BillingError::OtherCurrency(other.currency.clone()).into());
            }
            let before = others.iter().find(|other| other.value == plan.value);
            plans::put(sql, plan)?;
            Ok((before.map(told_plan), told_plan(plan)))
        })
    }

    /// Offers a plan no more.
    ///
    /// # Errors
    ///
    /// When there is none, the subscription is for it, or the store fails.
    pub fn withdraw_plan(&self, value: &str) -> Result<(), ServerError> {
        self.at_the_console("plan.withdraw", |sql, now| {
            let plan = plans::find(sql, value)?
                .ok_or_else(|| BillingError::NoSuchPlan(value.to_owned()))?;
            let subscription = subscription::settled(sql, &self.state.ids, now)?;
            let is_used = subscription.is_some_and(|subscription| {
                subscription.plan == value || subscription.next_plan.as_deref() == Some(value)
            });
            if is_used {
                return Err(BillingError::PlanInUse(value.to_owned()).into());
            }
            plans::delete(sql, value)?;
            Ok((Some(told_plan(&plan)), Value::Null))
        })
    }

    /// The subscription as it stands now, where there is one.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn subscription(&self) -> Result<Option<Subscription>, ServerError> {
        let now = self.state.now();
        let settled = |sql: &Connection| subscription::settled(sql, &self.state.ids, now);
        Ok(self.state.store.write::<_, StoreError>(settled)?)
    }

    /// Puts the subscription where the operator wants it, at once. The first time it needs a plan and
    /// seats.
    ///
    /// # Errors
    ///
    /// When there is no such plan, something is missing, or the store fails.
    pub fn set_subscription(&self, order: &SubscriptionOrder) -> Result<(), ServerError> {
        self.at_the_console("subscription.set", |sql, now| {
            let before = subscription::settled(sql, &self.state.ids, now)?;
            let mut after = match (&before, &order.plan, order.seats) {
                (Some(before), ..) => before.clone(),
                (None, Some(plan), Some(seats)) => Subscription::unbegun(plan, seats),
                (None, ..) => return Err(BillingError::NoSubscription.into()),
            };
            if let Some(plan) = &order.plan {
                if plans::find(sql, plan)?.is_none() {
                    return Err(BillingError::NoSuchPlan(plan.clone()).into());
                }
                after.plan.clone_from(plan);
                after.next_plan = None;
            }
            if let Some(seats) = order.seats {
                after.seats = seats;
                after.next_seats = None;
            }
            if after.status == Status::Downgrading && !after.is_to_shrink() {
                after.status = Status::Active;
            }
            let begins = match order.standing {
                Some(standing) => put(&mut after, standing, now),
                None if before.is_none() => put(&mut after, Standing::Active, now),
                None => false,
            };
            subscriptions::put(sql, &after)?;
            if begins {
                subscription::bill(sql, &self.state.ids, &after, now)?;
            }
            let told = before.as_ref().map(subscription::told);
            Ok((told, subscription::told(&after)))
        })
    }

    /// How invoices are paid, where that is written down.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn payment_method(&self) -> Result<Option<PaymentMethod>, ServerError> {
        let organization = self.state.store.read::<_, StoreError>(organization::find)?;
        Ok(organization.and_then(|organization| organization.payment))
    }

    /// Writes down how invoices are paid, for people to read; `None` for no way.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn set_payment_method(&self, payment: Option<PaymentMethod>) -> Result<(), ServerError> {
        self.at_the_console("payment_method.set", |sql, _| {
            let Some(organization) = organization::find(sql)? else {
                return Ok((None, Value::Null));
            };
            let before = organization.payment.as_ref().map(told_payment);
            let after = payment.as_ref().map(told_payment).unwrap_or_default();
            organization::update(
                sql,
                &Organization {
                    payment,
                    ..organization
                },
            )?;
            Ok((before, after))
        })
    }

    /// Every invoice, oldest first.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn invoices(&self) -> Result<Vec<InvoiceRow>, ServerError> {
        // What is due is billed first.
        self.subscription()?;
        Ok(self.state.store.read::<_, StoreError>(invoices::list)?)
    }

    /// Writes down that an invoice is paid, open or void.
    ///
    /// # Errors
    ///
    /// When there is no such invoice, or the store fails.
    pub fn mark_invoice(&self, number: &str, status: InvoiceStatus) -> Result<(), ServerError> {
        self.at_the_console("invoice.mark", |sql, now| {
            let invoice = invoices::by_number(sql, number)?
                .ok_or_else(|| BillingError::NoSuchInvoice(number.to_owned()))?;
            invoices::mark(sql, invoice.seq, status, now)?;
            counters::next_change(sql)?;
            let told =
                |status: InvoiceStatus| json!({ "number": number, "status": status.as_str() });
            Ok((Some(told(invoice.status)), told(status)))
        })
    }

    /// Does something at the console: a new state of the organization, and a line of the audit.
    fn at_the_console(
        &self,
        action: &str,
        act: impl FnOnce(&Connection, Timestamp) -> Result<(Option<Value>, Value), ServerError>,
    ) -> Result<(), ServerError> {
        let now = self.state.now();
        self.state.store.write(|sql| {
            let (before, after) = act(sql, now)?;
            let Some(mut organization) = organization::find(sql)? else {
                return Ok(());
            };
            organization.version += 1;
            organization.modified = now;
            organization::update(sql, &organization)?;
            let line = AuditLine {
                before: before.map(|told| told.to_string()),
                after: (!after.is_null()).then(|| after.to_string()),
                ..AuditLine::by_operator(now, action, "Organization", &organization.id)
            };
            audit::append(sql, &line)?;
            Ok(())
        })
    }
}

/// Puts it there. Answers whether a period begins.
fn put(subscription: &mut Subscription, standing: Standing, now: Timestamp) -> bool {
    match standing {
        Standing::Active if subscription.is_period_running(now) => {
            subscription.resume();
            false
        }
        Standing::Active => {
            subscription.start(now);
            true
        }
        Standing::Trial { days } => {
            let lasts = SignedDuration::from_hours(24 * i64::from(days));
            subscription.status = Status::Trial;
            subscription.trial_ends = now.saturating_add(lasts).ok();
            subscription.renews = None;
            false
        }
        Standing::PendingPayment => {
            subscription.status = Status::PendingPayment;
            false
        }
        Standing::Frozen => {
            subscription.status = Status::Frozen;
            false
        }
        Standing::Cancelled => {
            subscription.status = Status::Cancelled;
            subscription.renews = None;
            false
        }
    }
}

fn told_plan(plan: &Plan) -> Value {
    json!({
        "plan": plan.value,
        "display": plan.display,
        "seatPrice": plan.seat_price.to_string(),
        "currency": plan.currency,
    })
}

fn told_payment(payment: &PaymentMethod) -> Value {
    json!({
        "label": payment.label,
        "expires": payment.expires,
        "manageUrl": payment.manage_url,
    })
}
