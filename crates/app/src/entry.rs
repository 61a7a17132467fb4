//! A mutation as the outbox lists it, in words.

use rollcall_model::{
    Change, Found, Goes, Mutation, MutationState, OrganizationField, Settled, UserChange,
    WorkspaceChange,
};

use crate::another_value::editable;
use crate::risk;
use crate::view::{OutboxEntry, OutboxState};

/// What an entry needs besides the mutation itself.
pub(crate) struct Around<'a> {
    /// What the resource is called: the user's name, the workspace's, the organization's.
    pub(crate) name: &'a str,
    /// The workspace's name, where it is about one.
    pub(crate) workspace: &'a str,
    /// Why it is not sent now; `None` while it may be.
    pub(crate) held_back: Option<&'a HeldBack>,
    /// What is left of its undo window.
    pub(crate) undo: Option<std::time::Duration>,
    /// In a conflict, what both edits come to, where they don't overlap.
    pub(crate) combined: Option<String>,
}

/// Why something queued is not sent, as a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum HeldBack {
    /// It waits for a person who was invited, which may take days.
    UntilAccepted(String),
    /// Something else stands in the way.
    By(String),
}

/// The mutation as the outbox lists it.
pub(crate) fn entry(mutation: &Mutation, around: &Around<'_>) -> OutboxEntry {
    let change = &mutation.change;
    let (before, after) = (before(change), after(change));
    let (state, reason) = standing(mutation, around, &before, &after);
    OutboxEntry {
        id: mutation.id.to_string(),
        operation: mutation.operation.to_string(),
        verb: change.name().to_owned(),
        subject: place(change, around.workspace).to_owned(),
        theirs: match &mutation.state {
            // What is gone, or somebody else's, has no value that could be kept: there is nothing to choose
            // between.
            MutationState::Settled(Settled::Conflict {
                found: Found::Gone | Found::Taken,
            }) => None,
            MutationState::Settled(Settled::Conflict { found }) => Some(words(found)),
            _ => None,
        },
        taken: matches!(
            mutation.state,
            MutationState::Settled(Settled::Conflict {
                found: Found::Taken
            })
        ),
        combined: around.combined.clone(),
        before,
        after,
        made_at: mutation.made_at.to_string(),
        seen_at: mutation.seen_at.map(|at| at.to_string()),
        state,
        reason,
        edit: editable(mutation),
        undo_ms: around.undo.map(|left| crate::row::count(left.as_millis())),
    }
}

/// Which place of the resource a change is about, in words.
pub(crate) fn place<'a>(change: &Change, workspace: &'a str) -> &'a str {
    match change {
        Change::User(change) => user_place(change, workspace),
        Change::Workspace(WorkspaceChange::RenameWorkspace { .. }) => "Name",
        Change::Workspace(_) => "Workspace",
        Change::Organization(change) => field_title(change.field),
    }
}

/// An attribute of the organization in words.
pub(crate) fn field_title(field: OrganizationField) -> &'static str {
    match field {
        OrganizationField::DisplayName => "Name",
        OrganizationField::Website => "Website",
        OrganizationField::TimeZone => "Time zone",
        OrganizationField::Locale => "Locale",
        OrganizationField::Company => "Company",
        OrganizationField::Address => "Address",
        OrganizationField::TaxId => "Tax id",
        OrganizationField::BillingContact => "Billing contact",
        OrganizationField::Plan => "Plan",
        OrganizationField::Seats => "Seats",
    }
}

fn user_place<'a>(change: &UserChange, workspace: &'a str) -> &'a str {
    match change {
        UserChange::AddUser { .. } | UserChange::DeleteUser { .. } => "User",
        UserChange::SetRole { .. } => "Role",
        UserChange::GrantWorkspace { .. } | UserChange::RevokeWorkspace { .. } => workspace,
        UserChange::SetDisplayName { .. } => "Display name",
        UserChange::SetPicture { .. } => "Picture",
        UserChange::Suspend { .. } | UserChange::Reactivate { .. } => "State",
        UserChange::ResendInvitation { .. } | UserChange::RevokeInvitation { .. } => "Invitation",
    }
}

/// What the person saw at the place, in words.
pub(crate) fn before(change: &Change) -> String {
    match change {
        Change::User(UserChange::AddUser { .. }) => "Not a user".to_owned(),
        Change::Workspace(WorkspaceChange::CreateWorkspace { .. }) => "No workspace".to_owned(),
        _ => words(&change.was()),
    }
}

/// What the person asks for, in words.
pub(crate) fn after(change: &Change) -> String {
    match change {
        Change::User(UserChange::AddUser { role, .. }) => role.to_string(),
        Change::User(UserChange::DeleteUser { .. })
        | Change::Workspace(WorkspaceChange::DeleteWorkspace { .. }) => "Deleted".to_owned(),
        Change::User(UserChange::ResendInvitation { .. }) => "Sent again".to_owned(),
        Change::User(UserChange::RevokeInvitation { .. }) => "Revoked".to_owned(),
        Change::Workspace(WorkspaceChange::CreateWorkspace { name, .. }) => name.clone(),
        _ => change.wanted().as_ref().map(words).unwrap_or_default(),
    }
}

/// What stands at a place, in words.
pub(crate) fn words(found: &Found) -> String {
    match found {
        Found::Role(role) => role.to_string(),
        Found::Access(true) => "Access".to_owned(),
        Found::Access(false) => "No access".to_owned(),
        Found::DisplayName(name) if name.is_empty() => "No name".to_owned(),
        Found::DisplayName(name) => name.clone(),
        Found::Picture(None) => "No picture".to_owned(),
        Found::Picture(Some(address)) => address.clone(),
        Found::Active(true) => "Active".to_owned(),
        Found::Active(false) => "Suspended".to_owned(),
        Found::Invited(Some(at)) => format!("Sent {}", at.strftime("%Y-%m-%d %H:%M UTC")),
        Found::Invited(None) => "Sent".to_owned(),
        Found::Pending(true) => "Pending".to_owned(),
        Found::Pending(false) => "Accepted".to_owned(),
        Found::WorkspaceName(name) => name.clone(),
        Found::Setting(value) if value.is_empty() => "Nothing".to_owned(),
        Found::Setting(value) => value.clone(),
        Found::Added => "Added".to_owned(),
        Found::Taken => "Taken by somebody else".to_owned(),
        Found::Gone => "No longer exists".to_owned(),
    }
}

/// A change in words, as part of a sentence: "Member → User Admin", "access to Design".
pub(crate) fn change_words(change: &Change, workspace: &str) -> String {
    match change {
        Change::User(change) => user_change_words(change, workspace),
        Change::Workspace(WorkspaceChange::CreateWorkspace { .. }) => "new workspace".to_owned(),
        Change::Workspace(WorkspaceChange::RenameWorkspace { to, .. }) => {
            format!("renamed to {to}")
        }
        Change::Workspace(WorkspaceChange::DeleteWorkspace { .. }) => "deletion".to_owned(),
        Change::Organization(change) => {
            let place = field_title(change.field);
            format!(
                "{place}: {} → {}",
                words(&change.was()),
                words(&change.wanted())
            )
        }
    }
}

fn user_change_words(change: &UserChange, workspace: &str) -> String {
    match change {
        UserChange::AddUser { role, .. } => format!("new user, {role}"),
        UserChange::DeleteUser { .. } => "deletion".to_owned(),
        UserChange::SetRole { was, to, .. } => format!("{was} → {to}"),
        UserChange::GrantWorkspace { .. } => format!("access to {workspace}"),
        UserChange::RevokeWorkspace { .. } => format!("no access to {workspace}"),
        UserChange::SetDisplayName { to, .. } if to.is_empty() => "no display name".to_owned(),
        UserChange::SetDisplayName { to, .. } => format!("display name {to}"),
        UserChange::SetPicture { to: None, .. } => "no picture".to_owned(),
        UserChange::SetPicture { .. } => "new picture".to_owned(),
        UserChange::Suspend { .. } => "suspension".to_owned(),
        UserChange::Reactivate { .. } => "reactivation".to_owned(),
        UserChange::ResendInvitation { .. } => "invitation again".to_owned(),
        UserChange::RevokeInvitation { .. } => "invitation revoked".to_owned(),
    }
}

fn standing(
    mutation: &Mutation,
    around: &Around<'_>,
    before: &str,
    after: &str,
) -> (OutboxState, Option<String>) {
    match &mutation.state {
        MutationState::Queued => match (around.held_back, mutation.goes) {
            (Some(HeldBack::UntilAccepted(why)), _) => {
                (OutboxState::WaitsForAcceptance, Some(why.clone()))
            }
            (_, Goes::OnceConfirmed) => (
                OutboxState::Unconfirmed,
                Some(risk::why(mutation).to_owned()),
            ),
            (None, Goes::WhenSent) => (OutboxState::Held, None),
            (Some(HeldBack::By(why)), Goes::WhenSent) => (OutboxState::Held, Some(why.clone())),
            (None, Goes::ByItself) => (OutboxState::Waiting, None),
            (Some(HeldBack::By(why)), Goes::ByItself) => {
                (OutboxState::Blocked, Some(why.clone()))
            }
        },
        MutationState::Sending => (OutboxState::Sending, None),
        MutationState::Unknown => (
            OutboxState::Unknown,
            Some(
                "Sent, and no answer came. Rollcall looks at the server before it sends this again."
                    .to_owned(),
            ),
        ),
        MutationState::Settled(Settled::Applied) => (OutboxState::Done, None),
        MutationState::Settled(Settled::Rejected { reason }) => {
            (OutboxState::Rejected, Some(reason.clone()))
        }
        MutationState::Settled(Settled::Conflict { found }) => {
            let name = around.name;
            let is_access = mutation
                .change
                .of_user()
                .is_some_and(|change| change.workspace().is_some());
            let sentence = match found {
                Found::Gone if is_access => {
                    format!("{name}, or the workspace, no longer exists on the server.")
                }
                Found::Gone => format!("{name} no longer exists on the server."),
                Found::Taken if mutation.change.user().is_none() && mutation.change.adds() => format!(
                    "There is another workspace called {after} on the server. Rollcall did not create this \
                     one."
                ),
                Found::Taken if mutation.change.user().is_none() => format!(
                    "There is another workspace called {after} on the server. Rollcall did not rename {name}."
                ),
                Found::Taken => format!(
                    "Somebody else on the server has the address of {name}. Rollcall did not add that \
                     user."
                ),
                Found::Invited(None) => format!(
                    "The server did not answer, and doesn't tell whether {name} was sent the invitation \
                     again. Ask for it again if it is needed."
                ),
                found if mutation.change.user().is_none() => format!(
                    "{name} was changed after you made this edit. Was {before}. Now {}. You asked for \
                     {after}.",
                    words(found)
                ),
                found => format!(
                    "{name}'s access changed after you made this edit. Was {before}. Now {}. You \
                     asked for {after}.",
                    words(found)
                ),
            };
            (OutboxState::Conflict, Some(sentence))
        }
        MutationState::Settled(Settled::Cancelled) => (OutboxState::Done, None),
    }
}

#[cfg(test)]
mod tests {
    use rollcall_model::{MutationId, OperationId, OrgRole, Role, Timestamp, UserId, WorkspaceId};

    use super::*;

    fn mutation(change: impl Into<Change>, state: MutationState) -> Mutation {
        Mutation {
            id: MutationId::random(),
            sequence: 1,
            operation: OperationId::random(),
            change: change.into(),
            version: None,
            after: None,
            made_at: Timestamp::UNIX_EPOCH,
            seen_at: None,
            attempts: 0,
            state,
            goes: Goes::ByItself,
        }
    }

    fn role_change(state: MutationState) -> Mutation {
        let user = UserId::new("u");
        mutation(
            UserChange::SetRole {
                user,
                was: Role::Member.into(),
                to: Role::UserAdmin,
            },
            state,
        )
    }

    const AROUND: Around<'_> = Around {
        name: "Ana",
        workspace: "Design",
        held_back: None,
        undo: None,
        combined: None,
    };

    #[test]
    fn a_conflict_tells_was_theirs_and_mine() {
        let found = Found::Role(OrgRole::Known(Role::BillingAdmin));
        let state = MutationState::Settled(Settled::Conflict { found });
        let entry = entry(&role_change(state), &AROUND);
        assert_eq!(entry.before, "Member");
        assert_eq!(entry.theirs.as_deref(), Some("Billing Admin"));
        assert_eq!(entry.after, "User Admin");
        assert_eq!(
            entry.reason.as_deref(),
            Some(
                "Ana's access changed after you made this edit. Was Member. Now Billing Admin. You \
                 asked for User Admin."
            )
        );
    }

    #[test]
    fn what_is_held_back_says_why() {
        let signed_out = HeldBack::By("Sign in to send this.".to_owned());
        let held = Around {
            held_back: Some(&signed_out),
            ..AROUND
        };
        let entry = entry(&role_change(MutationState::Queued), &held);
        assert_eq!(entry.state, OutboxState::Blocked);
        assert_eq!(entry.reason.as_deref(), Some("Sign in to send this."));
    }

    #[test]
    fn a_workspace_change_names_the_workspace() {
        let (user, workspace) = (UserId::new("u"), WorkspaceId::new("w"));
        let change = UserChange::GrantWorkspace { user, workspace };
        let entry = entry(&mutation(change, MutationState::Queued), &AROUND);
        assert_eq!(
            (entry.subject.as_str(), entry.before.as_str()),
            ("Design", "No access")
        );
    }
}
