//! A replaced e-mail as one thing: a new user, and the end of the old one, which waits for them. They
//! belong together by the deletion alone, which names both: however often either was asked for again.

use std::collections::HashSet;

use rollcall_language::say;
use rollcall_model::{After, Awaited, Change, Mutation, UserChange, UserId};

use crate::Failure;
use crate::organization::Organization;
use crate::view::{OutboxEntry, OutboxState, ReplacementStep, ReplacementView};

/// The user whose address a mutation replaces, and what it waits for; `None` for any other mutation.
pub(crate) fn replaces(mutation: &Mutation) -> Option<(&UserId, &After)> {
    let after = mutation.after.as_ref()?;
    match &mutation.change {
        Change::User(UserChange::DeleteUser { user, .. }) => Some((user, after)),
        _ => None,
    }
}

impl Organization {
    /// The replaced e-mails among these mutations, in order: of the users who are wanted.
    pub(crate) fn replacements(
        &self,
        mutations: &[Mutation],
        wanted: impl Fn(&UserId) -> bool,
    ) -> Result<Vec<ReplacementView>, Failure> {
        let new: HashSet<&UserId> = mutations
            .iter()
            .filter_map(replaces)
            .filter(|(old, _)| wanted(old))
            .map(|(_, after)| &after.user)
            .collect();
        let listed = self.entries(mutations, |mutation| {
            let is_end = replaces(mutation).is_some_and(|(_, after)| new.contains(&after.user));
            is_end
                || mutation
                    .change
                    .user()
                    .is_some_and(|user| new.contains(user))
        })?;
        let mut found = Vec::new();
        for (mutation, deletion) in &listed.entries {
            let Some((old, after)) = replaces(mutation) else {
                continue;
            };
            let additions: Vec<&(&Mutation, OutboxEntry)> = listed
                .entries
                .iter()
                .filter(|(other, _)| other.change.user() == Some(&after.user))
                .collect();
            found.push(self.replacement(mutation, deletion, old, after, &additions)?);
        }
        Ok(found)
    }

    /// The replaced e-mail that a user is the old or the new one of; `None` for most users.
    pub(crate) fn replacement_of(&self, user: &UserId) -> Result<Option<ReplacementView>, Failure> {
        let listed = self.ledger.listed()?;
        let old = listed.iter().find_map(|mutation| {
            let (old, after) = replaces(mutation)?;
            let open = mutation.is_open() || mutation.needs_you();
            (open && (old == user || after.user == *user)).then_some(old)
        });
        let Some(old) = old else { return Ok(None) };
        Ok(self.replacements(&listed, |user| user == old)?.pop())
    }

    fn replacement(
        &self,
        mutation: &Mutation,
        deletion: &OutboxEntry,
        old: &UserId,
        after: &After,
        additions: &[&(&Mutation, OutboxEntry)],
    ) -> Result<ReplacementView, Failure> {
        let (name, old_email) = self.name_in(&mutation.change)?;
        let new_email = match self.cache.user(&after.user)? {
            Some(shown) => shown.user.user_name,
            None => self.asked_address(mutation)?,
        };
        let addition = additions
            .iter()
            .find(|(mutation, _)| mutation.change.adds())
            .filter(|(_, entry)| may_be_taken_back(entry.state));
        Ok(ReplacementView {
            title: say!("replacement-title", name = name),
            steps: [
                first_step(&new_email, after.awaited, additions),
                second_step(&old_email, deletion),
            ],
            addition: addition.map(|(mutation, _)| mutation.id.to_string()),
            deletion: may_be_taken_back(deletion.state).then(|| mutation.id.to_string()),
            old: old.as_str().to_owned(),
            old_email,
            new: after.user.as_str().to_owned(),
            new_email,
        })
    }

    /// The new address as it was asked for: for a new user who is gone again.
    fn asked_address(&self, deletion: &Mutation) -> Result<String, Failure> {
        let together = self.ledger.operation(deletion.operation)?;
        let asked = together
            .iter()
            .filter(|mutation| mutation.change.adds())
            .find_map(|mutation| mutation.change.of_user()?.user_name());
        Ok(asked.map_or_else(|| say!("replacement-new-user"), str::to_owned))
    }
}

fn may_be_taken_back(state: OutboxState) -> bool {
    use OutboxState::{Done, Sending, Unknown};
    !matches!(state, Sending | Unknown | Done)
}

fn first_step(
    address: &str,
    awaited: Awaited,
    additions: &[&(&Mutation, OutboxEntry)],
) -> ReplacementStep {
    use OutboxState::{
        Blocked, Conflict, Done, Held, Rejected, Sending, Unconfirmed, Unknown, Waiting,
    };
    // What is no longer listed is done; of what is, the most urgent counts.
    let states = [
        Rejected,
        Conflict,
        Unconfirmed,
        Held,
        Unknown,
        Sending,
        Waiting,
        Blocked,
    ];
    let state = states
        .into_iter()
        .find(|state| additions.iter().any(|(_, entry)| entry.state == *state))
        .unwrap_or(Done);
    let text = match (state, awaited) {
        (Done, _) => say!("replacement-added", address = address),
        (Rejected | Conflict, _) => say!("replacement-not-added", address = address),
        (Sending | Unknown, Awaited::Added) => say!("replacement-adding", address = address),
        (Sending | Unknown, Awaited::Accepted) => say!("replacement-inviting", address = address),
        (_, Awaited::Added) => say!("replacement-to-add", address = address),
        (_, Awaited::Accepted) => say!("replacement-to-invite", address = address),
    };
    ReplacementStep { state, text }
}

fn second_step(address: &str, deletion: &OutboxEntry) -> ReplacementStep {
    use OutboxState::{Conflict, Done, Rejected, Sending, Unknown, WaitsForAcceptance};
    let text = match deletion.state {
        Done => say!("replacement-deleted", address = address),
        WaitsForAcceptance => say!("replacement-awaits", address = address),
        Rejected | Conflict => say!("replacement-not-deleted", address = address),
        Sending | Unknown => say!("replacement-deleting", address = address),
        _ => say!("replacement-to-delete", address = address),
    };
    ReplacementStep {
        state: deletion.state,
        text,
    }
}
