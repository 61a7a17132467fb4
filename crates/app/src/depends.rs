//! What goes along with changes that are sent: those before which they can't go out.

use std::collections::{HashMap, HashSet};

use rollcall_model::{Mutation, MutationId, MutationState};
use rollcall_sync::Before;

/// Of what the outbox lists, in its order, the queued ones among those named and those before which they
/// can't go out.
pub(crate) fn with_what_they_depend_on(
    listed: &[Mutation],
    named: &HashSet<MutationId>,
) -> Vec<MutationId> {
    let mut before = Before::default();
    let mut behind: HashMap<MutationId, Vec<&Mutation>> = HashMap::new();
    for mutation in listed.iter().filter(|mutation| mutation.is_open()) {
        behind.insert(mutation.id, before.behind(mutation));
        // What is awaited of somebody comes true or doesn't: it is sent in no case before these.
        before.next(mutation, |_| false);
    }
    let mut taken = HashSet::new();
    let mut look_at: Vec<&Mutation> = listed
        .iter()
        .filter(|mutation| named.contains(&mutation.id))
        .collect();
    while let Some(mutation) = look_at.pop() {
        if mutation.state == MutationState::Queued && taken.insert(mutation.id) {
            look_at.extend(behind.remove(&mutation.id).unwrap_or_default());
        }
    }
    let ids = listed.iter().map(|mutation| mutation.id);
    ids.filter(|id| taken.contains(id)).collect()
}
