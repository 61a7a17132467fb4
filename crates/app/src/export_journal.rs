//! Exports lines of the journal, with their hashes: to a file that is there whole or not at all, or to a
//! stream.

use std::io::Write;
use std::path::Path;

use rollcall_cache::LineHash;
use rollcall_language::say;
use rollcall_model::ConnectionId;

use crate::export::{Watcher, unwritten};
use crate::export_users::name_of;
use crate::journal::Question;
use crate::journal::sheet::{Head, Sheet};
use crate::view::{ExportProgress, FileFormat, JournalExported, JournalQuery};
use crate::{App, Failure};

/// Lines that are in memory together.
const PAGE: u32 = 1_000;

impl App {
    /// What a file with the journal is called unless a person says otherwise. JSON is JSON Lines here.
    ///
    /// # Errors
    /// As [`App::session`].
    pub async fn journal_export_name(
        &self,
        organization: ConnectionId,
        format: FileFormat,
    ) -> Result<String, Failure> {
        self.organization(organization).await?;
        let ending = match format {
            FileFormat::Csv { .. } => "csv",
            FileFormat::Json => "jsonl",
        };
        let date = self.now().strftime("%Y-%m-%d").to_string();
        Ok(format!("journal-{date}.{ending}"))
    }

    /// Writes what answers the question into a file, which only its owner may read, oldest first. The lines
    /// are those of the moment at which it begins.
    ///
    /// # Errors
    /// On a field: `export_failed` (`file`), `time_invalid` (`since`, `until`). `cancelled` where `progress`
    /// says so; else as [`App::session`].
    pub async fn export_journal(
        &self,
        organization: ConnectionId,
        query: &JournalQuery,
        format: FileFormat,
        path: &Path,
        progress: Watcher<'_>,
    ) -> Result<JournalExported, Failure> {
        let mut draft = self.draft(organization, path)?;
        let lines = self
            .stream_journal(organization, query, format, &mut draft, progress)
            .await?;
        draft
            .put_in_place(path)
            .map_err(|error| unwritten(&error))?;
        let file = name_of(path);
        Ok(JournalExported { lines, file })
    }

    /// Writes what answers the question, and answers how many lines there were. What was written before a
    /// failure is of no use.
    ///
    /// # Errors
    /// As [`App::export_journal`].
    pub async fn stream_journal<W: Write>(
        &self,
        organization: ConnectionId,
        query: &JournalQuery,
        format: FileFormat,
        to: &mut W,
        progress: Watcher<'_>,
    ) -> Result<u32, Failure> {
        let question = Question::of(query)?;
        let open = self.organization(organization).await?;
        let seal = open.ledger.seal()?;
        let chosen = (!question.is_everything()).then(|| query.clone());
        let head = Head::new(&open.profile.name, self.now(), seal.as_ref(), chosen);
        let last = seal.map_or(0, |seal| seal.lines);
        let mut sheet = Sheet::open(format, &head, to).map_err(|error| unwritten(&error))?;
        let (mut written, mut after, mut previous) = (0, 0, LineHash::default());
        while after < last {
            let page = open.ledger.journal(after, PAGE)?;
            let Some(end) = page.last().map(|line| line.sequence) else {
                break;
            };
            for line in page {
                if line.sequence <= last && question.wants(&line) {
                    sheet
                        .line(&line, &previous)
                        .map_err(|error| unwritten(&error))?;
                    written += 1;
                }
                previous = line.hash;
            }
            after = end;
            if progress(ExportProgress { written }).is_break() {
                return Err(Failure::new("cancelled", say!("export-cancelled")));
            }
            tokio::task::yield_now().await;
        }
        sheet.close().map_err(|error| unwritten(&error))?;
        Ok(written)
    }
}
