//! The outbox laid over the snapshot: what a user's row shows while changes wait.

use std::collections::HashMap;

use rollcall_model::{Change, Intent, Mutation, MutationState, Settled, User, UserId};

use crate::Presence;

/// What waits, by user.
#[derive(Debug, Default)]
pub(crate) struct Overlay(HashMap<UserId, Laid>);

/// What waits on one user.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Laid {
    /// Those that may still come true, in the order asked for; the last word on a place counts.
    changes: Vec<Change>,
    /// The user, where they are still to be added.
    added: Option<User>,
    leaving: bool,
    intent: Option<Intent>,
}

/// A user as they are shown.
#[derive(Debug)]
pub(crate) struct LaidOver {
    /// With everything that waits.
    pub(crate) user: User,
    /// Whether they are on the server, and are to stay.
    pub(crate) presence: Presence,
    /// What waits on them.
    pub(crate) intent: Option<Intent>,
}

impl Overlay {
    /// Takes mutations in their order.
    pub(crate) fn of(mutations: &[Mutation]) -> Self {
        let mut by_user: HashMap<UserId, Laid> = HashMap::new();
        for mutation in mutations {
            if mutation.state == MutationState::Settled(Settled::Cancelled) {
                continue;
            }
            let user = mutation.change.user();
            let laid = by_user.entry(user.clone()).or_default();
            // A deletion that waits for somebody's acceptance is no change under way.
            if !mutation.awaits_acceptance() {
                laid.intent = laid.intent.max(mutation.intent());
            }
            // A refused addition stays in the list until it is dropped or mended: nowhere else could
            // it be seen with what waits for it.
            if user.added_by().is_some()
                && let Some(added) = mutation.change.added_user()
            {
                laid.added = Some(added);
            }
            // Applied, and handed in: the snapshot doesn't reflect it yet.
            let comes_true =
                mutation.is_open() || mutation.state == MutationState::Settled(Settled::Applied);
            if !comes_true || mutation.awaits_acceptance() {
                continue;
            }
            laid.leaving |= mutation.change.removes();
            laid.changes.push(mutation.change.clone());
        }
        Self(by_user)
    }

    /// The users on whom something waits.
    pub(crate) fn users(&self) -> impl Iterator<Item = &UserId> {
        self.0.keys()
    }

    /// The users on whom something else waits than in an overlay before.
    pub(crate) fn users_unlike<'o>(&'o self, before: &'o Self) -> impl Iterator<Item = &'o UserId> {
        let changed = self
            .0
            .iter()
            .filter(|(user, laid)| before.0.get(user) != Some(laid))
            .map(|(user, _)| user);
        let no_longer = before.users().filter(|user| !self.0.contains_key(user));
        changed.chain(no_longer)
    }

    /// The user who is to be added under this placeholder.
    pub(crate) fn addition(&self, id: &UserId) -> Option<&User> {
        self.0.get(id)?.added.as_ref()
    }

    /// What a user shows; `None` where nothing is laid over them.
    pub(crate) fn over(&self, user: &User) -> Option<LaidOver> {
        let laid = self.0.get(&user.id)?;
        let mut shown = user.clone();
        for change in &laid.changes {
            change.apply_to(&mut shown);
        }
        Some(LaidOver {
            user: shown,
            presence: match (&laid.added, laid.leaving) {
                (Some(_), _) => Presence::Adding,
                (None, true) => Presence::Leaving,
                (None, false) => Presence::Here,
            },
            intent: laid.intent,
        })
    }
}
