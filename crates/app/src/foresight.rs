//! What would become of queued changes if they were sent now: each decided by the policy, and held against the
//! list, as if the earlier ones were done.

use std::collections::{HashMap, HashSet};

use rollcall_cache::{Presence, ShownUser};
use rollcall_model::{
    Change, Found, Mutation, MutationId, Organization as Information, Standing, User, UserChange,
    UserId, Workspace, WorkspaceId,
};
use rollcall_policy::{Seats, Subject, Target};

use crate::Failure;
use crate::admins::Admins;
use crate::organization::Organization;
use crate::permission::{permission, permission_elsewhere};
use crate::verdict::{Answer, Judge};

/// What would become of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Foreseen {
    /// Nothing known stands in its way; a reason, where the server alone decides.
    Goes(Option<String>),
    /// It is so already, by the list.
    AlreadySo,
    /// The policy denies it.
    Denied {
        /// The rule.
        reason: String,
        /// Who could help.
        help: Option<String>,
    },
    /// Something else stands there, by the list.
    Conflicts(Found),
}

/// Looks ahead, change by change.
pub(crate) struct Foresight<'a> {
    open: &'a Organization,
    judge: Judge<'a>,
    admins: Admins,
    /// As they would be by then; `None` for those who would be gone.
    users: HashMap<UserId, Option<User>>,
    workspaces: HashMap<WorkspaceId, Option<Workspace>>,
    information: Option<Information>,
}

impl<'a> Foresight<'a> {
    /// Begins at what the server last told, with nothing done of what waits. `listed` is all that the
    /// outbox lists.
    pub(crate) fn of(open: &'a Organization, listed: &[Mutation]) -> Result<Self, Failure> {
        let ids: HashSet<&UserId> = listed
            .iter()
            .filter_map(|mutation| mutation.change.user())
            .collect();
        let ids: Vec<UserId> = ids.into_iter().cloned().collect();
        let shown = open.cache.users(&ids)?;
        let mut admins = Admins::now(&open.cache)?;
        let mut users: HashMap<UserId, Option<User>> =
            ids.into_iter().map(|id| (id, None)).collect();
        for ShownUser { user, presence, .. } in shown {
            let there = presence != Presence::Adding;
            admins.stands(&user, there);
            if there {
                users.insert(user.id.clone(), Some(user));
            }
        }
        Ok(Self {
            open,
            judge: open.judge()?,
            admins,
            users,
            workspaces: HashMap::new(),
            information: open.cache.organization()?,
        })
    }

    /// What would become of each of these, in this order.
    pub(crate) fn all<'m>(
        mut self,
        going: impl IntoIterator<Item = &'m Mutation>,
    ) -> Result<HashMap<MutationId, Foreseen>, Failure> {
        let mut foreseen = HashMap::new();
        for mutation in going {
            foreseen.insert(mutation.id, self.next(&mutation.change)?);
        }
        Ok(foreseen)
    }

    /// What would become of one more change; the next is decided as if this one were done, if it would be.
    pub(crate) fn next(&mut self, change: &Change) -> Result<Foreseen, Failure> {
        match change {
            Change::User(change) => self.next_of_user(change),
            other => self.next_elsewhere(other),
        }
    }

    fn next_of_user(&mut self, change: &UserChange) -> Result<Foreseen, Failure> {
        let id = change.user();
        let (found, user) = match (change.added_user(), self.user(id)?) {
            (Some(added), _) => (self.holder(change)?, added),
            (None, Some(user)) => (change.found_in(&user), user),
            // Whoever is to be added by what doesn't go is told of as what this waits for.
            (None, None) if id.added_by().is_some() => return Ok(Foreseen::Goes(None)),
            (None, None) => return Ok(gone(change.removes())),
        };
        let subject = Subject::of(&user, self.admins.besides(id), Seats::NotKnown);
        let (action, target) = permission(change, subject);
        let answer = self.judge.ask(action, &target)?;
        let foreseen = match (change.judge(&found), self.workspace_of(change)?) {
            (Standing::Done, _) => Foreseen::AlreadySo,
            (_, Some(gone)) => gone,
            (Standing::Untouched, None) => by(answer),
            (Standing::Elsewise, None) => match (by(answer), change) {
                (denied @ Foreseen::Denied { .. }, _) => denied,
                // When it was sent is known to the server alone.
                (goes, UserChange::ResendInvitation { .. }) => goes,
                _ => Foreseen::Conflicts(found),
            },
        };
        if matches!(foreseen, Foreseen::Goes(_)) {
            let mut user = user;
            change.apply_to(&mut user);
            self.admins.stands(&user, !change.removes());
            self.users
                .insert(id.clone(), (!change.removes()).then_some(user));
        }
        Ok(foreseen)
    }

    fn next_elsewhere(&mut self, change: &Change) -> Result<Foreseen, Failure> {
        let answer = match permission_elsewhere(change) {
            Some(action) => self.judge.ask(action, &Target::Organization)?,
            None => Answer::Allowed,
        };
        let found = match change {
            Change::Workspace(change) => match self.workspace(change.workspace())? {
                Some(known) if !Change::from(change.clone()).adds() => change.found_in(&known),
                _ => Found::Gone,
            },
            Change::Organization(change) => self
                .information
                .as_ref()
                .map_or(change.was(), |known| change.found_in(known)),
            Change::User(_) => change.was(),
        };
        let foreseen = match (by(answer), change.judge(&found)) {
            (denied @ Foreseen::Denied { .. }, _) => denied,
            (_, Standing::Done) => Foreseen::AlreadySo,
            (goes, Standing::Untouched) => goes,
            (_, Standing::Elsewise) => Foreseen::Conflicts(found),
        };
        if matches!(foreseen, Foreseen::Goes(_)) {
            self.apply_elsewhere(change)?;
        }
        Ok(foreseen)
    }

    fn apply_elsewhere(&mut self, change: &Change) -> Result<(), Failure> {
        match change {
            Change::Workspace(change) => {
                let id = change.workspace();
                let mut known = match change.created_workspace() {
                    Some(created) => Some(created),
                    None => self.workspace(id)?,
                };
                if let Some(known) = &mut known {
                    change.apply_to(known);
                }
                let removes = Change::from(change.clone()).removes();
                self.workspaces
                    .insert(id.clone(), known.filter(|_| !removes));
            }
            Change::Organization(change) => {
                if let Some(known) = &mut self.information {
                    change.apply_to(known);
                }
            }
            Change::User(_) => {}
        }
        Ok(())
    }

    fn user(&mut self, id: &UserId) -> Result<Option<User>, Failure> {
        if let Some(known) = self.users.get(id) {
            return Ok(known.clone());
        }
        let shown = self.open.cache.user(id)?;
        let there = shown.filter(|shown| shown.presence != Presence::Adding);
        let user = there.map(|shown| shown.user);
        self.users.insert(id.clone(), user.clone());
        Ok(user)
    }

    fn workspace(&mut self, id: &WorkspaceId) -> Result<Option<Workspace>, Failure> {
        if let Some(known) = self.workspaces.get(id) {
            return Ok(known.clone());
        }
        let shown = self.open.cache.workspace(id)?;
        let there = shown.filter(|shown| shown.presence != Presence::Adding);
        let workspace = there.map(|shown| shown.workspace);
        self.workspaces.insert(id.clone(), workspace.clone());
        Ok(workspace)
    }

    /// Whether the address of a user to be added is somebody's.
    fn holder(&mut self, change: &UserChange) -> Result<Found, Failure> {
        let address = change.user_name().unwrap_or_default();
        for holder in self.open.cache.users_named(address)? {
            if holder.presence != Presence::Adding && self.user(&holder.user.id)?.is_some() {
                return Ok(Found::Taken);
            }
        }
        Ok(Found::Gone)
    }

    /// What stands in the way of giving access: a workspace that isn't there.
    fn workspace_of(&mut self, change: &UserChange) -> Result<Option<Foreseen>, Failure> {
        let UserChange::GrantWorkspace { workspace, .. } = change else {
            return Ok(None);
        };
        let is_there = workspace.added_by().is_some() || self.workspace(workspace)?.is_some();
        Ok((!is_there).then_some(Foreseen::Conflicts(Found::Gone)))
    }
}

/// What becomes of a change to somebody who isn't there.
fn gone(removes: bool) -> Foreseen {
    if removes {
        Foreseen::AlreadySo
    } else {
        Foreseen::Conflicts(Found::Gone)
    }
}

fn by(answer: Answer) -> Foreseen {
    match answer {
        Answer::Allowed => Foreseen::Goes(None),
        Answer::LeftToServer(reason) => Foreseen::Goes(Some(reason)),
        Answer::Denied(denial, help) => Foreseen::Denied {
            reason: denial.sentence(),
            help,
        },
        Answer::Over(over) => Foreseen::Denied {
            reason: over.message,
            help: over.help,
        },
    }
}
