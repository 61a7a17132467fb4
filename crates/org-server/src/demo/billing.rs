//! The demo's information, billing details and subscription.

use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use rust_decimal::Decimal;

use crate::store::organization::{Billing, Organization, PaymentMethod};
use crate::store::plans::{self, Plan};
use crate::store::subscription::{self, Status, Subscription};
use crate::store::{StoreError, organization};

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Value, name, and what a seat costs in hundredths of a franc.
const PLANS: [(&str, &str, i64); 3] = [
    ("team", "Team", 600),
    ("business", "Business", 1200),
    ("enterprise", "Enterprise", 1950),
];

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

/// Adds plans and a subscription with seats for everybody, and some to spare.
pub(super) fn add(sql: &Connection, now: Timestamp) -> Result<(), StoreError> {
    for (value, display, hundredths) in PLANS {
        plans::put(
            sql,
            &Plan {
                value: value.to_owned(),
                display: display.to_owned(),
                seat_price: Decimal::new(hundredths, 2),
                currency: CURRENCY.to_owned(),
            },
        )?;
    }
    subscription::put(
        sql,
        &Subscription {
            plan: "business".to_owned(),
            seats: seats(organization::seats_used(sql)?),
            status: Status::Active,
            started: now.saturating_sub(DAY * 442).ok(),
            renews: now.saturating_add(DAY * 13).ok(),
            trial_ends: None,
            next_plan: None,
            next_seats: None,
        },
    )
}

/// A round number of seats, a fifth more than are in use.
fn seats(used: u64) -> u32 {
    let wanted = used + used / 5 + 20;
    u32::try_from(wanted.next_multiple_of(10)).unwrap_or(u32::MAX)
}
