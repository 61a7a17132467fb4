//! Streams the journal, newest first, page after page: for a terminal.

use rollcall_model::ConnectionId;

use crate::journal::{Question, row};
use crate::view::{JournalPage, JournalQuery};
use crate::{App, Failure};

/// Lines that are looked at for a page.
const PAGE: u32 = 5_000;

impl App {
    /// What answers the question among the lines before one, or among the newest.
    ///
    /// # Errors
    /// As [`App::journal_window`].
    pub async fn journal_page(
        &self,
        organization: ConnectionId,
        query: &JournalQuery,
        before: Option<u64>,
    ) -> Result<JournalPage, Failure> {
        let question = Question::of(query)?;
        let open = self.organization(organization).await?;
        let newest = match before {
            Some(line) => line.saturating_sub(1),
            None => open.ledger.last_sequence()?,
        };
        let searched = open
            .ledger
            .search_journal(newest, 1, PAGE, |line| question.wants(line))?;
        let lines = open.ledger.journal_lines(&searched.found)?;
        Ok(JournalPage {
            lines: lines.iter().map(row).collect(),
            next: searched.down_to,
        })
    }
}
