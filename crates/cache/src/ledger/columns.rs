//! A mutation as columns of its table, and back: what every kind of change stores.

use rollcall_language::say;
use rollcall_model::{
    After, Awaited, Change, Found, Goes, Mutation, MutationState, OrgRole, OrganizationChange,
    OrganizationField, Role, Settled, Timestamp, UserChange, UserId, Version, WorkspaceChange,
    WorkspaceId,
};
use rusqlite::Row;

use super::journal::unsigned;
use crate::StoreError;
use crate::error::Fault;
use crate::spoken::Words;

/// What [`read`] reads, in its order.
pub(super) const COLUMNS: &str =
    "id, coalesce(place, sequence), operation, kind, resource, workspace, was, wanted, user_name, display_name, after_user,
    awaited, version, made_at, seen_at, attempts, state, reason, found_kind, found_value, field, goes";
/// How many these are: what else a statement reads comes after them.
pub(super) const WIDTH: usize = 22;

/// The values of a change that are no column of every mutation.
#[derive(Debug, Default)]
pub(super) struct Values<'c> {
    pub(super) workspace: Option<&'c str>,
    pub(super) was: Option<String>,
    pub(super) wanted: Option<String>,
    pub(super) user_name: Option<&'c str>,
    pub(super) display_name: Option<&'c str>,
    pub(super) field: Option<&'static str>,
}

impl<'c> Values<'c> {
    /// What is stored of a change.
    pub(super) fn of(change: &'c Change) -> Self {
        match change {
            Change::User(change) => Self::of_user(change),
            Change::Workspace(change) => Self::of_workspace(change),
            Change::Organization(OrganizationChange { field, was, to }) => Self {
                was: Some(was.clone()),
                wanted: Some(to.clone()),
                field: Some(field.as_str()),
                ..Self::default()
            },
        }
    }

    fn of_user(change: &'c UserChange) -> Self {
        let (was, wanted) = match change {
            UserChange::AddUser { role, .. } => (None, Some(role.as_str().to_owned())),
            UserChange::DeleteUser { was, .. } => (Some(was.as_str().to_owned()), None),
            UserChange::SetRole { was, to, .. } => {
                (Some(was.as_str().to_owned()), Some(to.as_str().to_owned()))
            }
            UserChange::SetDisplayName { was, to, .. } => (Some(was.clone()), Some(to.clone())),
            UserChange::SetPicture { was, to, .. } => (was.clone(), to.clone()),
            UserChange::ResendInvitation { was, .. } => (was.map(written), None),
            UserChange::GrantWorkspace { .. }
            | UserChange::RevokeWorkspace { .. }
            | UserChange::Suspend { .. }
            | UserChange::Reactivate { .. }
            | UserChange::RevokeInvitation { .. } => (None, None),
        };
        Self {
            workspace: change.workspace().map(WorkspaceId::as_str),
            was,
            wanted,
            user_name: change.user_name(),
            display_name: match change {
                UserChange::AddUser { display_name, .. } => Some(display_name),
                _ => None,
            },
            field: None,
        }
    }

    fn of_workspace(change: &WorkspaceChange) -> Self {
        let (was, wanted) = match change {
            WorkspaceChange::CreateWorkspace { name, .. } => (None, Some(name.clone())),
            WorkspaceChange::RenameWorkspace { was, to, .. } => {
                (Some(was.clone()), Some(to.clone()))
            }
            WorkspaceChange::DeleteWorkspace { name, .. } => (Some(name.clone()), None),
        };
        Self {
            was,
            wanted,
            ..Self::default()
        }
    }
}

/// Reads a row of [`COLUMNS`].
pub(super) fn read(row: &Row<'_>) -> Result<Mutation, Fault> {
    let state = match row.get_ref(16)?.as_str()? {
        "queued" => MutationState::Queued,
        "sending" => MutationState::Sending,
        "unknown" => MutationState::Unknown,
        "applied" => MutationState::Settled(Settled::Applied),
        "rejected" => MutationState::Settled(Settled::Rejected {
            reason: text(row, 17)?,
        }),
        "conflict" => MutationState::Settled(Settled::Conflict {
            found: found(&text(row, 18)?, row.get(19)?)?,
        }),
        "cancelled" => MutationState::Settled(Settled::Cancelled),
        _ => return Err(nonsense(|| say!("faults-nonsense-state"))),
    };
    let after = match row.get::<_, Option<String>>(10)? {
        None => None,
        Some(user) => Some(After {
            user: UserId::new(user),
            awaited: Awaited::from_name(&text(row, 11)?)
                .ok_or_else(|| nonsense(|| say!("faults-nonsense-depends")))?,
        }),
    };
    let time = |at: i64| Timestamp::from_microsecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
    Ok(Mutation {
        id: row
            .get_ref(0)?
            .as_str()?
            .parse()
            .map_err(|_| nonsense(|| say!("faults-nonsense-id")))?,
        sequence: unsigned(row.get(1)?),
        operation: row
            .get_ref(2)?
            .as_str()?
            .parse()
            .map_err(|_| nonsense(|| say!("faults-nonsense-operation")))?,
        change: change(row)?,
        version: row.get::<_, Option<String>>(12)?.map(Version),
        after,
        made_at: time(row.get(13)?),
        seen_at: row.get::<_, Option<i64>>(14)?.map(time),
        attempts: row.get(15)?,
        state,
        goes: Goes::from_name(&text(row, 21)?)
            .ok_or_else(|| nonsense(|| say!("faults-nonsense-goes")))?,
    })
}

fn change(row: &Row<'_>) -> Result<Change, Fault> {
    let kind = row.get_ref(3)?.as_str()?;
    let id: String = row.get(4)?;
    let (was, wanted) = (|| text(row, 6), || text(row, 7));
    Ok(match kind {
        "create_workspace" => Change::Workspace(WorkspaceChange::CreateWorkspace {
            workspace: WorkspaceId::new(id),
            name: wanted()?,
        }),
        "rename_workspace" => Change::Workspace(WorkspaceChange::RenameWorkspace {
            workspace: WorkspaceId::new(id),
            was: was()?,
            to: wanted()?,
        }),
        "delete_workspace" => Change::Workspace(WorkspaceChange::DeleteWorkspace {
            workspace: WorkspaceId::new(id),
            name: was()?,
        }),
        "edit_organization" | "edit_billing" | "change_subscription" => {
            Change::Organization(OrganizationChange {
                field: OrganizationField::from_name(&text(row, 20)?)
                    .ok_or_else(|| nonsense(|| say!("faults-nonsense-attribute")))?,
                was: was()?,
                to: wanted()?,
            })
        }
        kind => Change::User(user_change(row, kind, UserId::new(id))?),
    })
}

fn user_change(row: &Row<'_>, kind: &str, user: UserId) -> Result<UserChange, Fault> {
    let workspace = || -> Result<WorkspaceId, Fault> {
        Ok(WorkspaceId::new(
            row.get::<_, Option<String>>(5)?
                .ok_or_else(|| nonsense(|| say!("faults-nonsense-workspace")))?,
        ))
    };
    let role = || -> Result<Role, Fault> {
        text(row, 7)?
            .parse()
            .map_err(|_| nonsense(|| say!("faults-nonsense-role")))
    };
    Ok(match kind {
        "add_user" => UserChange::AddUser {
            user,
            user_name: text(row, 8)?,
            display_name: text(row, 9)?,
            role: role()?,
        },
        "delete_user" => UserChange::DeleteUser {
            user,
            user_name: text(row, 8)?,
            was: OrgRole::from_wire(&text(row, 6)?),
        },
        "set_role" => UserChange::SetRole {
            user,
            was: OrgRole::from_wire(&text(row, 6)?),
            to: role()?,
        },
        "grant_workspace" => UserChange::GrantWorkspace {
            user,
            workspace: workspace()?,
        },
        "revoke_workspace" => UserChange::RevokeWorkspace {
            user,
            workspace: workspace()?,
        },
        "set_display_name" => UserChange::SetDisplayName {
            user,
            was: text(row, 6)?,
            to: text(row, 7)?,
        },
        "set_picture" => UserChange::SetPicture {
            user,
            was: row.get(6)?,
            to: row.get(7)?,
        },
        "suspend" => UserChange::Suspend { user },
        "reactivate" => UserChange::Reactivate { user },
        "resend_invitation" => UserChange::ResendInvitation {
            user,
            was: instant(row.get(6)?)?,
        },
        "revoke_invitation" => UserChange::RevokeInvitation {
            user,
            user_name: text(row, 8)?,
        },
        _ => return Err(nonsense(|| say!("faults-nonsense-kind"))),
    })
}

/// What was found in a conflict, as it is stored: its kind, and the value.
pub(super) fn written_found(found: &Found) -> (&'static str, Option<String>) {
    let yes_or_no = |yes: bool| Some(if yes { "yes" } else { "no" }.to_owned());
    match found {
        Found::Role(role) => ("role", Some(role.as_str().to_owned())),
        Found::Access(true) => ("access", Some("granted".to_owned())),
        Found::Access(false) => ("access", Some("none".to_owned())),
        Found::DisplayName(name) => ("display_name", Some(name.clone())),
        Found::Picture(address) => ("picture", address.clone()),
        Found::Active(active) => ("active", yes_or_no(*active)),
        Found::Invited(at) => ("invited", at.map(written)),
        Found::Pending(pending) => ("pending", yes_or_no(*pending)),
        Found::WorkspaceName(name) => ("workspace_name", Some(name.clone())),
        Found::Setting(value) => ("setting", Some(value.clone())),
        Found::Added => ("added", None),
        Found::Taken => ("taken", None),
        Found::Gone => ("gone", None),
    }
}

pub(super) fn found(kind: &str, value: Option<String>) -> Result<Found, Fault> {
    let text = || value.clone().unwrap_or_default();
    Ok(match kind {
        "role" => Found::Role(OrgRole::from_wire(&text())),
        "access" => Found::Access(text() == "granted"),
        "display_name" => Found::DisplayName(text()),
        "picture" => Found::Picture(value),
        "active" => Found::Active(text() == "yes"),
        "invited" => Found::Invited(instant(value)?),
        "pending" => Found::Pending(text() == "yes"),
        "workspace_name" => Found::WorkspaceName(text()),
        "setting" => Found::Setting(text()),
        "added" => Found::Added,
        "taken" => Found::Taken,
        "gone" => Found::Gone,
        _ => return Err(nonsense(|| say!("faults-nonsense-found"))),
    })
}

/// An instant as the server wrote it, to the nanosecond: it is compared, not only shown.
fn written(at: Timestamp) -> String {
    at.to_string()
}

fn instant(text: Option<String>) -> Result<Option<Timestamp>, Fault> {
    text.map(|text| text.parse())
        .transpose()
        .map_err(|_| nonsense(|| say!("faults-nonsense-sent")))
}

fn text(row: &Row<'_>, column: usize) -> Result<String, Fault> {
    Ok(row.get::<_, Option<String>>(column)?.unwrap_or_default())
}

fn nonsense(what: Words) -> Fault {
    let attempted: Words = || say!("faults-try-read-change");
    StoreError::Nonsense {
        attempted: attempted.into(),
        what: what.into(),
    }
    .into()
}
