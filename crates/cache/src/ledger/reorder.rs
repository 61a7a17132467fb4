//! Another order of what waits: durable, and of changes that are queued only.

use rollcall_language::say;
use rollcall_model::{MutationId, Timestamp};
use rusqlite::{OptionalExtension, params};
use serde_json::json;

use super::Ledger;
use super::mutation::{line, not_now};
use crate::StoreError;
use crate::spoken::Words;

impl Ledger {
    /// Puts these changes into this order, in the places that they have together. Of those in `moved` the
    /// journal says that they were, and `why`. One commit for all.
    ///
    /// # Errors
    /// When one isn't queued any more (then nothing is moved), or the file can't be written.
    pub fn reorder(
        &self,
        order: &[MutationId],
        moved: &[MutationId],
        why: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        const ATTEMPTED: Words = || say!("faults-try-move-changes");
        self.0.write(ATTEMPTED, |connection| {
            let mut places: Vec<i64> = Vec::with_capacity(order.len());
            for id in order {
                let place = connection
                    .prepare_cached(
                        "SELECT coalesce(place, sequence) FROM mutations
                         WHERE id = ?1 AND state = 'queued'",
                    )?
                    .query_row([id.to_string()], |row| row.get(0))
                    .optional()?;
                places.push(place.ok_or_else(|| not_now(ATTEMPTED, *id, "not_queued"))?);
            }
            places.sort_unstable();
            for (id, place) in order.iter().zip(places) {
                connection
                    .prepare_cached("UPDATE mutations SET place = ?2 WHERE id = ?1")?
                    .execute(params![id.to_string(), place])?;
            }
            for id in moved {
                line(connection, now, "moved", *id, json!({ "why": why }))?;
            }
            Ok(())
        })
    }
}
