//! Which lines of the journal are asked for, ready to be held against them.

use std::time::Duration;

use rollcall_cache::{JournalLine, fold};
use rollcall_language::{for_the_record, say};
use rollcall_model::Timestamp;

use super::line::{kind, row};
use crate::Failure;
use crate::view::{JournalKind, JournalQuery};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A question about the journal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Question {
    /// Folded; all must occur.
    words: Vec<String>,
    kinds: Vec<JournalKind>,
    since: Option<Timestamp>,
    before: Option<Timestamp>,
}

impl Question {
    /// Reads what was asked.
    ///
    /// # Errors
    /// On a field: `time_invalid` (`since`, `until`).
    pub(crate) fn of(query: &JournalQuery) -> Result<Self, Failure> {
        let time = |text: &Option<String>, field, days: u32| {
            let text = text.as_deref().map(str::trim);
            let text = text.filter(|text| !text.is_empty());
            text.map(|text| instant(text, days).ok_or_else(|| time_invalid(text, field)))
                .transpose()
        };
        Ok(Self {
            words: fold(&query.search)
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
            kinds: query.kinds.clone(),
            since: time(&query.since, "since", 0)?,
            before: time(&query.until, "until", 1)?,
        })
    }

    /// Whether it leaves no line out.
    pub(crate) fn is_everything(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a line answers it.
    pub(crate) fn wants(&self, line: &JournalLine) -> bool {
        self.since.is_none_or(|since| line.at >= since)
            && self.before.is_none_or(|before| line.at < before)
            && (self.kinds.is_empty() || self.kinds.contains(&kind(&line.kind)))
            && self.is_in_words_of(line)
    }

    fn is_in_words_of(&self, line: &JournalLine) -> bool {
        if self.words.is_empty() {
            return true;
        }
        // Names, addresses, reasons and ids stand in the particulars; what is missing there may be a word
        // of the sentence.
        let detail = fold(&line.detail);
        let mut missing = self
            .words
            .iter()
            .filter(|word| !detail.contains(word.as_str()))
            .peekable();
        if missing.peek().is_none() {
            return true;
        }
        // In the reader's words, or in those that an exported journal has.
        let shown = fold(&row(line).text);
        let recorded = fold(&for_the_record(|| row(line).text));
        missing.all(|word| shown.contains(word.as_str()) || recorded.contains(word.as_str()))
    }
}

/// A time, or the beginning of a day that comes so many days after the one named.
fn instant(text: &str, days: u32) -> Option<Timestamp> {
    if let Ok(at) = text.parse() {
        return Some(at);
    }
    let day: Timestamp = format!("{text}T00:00:00Z").parse().ok()?;
    day.checked_add(DAY * days).ok()
}

fn time_invalid(text: &str, field: &str) -> Failure {
    Failure::new("time_invalid", say!("journal-day-invalid", text = text)).on_field(field)
}

#[cfg(test)]
mod tests {
    use rollcall_cache::LineHash;

    use super::*;

    fn line(kind: &str, at: &str) -> JournalLine {
        JournalLine {
            sequence: 1,
            at: at.parse().unwrap(),
            kind: kind.into(),
            detail: r#"{"name":"Zoë Ångström","email":"zoe@acme.example","by":"Ada","what":"Member → User Admin","found":"role","value":"billing_admin"}"#.into(),
            hash: LineHash::default(),
        }
    }

    fn wants(query: &JournalQuery, kind: &str, at: &str) -> bool {
        Question::of(query).unwrap().wants(&line(kind, at))
    }

    #[test]
    fn words_are_found_in_names_in_what_was_asked_and_in_the_sentence() {
        let search = |text: &str| {
            let query = JournalQuery {
                search: text.into(),
                ..JournalQuery::default()
            };
            wants(&query, "conflict", "2026-11-25T10:00:00Z")
        };
        for text in [
            "",
            "  ",
            "zoe",
            "ANGSTROM",
            "ada",
            "user admin",
            "acme zoe",
            "conflict zoe",
            "now billing admin",
        ] {
            assert!(search(text), "{text:?} stands there");
        }
        for text in ["refused", "zoe nobody", "%", "_x"] {
            assert!(!search(text), "{text:?} doesn't");
        }
    }

    #[test]
    fn kinds_and_days_narrow_and_both_days_count() {
        let query = |kinds: &[JournalKind], since: &str, until: &str| JournalQuery {
            kinds: kinds.to_vec(),
            since: Some(since.into()),
            until: Some(until.into()),
            ..JournalQuery::default()
        };
        let day = |since, until| query(&[], since, until);
        let at = "2026-11-25T23:59:59.9Z";
        assert!(wants(&day("2026-11-25", "2026-11-25"), "queued", at));
        assert!(wants(&day("", ""), "queued", at), "an empty field is none");
        assert!(!wants(&day("2026-11-26", ""), "queued", at));
        assert!(!wants(&day("", "2026-11-24"), "queued", at));
        assert!(!wants(&day("", at), "queued", at), "a time ends before it");
        assert!(wants(&day(at, ""), "queued", at));
        let kinds = [JournalKind::Queued, JournalKind::Applied];
        assert!(wants(&query(&kinds, "", ""), "applied", at));
        assert!(!wants(&query(&kinds, "", ""), "rejected", at));
    }

    #[test]
    fn what_is_no_day_is_said_at_its_field() {
        for (since, until, field) in [("yesterday", "", "since"), ("", "2026-13-01", "until")] {
            let query = JournalQuery {
                since: Some(since.into()),
                until: Some(until.into()),
                ..JournalQuery::default()
            };
            let failure = Question::of(&query).unwrap_err();
            assert_eq!(failure.code, "time_invalid");
            assert_eq!(failure.field.as_deref(), Some(field));
        }
    }
}
