//! Adds the people of a list: in bounded commits, each durable before the next, until it is stopped.

use std::time::Duration;

use rollcall_language::say;
use rollcall_model::{ConnectionId, Mutation, MutationState, OperationId, Role, Settled};
use rollcall_policy::Action;

use crate::addition::{Addition, Permits};
use crate::invitee_list::InviteeList;
use crate::organization::Organization;
use crate::queue::Decided;
use crate::row::count;
use crate::view::{Adding, InviteesAdded};
use crate::{App, Failure};

/// As many people are queued by one commit: between two of them it can be stopped, and others save.
const AT_ONCE: usize = 500;

/// What has become of the people of a list so far.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    /// Taken care of, one way or another.
    done: usize,
    applied: usize,
    waiting: usize,
    refused: usize,
    left_out: usize,
}

impl App {
    /// Adds those of a list who can be added; who has no role of their own gets `role`. `tell` hears
    /// how far that is. What is queued when it is stopped stays queued, and is said.
    ///
    /// # Errors
    /// `denied` to a role that may add nobody; `list_gone`, `adding_already`; else as [`App::save_user`]. What was queued before a failure
    /// stays queued.
    pub async fn add_invitees(
        &self,
        organization: ConnectionId,
        list: u32,
        role: Role,
        undo: Option<Duration>,
        tell: impl Fn(Adding),
    ) -> Result<InviteesAdded, Failure> {
        let open = self.writer(organization).await?;
        open.may_at_all(Action::UsersAdd)?;
        let list = self.inner.invitees.get(organization, list)?;
        list.begin()?;
        let added = self.add_all(organization, &list, role, undo, tell).await;
        list.end();
        added
    }

    /// Adds nobody more of a list that is being added.
    ///
    /// # Errors
    /// `list_gone`.
    pub fn stop_adding(&self, organization: ConnectionId, list: u32) -> Result<(), Failure> {
        self.inner.invitees.get(organization, list)?.stop();
        Ok(())
    }

    async fn add_all(
        &self,
        organization: ConnectionId,
        list: &InviteeList,
        role: Role,
        undo: Option<Duration>,
        tell: impl Fn(Adding),
    ) -> Result<InviteesAdded, Failure> {
        let open = self.organization(organization).await?;
        let additions = list.additions(role, &Permits::ask(&open.judge()?)?);
        let total = additions.len();
        let mut tally = Tally::default();
        for some in additions.chunks(AT_ONCE) {
            if list.is_stopped() {
                break;
            }
            let operation = OperationId::random();
            self.queue(organization, operation, undo, |open| decide(open, some))
                .await?;
            tally.count(some.len(), &open.ledger.operation(operation)?);
            tell(Adding {
                done: count(tally.done),
                total: count(total),
            });
        }
        Ok(tally.told(total))
    }
}

/// Decides on each once more; those who can't be added any more are left out.
fn decide(open: &Organization, additions: &[Addition]) -> Result<Decided, Failure> {
    open.may_at_all(Action::UsersAdd)?;
    let permits = Permits::ask(&open.judge()?)?;
    let mut mutations = Vec::new();
    let mut seats = permits.seats();
    for addition in additions {
        if seats == Some(0) || addition.refusal(open, &permits)?.is_some() {
            continue;
        }
        seats = seats.map(|left| left - 1);
        mutations.extend(addition.mutations());
    }
    if mutations.is_empty() {
        return Ok(Decided::Nothing {
            message: String::new(),
        });
    }
    Ok(Decided::Changes {
        mutations,
        replaces: Vec::new(),
    })
}

impl Tally {
    /// Counts `asked` people, of whom these changes were made.
    fn count(&mut self, asked: usize, mutations: &[Mutation]) {
        let additions = mutations.iter().filter(|mutation| mutation.change.adds());
        let mut queued = 0;
        for addition in additions {
            queued += 1;
            *match &addition.state {
                MutationState::Settled(Settled::Applied) => &mut self.applied,
                MutationState::Settled(_) => &mut self.refused,
                _ => &mut self.waiting,
            } += 1;
        }
        self.done += asked;
        self.left_out += asked - queued;
    }

    fn told(self, total: usize) -> InviteesAdded {
        let left = total - self.done;
        let mut sentences = Vec::new();
        if self.applied > 0 {
            sentences.push(say!("adding-applied", count = self.applied));
        }
        if self.waiting > 0 {
            sentences.push(say!("adding-waiting", count = self.waiting));
            if self.applied == 0 {
                sentences.push(say!("receipt-nothing-yet"));
            }
        }
        if self.refused > 0 {
            sentences.push(say!("adding-refused", count = self.refused));
        }
        if self.left_out > 0 {
            sentences.push(say!("adding-left-out", count = self.left_out));
        }
        if left > 0 {
            sentences.push(say!("adding-stopped", count = left));
        }
        InviteesAdded {
            added: count(self.applied + self.waiting),
            left: count(left),
            message: sentences.join(" "),
        }
    }
}
