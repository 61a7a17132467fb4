//! What a person is told of a save: what is done, what waits, what was refused.

use std::collections::HashSet;

use rollcall_model::{Change, Goes, Mutation, MutationState, OperationId, Resource, Settled};

use crate::Failure;
use crate::entry::{change_words, words as words_of};
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
        message: format!("{}{}", message(open, mutations)?, until(mutations)),
    })
}

/// Whose word what waits needs first; empty where it goes out by itself.
fn until(mutations: &[Mutation]) -> &'static str {
    let held = |goes: Goes| {
        let mut held = mutations.iter().filter(|mutation| mutation.is_held());
        held.any(|mutation| mutation.goes == goes)
    };
    if held(Goes::OnceConfirmed) {
        " It asks once more before it is sent."
    } else if held(Goes::WhenSent) {
        " It is held until it is sent."
    } else {
        ""
    }
}

/// The sentences of a receipt: in full for one resource, counted for several.
fn message(open: &Organization, mutations: &[Mutation]) -> Result<String, Failure> {
    let Some(first) = mutations.first() else {
        return Ok("Nothing to change: the server has it so already.".to_owned());
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
    let rest = if nothing_yet {
        " Nothing has changed on the server."
    } else {
        ""
    };
    let title = replacement.title;
    Ok(Some(format!(
        "{title}. {} {}{rest}",
        first.text, second.text
    )))
}

/// What has become of changes to several resources: how many of each.
fn counted(mutations: &[Mutation], resources: &HashSet<Resource>) -> String {
    let number = |of: fn(&MutationState) -> bool| {
        mutations
            .iter()
            .filter(|mutation| of(&mutation.state))
            .count()
    };
    let waiting = number(|state| *state == MutationState::Queued);
    let parts = [
        (
            number(|state| *state == MutationState::Settled(Settled::Applied)),
            "changed on the server",
        ),
        (
            number(|state| matches!(state, MutationState::Sending | MutationState::Unknown)),
            "sent, no answer yet",
        ),
        (waiting, "waiting in Outbox"),
        (
            number(|state| matches!(state, MutationState::Settled(Settled::Rejected { .. }))),
            "refused",
        ),
        (
            number(|state| matches!(state, MutationState::Settled(Settled::Conflict { .. }))),
            "in conflict",
        ),
        (
            number(|state| *state == MutationState::Settled(Settled::Cancelled)),
            "taken back",
        ),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| format!("{number} {what}"))
        .collect();
    let rest = if waiting == mutations.len() {
        " Nothing has changed on the server."
    } else {
        ""
    };
    let changes = mutations.len();
    let number = resources.len();
    let kind = if resources
        .iter()
        .all(|resource| matches!(resource, Resource::User(_)))
    {
        "users"
    } else {
        "places"
    };
    format!(
        "{changes} changes to {number} {kind}: {}.{rest}",
        parts.join(", ")
    )
}

fn of_one(
    open: &Organization,
    first: &Mutation,
    mutations: &[Mutation],
) -> Result<String, Failure> {
    let (name, _) = open.name_in(&first.change)?;
    let mut done = Vec::new();
    let mut waiting = Vec::new();
    let mut sent = Vec::new();
    let mut failed = Vec::new();
    for mutation in mutations {
        let words = change_words(&mutation.change, &open.subject_of(&mutation.change)?);
        match &mutation.state {
            MutationState::Settled(Settled::Applied) => done.push(words),
            MutationState::Queued => waiting.push(words),
            MutationState::Sending | MutationState::Unknown => sent.push(words),
            MutationState::Settled(Settled::Rejected { reason }) => {
                failed.push(format!("Refused: {words}. {reason}"));
            }
            MutationState::Settled(Settled::Conflict { found }) => {
                let changed = match mutation.change {
                    Change::User(_) => format!("{name}'s access"),
                    Change::Workspace(_) | Change::Organization(_) => name.clone(),
                };
                failed.push(format!(
                    "Not done, since {changed} changed meanwhile: {words}. Now: {}.",
                    words_of(found)
                ));
            }
            MutationState::Settled(Settled::Cancelled) => {
                failed.push(format!("Taken back: {words}."));
            }
        }
    }
    let mut sentences = Vec::new();
    if !done.is_empty() {
        sentences.push(format!(
            "Changed on the server: {name}, {}.",
            done.join(", ")
        ));
    }
    if !sent.is_empty() {
        sentences.push(format!("Sent, no answer yet: {name}, {}.", sent.join(", ")));
    }
    if !waiting.is_empty() {
        let rest = if done.is_empty() && sent.is_empty() {
            " Nothing has changed on the server."
        } else {
            ""
        };
        sentences.push(format!(
            "Waiting in Outbox: {name}, {}.{rest}",
            waiting.join(", ")
        ));
    }
    sentences.extend(failed);
    Ok(sentences.join(" "))
}
