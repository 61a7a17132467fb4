//! Who sees both sides: what was accepted here, what the server really did, and what must not be.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rollcall_cache::{Ledger, NewMutation};
use rollcall_model::{
    Change, Mutation, MutationId, MutationState, Resource, Standing, UserChange, UserId,
};
use tokio::time::Instant;

use crate::history::History;
use crate::there::There;
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
    /// How the server had everything.
    pub(crate) history: History,
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
    /// Whether it had to wait for something else than its own resource. Then it held up nobody, and
    /// what was due meanwhile may still go out before it.
    waits: bool,
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
    pub(crate) fn accepted(&self, asked: &NewMutation, actor: &UserId) {
        let mut seen = self.seen();
        let access_to = asked.change.access_to();
        let accepted = Accepted {
            actor: actor.clone(),
            since: seen.history.now(),
            waits: asked.after.is_some() || access_to.is_some_and(|to| to.added_by().is_some()),
        };
        seen.accepted.insert(asked.id, accepted);
    }

    /// How the server has something now.
    pub(crate) fn stands(&self, resource: Resource, there: Option<There>) {
        self.seen().history.stands(resource, there);
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
        if let Some(workspace) = mutation.change.access_to()
            && !self
                .seen()
                .history
                .knows(&Resource::Workspace(workspace.clone()))
        {
            self.violated(
                Invariant::Order,
                format!("{id} is sent before {workspace} is there"),
            );
        }
        let listed = ledger.listed().unwrap_or_default();
        let waits = |earlier: &Mutation| {
            let seen = self.seen();
            let accepted = seen.accepted.get(&earlier.id);
            accepted.is_some_and(|accepted| accepted.waits)
        };
        let earlier = listed.iter().find(|earlier| {
            earlier.sequence < mutation.sequence && holds_up(earlier, mutation) && !waits(earlier)
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

    /// A mutation had an effect at the server, done by `actor`; `before` is how its resource was.
    pub(crate) fn took_effect(&self, mutation: &Mutation, actor: &str, before: Option<&There>) {
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
            // What was added and then deleted by somebody else is nothing's double.
            change if change.adds() => self.seen().history.added_and_alive(id),
            Change::User(UserChange::ResendInvitation { .. }) => times > 1,
            _ => false,
        };
        if doubled {
            self.violated(
                Invariant::NothingDoubled,
                format!("{id} has its effect {times} times"),
            );
        }
        if let Some(before) = before {
            let found = before.found_by(change);
            // Nobody has written since the person looked: then it is their own waiting change that
            // never came true.
            let seen = mutation.version.as_ref();
            let as_seen = seen.is_some_and(|version| before.is_still(version));
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
        let accepted = seen.accepted.get(&mutation.id);
        accepted.is_some_and(|accepted| {
            let since = accepted.since;
            seen.history.ever_stood(&mutation.change, standing, since)
        })
    }

    /// Whether another workspace had the name that a change gives, at some time after it was accepted.
    pub(crate) fn ever_taken(&self, mutation: &Mutation) -> bool {
        let Change::Workspace(change) = &mutation.change else {
            return true;
        };
        let seen = self.seen();
        let accepted = seen.accepted.get(&mutation.id);
        accepted.is_some_and(|accepted| {
            let (name, own) = (change.workspace_name(), change.workspace());
            seen.history.ever_named(name, own, accepted.since)
        })
    }
}

/// Whether a mutation must have ended before a later one may go out.
pub(crate) fn holds_up(earlier: &Mutation, later: &Mutation) -> bool {
    if !earlier.is_open() {
        return false;
    }
    if let Change::Workspace(deletion) = &later.change
        && later.change.removes()
        && earlier.change.access_to() == Some(deletion.workspace())
    {
        return true;
    }
    let access_to = earlier.change.access_to();
    // What waits for something else holds up nobody.
    let waits = earlier.after.is_some() || access_to.is_some_and(|to| to.added_by().is_some());
    !waits && earlier.change.resource() == later.change.resource()
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
