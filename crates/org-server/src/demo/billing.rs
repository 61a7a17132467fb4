//! The demo's information, billing details and subscription.

use jiff::{SignedDuration, Timestamp};
use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;
use rusqlite::Connection;
use rust_decimal::Decimal;

use super::bytes;
use crate::ids::uuid_from;
use crate::store::invoices::{self, InvoiceStatus, NewInvoice};
use crate::store::organization::{Billing, Organization, PaymentMethod};
use crate::store::plans::{self, Plan};
use crate::store::subscription::{self, Status, Subscription};
use crate::store::{StoreError, organization};
use crate::subscription::{invoice, period_end};

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Value, name, and what a seat costs in hundredths of a franc.
const PLANS: [(&str, &str, i64); 3] = [
    ("team", "Team", 600),
    ("business", "Business", 1200),
    ("enterprise", "Enterprise", 1950),
];

/// For how many days it has been paid: the next period begins in two weeks.
const AGE: i32 = 442;

const CURRENCY: &str = "CHF";

/// The organization with what is known of it, older than anybody in it.
pub(super) fn described(organization: Organization, now: Timestamp) -> Organization {
    let ago = |days: i32| now.saturating_sub(DAY * days).unwrap_or(now);
    Organization {
        website: Some("https://www.northwind.example".to_owned()),
        time_zone: Some("Europe/Zurich".to_owned()),
        locale: Some("en-CH".to_owned()),
        billing: Billing {
            company: Some("Northwind Trading AG".to_owned()),
            address: Some(
                "Accounts Payable\nSpeicherstrasse 12\n8005 Zürich\nSwitzerland".to_owned(),
            ),
            tax_id: Some("CHE-123.456.789 MWST".to_owned()),
            contact_email: Some("billing@northwind.example".to_owned()),
        },
        payment: Some(PaymentMethod {
            label: "Visa ending in 4242".to_owned(),
            expires: Some(
                now.saturating_add(DAY * 420)
                    .unwrap_or(now)
                    .strftime("%Y-%m")
                    .to_string(),
            ),
            manage_url: Some("https://pay.northwind.example/methods".to_owned()),
        }),
        created: ago(1_650),
        modified: ago(40),
        ..organization
    }
}

/// Adds plans, and a subscription that has been paid month by month, with seats for everybody and some to
/// spare.
pub(super) fn add(
    sql: &Connection,
    chance: &mut ChaCha8Rng,
    now: Timestamp,
) -> Result<(), StoreError> {
    for plan in PLANS.map(plan) {
        plans::put(sql, &plan)?;
    }
    let chosen = plan(PLANS[1]);
    let seats = seats(organization::seats_used(sql)?);
    let started = now.saturating_sub(DAY * AGE).unwrap_or(now);
    let mut begins = started;
    while begins <= now {
        let ends = period_end(started, begins);
        let is_last = ends > now;
        let invoice = NewInvoice {
            id: uuid_from(bytes(chance)),
            status: if is_last {
                InvoiceStatus::Open
            } else {
                InvoiceStatus::Paid
            },
            ..invoice(
                &chosen,
                seats_then(seats, begins, now, chance),
                begins,
                ends,
            )
        };
        invoices::insert(sql, &invoice)?;
        begins = ends;
    }
    subscription::put(
        sql,
        &Subscription {
            plan: chosen.value,
            seats,
            status: Status::Active,
            started: Some(started),
            renews: Some(begins),
            trial_ends: None,
            next_plan: None,
            next_seats: None,
        },
    )
}

fn plan((value, display, hundredths): (&str, &str, i64)) -> Plan {
    Plan {
        value: value.to_owned(),
        display: display.to_owned(),
        seat_price: Decimal::new(hundredths, 2),
        currency: CURRENCY.to_owned(),
    }
}

/// A round number of seats, a fifth more than are in use.
fn seats(used: u64) -> u32 {
    let wanted = used + used / 5 + 20;
    u32::try_from(wanted.next_multiple_of(10)).unwrap_or(u32::MAX)
}

/// How many seats there were: the organization has been growing, by a few in a hundred each month.
fn seats_then(today: u32, begins: Timestamp, now: Timestamp, chance: &mut ChaCha8Rng) -> u32 {
    let months = u32::try_from(now.duration_since(begins).as_hours() / (24 * 30)).unwrap_or(0);
    let share = (months * chance.random_range(2..=3)).min(60);
    let then = today - today * share / 100;
    (then - then % 10).max(10)
}
