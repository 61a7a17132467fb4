//! A change to one user or to thousands at once: whom it is about, what it asks for, what it would do.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::UserQuery;

/// Whom it is about.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Selection {
    /// These users, in this order.
    Ids {
        /// Their ids.
        ids: Vec<String>,
    },
    /// Everyone who answers a question, but for some.
    All {
        /// The question.
        query: UserQuery,
        /// Ids of those left out.
        except: Vec<String>,
    },
}

/// What is asked for, of each of them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum UserAction {
    /// Give this organization role.
    SetRole {
        /// Its wire value.
        role: String,
    },
    /// Give access to workspaces.
    AddToWorkspaces {
        /// Their ids.
        ids: Vec<String>,
    },
    /// Take away access to workspaces.
    RemoveFromWorkspaces {
        /// Their ids.
        ids: Vec<String>,
    },
    /// Send the invitation again.
    ResendInvitation,
    /// Withdraw the invitation, which removes the user.
    RevokeInvitation,
    /// Delete the user.
    Delete,
    /// Suspend the user.
    Suspend,
    /// Let the user sign in again.
    Reactivate,
}

/// One press of the button that does it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeUsers {
    /// Made where the person acted (a UUID): delivered twice, it is done once.
    pub operation: String,
    /// Whom it is about.
    pub selection: Selection,
    /// What is asked for.
    pub action: UserAction,
    /// What was typed to confirm, where [`ChangePreview::confirm`] asks for it.
    #[serde(default)]
    #[ts(optional)]
    pub typed: Option<String>,
}

/// What it would do, decided for one user after the other as if the earlier ones were done.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangePreview {
    /// How many users would be changed.
    pub will_change: u32,
    /// How many have it so already.
    pub already_so: u32,
    /// How many may not be changed.
    pub not_allowed: u32,
    /// Why the last two aren't changed, the most frequent first.
    pub reasons: Vec<CountedReason>,
    /// What comes with it.
    pub consequences: Consequences,
    /// What has to be typed before it is done; `None` where the button is enough.
    pub confirm: Option<Confirm>,
    /// The place of the first row among those of the verdict that was asked for, from 0.
    pub offset: u32,
    /// The rows.
    pub rows: Vec<PreviewRow>,
}

/// A reason, and for how many it is the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CountedReason {
    /// [`PreviewVerdict::AlreadySo`] or [`PreviewVerdict::NotAllowed`].
    pub verdict: PreviewVerdict,
    /// The sentence.
    pub reason: String,
    /// Who could help, as a sentence.
    pub help: Option<String>,
    /// For how many users.
    pub users: u32,
}

/// What becomes of a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PreviewVerdict {
    /// It is done.
    WillChange,
    /// It is so already.
    AlreadySo,
    /// It may not be done.
    NotAllowed,
}

/// Which rows of a preview are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreviewWindow {
    /// Of whom.
    pub verdict: PreviewVerdict,
    /// From this place on, counted from 0.
    pub offset: u32,
    /// So many at most.
    pub limit: u32,
}

/// A user in a preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreviewRow {
    /// The user's id.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// What becomes of them.
    pub verdict: PreviewVerdict,
    /// Why, where nothing does; a sentence.
    pub reason: Option<String>,
    /// Who could help, as a sentence.
    pub help: Option<String>,
}

/// What comes with a change, counted from the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Consequences {
    /// Users who are removed from the organization.
    pub removed: u32,
    /// Users who wait to be added, and then are not.
    pub not_added: u32,
    /// What the users lose who are removed, or whose access is taken away: by workspace, in the order of
    /// their names.
    pub workspaces: Vec<WorkspaceLoss>,
    /// Contacts that become unassigned, as far as they are known.
    pub contacts: u32,
    /// Users of whom the list doesn't tell how many contacts are assigned to them.
    pub contacts_unknown: u32,
    /// Changes of these users that wait, or need somebody, and are dropped.
    pub dropped: u32,
    /// Changes of these users that are on their way: they can't be taken back.
    pub on_their_way: u32,
}

/// What is lost in one workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceLoss {
    /// Its name.
    pub name: String,
    /// How many users lose access to it.
    pub users: u32,
    /// How many contacts there become unassigned, as far as they are known.
    pub contacts: u32,
}

/// What has to be typed to confirm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Confirm {
    /// Exactly this, but for case.
    pub text: String,
    /// Why; a sentence.
    pub reason: String,
}

/// What may be done to a user or a workspace, or to users and workspaces at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfferedAction {
    /// The kind of [`UserAction`]; of a workspace `create_workspace`, `rename_workspace`, `delete_workspace`.
    pub action: String,
    /// May it be done.
    pub verdict: super::Verdict,
}
