//! The organization as a resource, as far as the reader's role may see it.

use rollcall_policy::{Action, SubscriptionPart, Target, decide};
use rollcall_scim::schema;
use rusqlite::Connection;
use serde_json::{Map, Value, json};

use super::{Meta, Setting, write_meta};
use crate::credential::Caller;
use crate::store::organization::{self, Organization};
use crate::store::subscription::{self, Status, Subscription};
use crate::store::{StoreError, plans};

/// How much of the organization somebody may see besides its information.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sight {
    billing: bool,
    payment: bool,
    free_seats: bool,
    subscription: bool,
}

impl Sight {
    /// What the policy lets this caller see.
    pub(crate) fn of(caller: &Caller) -> Self {
        let may = |action, target| decide(&caller.actor(), action, &target).is_allowed();
        let sees = |part| may(Action::SubscriptionView, Target::Subscription(part));
        Self {
            billing: may(Action::BillingView, Target::Organization),
            // Part of the payment details, which are seen by those who look after them.
            payment: may(Action::BillingEdit, Target::Organization),
            free_seats: sees(SubscriptionPart::FreeSeats),
            subscription: sees(SubscriptionPart::PlanAndSeats),
        }
    }
}

/// The version: the state's number; the seats in use, which change with the users; and how much is seen,
/// which changes with the reader's role.
pub(crate) fn version(organization: &Organization, seats_used: u64, sight: Sight) -> String {
    let seen = [
        sight.billing,
        sight.payment,
        sight.free_seats,
        sight.subscription,
    ]
    .map(|part| if part { '1' } else { '0' });
    let seen = String::from_iter(seen);
    format!("W/\"{}.{seats_used}.{seen}\"", organization.version)
}

/// Whether a version is one of the state in which the organization is, whatever seats were in use, and
/// whoever read it.
pub(crate) fn is_of_state(version: &str, organization: &Organization) -> bool {
    let state = version
        .strip_prefix("W/\"")
        .and_then(|rest| rest.split_once('.'));
    state.is_some_and(|(state, _)| state == organization.version.to_string())
}

/// Appends the organization; answers whether there is one.
pub(super) fn write(
    sql: &Connection,
    setting: Setting<'_>,
    sight: Sight,
    out: &mut String,
) -> Result<bool, StoreError> {
    let Some(row) = organization::find(sql)? else {
        return Ok(false);
    };
    let seats_used = organization::seats_used(sql)?;
    let mut part = information(&row);
    if sight.billing {
        let mut billing = billing(&row);
        if sight.payment
            && let Some(payment) = payment(&row)
        {
            billing.insert("paymentMethod".to_owned(), payment);
        }
        put_members(&mut part, "billing", billing);
    }
    let subscription = subscription::find(sql)?;
    let seats = match (sight.subscription, sight.free_seats) {
        (true, _) => whole_subscription(sql, subscription.as_ref(), seats_used)?,
        (false, true) => free_seats(subscription.as_ref(), seats_used),
        (false, false) => Map::new(),
    };
    put_members(&mut part, "subscription", seats);

    let mut text = Value::Object(part).to_string();
    text.pop();
    out.push_str(&text);
    write_meta(
        out,
        setting,
        Meta {
            kind: "Organization",
            endpoint: "/Organizations",
            id: &row.id,
            created: row.created,
            modified: row.modified,
            version: &version(&row, seats_used, sight),
        },
    );
    out.push('}');
    Ok(true)
}

fn information(row: &Organization) -> Map<String, Value> {
    let mut part = Map::new();
    part.insert("schemas".to_owned(), json!([schema::ORGANIZATION]));
    part.insert("id".to_owned(), row.id.as_str().into());
    part.insert("displayName".to_owned(), row.name.as_str().into());
    put(&mut part, "website", row.website.as_deref());
    put(&mut part, "timeZone", row.time_zone.as_deref());
    put(&mut part, "locale", row.locale.as_deref());
    part
}

fn billing(row: &Organization) -> Map<String, Value> {
    let mut part = Map::new();
    put(&mut part, "company", row.billing.company.as_deref());
    put(&mut part, "address", row.billing.address.as_deref());
    put(&mut part, "taxId", row.billing.tax_id.as_deref());
    put(
        &mut part,
        "contactEmail",
        row.billing.contact_email.as_deref(),
    );
    part
}

fn payment(row: &Organization) -> Option<Value> {
    let payment = row.payment.as_ref()?;
    let mut part = Map::new();
    put(&mut part, "label", Some(payment.label.as_str()));
    put(&mut part, "expires", payment.expires.as_deref());
    put(&mut part, "manageUrl", payment.manage_url.as_deref());
    Some(part.into())
}

fn whole_subscription(
    sql: &Connection,
    subscription: Option<&Subscription>,
    seats_used: u64,
) -> Result<Map<String, Value>, StoreError> {
    let mut part = free_seats(subscription, seats_used);
    part.insert("seatsUsed".to_owned(), seats_used.into());
    let status = subscription.map_or(Status::Active, |subscription| subscription.status);
    part.insert("status".to_owned(), status.as_str().into());
    let Some(subscription) = subscription else {
        return Ok(part);
    };
    part.insert("plan".to_owned(), subscription.plan.as_str().into());
    part.insert("seats".to_owned(), subscription.seats.into());
    if let Some(renews) = subscription.period_ends() {
        part.insert("renewsAt".to_owned(), renews.to_string().into());
    }
    if let (Status::Trial, Some(ends)) = (status, subscription.trial_ends) {
        part.insert("trialEndsAt".to_owned(), ends.to_string().into());
    }
    put(&mut part, "nextPlan", subscription.next_plan.as_deref());
    if let Some(seats) = subscription.next_seats {
        part.insert("nextSeats".to_owned(), seats.into());
    }
    let plans = plans::list(sql)?;
    let plans: Vec<Value> = plans
        .iter()
        .map(|plan| {
            json!({
                "value": plan.value,
                "display": plan.display,
                "seatPrice": plan.seat_price.to_string(),
                "currency": plan.currency,
                "period": "month",
            })
        })
        .collect();
    part.insert("plans".to_owned(), plans.into());
    Ok(part)
}

fn free_seats(subscription: Option<&Subscription>, seats_used: u64) -> Map<String, Value> {
    let mut part = Map::new();
    if let Some(subscription) = subscription {
        part.insert(
            "freeSeats".to_owned(),
            subscription.free_seats(seats_used).into(),
        );
    }
    part
}

fn put(part: &mut Map<String, Value>, name: &str, text: Option<&str>) {
    if let Some(text) = text {
        part.insert(name.to_owned(), text.into());
    }
}

/// An object without members counts as absent.
fn put_members(part: &mut Map<String, Value>, name: &str, members: Map<String, Value>) {
    if !members.is_empty() {
        part.insert(name.to_owned(), members.into());
    }
}
