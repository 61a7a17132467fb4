//! What the server in memory does with a change, and what stands at the place of one.

use std::time::Duration;

use rollcall_model::{
    Change, Found, Mutation, Organization, Standing, SubscriptionStatus, Timestamp, User,
    UserChange, UserId, Version, Workspace, WorkspaceChange, WorkspaceId, same_user_name,
};
use rollcall_sync::{Answered, LookedUp, RemoteError, Renewal, SendOutcome};

use super::{FakeState, Logged, SendFault};

/// What was found at the place of a change, with its version; `None` for nothing.
type There = Option<(Found, Option<Version>, Answered)>;

impl FakeState {
    /// What stands at the place that a change is about.
    pub(super) fn look_at(&self, change: &Change) -> LookedUp {
        match self.there(change) {
            Some((found, _, answered)) => LookedUp {
                found,
                answered: Some(answered),
            },
            None => LookedUp {
                found: Found::Gone,
                answered: None,
            },
        }
    }

    /// Does a change, or refuses it as a server would. Answers whether anything has changed, too.
    pub(super) fn write(
        &mut self,
        mutation: &Mutation,
        expected: Option<&Version>,
    ) -> (SendOutcome, bool) {
        let change = &mutation.change;
        match self.there(change) {
            Some((found, version, _)) if refuses(change, &found, version.as_ref(), expected) => {
                return (SendOutcome::Changed, false);
            }
            None if !change.adds() => return (SendOutcome::Gone, false),
            _ => {}
        }
        match change {
            Change::User(change) => {
                let (id, changed) = self.apply_to_user(change);
                // As servers do: a write of a user answers with the user.
                let user = match change.workspace() {
                    None => self.users.get(&id),
                    Some(_) => None,
                };
                let answered = user.map(|user| Answered::User(Box::new(self.told(user))));
                (SendOutcome::Applied { answered }, changed)
            }
            Change::Workspace(change) => {
                let (id, changed) = self.apply_to_workspace(change);
                let workspace = self.workspaces.get(&id).cloned();
                let answered = workspace.map(|workspace| Answered::Workspace(Box::new(workspace)));
                (SendOutcome::Applied { answered }, changed)
            }
            Change::Organization(change) => {
                let version = Some(self.next_version());
                let mut changed = false;
                if let Some(organization) = &mut self.organization {
                    let before = organization.clone();
                    change.apply_to(organization);
                    changed = *organization != before;
                    organization.version = version;
                }
                let answered = self.organization.clone();
                let answered = answered.map(|known| Answered::Organization(Box::new(known)));
                (SendOutcome::Applied { answered }, changed)
            }
        }
    }

    /// What is asked for and never queued, with the same faults as what is.
    pub(super) fn asked_online(
        &mut self,
        call: &'static str,
        done: impl FnOnce(&mut Self) -> SendOutcome,
    ) -> SendOutcome {
        self.calls.push(call);
        if let Some(down) = self.down {
            return SendOutcome::NotSent(down());
        }
        match self.send_faults.pop_front() {
            None => done(self),
            Some(SendFault::Answer(outcome)) => outcome,
            Some(SendFault::DoneBut(faulty)) => match done(self) {
                SendOutcome::Applied { .. } => faulty,
                outcome => outcome,
            },
        }
    }

    /// Ends the subscription with its period, or lets it go on.
    pub(super) fn renew(&mut self, known: &Organization, renewal: Renewal) -> SendOutcome {
        let version = Some(self.next_version());
        let Some(organization) = &mut self.organization else {
            return SendOutcome::Gone;
        };
        if organization.version != known.version {
            return SendOutcome::Changed;
        }
        if let Some(subscription) = &mut organization.subscription {
            subscription.status = match renewal {
                Renewal::Ends => SubscriptionStatus::Cancelling,
                Renewal::GoesOn => SubscriptionStatus::Active,
            };
        }
        organization.version = version;
        let answered = Answered::Organization(Box::new(organization.clone()));
        SendOutcome::Applied {
            answered: Some(answered),
        }
    }

    /// Deletes the organization: nobody is signed in any more.
    pub(super) fn end(&mut self, known: &Organization) -> SendOutcome {
        match self
            .organization
            .take_if(|now| now.version == known.version)
        {
            Some(_) => {
                self.down = Some(|| RemoteError::Unauthorized);
                SendOutcome::Applied { answered: None }
            }
            None => SendOutcome::Changed,
        }
    }

    fn there(&self, change: &Change) -> There {
        match change {
            Change::User(change) => {
                let user = self.whom(change)?;
                let told = Answered::User(Box::new(self.told(user)));
                Some((change.found_in(user), user.version.clone(), told))
            }
            Change::Workspace(change) => {
                let workspace = self.which(change)?;
                let told = Answered::Workspace(Box::new(workspace.clone()));
                let found = if self.is_taken(change, workspace) {
                    Found::Taken
                } else {
                    change.found_in(workspace)
                };
                Some((found, workspace.version.clone(), told))
            }
            Change::Organization(change) => {
                let known: &Organization = self.organization.as_ref()?;
                let told = Answered::Organization(Box::new(known.clone()));
                Some((change.found_in(known), known.version.clone(), told))
            }
        }
    }

    /// The user whom a change is about; for an addition, one with its mark or its address.
    fn whom(&self, change: &UserChange) -> Option<&User> {
        let UserChange::AddUser { user_name, .. } = change else {
            return self.users.get(change.user());
        };
        self.users.values().find(|user| {
            change.found_in(user) == Found::Added || same_user_name(&user.user_name, user_name)
        })
    }

    /// The workspace that a change is about; for a creation, one with its mark or its name.
    fn which(&self, change: &WorkspaceChange) -> Option<&Workspace> {
        let WorkspaceChange::CreateWorkspace { name, .. } = change else {
            return self.workspaces.get(change.workspace());
        };
        self.workspaces.values().find(|workspace| {
            change.found_in(workspace) == Found::Added || is_called(workspace, name)
        })
    }

    /// Whether a workspace is to be given the name of another one.
    fn is_taken(&self, change: &WorkspaceChange, workspace: &Workspace) -> bool {
        let WorkspaceChange::RenameWorkspace { to, .. } = change else {
            return false;
        };
        let mut others = self.workspaces.values();
        others.any(|other| other.id != workspace.id && is_called(other, to))
    }

    fn apply_to_user(&mut self, change: &UserChange) -> (UserId, bool) {
        let version = self.next_version();
        if let Some(mut added) = change.added_user() {
            let id = UserId::new(format!("added-{}", self.versions));
            added.external_id = change.user().added_by().map(|mark| mark.to_string());
            added.id = id.clone();
            added.version = Some(version);
            self.users.insert(id.clone(), added);
            self.log.push(Logged::User(id.clone()));
            return (id, true);
        }
        let id = change.user().clone();
        if change.removes() {
            let removed = self.users.remove(&id).is_some();
            self.log.push(Logged::User(id.clone()));
            return (id, removed);
        }
        let Some(user) = self.users.get_mut(&id) else {
            return (id, false);
        };
        let before = user.clone();
        change.apply_to(user);
        if let (UserChange::ResendInvitation { .. }, Some(invitation)) =
            (change, &mut user.invitation)
        {
            let sent = invitation.sent_at.unwrap_or(Timestamp::UNIX_EPOCH);
            invitation.sent_at = Some(sent + Duration::from_secs(1));
        }
        let changed = *user != before;
        if changed {
            user.version = Some(version);
            self.log.push(Logged::User(id.clone()));
        }
        (id, changed)
    }

    fn apply_to_workspace(&mut self, change: &WorkspaceChange) -> (WorkspaceId, bool) {
        let version = Some(self.next_version());
        if let Some(mut created) = change.created_workspace() {
            let id = WorkspaceId::new(format!("created-{}", self.versions));
            created.external_id = change.workspace().added_by().map(|mark| mark.to_string());
            created.id = id.clone();
            created.version = version;
            self.workspaces.insert(id.clone(), created);
            self.log.push(Logged::Workspace(id.clone()));
            return (id, true);
        }
        let id = change.workspace().clone();
        let changed = match change {
            WorkspaceChange::DeleteWorkspace { .. } => {
                for user in self.users.values_mut() {
                    user.workspaces.retain(|granted| *granted != id);
                }
                self.workspaces.remove(&id).is_some()
            }
            change => self.workspaces.get_mut(&id).is_some_and(|workspace| {
                let before = workspace.clone();
                change.apply_to(workspace);
                let changed = *workspace != before;
                workspace.version = version;
                changed
            }),
        };
        self.log.push(Logged::Workspace(id.clone()));
        (id, changed)
    }
}

/// Names are compared without case.
fn is_called(workspace: &Workspace, name: &str) -> bool {
    workspace.name.to_lowercase() == name.to_lowercase()
}

/// Whether a change is refused as based on something old: by version, and without one by reading and
/// comparing.
fn refuses(
    change: &Change,
    found: &Found,
    version: Option<&Version>,
    expected: Option<&Version>,
) -> bool {
    if change.adds() {
        return true;
    }
    if let Change::User(
        UserChange::GrantWorkspace { .. }
        | UserChange::RevokeWorkspace { .. }
        | UserChange::ResendInvitation { .. }
        | UserChange::RevokeInvitation { .. },
    ) = change
    {
        return false;
    }
    if *found == Found::Taken {
        return true;
    }
    match expected {
        Some(expected) => version != Some(expected),
        None => change.judge(found) == Standing::Elsewise,
    }
}
