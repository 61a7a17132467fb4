//! The organization itself and its invoices, as servers send them.

use std::borrow::Cow;

use super::forgiving::object;
use super::user::MetaWire;

/// The organization. What the reader's role may not see is `None`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OrganizationWire<'a> {
    /// The id; never empty on a page.
    pub id: Cow<'a, str>,
    /// The name that people read.
    pub display_name: Option<Cow<'a, str>>,
    /// An address on the web.
    pub website: Option<Cow<'a, str>>,
    /// A name of the IANA time zone database.
    pub time_zone: Option<Cow<'a, str>>,
    /// A BCP 47 language tag.
    pub locale: Option<Cow<'a, str>>,
    /// Who is billed.
    pub billing: Option<BillingWire<'a>>,
    /// Plan and seats.
    pub subscription: Option<SubscriptionWire<'a>>,
    /// Times and version.
    pub meta: Option<MetaWire<'a>>,
}

object!(OrganizationWire<'de> {
    "id" => id,
    "displayName" => display_name,
    "website" => website,
    "timeZone" => time_zone,
    "locale" => locale,
    "billing" => billing,
    "subscription" => subscription,
    "meta" => meta,
});

/// Who is billed, and how.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BillingWire<'a> {
    /// The company's name.
    pub company: Option<Cow<'a, str>>,
    /// Where it is: several lines.
    pub address: Option<Cow<'a, str>>,
    /// Its tax id.
    pub tax_id: Option<Cow<'a, str>>,
    /// Where invoices go.
    pub contact_email: Option<Cow<'a, str>>,
    /// How it is paid.
    pub payment_method: Option<PaymentMethodWire<'a>>,
}

object!(BillingWire<'de> {
    "company" => company,
    "address" => address,
    "taxId" => tax_id,
    "contactEmail" => contact_email,
    "paymentMethod" => payment_method,
});

/// How invoices are paid, by its label.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PaymentMethodWire<'a> {
    /// What people call it.
    pub label: Option<Cow<'a, str>>,
    /// The last month in which it is good, `YYYY-MM`.
    pub expires: Option<Cow<'a, str>>,
    /// Where it is managed.
    pub manage_url: Option<Cow<'a, str>>,
}

object!(PaymentMethodWire<'de> {
    "label" => label,
    "expires" => expires,
    "manageUrl" => manage_url,
});

/// Plan, seats, and where the subscription stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SubscriptionWire<'a> {
    /// The plan's value.
    pub plan: Option<Cow<'a, str>>,
    /// How many users may have a seat; absent for no limit.
    pub seats: Option<u64>,
    /// How many have one.
    pub seats_used: Option<u64>,
    /// How many are left.
    pub free_seats: Option<u64>,
    /// Where it stands.
    pub status: Option<Cow<'a, str>>,
    /// When the next period begins.
    pub renews_at: Option<Cow<'a, str>>,
    /// When the trial ends.
    pub trial_ends_at: Option<Cow<'a, str>>,
    /// The plan from the next period on.
    pub next_plan: Option<Cow<'a, str>>,
    /// The seats from the next period on.
    pub next_seats: Option<u64>,
    /// What can be chosen.
    pub plans: Option<Vec<PlanWire<'a>>>,
}

object!(SubscriptionWire<'de> {
    "plan" => plan,
    "seats" => seats,
    "seatsUsed" => seats_used,
    "freeSeats" => free_seats,
    "status" => status,
    "renewsAt" => renews_at,
    "trialEndsAt" => trial_ends_at,
    "nextPlan" => next_plan,
    "nextSeats" => next_seats,
    "plans" => plans,
});

/// A plan that can be chosen.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlanWire<'a> {
    /// Its value.
    pub value: Cow<'a, str>,
    /// The name that people read.
    pub display: Option<Cow<'a, str>>,
    /// What a seat costs in a period.
    pub seat_price: Option<Cow<'a, str>>,
    /// In which currency (ISO 4217).
    pub currency: Option<Cow<'a, str>>,
    /// How long a period is.
    pub period: Option<Cow<'a, str>>,
}

object!(PlanWire<'de> {
    "value" => value,
    "display" => display,
    "seatPrice" => seat_price,
    "currency" => currency,
    "period" => period,
});

/// What was billed for one period.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct InvoiceWire<'a> {
    /// The id; never empty on a page.
    pub id: Cow<'a, str>,
    /// The number that people know it by.
    pub number: Option<Cow<'a, str>>,
    /// Its date, `YYYY-MM-DD` or a date and time.
    pub date: Option<Cow<'a, str>>,
    /// What it comes to.
    pub amount: Option<Cow<'a, str>>,
    /// In which currency (ISO 4217).
    pub currency: Option<Cow<'a, str>>,
    /// Where it stands.
    pub status: Option<Cow<'a, str>>,
    /// What it is made of.
    pub lines: Option<Vec<InvoiceLineWire<'a>>>,
}

object!(InvoiceWire<'de> {
    "id" => id,
    "number" => number,
    "date" => date,
    "amount" => amount,
    "currency" => currency,
    "status" => status,
    "lines" => lines,
});

/// One line of an invoice.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct InvoiceLineWire<'a> {
    /// What for.
    pub description: Option<Cow<'a, str>>,
    /// How many.
    pub quantity: Option<Cow<'a, str>>,
    /// What one costs.
    pub unit_price: Option<Cow<'a, str>>,
    /// What they come to.
    pub amount: Option<Cow<'a, str>>,
}

object!(InvoiceLineWire<'de> {
    "description" => description,
    "quantity" => quantity,
    "unitPrice" => unit_price,
    "amount" => amount,
});
