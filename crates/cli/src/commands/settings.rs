//! Settings of the organization: as fields of an answer, and as they are asked for.

use rollcall_app::OperationId;
use rollcall_app::view::{SaveSettings, SettingView, SettingWish};
use rollcall_language::say;
use serde::Serialize;

use super::intent;
use crate::output::Cell;

/// A change that is laid over a setting, or that needs a person.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Waiting {
    /// The setting, in words.
    subject: String,
    /// What the server has; absent where that is what is shown.
    before: Option<String>,
    after: String,
    /// `waiting`, `sending`, `needs_you`, `rejected`.
    change: String,
}

/// A setting's value, where the role may see it.
pub(super) fn value(settings: &[SettingView], field: &str) -> Option<String> {
    let known = settings.iter().find(|setting| setting.field == field);
    known.map(|setting| setting.value.clone())
}

/// What is laid over these settings.
pub(super) fn waiting(settings: Vec<SettingView>) -> Vec<Waiting> {
    let changed = settings.into_iter().filter_map(|setting| {
        Some(Waiting {
            subject: setting.title,
            before: setting.was,
            after: setting.value,
            change: setting.intent?,
        })
    });
    changed.collect()
}

/// The same in one cell: "Website: a.example → b.example (waiting)".
pub(super) fn waiting_cell(changes: &[Waiting]) -> Cell<'static> {
    let all = |change: fn(&str) -> String| {
        let told = changes.iter().map(|waiting| {
            let (subject, after) = (&waiting.subject, on_one_line(&waiting.after));
            let change = change(&waiting.change);
            match &waiting.before {
                Some(before) => say!(
                    "cell-change-from",
                    subject = subject,
                    before = on_one_line(before),
                    after = after,
                    change = change
                ),
                None => say!(
                    "cell-change",
                    subject = subject,
                    after = after,
                    change = change
                ),
            }
        });
        told.collect::<Vec<_>>().join("; ")
    };
    Cell::word(all(str::to_owned), all(intent::said))
}

/// An address without its line breaks.
pub(super) fn on_one_line(text: &str) -> String {
    text.lines().collect::<Vec<_>>().join(", ")
}

/// Asks for what is given, by machine name; what isn't stays as it is.
pub(super) fn save<const N: usize>(asked: [(&str, Option<String>); N]) -> SaveSettings {
    let given = asked.into_iter().filter_map(|(field, to)| {
        let wish = SettingWish { to: to?, was: None };
        Some((field.to_owned(), wish))
    });
    SaveSettings {
        operation: OperationId::random().to_string(),
        values: given.collect(),
    }
}
