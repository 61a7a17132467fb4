//! Users as the list, the details and the edit dialog show them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{OfferedAction, OutboxEntry, ReplacementView, RoleDifference};

/// Which users, in which order. Empty lists don't filter; values within one list are alternatives,
/// the lists together must all hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct UserQuery {
    /// Any place in name or e-mail; case and accents folded. Several words must all occur.
    pub search: String,
    /// Wire values of roles; `""` stands for no role.
    pub roles: Vec<String>,
    /// Row states.
    pub states: Vec<RowState>,
    /// Ids of workspaces.
    pub workspaces: Vec<String>,
    /// Bands of last activity.
    pub activity: Vec<Activity>,
    /// Column to sort by.
    pub sort: SortBy,
    /// From high to low.
    pub descending: bool,
}

/// A column that can be sorted by. Ties are ordered by name, then by id.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SortBy {
    /// The name shown.
    #[default]
    Name,
    /// The e-mail address.
    Email,
    /// The role shown, from Admin to Member, foreign ones last.
    Role,
    /// The number of workspaces.
    Workspaces,
    /// The last activity; *never* before every time, *not reported* first of all.
    LastActive,
    /// The state, from active to suspended.
    State,
    /// When the user was added; *not reported* before every time.
    Added,
}

/// Whether a user is on the server, and is to stay there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// On the server, and nobody asked otherwise.
    Here,
    /// To be added: the id is a placeholder until the server has given one.
    Adding,
    /// To be deleted.
    Leaving,
}

/// The state of a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RowState {
    /// May sign in.
    Active,
    /// Invited, not accepted.
    Pending,
    /// The link is too old.
    InvitationExpired,
    /// The message could not be delivered.
    InvitationFailed,
    /// Not active.
    Suspended,
}

impl RowState {
    /// The name in JSON, in files and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Pending => "pending",
            Self::InvitationExpired => "invitation_expired",
            Self::InvitationFailed => "invitation_failed",
            Self::Suspended => "suspended",
        }
    }
}

/// A band of last activity. Each band ends where the one before begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Activity {
    /// Within 24 hours.
    Today,
    /// Within 7 days.
    Week,
    /// Within 30 days.
    Month,
    /// Within 90 days.
    Quarter,
    /// More than 90 days ago.
    Older,
    /// Never signed in.
    Never,
}

/// A window of rows, never the whole list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsersWindow {
    /// Grows whenever the list changes; rows of different numbers don't belong together.
    pub generation: u32,
    /// How many users match.
    pub total: u32,
    /// The place of the first row, from 0.
    pub offset: u32,
    /// The rows.
    pub rows: Vec<UserRow>,
}

/// A user as a row.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UserRow {
    /// The server's id.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// The e-mail address (`userName`).
    pub email: String,
    /// The role shown, waiting changes laid over it: wire value, `""` for none.
    pub role: String,
    /// The same in words.
    pub role_title: String,
    /// The role on the server in words, where it differs from what is shown.
    pub role_was: Option<String>,
    /// The first three workspaces by name, waiting changes laid over them.
    pub workspaces: Vec<String>,
    /// How many workspaces in all.
    pub workspace_count: u32,
    /// The state.
    pub state: RowState,
    /// When the invitation's link expires (RFC 3339).
    pub expires_at: Option<String>,
    /// Last activity (RFC 3339); `None` with `never_active` false means *not reported*.
    pub last_active: Option<String>,
    /// The server tells, and this user never signed in.
    pub never_active: bool,
    /// When they were added (RFC 3339); `None` where the server doesn't tell.
    pub created: Option<String>,
    /// What waits on this user: `waiting`, `sending`, `needs_you`, `rejected`.
    pub intent: Option<String>,
    /// Which of the stable colours the avatar has, 0 to 7.
    pub colour: u8,
    /// Up to two letters for the avatar.
    pub initials: String,
    /// Whether `user_picture` has one.
    pub has_picture: bool,
    /// Whether they are on the server, and are to stay.
    pub presence: Presence,
}

impl UserRow {
    /// The last activity for a file or a terminal: a time (RFC 3339), *Pending* before the first sign-in,
    /// *Never*, or nothing where the server doesn't tell.
    #[must_use]
    pub fn last_active_or_word(&self) -> &str {
        match (&self.last_active, self.never_active, self.state) {
            (_, _, RowState::Pending) => "Pending",
            (Some(time), ..) => time,
            (None, true, _) => "Never",
            (None, false, _) => "",
        }
    }
}

/// A user in full.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UserDetails {
    /// The row.
    pub row: UserRow,
    /// When the invitation went out (RFC 3339).
    pub sent_at: Option<String>,
    /// Why it could not be delivered.
    pub failure: Option<String>,
    /// Every workspace, by name; waiting ones marked.
    pub workspaces: Vec<WorkspaceRef>,
    /// That the role enters every workspace, whatever is assigned, as a sentence.
    pub every_workspace: Option<String>,
    /// Contacts assigned in all; `None` where the server doesn't tell.
    pub contacts: Option<u32>,
    /// Contacts are assigned in so many workspaces.
    pub contact_workspaces: u32,
    /// What is open on this user.
    pub changes: Vec<OutboxEntry>,
    /// Whether this is the signed-in user.
    pub is_me: bool,
    /// One sentence on what the role lets this user do.
    pub role_summary: String,
    /// May the signed-in user edit: the verdict for the button.
    pub edit: Verdict,
    /// What else may be done to this user, in the order of the buttons; what makes no sense in their
    /// state is left out.
    pub actions: Vec<OfferedAction>,
    /// May the signed-in user replace the e-mail.
    pub replace_email: Verdict,
    /// The replaced e-mail that this user is the old or the new one of.
    pub replacement: Option<ReplacementView>,
}

/// A workspace of a user.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceRef {
    /// The server's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `added` or `removed` while a change waits.
    pub waiting: Option<String>,
    /// Contacts assigned there; `None` where the server doesn't tell.
    pub contacts: Option<u32>,
}

/// What the policy says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// Which of the three.
    pub kind: VerdictKind,
    /// The rule's fixed sentence, when denied; what is unknown, when left to the server.
    pub reason: Option<String>,
    /// Who could help, as a sentence ("Ask an Admin: Ada, Grace.").
    pub help: Option<String>,
}

impl Verdict {
    /// Yes.
    pub(crate) fn allowed() -> Self {
        Self {
            kind: VerdictKind::Allowed,
            reason: None,
            help: None,
        }
    }

    /// Whether it is no.
    pub(crate) fn is_denied(&self) -> bool {
        self.kind == VerdictKind::Denied
    }
}

/// The three answers that a client knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VerdictKind {
    /// It may be done.
    Allowed,
    /// It may not.
    Denied,
    /// Actor or roles are unknown here: offered, and the server decides.
    LeftToServer,
}

/// The edit dialog's content: every choice, those denied with their reason.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EditView {
    /// The user.
    pub row: UserRow,
    /// May display name and picture be changed.
    pub profile_verdict: Verdict,
    /// The display name shown, waiting changes included; empty for none.
    pub display_name: String,
    /// Where the picture shown is, waiting changes included; empty for none.
    pub picture: String,
    /// The four roles, in order.
    pub roles: Vec<RoleChoice>,
    /// May the workspaces be changed.
    pub workspaces_verdict: Verdict,
    /// Every workspace, and whether the user has it (waiting changes included).
    pub workspaces: Vec<EditWorkspace>,
}

/// A role in the edit dialog.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoleChoice {
    /// Wire value.
    pub role: String,
    /// In words.
    pub title: String,
    /// One sentence on what it lets a user do.
    pub summary: String,
    /// That it enters every workspace, whatever is assigned, as a sentence.
    pub every_workspace: Option<String>,
    /// Whether it is the one shown now.
    pub current: bool,
    /// What the user would gain and lose by it; `None` for the one shown now, and where that is none
    /// of the four.
    pub difference: Option<RoleDifference>,
    /// May it be chosen.
    pub verdict: Verdict,
}

/// A workspace in the edit dialog.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EditWorkspace {
    /// The server's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether the user has it.
    pub granted: bool,
}

/// The answer to *can I*.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CanView {
    /// The permission's machine name.
    pub action: String,
    /// The verdict.
    pub verdict: Verdict,
}

/// One press of *Save* in the edit dialog.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveUser {
    /// Made where the person acted (a UUID): delivered twice, it is done once.
    pub operation: String,
    /// Who.
    pub user: String,
    /// The display name asked for, empty for none; `None` leaves it.
    #[serde(default)]
    #[ts(optional)]
    pub display_name: Option<String>,
    /// The address of the picture asked for, empty for none; `None` leaves it.
    #[serde(default)]
    #[ts(optional)]
    pub picture: Option<String>,
    /// The role asked for, as wire value; `None` leaves it.
    #[serde(default)]
    #[ts(optional)]
    pub role: Option<String>,
    /// Workspaces to grant.
    #[serde(default)]
    pub grant: Vec<String>,
    /// Workspaces to revoke.
    #[serde(default)]
    pub revoke: Vec<String>,
}
