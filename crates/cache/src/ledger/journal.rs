//! The journal: one line per decision and per outcome, append-only, each chained to the one before.

use rollcall_language::say;
use rollcall_model::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Ledger;
use super::chain::{BrokenLine, ChainWalk, JournalLine, LineHash, Seal, Wrong, written_as};
use crate::StoreError;

/// What a walk along the whole chain came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// When the first line was written; `None` where there is none.
    pub since: Option<Timestamp>,
    /// How many lines hold, from the first on.
    pub lines: u64,
    /// Their seal.
    pub seal: Option<Seal>,
    /// Where the chain ends to hold; `None` where all of it does.
    pub broken: Option<BrokenLine>,
}

/// How far a search went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Searched {
    /// The lines that were wanted, newest first.
    pub found: Vec<u64>,
    /// The last line that was looked at: a search goes on before it. `None` at the beginning of the
    /// journal.
    pub down_to: Option<u64>,
}

impl Ledger {
    /// The last ledger sequence: that of the journal's last line, 0 before the first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn last_sequence(&self) -> Result<u64, StoreError> {
        self.0.read(
            || say!("faults-try-read-journal"),
            |connection| Ok(last_sequence(connection)?),
        )
    }

    /// The seal of the journal as it is now, taken on trust: the last line says how many there are.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn seal(&self) -> Result<Option<Seal>, StoreError> {
        self.0.read(
            || say!("faults-try-read-journal"),
            |connection| {
                Ok(last(connection)?.map(|(sequence, hash)| Seal {
                    lines: unsigned(sequence),
                    hash,
                }))
            },
        )
    }

    /// Writes a line of its own into the journal: a decision that is no mutation. `detail` is JSON.
    /// Answers its sequence.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn note(&self, kind: &str, detail: &str, now: Timestamp) -> Result<u64, StoreError> {
        self.0.write(
            || say!("faults-try-write-journal"),
            |connection| Ok(append(connection, now, kind, detail)?),
        )
    }

    /// Up to `limit` lines of the journal after a sequence, in order.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn journal(&self, after: u64, limit: u32) -> Result<Vec<JournalLine>, StoreError> {
        self.0.read(
            || say!("faults-try-read-journal"),
            |connection| {
                let lines = connection
                    .prepare_cached(&format!("{LINES} LIMIT ?2"))?
                    .query_map(params![signed(after), limit], read)?
                    .collect::<Result<_, _>>()?;
                Ok(lines)
            },
        )
    }

    /// These lines, as far as they are there, newest first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn journal_lines(&self, sequences: &[u64]) -> Result<Vec<JournalLine>, StoreError> {
        let sequences = serde_json::json!(sequences).to_string();
        self.0.read(
            || say!("faults-try-read-journal"),
            |connection| {
                let lines = connection
                    .prepare_cached(
                        "SELECT sequence, at, kind, detail, hash FROM journal
                     WHERE sequence IN (SELECT value FROM json_each(?1)) ORDER BY sequence DESC",
                    )?
                    .query_map([sequences], read)?
                    .collect::<Result<_, _>>()?;
                Ok(lines)
            },
        )
    }

    /// Looks for lines, newest first: at those up to `from`, at `most` of them, and at none before
    /// `until`.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn search_journal(
        &self,
        from: u64,
        until: u64,
        most: u32,
        mut wanted: impl FnMut(&JournalLine) -> bool,
    ) -> Result<Searched, StoreError> {
        self.0.read_all(
            || say!("faults-try-search-journal"),
            |connection| {
                let mut found = Vec::new();
                let (mut looked_at, mut down_to) = (0, None);
                let mut lines = connection.prepare(
                    "SELECT sequence, at, kind, detail, hash FROM journal
                 WHERE sequence <= ?1 AND sequence >= ?2 ORDER BY sequence DESC LIMIT ?3",
                )?;
                let mut rows = lines.query(params![signed(from), signed(until), most])?;
                while let Some(row) = rows.next()? {
                    let line = read(row)?;
                    looked_at += 1;
                    down_to = Some(line.sequence);
                    if wanted(&line) {
                        found.push(line.sequence);
                    }
                }
                Ok(Searched {
                    found,
                    down_to: down_to.filter(|last| looked_at == most && *last > until),
                })
            },
        )
    }

    /// Walks the journal's whole chain, one line in memory at a time. With a seal that was kept elsewhere
    /// it also tells whether this is the chain that it was taken of.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn verify_journal(&self, kept: Option<&Seal>) -> Result<Verified, StoreError> {
        self.0.read_all(
            || say!("faults-try-verify-journal"),
            |connection| {
                let (mut walk, mut since) = (ChainWalk::default(), None);
                let mut broken = None;
                let mut lines = connection.prepare(LINES)?;
                let mut rows = lines.query([0])?;
                while let Some(row) = rows.next()? {
                    let line = read(row)?;
                    since = since.or(Some(line.at));
                    if let Err(found) = walk.step(&line) {
                        broken = Some(match found.wrong {
                            Wrong::Changed => told_apart(connection, &line)?,
                            _ => found,
                        });
                        break;
                    }
                    broken = kept.and_then(|kept| made_anew(&walk, kept));
                    if broken.is_some() {
                        break;
                    }
                }
                if broken.is_none() {
                    broken = cut_off(connection, &walk, kept)?;
                }
                Ok(Verified {
                    since,
                    lines: walk.lines(),
                    seal: walk.seal(),
                    broken,
                })
            },
        )
    }
}

/// What is wrong with a line whose hash doesn't hold: it was changed, or it belongs elsewhere.
fn told_apart(connection: &Connection, line: &JournalLine) -> rusqlite::Result<BrokenLine> {
    let mut places = connection.prepare("SELECT sequence, hash FROM journal ORDER BY sequence")?;
    let places = places.query_map([], |row| Ok((unsigned(row.get(0)?), hash(row, 1)?)))?;
    let wrong = match written_as(line, places.filter_map(Result::ok)) {
        Some(written_as) => Wrong::Moved { written_as },
        None => Wrong::Changed,
    };
    Ok(BrokenLine {
        sequence: line.sequence,
        wrong,
    })
}

/// Whether the walk has just come to the line of a kept seal, and it is another one.
fn made_anew(walk: &ChainWalk, kept: &Seal) -> Option<BrokenLine> {
    let here = walk.seal()?;
    (here.lines == kept.lines && here.hash != kept.hash).then_some(BrokenLine {
        sequence: here.lines,
        wrong: Wrong::MadeAnew,
    })
}

/// The first line that is missing at the end. The chain itself can't tell; a kept seal can, and so can the
/// outbox, which knows the line that tells how each of its changes ended.
fn cut_off(
    connection: &Connection,
    walk: &ChainWalk,
    kept: Option<&Seal>,
) -> rusqlite::Result<Option<BrokenLine>> {
    let ended: Option<i64> =
        connection.query_row("SELECT max(ended) FROM mutations", [], |row| row.get(0))?;
    let known = unsigned(ended.unwrap_or(0)).max(kept.map_or(0, |kept| kept.lines));
    Ok((known > walk.lines()).then(|| BrokenLine {
        sequence: walk.lines() + 1,
        wrong: Wrong::Missing,
    }))
}

const LINES: &str =
    "SELECT sequence, at, kind, detail, hash FROM journal WHERE sequence > ?1 ORDER BY sequence";

/// Reads a line, whatever somebody may have put there: what isn't of its type doesn't hold either.
fn read(row: &Row<'_>) -> rusqlite::Result<JournalLine> {
    let text = |column| -> rusqlite::Result<String> {
        let bytes = row.get_ref(column)?.as_bytes().unwrap_or_default();
        Ok(String::from_utf8_lossy(bytes).into_owned())
    };
    let micros = row.get_ref(1)?.as_i64().unwrap_or_default();
    Ok(JournalLine {
        sequence: unsigned(row.get(0)?),
        at: Timestamp::from_microsecond(micros).unwrap_or(Timestamp::UNIX_EPOCH),
        kind: text(2)?,
        detail: text(3)?,
        hash: hash(row, 4)?,
    })
}

fn hash(row: &Row<'_>, column: usize) -> rusqlite::Result<LineHash> {
    let bytes = row.get_ref(column)?.as_bytes().unwrap_or_default();
    Ok(LineHash::stored(bytes.to_vec()))
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
        None => (1, LineHash::default()),
    };
    let line = JournalLine {
        sequence: unsigned(sequence),
        at: now,
        kind: kind.to_owned(),
        detail: detail.to_owned(),
        hash: LineHash::default(),
    };
    let hash = LineHash::of(&before, &line);
    connection
        .prepare_cached(
            "INSERT INTO journal (sequence, at, kind, detail, hash) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            sequence,
            now.as_microsecond(),
            kind,
            detail,
            hash.as_bytes()
        ])?;
    Ok(unsigned(sequence))
}

/// The last line's sequence, 0 before the first.
pub(super) fn last_sequence(connection: &Connection) -> rusqlite::Result<u64> {
    Ok(last(connection)?.map_or(0, |(sequence, _)| unsigned(sequence)))
}

fn last(connection: &Connection) -> rusqlite::Result<Option<(i64, LineHash)>> {
    connection
        .prepare_cached("SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, hash(row, 1)?)))
        .optional()
}

/// SQLite's integers have a sign, sequences have none.
pub(crate) fn unsigned(sequence: i64) -> u64 {
    u64::try_from(sequence).unwrap_or(0)
}

/// The other way round.
pub(crate) fn signed(sequence: u64) -> i64 {
    i64::try_from(sequence).unwrap_or(i64::MAX)
}
