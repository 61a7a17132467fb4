//! Who is signed in, and whether what waits may go out as that one.

use rollcall_cache::StoreError;
use rollcall_model::{User, UserId};

use super::Engine;
use crate::account::{Account, Binding, Waiting, bind};
use crate::error::SyncError;
use crate::memory::{self, RememberedMe, RememberedUser};
use crate::{Actor, Me, Pause, RemoteError, Topic};

impl Engine {
    /// Asks the server what it offers and whose credential this is, unless both are remembered: a
    /// token's owner never changes.
    pub(crate) async fn identify(&mut self) -> Result<(), SyncError> {
        let before = self.remote.facts();
        let now_known = self.remote.discover().await?;
        if before.discovered_in_part && !now_known.discovered_in_part {
            // What was read meanwhile was understood by less.
            self.forget_what_was_read()?;
            self.session.read_wanted = true;
        }
        if !before.discovered || self.cache.fact(memory::SERVER_ASKED)?.is_none() {
            let now = self.clock.now().to_string();
            self.cache
                .set_facts(&[(memory::SERVER_ASKED, Some(&now))])?;
        }
        self.know_account().await
    }

    /// Asks the server whose credential this is, unless that is remembered: then it works offline.
    pub(crate) async fn know_account(&mut self) -> Result<(), SyncError> {
        let credential = self.remote.credential();
        let me = match RememberedMe::load(&self.cache)? {
            Some(me) if me.credential == credential.0 => me,
            _ => {
                let user = match self.remote.me().await? {
                    Me::Known(user) => Some(RememberedUser {
                        id: user.id.as_str().to_owned(),
                        name: user.title().to_owned(),
                        role: user.role.as_str().to_owned(),
                    }),
                    Me::Unknown => None,
                };
                let me = RememberedMe {
                    credential: credential.0.clone(),
                    user,
                };
                me.store(&self.cache)?;
                me
            }
        };
        let actor = me.actor(None);
        let user = match &actor {
            Actor::Known { id, .. } => Some(id.clone()),
            Actor::Unknown | Actor::NotAsked => None,
        };
        let pause = self.bind(user.as_ref())?;
        self.session.identified = true;
        self.change_status(|status| {
            status.actor = actor;
            status.pause = pause;
        });
        self.remember_server()?;
        Ok(())
    }

    /// Keeps what was learned of the server.
    pub(crate) fn remember_server(&self) -> Result<(), StoreError> {
        let text = self.remote.facts().to_text();
        if self.cache.fact(memory::SERVER)?.as_deref() != Some(text.as_str()) {
            self.cache.set_facts(&[(memory::SERVER, Some(&text))])?;
        }
        Ok(())
    }

    /// Looks up in the snapshot what has become of our own role.
    pub(crate) fn refresh_actor(&self) -> Result<(), StoreError> {
        let Some(me) = RememberedMe::load(&self.cache)?.and_then(|me| me.user) else {
            return Ok(());
        };
        match self.cache.user(&UserId::new(me.id.as_str()))? {
            Some(shown) => self.seen_as(&shown.user),
            None => Ok(()),
        }
    }

    /// What a read of the list brought. Where the role may not read it, the server is asked what our own
    /// role is by now: the list can't tell any more.
    pub(crate) async fn by_our_role<T>(&self, read: Result<T, SyncError>) -> Result<T, SyncError> {
        if let Err(SyncError::Remote(RemoteError::Forbidden { .. })) = &read
            && let Me::Known(user) = self.remote.me().await?
        {
            self.seen_as(&user)?;
        }
        read
    }

    /// Takes over our own name and role, where they are others now.
    fn seen_as(&self, user: &User) -> Result<(), StoreError> {
        let Some(mut me) = RememberedMe::load(&self.cache)? else {
            return Ok(());
        };
        let Some(known) = me.user.as_mut() else {
            return Ok(());
        };
        let (name, role) = (user.title(), user.role.as_str());
        if known.id != user.id.as_str() || (known.name == name && known.role == role) {
            return Ok(());
        }
        let role_was =
            (known.role != role).then(|| rollcall_model::OrgRole::from_wire(&known.role));
        known.name = name.to_owned();
        known.role = role.to_owned();
        if role_was.is_some() {
            // What is known of it is what the role before might see; by its version it is still the same.
            self.cache.forget_organization()?;
            self.tell(Topic::Organization);
        }
        me.store(&self.cache)?;
        self.change_status(|status| status.actor = me.actor(role_was));
        // What may be done with every user depends on it.
        self.tell(Topic::Users);
        Ok(())
    }

    /// Binds the outbox to who is signed in now, or tells why not.
    fn bind(&self, user: Option<&UserId>) -> Result<Option<Pause>, StoreError> {
        let now = Account::new(user, &self.remote.credential());
        let queued_by = Account::load(&self.ledger)?;
        let waiting = if self.ledger.open_mutations()?.is_empty() {
            Waiting::Nothing
        } else {
            Waiting::Something
        };
        match bind(queued_by.as_ref(), &now, waiting) {
            Binding::Bound => {
                if queued_by.as_ref() != Some(&now) {
                    now.store(&self.ledger)?;
                }
                Ok(None)
            }
            Binding::Paused(pause) => Ok(Some(pause)),
        }
    }

    /// A person says that what waits may go out with this sign-in, whose user the server doesn't tell
    /// or didn't tell before.
    pub(crate) fn adopt(&mut self) -> Result<(), StoreError> {
        if !self.session.identified {
            return Ok(());
        }
        self.session.adopt_wanted = false;
        if self.status.borrow().pause != Some(Pause::UnknownUser) {
            return Ok(());
        }
        let user = match &self.status.borrow().actor {
            Actor::Known { id, .. } => Some(id.clone()),
            Actor::Unknown | Actor::NotAsked => None,
        };
        Account::new(user.as_ref(), &self.remote.credential()).store(&self.ledger)?;
        self.change_status(|status| status.pause = None);
        Ok(())
    }

    /// Takes the pause back once what another account queued is gone.
    pub(crate) fn rebind(&self) -> Result<(), StoreError> {
        if self.status.borrow().pause.is_none() {
            return Ok(());
        }
        let user = match &self.status.borrow().actor {
            Actor::Known { id, .. } => Some(id.clone()),
            Actor::Unknown | Actor::NotAsked => None,
        };
        let pause = self.bind(user.as_ref())?;
        self.change_status(|status| status.pause = pause);
        Ok(())
    }
}
