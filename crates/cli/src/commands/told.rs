//! Tells what became of a change: whether it is on the server, waits, or was refused.

use std::io::Write;

use rollcall_app::view::Receipt;
use rollcall_language::say;
use serde::Serialize;

use crate::commands::outbox::{Change, changes, needs_you_now};
use crate::output::{Cell, Output, Record};
use crate::session::Session;
use crate::stop::Stop;

/// What became of it.
#[derive(Serialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Outcome {
    /// The server has all of it.
    Applied,
    /// It is durable in the outbox; the server has not confirmed all of it.
    Queued,
    /// The server refused some of it, or has something else there.
    Refused,
    /// It was so already.
    Unchanged,
}

impl Outcome {
    fn name(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Queued => "queued",
            Self::Refused => "refused",
            Self::Unchanged => "unchanged",
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    result: Outcome,
    operation: String,
    message: String,
    changes: Vec<Change>,
}

impl Record for Answer {
    const COLUMNS: &'static [&'static str] = &["result", "operation", "message"];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(self.result.name()),
            Cell::from(&self.operation),
            Cell::from(&self.message),
        ]
    }
}

/// Tells what became of a receipt's operation.
pub(crate) async fn told<W: Write>(mut session: Session<W>, receipt: Receipt) -> Result<(), Stop> {
    let mut made = changes(session.app.outbox(session.organization).await?);
    made.retain(|change| change.operation == receipt.operation);
    answer(&mut session.output, receipt, made)
}

fn answer(
    output: &mut Output<impl Write>,
    receipt: Receipt,
    made: Vec<Change>,
) -> Result<(), Stop> {
    let Receipt {
        operation,
        queued,
        applied,
        message,
    } = receipt;
    let refusals: Vec<_> = made
        .iter()
        .filter(|change| needs_you_now(change))
        .map(refusal)
        .collect();
    let result = match (refusals.is_empty(), queued, applied) {
        (false, ..) => Outcome::Refused,
        (true, 0, 0) => Outcome::Unchanged,
        (true, 0, _) => Outcome::Applied,
        (true, ..) => Outcome::Queued,
    };
    let sentence = match result {
        Outcome::Applied => say!("terminal-applied", message = message),
        Outcome::Queued => say!("terminal-queued", message = message),
        Outcome::Unchanged | Outcome::Refused => message.clone(),
    };
    let answer = Answer {
        result,
        operation,
        message,
        changes: made,
    };
    if result != Outcome::Refused {
        return Ok(output.sentence(&sentence, &answer)?);
    }
    output.programs_only(&answer)?;
    Err(Stop::Several(refusals))
}

/// Why a change is not done, in the server's words.
pub(crate) fn refusal(change: &Change) -> String {
    change
        .reason
        .clone()
        .unwrap_or_else(|| say!("terminal-something-else"))
}
