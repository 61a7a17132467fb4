//! `billing show`: who is billed, how it is paid, the plan and its seats.

use std::io::Write;

use rollcall_app::view::{BillingView, PaymentView, PlanChoice, Price, SubscriptionView};
use rollcall_language::say;
use serde::Serialize;

use super::change_subscription::price;
use crate::commands::settings::{Waiting, on_one_line, value, waiting, waiting_cell};
use crate::output::{Cell, Record, Title, Titled};
use crate::session::Session;
use crate::stop::Stop;

/// Billing, changes that wait laid over who is billed, and beside plan and seats.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Billing {
    company: Option<String>,
    address: Option<String>,
    tax_id: Option<String>,
    contact: Option<String>,
    payment: Option<PaymentView>,
    subscription: Option<Subscription>,
    changes: Vec<Waiting>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Subscription {
    status: String,
    #[serde(skip)]
    status_title: String,
    plan: String,
    seats: Option<u32>,
    seats_used: Option<u32>,
    free_seats: Option<u32>,
    price: Option<Price>,
    renews_at: Option<String>,
    trial_ends_at: Option<String>,
    next_plan: Option<String>,
    next_seats: Option<u32>,
    /// What can be chosen.
    plans: Vec<PlanChoice>,
}

impl From<BillingView> for Billing {
    fn from(billing: BillingView) -> Self {
        let settings = billing.settings;
        let (subscription, waits) = match billing.subscription {
            Some(known) => {
                let (known, waits) = Subscription::and_what_waits(known);
                (Some(known), waits)
            }
            None => (None, Vec::new()),
        };
        Self {
            company: value(&settings, "company"),
            address: value(&settings, "address"),
            tax_id: value(&settings, "tax_id"),
            contact: value(&settings, "billing_contact"),
            payment: billing.payment,
            subscription,
            changes: waiting(settings).into_iter().chain(waits).collect(),
        }
    }
}

impl Subscription {
    fn and_what_waits(known: SubscriptionView) -> (Self, Vec<Waiting>) {
        let shown = Self {
            status: known.status,
            status_title: known.status_title,
            plan: known.plan,
            seats: known.seats,
            seats_used: known.seats_used,
            free_seats: known.free_seats,
            price: known.price,
            renews_at: known.renews_at,
            trial_ends_at: known.trial_ends_at,
            next_plan: known.next_plan,
            next_seats: known.next_seats,
            plans: known.plans,
        };
        (shown, waiting(known.waiting))
    }

    fn cells(&self) -> [Cell<'_>; 11] {
        let plans = self.plans.iter();
        let plans = plans.map(|plan| {
            say!(
                "terminal-plan-price",
                plan = plan.value,
                price = price(&plan.seat)
            )
        });
        [
            Cell::word(&self.status, self.status_title.clone()),
            Cell::from(&self.plan),
            Cell::from(self.seats),
            Cell::from(self.seats_used),
            Cell::from(self.free_seats),
            Cell::from(self.price.as_ref().map(price)),
            Cell::time(&self.renews_at),
            Cell::time(&self.trial_ends_at),
            Cell::from(&self.next_plan),
            Cell::from(self.next_seats),
            Cell::from(plans.collect::<Vec<_>>().join("; ")),
        ]
    }
}

impl Record for Billing {
    const COLUMNS: &'static [&'static str] = &[
        "company",
        "address",
        "tax_id",
        "contact",
        "payment_method",
        "payment_expires",
        "payment_expired",
        "payment_managed_at",
        "status",
        "plan",
        "seats",
        "seats_used",
        "free_seats",
        "price",
        "renews_at",
        "trial_ends_at",
        "next_plan",
        "next_seats",
        "plans",
        "changes",
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        let mut cells = vec![
            Cell::from(&self.company),
            Cell::from(on_one_line(self.address.as_deref().unwrap_or_default())),
            Cell::from(&self.tax_id),
            Cell::from(&self.contact),
        ];
        cells.extend(match &self.payment {
            Some(payment) => [
                Cell::from(&payment.label),
                Cell::from(&payment.expires),
                if payment.expired {
                    Cell::word("expired", say!("cell-expired"))
                } else {
                    Cell::from("")
                },
                Cell::from(&payment.managed_at),
            ],
            None => [""; 4].map(Cell::from),
        });
        cells.extend(match &self.subscription {
            Some(subscription) => subscription.cells(),
            None => [""; 11].map(Cell::from),
        });
        cells.push(waiting_cell(&self.changes));
        cells
    }
}

impl Titled for Billing {
    const TITLES: &'static [Title] = &[
        || say!("column-company"),
        || say!("column-address"),
        || say!("column-tax-id"),
        || say!("column-contact"),
        || say!("column-payment-method"),
        || say!("column-payment-expires"),
        || say!("column-payment-expired"),
        || say!("column-payment-managed-at"),
        || say!("column-status"),
        || say!("column-plan"),
        || say!("column-seats"),
        || say!("column-seats-used"),
        || say!("column-free-seats"),
        || say!("column-price"),
        || say!("column-renews"),
        || say!("column-trial-ends"),
        || say!("column-next-plan"),
        || say!("column-next-seats"),
        || say!("column-plans"),
        || say!("column-changes"),
    ];
}

pub(super) async fn run<W: Write>(mut session: Session<W>) -> Result<(), Stop> {
    let billing = session.app.billing(session.organization).await?;
    Ok(session.output.one(&Billing::from(billing))?)
}
