//! A mutation as the outbox lists it, in words.

use rollcall_language::say;
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
        subject: place(change, around.workspace),
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
pub(crate) fn place(change: &Change, workspace: &str) -> String {
    match change {
        Change::User(change) => user_place(change, workspace),
        Change::Workspace(WorkspaceChange::RenameWorkspace { .. }) => say!("place-name"),
        Change::Workspace(_) => say!("place-workspace"),
        Change::Organization(change) => field_title(change.field),
    }
}

/// An attribute of the organization in words.
pub(crate) fn field_title(field: OrganizationField) -> String {
    match field {
        OrganizationField::DisplayName => say!("place-name"),
        OrganizationField::Website => say!("place-website"),
        OrganizationField::TimeZone => say!("place-time-zone"),
        OrganizationField::Locale => say!("place-locale"),
        OrganizationField::Company => say!("place-company"),
        OrganizationField::Address => say!("place-address"),
        OrganizationField::TaxId => say!("place-tax-id"),
        OrganizationField::BillingContact => say!("place-billing-contact"),
        OrganizationField::Plan => say!("place-plan"),
        OrganizationField::Seats => say!("place-seats"),
    }
}

fn user_place(change: &UserChange, workspace: &str) -> String {
    match change {
        UserChange::AddUser { .. } | UserChange::DeleteUser { .. } => say!("place-user"),
        UserChange::SetRole { .. } => say!("place-role"),
        UserChange::GrantWorkspace { .. } | UserChange::RevokeWorkspace { .. } => {
            workspace.to_owned()
        }
        UserChange::SetDisplayName { .. } => say!("place-display-name"),
        UserChange::SetPicture { .. } => say!("place-picture"),
        UserChange::Suspend { .. } | UserChange::Reactivate { .. } => say!("place-state"),
        UserChange::ResendInvitation { .. } | UserChange::RevokeInvitation { .. } => {
            say!("place-invitation")
        }
    }
}

/// What the person saw at the place, in words.
pub(crate) fn before(change: &Change) -> String {
    match change {
        Change::User(UserChange::AddUser { .. }) => say!("value-no-user"),
        Change::Workspace(WorkspaceChange::CreateWorkspace { .. }) => say!("value-no-workspace"),
        _ => words(&change.was()),
    }
}

/// What the person asks for, in words.
pub(crate) fn after(change: &Change) -> String {
    match change {
        Change::User(UserChange::AddUser { role, .. }) => role.to_string(),
        Change::User(UserChange::DeleteUser { .. })
        | Change::Workspace(WorkspaceChange::DeleteWorkspace { .. }) => say!("value-deleted"),
        Change::User(UserChange::ResendInvitation { .. }) => say!("value-sent-again"),
        Change::User(UserChange::RevokeInvitation { .. }) => say!("value-revoked"),
        Change::Workspace(WorkspaceChange::CreateWorkspace { name, .. }) => name.clone(),
        _ => change.wanted().as_ref().map(words).unwrap_or_default(),
    }
}

/// What stands at a place, in words.
pub(crate) fn words(found: &Found) -> String {
    match found {
        Found::Role(role) => role.to_string(),
        Found::Access(true) => say!("value-access"),
        Found::Access(false) => say!("value-no-access"),
        Found::DisplayName(name) if name.is_empty() => say!("value-no-name"),
        Found::DisplayName(name) => name.clone(),
        Found::Picture(None) => say!("value-no-picture"),
        Found::Picture(Some(address)) => address.clone(),
        Found::Active(true) => say!("value-active"),
        Found::Active(false) => say!("value-suspended"),
        Found::Invited(Some(at)) => {
            let at = at.strftime("%Y-%m-%d %H:%M UTC").to_string();
            say!("value-sent-at", at = at)
        }
        Found::Invited(None) => say!("value-sent"),
        Found::Pending(true) => say!("value-pending"),
        Found::Pending(false) => say!("value-accepted"),
        Found::WorkspaceName(name) => name.clone(),
        Found::Setting(value) if value.is_empty() => say!("value-nothing"),
        Found::Setting(value) => value.clone(),
        Found::Added => say!("value-added"),
        Found::Taken => say!("value-taken"),
        Found::Gone => say!("value-gone"),
    }
}

/// A change in words, as part of a sentence: "Member → User Admin", "access to Design".
pub(crate) fn change_words(change: &Change, workspace: &str) -> String {
    match change {
        Change::User(change) => user_change_words(change, workspace),
        Change::Workspace(WorkspaceChange::CreateWorkspace { .. }) => say!("words-new-workspace"),
        Change::Workspace(WorkspaceChange::RenameWorkspace { to, .. }) => {
            say!("words-renamed", name = to)
        }
        Change::Workspace(WorkspaceChange::DeleteWorkspace { .. }) => say!("words-deletion"),
        Change::Organization(change) => say!(
            "words-setting",
            place = field_title(change.field),
            was = words(&change.was()),
            to = words(&change.wanted())
        ),
    }
}

fn user_change_words(change: &UserChange, workspace: &str) -> String {
    match change {
        UserChange::AddUser { role, .. } => say!("words-new-user", role = role.to_string()),
        UserChange::DeleteUser { .. } => say!("words-deletion"),
        UserChange::SetRole { was, to, .. } => {
            say!("words-role", was = was.to_string(), to = to.to_string())
        }
        UserChange::GrantWorkspace { .. } => say!("words-access", workspace = workspace),
        UserChange::RevokeWorkspace { .. } => say!("words-no-access", workspace = workspace),
        UserChange::SetDisplayName { to, .. } if to.is_empty() => say!("words-no-display-name"),
        UserChange::SetDisplayName { to, .. } => say!("words-display-name", name = to),
        UserChange::SetPicture { to: None, .. } => say!("words-no-picture"),
        UserChange::SetPicture { .. } => say!("words-picture"),
        UserChange::Suspend { .. } => say!("words-suspension"),
        UserChange::Reactivate { .. } => say!("words-reactivation"),
        UserChange::ResendInvitation { .. } => say!("words-invitation"),
        UserChange::RevokeInvitation { .. } => say!("words-invitation-revoked"),
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
            (_, Goes::OnceConfirmed) => (OutboxState::Unconfirmed, Some(risk::why(mutation))),
            (None, Goes::WhenSent) => (OutboxState::Held, None),
            (Some(HeldBack::By(why)), Goes::WhenSent) => (OutboxState::Held, Some(why.clone())),
            (None, Goes::ByItself) => (OutboxState::Waiting, None),
            (Some(HeldBack::By(why)), Goes::ByItself) => (OutboxState::Blocked, Some(why.clone())),
        },
        MutationState::Sending => (OutboxState::Sending, None),
        MutationState::Unknown => (OutboxState::Unknown, Some(say!("entry-unknown"))),
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
                Found::Gone if is_access => say!("entry-access-gone", name = name),
                Found::Gone => say!("entry-gone", name = name),
                Found::Taken if mutation.change.user().is_none() && mutation.change.adds() => {
                    say!("entry-not-created", after = after)
                }
                Found::Taken if mutation.change.user().is_none() => {
                    say!("entry-not-renamed", after = after, name = name)
                }
                Found::Taken => say!("entry-not-added", name = name),
                Found::Invited(None) => say!("entry-invitation-untold", name = name),
                found if !is_about_access(mutation, found) => say!(
                    "entry-changed",
                    name = name,
                    before = before,
                    now = words(found),
                    after = after
                ),
                found => say!(
                    "entry-access-changed",
                    name = name,
                    before = before,
                    now = words(found),
                    after = after
                ),
            };
            (OutboxState::Conflict, Some(sentence))
        }
        MutationState::Settled(Settled::Cancelled) => (OutboxState::Done, None),
    }
}

/// Whether somebody's access was changed: not their name or picture, nor anything but a user.
pub(crate) fn is_about_access(mutation: &Mutation, found: &Found) -> bool {
    mutation.change.user().is_some() && !matches!(found, Found::DisplayName(_) | Found::Picture(_))
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
    fn a_conflict_about_a_name_speaks_of_no_access() {
        let user = UserId::new("u");
        let (was, to) = ("Ana".to_owned(), "Ana R".to_owned());
        let change = UserChange::SetDisplayName { user, was, to };
        let found = Found::DisplayName("Ana Ruiz".to_owned());
        let state = MutationState::Settled(Settled::Conflict { found });
        let entry = entry(&mutation(change, state), &AROUND);
        assert_eq!(
            entry.reason.as_deref(),
            Some(
                "Ana was changed after you made this edit. Was Ana. Now Ana Ruiz. You asked for Ana R."
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
