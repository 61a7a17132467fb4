//! Users to be added: one in the dialog, or many from a list.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Receipt, RoleChoice, Verdict};

/// What the dialog for adding users offers.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddView {
    /// May the signed-in user add anybody; where it is a part, the reason says which.
    pub verdict: Verdict,
    /// Every role in order; those that may not be given come with the reason.
    pub roles: Vec<RoleChoice>,
}

/// Whether an e-mail address can be given to a new user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddressView {
    /// The address in its one form.
    pub address: String,
    /// Who has it already, as a sentence; `None` for nobody in this list.
    pub taken: Option<String>,
    /// The user who has it.
    pub user: Option<String>,
}

/// One press of *Next*.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddUser {
    /// Made where the person acted; the same one again is the same addition.
    pub operation: String,
    /// The e-mail address.
    pub address: String,
    /// The display name; empty for none.
    pub name: String,
    /// The role: wire value.
    pub role: String,
    /// Ids of workspaces to grant.
    pub workspaces: Vec<String>,
}

/// A user who was added, or waits to be.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Added {
    /// Their id: a placeholder until the server has given one; either can be named.
    pub user: String,
    /// What became of it.
    pub receipt: Receipt,
}

/// A list of people that was read, and is kept until it is added, forgotten, or another is read.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InviteesRead {
    /// Names the list.
    pub id: u32,
    /// How many lines it has.
    pub total: u32,
    /// How it was read, as a sentence.
    pub how: String,
}

/// What becomes of a line when the list is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// They will be added.
    Added,
    /// They are there, wait to be added, or stand in the list twice.
    There,
    /// The policy denies it.
    Denied,
    /// It can't be read.
    Unreadable,
}

/// A window of the lines, never all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InviteesWindow {
    /// How many lines match.
    pub total: u32,
    /// The place of the first row, from 0.
    pub offset: u32,
    /// How many lines of the whole list come to which end.
    pub counts: FateCounts,
    /// The rows.
    pub rows: Vec<InviteeRow>,
}

/// How many lines come to which end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FateCounts {
    /// Will be added.
    pub added: u32,
    /// Already there.
    pub there: u32,
    /// Not allowed.
    pub denied: u32,
    /// Can't be read.
    pub unreadable: u32,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InviteeRow {
    /// Its number in the file or text.
    pub line: u32,
    /// The e-mail address, or what stands in its place.
    pub address: String,
    /// The display name; empty for none.
    pub name: String,
    /// The role that they get, in words; or what stands in its place.
    pub role: String,
    /// The workspaces that they get, in words.
    pub workspaces: String,
    /// What becomes of it.
    pub fate: Fate,
    /// The part that is wrong, where it can't be read: `address`, `name`, `role`, `workspaces`, `line`.
    pub field: Option<String>,
    /// Why, unless they will be added; there, a note.
    pub reason: Option<String>,
    /// Who could help.
    pub help: Option<String>,
}

/// How far adding a list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Adding {
    /// People taken care of.
    pub done: u32,
    /// People to be added in all.
    pub total: u32,
}

/// What became of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InviteesAdded {
    /// People who wait to be added, or were added.
    pub added: u32,
    /// People who are left: the rest of a list that was stopped.
    pub left: u32,
    /// A sentence for people.
    pub message: String,
}
