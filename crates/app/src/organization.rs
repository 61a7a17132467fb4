//! An organization that is open: its two files, its engine, and what they tell together.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rollcall_cache::{Cache, HeldBy, Ledger, RowView, ShownUser, WriterLock};
use rollcall_model::{
    After, Awaited, Change, ConnectionId, Mutation, Resource, UserChange, UserId, WorkspaceId,
};
use rollcall_policy as policy;
use rollcall_sync::{
    Actor, Before, Link, Missing, Pause, Remote, Status, Turn, has_come_true, remembered_actor,
};

use crate::Failure;
use crate::combination::combination;
use crate::engine::Engine;
use crate::entry::{Around, HeldBack, entry};
use crate::home::Profile;
use crate::journal::Search;
use crate::seats::Seats;
use crate::verdict::Judge;
use crate::view::OutboxEntry;

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

/// What the outbox lists.
pub(crate) struct Listed<'m> {
    /// In order, each with the mutation that it shows.
    pub(crate) entries: Vec<(&'m Mutation, OutboxEntry)>,
    /// What the resources are called: a user's name and address, a name alone for others.
    pub(crate) names: HashMap<Resource, (String, String)>,
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
            Self::SignedOut => Failure::new(
                "session_ended",
                "You are not signed in to this organization here. Sign in with its API token.",
            ),
            Self::Unreadable(failure) => failure,
            Self::Deleted => Failure::new(
                "organization_deleted",
                "This organization was deleted. What was last read of it can be looked at, and not \
                 changed.",
            ),
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

    /// What the outbox lists of one user.
    pub(crate) fn entries_of(&self, user: &UserId) -> Result<Vec<OutboxEntry>, Failure> {
        let listed = self.ledger.listed()?;
        let of_user = self.entries(&listed, |mutation| mutation.change.user() == Some(user))?;
        Ok(of_user
            .entries
            .into_iter()
            .map(|(_, entry)| entry)
            .collect())
    }

    /// Of what the outbox lists, those that are wanted, in words.
    pub(crate) fn entries<'m>(
        &self,
        listed: &'m [Mutation],
        wanted: impl Fn(&Mutation) -> bool,
    ) -> Result<Listed<'m>, Failure> {
        let held_back = self.held_back().map(HeldBack::By);
        let wanted_ones = listed.iter().filter(|mutation| wanted(mutation));
        let names = self.names(wanted_ones.map(|mutation| &mutation.change))?;
        let mut workspaces: HashMap<WorkspaceId, String> = HashMap::new();
        let mut before = Before::first_of(listed);
        let mut entries = Vec::new();
        for mutation in listed {
            let turn = before.next(mutation, |after| self.has_come_true(after));
            if !wanted(mutation) {
                continue;
            }
            let waits_for = match turn {
                Some(turn) => self.waits_for(mutation, turn)?,
                None => None,
            };
            let resource = mutation.change.resource();
            let workspace = match mutation.change.access_to() {
                None => "",
                Some(workspace) => {
                    if !workspaces.contains_key(workspace) {
                        workspaces.insert(workspace.clone(), self.workspace_name(workspace)?);
                    }
                    workspaces.get(workspace).map_or("", String::as_str)
                }
            };
            let around = Around {
                name: names.get(&resource).map_or("", |(name, _)| name),
                workspace,
                held_back: match &waits_for {
                    Some(HeldBack::UntilAccepted(_)) => waits_for.as_ref(),
                    _ => held_back.as_ref().or(waits_for.as_ref()),
                },
                undo: self
                    .engine
                    .as_ref()
                    .and_then(|engine| engine.undo_left(&mutation.id)),
                combined: combination(self, mutation, listed)?
                    .map(|combination| combination.words(self))
                    .transpose()?,
            };
            entries.push((mutation, entry(mutation, &around)));
        }
        Ok(Listed { entries, names })
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

    /// Whether the list says that what is awaited of a user has come true.
    fn has_come_true(&self, after: &After) -> bool {
        // Where the list can't be read, it is waited on.
        let shown = self.cache.user(&after.user).ok().flatten();
        has_come_true(after, shown.as_ref().map(|shown| &shown.user))
    }

    /// What a mutation waits for, as a sentence; `None` where it has its turn.
    fn waits_for(
        &self,
        mutation: &Mutation,
        Turn { missing, earlier }: Turn<'_>,
    ) -> Result<Option<HeldBack>, Failure> {
        let of_user = mutation.change.user().is_some();
        let said = match (missing, earlier) {
            (
                Some(
                    missing @ (Missing::NotAdded
                    | Missing::Undone
                    | Missing::Unsettled
                    | Missing::NotTrueYet),
                ),
                _,
            ) => return self.waits_for_another(mutation.after.as_ref(), missing),
            (_, Some(_)) => match mutation.change.resource() {
                Resource::User(_) => "Waits for an earlier change to the same user.",
                Resource::Workspace(_) => "Waits for an earlier change to the same workspace.",
                Resource::Organization => "Waits for an earlier change to the organization.",
            },
            (Some(Missing::Own), None) if of_user => {
                "Waits for the user to be added, which was refused. Ask for that again, or drop it."
            }
            (Some(Missing::Own | Missing::WorkspaceUndone), None) => {
                "Waits for the workspace to be created, which was refused. Ask for that again, or \
                 drop it."
            }
            (Some(Missing::Workspace), None) => "Waits for the workspace to be created.",
            (Some(Missing::Access), None) => {
                "Waits for earlier changes of who has access to this workspace."
            }
            (None, None) => return Ok(None),
        };
        Ok(Some(HeldBack::By(said.to_owned())))
    }

    /// What a mutation waits for that waits for another user.
    fn waits_for_another(
        &self,
        after: Option<&After>,
        missing: Missing,
    ) -> Result<Option<HeldBack>, Failure> {
        let Some(after) = after else {
            return Ok(None);
        };
        let shown = self.cache.user(&after.user)?;
        let address = shown.as_ref().map_or_else(
            || "the new user".to_owned(),
            |shown| shown.user.user_name.clone(),
        );
        let is_gone = after.user.added_by().is_none() && shown.is_none();
        Ok(Some(match (missing, after.awaited) {
            (Missing::NotAdded, _) => HeldBack::By(format!(
                "{address} was not added. Ask for that again, or take this back."
            )),
            _ if is_gone && self.cache.snapshot()?.complete => HeldBack::By(
                "The new user is not in the organization any more, so nobody will accept. Take this \
                 back, or delete the user at once."
                    .to_owned(),
            ),
            (Missing::Undone, _) => HeldBack::By(format!(
                "{address} did not get everything that was asked for. Settle that first."
            )),
            (_, Awaited::Accepted) => HeldBack::UntilAccepted(format!(
                "Waits until {address} has accepted the invitation."
            )),
            (_, Awaited::Added) => HeldBack::By(format!("Waits until {address} is added.")),
        }))
    }

    /// Why nothing is sent although it waits, where waiting alone won't do.
    fn held_back(&self) -> Option<String> {
        let sign_in = || Some("Sign in to send this.".to_owned());
        match self.remote() {
            Err(NoToken::SignedOut) => return sign_in(),
            Err(NoToken::Unreadable(_)) => {
                return Some("Unlock the keychain to send this.".to_owned());
            }
            Err(NoToken::Deleted) => {
                return Some("The organization was deleted, so this is never sent.".to_owned());
            }
            Ok(_) => {}
        }
        let status = self.status();
        match (status.link, status.pause) {
            (Link::SessionEnded, _) => sign_in(),
            (_, Some(Pause::OtherUser { .. })) => {
                Some("Another user queued this. It goes on when that user signs in again.".to_owned())
            }
            (_, Some(Pause::UnknownUser)) => Some(
                "The sign-in changed, and the server doesn't tell whose it is. Send this if it may go \
                 out with the new one."
                    .to_owned(),
            ),
            (Link::Waiting { .. }, _) => Some("The server asked us to wait.".to_owned()),
            _ => status.storage,
        }
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
    Failure::new("unknown_user", "This user is not in the list any more.").on_field("user")
}
