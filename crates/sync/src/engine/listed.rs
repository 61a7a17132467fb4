//! What the outbox lists, held in memory for the length of one push and kept in step with the ledger.

use std::collections::{BTreeMap, HashMap};

use rollcall_cache::{Ledger, StoreError};
use rollcall_model::{Mutation, MutationId, Resource};

/// The mutations that the outbox lists.
#[derive(Default)]
pub(super) struct Listed {
    /// By their place in the order.
    by_place: BTreeMap<u64, Mutation>,
    /// The place of each.
    places: HashMap<MutationId, u64>,
    /// The places of those that carry a placeholder.
    with_placeholder: HashMap<Resource, Vec<u64>>,
}

impl Listed {
    /// Reads them.
    pub(super) fn read(ledger: &Ledger) -> Result<Self, StoreError> {
        let mut listed = Self::default();
        for mutation in ledger.listed()? {
            let place = mutation.sequence;
            let awaited = mutation.after.iter();
            let awaited = awaited.map(|after| Resource::User(after.user.clone()));
            let carried = mutation.change.carried().chain(awaited);
            for resource in carried.filter(|resource| resource.added_by().is_some()) {
                let places = listed.with_placeholder.entry(resource).or_default();
                places.push(place);
            }
            listed.places.insert(mutation.id, place);
            listed.by_place.insert(place, mutation);
        }
        Ok(listed)
    }

    pub(super) fn len(&self) -> usize {
        self.by_place.len()
    }

    pub(super) fn in_order(&self) -> impl Iterator<Item = &Mutation> + Clone {
        self.by_place.values()
    }

    pub(super) fn find(&self, id: &MutationId) -> Option<&Mutation> {
        self.by_place.get(self.places.get(id)?)
    }

    /// Exchanges a mutation for what has become of it.
    pub(super) fn replace(&mut self, mutation: Mutation) {
        // By its id: its place may be another one by now.
        let place = self.places.get(&mutation.id);
        if let Some(there) = place.and_then(|place| self.by_place.get_mut(place)) {
            *there = mutation;
        }
    }

    /// Gives the id of what was added to what carries the placeholder, as the ledger has done.
    pub(super) fn name_added(&mut self, placeholder: &Resource, added: &Resource) {
        let places = self.with_placeholder.remove(placeholder);
        for place in places.unwrap_or_default() {
            let Some(mutation) = self.by_place.get_mut(&place) else {
                continue;
            };
            mutation.change.name_added(placeholder, added);
            if let Some(after) = &mut mutation.after {
                after.name_added(placeholder, added);
            }
        }
    }
}
