//! What waits, as a file for another administrator: its form, read strictly. It holds no token and no secret.

use std::collections::HashMap;

use rollcall_cache::NewMutation;
use rollcall_language::say;
use rollcall_model::{
    After, Awaited, Change, Goes, Mutation, MutationId, OrgRole, OrganizationChange,
    OrganizationField, Resource, Timestamp, UserChange, UserId, Version, WorkspaceChange,
    WorkspaceId,
};
use serde::{Deserialize, Serialize};

use crate::Failure;

/// By this a file is known.
const FORMAT: &str = "rollcall-plan";
/// The form that this program writes, and the last that it reads.
const VERSION: u32 = 1;
/// The longest file that is read, in bytes.
pub(crate) const LONGEST: usize = 16 * 1024 * 1024;

/// A plan.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PlanFile {
    format: String,
    version: u32,
    /// Of this file: known again, it is imported once.
    pub(crate) id: String,
    pub(crate) organization: PlanOf,
    /// The name of who exported it; empty where that isn't known.
    pub(crate) exported_by: String,
    /// When (RFC 3339).
    pub(crate) exported_at: String,
    /// In the order in which they are to be sent.
    pub(crate) changes: Vec<Planned>,
}

/// The organization of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PlanOf {
    /// The server's id for it, where it tells.
    pub(crate) id: Option<String>,
    pub(crate) name: String,
    pub(crate) url: String,
}

/// One change of a plan.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(crate) struct Planned {
    id: String,
    /// It in words; nothing is read from this.
    says: String,
    /// The machine name.
    change: String,
    /// Whom or what it is about: the server's id, or `new:` and the id of the change that adds it.
    resource: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    workspace: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resource_version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<PlannedAfter>,
}

/// What a change of a plan waits for.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct PlannedAfter {
    user: String,
    awaited: String,
}

/// As much of a file as every version has.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

impl PlanFile {
    /// A plan of these changes.
    pub(crate) fn new(
        organization: PlanOf,
        exported_by: String,
        now: Timestamp,
        changes: Vec<Planned>,
    ) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            id: MutationId::random().to_string(),
            organization,
            exported_by,
            exported_at: now.to_string(),
            changes,
        }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// `file_too_large`, `not_a_plan`; `plan_newer` for one that a newer program wrote.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Failure> {
        if bytes.len() > LONGEST {
            let message = say!("plan-too-large", most = LONGEST / 1024 / 1024);
            return Err(Failure::new("file_too_large", message));
        }
        let head: Head = serde_json::from_slice(bytes).map_err(|_| not_a_plan())?;
        if head.format != FORMAT {
            return Err(not_a_plan());
        }
        if head.version != VERSION {
            return Err(Failure::new(
                "plan_newer",
                say!("plan-newer", version = head.version, own = VERSION),
            ));
        }
        serde_json::from_slice(bytes).map_err(|error| {
            let message = say!("plan-not-whole", cause = error.to_string());
            Failure::new("not_a_plan", message)
        })
    }

    /// What is to be queued: each under an id of its own, and what is to be added under a placeholder of its
    /// own. `renewed` says which id a change gets.
    ///
    /// # Errors
    /// `not_a_plan` where a change can't be read, or rests on an addition that doesn't stand before it.
    pub(crate) fn mutations(
        &self,
        mut renewed: impl FnMut(MutationId) -> Result<MutationId, Failure>,
    ) -> Result<Vec<NewMutation>, Failure> {
        let mut ids: HashMap<MutationId, MutationId> = HashMap::new();
        let mut mutations = Vec::with_capacity(self.changes.len());
        for planned in &self.changes {
            let old = planned.id.parse().map_err(|_| planned.broken())?;
            let id = renewed(old)?;
            if ids.insert(old, id).is_some() {
                return Err(planned.broken());
            }
            let mut change = planned.read().ok_or_else(|| planned.broken())?;
            for carried in change.carried() {
                if let Some(placeholder) = planned.renewed(&carried, &ids)? {
                    change.name_added(&carried, &placeholder);
                }
            }
            let mut after = planned.awaited()?;
            if let Some(after) = &mut after {
                let awaited = Resource::User(after.user.clone());
                if let Some(placeholder) = planned.renewed(&awaited, &ids)? {
                    after.name_added(&awaited, &placeholder);
                }
            }
            mutations.push(NewMutation {
                id,
                change,
                version: planned.resource_version.clone().map(Version),
                after,
                // Whoever imports it sends it.
                goes: Goes::WhenSent,
            });
        }
        Ok(mutations)
    }
}

impl Planned {
    /// A mutation as a plan has it; `says` is it in words.
    pub(crate) fn of(mutation: &Mutation, says: String) -> Self {
        let change = &mutation.change;
        let mut planned = Self {
            id: mutation.id.to_string(),
            says,
            change: change.name().to_owned(),
            resource: change.resource().id().to_owned(),
            workspace: change.access_to().map(ToString::to_string),
            resource_version: mutation.version.as_ref().map(|version| version.0.clone()),
            after: mutation.after.as_ref().map(|after| PlannedAfter {
                user: after.user.to_string(),
                awaited: after.awaited.as_str().to_owned(),
            }),
            ..Self::default()
        };
        match change {
            Change::User(change) => planned.put_user_change(change),
            Change::Workspace(WorkspaceChange::CreateWorkspace { name, .. }) => {
                planned.to = Some(name.clone());
            }
            Change::Workspace(WorkspaceChange::RenameWorkspace { was, to, .. }) => {
                (planned.was, planned.to) = (Some(was.clone()), Some(to.clone()));
            }
            Change::Workspace(WorkspaceChange::DeleteWorkspace { name, .. }) => {
                planned.was = Some(name.clone());
            }
            Change::Organization(OrganizationChange { field, was, to }) => {
                planned.field = Some(field.as_str().to_owned());
                (planned.was, planned.to) = (Some(was.clone()), Some(to.clone()));
            }
        }
        planned
    }

    fn put_user_change(&mut self, change: &UserChange) {
        self.address = change.user_name().map(str::to_owned);
        match change {
            UserChange::AddUser {
                display_name, role, ..
            } => {
                self.name = Some(display_name.clone());
                self.to = Some(role.as_str().to_owned());
            }
            UserChange::DeleteUser { was, .. } => self.was = Some(was.as_str().to_owned()),
            UserChange::SetRole { was, to, .. } => {
                self.was = Some(was.as_str().to_owned());
                self.to = Some(to.as_str().to_owned());
            }
            UserChange::SetDisplayName { was, to, .. } => {
                (self.was, self.to) = (Some(was.clone()), Some(to.clone()));
            }
            UserChange::SetPicture { was, to, .. } => {
                (self.was, self.to) = (was.clone(), to.clone());
            }
            UserChange::ResendInvitation { was, .. } => self.was = was.map(|at| at.to_string()),
            UserChange::GrantWorkspace { .. }
            | UserChange::RevokeWorkspace { .. }
            | UserChange::Suspend { .. }
            | UserChange::Reactivate { .. }
            | UserChange::RevokeInvitation { .. } => {}
        }
    }

    /// The change; `None` where something is missing, or isn't known.
    fn read(&self) -> Option<Change> {
        let workspace = || WorkspaceId::new(&self.resource);
        let (was, to) = (|| self.was.clone(), || self.to.clone());
        Some(match self.change.as_str() {
            "create_workspace" => Change::Workspace(WorkspaceChange::CreateWorkspace {
                workspace: workspace(),
                name: to()?,
            }),
            "rename_workspace" => Change::Workspace(WorkspaceChange::RenameWorkspace {
                workspace: workspace(),
                was: was()?,
                to: to()?,
            }),
            "delete_workspace" => Change::Workspace(WorkspaceChange::DeleteWorkspace {
                workspace: workspace(),
                name: was()?,
            }),
            "edit_organization" | "edit_billing" | "change_subscription" => {
                let field = OrganizationField::from_name(self.field.as_deref()?)?;
                Change::Organization(OrganizationChange {
                    field,
                    was: was()?,
                    to: to()?,
                })
            }
            _ => Change::User(self.read_user_change()?),
        })
        .filter(|change| change.name() == self.change)
    }

    fn read_user_change(&self) -> Option<UserChange> {
        let user = UserId::new(&self.resource);
        let workspace = || self.workspace.as_ref().map(WorkspaceId::new);
        let user_name = || self.address.clone();
        let role = || self.to.as_deref()?.parse().ok();
        let had = || self.was.as_deref().map(OrgRole::from_wire);
        Some(match self.change.as_str() {
            "add_user" => UserChange::AddUser {
                user,
                user_name: user_name()?,
                display_name: self.name.clone()?,
                role: role()?,
            },
            "delete_user" => UserChange::DeleteUser {
                user,
                user_name: user_name()?,
                was: had()?,
            },
            "set_role" => UserChange::SetRole {
                user,
                was: had()?,
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
                was: self.was.clone()?,
                to: self.to.clone()?,
            },
            "set_picture" => UserChange::SetPicture {
                user,
                was: self.was.clone(),
                to: self.to.clone(),
            },
            "suspend" => UserChange::Suspend { user },
            "reactivate" => UserChange::Reactivate { user },
            "resend_invitation" => UserChange::ResendInvitation {
                user,
                was: match &self.was {
                    Some(was) => Some(was.parse().ok()?),
                    None => None,
                },
            },
            "revoke_invitation" => UserChange::RevokeInvitation {
                user,
                user_name: user_name()?,
            },
            _ => return None,
        })
    }

    fn awaited(&self) -> Result<Option<After>, Failure> {
        let Some(PlannedAfter { user, awaited }) = &self.after else {
            return Ok(None);
        };
        let awaited = Awaited::from_name(awaited).ok_or_else(|| self.broken())?;
        let user = UserId::new(user);
        Ok(Some(After { user, awaited }))
    }

    /// The placeholder in the place of one of the file's; `None` for an id of the server's.
    fn renewed(
        &self,
        carried: &Resource,
        ids: &HashMap<MutationId, MutationId>,
    ) -> Result<Option<Resource>, Failure> {
        let Some(addition) = carried.added_by() else {
            return Ok(None);
        };
        let id = *ids.get(&addition).ok_or_else(|| self.broken())?;
        Ok(match carried {
            Resource::User(_) => Some(Resource::User(UserId::placeholder(id))),
            Resource::Workspace(_) => Some(Resource::Workspace(WorkspaceId::placeholder(id))),
            Resource::Organization => None,
        })
    }

    fn broken(&self) -> Failure {
        Failure::new("not_a_plan", say!("plan-broken", change = self.says))
    }
}

fn not_a_plan() -> Failure {
    Failure::new("not_a_plan", say!("plan-none"))
}
