//! The outbox as it is written: mutations, and the journal's line for each step.

use std::collections::HashMap;

use rollcall_language::say;
use rollcall_model::{
    After, Change, Goes, Mutation, MutationId, OperationId, Resource, Settled, Timestamp, UserId,
    Version, WorkspaceId,
};
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::{Value, json};

use super::Ledger;
use super::Said;
use super::cancel::{Replaced, drop_replaced};
use super::columns::{Values, written_found};
use super::hold::holds;
use super::journal::{append, signed};
use super::outbox::{of_operation, one};
use crate::StoreError;
use crate::error::Fault;
use crate::spoken::Words;

/// One press of *Save*: mutations that are queued together or not at all.
#[derive(Debug, Clone)]
pub struct Operation {
    /// Made where the person acted; delivered twice, it is queued once.
    pub id: OperationId,
    /// What is asked for, in order.
    pub mutations: Vec<NewMutation>,
    /// Mutations that these replace: cancelled in the same commit, as [`Ledger::cancel`] does.
    pub replaces: Vec<Replaced>,
    /// Who asks: the signed-in user's id, where known.
    pub actor: Option<String>,
    /// How each is put to people, for the journal.
    pub said: HashMap<MutationId, Said>,
    /// Now.
    pub made_at: Timestamp,
    /// The time of the list on which it was made.
    pub seen_at: Option<Timestamp>,
}

/// One change to be queued.
#[derive(Debug, Clone)]
pub struct NewMutation {
    /// Its id.
    pub id: MutationId,
    /// What is asked for, and what was seen.
    pub change: Change,
    /// The user's version that the person saw.
    pub version: Option<Version>,
    /// What must have become of another user before it may be sent.
    pub after: Option<After>,
    /// Whose word it needs; where everything is held, a person's in any case.
    pub goes: Goes,
}

/// What became of an operation that was handed to [`Ledger::enqueue`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Enqueued {
    /// It is durable now.
    Now(Vec<Mutation>),
    /// It was delivered before; these are its mutations as they stand.
    Before(Vec<Mutation>),
}

impl Ledger {
    /// Makes an operation durable: its mutations and their journal lines in one commit.
    ///
    /// # Errors
    /// When the file can't be written; then nothing is queued.
    pub fn enqueue(&self, operation: &Operation) -> Result<Enqueued, StoreError> {
        self.0.write(|| say!("faults-try-queue-change"), |connection| {
            let fresh = connection
                .prepare_cached(
                    "INSERT INTO operations (id, actor, made_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                )?
                .execute(params![
                    operation.id.to_string(),
                    operation.actor,
                    operation.made_at.as_microsecond()
                ])?;
            if fresh == 0 {
                return Ok(Enqueued::Before(of_operation(connection, operation.id)?));
            }
            for replaced in &operation.replaces {
                drop_replaced(connection, replaced, operation.made_at)?;
            }
            let holds = holds(connection)?;
            for mutation in &operation.mutations {
                let goes = match mutation.goes {
                    Goes::ByItself if holds => Goes::WhenSent,
                    goes => goes,
                };
                insert(connection, operation, mutation, goes)?;
            }
            Ok(Enqueued::Now(of_operation(connection, operation.id)?))
        })
    }

    /// A person has seen how these ended: applied and cancelled ones are no longer listed.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn seen(&self, ids: &[MutationId]) -> Result<(), StoreError> {
        self.0.write(|| say!("faults-try-note-seen"), |connection| {
            for id in ids {
                connection
                    .prepare_cached(
                        "UPDATE mutations SET seen = 1 WHERE id = ?1 AND state IN ('applied', 'cancelled')",
                    )?
                    .execute([id.to_string()])?;
            }
            Ok(())
        })
    }
}

fn insert(
    connection: &Connection,
    operation: &Operation,
    mutation: &NewMutation,
    goes: Goes,
) -> Result<(), Fault> {
    let mut change = mutation.change.clone();
    for carried in change.carried() {
        if let Some(added) = added_by_now(connection, &carried)? {
            change.name_added(&carried, &added);
        }
    }
    let mut after = mutation.after.clone();
    if let Some(after) = after.as_mut() {
        let awaited = Resource::User(after.user.clone());
        if let Some(added) = added_by_now(connection, &awaited)? {
            after.name_added(&awaited, &added);
        }
    }
    let resource = change.resource();
    let values = Values::of(&change);
    connection
        .prepare_cached(
            "INSERT INTO mutations
                (id, operation, kind, resource, workspace, was, wanted, user_name, display_name, after_user,
                 awaited, version, made_at, seen_at, field, said, goes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        )?
        .execute(params![
            mutation.id.to_string(),
            operation.id.to_string(),
            change.name(),
            resource.id(),
            values.workspace,
            values.was,
            values.wanted,
            values.user_name,
            values.display_name,
            after.as_ref().map(|after| after.user.as_str()),
            after.as_ref().map(|after| after.awaited.as_str()),
            mutation.version.as_ref().map(|version| &version.0),
            operation.made_at.as_microsecond(),
            operation.seen_at.map(Timestamp::as_microsecond),
            values.field,
            operation.said.get(&mutation.id).map(|said| json!(said).to_string()),
            goes.as_str(),
        ])?;
    let detail = json!({
        "operation": operation.id.to_string(),
        "actor": operation.actor,
        "change": change.name(),
        "user": change.user().map(UserId::as_str),
        "userName": values.user_name,
        "workspace": change.workspace().map(WorkspaceId::as_str),
        "field": values.field,
        "was": values.was,
        "to": values.wanted,
        "after": after.as_ref().map(|after| after.awaited.as_str()),
        "goes": goes.as_str(),
    });
    line(connection, operation.made_at, "queued", mutation.id, detail)?;
    Ok(())
}

/// What has been added by now in the place of a placeholder. Whoever asks may still know it by that: an
/// answer can come between the decision and the commit.
fn added_by_now(
    connection: &Connection,
    placeholder: &Resource,
) -> Result<Option<Resource>, Fault> {
    let addition = match placeholder.added_by() {
        Some(addition) => one(connection, addition)?,
        None => None,
    };
    Ok(addition.map(|addition| addition.change.resource()))
}

/// Moves a mutation from one of the states `from` to the state `to`.
pub(super) fn step(
    connection: &Connection,
    id: MutationId,
    attempted: Words,
    from: &[&str],
    to: &str,
) -> Result<(), Fault> {
    let state: Option<String> = connection
        .prepare_cached("SELECT state FROM mutations WHERE id = ?1")?
        .query_row([id.to_string()], |row| row.get(0))
        .optional()?;
    match state {
        Some(state) if from.contains(&state.as_str()) => {
            connection
                .prepare_cached("UPDATE mutations SET state = ?2 WHERE id = ?1")?
                .execute([id.to_string().as_str(), to])?;
            Ok(())
        }
        other => {
            let state = other.as_deref().map_or("not_known", state_name);
            Err(not_now(attempted, id, state))
        }
    }
}

pub(super) fn not_now(attempted: Words, id: MutationId, state: &'static str) -> Fault {
    StoreError::Transition {
        attempted: attempted.into(),
        id,
        state,
    }
    .into()
}

/// Writes how a mutation ended, whose state says so already. Answers the ledger sequence.
pub(super) fn end(
    connection: &Connection,
    id: MutationId,
    settled: &Settled,
    added: Option<&Resource>,
    now: Timestamp,
) -> Result<u64, Fault> {
    let reason = match settled {
        Settled::Rejected { reason } => Some(reason.as_str()),
        Settled::Applied | Settled::Cancelled | Settled::Conflict { .. } => None,
    };
    let (kind, value) = match settled {
        Settled::Conflict { found } => {
            let (kind, value) = written_found(found);
            (Some(kind), value)
        }
        Settled::Applied | Settled::Cancelled | Settled::Rejected { .. } => (None, None),
    };
    let mut detail = json!({ "reason": reason, "found": kind, "value": value });
    match added {
        Some(Resource::User(user)) => detail["user"] = user.as_str().into(),
        Some(Resource::Workspace(workspace)) => detail["workspace"] = workspace.as_str().into(),
        Some(Resource::Organization) | None => {}
    }
    let sequence = line(connection, now, settled_name(settled), id, detail)?;
    if *settled == Settled::Cancelled {
        // Why it was refused, or what it met, is kept: it may come back.
        connection
            .prepare_cached("UPDATE mutations SET ended = ?2 WHERE id = ?1")?
            .execute(params![id.to_string(), signed(sequence)])?;
        return Ok(sequence);
    }
    connection
        .prepare_cached(
            "UPDATE mutations SET reason = ?2, found_kind = ?3, found_value = ?4, ended = ?5 WHERE id = ?1",
        )?
        .execute(params![id.to_string(), reason, kind, value, signed(sequence)])?;
    Ok(sequence)
}

/// Writes a line about a mutation: what is particular to it, and how the mutation was put to people.
pub(super) fn line(
    connection: &Connection,
    now: Timestamp,
    kind: &str,
    id: MutationId,
    particular: Value,
) -> rusqlite::Result<u64> {
    let said: Option<String> = connection
        .prepare_cached("SELECT said FROM mutations WHERE id = ?1")?
        .query_row([id.to_string()], |row| row.get(0))?;
    let said: Said = said
        .and_then(|said| serde_json::from_str(&said).ok())
        .unwrap_or_default();
    let mut detail = json!(said);
    detail["mutation"] = id.to_string().into();
    if let (Value::Object(detail), Value::Object(particular)) = (&mut detail, particular) {
        detail.extend(particular.into_iter().filter(|(_, value)| !value.is_null()));
    }
    append(connection, now, kind, &detail.to_string())
}

pub(super) fn settled_name(settled: &Settled) -> &'static str {
    match settled {
        Settled::Applied => "applied",
        Settled::Rejected { .. } => "rejected",
        Settled::Conflict { .. } => "conflict",
        Settled::Cancelled => "cancelled",
    }
}

/// A stored state, as an error has it.
pub(super) fn state_name(state: &str) -> &'static str {
    match state {
        "queued" => "queued",
        "sending" => "sending",
        "unknown" => "unknown",
        "applied" => "applied",
        "rejected" => "rejected",
        "conflict" => "conflict",
        "cancelled" => "cancelled",
        _ => "other",
    }
}
