//! What a person may want of the organization: other information, other billing details.

use rollcall_cache::NewMutation;
use rollcall_model::{
    Change, MutationState, Organization, OrganizationChange, OrganizationField, Settled,
};

use crate::chance::Chance;
use crate::world::World;

const FIELDS: [OrganizationField; 6] = [
    OrganizationField::DisplayName,
    OrganizationField::Website,
    OrganizationField::TimeZone,
    OrganizationField::Company,
    OrganizationField::Address,
    OrganizationField::BillingContact,
];

const TIME_ZONES: [&str; 3] = ["Europe/Zurich", "Asia/Tokyo", "America/Lima"];

impl World {
    /// Another value of some attribute.
    pub(crate) fn some_setting(&mut self) -> Option<NewMutation> {
        let field = *self.chance.one(&FIELDS)?;
        let to = some_value(field, &mut self.chance);
        self.setting(field, to)
    }

    /// Another value of an attribute that our role is shown.
    pub(crate) fn setting(&mut self, field: OrganizationField, to: String) -> Option<NewMutation> {
        let server = self.cache.organization().expect("the cache can be read")?;
        let was = self.with_what_waits(server.clone()).value(field)?;
        let change = OrganizationChange { field, was, to };
        (change.was != change.to).then(|| self.asked(change, server.version.as_ref()))
    }

    /// The organization as it is shown.
    fn with_what_waits(&self, mut known: Organization) -> Organization {
        let snapshot = self.cache.snapshot().expect("the cache can be read");
        let overlay = self.ledger.overlay(snapshot.reflected);
        for mutation in overlay.expect("the ledger can be read") {
            let applied = mutation.state == MutationState::Settled(Settled::Applied);
            if let Change::Organization(change) = &mutation.change
                && (mutation.is_open() || applied)
            {
                change.apply_to(&mut known);
            }
        }
        known
    }
}

/// A value that somebody else may give, too.
pub(crate) fn some_value(field: OrganizationField, chance: &mut Chance) -> String {
    let number = chance.between(1, 9);
    match field {
        OrganizationField::Website => format!("https://www{number}.example"),
        OrganizationField::TimeZone => chance.one(&TIME_ZONES).copied().unwrap_or("UTC").to_owned(),
        OrganizationField::Address => format!("Hill {number}\n8000 Zürich"),
        OrganizationField::BillingContact => format!("billing{number}@people.example"),
        _ => format!("Company {number}"),
    }
}
