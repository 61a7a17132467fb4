//! What a check of the chain came to, in words.

use rollcall_cache::{BrokenLine, Verified, Wrong};

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
            format!("Line {sequence} was changed: it is not what was written there."),
        ),
        Wrong::Missing => (
            JournalWrong::Missing,
            format!("Line {sequence} is missing."),
        ),
        Wrong::Moved { written_as } => (
            JournalWrong::Order,
            format!(
                "Line {sequence} is out of order: what stands there was written as line {written_as}."
            ),
        ),
        Wrong::MadeAnew => (
            JournalWrong::MadeAnew,
            format!(
                "Line {sequence} is not the one whose seal was kept: it, or a line before it, was made \
                 anew."
            ),
        ),
    };
    JournalBroken {
        line: sequence,
        wrong,
        message,
    }
}
