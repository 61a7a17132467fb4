//! What a change can't go out before: earlier ones of the same resource, the addition of what it needs, and
//! for the end of a workspace what is given and taken there.

use std::collections::{HashMap, HashSet};

use rollcall_model::{
    Change, Mutation, MutationId, MutationState, Resource, WorkspaceChange, WorkspaceId,
};

/// What is open, by what others wait for.
#[derive(Default)]
struct Open<'m> {
    of: HashMap<Resource, Vec<&'m Mutation>>,
    access_to: HashMap<&'m WorkspaceId, Vec<&'m Mutation>>,
}

/// Of what the outbox lists, in its order, the queued ones among those named and those before which they
/// can't go out.
pub(crate) fn with_what_they_depend_on(
    listed: &[Mutation],
    named: &HashSet<MutationId>,
) -> Vec<MutationId> {
    let mut open = Open::default();
    for mutation in listed.iter().filter(|mutation| mutation.is_open()) {
        let of = open.of.entry(mutation.change.resource()).or_default();
        of.push(mutation);
        if let Some(workspace) = mutation.change.access_to() {
            open.access_to.entry(workspace).or_default().push(mutation);
        }
    }
    let mut taken = HashSet::new();
    let mut look_at: Vec<&Mutation> = listed
        .iter()
        .filter(|mutation| named.contains(&mutation.id))
        .collect();
    while let Some(mutation) = look_at.pop() {
        if mutation.state == MutationState::Queued && taken.insert(mutation.id) {
            open.before(mutation, &mut look_at);
        }
    }
    let ids = listed.iter().map(|mutation| mutation.id);
    ids.filter(|id| taken.contains(id)).collect()
}

impl<'m> Open<'m> {
    /// Adds those that must go before a mutation.
    fn before(&self, mutation: &Mutation, found: &mut Vec<&'m Mutation>) {
        let of = |resource: &Resource| self.of.get(resource).into_iter().flatten();
        let is_earlier = |one: &&&Mutation| one.sequence < mutation.sequence;
        // One that waits for somebody else holds up nobody.
        let holds_up = |one: &&&Mutation| is_earlier(one) && one.after.is_none();
        found.extend(of(&mutation.change.resource()).filter(holds_up));
        if let Some(after) = &mutation.after {
            found.extend(of(&Resource::User(after.user.clone())));
        }
        if let Some(workspace) = mutation.change.access_to() {
            let created = of(&Resource::Workspace(workspace.clone()));
            found.extend(created.filter(|one| one.change.adds()));
        }
        if let Change::Workspace(WorkspaceChange::DeleteWorkspace { workspace, .. }) =
            &mutation.change
        {
            let accessed = self.access_to.get(workspace).into_iter().flatten();
            found.extend(accessed.filter(is_earlier));
        }
    }
}
