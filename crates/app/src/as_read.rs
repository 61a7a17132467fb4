//! Changes as people read them: a plan by its name, as far as the server has told it, else by its value.

use std::borrow::Cow;

use rollcall_model::{
    Change, Found, Mutation, MutationState, OrganizationChange, OrganizationField, Settled,
    Subscription,
};

use crate::Failure;
use crate::organization::Organization;
use crate::subscription::title;

impl Organization {
    /// The change, for the words that tell it.
    pub(crate) fn as_read<'c>(&self, change: &'c Change) -> Result<Cow<'c, Change>, Failure> {
        let (Change::Organization(asked), Some(plans)) = (change, self.plans_for(change)?) else {
            return Ok(Cow::Borrowed(change));
        };
        let named = OrganizationChange {
            field: asked.field,
            was: title(&plans, &asked.was),
            to: title(&plans, &asked.to),
        };
        Ok(Cow::Owned(named.into()))
    }

    /// What was found where the change would go.
    pub(crate) fn found_as_read<'f>(
        &self,
        change: &Change,
        found: &'f Found,
    ) -> Result<Cow<'f, Found>, Failure> {
        Ok(match (found, self.plans_for(change)?) {
            (Found::Setting(value), Some(plans)) => {
                Cow::Owned(Found::Setting(title(&plans, value)))
            }
            _ => Cow::Borrowed(found),
        })
    }

    /// The mutation: what it asks for, and what it is in conflict with.
    pub(crate) fn mutation_as_read<'m>(
        &self,
        mutation: &'m Mutation,
    ) -> Result<Cow<'m, Mutation>, Failure> {
        let Cow::Owned(change) = self.as_read(&mutation.change)? else {
            return Ok(Cow::Borrowed(mutation));
        };
        let state = match &mutation.state {
            MutationState::Settled(Settled::Conflict { found }) => {
                let found = self.found_as_read(&mutation.change, found)?.into_owned();
                MutationState::Settled(Settled::Conflict { found })
            }
            state => state.clone(),
        };
        Ok(Cow::Owned(Mutation {
            change,
            state,
            ..mutation.clone()
        }))
    }

    /// What is known of the plans, where a change is about one.
    fn plans_for(&self, change: &Change) -> Result<Option<Subscription>, Failure> {
        let Change::Organization(OrganizationChange {
            field: OrganizationField::Plan,
            ..
        }) = change
        else {
            return Ok(None);
        };
        let known = self.cache.organization()?;
        Ok(known.and_then(|known| known.subscription))
    }
}
