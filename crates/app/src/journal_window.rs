//! Shows a window of the journal, newest first: all of it, or what a search has found so far.

use std::collections::HashMap;
use std::sync::Arc;

use rollcall_model::ConnectionId;

use crate::app::blocking;
use crate::journal::{Question, missing, row};
use crate::organization::lock;
use crate::users_window::MOST_ROWS;
use crate::view::{JournalQuery, JournalRow, JournalWindow};
use crate::{App, Failure};

impl App {
    /// A window of the journal. A search goes on by a step each time: until `looked_at` is `total`, it is to
    /// be asked for again. Whoever may open the organization may read it: it is their own record.
    ///
    /// # Errors
    /// On a field: `time_invalid` (`since`, `until`); else as [`App::session`].
    pub async fn journal_window(
        &self,
        organization: ConnectionId,
        query: &JournalQuery,
        offset: u32,
        limit: u32,
    ) -> Result<JournalWindow, Failure> {
        let question = Question::of(query)?;
        let open = self.organization(organization).await?;
        let limit = limit.min(MOST_ROWS);
        let searching = Arc::clone(&open);
        let standing = blocking(move || {
            lock(&searching.journal).step(&searching.ledger, question, offset, limit)
        })
        .await?;
        let lines = open.ledger.journal_lines(&standing.lines)?;
        let mut rows: HashMap<u64, JournalRow> = lines
            .iter()
            .map(|line| (line.sequence, row(line)))
            .collect();
        let lines = standing.lines.into_iter();
        Ok(JournalWindow {
            total: standing.total,
            looked_at: standing.looked_at,
            found: standing.found,
            offset,
            lines: lines
                .map(|line| rows.remove(&line).unwrap_or_else(|| missing(line)))
                .collect(),
        })
    }
}
