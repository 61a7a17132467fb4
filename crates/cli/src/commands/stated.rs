//! What was done with the server alone and never waited: told as one sentence.

use serde::Serialize;

use crate::output::{Cell, Record};

/// What was done, or would be.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Stated {
    pub(super) result: &'static str,
    pub(super) message: String,
}

impl Record for Stated {
    const COLUMNS: &'static [&'static str] = &["result", "message"];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![Cell::from(self.result), Cell::from(&self.message)]
    }
}
