//! Checks an exported journal: by what stands in the file alone, without a profile, a key or a keychain.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use rollcall_cache::{
    BrokenLine, ChainWalk, JournalLine, LineHash, Seal, Verified, Wrong, written_as,
};
use rollcall_language::say;
use rollcall_model::Timestamp;

use super::sheet::{FORMAT, Head, Record};
use super::verified;
use crate::Failure;
use crate::view::JournalFileVerified;

/// Longer than any line of a journal is, in bytes.
const LONGEST: u64 = 16 << 20;

/// Checks a file that [`crate::App::export_journal`] has written as JSON Lines. With a seal that was kept
/// elsewhere it also tells whether the file is of the journal that it was taken of.
///
/// # Errors
/// `file_unreadable`; `not_a_journal`; `file_too_new`; `seal_invalid`; `seal_not_there` where the lines that
/// were chosen don't have the one of the seal.
pub fn verify_journal_file(
    path: &Path,
    kept: Option<&str>,
) -> Result<JournalFileVerified, Failure> {
    let kept: Option<Seal> = kept.map(str::parse).transpose()?;
    let mut lines = Lines::open(path)?;
    let head = lines.head()?;
    let whole = head.chosen.is_none();
    let told: Option<Seal> = head.seal.as_deref().map(str::parse).transpose()?;
    let found = if whole {
        whole_chain(path, &mut lines, told.as_ref(), kept.as_ref())?
    } else {
        chosen(&mut lines, kept.as_ref())?
    };
    Ok(JournalFileVerified {
        organization: head.organization,
        exported_at: head.exported_at,
        whole,
        verified: verified(&found),
    })
}

/// Walks a whole journal. Its end is cut off where there are fewer lines than the file says itself.
fn whole_chain(
    path: &Path,
    lines: &mut Lines,
    told: Option<&Seal>,
    kept: Option<&Seal>,
) -> Result<Verified, Failure> {
    let (mut walk, mut since, mut broken) = (ChainWalk::default(), None, None);
    while let Some((line, _)) = lines.next()? {
        since = since.or(Some(line.at));
        if let Err(found) = walk.step(&line) {
            broken = Some(told_apart(path, found, &line)?);
            break;
        }
        broken = [told, kept].into_iter().flatten().find_map(|seal| {
            let anew = walk.lines() == seal.lines && line.hash != seal.hash;
            anew.then_some(BrokenLine {
                sequence: seal.lines,
                wrong: Wrong::MadeAnew,
            })
        });
        if broken.is_some() {
            break;
        }
    }
    let known = [told, kept].into_iter().flatten().map(|seal| seal.lines);
    if broken.is_none() && known.max().unwrap_or(0) > walk.lines() {
        broken = Some(BrokenLine {
            sequence: walk.lines() + 1,
            wrong: Wrong::Missing,
        });
    }
    Ok(Verified {
        since,
        lines: walk.lines(),
        seal: walk.seal(),
        broken,
    })
}

/// What is wrong with a line that isn't the next one, judged by the others.
fn told_apart(path: &Path, found: BrokenLine, line: &JournalLine) -> Result<BrokenLine, Failure> {
    let mut others = Lines::open(path)?;
    others.head()?;
    let mut places = Vec::new();
    while let Some((other, _)) = others.next()? {
        places.push((other.sequence, other.hash));
    }
    let wrong = match found.wrong {
        Wrong::Missing if places.iter().any(|(place, _)| *place == found.sequence) => {
            Wrong::Moved {
                written_as: line.sequence,
            }
        }
        Wrong::Changed => match written_as(line, places.into_iter()) {
            Some(written_as) => Wrong::Moved { written_as },
            None => Wrong::Changed,
        },
        other => other,
    };
    Ok(BrokenLine { wrong, ..found })
}

/// Holds each of the lines that were chosen against the hash of the line before it, which the file has, too.
/// That no chosen line was taken out can't be told.
fn chosen(lines: &mut Lines, kept: Option<&Seal>) -> Result<Verified, Failure> {
    let (mut since, mut count, mut broken) = (None, 0, None);
    let mut before: Option<(u64, LineHash)> = None;
    let mut compared = kept.is_none();
    while let Some((line, previous)) = lines.next()? {
        since = since.or(Some(line.at));
        let wrong = match &before {
            Some((last, _)) if line.sequence <= *last => Some(Wrong::Moved {
                written_as: line.sequence,
            }),
            Some((last, hash)) if line.sequence == last + 1 && *hash != previous => {
                Some(Wrong::Changed)
            }
            _ if line.hash != LineHash::of(&previous, &line) => Some(Wrong::Changed),
            _ => match kept.filter(|kept| kept.lines == line.sequence) {
                Some(kept) if kept.hash != line.hash => Some(Wrong::MadeAnew),
                here => {
                    compared |= here.is_some();
                    None
                }
            },
        };
        if let Some(wrong) = wrong {
            let sequence = match wrong {
                Wrong::Moved { .. } => before.map_or(1, |(last, _)| last + 1),
                _ => line.sequence,
            };
            broken = Some(BrokenLine { sequence, wrong });
            break;
        }
        count += 1;
        before = Some((line.sequence, line.hash));
    }
    if broken.is_none() && !compared {
        return Err(Failure::new(
            "seal_not_there",
            say!("journal-seal-not-there"),
        ));
    }
    Ok(Verified {
        since,
        lines: count,
        seal: None,
        broken,
    })
}

/// The lines of a file, one in memory at a time.
struct Lines {
    file: BufReader<File>,
    number: u64,
    text: Vec<u8>,
}

impl Lines {
    fn open(path: &Path) -> Result<Self, Failure> {
        Ok(Self {
            file: BufReader::new(File::open(path).map_err(|error| unreadable(&error))?),
            number: 0,
            text: Vec::new(),
        })
    }

    fn head(&mut self) -> Result<Head, Failure> {
        let none = || Failure::new("not_a_journal", say!("journal-none"));
        self.advance()?;
        let head: Head = serde_json::from_slice(&self.text).map_err(|_| none())?;
        if head.rollcall_journal > FORMAT {
            return Err(Failure::new("file_too_new", say!("journal-newer")));
        }
        Ok(head)
    }

    /// The next line, with the hash of the one before it in the journal.
    fn next(&mut self) -> Result<Option<(JournalLine, LineHash)>, Failure> {
        self.advance()?;
        if self.text.is_empty() {
            return Ok(None);
        }
        let unreadable =
            || Failure::new("not_a_journal", say!("journal-no-line", line = self.number));
        let record: Record = serde_json::from_slice(&self.text).map_err(|_| unreadable())?;
        // A hash that isn't one belongs to no line.
        let hash = |text: &str| text.parse().unwrap_or_default();
        let line = JournalLine {
            sequence: record.line,
            at: record.at.parse::<Timestamp>().map_err(|_| unreadable())?,
            kind: record.kind,
            detail: record.detail,
            hash: hash(&record.hash),
        };
        Ok(Some((line, hash(&record.previous))))
    }

    fn advance(&mut self) -> Result<(), Failure> {
        self.number += 1;
        self.text.clear();
        let mut some = (&mut self.file).take(LONGEST);
        some.read_until(b'\n', &mut self.text)
            .map_err(|error| unreadable(&error))?;
        Ok(())
    }
}

fn unreadable(error: &io::Error) -> Failure {
    let message = match error.kind() {
        io::ErrorKind::NotFound => say!("journal-file-missing"),
        io::ErrorKind::PermissionDenied => say!("journal-file-not-allowed"),
        _ => say!("journal-file-unread", cause = error.to_string()),
    };
    Failure::new("file_unreadable", message).on_field("file")
}
