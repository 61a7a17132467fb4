//! The outbox: mutations, what becomes of them, and the journal's line for each step.

use rollcall_model::{
    Change, Found, Mutation, MutationId, MutationState, OperationId, OrgRole, Role, Settled,
    Timestamp, UserId, Version, WorkspaceId,
};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::json;

use super::Ledger;
use super::journal::{append, signed, unsigned};
use crate::StoreError;
use crate::error::Fault;

/// One press of *Save*: mutations that are queued together or not at all.
#[derive(Debug, Clone)]
pub struct Operation {
    /// Made where the person acted; delivered twice, it is queued once.
    pub id: OperationId,
    /// What is asked for, in order.
    pub mutations: Vec<NewMutation>,
    /// Mutations that these replace (asked again after a conflict): cancelled in the same commit, as
    /// [`Ledger::cancel`] does.
    pub replaces: Vec<MutationId>,
    /// Who asks: the signed-in user's id, where known.
    pub actor: Option<String>,
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
        self.0.write("queue a change", |connection| {
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
            for id in &operation.replaces {
                cancel(connection, *id, operation.made_at)?;
            }
            for mutation in &operation.mutations {
                insert(connection, operation, mutation)?;
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
        self.0.write("recover what was being sent", |connection| {
            for id in &ids {
                step(
                    connection,
                    *id,
                    "recover what was being sent",
                    &["sending"],
                    "unknown",
                )?;
                line(
                    connection,
                    now,
                    "unknown",
                    *id,
                    "found in sending at start-up",
                )?;
            }
            Ok(())
        })?;
        Ok(ids)
    }

    /// *Queued* → *sending*, one attempt more: one commit for all. Answers them as they are now.
    ///
    /// # Errors
    /// When one isn't queued any more (then none is marked), or the file can't be written.
    pub fn mark_sending(
        &self,
        ids: &[MutationId],
        now: Timestamp,
    ) -> Result<Vec<Mutation>, StoreError> {
        const ATTEMPTED: &str = "mark a change as being sent";
        self.0.write(ATTEMPTED, |connection| {
            let mut marked = Vec::with_capacity(ids.len());
            for id in ids {
                step(connection, *id, ATTEMPTED, &["queued"], "sending")?;
                connection
                    .prepare_cached("UPDATE mutations SET attempts = attempts + 1 WHERE id = ?1")?
                    .execute([id.to_string()])?;
                line(connection, now, "sending", *id, "")?;
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
        const ATTEMPTED: &str = "queue a change again";
        self.0.write(ATTEMPTED, |connection| {
            step(connection, id, ATTEMPTED, &["sending", "unknown"], "queued")?;
            line(connection, now, "requeued", id, why)?;
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
        const ATTEMPTED: &str = "mark a change's outcome as unknown";
        self.0.write(ATTEMPTED, |connection| {
            step(connection, id, ATTEMPTED, &["sending"], "unknown")?;
            line(connection, now, "unknown", id, why)?;
            Ok(())
        })
    }

    /// Ends mutations: applied, rejected or in conflict from *sending*, *unknown* or (by the policy
    /// asked again) *queued*: one commit for all, journal lines included. Answers the last ledger
    /// sequence, to be stored with the snapshot that reflects it.
    ///
    /// # Errors
    /// When one has ended already (then none is ended), or the file can't be written.
    pub fn settle(
        &self,
        outcomes: &[(MutationId, Settled)],
        now: Timestamp,
    ) -> Result<u64, StoreError> {
        const ATTEMPTED: &str = "record how a change ended";
        self.0.write(ATTEMPTED, |connection| {
            let mut sequence = 0;
            for (id, settled) in outcomes {
                step(
                    connection,
                    *id,
                    ATTEMPTED,
                    &["queued", "sending", "unknown"],
                    settled_name(settled),
                )?;
                sequence = end(connection, *id, settled, now)?;
            }
            Ok(sequence)
        })
    }

    /// Takes back what is *queued*, and drops what is rejected or in conflict; others are left alone.
    /// Answers which are cancelled now.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn cancel(
        &self,
        ids: &[MutationId],
        now: Timestamp,
    ) -> Result<Vec<MutationId>, StoreError> {
        self.0.write("take changes back", |connection| {
            let mut cancelled = Vec::new();
            for id in ids {
                if cancel(connection, *id, now)? {
                    cancelled.push(*id);
                }
            }
            Ok(cancelled)
        })
    }

    /// A person has seen how these ended: applied and cancelled ones are no longer listed.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn seen(&self, ids: &[MutationId]) -> Result<(), StoreError> {
        self.0.write("note what was seen", |connection| {
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

    /// One mutation.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn mutation(&self, id: MutationId) -> Result<Option<Mutation>, StoreError> {
        self.0
            .read("read a change", |connection| one(connection, id))
    }

    /// The mutations of an operation, in order.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn operation(&self, id: OperationId) -> Result<Vec<Mutation>, StoreError> {
        self.0.read("read an operation", |connection| {
            of_operation(connection, id)
        })
    }

    /// What may still be sent (queued, sending, unknown), in order.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn open_mutations(&self) -> Result<Vec<Mutation>, StoreError> {
        let mut listed = self.listed()?;
        listed.retain(Mutation::is_open);
        Ok(listed)
    }

    /// What the outbox lists: everything that isn't both at its end and seen, in order. Cancelled ones
    /// count as seen by whoever cancelled them.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn listed(&self) -> Result<Vec<Mutation>, StoreError> {
        self.0.read("read the outbox", |connection| {
            several(connection, "WHERE listed ORDER BY sequence", [])
        })
    }

    /// What is laid over a snapshot that reflects the ledger up to `reflected`: what is open, rejected
    /// or in conflict, and what was applied since, in order.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn overlay(&self, reflected: u64) -> Result<Vec<Mutation>, StoreError> {
        let mut overlay = self.listed()?;
        overlay.retain(|mutation| mutation.is_open() || mutation.intent().is_some());
        overlay.extend(
            self.applied_since(reflected)?
                .into_iter()
                .map(|(_, mutation)| mutation),
        );
        overlay.sort_by_key(|mutation| mutation.sequence);
        Ok(overlay)
    }

    /// What was applied after the ledger sequence `reflected`, with the sequence of each
    /// acknowledgement, in the order of these.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn applied_since(&self, reflected: u64) -> Result<Vec<(u64, Mutation)>, StoreError> {
        self.0.read("read what was applied", |connection| {
            let sql = format!(
                "SELECT {COLUMNS}, ended FROM mutations WHERE state = 'applied' AND ended > ?1 ORDER BY ended"
            );
            let mut found = Vec::new();
            let mut statement = connection.prepare_cached(&sql)?;
            let mut rows = statement.query([signed(reflected)])?;
            while let Some(row) = rows.next()? {
                found.push((unsigned(row.get(16)?), read(row)?));
            }
            Ok(found)
        })
    }
}

const COLUMNS: &str =
    "id, sequence, operation, kind, user, workspace, role_was, role_to, version, made_at,
    seen_at, attempts, state, reason, found_kind, found_value";

fn read(row: &Row<'_>) -> Result<Mutation, Fault> {
    let nonsense = |what| StoreError::Nonsense {
        attempted: "read a change",
        what,
    };
    let user = UserId::new(row.get::<_, String>(4)?);
    let workspace = || -> Result<WorkspaceId, Fault> {
        Ok(WorkspaceId::new(
            row.get::<_, Option<String>>(5)?
                .ok_or_else(|| nonsense("a mutation's workspace"))?,
        ))
    };
    let text = |column: usize| -> Result<String, Fault> {
        Ok(row.get::<_, Option<String>>(column)?.unwrap_or_default())
    };
    let change = match row.get_ref(3)?.as_str()? {
        "set_role" => Change::SetRole {
            user,
            was: OrgRole::from_wire(&text(6)?),
            to: text(7)?
                .parse::<Role>()
                .map_err(|_| nonsense("a mutation's role"))?,
        },
        "grant_workspace" => Change::GrantWorkspace {
            user,
            workspace: workspace()?,
        },
        "revoke_workspace" => Change::RevokeWorkspace {
            user,
            workspace: workspace()?,
        },
        _ => return Err(nonsense("a mutation's kind").into()),
    };
    let state = match row.get_ref(12)?.as_str()? {
        "queued" => MutationState::Queued,
        "sending" => MutationState::Sending,
        "unknown" => MutationState::Unknown,
        "applied" => MutationState::Settled(Settled::Applied),
        "rejected" => MutationState::Settled(Settled::Rejected { reason: text(13)? }),
        "conflict" => MutationState::Settled(Settled::Conflict {
            found: match text(14)?.as_str() {
                "role" => Found::Role(OrgRole::from_wire(&text(15)?)),
                "access" => Found::Access(text(15)? == "granted"),
                _ => Found::Gone,
            },
        }),
        "cancelled" => MutationState::Settled(Settled::Cancelled),
        _ => return Err(nonsense("a mutation's state").into()),
    };
    let time = |at: i64| Timestamp::from_microsecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
    Ok(Mutation {
        id: row
            .get_ref(0)?
            .as_str()?
            .parse()
            .map_err(|_| nonsense("a mutation's id"))?,
        sequence: unsigned(row.get(1)?),
        operation: row
            .get_ref(2)?
            .as_str()?
            .parse()
            .map_err(|_| nonsense("an operation's id"))?,
        change,
        version: row.get::<_, Option<String>>(8)?.map(Version),
        made_at: time(row.get(9)?),
        seen_at: row.get::<_, Option<i64>>(10)?.map(time),
        attempts: row.get(11)?,
        state,
    })
}

/// Mutations by a condition; `listed` in it stands for what the outbox lists.
fn several(
    connection: &Connection,
    condition: &str,
    values: impl rusqlite::Params,
) -> Result<Vec<Mutation>, Fault> {
    // Word for word as in the partial index, or the planner doesn't see that it fits.
    let condition = condition.replace(
        "listed",
        "NOT (seen AND state IN ('applied', 'cancelled', 'rejected', 'conflict'))",
    );
    let mut statement =
        connection.prepare_cached(&format!("SELECT {COLUMNS} FROM mutations {condition}"))?;
    let mut rows = statement.query(values)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

fn one(connection: &Connection, id: MutationId) -> Result<Option<Mutation>, Fault> {
    Ok(several(connection, "WHERE id = ?1", [id.to_string()])?.pop())
}

fn of_operation(connection: &Connection, id: OperationId) -> Result<Vec<Mutation>, Fault> {
    several(
        connection,
        "WHERE operation = ?1 ORDER BY sequence",
        [id.to_string()],
    )
}

fn insert(
    connection: &Connection,
    operation: &Operation,
    mutation: &NewMutation,
) -> Result<(), Fault> {
    let change = &mutation.change;
    let (workspace, was, to) = match change {
        Change::SetRole { was, to, .. } => (None, Some(was.as_str()), Some(to.as_str())),
        Change::GrantWorkspace { workspace, .. } | Change::RevokeWorkspace { workspace, .. } => {
            (Some(workspace.as_str()), None, None)
        }
    };
    connection
        .prepare_cached(
            "INSERT INTO mutations
                (id, operation, kind, user, workspace, role_was, role_to, version, made_at, seen_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(params![
            mutation.id.to_string(),
            operation.id.to_string(),
            change.name(),
            change.user().as_str(),
            workspace,
            was,
            to,
            mutation.version.as_ref().map(|version| &version.0),
            operation.made_at.as_microsecond(),
            operation.seen_at.map(Timestamp::as_microsecond),
        ])?;
    let detail = json!({
        "mutation": mutation.id.to_string(),
        "operation": operation.id.to_string(),
        "actor": operation.actor,
        "change": change.name(),
        "user": change.user().as_str(),
        "workspace": workspace,
        "was": was,
        "to": to,
    });
    append(connection, operation.made_at, "queued", &detail.to_string())?;
    Ok(())
}

/// Moves a mutation from one of the states `from` to the state `to`.
fn step(
    connection: &Connection,
    id: MutationId,
    attempted: &'static str,
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
            let state = other.as_deref().map_or("not known", spoken);
            Err(StoreError::Transition {
                attempted,
                id,
                state,
            }
            .into())
        }
    }
}

/// Writes how a mutation ended, whose state says so already. Answers the ledger sequence.
fn end(
    connection: &Connection,
    id: MutationId,
    settled: &Settled,
    now: Timestamp,
) -> Result<u64, Fault> {
    let (reason, kind, value) = match settled {
        Settled::Applied | Settled::Cancelled => (None, None, None),
        Settled::Rejected { reason } => (Some(reason.as_str()), None, None),
        Settled::Conflict {
            found: Found::Role(role),
        } => (None, Some("role"), Some(role.as_str())),
        Settled::Conflict {
            found: Found::Access(true),
        } => (None, Some("access"), Some("granted")),
        Settled::Conflict {
            found: Found::Access(false),
        } => (None, Some("access"), Some("none")),
        Settled::Conflict { found: Found::Gone } => (None, Some("gone"), None),
    };
    let detail =
        json!({ "mutation": id.to_string(), "reason": reason, "found": kind, "value": value });
    let sequence = append(connection, now, settled_name(settled), &detail.to_string())?;
    connection
        .prepare_cached(
            "UPDATE mutations SET reason = ?2, found_kind = ?3, found_value = ?4, ended = ?5 WHERE id = ?1",
        )?
        .execute(params![id.to_string(), reason, kind, value, signed(sequence)])?;
    Ok(sequence)
}

/// Cancels a mutation if it may be. Answers whether it was.
fn cancel(connection: &Connection, id: MutationId, now: Timestamp) -> Result<bool, Fault> {
    let changed = connection
        .prepare_cached(
            "UPDATE mutations SET state = 'cancelled', seen = 1
             WHERE id = ?1 AND state IN ('queued', 'rejected', 'conflict')",
        )?
        .execute([id.to_string()])?;
    if changed == 1 {
        end(connection, id, &Settled::Cancelled, now)?;
    }
    Ok(changed == 1)
}

fn line(
    connection: &Connection,
    now: Timestamp,
    kind: &str,
    id: MutationId,
    why: &str,
) -> rusqlite::Result<u64> {
    let mut detail = json!({ "mutation": id.to_string() });
    if !why.is_empty() {
        detail["why"] = why.into();
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

/// A stored state in an error's words.
fn spoken(state: &str) -> &'static str {
    match state {
        "queued" => "queued",
        "sending" => "being sent",
        "unknown" => "of unknown outcome",
        "applied" => "applied",
        "rejected" => "rejected",
        "conflict" => "in conflict",
        "cancelled" => "cancelled",
        _ => "in a state that isn't known",
    }
}
