//! What sending would do, before it is done.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Confirm, OutboxEntry, ResourceKind};

/// Which part of a plan is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct PlanWindow {
    /// From this resource on, counted from 0.
    pub offset: u32,
    /// So many at most.
    pub limit: u32,
}

/// What *Send* would do: each change decided as if the earlier ones were done.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanView {
    /// How many changes would go out, once they have their turn.
    pub changes: u32,
    /// How many of them were not asked for: the others can't go out before them.
    pub first: u32,
    /// What must be typed before; `None` where nothing asks once more.
    pub confirm: Option<Confirm>,
    /// How many the policy denies.
    pub denied: u32,
    /// How many meet something else than was seen, as far as is known.
    pub conflicts: u32,
    /// How many are so already, as far as is known.
    pub already_so: u32,
    /// How many resources they are about.
    pub total: u32,
    /// The place of the first of these, from 0.
    pub offset: u32,
    /// By resource: first those of which something can't be done, then in the order of their first change.
    pub groups: Vec<PlanGroup>,
}

/// What becomes of one resource.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanGroup {
    /// What it is.
    pub kind: ResourceKind,
    /// Its id; empty for the organization.
    pub id: String,
    /// Its name, as last known.
    pub name: String,
    /// A user's e-mail address, as last known.
    pub email: String,
    /// What is different once everything is done that can be; empty where nothing is.
    pub end: Vec<PlanEnd>,
    /// The changes, in order.
    pub steps: Vec<PlanStep>,
}

/// One thing that is different in the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanEnd {
    /// What, in words, as in [`OutboxEntry`].
    pub subject: String,
    /// As it is now.
    pub was: String,
    /// As it will be.
    pub becomes: String,
}

/// One change.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanStep {
    /// Its place in the order, from 1.
    pub place: u32,
    /// The change, with what it waits for.
    pub entry: OutboxEntry,
    /// What would become of it.
    pub fate: PlanFate,
    /// Why, as a sentence.
    pub reason: Option<String>,
    /// Who could help.
    pub help: Option<String>,
}

/// What would become of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlanFate {
    /// Nothing known stands in its way.
    Goes,
    /// It is so already.
    AlreadySo,
    /// The policy denies it.
    Denied,
    /// Something else stands there now.
    Conflicts,
}

/// A plan that was written into a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanExported {
    /// How many changes it has.
    pub changes: u32,
    /// The file's name, without its folder.
    pub file: String,
}

/// What importing a plan would queue.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportView {
    /// The organization, as it is called where the plan was exported.
    pub organization: String,
    /// The name of who exported it; empty where that isn't known.
    pub exported_by: String,
    /// When (RFC 3339).
    pub exported_at: String,
    /// Why it can't be imported, as a sentence; `None` where it can.
    pub refused: Option<String>,
    /// What would become of each of its changes, decided for whoever imports it.
    pub plan: PlanView,
}
