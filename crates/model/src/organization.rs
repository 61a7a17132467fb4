//! The organization itself: its information, billing details and subscription, as far as the reader's
//! role may see them.

use std::fmt;

use rollcall_language::say;

use jiff::Timestamp;

use crate::{OrganizationField, OrganizationId, Version};

/// The organization as the server last described it. Texts are empty where nothing is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// The server's id.
    pub id: OrganizationId,
    /// The name that people read.
    pub display_name: String,
    /// An address on the web.
    pub website: String,
    /// A name of the IANA time zone database.
    pub time_zone: String,
    /// A BCP 47 language tag.
    pub locale: String,
    /// When it was added.
    pub created: Option<Timestamp>,
    /// The version for `If-Match`.
    pub version: Option<Version>,
    /// Who is billed; `None` for a role that may not see it.
    pub billing: Option<Billing>,
    /// Plan and seats; `None` for a role that may not see them.
    pub subscription: Option<Subscription>,
    /// Seats that nobody has; `None` where there is no limit or the role may not see it.
    pub free_seats: Option<u64>,
}

/// Who is billed, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Billing {
    /// The company's name.
    pub company: String,
    /// Where it is: several lines.
    pub address: String,
    /// Its tax id.
    pub tax_id: String,
    /// The e-mail address to which invoices go.
    pub contact_email: String,
    /// How it is paid; `None` where there is none or the role may not see it.
    pub payment_method: Option<PaymentMethod>,
}

/// How invoices are paid, by its label: never a card's number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentMethod {
    /// What people call it: "Visa ending in 4242".
    pub label: String,
    /// The last month in which it is good, `YYYY-MM`.
    pub expires: Option<String>,
    /// Where it is managed: an https address.
    pub manage_url: Option<String>,
}

/// The plan, its seats, and where the subscription stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// The plan's value.
    pub plan: String,
    /// How many users may have a seat; `None` for no limit.
    pub seats: Option<u64>,
    /// How many have one.
    pub seats_used: Option<u64>,
    /// Where it stands.
    pub status: SubscriptionStatus,
    /// When the next period begins.
    pub renews_at: Option<Timestamp>,
    /// When the trial ends; only in a trial.
    pub trial_ends_at: Option<Timestamp>,
    /// The plan from the next period on, where it is another one.
    pub next_plan: Option<String>,
    /// The seats from the next period on, where they are others.
    pub next_seats: Option<u64>,
    /// What can be chosen.
    pub plans: Vec<Plan>,
}

/// A plan that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Its value.
    pub value: String,
    /// The name that people read.
    pub display: String,
    /// What a seat costs in a period: a decimal number as text.
    pub seat_price: String,
    /// In which currency (ISO 4217).
    pub currency: String,
    /// How long a period is, in the server's word: `month`.
    pub period: String,
}

/// Where a subscription stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SubscriptionStatus {
    /// Free of charge, until it ends.
    Trial,
    /// The trial is over, and no plan was chosen.
    TrialEnded,
    /// Paid.
    Active,
    /// Paid; the next period has a smaller plan or fewer seats.
    Downgrading,
    /// Paid until the period ends, and not renewed.
    Cancelling,
    /// A payment is due.
    PendingPayment,
    /// Closed until it is paid.
    Frozen,
    /// Ended.
    Cancelled,
    /// A value that only the server knows.
    Other(String),
}

impl SubscriptionStatus {
    /// Every one that has a name here.
    pub const KNOWN: [Self; 8] = [
        Self::Trial,
        Self::TrialEnded,
        Self::Active,
        Self::Downgrading,
        Self::Cancelling,
        Self::PendingPayment,
        Self::Frozen,
        Self::Cancelled,
    ];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Trial => "trial",
            Self::TrialEnded => "trial_ended",
            Self::Active => "active",
            Self::Downgrading => "downgrading",
            Self::Cancelling => "cancelling",
            Self::PendingPayment => "pending_payment",
            Self::Frozen => "frozen",
            Self::Cancelled => "cancelled",
            Self::Other(value) => value,
        }
    }

    /// Reads a value from the wire.
    #[must_use]
    pub fn from_wire(value: &str) -> Self {
        Self::KNOWN
            .into_iter()
            .find(|status| status.as_str() == value)
            .unwrap_or_else(|| Self::Other(value.to_owned()))
    }
}

impl fmt::Display for SubscriptionStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Trial => say!("policy-status-trial"),
            Self::TrialEnded => say!("policy-status-trial-ended"),
            Self::Active => say!("policy-status-active"),
            Self::Downgrading => say!("policy-status-downgrading"),
            Self::Cancelling => say!("policy-status-cancelling"),
            Self::PendingPayment => say!("policy-status-pending-payment"),
            Self::Frozen => say!("policy-status-frozen"),
            Self::Cancelled => say!("policy-status-cancelled"),
            Self::Other(value) => value.clone(),
        })
    }
}

impl Organization {
    /// The value of an attribute as text, empty for none; `None` where the role may not see it.
    #[must_use]
    pub fn value(&self, field: OrganizationField) -> Option<String> {
        let billing = |text: fn(&Billing) -> &String| self.billing.as_ref().map(text).cloned();
        match field {
            OrganizationField::DisplayName => Some(self.display_name.clone()),
            OrganizationField::Website => Some(self.website.clone()),
            OrganizationField::TimeZone => Some(self.time_zone.clone()),
            OrganizationField::Locale => Some(self.locale.clone()),
            OrganizationField::Company => billing(|billing| &billing.company),
            OrganizationField::Address => billing(|billing| &billing.address),
            OrganizationField::TaxId => billing(|billing| &billing.tax_id),
            OrganizationField::BillingContact => billing(|billing| &billing.contact_email),
            OrganizationField::Plan => {
                let subscription = self.subscription.as_ref()?;
                Some(match &subscription.next_plan {
                    Some(next) => next.clone(),
                    None => subscription.plan.clone(),
                })
            }
            OrganizationField::Seats => {
                let subscription = self.subscription.as_ref()?;
                let seats = subscription.next_seats.or(subscription.seats);
                Some(seats.map(|seats| seats.to_string()).unwrap_or_default())
            }
        }
    }

    /// Sets an attribute, where the role may see it at all. When a plan or seats begin, the server
    /// decides: until it has told, they are taken to be there.
    pub fn set(&mut self, field: OrganizationField, value: &str) {
        let value = value.to_owned();
        match (field, &mut self.billing, &mut self.subscription) {
            (OrganizationField::DisplayName, ..) => self.display_name = value,
            (OrganizationField::Website, ..) => self.website = value,
            (OrganizationField::TimeZone, ..) => self.time_zone = value,
            (OrganizationField::Locale, ..) => self.locale = value,
            (OrganizationField::Company, Some(billing), _) => billing.company = value,
            (OrganizationField::Address, Some(billing), _) => billing.address = value,
            (OrganizationField::TaxId, Some(billing), _) => billing.tax_id = value,
            (OrganizationField::BillingContact, Some(billing), _) => billing.contact_email = value,
            (OrganizationField::Plan, _, Some(subscription)) => {
                subscription.plan = value;
                subscription.next_plan = None;
            }
            (OrganizationField::Seats, _, Some(subscription)) => {
                subscription.seats = value.parse().ok();
                subscription.next_seats = None;
            }
            _ => {}
        }
    }
}
