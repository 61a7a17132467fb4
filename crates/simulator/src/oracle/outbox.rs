//! What became of what was asked for: each in one way, and in a true one.

use rollcall_model::{Found, Mutation, MutationId, MutationState, Settled, Standing, WorkspaceId};

use crate::desk::is_undone;
use crate::violation::Invariant;
use crate::witness::{holds_up, told};
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
            Settled::Applied if adds && !self.witness.seen().history.ever_added(id) => {
                Some("applied, and the server never had it".to_owned())
            }
            Settled::Applied if !adds && !self.witness.ever_stood(mutation, Standing::Done) => {
                Some("applied, and the server never had it".to_owned())
            }
            Settled::Rejected { reason } if adds && self.is_there(id) => {
                Some(format!("rejected ({reason}), and the server has it"))
            }
            Settled::Rejected { reason } if !self.witness.seen().refused.contains(&id) => {
                Some(format!("rejected ({reason}), and nobody has refused it"))
            }
            Settled::Conflict { found } if adds && self.is_there(id) => Some(format!(
                "in conflict with {found:?}, and what is there is ours"
            )),
            Settled::Conflict {
                found: Found::Taken,
            } => (!self.witness.ever_taken(mutation))
                .then(|| "in conflict, and nothing else ever had the name".to_owned()),
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

    /// Whether what a mutation was to add is on the server.
    fn is_there(&self, id: MutationId) -> bool {
        self.witness.seen().history.added_and_alive(id)
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
            return Some("it is not added");
        }
        let access_to = open.change.access_to();
        if self.is_never_added(access_to.and_then(WorkspaceId::added_by)) {
            return Some("the workspace is not created");
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
            let lacking = |other: &&Mutation| {
                other.is_open() && other.after.is_none() && other.change.user() == Some(&after.user)
            };
            if listed
                .iter()
                .filter(lacking)
                .any(|other| self.reason(other, listed).is_some())
            {
                return Some("the new user lacks something that waits");
            }
        }
        // Behind one that has a reason.
        let before = listed
            .iter()
            .find(|before| before.sequence < open.sequence && holds_up(before, open));
        before.and_then(|before| self.reason(before, listed))
    }

    /// Whether an addition was refused or is in conflict.
    fn is_never_added(&self, added_by: Option<MutationId>) -> bool {
        let addition =
            added_by.and_then(|id| self.ledger.mutation(id).expect("the ledger can be read"));
        addition.is_some_and(|addition| is_undone(&addition))
    }
}
