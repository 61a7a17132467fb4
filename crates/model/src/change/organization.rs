//! What an administrator can ask for of the organization itself.

use super::Found;
use crate::Organization;

/// Another value of one attribute of the organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationChange {
    /// Which attribute.
    pub field: OrganizationField,
    /// The value that the person saw; empty for none.
    pub was: String,
    /// The value asked for; empty for none.
    pub to: String,
}

/// An attribute of the organization that can be changed. Each is text; seats are a number in decimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OrganizationField {
    /// The name that people read.
    DisplayName,
    /// An address on the web.
    Website,
    /// A name of the IANA time zone database.
    TimeZone,
    /// A BCP 47 language tag.
    Locale,
    /// The company that is billed.
    Company,
    /// Where it is: several lines.
    Address,
    /// Its tax id.
    TaxId,
    /// The e-mail address to which invoices go.
    BillingContact,
    /// The plan's value, one of those that the server offers.
    Plan,
    /// How many users may have a seat.
    Seats,
}

impl OrganizationField {
    /// Every one: information, billing details, subscription.
    pub const ALL: [Self; 10] = [
        Self::DisplayName,
        Self::Website,
        Self::TimeZone,
        Self::Locale,
        Self::Company,
        Self::Address,
        Self::TaxId,
        Self::BillingContact,
        Self::Plan,
        Self::Seats,
    ];

    /// The machine name, as in the ledger.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DisplayName => "display_name",
            Self::Website => "website",
            Self::TimeZone => "time_zone",
            Self::Locale => "locale",
            Self::Company => "company",
            Self::Address => "address",
            Self::TaxId => "tax_id",
            Self::BillingContact => "billing_contact",
            Self::Plan => "plan",
            Self::Seats => "seats",
        }
    }

    /// Reads a name given by [`OrganizationField::as_str`].
    #[must_use]
    pub fn from_name(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.as_str() == text)
    }
}

impl OrganizationChange {
    /// The machine name, as in the journal.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self.field {
            OrganizationField::DisplayName
            | OrganizationField::Website
            | OrganizationField::TimeZone
            | OrganizationField::Locale => "edit_organization",
            OrganizationField::Company
            | OrganizationField::Address
            | OrganizationField::TaxId
            | OrganizationField::BillingContact => "edit_billing",
            OrganizationField::Plan | OrganizationField::Seats => "change_subscription",
        }
    }

    /// What stands where the change would go; [`Found::Gone`] where the attribute isn't shown.
    #[must_use]
    pub fn found_in(&self, organization: &Organization) -> Found {
        organization
            .value(self.field)
            .map_or(Found::Gone, Found::Setting)
    }

    /// What the change would leave behind.
    #[must_use]
    pub fn wanted(&self) -> Found {
        Found::Setting(self.to.clone())
    }

    /// What the person saw when asking for it.
    #[must_use]
    pub fn was(&self) -> Found {
        Found::Setting(self.was.clone())
    }

    /// Makes it true of the organization as it was read.
    pub fn apply_to(&self, organization: &mut Organization) {
        organization.set(self.field, &self.to);
    }
}
