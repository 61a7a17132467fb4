//! The journal as people read it: lines as sentences, what a search has found, what a check came to.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which lines of the journal are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct JournalQuery {
    /// Words that must all occur in the line: in names, addresses, what was asked for, reasons, ids. Case
    /// and accents are folded.
    pub search: String,
    /// Only lines of these kinds; of every kind where there are none.
    pub kinds: Vec<JournalKind>,
    /// Only lines written then or later: a time (RFC 3339), or a day (`2026-11-25`, in UTC).
    #[ts(optional)]
    pub since: Option<String>,
    /// Only lines written before that time, or on that day at the latest.
    #[ts(optional)]
    pub until: Option<String>,
}

/// What a line of the journal records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum JournalKind {
    /// A change was asked for.
    Queued,
    /// It is being sent.
    Sending,
    /// It is queued again: the server surely didn't do it.
    Requeued,
    /// No answer came: the server may have done it.
    Unknown,
    /// The server has it.
    Applied,
    /// The server, or the policy, refused it.
    Rejected,
    /// Something else stands there.
    Conflict,
    /// It was taken back, or dropped.
    Cancelled,
    /// A deletion that had dropped it was taken back: it is as it was.
    Restored,
    /// It was given another value before it was sent.
    Edited,
    /// It was moved to another place in the order.
    Moved,
    /// It was held, and a person let it go.
    Released,
    /// It was to ask once more, and need not.
    Confirmed,
    /// From then on everything was held.
    HoldOn,
    /// From then on nothing was.
    HoldOff,
    /// What a later or an earlier version of the program writes.
    Other,
    /// There is no such line, though later ones are there.
    Missing,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalRow {
    /// Its number, from 1.
    pub line: u64,
    /// When it was written, by this computer's clock (RFC 3339); empty for a missing one.
    pub at: String,
    /// What it records.
    pub kind: JournalKind,
    /// All of it as a sentence: "Queued: Ana Ruiz, Member → User Admin".
    pub text: String,
    /// Whom or what it is about, by the name at that time; empty where the line doesn't say.
    pub whom: String,
    /// The user's e-mail address, likewise.
    pub email: String,
    /// What was asked for, in words, likewise.
    pub what: String,
    /// Why it came so, or what was found: a sentence.
    pub reason: Option<String>,
    /// Who asked for it.
    pub by: Option<String>,
    /// The change's id in the outbox.
    pub change: Option<String>,
    /// The particulars as they were written, to the last byte: what the hash is over.
    pub detail: String,
    /// The hash over this line and the one before.
    pub hash: String,
}

/// Some lines of the journal, newest first.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalWindow {
    /// How many lines the journal has.
    pub total: u64,
    /// How many of them were looked at: all, once the search is done.
    pub looked_at: u64,
    /// How many answer the question, of those that were looked at.
    pub found: u64,
    /// The place of the first line here, from 0, among those found.
    pub offset: u32,
    /// The lines.
    pub lines: Vec<JournalRow>,
}

/// Lines of the journal, newest first, for a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalPage {
    /// The lines; there may be none, and more to come.
    pub lines: Vec<JournalRow>,
    /// Where the next page begins: before this line. `None` after the last.
    pub next: Option<u64>,
}

/// What a check of the chain came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalVerified {
    /// How many lines hold, from the first on.
    pub lines: u64,
    /// When the first was written (RFC 3339).
    pub since: Option<String>,
    /// The seal of those that hold: to be kept elsewhere.
    pub seal: Option<String>,
    /// The first line that doesn't hold; `None` where all do.
    pub broken: Option<JournalBroken>,
}

/// The first line at which a chain doesn't hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalBroken {
    /// Its number.
    pub line: u64,
    /// What is wrong.
    pub wrong: JournalWrong,
    /// The same as a sentence.
    pub message: String,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum JournalWrong {
    /// It isn't what was written there.
    Changed,
    /// There is none.
    Missing,
    /// Another line stands there.
    Order,
    /// The chain isn't the one whose seal was kept.
    MadeAnew,
}

/// What a check of an exported file came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct JournalFileVerified {
    /// The organization that the file names.
    pub organization: String,
    /// When it was exported, as it says (RFC 3339).
    pub exported_at: String,
    /// Whether it holds the whole journal, or lines that were chosen.
    pub whole: bool,
    /// How the lines stand.
    #[serde(flatten)]
    pub verified: JournalVerified,
}

/// What an export of the journal came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalExported {
    /// Lines written.
    pub lines: u32,
    /// The name of the file, without its folder.
    pub file: String,
}
