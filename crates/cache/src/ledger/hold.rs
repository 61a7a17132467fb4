//! What leaves this computer only at a person's word: whether everything is held, and what may go.

use rollcall_language::say;
use rollcall_model::{Goes, MutationId, Timestamp};
use rusqlite::{Connection, OptionalExtension};
use serde_json::json;

use super::Ledger;
use super::journal::append;
use super::mutation::line;
use crate::StoreError;

/// The setting; there, while everything is held.
const HOLD: &str = "hold";

impl Ledger {
    /// Whether whatever is queued from now on waits for a person's *Send*.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn holds(&self) -> Result<bool, StoreError> {
        self.0.read(
            || say!("faults-try-read-setting"),
            |connection| Ok(holds(connection)?),
        )
    }

    /// From now on nothing goes out before a person says so: neither what is queued later nor what is
    /// queued now. One that is on its way can't be held back any more.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn hold(&self, now: Timestamp) -> Result<(), StoreError> {
        self.0.write(
            || say!("faults-try-hold"),
            |connection| {
                let fresh = connection
                    .prepare_cached(
                        "INSERT OR IGNORE INTO settings (name, value) VALUES (?1, 'on')",
                    )?
                    .execute([HOLD])?;
                if fresh == 1 {
                    append(connection, now, "hold_on", "{}")?;
                }
                connection
                    .prepare_cached(
                        "UPDATE mutations SET goes = 'when_sent'
                     WHERE state = 'queued' AND goes = 'by_itself'",
                    )?
                    .execute([])?;
                Ok(())
            },
        )
    }

    /// From now on what is queued goes out by itself. What is held already stays held: letting go of it
    /// is a decision of its own.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn stop_holding(&self, now: Timestamp) -> Result<(), StoreError> {
        self.0.write(
            || say!("faults-try-hold-nothing"),
            |connection| {
                let was_on = connection
                    .prepare_cached("DELETE FROM settings WHERE name = ?1")?
                    .execute([HOLD])?;
                if was_on == 1 {
                    append(connection, now, "hold_off", "{}")?;
                }
                Ok(())
            },
        )
    }

    /// A person says that these may go out: one commit for all, a journal line for each. Those that
    /// nothing holds are left alone. Answers which were held.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn release(
        &self,
        ids: &[MutationId],
        now: Timestamp,
    ) -> Result<Vec<MutationId>, StoreError> {
        self.0.write(
            || say!("faults-try-release"),
            |connection| {
                let mut released = Vec::new();
                for id in ids {
                    let changed = connection
                        .prepare_cached(
                            "UPDATE mutations SET goes = 'by_itself'
                         WHERE id = ?1 AND state = 'queued' AND goes <> 'by_itself'",
                        )?
                        .execute([id.to_string()])?;
                    if changed == 1 {
                        line(connection, now, "released", *id, json!({}))?;
                        released.push(*id);
                    }
                }
                Ok(released)
            },
        )
    }

    /// A person need not be asked once more about these: they go by themselves, or where everything is
    /// held, with *Send*. Those that ask nothing are left alone.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn confirm(&self, ids: &[MutationId], now: Timestamp) -> Result<(), StoreError> {
        self.0.write(
            || say!("faults-try-confirm"),
            |connection| {
                let goes = if holds(connection)? {
                    Goes::WhenSent
                } else {
                    Goes::ByItself
                };
                for id in ids {
                    let changed = connection
                        .prepare_cached(
                            "UPDATE mutations SET goes = ?2
                         WHERE id = ?1 AND state = 'queued' AND goes = 'once_confirmed'",
                        )?
                        .execute([id.to_string().as_str(), goes.as_str()])?;
                    if changed == 1 {
                        line(connection, now, "confirmed", *id, json!({}))?;
                    }
                }
                Ok(())
            },
        )
    }
}

/// Whether everything is held.
pub(super) fn holds(connection: &Connection) -> rusqlite::Result<bool> {
    let value: Option<String> = connection
        .prepare_cached("SELECT value FROM settings WHERE name = ?1")?
        .query_row([HOLD], |row| row.get(0))
        .optional()?;
    Ok(value.is_some())
}
