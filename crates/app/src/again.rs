//! What stands in the place of a change that was refused, or is in conflict: the same on what is there now, or
//! both edits in one.

use std::collections::HashMap;

use rollcall_cache::{NewMutation, Replaced, ShownUser};
use rollcall_language::say;
use rollcall_model::{
    Change, Found, Mutation, MutationState, Resource, Settled, Standing, UserChange, UserId,
    Version, WorkspaceChange, WorkspaceId,
};

use crate::Failure;
use crate::combination::{Access, Combination, combination};
use crate::deliberation::open_changes;
use crate::organization::{Organization, unknown_user};
use crate::outbox::part;
use crate::permission::Permissions;
use crate::queue::{Decided, new_mutation};
use crate::view::{Changes, OutboxPart};
use crate::workspace::unknown_workspace;

/// What a person answers to a conflict or a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    /// The same again.
    Mine,
    /// Both edits, where they don't overlap.
    Both,
}

/// What is asked for in the place of these; and of how many nothing can be.
pub(crate) fn decide(
    open: &Organization,
    changes: &Changes,
    wish: Wish,
) -> Result<(Decided, usize), Failure> {
    let mut again = Again {
        open,
        permissions: Permissions::of(open)?,
        open_changes: open_changes(open)?,
        mutations: Vec::new(),
        replaces: Vec::new(),
    };
    let mut failures = Vec::new();
    let mut asked = changes.mutations(open)?;
    if !matches!(changes, Changes::Ids { .. }) {
        asked.retain(|mutation| part(mutation) == OutboxPart::NeedsYou);
    }
    for old in asked {
        if let Err(failure) = again.ask(old, wish) {
            failures.push(failure);
        }
    }
    let left = failures.len();
    match failures.into_iter().next() {
        Some(first) if again.replaces.is_empty() => Err(first),
        None if again.replaces.is_empty() => Err(not_open()),
        _ => Ok((
            Decided::Changes {
                mutations: again.mutations,
                replaces: again.replaces,
            },
            left,
        )),
    }
}

/// A workspace whose creation was refused, created under another name: what waits for it waits for that one
/// from now on, but for a name that it was to be given later.
pub(crate) fn created_as_another(
    open: &Organization,
    refused: &Mutation,
    name: &str,
) -> Result<Decided, Failure> {
    let mut again = Again {
        open,
        permissions: Permissions::of(open)?,
        open_changes: HashMap::new(),
        mutations: Vec::new(),
        replaces: vec![refused.id.into()],
    };
    let Some(workspace) = refused.change.workspace().cloned() else {
        return Err(not_open());
    };
    let creation = Change::from(WorkspaceChange::CreateWorkspace {
        workspace,
        name: name.to_owned(),
    });
    again.permissions.ask_elsewhere(&creation)?.or_refuse()?;
    again.with_dependents(new_mutation(creation, None))?;
    again.mutations.retain(|waiting| {
        !matches!(
            waiting.change,
            Change::Workspace(WorkspaceChange::RenameWorkspace { .. })
        )
    });
    Ok(Decided::Changes {
        mutations: again.mutations,
        replaces: again.replaces,
    })
}

/// Asks for one after the other.
struct Again<'a> {
    open: &'a Organization,
    permissions: Permissions<'a>,
    /// What waits, by the user whom it is about or waits for.
    open_changes: HashMap<UserId, Vec<Mutation>>,
    mutations: Vec<NewMutation>,
    replaces: Vec<Replaced>,
}

impl Again<'_> {
    fn ask(&mut self, old: Mutation, wish: Wish) -> Result<(), Failure> {
        match wish {
            Wish::Mine => self.ask_for_mine(old),
            Wish::Both => self.ask_for_both(&old),
        }
    }

    fn ask_for_both(&mut self, old: &Mutation) -> Result<(), Failure> {
        if !old.needs_you() {
            return Err(not_open());
        }
        let listed = self.open.ledger.listed()?;
        let asked = match combination(self.open, old, &listed)?.ok_or_else(overlaps)? {
            Combination::Text(Change::User(change)) => {
                let shown = self.open.user(change.user())?;
                vec![self.permitted(&shown, change)?]
            }
            Combination::Text(change) => {
                self.permissions.ask_elsewhere(&change)?.or_refuse()?;
                let (_, version) = self.in_snapshot(&change)?;
                vec![new_mutation(change, version)]
            }
            Combination::InTheirs(access) => access
                .into_iter()
                .map(|Access { to, change, goes }| {
                    let asked = self.permitted(&to, change)?;
                    Ok(NewMutation { goes, ..asked })
                })
                .collect::<Result<_, Failure>>()?,
        };
        self.replaces.push(old.id.into());
        self.mutations.extend(asked);
        Ok(())
    }

    fn permitted(&mut self, shown: &ShownUser, change: UserChange) -> Result<NewMutation, Failure> {
        self.permissions
            .ask(shown, std::slice::from_ref(&change))?
            .or_refuse()?;
        Ok(new_mutation(change, shown.user.version.clone()))
    }

    fn ask_for_mine(&mut self, old: Mutation) -> Result<(), Failure> {
        let change = match &old.change {
            Change::User(change) => {
                let shown = self.open.user(change.user())?;
                let change = UserChange::clone(change);
                return self.ask_of_user(old, &change, &shown);
            }
            other => other.clone(),
        };
        let (in_snapshot, version) = self.in_snapshot(&change)?;
        let found = found(&old, || in_snapshot)?;
        match (&found, change.judge(&found)) {
            (Found::Taken, _) => return Err(name_taken(&change)),
            (_, Standing::Done) => {
                // Nothing is asked for any more, and the question is answered.
                self.replaces.push(old.id.into());
                return Ok(());
            }
            (Found::Gone, _) if !change.adds() => return Err(unknown_workspace()),
            _ => {}
        }
        let change = rebased(&change, found);
        self.permissions.ask_elsewhere(&change)?.or_refuse()?;
        self.replaces.push(old.id.into());
        self.with_dependents(new_mutation(change, version))
    }

    /// What the snapshot has at the place of a change to something else than a user, and the version.
    fn in_snapshot(&self, change: &Change) -> Result<(Found, Option<Version>), Failure> {
        let known = match change {
            Change::Workspace(change) => {
                let shown = self.open.cache.workspace(change.workspace())?;
                // In the list stands only the workspace that it would create.
                let there = shown.filter(|_| change.created_workspace().is_none());
                there.map(|shown| (change.found_in(&shown.workspace), shown.workspace.version))
            }
            Change::Organization(change) => {
                let known = self.open.cache.organization()?;
                known.map(|known| (change.found_in(&known), known.version))
            }
            Change::User(_) => None,
        };
        Ok(known.unwrap_or((Found::Gone, None)))
    }

    fn ask_of_user(
        &mut self,
        old: Mutation,
        asked: &UserChange,
        shown: &ShownUser,
    ) -> Result<(), Failure> {
        let found = found(&old, || match asked.added_user() {
            // In the list stands only the user whom it would add.
            Some(_) => Found::Gone,
            None => asked.found_in(&shown.user),
        })?;
        match (&found, asked.judge(&found)) {
            (Found::Taken, _) => return Err(address_taken()),
            (_, Standing::Done) => {
                // Nothing is asked for any more, and the question is answered.
                self.replaces.push(old.id.into());
                return Ok(());
            }
            (Found::Gone, _) if !old.change.adds() => return Err(unknown_user()),
            _ => {}
        }
        let change = rebased_user(asked, found);
        let asked = self.permitted(shown, change)?;
        self.replaces.push(old.id.into());
        let mutation = NewMutation {
            after: old.after,
            ..asked
        };
        self.with_dependents(mutation)
    }

    /// An addition that is asked for again is another user to be added: what waits for the one before
    /// waits for this one from now on.
    fn with_dependents(&mut self, mut first: NewMutation) -> Result<(), Failure> {
        let placeholder = first.change.resource();
        let added = match &placeholder {
            Resource::User(_) if first.change.adds() => {
                Resource::User(UserId::placeholder(first.id))
            }
            Resource::Workspace(_) if first.change.adds() => {
                Resource::Workspace(WorkspaceId::placeholder(first.id))
            }
            _ => {
                self.mutations.push(first);
                return Ok(());
            }
        };
        first.change.name_added(&placeholder, &added);
        self.mutations.push(first);
        let waiting = self.waiting_for(&placeholder)?;
        for dependent in waiting.into_iter().filter(Mutation::is_open) {
            let Mutation {
                mut change,
                mut after,
                version,
                goes,
                ..
            } = dependent;
            change.name_added(&placeholder, &added);
            if let Some(after) = &mut after {
                after.name_added(&placeholder, &added);
            }
            self.mutations.push(NewMutation {
                after,
                goes,
                ..new_mutation(change, version)
            });
        }
        Ok(())
    }

    /// What waits for something that is still to be added.
    fn waiting_for(&mut self, placeholder: &Resource) -> Result<Vec<Mutation>, Failure> {
        Ok(match placeholder {
            Resource::User(user) => self.open_changes.remove(user).unwrap_or_default(),
            Resource::Workspace(workspace) => {
                let mut waiting = self.open.ledger.open_mutations()?;
                waiting.retain(|mutation| mutation.change.workspace() == Some(workspace));
                waiting
            }
            Resource::Organization => Vec::new(),
        })
    }
}

/// What stands on the server, as far as this mutation knows; else by the snapshot.
fn found(old: &Mutation, snapshot: impl FnOnce() -> Found) -> Result<Found, Failure> {
    match &old.state {
        MutationState::Settled(Settled::Conflict { found }) => Ok(found.clone()),
        MutationState::Settled(Settled::Rejected { .. }) => Ok(snapshot()),
        _ => Err(not_open()),
    }
}

/// The same change, with what is there now as what was seen.
fn rebased(change: &Change, found: Found) -> Change {
    let mut change = change.clone();
    match (&mut change, found) {
        (
            Change::Workspace(
                WorkspaceChange::RenameWorkspace { was, .. }
                | WorkspaceChange::DeleteWorkspace { name: was, .. },
            ),
            Found::WorkspaceName(found),
        ) => *was = found,
        (Change::Organization(change), Found::Setting(found)) => change.was = found,
        // What was seen is part of its name: nothing of the kind.
        _ => {}
    }
    change
}

/// The same of a change to a user.
fn rebased_user(change: &UserChange, found: Found) -> UserChange {
    let mut change = change.clone();
    match (&mut change, found) {
        (
            UserChange::SetRole { was, .. } | UserChange::DeleteUser { was, .. },
            Found::Role(found),
        ) => {
            *was = found;
        }
        (UserChange::SetDisplayName { was, .. }, Found::DisplayName(found)) => *was = found,
        (UserChange::SetPicture { was, .. }, Found::Picture(found)) => *was = found,
        (UserChange::ResendInvitation { was, .. }, Found::Invited(found)) => *was = found,
        // What was seen is part of their name: no access, access; active, suspended.
        _ => {}
    }
    change
}

fn not_open() -> Failure {
    Failure::new("not_open", say!("again-not-open"))
}

fn overlaps() -> Failure {
    Failure::new("overlaps", say!("again-overlaps"))
}

fn name_taken(change: &Change) -> Failure {
    let message = if change.adds() {
        say!("again-name-taken-new")
    } else {
        say!("again-name-taken")
    };
    Failure::new("name_taken", message).on_field("name")
}

fn address_taken() -> Failure {
    Failure::new("address_taken", say!("again-address-taken")).on_field("email")
}
