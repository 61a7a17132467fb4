//! What sending would do, before it is done.

use serde::Serialize;
use ts_rs::TS;

use super::Confirm;

/// What *Send* would do.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanView {
    /// How many changes would go out, once they have their turn.
    pub changes: u32,
    /// How many of them were not asked for: the others can't go out before them.
    pub first: u32,
    /// What must be typed before; `None` where nothing asks once more.
    pub confirm: Option<Confirm>,
}
