//! What a change does at a server: told by the change itself, and by the server's audit.

use rollcall_model::{Change, Mutation, OrganizationField, UserChange, WorkspaceChange};
use rollcall_org_server::AuditLine;
use serde_json::{Map, Value};

/// One effect. Two that are equal are the same change made twice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Effect {
    /// The change's machine name; of the organization, the attribute's.
    kind: String,
    /// The resource; one that was added by its name.
    on: String,
    /// The value that it left behind, where there are several.
    to: String,
}

impl Effect {
    fn new(kind: &str, on: &str, to: impl Into<String>) -> Self {
        Self {
            kind: kind.to_owned(),
            on: on.to_owned(),
            to: to.into(),
        }
    }

    /// What an applied mutation has done.
    pub(crate) fn of(mutation: &Mutation) -> Self {
        let change = &mutation.change;
        let mark = mutation.id.to_string();
        let (on, to) = match change {
            Change::User(user) => {
                let id = user.user().as_str();
                match user {
                    UserChange::AddUser { user_name, .. } => (user_name.as_str(), mark),
                    UserChange::SetRole { to, .. } => (id, to.as_str().to_owned()),
                    UserChange::GrantWorkspace { workspace, .. }
                    | UserChange::RevokeWorkspace { workspace, .. } => {
                        (id, workspace.as_str().to_owned())
                    }
                    UserChange::SetDisplayName { to, .. } => (id, to.clone()),
                    UserChange::SetPicture { to, .. } => (id, to.clone().unwrap_or_default()),
                    UserChange::DeleteUser { .. }
                    | UserChange::Suspend { .. }
                    | UserChange::Reactivate { .. }
                    | UserChange::ResendInvitation { .. }
                    | UserChange::RevokeInvitation { .. } => (id, String::new()),
                }
            }
            Change::Workspace(workspace) => {
                let id = workspace.workspace().as_str();
                match workspace {
                    WorkspaceChange::CreateWorkspace { name, .. } => (name.as_str(), mark),
                    WorkspaceChange::RenameWorkspace { to, .. } => (id, to.clone()),
                    WorkspaceChange::DeleteWorkspace { .. } => (id, String::new()),
                }
            }
            Change::Organization(change) => {
                return Self::new(attribute(change.field), "", change.to.clone());
            }
        };
        Self::new(change.name(), on, to)
    }

    /// What a line of the audit tells. The organization's clock and its operator do nothing here.
    pub(crate) fn told_by(line: &AuditLine) -> Vec<Self> {
        let (before, after) = (object(line.before.as_ref()), object(line.after.as_ref()));
        let id = line.id.as_str();
        let added = |name| (text(after.get(name)), text(after.get("externalId")));
        let (comes, goes) = (line.before.is_none(), line.after.is_none());
        match line.kind.as_str() {
            "User" if comes => {
                let (name, mark) = added("userName");
                vec![Self::new("add_user", &name, mark)]
            }
            "User" if goes => vec![Self::new("delete_user", id, "")],
            "User" => after
                .iter()
                .map(|(attribute, to)| match attribute.as_str() {
                    "roles" => Self::new("set_role", id, text(Some(to))),
                    "displayName" => Self::new("set_display_name", id, text(Some(to))),
                    "photos" => Self::new("set_picture", id, text(to[0].get("value"))),
                    "active" if *to == true => Self::new("reactivate", id, ""),
                    "active" => Self::new("suspend", id, ""),
                    other => Self::new(other, id, text(Some(to))),
                })
                .collect(),
            "Invitation" if line.actions == "invitations.revoke" => {
                vec![Self::new("revoke_invitation", id, "")]
            }
            "Invitation" => vec![Self::new("resend_invitation", id, "")],
            "Group" if comes => {
                let (name, mark) = added("displayName");
                vec![Self::new("create_workspace", &name, mark)]
            }
            "Group" if goes => vec![Self::new("delete_workspace", id, "")],
            "Group" => {
                let users = |access: &Map<String, Value>, kind: &str| -> Vec<Self> {
                    let users = access.get("members").and_then(Value::as_array);
                    let users = users.into_iter().flatten();
                    let effect = |user| Self::new(kind, &text(Some(user)), id);
                    users.map(effect).collect()
                };
                let name = after.get("displayName");
                let renamed = name.map(|to| Self::new("rename_workspace", id, text(Some(to))));
                let mut told = users(&after, "grant_workspace");
                told.extend(users(&before, "revoke_workspace"));
                told.extend(renamed);
                told
            }
            _ => after
                .iter()
                .map(|(attribute, to)| Self::new(attribute, "", text(Some(to))))
                .collect(),
        }
    }
}

impl std::fmt::Display for Effect {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.kind, self.on)?;
        if self.to.is_empty() {
            return Ok(());
        }
        write!(f, " to {:?}", self.to)
    }
}

/// What the audit calls an attribute of the organization.
fn attribute(field: OrganizationField) -> &'static str {
    match field {
        OrganizationField::DisplayName => "displayName",
        OrganizationField::Website => "website",
        OrganizationField::TimeZone => "timeZone",
        OrganizationField::Locale => "locale",
        OrganizationField::Company => "billing.company",
        OrganizationField::Address => "billing.address",
        OrganizationField::TaxId => "billing.taxId",
        OrganizationField::BillingContact => "billing.contactEmail",
        OrganizationField::Plan => "subscription.plan",
        OrganizationField::Seats => "subscription.seats",
    }
}

/// A value as the change has it: empty for none.
fn text(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

fn object(text: Option<&String>) -> Map<String, Value> {
    text.and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_default()
}
