//! What became of what was asked for: each in one way, and in a true one.

use rollcall_model::{Mutation, MutationId, MutationState, Settled, Standing};

use crate::desk::is_undone;
use crate::violation::Invariant;
use crate::witness::told;
use crate::world::World;

impl World {
    /// Whatever has ended since the last look has ended truly.
    pub(super) fn look_at_ends(&mut self) {
        let written = self.ledger.last_sequence().expect("the ledger can be read");
        if std::mem::replace(&mut self.looked_until, written) == written {
            return;
        }
        for mutation in self.ledger.listed().expect("the outbox can be read") {
            if mutation.is_open() || !self.looked_at.insert(mutation.id) {
                continue;
            }
            if let Some(what) = self.untrue(&mutation) {
                let what = format!("{}: {what}", told(&mutation));
                self.witness.violated(Invariant::OneTrueEnd, what);
            }
        }
    }

    /// What is wrong with how a mutation ended.
    fn untrue(&self, mutation: &Mutation) -> Option<String> {
        let id = mutation.id;
        let adds = mutation.change.adds();
        let MutationState::Settled(settled) = &mutation.state else {
            return None;
        };
        match settled {
            Settled::Applied if adds && !self.witness.ever_added(id) => {
                Some("applied, and the server never had the user".to_owned())
            }
            Settled::Applied if !adds && !self.witness.ever_stood(mutation, Standing::Done) => {
                Some("applied, and the server never had it".to_owned())
            }
            Settled::Rejected { reason } if adds && self.witness.added_and_alive(id) => {
                Some(format!("rejected ({reason}), and the server has the user"))
            }
            Settled::Rejected { reason } if !self.witness.seen().refused.contains(&id) => {
                Some(format!("rejected ({reason}), and nobody has refused it"))
            }
            Settled::Conflict { found } if adds && self.witness.added_and_alive(id) => {
                Some(format!("in conflict with {found:?}, and the user is ours"))
            }
            Settled::Conflict { found }
                if !adds && !self.witness.ever_stood(mutation, Standing::Elsewise) =>
            {
                Some(format!(
                    "in conflict with {found:?}, which never stood there"
                ))
            }
            _ => None,
        }
    }

    /// Whether nothing is open that only time stands in the way of.
    pub(crate) fn nothing_moves(&self) -> bool {
        let listed = self.ledger.listed().expect("the outbox can be read");
        listed
            .iter()
            .all(|open| !open.is_open() || self.reason(open, &listed).is_some())
    }

    /// Whatever was accepted is there; what is still open has a reason.
    pub(super) fn look_at_what_is_left(&self) {
        let accepted: Vec<MutationId> = self.witness.seen().accepted.keys().copied().collect();
        for id in accepted {
            if self
                .ledger
                .mutation(id)
                .expect("the ledger can be read")
                .is_none()
            {
                let what = format!("{id} was said to be queued, and is nowhere");
                self.witness.violated(Invariant::Durable, what);
            }
        }
        let listed = self.ledger.listed().expect("the outbox can be read");
        for open in listed.iter().filter(|mutation| mutation.is_open()) {
            if self.reason(open, &listed).is_none() {
                let what = format!("{} is still {:?}, for no reason", told(open), open.state);
                self.witness.violated(Invariant::NothingStuck, what);
            }
        }
    }

    /// Why an open mutation waits, where that is not for time to change.
    fn reason(&self, open: &Mutation, listed: &[Mutation]) -> Option<&'static str> {
        if open.state != MutationState::Queued {
            return None;
        }
        let resource = open.change.resource();
        let adds = open.change.adds();
        if !adds && self.is_never_added(resource.added_by()) {
            return Some("the user is not added");
        }
        if let Some(after) = &open.after {
            let undone =
                |other: &Mutation| other.change.user() == Some(&after.user) && is_undone(other);
            let shown = self.cache.user(&after.user).expect("the cache can be read");
            if self.is_never_added(after.user.added_by())
                || listed.iter().any(undone)
                || shown.is_none_or(|shown| shown.user.is_pending())
            {
                return Some("the new user has not accepted");
            }
        }
        // Behind one of the same user that has a reason.
        let before = listed.iter().find(|before| {
            before.sequence < open.sequence
                && before.is_open()
                && before.after.is_none()
                && before.change.resource() == resource
        });
        before.and_then(|before| self.reason(before, listed))
    }

    /// Whether an addition was refused or is in conflict.
    fn is_never_added(&self, added_by: Option<MutationId>) -> bool {
        let addition =
            added_by.and_then(|id| self.ledger.mutation(id).expect("the ledger can be read"));
        addition.is_some_and(|addition| is_undone(&addition))
    }
}
