//! Writes to the organization itself: its information, who is billed, plan and seats.

use rollcall_policy::{Action, Target};
use rollcall_scim::etag::Condition;
use rollcall_scim::patch::{Applied, PatchRequest};
use rollcall_scim::{Resource, ScimError, ScimType, rollcall};
use serde_json::{Map, Value};

use super::difference::Difference;
use super::organization_draft::OrganizationDraft;
use super::subscription::Wish;
use super::{Deleted, Door, Written, changed_meanwhile, not_found};
use crate::query::Kind;
use crate::render::organization::{self as rendered, Sight};
use crate::render::{self, Pen};
use crate::store::counters;
use crate::store::organization::{self, Organization};
use crate::store::subscription::{self as subscriptions, Subscription};
use crate::subscription;
use crate::trouble::Trouble;

/// The organization as it stands before a write.
struct Standing {
    row: Organization,
    subscription: Option<Subscription>,
    /// What the caller sees of it, with what is wanted of plan and seats in the place of what is.
    resource: Resource,
}

impl Door<'_> {
    /// Puts another state in the place of the organization's (RFC 7644, section 3.5.1). Of the
    /// subscription, what the body leaves out stays as it is: there is no organization without.
    pub(super) fn replace_organization(
        &self,
        id: &str,
        condition: Option<&Condition>,
        body: &Value,
    ) -> Result<Written, Trouble> {
        let standing = self.standing(id, condition)?;
        let before = OrganizationDraft::read(&standing.resource)?;
        let after = OrganizationDraft::read(&rollcall::ORGANIZATION.accept(body)?)?;
        let mut after = after.checked(&before)?;
        // A body that was read before is sent back with what is, not with what is on its way.
        if let Some(subscription) = &standing.subscription {
            let is = Wish {
                plan: Some(subscription.plan.clone()),
                seats: Some(subscription.seats),
                status: None,
            };
            after.wish.plan = after
                .wish
                .plan
                .filter(|plan| Some(plan) != is.plan.as_ref());
            after.wish.seats = after.wish.seats.filter(|seats| Some(*seats) != is.seats);
        }
        after.wish = after.wish.or(&before.wish);
        self.change_organization(standing, &before, &after)
    }

    /// Changes parts of the organization.
    pub(super) fn patch_organization(
        &self,
        id: &str,
        condition: Option<&Condition>,
        patch: &PatchRequest,
    ) -> Result<Written, Trouble> {
        let standing = self.standing(id, condition)?;
        let mut after = standing.resource.clone();
        if patch.apply(&rollcall::ORGANIZATION, &mut after)? == Applied::Unchanged {
            return self.organization_written(&standing.row);
        }
        if after.contains_key("externalId") {
            let message = "externalId is not kept: nobody but the server makes the organization.";
            return Err(ScimError::of(ScimType::InvalidPath, message).into());
        }
        let before = OrganizationDraft::read(&standing.resource)?;
        let after = OrganizationDraft::read(&after)?.checked(&before)?;
        for (name, was, is) in [
            (
                "plan",
                before.wish.plan.is_some(),
                after.wish.plan.is_some(),
            ),
            (
                "seats",
                before.wish.seats.is_some(),
                after.wish.seats.is_some(),
            ),
            (
                "status",
                before.wish.status.is_some(),
                after.wish.status.is_some(),
            ),
        ] {
            if was && !is {
                let message = format!(
                    "subscription.{name} can't be removed: set subscription.status to cancelling to \
                     end the subscription."
                );
                return Err(ScimError::of(ScimType::InvalidValue, message).into());
            }
        }
        self.change_organization(standing, &before, &after)
    }

    /// Deletes the organization with everything that it has; every session ends with it. The audit stays.
    pub(super) fn delete_organization(
        &self,
        id: &str,
        condition: Option<&Condition>,
    ) -> Result<Deleted, Trouble> {
        let standing = self.standing(id, condition)?;
        let action = Action::OrganizationDelete;
        self.require(action, &Target::Organization)?;

        let mut told = Map::new();
        told.insert("displayName".to_owned(), standing.row.name.into());
        for counted in ["users", "workspaces"] {
            let count = counters::value(self.sql, counted)?;
            told.insert(counted.to_owned(), count.into());
        }
        organization::erase(self.sql)?;
        let difference = Difference::deleted(told);
        self.record(&[action], Kind::Organizations, id, &difference)?;
        Ok(Deleted {
            unassigned_contacts: 0,
        })
    }

    /// Compares, decides, writes.
    fn change_organization(
        &self,
        standing: Standing,
        before: &OrganizationDraft,
        after: &OrganizationDraft,
    ) -> Result<Written, Trouble> {
        let actions = actions(before, after);
        for action in &actions {
            self.require(*action, &Target::Organization)?;
        }
        if actions.is_empty() {
            return self.organization_written(&standing.row);
        }
        let mut difference = Difference::default();
        if after.wish != before.wish {
            let Some(was) = standing.subscription else {
                let message = "subscription can't be changed: this server's operator has set up no \
                               plans.";
                return Err(ScimError::of(ScimType::InvalidValue, message).into());
            };
            let mut is = was.clone();
            let begins = self.change_subscription(&mut is, &before.wish, &after.wish)?;
            subscriptions::put(self.sql, &is)?;
            if begins {
                subscription::bill(self.sql, self.ids, &is, self.now())?;
            }
            difference.note_members(
                "subscription",
                &subscription::told(&was),
                &subscription::told(&is),
            );
        }
        let row = Organization {
            name: after.information.name.clone(),
            website: after.information.website.clone(),
            time_zone: after.information.time_zone.clone(),
            locale: after.information.locale.clone(),
            billing: after.billing.clone(),
            modified: self.now(),
            version: standing.row.version + 1,
            ..standing.row.clone()
        };
        organization::update(self.sql, &row)?;
        note(&mut difference, &standing.row, &row);
        self.record(&actions, Kind::Organizations, &row.id, &difference)?;
        self.organization_written(&row)
    }

    /// The organization of this id, in the version that the client named, at this time.
    fn standing(&self, id: &str, condition: Option<&Condition>) -> Result<Standing, Trouble> {
        let subscription = subscription::settled(self.sql, self.ids, self.now())?;
        let row = organization::find(self.sql)?
            .filter(|row| row.id == id)
            .ok_or_else(|| not_found(Kind::Organizations, id))?;
        check_state(condition, &row)?;
        let mut text = String::new();
        Pen::new(self.sql, self.setting, Sight::of(self.caller)).write(
            Kind::Organizations,
            render::group::Extent::Whole,
            &mut text,
            organization::SEQ,
        )?;
        let mut resource = render::as_resource(&text)?;
        if let (Some(subscription), Some(part)) = (
            &subscription,
            resource
                .get_mut("subscription")
                .and_then(Value::as_object_mut),
        ) {
            if let Some(plan) = &subscription.next_plan {
                part.insert("plan".to_owned(), plan.as_str().into());
            }
            if let Some(seats) = subscription.next_seats {
                part.insert("seats".to_owned(), seats.into());
            }
        }
        Ok(Standing {
            row,
            subscription,
            resource,
        })
    }

    fn organization_written(&self, row: &Organization) -> Result<Written, Trouble> {
        Ok(Written {
            kind: Kind::Organizations,
            seq: organization::SEQ,
            id: row.id.clone(),
            version: rendered::version(
                row,
                organization::seats_used(self.sql)?,
                Sight::of(self.caller),
            ),
        })
    }
}

/// Every action that the difference implies.
fn actions(before: &OrganizationDraft, after: &OrganizationDraft) -> Vec<Action> {
    let implied = [
        (
            Action::OrganizationEdit,
            after.information != before.information,
        ),
        (Action::BillingEdit, after.billing != before.billing),
        (Action::SubscriptionChange, after.wish.changes(&before.wish)),
        (Action::SubscriptionCancel, after.wish.cancels(&before.wish)),
    ];
    let implied = implied.into_iter().filter(|(_, differs)| *differs);
    implied.map(|(action, _)| action).collect()
}

/// Holds a write to the state that the client named. How many seats are in use, and how much was
/// seen, are parts of the version, but nothing that a write could overwrite.
fn check_state(condition: Option<&Condition>, row: &Organization) -> Result<(), ScimError> {
    match condition {
        Some(Condition::OneOf(versions))
            if !versions
                .iter()
                .any(|version| rendered::is_of_state(version, row)) =>
        {
            Err(changed_meanwhile())
        }
        _ => Ok(()),
    }
}

fn note(difference: &mut Difference, before: &Organization, after: &Organization) {
    for (attribute, before, after) in [
        ("website", &before.website, &after.website),
        ("timeZone", &before.time_zone, &after.time_zone),
        ("locale", &before.locale, &after.locale),
        (
            "billing.company",
            &before.billing.company,
            &after.billing.company,
        ),
        (
            "billing.address",
            &before.billing.address,
            &after.billing.address,
        ),
        (
            "billing.taxId",
            &before.billing.tax_id,
            &after.billing.tax_id,
        ),
        (
            "billing.contactEmail",
            &before.billing.contact_email,
            &after.billing.contact_email,
        ),
    ] {
        difference.note(attribute, before.clone(), after.clone());
    }
    difference.note("displayName", before.name.as_str(), after.name.as_str());
}
