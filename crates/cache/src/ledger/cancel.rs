//! Taking mutations back, and what goes and returns with them.

use rollcall_language::say;
use rollcall_model::{MutationId, Settled, Timestamp, UserId};
use rusqlite::{Connection, OptionalExtension};
use serde_json::json;

use super::Ledger;
use super::mutation::{end, line};
use super::outbox::several;
use crate::StoreError;
use crate::error::Fault;

/// A mutation that an operation replaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replaced {
    /// Which.
    pub id: MutationId,
    /// The deletion that has dropped it, where one has: taken back while it is queued, it brings this
    /// back.
    pub by: Option<MutationId>,
}

impl From<MutationId> for Replaced {
    fn from(id: MutationId) -> Self {
        Self { id, by: None }
    }
}

/// What taking mutations back came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TakenBack {
    /// Those that are cancelled now.
    pub cancelled: Vec<MutationId>,
    /// Those that a cancelled deletion had dropped, and that are again as they were.
    pub restored: Vec<MutationId>,
}

impl Ledger {
    /// Takes back what is *queued*, and drops what is rejected or in conflict; others are left alone.
    /// With an addition goes what waits for it; with a queued deletion what it had dropped comes back.
    /// One commit for all.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn cancel(&self, ids: &[MutationId], now: Timestamp) -> Result<TakenBack, StoreError> {
        self.0.write(
            || say!("faults-try-take-back"),
            |connection| {
                let mut taken_back = TakenBack::default();
                for id in ids {
                    let cancelled = cancel(connection, *id, None, now)?;
                    for cancelled in &cancelled {
                        let restored = restore(connection, *cancelled, now)?;
                        taken_back.restored.extend(restored);
                    }
                    taken_back
                        .cancelled
                        .extend(cancelled.into_iter().map(|cancelled| cancelled.id));
                }
                Ok(taken_back)
            },
        )
    }
}

/// A mutation that was cancelled just now.
#[derive(Debug, Clone, Copy)]
struct Cancelled {
    id: MutationId,
    /// It was no more than queued.
    was_queued: bool,
}

/// Cancels what an operation replaces.
pub(super) fn drop_replaced(
    connection: &Connection,
    replaced: &Replaced,
    now: Timestamp,
) -> Result<(), Fault> {
    cancel(connection, replaced.id, replaced.by, now)?;
    Ok(())
}

/// Cancels a mutation if it may be, and with an addition what waits for it. Answers which were.
fn cancel(
    connection: &Connection,
    id: MutationId,
    by: Option<MutationId>,
    now: Timestamp,
) -> Result<Vec<Cancelled>, Fault> {
    let Some(first) = cancel_one(connection, id, by, now)? else {
        return Ok(Vec::new());
    };
    let mut cancelled = vec![first];
    let placeholder = UserId::placeholder(id);
    for condition in [
        "WHERE resource = ?1 AND resource GLOB 'new:*'",
        "WHERE workspace = ?1 AND workspace GLOB 'new:*'",
        "WHERE after_user = ?1",
    ] {
        for dependent in several(connection, condition, [placeholder.as_str()])? {
            cancelled.extend(cancel_one(connection, dependent.id, by, now)?);
        }
    }
    Ok(cancelled)
}

fn cancel_one(
    connection: &Connection,
    id: MutationId,
    by: Option<MutationId>,
    now: Timestamp,
) -> Result<Option<Cancelled>, Fault> {
    let state: Option<String> = connection
        .prepare_cached(
            "SELECT state FROM mutations
             WHERE id = ?1 AND state IN ('queued', 'rejected', 'conflict')",
        )?
        .query_row([id.to_string()], |row| row.get(0))
        .optional()?;
    let Some(state) = state else { return Ok(None) };
    let by = by.map(|by| by.to_string());
    connection
        .prepare_cached(
            "UPDATE mutations
             SET state = 'cancelled', seen = 1, dropped_by = ?2, dropped_as = iif(?2 IS NULL, NULL, state)
             WHERE id = ?1",
        )?
        .execute((id.to_string(), by))?;
    end(connection, id, &Settled::Cancelled, None, now)?;
    Ok(Some(Cancelled {
        id,
        was_queued: state == "queued",
    }))
}

/// Puts back as it was what a deletion had dropped, if nothing of the deletion was ever refused or sent. What
/// waits for an addition that was taken back meanwhile would wait for ever, and stays with it.
fn restore(
    connection: &Connection,
    deletion: Cancelled,
    now: Timestamp,
) -> Result<Vec<MutationId>, Fault> {
    if !deletion.was_queued {
        return Ok(Vec::new());
    }
    let mut restored = Vec::new();
    let condition =
        "WHERE dropped_by = ?1 AND state = 'cancelled' ORDER BY coalesce(place, sequence)";
    for dropped in several(connection, condition, [deletion.id.to_string()])? {
        if awaits_in_vain(connection, dropped.id)? {
            continue;
        }
        connection
            .prepare_cached(
                "UPDATE mutations
                 SET state = dropped_as, seen = 0, ended = NULL, dropped_by = NULL, dropped_as = NULL
                 WHERE id = ?1",
            )?
            .execute([dropped.id.to_string()])?;
        line(connection, now, "restored", dropped.id, json!({}))?;
        restored.push(dropped.id);
    }
    Ok(restored)
}

/// Whether a mutation is about what another one was to add that is cancelled: a placeholder is `new:` and the
/// other one's id.
fn awaits_in_vain(connection: &Connection, id: MutationId) -> Result<bool, Fault> {
    Ok(connection
        .prepare_cached(
            "SELECT EXISTS (
                 SELECT 1 FROM mutations AS one JOIN mutations AS addition
                 ON addition.id IN (substr(one.resource, 5), substr(one.workspace, 5), substr(one.after_user, 5))
                 WHERE one.id = ?1 AND addition.id <> one.id AND addition.state = 'cancelled')",
        )?
        .query_row([id.to_string()], |row| row.get(0))?)
}
