//! A server in memory behind sync's port: it does what it is told to do wrong, and counts effects.

mod write;

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use rollcall_model::{
    Change, Invoice, LastActive, Mutation, MutationId, OrgRole, Organization, Role, User, UserId,
    Version, Workspace, WorkspaceId,
};
use rollcall_sync::{
    CredentialMark, DeltaPage, DeltaToken, IdsPage, LookedUp, Me, Members, Of, PageAt, Remote,
    RemoteError, Renewal, SendOutcome, ServerFacts, Unreadable, UsersPage, Which, WorkspacesPage,
};

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

    fn call(&self, name: &'static str) -> Result<MutexGuard<'_, FakeState>, RemoteError> {
        let mut state = self.state();
        state.calls.push(name);
        if let Some(down) = state.down {
            return Err(down());
        }
        if state.signed_in_for == Some(0) {
            return Err(RemoteError::Unauthorized);
        }
        match state.fail_after.as_mut() {
            Some((0, fault)) => return Err(fault()),
            Some((left, _)) => *left -= 1,
            None => {}
        }
        match state.read_faults.pop_front() {
            Some(fault) => Err(fault),
            None => Ok(state),
        }
    }
}

impl FakeState {
    fn next_version(&mut self) -> Version {
        self.versions += 1;
        Version(format!("W/\"{}\"", self.versions))
    }

    /// The user as this server tells of them.
    fn told(&self, user: &User) -> User {
        let mut user = user.clone();
        if !self.facts.groups_on_users {
            user.workspaces.clear();
        }
        user
    }

    /// One page of a list: what is on it, and where the next is.
    fn slice<T: Clone>(&self, all: &[T], at: &PageAt) -> (Vec<T>, Option<PageAt>, u64) {
        let start = match at {
            PageAt::Start => 0,
            PageAt::Index(start) => usize::try_from(start - 1).unwrap_or(usize::MAX),
            PageAt::Cursor(cursor) => cursor.parse().unwrap_or(usize::MAX),
        };
        let size = if self.page == 0 {
            all.len().max(1)
        } else {
            self.page
        };
        let total = all.len() as u64;
        let same_page = self.walk_fault == Some(WalkFault::SamePage);
        let from = if same_page { 0 } else { start.min(all.len()) };
        let end = (from + size).min(all.len());
        let mut page = all[from..end].to_vec();
        let more = same_page || end < all.len();
        let next = more.then(|| match self.facts.cursor {
            true => PageAt::Cursor(end.to_string()),
            false => PageAt::Index(start as u64 + size as u64 + 1),
        });
        let mut told_total = total;
        if start == size && !page.is_empty() {
            match self.walk_fault {
                Some(WalkFault::Hides) => drop(page.remove(0)),
                Some(WalkFault::HidesAndShrinks) => {
                    page.remove(0);
                    told_total -= 1;
                }
                Some(WalkFault::SamePage) | None => {}
            }
        }
        (page, next, told_total)
    }

    fn token(&self) -> DeltaToken {
        DeltaToken(format!("since-{}", self.log.len()))
    }

    /// A page of what was logged since a token, as far as `now` says what has become of it: what it is,
    /// or the id of what is gone.
    fn delta<T, Id>(
        &self,
        since: &DeltaToken,
        at: &PageAt,
        now: impl Fn(&Logged) -> Option<Result<T, Id>>,
    ) -> Result<DeltaPage<T, Id>, RemoteError> {
        let begin = match at {
            PageAt::Cursor(cursor) => cursor.parse().map_err(|_| RemoteError::CursorExpired)?,
            PageAt::Start | PageAt::Index(_) => self.since(since)?,
        };
        let told = self.log.iter().enumerate().skip(begin);
        let mut told: Vec<_> = told
            .filter_map(|(place, logged)| Some((place, now(logged)?)))
            .collect();
        let size = if self.page == 0 {
            told.len()
        } else {
            self.page
        };
        let next = told.get(size).map(|(place, _)| *place);
        told.truncate(size);
        let mut page = DeltaPage {
            changed: Vec::new(),
            deleted: Vec::new(),
            unreadable: Vec::new(),
            next: next.map(|place| PageAt::Cursor(place.to_string())),
            token: next.is_none().then(|| self.token()),
        };
        for (_, told) in told {
            match told {
                Ok(changed) => page.changed.push(changed),
                Err(deleted) => page.deleted.push(deleted),
            }
        }
        Ok(page)
    }

    fn since(&self, token: &DeltaToken) -> Result<usize, RemoteError> {
        let place: Option<usize> = token
            .0
            .strip_prefix("since-")
            .and_then(|place| place.parse().ok());
        place
            .filter(|place| (self.oldest_token..=self.log.len()).contains(place))
            .ok_or(RemoteError::DeltaExpired)
    }
}

#[async_trait]
impl Remote for FakeRemote {
    async fn discover(&self) -> Result<ServerFacts, RemoteError> {
        let mut state = self.call("discover")?;
        let left = state.discovery_fails.checked_sub(1);
        state.facts.discovered_in_part = left.is_some();
        state.discovery_fails = left.unwrap_or_default();
        Ok(state.facts.clone())
    }

    fn facts(&self) -> ServerFacts {
        self.state().facts.clone()
    }

    async fn me(&self) -> Result<Me, RemoteError> {
        let state = self.call("me")?;
        let me = state.me.as_ref().and_then(|id| state.users.get(id));
        Ok(me.map_or(Me::Unknown, |user| Me::Known(Box::new(user.clone()))))
    }

    fn credential(&self) -> CredentialMark {
        CredentialMark(self.state().credential.clone())
    }

    async fn users(&self, which: Which, at: &PageAt) -> Result<UsersPage, RemoteError> {
        // As over a network: others have their turn while a page is on its way.
        tokio::task::yield_now().await;
        let state = self.call("users")?;
        if let Some(fault) = state.users_fault {
            return Err(fault());
        }
        if which != Which::All {
            return Err(RemoteError::NotOffered);
        }
        let all: Vec<User> = state.users.values().map(|user| state.told(user)).collect();
        let (page, next, total) = state.slice(&all, at);
        let (broken, users): (Vec<User>, Vec<User>) = page
            .into_iter()
            .partition(|user| state.unreadable.contains(&user.id));
        let unreadable = broken
            .into_iter()
            .map(|user| Unreadable {
                reason: format!("The user {} can't be read.", user.id),
                id: Some(user.id.as_str().to_owned()),
            })
            .collect();
        Ok(UsersPage {
            users,
            unreadable,
            total: Some(total),
            next,
            server_time: None,
        })
    }

    async fn user_ids(&self, at: &PageAt) -> Result<IdsPage, RemoteError> {
        let state = self.call("user_ids")?;
        let all: Vec<UserId> = state.users.keys().cloned().collect();
        let (ids, next, total) = state.slice(&all, at);
        Ok(IdsPage {
            ids,
            total: Some(total),
            next,
        })
    }

    async fn count_users(&self) -> Result<Option<u64>, RemoteError> {
        Ok(Some(self.call("count_users")?.users.len() as u64))
    }

    async fn workspaces(
        &self,
        members: Members,
        at: &PageAt,
    ) -> Result<WorkspacesPage, RemoteError> {
        let state = self.call("workspaces")?;
        let all: Vec<(Workspace, Vec<UserId>)> = state
            .workspaces
            .values()
            .map(|workspace| {
                let users = state.users.values();
                let granted = users.filter(|user| user.workspaces.contains(&workspace.id));
                let members = match members {
                    Members::Included => granted.map(|user| user.id.clone()).collect(),
                    Members::LeftOut => Vec::new(),
                };
                (workspace.clone(), members)
            })
            .collect();
        let total = all.len() as u64;
        let _ = at;
        Ok(WorkspacesPage {
            workspaces: all,
            unreadable: Vec::new(),
            total: Some(total),
            next: None,
        })
    }

    async fn delta_token(&self, of: Of) -> Result<DeltaToken, RemoteError> {
        let _ = of;
        Ok(self.call("delta_token")?.token())
    }

    async fn users_delta(
        &self,
        since: &DeltaToken,
        at: &PageAt,
    ) -> Result<DeltaPage<User, UserId>, RemoteError> {
        let state = self.call("users_delta")?;
        if let Some(fault) = state.users_fault.or(state.delta_fault) {
            return Err(fault());
        }
        let before = &state.log[..state.since(since)?];
        state.delta(since, at, |logged| match logged {
            Logged::User(id) => match state.users.get(id) {
                Some(user) => Some(Ok(state.told(user))),
                // One who came and went since the token never was.
                None => before.contains(logged).then(|| Err(id.clone())),
            },
            Logged::Workspace(_) => None,
        })
    }

    async fn workspaces_delta(
        &self,
        since: &DeltaToken,
        at: &PageAt,
    ) -> Result<DeltaPage<Workspace, WorkspaceId>, RemoteError> {
        let state = self.call("workspaces_delta")?;
        if let Some(fault) = state.delta_fault {
            return Err(fault());
        }
        let before = &state.log[..state.since(since)?];
        state.delta(since, at, |logged| match logged {
            Logged::Workspace(id) => match state.workspaces.get(id) {
                Some(workspace) => Some(Ok(workspace.clone())),
                None => before.contains(logged).then(|| Err(id.clone())),
            },
            Logged::User(_) => None,
        })
    }

    async fn user(&self, id: &UserId) -> Result<Option<User>, RemoteError> {
        let state = self.call("user")?;
        Ok(state.users.get(id).map(|user| state.told(user)))
    }

    async fn organization(
        &self,
        known: Option<&Organization>,
    ) -> Result<Option<Organization>, RemoteError> {
        let described = self.state().organization.is_some();
        if !described && self.state().down.is_none() {
            // Not announced, so not asked for.
            return Err(RemoteError::NotOffered);
        }
        let state = self.call("organization")?;
        if let Some(fault) = state.organization_fault {
            return Err(fault());
        }
        let now = state.organization.clone().ok_or(RemoteError::NotOffered)?;
        Ok(Some(now).filter(|now| known.is_none_or(|known| known.version != now.version)))
    }

    async fn invoices(&self) -> Result<Vec<Invoice>, RemoteError> {
        Ok(self.call("invoices")?.invoices.clone())
    }

    async fn look_up(&self, change: &Change) -> Result<LookedUp, RemoteError> {
        Ok(self.call("look_up")?.look_at(change))
    }

    async fn send(&self, mutation: &Mutation, expected: Option<&Version>) -> SendOutcome {
        let mut state = self.state();
        state.calls.push("send");
        if let Some(down) = state.down {
            return SendOutcome::NotSent(down());
        }
        match &mut state.signed_in_for {
            Some(0) => return SendOutcome::Unauthorized,
            Some(left) => *left -= 1,
            None => {}
        }
        state.sent.push(mutation.id);
        let fault = state.send_faults.pop_front();
        if let Some(SendFault::Answer(outcome)) = fault {
            return outcome;
        }
        let (outcome, changed) = state.write(mutation, expected);
        if changed {
            state.effects.push(mutation.id);
        }
        match fault {
            Some(SendFault::DoneBut(faulty)) if matches!(outcome, SendOutcome::Applied { .. }) => {
                faulty
            }
            _ => outcome,
        }
    }

    async fn set_renewal(&self, known: &Organization, renewal: Renewal) -> SendOutcome {
        self.state()
            .asked_online("set_renewal", |state| state.renew(known, renewal))
    }

    async fn delete_organization(&self, known: &Organization) -> SendOutcome {
        self.state()
            .asked_online("delete_organization", |state| state.end(known))
    }

    async fn picture(&self, url: &str) -> Result<Vec<u8>, RemoteError> {
        let _ = url;
        Err(RemoteError::NotOffered)
    }

    fn transferred(&self) -> u64 {
        0
    }
}
