//! A server in memory behind sync's port: it does what it is told to do wrong, and counts effects.

mod answers;
mod pages;
mod write;

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rollcall_model::{
    Invoice, LastActive, MutationId, OrgRole, Organization, Role, User, UserId, Version, Workspace,
    WorkspaceId,
};
use rollcall_sync::{RemoteError, SendOutcome, ServerFacts};

use crate::people;

/// What goes wrong with one change that is sent.
#[derive(Debug)]
pub enum SendFault {
    /// Nothing is done, and this is answered.
    Answer(SendOutcome),
    /// It is done, and this is answered.
    DoneBut(SendOutcome),
}

impl SendFault {
    /// It is refused for this reason.
    #[must_use]
    pub fn refused(reason: &str) -> Self {
        let reason = reason.to_owned();
        Self::Answer(SendOutcome::Rejected { reason })
    }
}

/// What goes wrong with a walk by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WalkFault {
    /// `startIndex` is ignored: every page is the first.
    SamePage,
    /// The second page leaves out its first user, and says nothing of it.
    Hides,
    /// As `Hides`, and the total shrinks by one at the same time, as after a deletion elsewhere.
    HidesAndShrinks,
}

/// A server in memory.
#[derive(Debug, Default)]
pub struct FakeRemote(Mutex<FakeState>);

/// What the server holds; public to be set up and looked at.
#[derive(Debug, Default)]
pub struct FakeState {
    /// What discovery says.
    pub facts: ServerFacts,
    /// So often the server fails at a part of discovery.
    pub discovery_fails: usize,
    /// Whose credential this is; `None` for a server that doesn't tell.
    pub me: Option<UserId>,
    /// The credential's mark.
    pub credential: String,
    /// The users.
    pub users: BTreeMap<UserId, User>,
    /// The workspaces.
    pub workspaces: BTreeMap<WorkspaceId, Workspace>,
    /// The organization itself; `None` for a server that doesn't describe it.
    pub organization: Option<Organization>,
    /// The invoices, the newest first.
    pub invoices: Vec<Invoice>,
    /// Users on a page; 0 for all.
    pub page: usize,
    /// Faults of changes sent, in order; afterwards everything works.
    pub send_faults: VecDeque<SendFault>,
    /// Faults of every other call, in order; afterwards everything works.
    pub read_faults: VecDeque<RemoteError>,
    /// After so many calls more, every one fails like this.
    pub fail_after: Option<(usize, fn() -> RemoteError)>,
    /// While set, reading the organization fails like this.
    pub organization_fault: Option<fn() -> RemoteError>,
    /// While set, asking what has changed fails like this.
    pub delta_fault: Option<fn() -> RemoteError>,
    /// While set, asking what has changed is never answered.
    pub delta_silent: bool,
    /// While set, every call fails like this.
    pub down: Option<fn() -> RemoteError>,
    /// While set, reading users fails like this: all of them, or what has changed.
    pub users_fault: Option<fn() -> RemoteError>,
    /// After so many changes more that are sent, the credential is refused.
    pub signed_in_for: Option<usize>,
    /// What goes wrong with walks by index.
    pub walk_fault: Option<WalkFault>,
    /// Users that can't be read.
    pub unreadable: Vec<UserId>,
    /// Delta tokens before this one have expired.
    pub oldest_token: usize,
    /// Every change that was sent, in order.
    pub sent: Vec<MutationId>,
    /// Every change that had an effect, in order.
    pub effects: Vec<MutationId>,
    /// Names of calls, in order.
    pub calls: Vec<&'static str>,
    log: Vec<Logged>,
    versions: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Logged {
    User(UserId),
    Workspace(WorkspaceId),
}

impl FakeRemote {
    /// A server with delta query, cursors, and workspaces on its users.
    #[must_use]
    pub fn modern() -> Self {
        let fake = Self::default();
        fake.state().facts = ServerFacts {
            discovered: true,
            cursor: true,
            delta: true,
            filter: true,
            groups_on_users: true,
            ..ServerFacts::default()
        };
        fake.state().credential = "token of the admin".to_owned();
        fake.state().page = 10;
        fake
    }

    /// A server that offers walks by index and nothing else.
    #[must_use]
    pub fn plain() -> Self {
        let fake = Self::modern();
        fake.state().facts = ServerFacts {
            discovered: true,
            groups_on_users: true,
            ..ServerFacts::default()
        };
        fake
    }

    /// What the server holds.
    pub fn state(&self) -> MutexGuard<'_, FakeState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a user, or writes one over, as somebody else would.
    pub fn put_user(&self, id: &str, role: Role, workspaces: &[&str]) {
        let id = UserId::new(id);
        self.put(User {
            id: id.clone(),
            user_name: format!("{id}@example.com"),
            external_id: None,
            display_name: format!("User {id}"),
            role: OrgRole::Known(role),
            active: true,
            photo: None,
            created: None,
            last_modified: None,
            version: None,
            last_active: LastActive::Never,
            invitation: None,
            assigned_contacts: None,
            workspaces: workspaces.iter().map(|id| WorkspaceId::new(*id)).collect(),
        });
    }

    /// Writes a user over, or adds one, as somebody else would; the version is the next.
    pub fn put(&self, user: User) {
        let mut state = self.state();
        let version = Some(state.next_version());
        let id = user.id.clone();
        state.users.insert(id.clone(), User { version, ..user });
        state.log.push(Logged::User(id));
    }

    /// Deletes a user, as somebody else would.
    pub fn delete_user(&self, id: &str) {
        let id = UserId::new(id);
        let mut state = self.state();
        state.users.remove(&id);
        state.log.push(Logged::User(id));
    }

    /// Adds a workspace.
    pub fn put_workspace(&self, id: &str) {
        let mut state = self.state();
        let id = WorkspaceId::new(id);
        let workspace = Workspace {
            id: id.clone(),
            external_id: None,
            name: format!("Workspace {id}"),
            description: None,
            created: None,
            version: None,
            member_count: None,
            contact_count: None,
        };
        state.workspaces.insert(id.clone(), workspace);
        state.log.push(Logged::Workspace(id));
    }

    /// Describes the organization, with ten seats and one invoice.
    pub fn describe_organization(&self) {
        let mut state = self.state();
        let version = state.next_version();
        state.organization = Some(people::organization(version));
        state.invoices = vec![people::invoice()];
    }

    /// Gives a workspace another name, as somebody else would.
    pub fn name_workspace(&self, id: &str, name: &str) {
        let mut state = self.state();
        let id = WorkspaceId::new(id);
        let version = state.next_version();
        if let Some(workspace) = state.workspaces.get_mut(&id) {
            name.clone_into(&mut workspace.name);
            workspace.version = Some(version);
        }
        state.log.push(Logged::Workspace(id));
    }

    /// Somebody else deletes a workspace.
    pub fn delete_workspace(&self, id: &str) {
        let mut state = self.state();
        let id = WorkspaceId::new(id);
        state.workspaces.remove(&id);
        state.log.push(Logged::Workspace(id));
    }

    /// Spoils the next changes that are sent, in this order; afterwards everything works.
    pub fn spoil(&self, faults: impl IntoIterator<Item = SendFault>) {
        self.state().send_faults.extend(faults);
    }

    /// A user's role as the server has it.
    #[must_use]
    pub fn role_of(&self, id: &str) -> Option<OrgRole> {
        self.state()
            .users
            .get(&UserId::new(id))
            .map(|user| user.role.clone())
    }
}

impl FakeState {
    fn next_version(&mut self) -> Version {
        self.versions += 1;
        Version(format!("W/\"{}\"", self.versions))
    }
}
