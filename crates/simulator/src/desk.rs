//! The person at the program: asks for changes on what is shown, takes them back, signs in.

use std::time::Duration;

use rollcall_cache::{Enqueued, NewMutation, Operation, Presence, Replaced, TakenBack};
use rollcall_model::{
    After, Awaited, Change, Clock as _, Mutation, MutationId, MutationState, OperationId, Settled,
    UserChange,
};
use rollcall_sync::{Actor, Link, list_notes};

use crate::planted::Bug;
use crate::violation::Invariant;
use crate::wish::{again, some_name};
use crate::world::{SignedIn, World};

impl World {
    /// Asks for one to three changes of somebody.
    pub(crate) async fn change_somebody(&mut self) {
        let Some(shown) = self.somebody() else { return };
        let mut mutations: Vec<NewMutation> = Vec::new();
        for _ in 0..self.chance.between(1, 3) {
            let Some(change) = self.wish(&shown) else {
                continue;
            };
            // One press never asks twice about one place, nor for more of somebody who is to go.
            let settled = |asked: &NewMutation| {
                asked.change.removes()
                    || change.removes()
                    || asked.change.name() == change.name()
                    || (asked.change.workspace().is_some() && change.workspace().is_some())
            };
            if !mutations.iter().any(settled) {
                mutations.push(self.asked(change, shown.user.version.as_ref()));
            }
        }
        self.press(mutations, Vec::new()).await;
    }

    /// Adds somebody, with workspaces.
    pub(crate) async fn add_somebody(&mut self) {
        let mutations = self.addition();
        self.press(mutations, Vec::new()).await;
    }

    /// Gives somebody another address: a new user, and the end of the old one once they have accepted.
    pub(crate) async fn replace_address(&mut self) {
        let Some(shown) = self.somebody() else { return };
        if shown.presence != Presence::Here || shown.user.id == self.other.user {
            return;
        }
        let mut mutations = self.addition();
        let Some(added) = mutations
            .first()
            .and_then(|first| first.change.user().cloned())
        else {
            return;
        };
        let change = UserChange::DeleteUser {
            user: shown.user.id.clone(),
            user_name: shown.user.user_name.clone(),
            was: shown.role.clone(),
        };
        mutations.push(NewMutation {
            after: Some(After {
                user: added,
                awaited: Awaited::Accepted,
            }),
            ..self.asked(change, shown.user.version.as_ref())
        });
        self.press(mutations, Vec::new()).await;
    }

    /// Creates a workspace, renames one, deletes it, or gives somebody access to it.
    pub(crate) async fn change_a_workspace(&mut self) {
        let kind = self.chance.between(0, 9);
        if kind <= 3 {
            let mutations = self.creation();
            return self.press(mutations, Vec::new()).await;
        }
        let Some(shown) = self.a_workspace() else {
            return;
        };
        let (asked, replaces) = match kind {
            4..=6 => {
                let name = some_name(&mut self.chance);
                (self.renaming(&shown, name), Vec::new())
            }
            7 | 8 => (self.access_to(&shown.workspace.id), Vec::new()),
            _ => {
                let (deletion, dropped) = self.deletion(&shown).unzip();
                (deletion, dropped.unwrap_or_default())
            }
        };
        self.press(asked.into_iter().collect(), replaces).await;
    }

    /// Changes something of the organization's information, or of its billing details.
    pub(crate) async fn change_the_organization(&mut self) {
        let asked = self.some_setting();
        self.press(asked.into_iter().collect(), Vec::new()).await;
    }

    /// Takes back what waits, or drops what was refused.
    pub(crate) fn take_back(&mut self) {
        let mut listed = self.ledger.listed().expect("the outbox can be read");
        listed.retain(|mutation| {
            mutation.state == MutationState::Queued || mutation.intent() > Some(SENT)
        });
        let Some(mutation) = self.chance.one(&listed) else {
            return;
        };
        let taken_back = self.ledger.cancel(&[mutation.id], self.clock.now());
        let TakenBack {
            cancelled,
            restored,
        } = taken_back.expect("the ledger takes it");
        self.witness
            .note(format_args!("taken back: {} changes", cancelled.len()));
        self.lay_over();
        if let Some(program) = &self.program {
            program.handle.taken_back(&cancelled);
            program.handle.queued(None, &restored);
        }
    }

    /// Asks again for what was refused or is in conflict, on what is shown now.
    pub(crate) async fn ask_again(&mut self) {
        let mut listed = self.ledger.listed().expect("the outbox can be read");
        listed.retain(|mutation| mutation.intent() > Some(SENT));
        let Some(old) = self.chance.one(&listed).cloned() else {
            return;
        };
        let mutations = match &old.change {
            Change::User(_) if old.change.adds() => self.addition(),
            Change::Workspace(_) if old.change.adds() => self.creation(),
            Change::User(change) => {
                let shown = self.cache.user(change.user());
                let Some(shown) = shown.expect("the cache can be read") else {
                    return;
                };
                let change = again(change, &shown);
                let version = shown.user.version.as_ref();
                change
                    .into_iter()
                    .map(|change| self.asked(change, version))
                    .collect()
            }
            Change::Workspace(change) if !old.change.removes() => {
                let shown = self.cache.workspace(change.workspace());
                let Some(shown) = shown.expect("the cache can be read") else {
                    return;
                };
                let name = change.workspace_name().to_owned();
                self.renaming(&shown, name).into_iter().collect()
            }
            Change::Organization(change) => {
                let asked = self.setting(change.field, change.to.clone());
                asked.into_iter().collect()
            }
            Change::Workspace(_) => return,
        };
        self.press(mutations, vec![old.id.into()]).await;
    }

    /// Looks at what has ended, and needs it no longer in the list.
    pub(crate) fn look_at_what_ended(&mut self) {
        let listed = self.ledger.listed().expect("the outbox can be read");
        let ended = listed
            .iter()
            .filter(|mutation| !mutation.is_open())
            .map(|mutation| mutation.id);
        let ended: Vec<MutationId> = ended.collect();
        self.ledger.seen(&ended).expect("the ledger takes it");
    }

    /// Presses one of the buttons that hurry the program.
    pub(crate) fn hurry(&mut self) {
        let Some(program) = &self.program else { return };
        match self.chance.between(0, 2) {
            0 => program.handle.refresh(),
            1 => program.handle.try_now(),
            _ => program.handle.send_now(None),
        }
    }

    /// Signs in, with a new token.
    pub(crate) fn sign_in(&mut self, as_whom: SignedIn) {
        let account = match as_whom {
            SignedIn::Ours => &mut self.ours,
            SignedIn::Other => &mut self.other,
        };
        match self.server.issue_token(&account.user_name, "signed in") {
            Ok(token) => account.token = token,
            Err(error) => return self.witness.note(format_args!("no token: {error}")),
        }
        self.network.forget_audit();
        self.signed_in = as_whom;
        self.witness.note(format_args!("signed in: {as_whom:?}"));
        let remote = self.connect();
        if let Some(program) = &self.program {
            program.handle.signed_in(remote);
        }
    }

    /// Whether the program says that somebody must sign in.
    pub(crate) fn session_ended(&self) -> bool {
        let status = self.program.as_ref().map(|program| program.handle.status());
        status.is_some_and(|status| status.borrow().link == Link::SessionEnded)
    }

    /// Presses *Save*: asks the policy, makes durable, says so, and hands on.
    async fn press(&mut self, mutations: Vec<NewMutation>, replaces: Vec<Replaced>) {
        if mutations.is_empty() || !self.may_ask() {
            return;
        }
        let mut operation = Operation {
            id: OperationId::from_uuid(self.chance.uuid()),
            mutations,
            replaces,
            actor: Some(self.ours.user.as_str().to_owned()),
            said: std::collections::HashMap::new(),
            made_at: self.clock.now(),
            seen_at: list_notes(&self.cache)
                .expect("the cache can be read")
                .as_of,
        };
        let policy = rollcall_app::recheck(&self.cache);
        for asked in &operation.mutations {
            if let Err(reason) = policy(&as_queued(&operation, asked)) {
                return self.witness.note(format_args!("not allowed: {reason}"));
            }
        }
        for asked in &operation.mutations {
            self.witness.note(format_args!(
                "asks for {} {}: {:?}",
                asked.id,
                asked.change.name(),
                asked.change
            ));
            self.witness.accepted(asked, &self.ours.user);
            self.stands(asked.change.resource()).await;
        }
        if let Some(bug) = self.bug {
            operation
                .mutations
                .iter_mut()
                .for_each(|asked| bug.asked(asked));
        }
        if self.bug == Some(Bug::QueuedBeforeCommit) {
            self.promised.push(operation);
        } else {
            self.commit(&operation);
        }
    }

    /// Makes durable what was promised, a while later.
    pub(crate) fn keep_promises(&mut self) {
        if self.promised.is_empty() || self.chance.percent(50) {
            return;
        }
        for operation in std::mem::take(&mut self.promised) {
            self.commit(&operation);
        }
    }

    fn commit(&mut self, operation: &Operation) {
        let enqueued = self.ledger.enqueue(operation).expect("the ledger takes it");
        // A webview that reloads delivers the same command twice.
        if self.chance.percent(20) {
            let again = self.ledger.enqueue(operation).expect("the ledger takes it");
            if !matches!(again, Enqueued::Before(_)) {
                let what = format!("{} was delivered twice and queued twice", operation.id);
                self.witness.violated(Invariant::NothingDoubled, what);
            }
        }
        let (Enqueued::Now(queued) | Enqueued::Before(queued)) = enqueued;
        if self.bug != Some(Bug::NotLaidOver) {
            self.lay_over();
        }
        let undo = [None, Some(Duration::ZERO), Some(Duration::from_secs(5))];
        let undo = self.chance.one(&undo).copied().flatten();
        if let Some(program) = &self.program {
            let ids: Vec<MutationId> = queued.iter().map(|mutation| mutation.id).collect();
            program.handle.queued(undo, &ids);
        }
    }

    /// Changes are asked for by whoever is known to be signed in, and beside nobody else's.
    fn may_ask(&self) -> bool {
        let Some(program) = &self.program else {
            return false;
        };
        let status = program.handle.status();
        let status = status.borrow();
        let known = matches!(&status.actor, Actor::Known { id, .. } if *id == self.ours.user);
        known && status.pause.is_none() && self.signed_in == SignedIn::Ours
    }

    /// Lays what waits over the list, as whoever queues does.
    fn lay_over(&self) {
        let _turn = self.cache.overlay_turn();
        let reflected = self.cache.snapshot().expect("the cache can be read");
        let overlay = self.ledger.overlay(reflected.reflected);
        self.cache
            .lay_over(&overlay.expect("the ledger can be read"))
            .expect("the cache takes it");
    }
}

/// What is more urgent than this needs a person.
const SENT: rollcall_model::Intent = rollcall_model::Intent::Sending;

/// A wish as it will be queued: what the policy is asked about.
fn as_queued(operation: &Operation, asked: &NewMutation) -> Mutation {
    Mutation {
        id: asked.id,
        sequence: 0,
        operation: operation.id,
        change: asked.change.clone(),
        version: asked.version.clone(),
        after: asked.after.clone(),
        made_at: operation.made_at,
        seen_at: operation.seen_at,
        attempts: 0,
        state: MutationState::Queued,
        goes: asked.goes,
    }
}

/// Whether a mutation was refused or is in conflict.
pub(crate) fn is_undone(mutation: &Mutation) -> bool {
    matches!(
        mutation.state,
        MutationState::Settled(Settled::Rejected { .. } | Settled::Conflict { .. })
    )
}
