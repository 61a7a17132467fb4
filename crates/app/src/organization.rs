//! An organization that is open: its two files, its engine, and what they tell together.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rollcall_cache::{Cache, HeldBy, Ledger, RowView, ShownUser, WriterLock};
use rollcall_language::say;
use rollcall_model::{Change, ConnectionId, Resource, UserChange, UserId, WorkspaceId};
use rollcall_policy as policy;
use rollcall_sync::{Actor, Remote, Status, remembered_actor};

use crate::Failure;
use crate::engine::Engine;
use crate::home::Profile;
use crate::journal::Search;
use crate::seats::Seats;
use crate::verdict::Judge;

/// An open organization.
pub(crate) struct Organization {
    pub(crate) id: ConnectionId,
    pub(crate) profile: Profile,
    pub(crate) cache: Cache,
    pub(crate) ledger: Ledger,
    pub(crate) hold: Hold,
    /// What speaks to the server.
    pub(crate) remote: Mutex<Result<Arc<dyn Remote>, NoToken>>,
    /// What reads and sends by itself; `None` where nothing does.
    pub(crate) engine: Option<Engine>,
    /// Held from the decision to the commit, so that two changes at once can't both rest on the same
    /// last Admin.
    pub(crate) saving: Mutex<Accepts>,
    /// The search through the journal that was asked for last.
    pub(crate) journal: Mutex<Search>,
}

/// What an open organization takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Accepts {
    /// Changes to be queued.
    #[default]
    Changes,
    /// None any more: it is being removed.
    Nothing,
}

/// By what right the files are open.
pub(crate) enum Hold {
    /// As their one writer, until this is dropped.
    Writer {
        /// Let go when it is dropped.
        _lock: WriterLock,
    },
    /// In memory: nobody else can.
    Memory,
    /// To read; this program may be writing.
    Reader(Option<HeldBy>),
}

/// Why there is no token to speak to the server with.
#[derive(Debug, Clone)]
pub(crate) enum NoToken {
    /// None is kept: a person signs in.
    SignedOut,
    /// One is kept, and can't be read now.
    Unreadable(Failure),
    /// The organization was deleted on its server.
    Deleted,
}

impl NoToken {
    /// Why nothing can be asked of the server.
    pub(crate) fn failure(self) -> Failure {
        match self {
            Self::SignedOut => Failure::new("session_ended", say!("sign-in-needed")),
            Self::Unreadable(failure) => failure,
            Self::Deleted => Failure::new("organization_deleted", say!("organization-deleted")),
        }
    }
}

impl Organization {
    /// Refuses what is of no use any more once the organization was deleted.
    pub(crate) fn refuse_if_deleted(&self) -> Result<(), Failure> {
        match self.remote() {
            Err(deleted @ NoToken::Deleted) => Err(deleted.failure()),
            _ => Ok(()),
        }
    }

    pub(crate) fn may_write(&self) -> bool {
        !matches!(self.hold, Hold::Reader(_))
    }

    /// What speaks to the server, if there is a token.
    pub(crate) fn remote(&self) -> Result<Arc<dyn Remote>, NoToken> {
        lock(&self.remote).clone()
    }

    /// How things stand with the server; without an engine, what is known without asking.
    pub(crate) fn status(&self) -> Status {
        match &self.engine {
            Some(engine) => engine.status(),
            None => Status::default(),
        }
    }

    /// Who is signed in, for the policy; `None` where it isn't known.
    pub(crate) fn actor(&self) -> Result<Option<policy::Actor>, Failure> {
        Ok(policy_actor(self.signed_in()?))
    }

    /// Who is signed in: by the last answer, or by the one before the program started.
    pub(crate) fn signed_in(&self) -> Result<Actor, Failure> {
        Ok(match self.status().actor {
            Actor::NotAsked => remembered_actor(&self.cache)?,
            told => told,
        })
    }

    /// The role held, in words.
    pub(crate) fn role_title(&self) -> Option<String> {
        self.actor()
            .ok()
            .flatten()
            .map(|actor| actor.role.to_string())
    }

    pub(crate) fn judge(&self) -> Result<Judge<'_>, Failure> {
        let judge = Judge::new(&self.cache, self.actor()?).with_seats(Seats::now(self)?);
        Ok(match self.refuse_if_deleted() {
            Ok(()) => judge,
            Err(over) => judge.only_to_look(over),
        })
    }

    /// Refuses a role that may not see users, whatever the cache still holds.
    pub(crate) fn may_view_users(&self) -> Result<(), Failure> {
        let (action, target) = (policy::Action::UsersView, policy::Target::Organization);
        self.judge()?.ask(action, &target)?.or_refuse()
    }

    /// Refuses a role that may do this to nobody and nothing: asked before anything is looked up.
    pub(crate) fn may_at_all(&self, action: policy::Action) -> Result<(), Failure> {
        self.judge()?.offer(action)?.or_refuse()
    }

    /// Refuses a role that may not see users before any is looked up: by the rule against what is asked
    /// for, which is the one that the server names; where nothing is, by the rule against seeing users.
    pub(crate) fn may_reach_users(
        &self,
        asked: impl IntoIterator<Item = policy::Action>,
    ) -> Result<(), Failure> {
        let Err(unseen) = self.may_view_users() else {
            return Ok(());
        };
        for action in asked {
            self.may_at_all(action)?;
        }
        Err(unseen)
    }

    /// A user in the list. Whoever still knows them by a placeholder gets them by it, too.
    pub(crate) fn user(&self, id: &UserId) -> Result<ShownUser, Failure> {
        self.cache
            .user(&self.added_as(id)?)?
            .ok_or_else(unknown_user)
    }

    /// A user in the list, as a row; see [`Organization::user`].
    pub(crate) fn row(&self, id: &UserId) -> Result<RowView, Failure> {
        self.cache
            .row(&self.added_as(id)?)?
            .ok_or_else(unknown_user)
    }

    /// Where the picture that is shown of a user is: the last that was asked for, else the server's.
    pub(crate) fn picture_of(&self, shown: &ShownUser) -> Result<Option<String>, Failure> {
        let waiting = self.ledger.open_mutations()?.into_iter().rev();
        let asked = waiting
            .filter(|mutation| mutation.change.user() == Some(&shown.user.id))
            .find_map(|mutation| match mutation.change {
                Change::User(UserChange::SetPicture { to, .. }) => Some(to),
                _ => None,
            });
        Ok(asked.unwrap_or_else(|| shown.user.photo.clone()))
    }

    /// The id that the server has given to a user who was added under a placeholder; else the id as it
    /// is.
    pub(crate) fn added_as(&self, id: &UserId) -> Result<UserId, Failure> {
        let addition = match id.added_by() {
            Some(addition) => self.ledger.mutation(addition)?,
            None => None,
        };
        let added = addition.and_then(|addition| addition.change.user().cloned());
        Ok(added.unwrap_or_else(|| id.clone()))
    }

    /// A user's name and address; the id, where the user is gone.
    pub(crate) fn name_of(&self, id: &UserId) -> Result<(String, String), Failure> {
        Ok(self.cache.row(id)?.map_or_else(
            || (id.as_str().to_owned(), String::new()),
            |row| (row.name, row.email),
        ))
    }

    /// The name and address of the user whom a change is about, or what else it is about is called: by
    /// the list, else by what the change itself carries.
    pub(crate) fn name_in(&self, change: &Change) -> Result<(String, String), Failure> {
        Ok(match change {
            Change::User(change) => match (self.cache.row(change.user())?, change.user_name()) {
                (Some(row), _) => (row.name, row.email),
                (None, Some(address)) => (address.to_owned(), address.to_owned()),
                (None, None) => (change.user().as_str().to_owned(), String::new()),
            },
            Change::Workspace(change) => {
                let name = match self.cache.workspace(change.workspace())? {
                    Some(shown) => shown.name,
                    None => change.workspace_name().to_owned(),
                };
                (name, String::new())
            }
            Change::Organization(_) => (self.profile.name.clone(), String::new()),
        })
    }

    /// A workspace's name; the id, where the workspace is gone.
    pub(crate) fn workspace_name(&self, id: &WorkspaceId) -> Result<String, Failure> {
        let found = self.cache.workspace(id)?;
        Ok(found.map_or_else(|| id.as_str().to_owned(), |shown| shown.name))
    }

    /// What a change is about besides its resource: the name of the workspace to which access is given
    /// or taken, or nothing.
    pub(crate) fn subject_of(&self, change: &Change) -> Result<String, Failure> {
        match change.access_to() {
            Some(workspace) => self.workspace_name(workspace),
            None => Ok(String::new()),
        }
    }

    /// What the resources are called that these are about: by the list, else by what they carry.
    pub(crate) fn names<'c>(
        &self,
        changes: impl Iterator<Item = &'c Change>,
    ) -> Result<HashMap<Resource, (String, String)>, Failure> {
        let mut names: HashMap<Resource, (String, String)> = HashMap::new();
        let mut users = HashSet::new();
        for change in changes {
            let resource = change.resource();
            if names.contains_key(&resource) {
                continue;
            }
            let carried = match change {
                Change::User(change) => {
                    users.insert(change.user());
                    let name = change.user_name().unwrap_or(change.user().as_str());
                    let address = change.user_name().unwrap_or_default();
                    (name.to_owned(), address.to_owned())
                }
                Change::Workspace(_) | Change::Organization(_) => self.name_in(change)?,
            };
            names.insert(resource, carried);
        }
        let users: Vec<UserId> = users.into_iter().cloned().collect();
        for shown in self.cache.users(&users)? {
            let known = (shown.title().to_owned(), shown.user.user_name.clone());
            names.insert(Resource::User(shown.user.id), known);
        }
        Ok(names)
    }

    /// Lays what waits over the snapshot. What is durable stays durable when this fails: it is laid
    /// over again at the next chance.
    pub(crate) fn lay_over(&self) {
        let _turn = self.cache.overlay_turn();
        let laid = self
            .cache
            .snapshot()
            .and_then(|snapshot| self.ledger.overlay(snapshot.reflected))
            .and_then(|overlay| self.cache.lay_over(&overlay));
        if let Err(error) = laid {
            tracing::warn!(%error, "what waits could not be laid over the list");
        }
    }
}

/// Who is signed in, as the policy takes them; `None` where it isn't known.
pub(crate) fn policy_actor(actor: Actor) -> Option<policy::Actor> {
    match actor {
        Actor::Known { id, role, .. } => Some(policy::Actor { id: Some(id), role }),
        Actor::NotAsked | Actor::Unknown => None,
    }
}

/// A lock whose value is whole between any two of its uses, even after a panic.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A user who isn't in the list.
pub(crate) fn unknown_user() -> Failure {
    Failure::new("unknown_user", say!("user-gone")).on_field("user")
}
