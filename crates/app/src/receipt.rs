//! What a person is told of a save: what is done, what waits, what was refused.

use std::collections::HashSet;

use rollcall_language::say;
use rollcall_model::{
    Change, Goes, Mutation, MutationState, OperationId, Resource, Settled, UserChange,
    WorkspaceChange,
};

use crate::Failure;
use crate::entry::{change_words, is_about_access, words as words_of};
use crate::organization::Organization;
use crate::row::count;
use crate::view::Receipt;

/// What is said of an operation, by where its mutations stand now.
pub(crate) fn receipt(
    open: &Organization,
    operation: OperationId,
    mutations: &[Mutation],
) -> Result<Receipt, Failure> {
    let is_applied =
        |mutation: &&Mutation| mutation.state == MutationState::Settled(Settled::Applied);
    let applied = mutations.iter().filter(is_applied).count();
    Ok(Receipt {
        operation: operation.to_string(),
        queued: count(
            mutations
                .iter()
                .filter(|mutation| mutation.is_open())
                .count(),
        ),
        applied: count(applied),
        message: match until(mutations) {
            Some(until) => format!("{} {until}", message(open, mutations)?),
            None => message(open, mutations)?,
        },
    })
}

/// Whose word what waits needs first; `None` where it goes out by itself.
fn until(mutations: &[Mutation]) -> Option<String> {
    let held = |goes: Goes| {
        let mut held = mutations.iter().filter(|mutation| mutation.is_held());
        held.any(|mutation| mutation.goes == goes)
    };
    if held(Goes::OnceConfirmed) {
        Some(say!("receipt-asks-once-more"))
    } else {
        held(Goes::WhenSent).then(|| say!("receipt-held"))
    }
}

/// The sentences of a receipt: in full for one resource, counted for several.
fn message(open: &Organization, mutations: &[Mutation]) -> Result<String, Failure> {
    let Some(first) = mutations.first() else {
        return Ok(say!("receipt-so-already"));
    };
    let resources: HashSet<Resource> = mutations
        .iter()
        .map(|mutation| mutation.change.resource())
        .collect();
    if resources.len() > 1 {
        let replaced = of_replacement(open, mutations)?;
        return Ok(replaced.unwrap_or_else(|| counted(mutations, &resources)));
    }
    of_one(open, first, mutations)
}

/// What has become of a replaced e-mail; `None` for anything else.
fn of_replacement(open: &Organization, mutations: &[Mutation]) -> Result<Option<String>, Failure> {
    let Some(replacement) = open.replacements(mutations, |_| true)?.pop() else {
        return Ok(None);
    };
    let [first, second] = replacement.steps;
    let nothing_yet = mutations
        .iter()
        .all(|mutation| mutation.state == MutationState::Queued);
    let title = format!("{}.", replacement.title);
    let mut sentences = vec![title, first.text, second.text];
    if nothing_yet {
        sentences.push(say!("receipt-nothing-yet"));
    }
    Ok(Some(sentences.join(" ")))
}

/// What has become of changes to several resources: how many of each.
fn counted(mutations: &[Mutation], resources: &HashSet<Resource>) -> String {
    let number = |of: fn(&MutationState) -> bool| {
        mutations
            .iter()
            .filter(|mutation| of(&mutation.state))
            .count()
    };
    let applied = number(|state| *state == MutationState::Settled(Settled::Applied));
    let sent = number(|state| matches!(state, MutationState::Sending | MutationState::Unknown));
    let waiting = number(|state| *state == MutationState::Queued);
    let refused = number(|state| matches!(state, MutationState::Settled(Settled::Rejected { .. })));
    let conflicts =
        number(|state| matches!(state, MutationState::Settled(Settled::Conflict { .. })));
    let taken_back = number(|state| *state == MutationState::Settled(Settled::Cancelled));
    let parts = [
        (applied > 0).then(|| say!("receipt-part-applied", count = applied)),
        (sent > 0).then(|| say!("receipt-part-sent", count = sent)),
        (waiting > 0).then(|| say!("receipt-part-waiting", count = waiting)),
        (refused > 0).then(|| say!("receipt-part-refused", count = refused)),
        (conflicts > 0).then(|| say!("receipt-part-conflict", count = conflicts)),
        (taken_back > 0).then(|| say!("receipt-part-taken-back", count = taken_back)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let (parts, changes, count) = (parts.join(", "), mutations.len(), resources.len());
    let is_user = |resource: &Resource| matches!(resource, Resource::User(_));
    let said = if resources.iter().all(is_user) {
        say!(
            "receipt-many-users",
            changes = changes,
            count = count,
            parts = parts
        )
    } else {
        say!(
            "receipt-many-places",
            changes = changes,
            count = count,
            parts = parts
        )
    };
    if waiting == changes {
        return format!("{said} {}", say!("receipt-nothing-yet"));
    }
    said
}

/// What the first of these is about is called; where it is given another name, which is told beside it, what it was
/// called before.
pub(crate) fn called(
    open: &Organization,
    first: &Mutation,
    mutations: &[Mutation],
) -> Result<String, Failure> {
    let before = mutations
        .iter()
        .find_map(|mutation| match &mutation.change {
            Change::User(UserChange::SetDisplayName { was, .. })
            | Change::Workspace(WorkspaceChange::RenameWorkspace { was, .. }) => Some(was),
            _ => None,
        })
        .filter(|name| !name.is_empty());
    match before {
        Some(name) => Ok(name.clone()),
        None => Ok(open.name_in(&first.change)?.0),
    }
}

fn of_one(
    open: &Organization,
    first: &Mutation,
    mutations: &[Mutation],
) -> Result<String, Failure> {
    let name = called(open, first, mutations)?;
    let mut done = Vec::new();
    let mut waiting = Vec::new();
    let mut sent = Vec::new();
    let mut failed = Vec::new();
    for mutation in mutations {
        let mutation = open.mutation_as_read(mutation)?;
        let words = change_words(&mutation.change, &open.subject_of(&mutation.change)?);
        match &mutation.state {
            MutationState::Settled(Settled::Applied) => done.push(words),
            MutationState::Queued => waiting.push(words),
            MutationState::Sending | MutationState::Unknown => sent.push(words),
            MutationState::Settled(Settled::Rejected { reason }) => {
                failed.push(say!("receipt-refused", words = words, reason = reason));
            }
            MutationState::Settled(Settled::Conflict { found }) => {
                let now = words_of(found);
                failed.push(if is_about_access(&mutation, found) {
                    say!(
                        "receipt-conflict-access",
                        name = name,
                        words = words,
                        now = now
                    )
                } else {
                    say!("receipt-conflict", name = name, words = words, now = now)
                });
            }
            MutationState::Settled(Settled::Cancelled) => {
                failed.push(say!("receipt-taken-back", words = words));
            }
        }
    }
    let mut sentences = Vec::new();
    if !done.is_empty() {
        sentences.push(say!(
            "receipt-applied",
            name = name,
            words = done.join(", ")
        ));
    }
    if !sent.is_empty() {
        sentences.push(say!("receipt-sent", name = name, words = sent.join(", ")));
    }
    if !waiting.is_empty() {
        let words = waiting.join(", ");
        sentences.push(say!("receipt-waiting", name = name, words = words));
        if done.is_empty() && sent.is_empty() {
            sentences.push(say!("receipt-nothing-yet"));
        }
    }
    sentences.extend(failed);
    Ok(sentences.join(" "))
}
