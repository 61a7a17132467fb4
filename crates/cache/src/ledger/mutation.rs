//! The outbox as it is written: mutations, what becomes of them, and the journal's line for each step.

use std::collections::HashMap;

use rollcall_language::say;
use rollcall_model::{
    After, Change, Goes, Mutation, MutationId, MutationState, OperationId, Resource, Settled,
    Timestamp, UserId, Version, WorkspaceId,
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

/// How a mutation ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// Which.
    pub id: MutationId,
    /// How.
    pub settled: Settled,
    /// What it added, by the id that the server has given. Whatever carries the placeholder takes this
    /// id in the same commit.
    pub added: Option<Resource>,
}

impl Ended {
    /// A mutation that ended like this, and added nothing.
    #[must_use]
    pub fn new(id: MutationId, settled: Settled) -> Self {
        Self {
            id,
            settled,
            added: None,
        }
    }
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

    /// Turns what is found in *sending* into *unknown*, never into *queued*: once, by the writer,
    /// before anything is sent. Answers which.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn recover(&self, now: Timestamp) -> Result<Vec<MutationId>, StoreError> {
        let sending = self
            .open_mutations()?
            .into_iter()
            .filter(|found| found.state == MutationState::Sending);
        let ids: Vec<MutationId> = sending.map(|mutation| mutation.id).collect();
        if ids.is_empty() {
            return Ok(ids);
        }
        self.0.write(
            || say!("faults-try-recover-sending"),
            |connection| {
                for id in &ids {
                    step(
                        connection,
                        *id,
                        || say!("faults-try-recover-sending"),
                        &["sending"],
                        "unknown",
                    )?;
                    line(
                        connection,
                        now,
                        "unknown",
                        *id,
                        json!({ "why": "found in sending at start-up" }),
                    )?;
                }
                Ok(())
            },
        )?;
        Ok(ids)
    }

    /// *Queued* → *sending*, one attempt more: one commit for all. Answers them as they are now.
    ///
    /// # Errors
    /// When one isn't queued any more, or is held (then none is marked), or the file can't be written.
    pub fn mark_sending(
        &self,
        ids: &[MutationId],
        now: Timestamp,
    ) -> Result<Vec<Mutation>, StoreError> {
        const ATTEMPTED: Words = || say!("faults-try-mark-sending");
        self.0.write(ATTEMPTED, |connection| {
            let mut marked = Vec::with_capacity(ids.len());
            for id in ids {
                step(connection, *id, ATTEMPTED, &["queued"], "sending")?;
                let marked_one = connection
                    .prepare_cached(
                        "UPDATE mutations SET attempts = attempts + 1
                         WHERE id = ?1 AND goes = 'by_itself'",
                    )?
                    .execute([id.to_string()])?;
                if marked_one == 0 {
                    // Held since it was last looked at: the word of a person comes first.
                    return Err(not_now(ATTEMPTED, *id, "held"));
                }
                line(connection, now, "sending", *id, json!({}))?;
                marked.extend(one(connection, *id)?);
            }
            Ok(marked)
        })
    }

    /// *Sending* or *unknown* → *queued*: the server surely hasn't done it. `why` goes into the journal.
    ///
    /// # Errors
    /// When it is in another state, or the file can't be written.
    pub fn requeue(&self, id: MutationId, why: &str, now: Timestamp) -> Result<(), StoreError> {
        const ATTEMPTED: Words = || say!("faults-try-requeue-change");
        self.0.write(ATTEMPTED, |connection| {
            step(connection, id, ATTEMPTED, &["sending", "unknown"], "queued")?;
            line(connection, now, "requeued", id, json!({ "why": why }))?;
            Ok(())
        })
    }

    /// *Sending* → *unknown*: the server may have done it. `why` goes into the journal.
    ///
    /// # Errors
    /// When it is in another state, or the file can't be written.
    pub fn mark_unknown(
        &self,
        id: MutationId,
        why: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        const ATTEMPTED: Words = || say!("faults-try-mark-unknown");
        self.0.write(ATTEMPTED, |connection| {
            step(connection, id, ATTEMPTED, &["sending"], "unknown")?;
            line(connection, now, "unknown", id, json!({ "why": why }))?;
            Ok(())
        })
    }

    /// Ends mutations: applied, rejected or in conflict from *sending*, *unknown* or (by the policy
    /// asked again) *queued*: one commit for all, journal lines included. Answers the last ledger
    /// sequence, to be stored with the snapshot that reflects it.
    ///
    /// # Errors
    /// When one has ended already (then none is ended), or the file can't be written.
    pub fn settle(&self, ended: &[Ended], now: Timestamp) -> Result<u64, StoreError> {
        const ATTEMPTED: Words = || say!("faults-try-record-end");
        self.0.write(ATTEMPTED, |connection| {
            let mut sequence = 0;
            for Ended { id, settled, added } in ended {
                step(
                    connection,
                    *id,
                    ATTEMPTED,
                    &["queued", "sending", "unknown"],
                    settled_name(settled),
                )?;
                sequence = end(connection, *id, settled, added.as_ref(), now)?;
                if let Some(added) = added {
                    name_added(connection, *id, added)?;
                }
            }
            Ok(sequence)
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
fn step(
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

/// Gives the id of what was added to everything that carries the placeholder, the addition included.
fn name_added(connection: &Connection, by: MutationId, added: &Resource) -> Result<(), Fault> {
    let placeholder = UserId::placeholder(by);
    for sql in [
        "UPDATE mutations SET resource = ?2 WHERE resource = ?1 AND resource GLOB 'new:*'",
        "UPDATE mutations SET workspace = ?2 WHERE workspace = ?1 AND workspace GLOB 'new:*'",
        "UPDATE mutations SET after_user = ?2 WHERE after_user = ?1",
    ] {
        connection
            .prepare_cached(sql)?
            .execute([placeholder.as_str(), added.id()])?;
    }
    Ok(())
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

fn settled_name(settled: &Settled) -> &'static str {
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
