//! Writes lines of the journal, oldest first, with all that it takes to check them elsewhere. The rule is in
//! `docs/journal.md`.

use std::io::{self, Write};

use rollcall_cache::{JournalLine, LineHash, Seal};
use rollcall_language::for_the_record;
use rollcall_model::Timestamp;
use serde::{Deserialize, Serialize};

use super::row;
use crate::view::{FileFormat, JournalQuery};
use crate::writing::{BYTE_ORDER_MARK, CsvWriter, write_json};

/// The number of the format; a higher one was written by a newer program.
pub(crate) const FORMAT: u32 = 1;

/// The first line of a JSON Lines file: what it is.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Head {
    /// That it is a journal, and in which format.
    pub(crate) rollcall_journal: u32,
    pub(crate) organization: String,
    /// When it was exported (RFC 3339).
    pub(crate) exported_at: String,
    /// The seal of the whole journal at that time; `null` for an empty one.
    pub(crate) seal: Option<String>,
    /// Which lines were chosen; `null` where all of them follow.
    pub(crate) chosen: Option<JournalQuery>,
}

/// A line in a JSON Lines file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Record {
    pub(crate) line: u64,
    /// RFC 3339 in UTC, to the microsecond.
    pub(crate) at: String,
    pub(crate) kind: String,
    /// The sentence, for people.
    text: String,
    by: Option<String>,
    /// The particulars, to the byte.
    pub(crate) detail: String,
    /// The hash of the line before; empty before the first.
    pub(crate) previous: String,
    pub(crate) hash: String,
}

const COLUMNS: [&str; 10] = [
    "line", "at", "kind", "text", "by", "whom", "email", "detail", "previous", "hash",
];

/// A file that is being written.
pub(crate) enum Sheet<W: Write> {
    Csv(Box<CsvWriter<W>>),
    JsonLines(W),
}

impl<W: Write> Sheet<W> {
    pub(crate) fn open(format: FileFormat, head: &Head, mut to: W) -> io::Result<Self> {
        match format {
            FileFormat::Csv {
                delimiter,
                byte_order_mark,
            } => {
                if byte_order_mark {
                    to.write_all(BYTE_ORDER_MARK)?;
                }
                let mut csv = CsvWriter::new(to, delimiter);
                csv.header(COLUMNS)?;
                Ok(Self::Csv(Box::new(csv)))
            }
            FileFormat::Json => {
                write_json(&mut to, head)?;
                to.write_all(b"\n")?;
                Ok(Self::JsonLines(to))
            }
        }
    }

    /// Writes a line that comes after the one with this hash: a file is the same, whoever writes it.
    pub(crate) fn line(&mut self, line: &JournalLine, previous: &LineHash) -> io::Result<()> {
        let row = for_the_record(|| row(line));
        let (at, previous) = (exact(line.at), previous.to_string());
        match self {
            Self::Csv(csv) => csv.row([
                &row.line.to_string(),
                &at,
                &line.kind,
                &row.text,
                &row.by.unwrap_or_default(),
                &row.whom,
                &row.email,
                &row.detail,
                &previous,
                &row.hash,
            ]),
            Self::JsonLines(to) => {
                let record = Record {
                    line: row.line,
                    at,
                    kind: line.kind.clone(),
                    text: row.text,
                    by: row.by,
                    detail: row.detail,
                    previous,
                    hash: row.hash,
                };
                write_json(to, &record)?;
                to.write_all(b"\n")
            }
        }
    }

    pub(crate) fn close(self) -> io::Result<()> {
        match self {
            Self::Csv(mut csv) => csv.flush(),
            Self::JsonLines(mut to) => to.flush(),
        }
    }
}

impl Head {
    pub(crate) fn new(
        organization: &str,
        now: Timestamp,
        seal: Option<&Seal>,
        chosen: Option<JournalQuery>,
    ) -> Self {
        Self {
            rollcall_journal: FORMAT,
            organization: organization.to_owned(),
            exported_at: now.to_string(),
            seal: seal.map(ToString::to_string),
            chosen,
        }
    }
}

/// A time with all six digits: who reads it back comes to the same number of microseconds.
fn exact(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S.%6fZ").to_string()
}
