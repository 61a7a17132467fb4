//! Who sees both sides: what was accepted here, what the server really did, and what must not be.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rollcall_cache::Ledger;
use rollcall_model::{
    Change, Found, Mutation, MutationId, MutationState, Resource, Standing, User, UserChange,
    UserId,
};
use tokio::time::Instant;

use crate::violation::{Invariant, Violation};

/// See the module. Shared by everybody in a play.
pub(crate) struct Witness {
    begin: Instant,
    seen: Mutex<Seen>,
}

/// What was seen so far.
#[derive(Default)]
pub(crate) struct Seen {
    /// What happened, line by line.
    pub(crate) trace: Vec<String>,
    /// The first thing that must not be.
    pub(crate) violation: Option<Violation>,
    /// Requests on their way.
    pub(crate) under_way: u32,
    /// Requests in all.
    pub(crate) requests: u64,
    /// Faults that met a request.
    pub(crate) faults: u32,
    /// What a person was told is queued.
    pub(crate) accepted: BTreeMap<MutationId, Accepted>,
    /// Users as the server had them, whenever one was written to.
    history: BTreeMap<UserId, Vec<(u64, Option<User>)>>,
    events: u64,
    /// How often each mutation had an effect.
    effects: BTreeMap<MutationId, u32>,
    /// Mutations that the server or the policy refused.
    pub(crate) refused: BTreeSet<MutationId>,
    /// Mutations that were sent, and nobody knows what came of it.
    doubtful: BTreeMap<MutationId, Resource>,
    /// What the policy said when it was asked last.
    verdicts: BTreeMap<MutationId, Result<(), String>>,
}

/// What a person was told is queued.
#[derive(Debug, Clone)]
pub(crate) struct Accepted {
    /// Who asked.
    pub(crate) actor: UserId,
    /// When, by the count of events.
    since: u64,
}

impl Witness {
    pub(crate) fn new() -> Self {
        Self {
            begin: Instant::now(),
            seen: Mutex::default(),
        }
    }

    pub(crate) fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes down what happens.
    pub(crate) fn note(&self, what: impl std::fmt::Display) {
        let at = self.begin.elapsed().as_secs_f64();
        self.seen().trace.push(format!("{at:12.3} s  {what}"));
    }

    /// Something happened that must not; only the first counts.
    pub(crate) fn violated(&self, invariant: Invariant, what: impl Into<String>) {
        let violation = Violation {
            invariant,
            what: what.into(),
        };
        self.note(&violation);
        self.seen().violation.get_or_insert(violation);
    }

    /// A person is told that this is queued.
    pub(crate) fn accepted(&self, id: MutationId, actor: &UserId) {
        let mut seen = self.seen();
        let since = seen.events;
        let accepted = Accepted {
            actor: actor.clone(),
            since,
        };
        seen.accepted.insert(id, accepted);
    }

    /// How the server has a user now.
    pub(crate) fn stands(&self, id: &UserId, user: Option<User>) {
        let mut seen = self.seen();
        seen.events += 1;
        let now = seen.events;
        seen.history
            .entry(id.clone())
            .or_default()
            .push((now, user));
    }

    /// The policy was asked; what it really says.
    pub(crate) fn judged(&self, id: MutationId, truth: &Result<(), String>) {
        let mut seen = self.seen();
        if truth.is_err() {
            seen.refused.insert(id);
        }
        seen.verdicts.insert(id, truth.clone());
    }

    /// A mutation is about to be sent.
    pub(crate) fn sends(&self, mutation: &Mutation, ledger: &Ledger) {
        let id = mutation.id;
        self.note(format_args!("send {}", told(mutation)));
        let (verdict, doubtful) = {
            let mut seen = self.seen();
            let resource = mutation.change.resource();
            (
                seen.verdicts.remove(&id),
                seen.doubtful.insert(id, resource).is_some(),
            )
        };
        match verdict {
            None => self.violated(
                Invariant::PolicyAskedAgain,
                format!("{id} is sent, and the policy was not asked"),
            ),
            Some(Err(reason)) => self.violated(
                Invariant::PolicyAskedAgain,
                format!("{id} is sent, though the policy says: {reason}"),
            ),
            Some(Ok(())) => {}
        }
        if doubtful {
            self.violated(
                Invariant::NothingDoubled,
                format!("{id} may have arrived, and is sent again without a look"),
            );
        }
        let listed = ledger.listed().unwrap_or_default();
        let earlier = listed.iter().find(|earlier| {
            earlier.sequence < mutation.sequence
                && earlier.is_open()
                && earlier.after.is_none()
                && earlier.change.resource() == mutation.change.resource()
        });
        if let Some(earlier) = earlier {
            self.violated(
                Invariant::Order,
                format!("{id} is sent before {}, which is open", earlier.id),
            );
        }
        if !accepted_state(ledger, id) {
            self.violated(
                Invariant::OneTrueEnd,
                format!("{id} is sent, and isn't marked as being sent"),
            );
        }
    }

    /// It is known whether a mutation arrived.
    pub(crate) fn certain(&self, id: MutationId) {
        self.seen().doubtful.remove(&id);
    }

    /// Somebody looked at what stands where this change would go.
    pub(crate) fn looked(&self, change: &Change) {
        let looked = change.resource();
        self.seen().doubtful.retain(|_, about| *about != looked);
    }

    /// A mutation had an effect at the server, done by `actor`; `before` is how the user was.
    pub(crate) fn took_effect(&self, mutation: &Mutation, actor: &str, before: Option<&User>) {
        let id = mutation.id;
        let change = &mutation.change;
        let (times, owner) = {
            let mut seen = self.seen();
            let times = seen.effects.entry(id).or_insert(0);
            *times += 1;
            let times = *times;
            (times, seen.accepted.get(&id).cloned())
        };
        self.note(format_args!("effect of {}", told(mutation)));
        match owner {
            None => self.violated(
                Invariant::OneTrueEnd,
                format!("{id} has an effect, and nobody asked for it"),
            ),
            Some(owner) if owner.actor.as_str() != actor => self.violated(
                Invariant::OwnAccount,
                format!("{id} was queued by {} and is done by {actor}", owner.actor),
            ),
            Some(_) => {}
        }
        let doubled = match change {
            // One who was added and then deleted by somebody else is nobody's double.
            Change::User(UserChange::AddUser { .. }) => self.added_and_alive(id),
            Change::User(UserChange::ResendInvitation { .. }) => times > 1,
            _ => false,
        };
        if doubled {
            self.violated(
                Invariant::NothingDoubled,
                format!("{id} has its effect {times} times"),
            );
        }
        if let (Some(before), Some(change)) = (before, change.of_user()) {
            let found = change.found_in(before);
            // Nobody has written since the person looked: then it is their own waiting change that
            // never came true.
            let as_seen = before.version.is_some() && before.version == mutation.version;
            if change.judge(&found) == Standing::Elsewise && !as_seen {
                self.violated(
                    Invariant::NoSilentOverwrite,
                    format!(
                        "{id} writes over {found:?}, and the person saw {:?}",
                        change.was()
                    ),
                );
            }
        }
    }

    /// Whether the place of a change stood like this at some time after it was accepted.
    pub(crate) fn ever_stood(&self, mutation: &Mutation, standing: Standing) -> bool {
        let seen = self.seen();
        let Some(accepted) = seen.accepted.get(&mutation.id) else {
            return false;
        };
        let Some(change) = mutation.change.of_user() else {
            return false;
        };
        let history = seen.history.get(change.user());
        let stood = |user: &Option<User>| {
            let found = match (user, change) {
                // Nobody who is gone has access; yet it is not quite what was asked for.
                (None, UserChange::RevokeWorkspace { .. }) => {
                    return standing != Standing::Untouched;
                }
                (None, _) => Found::Gone,
                (Some(user), _) => change.found_in(user),
            };
            change.judge(&found) == standing
        };
        let Some(history) = history else {
            return false;
        };
        // How it stood when it was accepted counts, too.
        let first = history.partition_point(|(at, _)| *at <= accepted.since);
        let mut standings = history[first.saturating_sub(1)..].iter();
        standings.any(|(_, user)| stood(user))
    }

    /// Everybody on the server: nobody writes there unseen.
    pub(crate) fn everybody(&self) -> Vec<User> {
        let seen = self.seen();
        let now = seen.history.values().filter_map(|history| history.last());
        now.filter_map(|(_, user)| user.clone()).collect()
    }

    /// Whether somebody is on the server, as far as anybody saw.
    pub(crate) fn lives(&self, id: &UserId) -> bool {
        let seen = self.seen();
        let last = seen.history.get(id).and_then(|history| history.last());
        last.is_none_or(|(_, user)| user.is_some())
    }

    /// Whether a user whom this mutation added is on the server.
    pub(crate) fn added_and_alive(&self, id: MutationId) -> bool {
        let mark = Some(id.to_string());
        let seen = self.seen();
        let mut now = seen.history.values().filter_map(|history| history.last());
        now.any(|(_, user)| user.as_ref().is_some_and(|user| user.external_id == mark))
    }

    /// Whether the server ever had a user whom this mutation added.
    pub(crate) fn ever_added(&self, id: MutationId) -> bool {
        let mark = Some(id.to_string());
        let seen = self.seen();
        let mut users = seen.history.values().flatten();
        users.any(|(_, user)| user.as_ref().is_some_and(|user| user.external_id == mark))
    }
}

/// Whether the ledger says of a mutation that it is being sent.
fn accepted_state(ledger: &Ledger, id: MutationId) -> bool {
    let found = ledger.mutation(id).ok().flatten();
    found.is_some_and(|mutation| mutation.state == MutationState::Sending)
}

/// A mutation in a line.
pub(crate) fn told(mutation: &Mutation) -> String {
    let change = &mutation.change;
    format!(
        "{} #{} {} of {:?}{}",
        mutation.id,
        mutation.sequence,
        change.name(),
        change.resource(),
        change
            .wanted()
            .map_or_else(String::new, |wanted| format!(" to {wanted:?}")),
    )
}
