//! The active Admins, as the rule of the last one counts them: by what is shown, and while decisions on
//! many users follow each other, as if the earlier ones were done.

use std::collections::HashSet;

use rollcall_cache::{Cache, ShownUser};
use rollcall_model::{User, UserChange, UserId};
use rollcall_policy::{Seats, Subject};

use crate::Failure;

/// Who they are; `None` where the list is not whole, and the rule is left to the server.
#[derive(Debug)]
pub(crate) struct Admins(Option<HashSet<UserId>>);

impl Admins {
    /// Those shown now, waiting changes included.
    pub(crate) fn now(cache: &Cache) -> Result<Self, Failure> {
        if !cache.snapshot()?.complete {
            return Ok(Self(None));
        }
        let admins = cache.active_admins()?;
        Ok(Self(Some(admins.into_iter().map(|row| row.id).collect())))
    }

    /// How many there are besides this user.
    pub(crate) fn besides(&self, user: &UserId) -> Option<u64> {
        let admins = self.0.as_ref()?;
        Some((admins.len() - usize::from(admins.contains(user))) as u64)
    }

    /// The facts of a user as shown.
    pub(crate) fn subject(&self, user: &ShownUser) -> Subject {
        Subject {
            role: user.role.clone(),
            state: user.state,
            ..Subject::of(&user.user, self.besides(&user.user.id), Seats::NotKnown)
        }
    }

    /// Counts a user as they are, or are by then; `there` unless they are gone.
    pub(crate) fn stands(&mut self, user: &User, there: bool) {
        let Some(admins) = &mut self.0 else { return };
        if there && user.is_active_admin() {
            admins.insert(user.id.clone());
        } else {
            admins.remove(&user.id);
        }
    }

    /// Counts on as if these changes to a user were done.
    pub(crate) fn after(&mut self, shown: &ShownUser, changes: &[UserChange]) {
        let mut user = shown.user.clone();
        user.role = shown.role.clone();
        user.active = shown.state != rollcall_model::UserState::Suspended;
        for change in changes {
            change.apply_to(&mut user);
        }
        self.stands(&user, !changes.iter().any(UserChange::removes));
    }
}
