//! What a check of the chain came to, in words.

use rollcall_cache::{BrokenLine, Verified, Wrong};

use rollcall_language::say;

use crate::view::{JournalBroken, JournalVerified, JournalWrong};

/// What a check came to.
pub(crate) fn verified(found: &Verified) -> JournalVerified {
    JournalVerified {
        lines: found.lines,
        since: found.since.map(|at| at.to_string()),
        seal: found.seal.as_ref().map(ToString::to_string),
        broken: found.broken.map(broken),
    }
}

/// The first line that doesn't hold.
pub(super) fn broken(BrokenLine { sequence, wrong }: BrokenLine) -> JournalBroken {
    let (wrong, message) = match wrong {
        Wrong::Changed => (
            JournalWrong::Changed,
            say!("line-changed", line = sequence.to_string()),
        ),
        Wrong::Missing => (
            JournalWrong::Missing,
            say!("line-missing", line = sequence.to_string()),
        ),
        Wrong::Moved { written_as } => (
            JournalWrong::Order,
            say!(
                "line-out-of-order",
                line = sequence.to_string(),
                other = written_as.to_string()
            ),
        ),
        Wrong::MadeAnew => (
            JournalWrong::MadeAnew,
            say!("line-made-anew", line = sequence.to_string()),
        ),
    };
    JournalBroken {
        line: sequence,
        wrong,
        message,
    }
}
