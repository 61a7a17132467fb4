//! `journal` as it may be written.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use rollcall_app::view::{Delimiter, JournalKind};

use super::word;

#[derive(Debug, Subcommand)]
pub(crate) enum Journal {
    /// List what was asked for and what became of it, newest first
    List(ListLines),
    /// Export lines with their hashes: as JSON Lines (--format json), which `verify` reads, or as CSV
    Export(ExportLines),
    /// Check that no line was changed, taken out or moved (else exit status 1)
    Verify(Verify),
}

#[derive(Debug, Args)]
pub(crate) struct ListLines {
    #[command(flatten)]
    pub(crate) which: Which,
    /// At most so many
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<usize>,
}

/// Which lines.
#[derive(Debug, Args)]
pub(crate) struct Which {
    /// Any words of the line: who, whom, what, reason, id; case and accents folded, all must occur
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) search: String,
    /// Only of this kind: queued, sending, requeued, unknown, applied, rejected, conflict, cancelled,
    /// edited, moved, restored, released, confirmed, hold_on, hold_off, other; may be repeated
    #[arg(long, value_parser = word::<JournalKind>)]
    pub(crate) kind: Vec<JournalKind>,
    /// Only from this day on (2026-11-25, in UTC), or this time (RFC 3339)
    #[arg(long, value_name = "DAY")]
    pub(crate) since: Option<String>,
    /// Only until the end of this day, or before this time
    #[arg(long, value_name = "DAY")]
    pub(crate) until: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ExportLines {
    #[command(flatten)]
    pub(crate) which: Which,
    /// What stands between two cells of CSV: comma, semicolon or tab
    #[arg(long, value_parser = word::<Delimiter>, default_value = "comma")]
    pub(crate) delimiter: Delimiter,
    /// Begin CSV with a byte order mark, by which some spreadsheets know that it is UTF-8
    #[arg(long)]
    pub(crate) bom: bool,
    /// Write into this file, whole or not at all, for its owner alone; - is standard output
    #[arg(long, short, value_name = "FILE", default_value = "-")]
    pub(crate) output: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// Check this exported file (JSON Lines) instead; no profile and no key is needed
    #[arg(long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// Hold it against this seal, as an earlier check has told it: shows a cut end, and a chain made anew
    #[arg(long, value_name = "SEAL")]
    pub(crate) kept: Option<String>,
}
