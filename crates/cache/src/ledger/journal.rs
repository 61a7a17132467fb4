//! The journal: one line per decision and per outcome, append-only, each chained to the one before.

use rollcall_model::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};

use super::Ledger;
use crate::StoreError;

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalLine {
    /// Its place, from 1, without gaps.
    pub sequence: u64,
    /// When it was written, by this machine's clock.
    pub at: Timestamp,
    /// What happened: `queued`, `sending`, `applied`, …
    pub kind: String,
    /// The particulars, as JSON.
    pub detail: String,
}

/// The first line at which the journal's chain doesn't hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenLine {
    /// Its place; where a line is missing, the place where it should be.
    pub sequence: u64,
}

impl Ledger {
    /// The last ledger sequence: that of the journal's last line, 0 before the first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn last_sequence(&self) -> Result<u64, StoreError> {
        self.0.read("read the journal", |connection| {
            Ok(last(connection)?.map_or(0, |(sequence, _)| unsigned(sequence)))
        })
    }

    /// Writes a line of its own into the journal: a decision that is no mutation. `detail` is JSON.
    /// Answers its sequence.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn note(&self, kind: &str, detail: &str, now: Timestamp) -> Result<u64, StoreError> {
        self.0.write("write into the journal", |connection| {
            Ok(append(connection, now, kind, detail)?)
        })
    }

    /// Up to `limit` lines of the journal after a sequence.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn journal(&self, after: u64, limit: u32) -> Result<Vec<JournalLine>, StoreError> {
        self.0.read("read the journal", |connection| {
            let lines = connection
                .prepare_cached(&format!("{LINES} LIMIT ?2"))?
                .query_map(params![signed(after), limit], |row| {
                    read(row).map(|(line, _)| line)
                })?
                .collect::<Result<_, _>>()?;
            Ok(lines)
        })
    }

    /// Walks the journal's whole chain; `None` when it holds.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn verify_journal(&self) -> Result<Option<BrokenLine>, StoreError> {
        self.0.read_all("verify the journal", |connection| {
            let mut before: Vec<u8> = Vec::new();
            let mut place = 0;
            let mut lines = connection.prepare(LINES)?;
            let mut rows = lines.query([0])?;
            while let Some(row) = rows.next()? {
                place += 1;
                let (line, hash) = read(row)?;
                let micros = line.at.as_microsecond();
                if line.sequence != place
                    || hash != chain(&before, line.sequence, micros, &line.kind, &line.detail)
                {
                    return Ok(Some(BrokenLine { sequence: place }));
                }
                before = hash;
            }
            Ok(None)
        })
    }
}

const LINES: &str =
    "SELECT sequence, at, kind, detail, hash FROM journal WHERE sequence > ?1 ORDER BY sequence";

fn read(row: &Row<'_>) -> rusqlite::Result<(JournalLine, Vec<u8>)> {
    let line = JournalLine {
        sequence: unsigned(row.get(0)?),
        at: Timestamp::from_microsecond(row.get(1)?).unwrap_or(Timestamp::UNIX_EPOCH),
        kind: row.get(2)?,
        detail: row.get(3)?,
    };
    Ok((line, row.get(4)?))
}

/// Appends a line. Answers its sequence.
pub(crate) fn append(
    connection: &Connection,
    now: Timestamp,
    kind: &str,
    detail: &str,
) -> rusqlite::Result<u64> {
    let (sequence, before) = match last(connection)? {
        Some((sequence, hash)) => (sequence + 1, hash),
        None => (1, Vec::new()),
    };
    let hash = chain(
        &before,
        unsigned(sequence),
        now.as_microsecond(),
        kind,
        detail,
    );
    connection
        .prepare_cached(
            "INSERT INTO journal (sequence, at, kind, detail, hash) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![sequence, now.as_microsecond(), kind, detail, hash])?;
    Ok(unsigned(sequence))
}

fn last(connection: &Connection) -> rusqlite::Result<Option<(i64, Vec<u8>)>> {
    connection
        .prepare_cached("SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

/// The hash of a line. Texts go in with their length, so that no two lines read alike.
fn chain(before: &[u8], sequence: u64, micros: i64, kind: &str, detail: &str) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(sequence.to_be_bytes());
    hash.update(micros.to_be_bytes());
    for text in [kind, detail] {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    }
    hash.finalize().to_vec()
}

/// SQLite's integers have a sign, sequences have none.
pub(crate) fn unsigned(sequence: i64) -> u64 {
    u64::try_from(sequence).unwrap_or(0)
}

/// The other way round.
pub(crate) fn signed(sequence: u64) -> i64 {
    i64::try_from(sequence).unwrap_or(i64::MAX)
}
