//! Another value for a change that waits and was never sent: in its place, in one commit.

use rollcall_language::say;
use rollcall_model::{Change, Goes, Mutation, MutationId, Timestamp};
use rusqlite::{OptionalExtension, params};
use serde_json::json;

use super::Ledger;
use super::Said;
use super::columns::Values;
use super::hold::holds;
use super::mutation::{line, not_now, state_name};
use super::outbox::one;
use crate::StoreError;
use crate::spoken::Words;

/// What is to stand in the place of a change.
#[derive(Debug, Clone)]
pub struct Edit {
    /// Which is edited.
    pub id: MutationId,
    /// What is asked for instead, of the same kind and of the same resource.
    pub change: Change,
    /// Whose word it needs; where everything is held, a person's in any case.
    pub goes: Goes,
    /// How it is put to people, for the journal.
    pub said: Said,
    /// Now.
    pub made_at: Timestamp,
    /// The time of the list on which it was made.
    pub seen_at: Option<Timestamp>,
}

impl Ledger {
    /// Puts another value in the place of one that is queued and was never sent. It keeps its id and its
    /// place; what it replaced stands in the journal's line, in the same commit.
    ///
    /// # Errors
    /// When it isn't queued any more or was sent before, is of another kind or another resource, or the
    /// file can't be written; then nothing is changed.
    pub fn edit(&self, edit: &Edit) -> Result<Mutation, StoreError> {
        const ATTEMPTED: Words = || say!("faults-try-edit-change");
        let Edit { id, change, .. } = edit;
        self.0.write(ATTEMPTED, |connection| {
            let found: Option<(String, u32, Option<String>)> = connection
                .prepare_cached("SELECT state, attempts, said FROM mutations WHERE id = ?1")?
                .query_row([id.to_string()], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
                })
                .optional()?;
            let said_before = match found {
                Some((state, 0, said)) if state == "queued" => said,
                Some((state, 0, _)) => return Err(not_now(ATTEMPTED, *id, state_name(&state))),
                Some(_) => return Err(not_now(ATTEMPTED, *id, "sent_before")),
                None => return Err(not_now(ATTEMPTED, *id, "not_known")),
            };
            let goes = match edit.goes {
                Goes::ByItself if holds(connection)? => Goes::WhenSent,
                goes => goes,
            };
            let values = Values::of(change);
            let changed = connection
                .prepare_cached(
                    "UPDATE mutations
                     SET was = ?4, wanted = ?5, user_name = ?6, display_name = ?7, goes = ?8, said = ?9,
                        made_at = ?10, seen_at = ?11
                     WHERE id = ?1 AND kind = ?2 AND resource = ?3 AND field IS ?12
                        AND workspace IS ?13",
                )?
                .execute(params![
                    id.to_string(),
                    change.name(),
                    change.resource().id(),
                    values.was,
                    values.wanted,
                    values.user_name,
                    values.display_name,
                    goes.as_str(),
                    json!(edit.said).to_string(),
                    edit.made_at.as_microsecond(),
                    edit.seen_at.map(Timestamp::as_microsecond),
                    values.field,
                    values.workspace,
                ])?;
            if changed == 0 {
                return Err(not_now(ATTEMPTED, *id, "other_kind"));
            }
            let before: Said = said_before
                .and_then(|said| serde_json::from_str(&said).ok())
                .unwrap_or_default();
            let detail = json!({
                "change": change.name(),
                "userName": values.user_name,
                "was": values.was,
                "to": values.wanted,
                "why": format!("in the place of: {}", before.what),
            });
            line(connection, edit.made_at, "edited", *id, detail)?;
            one(connection, *id)?.ok_or_else(|| not_now(ATTEMPTED, *id, "not_known"))
        })
    }
}
