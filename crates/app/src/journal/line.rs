//! A line of the journal as a sentence. Everything in it comes from the line itself: who is long gone is
//! named as they were named then, and what they wanted is told in the words of the record.

use rollcall_cache::{JournalLine, Told};
use rollcall_language::say;
use rollcall_model::Found;

use crate::entry::words;
use crate::view::{JournalKind, JournalRow};

/// The line as a row.
pub(crate) fn row(line: &JournalLine) -> JournalRow {
    let (kind, told) = (kind(&line.kind), line.told());
    let reason = reason(kind, &told);
    JournalRow {
        line: line.sequence,
        at: line.at.to_string(),
        kind,
        text: sentence(&title(kind, &line.kind), &told, reason.as_deref()),
        whom: whom(&told).to_owned(),
        reason,
        email: told.email.unwrap_or_default(),
        what: told.what.unwrap_or_default(),
        by: told.by,
        change: told.mutation,
        detail: line.detail.clone(),
        hash: line.hash.to_string(),
    }
}

/// The row in the place of a line that isn't there.
pub(crate) fn missing(sequence: u64) -> JournalRow {
    JournalRow {
        line: sequence,
        at: String::new(),
        kind: JournalKind::Missing,
        text: say!("line-missing", line = sequence.to_string()),
        whom: String::new(),
        email: String::new(),
        what: String::new(),
        reason: None,
        by: None,
        change: None,
        detail: String::new(),
        hash: String::new(),
    }
}

/// What a line records, by its machine name.
pub(super) fn kind(name: &str) -> JournalKind {
    match name {
        "queued" => JournalKind::Queued,
        "sending" => JournalKind::Sending,
        "requeued" => JournalKind::Requeued,
        "unknown" => JournalKind::Unknown,
        "applied" => JournalKind::Applied,
        "rejected" => JournalKind::Rejected,
        "conflict" => JournalKind::Conflict,
        "cancelled" => JournalKind::Cancelled,
        "restored" => JournalKind::Restored,
        "edited" => JournalKind::Edited,
        "moved" => JournalKind::Moved,
        "released" => JournalKind::Released,
        "confirmed" => JournalKind::Confirmed,
        "hold_on" => JournalKind::HoldOn,
        "hold_off" => JournalKind::HoldOff,
        _ => JournalKind::Other,
    }
}

/// What happened, in one or two words.
fn title(kind: JournalKind, name: &str) -> String {
    match kind {
        JournalKind::Queued => say!("line-queued"),
        JournalKind::Sending => say!("line-sending"),
        JournalKind::Requeued => say!("line-requeued"),
        JournalKind::Unknown => say!("line-no-answer"),
        JournalKind::Applied => say!("line-applied"),
        JournalKind::Rejected => say!("line-rejected"),
        JournalKind::Conflict => say!("line-conflict"),
        JournalKind::Cancelled => say!("line-cancelled"),
        JournalKind::Restored => say!("line-restored"),
        JournalKind::Edited => say!("line-edited"),
        JournalKind::Moved => say!("line-moved"),
        JournalKind::Released => say!("line-released"),
        JournalKind::Confirmed => say!("line-confirmed"),
        JournalKind::HoldOn => say!("line-hold-on"),
        JournalKind::HoldOff => say!("line-hold-off"),
        JournalKind::Other | JournalKind::Missing => name.to_owned(),
    }
}

fn whom(told: &Told) -> &str {
    [&told.name, &told.email, &told.user]
        .into_iter()
        .flatten()
        .find(|name| !name.is_empty())
        .map_or("", String::as_str)
}

fn sentence(title: &str, told: &Told, reason: Option<&str>) -> String {
    let what = told.what.as_deref().or(told.change.as_deref());
    let parts = [whom(told), what.unwrap_or_default()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let about = match (parts.as_slice(), &told.mutation) {
        ([], Some(mutation)) => format!(": {}", say!("line-of-change", change = mutation)),
        ([], None) => String::new(),
        (parts, _) => format!(": {}", parts.join(", ")),
    };
    let reason = reason.map(|reason| format!(". {reason}"));
    format!("{title}{about}{}", reason.unwrap_or_default())
}

/// Why it came so.
fn reason(kind: JournalKind, told: &Told) -> Option<String> {
    match kind {
        JournalKind::Rejected => told.reason.clone(),
        JournalKind::Conflict => told.found().map(|found| match found {
            Found::Gone | Found::Taken => format!("{}.", words(&found)),
            now => say!("line-now", now = words(&now)),
        }),
        _ => told.why.as_deref().map(capitalized),
    }
}

/// What the engine notes begins in the middle of a sentence.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use rollcall_cache::LineHash;
    use rollcall_model::Timestamp;

    use super::*;

    fn told(kind: &str, detail: &str) -> JournalRow {
        row(&JournalLine {
            sequence: 7,
            at: Timestamp::UNIX_EPOCH,
            kind: kind.into(),
            detail: detail.into(),
            hash: LineHash::default(),
        })
    }

    #[test]
    fn a_line_reads_as_a_sentence() {
        let ana = r#""mutation":"m1","name":"Ana Ruiz","email":"ana@acme.example","by":"Ada","what":"Member → User Admin""#;
        for (kind, more, text) in [
            ("queued", "", "Queued: Ana Ruiz, Member → User Admin"),
            ("applied", "", "Done: Ana Ruiz, Member → User Admin"),
            ("released", "", "Let go: Ana Ruiz, Member → User Admin"),
            ("confirmed", "", "Confirmed: Ana Ruiz, Member → User Admin"),
            (
                "edited",
                r#","why":"in the place of: Member → Admin""#,
                "Edited: Ana Ruiz, Member → User Admin. In the place of: Member → Admin",
            ),
            (
                "requeued",
                r#","why":"no connection""#,
                "Queued again: Ana Ruiz, Member → User Admin. No connection",
            ),
            (
                "rejected",
                r#","reason":"User Admins can't change roles.""#,
                "Refused: Ana Ruiz, Member → User Admin. User Admins can't change roles.",
            ),
            (
                "conflict",
                r#","found":"role","value":"billing_admin""#,
                "Conflict: Ana Ruiz, Member → User Admin. Now Billing Admin.",
            ),
            (
                "conflict",
                r#","found":"gone","value":null"#,
                "Conflict: Ana Ruiz, Member → User Admin. No longer exists.",
            ),
        ] {
            let row = told(kind, &format!("{{{ana}{more}}}"));
            assert_eq!(row.text, text);
            assert_eq!(row.by.as_deref(), Some("Ada"), "by whom");
        }
    }

    #[test]
    fn a_line_that_says_less_is_a_sentence_too() {
        for (kind, detail, text) in [
            ("applied", r#"{"mutation":"m1"}"#, "Done: change m1"),
            (
                "queued",
                r#"{"mutation":"m1","user":"u7","change":"set_role"}"#,
                "Queued: u7, set_role",
            ),
            ("decided", r#"{"keep":true}"#, "decided"),
            ("queued", "no JSON", "Queued"),
            ("hold_on", "{}", "Hold switched on"),
            ("hold_off", "{}", "Hold switched off"),
            ("conflict", r#"{"found":"weather"}"#, "Conflict"),
        ] {
            assert_eq!(told(kind, detail).text, text, "{detail}");
        }
    }
}
