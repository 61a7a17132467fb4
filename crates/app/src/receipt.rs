//! What a person is told of a save: what is done, what waits, what was refused.

use rollcall_model::{Mutation, MutationState, OperationId, Settled};

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
        message: message(open, mutations)?,
    })
}

/// The sentences of a receipt: one for what is done, one for what waits, one for each that isn't.
fn message(open: &Organization, mutations: &[Mutation]) -> Result<String, Failure> {
    let Some(first) = mutations.first() else {
        return Ok(String::new());
    };
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
            MutationState::Settled(Settled::Conflict { found }) => failed.push(format!(
                "Not done, since {name}'s access changed meanwhile: {words}. Now: {}.",
                words_of(found)
            )),
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
