//! Where the change stands that is laid over a row: by its name in the JSON, and in words.

use rollcall_language::say;

use crate::output::Cell;

/// `waiting`, `sending`, `needs_you`, `rejected` in words.
pub(super) fn said(name: &str) -> String {
    match name {
        "waiting" => say!("cell-waiting"),
        "sending" => say!("cell-sending"),
        "needs_you" => say!("cell-needs-you"),
        "rejected" => say!("cell-rejected"),
        other => other.to_owned(),
    }
}

/// The same as a cell; an empty one where nothing is open.
pub(super) fn cell(name: &Option<String>) -> Cell<'_> {
    name.as_deref()
        .map_or_else(|| Cell::from(""), |name| Cell::word(name, said(name)))
}
