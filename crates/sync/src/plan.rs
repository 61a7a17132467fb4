//! What to do next, decided from what is known and from nothing else: no clock, no disk, no network.

use std::collections::BTreeSet;

use rollcall_model::{After, Mutation, MutationId, MutationState, Resource};
use tokio::time::Instant;

use crate::order::Before;

/// Everything that the next step depends on.
#[derive(Debug, Clone)]
pub(crate) struct Situation {
    pub(crate) now: Instant,
    /// What was found in *sending* at the start is not marked *unknown* yet.
    pub(crate) unrecovered: bool,
    /// The token was refused.
    pub(crate) session_ended: bool,
    /// The server asked to wait until then.
    pub(crate) busy_until: Option<Instant>,
    /// After a failure, the next try is due then.
    pub(crate) retry_at: Option<Instant>,
    /// It is known who is signed in.
    pub(crate) identified: bool,
    /// The list must be read.
    pub(crate) read_wanted: bool,
    /// The organization itself is to be read.
    pub(crate) organization_wanted: bool,
    /// What has changed can be asked for, instead of everything.
    pub(crate) changes_offered: bool,
    /// Something may go out under this account.
    pub(crate) may_send: bool,
    /// What the outbox asks for.
    pub(crate) outbox: Outbox,
    /// The list is old by then.
    pub(crate) old_at: Instant,
}

/// The next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Mark what was perhaps sent before the last end.
    Recover,
    /// Ask who is signed in.
    Identify,
    /// Ask what has changed.
    ReadChanges,
    /// Read the whole list.
    ReadEverything,
    /// Read the organization itself.
    ReadOrganization,
    /// Send what is due.
    Push,
    /// Nothing, until then or until woken.
    Rest(Option<Instant>),
}

/// The next step.
///
/// What has changed is read *before* anything is sent: it costs little, it tells whether our own role
/// is still what it was when the changes were made, and it brings the versions that they must be
/// based on. Reading everything can take minutes, and is no reason to keep somebody's change
/// waiting: so it comes after.
pub(crate) fn next(situation: &Situation) -> Step {
    if situation.unrecovered {
        return Step::Recover;
    }
    if situation.session_ended {
        return Step::Rest(None);
    }
    let held_until = situation.busy_until.max(situation.retry_at);
    if let Some(until) = held_until.filter(|until| *until > situation.now) {
        return Step::Rest(Some(until));
    }
    if !situation.identified {
        return Step::Identify;
    }
    let read_wanted = situation.read_wanted || situation.old_at <= situation.now;
    if read_wanted && situation.changes_offered {
        return Step::ReadChanges;
    }
    if situation.may_send && !situation.outbox.due.is_empty() {
        return Step::Push;
    }
    if situation.organization_wanted {
        return Step::ReadOrganization;
    }
    if read_wanted {
        return Step::ReadEverything;
    }
    let next_due = situation.outbox.next_due.filter(|_| situation.may_send);
    Step::Rest(Some(
        next_due.map_or(situation.old_at, |due| due.min(situation.old_at)),
    ))
}

/// What the outbox asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Outbox {
    /// What can be done now, at most one per resource.
    pub(crate) due: Vec<Task>,
    /// When there is more to do; `None` when nothing is held back by time.
    pub(crate) next_due: Option<Instant>,
}

/// One thing to do about a mutation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Task {
    /// Send it.
    Send(MutationId),
    /// It was perhaps sent: look.
    LookUp(MutationId),
}

/// What holds mutations back.
pub(crate) struct Holds<'a> {
    pub(crate) now: Instant,
    /// From when on a mutation may be sent; `None` while nobody said that it may.
    pub(crate) released_at: &'a dyn Fn(&MutationId) -> Option<Instant>,
    /// Resources whose turn comes later, after a failure.
    pub(crate) stuck_until: &'a dyn Fn(&Resource) -> Option<Instant>,
    /// Resources with something on its way.
    pub(crate) busy: &'a BTreeSet<Resource>,
    /// Whether what is awaited of a user has come true, by the last that was read of them.
    pub(crate) come_true: &'a dyn Fn(&After) -> bool,
}

/// Looks through what is listed, in order. Only a resource's first open mutation has its turn, so that
/// one that is stuck holds up that resource's later ones and no other's.
pub(crate) fn outbox<'a>(
    listed: impl IntoIterator<Item = &'a Mutation> + Clone,
    holds: &Holds<'_>,
) -> Outbox {
    let mut outbox = Outbox::default();
    let mut before = Before::first_of(listed.clone());
    for mutation in listed {
        let Some(turn) = before.next(mutation, |after| (holds.come_true)(after)) else {
            continue;
        };
        let resource = mutation.change.resource();
        let stands_behind = turn.missing.is_some() || turn.earlier.is_some();
        if stands_behind || holds.busy.contains(&resource) {
            continue;
        }
        let (task, from) = match mutation.state {
            // It keeps its place: what comes later for the same user waits for a person's word too.
            MutationState::Queued if mutation.is_held() => continue,
            MutationState::Queued => {
                let Some(released) = (holds.released_at)(&mutation.id) else {
                    continue;
                };
                (Task::Send(mutation.id), Some(released))
            }
            // *Sending*, and not on its way: its outcome could not be written down.
            _ => (Task::LookUp(mutation.id), None),
        };
        let stuck_until = (holds.stuck_until)(&resource);
        match from.max(stuck_until).filter(|from| *from > holds.now) {
            Some(later) => {
                outbox.next_due = Some(outbox.next_due.map_or(later, |due| due.min(later)));
            }
            None => outbox.due.push(task),
        }
    }
    outbox
}

#[cfg(test)]
mod model;
#[cfg(test)]
mod tests;
