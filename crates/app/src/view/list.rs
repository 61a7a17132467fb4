//! What the list shows: which users, in which order, in which columns; and such a view under a name.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::UserQuery;

/// What the list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ListView {
    /// Which users, in which order.
    pub query: UserQuery,
    /// In which columns, from the first on. That of the name is always there, and first.
    pub columns: Vec<ShownColumn>,
}

/// A column of the list, as wide as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShownColumn {
    /// Which.
    pub column: ListColumn,
    /// In pixels at the usual size of text; `None` takes its share of what is left.
    #[serde(default)]
    pub width: Option<u16>,
}

/// What a column of the list tells of a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ListColumn {
    /// The name; and the e-mail address, where that has no column of its own.
    Name,
    /// The e-mail address.
    Email,
    /// The organization role.
    Role,
    /// The workspaces.
    Workspaces,
    /// The last activity.
    LastActive,
    /// The state.
    State,
    /// When the user was added.
    Added,
}

/// A view that was saved under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedView {
    /// Our own id of it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it shows; `None` for one that can't be read, which `notice` explains.
    pub shows: Option<ListView>,
    /// What must be said when it is opened, for example that a workspace is gone; a sentence.
    pub notice: Option<String>,
}

/// What is saved under a name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveView {
    /// Made where the person acted (a UUID); that of a saved view is saved over.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it shows.
    pub shows: ListView,
}
