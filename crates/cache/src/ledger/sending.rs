//! How the outbox is sent: marked before, and written down after what became of it.

use rollcall_language::say;
use rollcall_model::{Mutation, MutationId, MutationState, Resource, Settled, Timestamp, UserId};
use rusqlite::Connection;
use serde_json::json;

use super::Ledger;
use super::journal::last_sequence;
use super::mutation::{end, line, not_now, settled_name, step};
use super::outbox::one;
use crate::StoreError;
use crate::error::Fault;
use crate::spoken::Words;

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

/// What goes out next, and how far the ledger is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// What was marked as being sent, as it is now.
    pub sending: Vec<Mutation>,
    /// The last ledger sequence, to be stored with the snapshot that reflects it.
    pub sequence: u64,
}

const MARK: Words = || say!("faults-try-mark-sending");
const SETTLE: Words = || say!("faults-try-record-end");

impl Ledger {
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

    /// Ends what came back, as [`Ledger::settle`] does, and marks what goes out next, *queued* → *sending*, one
    /// attempt more: one commit for both.
    ///
    /// # Errors
    /// When one has ended already, or one that is to be marked isn't queued any more or is held (then none
    /// is ended and none is marked), or the file can't be written.
    pub fn settle_and_mark(
        &self,
        ended: &[Ended],
        next: &[MutationId],
        now: Timestamp,
    ) -> Result<Marked, StoreError> {
        let attempted = if ended.is_empty() { MARK } else { SETTLE };
        self.0.write(attempted, |connection| {
            for ended in ended {
                settle(connection, ended, now)?;
            }
            let sending = next
                .iter()
                .map(|id| mark(connection, *id, now))
                .collect::<Result<_, _>>()?;
            let sequence = last_sequence(connection)?;
            Ok(Marked { sending, sequence })
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
        Ok(self.settle_and_mark(ended, &[], now)?.sequence)
    }
}

fn settle(connection: &Connection, ended: &Ended, now: Timestamp) -> Result<(), Fault> {
    let Ended { id, settled, added } = ended;
    let open = ["queued", "sending", "unknown"];
    step(connection, *id, SETTLE, &open, settled_name(settled))?;
    end(connection, *id, settled, added.as_ref(), now)?;
    if let Some(added) = added {
        name_added(connection, *id, added)?;
    }
    Ok(())
}

fn mark(connection: &Connection, id: MutationId, now: Timestamp) -> Result<Mutation, Fault> {
    step(connection, id, MARK, &["queued"], "sending")?;
    let marked = connection
        .prepare_cached(
            "UPDATE mutations SET attempts = attempts + 1
             WHERE id = ?1 AND goes = 'by_itself'",
        )?
        .execute([id.to_string()])?;
    if marked == 0 {
        // Held since it was last looked at: the word of a person comes first.
        return Err(not_now(MARK, id, "held"));
    }
    line(connection, now, "sending", id, json!({}))?;
    one(connection, id)?.ok_or_else(|| not_now(MARK, id, "not_known"))
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
