//! The way back: what the server said is judged, and written down.

use rollcall_cache::{Ended, StoreError, Update};
use rollcall_model::{Mutation, MutationId, MutationState, Resource, Settled};
use tokio::time::Instant;

use super::{Came, Push};
use crate::engine::Engine;
use crate::engine::session::Stuck;
use crate::outcome::{Becomes, Decision, Then, after_look_up, after_sending};
use crate::{Answered, Topic};

/// A mutation that has come to its end, and what was seen of its resource.
pub(super) struct Ending {
    mutation: Mutation,
    ended: Ended,
    answered: Option<Answered>,
}

impl Engine {
    /// Judges what came back. What has not ended is written down here; what has is written down with what goes
    /// out next.
    pub(super) fn conclude(
        &mut self,
        push: &mut Push,
        came: Vec<(Mutation, Came)>,
    ) -> Result<(), StoreError> {
        let now = self.clock.now();
        for (mutation, came) in came {
            let Decision {
                becomes,
                answered,
                then,
            } = match came {
                Came::Sent(outcome) => after_sending(outcome),
                Came::Looked(asked, looked) => after_look_up(&mutation, asked, looked),
            };
            self.go_on(push, &mutation, then);
            let resource = mutation.change.resource();
            match becomes {
                Becomes::Settled(settled) => {
                    let ended = Ended {
                        id: mutation.id,
                        added: added(&mutation, &settled, answered.as_ref()),
                        settled,
                    };
                    push.ended.push(Ending {
                        mutation,
                        ended,
                        answered,
                    });
                }
                Becomes::Queued { why } => {
                    push.busy.remove(&resource);
                    self.ledger.requeue(mutation.id, &why, now)?;
                    push.listed.replace(Mutation {
                        state: MutationState::Queued,
                        ..mutation
                    });
                    self.follow_found(answered)?;
                }
                Becomes::Unknown { why } => {
                    push.busy.remove(&resource);
                    if mutation.state != MutationState::Unknown {
                        self.ledger.mark_unknown(mutation.id, &why, now)?;
                    }
                    push.listed.replace(Mutation {
                        state: MutationState::Unknown,
                        ..mutation
                    });
                }
            }
        }
        Ok(())
    }

    /// What an answer means for what is sent next.
    fn go_on(&mut self, push: &mut Push, mutation: &Mutation, then: Then) {
        match then {
            Then::GoOn => {}
            Then::Hold => {
                let resource = mutation.change.resource();
                let before = self.session.stuck.get(&resource);
                let failures = before.map_or(0, |stuck| stuck.failures).saturating_add(1);
                let failures = failures.max(mutation.attempts);
                let until = Instant::now() + self.backoff.after(failures);
                let stuck = Stuck { until, failures };
                self.session.stuck.insert(resource, stuck);
            }
            Then::Stop(error) => {
                push.report.stopped.get_or_insert(error);
            }
        }
    }

    /// In one commit, what ended and how, and what goes out next. Answers the latter, marked as *sending*.
    pub(super) fn write_down(
        &mut self,
        push: &mut Push,
        next: &[MutationId],
    ) -> Result<Vec<Mutation>, StoreError> {
        if push.ended.is_empty() && next.is_empty() {
            return Ok(Vec::new());
        }
        let ended: Vec<Ended> = push
            .ended
            .iter()
            .map(|ending| ending.ended.clone())
            .collect();
        let marked = self
            .ledger
            .settle_and_mark(&ended, next, self.clock.now())?;
        push.reflected = marked.sequence;
        for ending in std::mem::take(&mut push.ended) {
            self.settled(push, ending)?;
        }
        Ok(marked.sending)
    }

    /// Takes in what is written down of one that ended.
    fn settled(&mut self, push: &mut Push, ending: Ending) -> Result<(), StoreError> {
        let Ending {
            mut mutation,
            ended,
            answered,
        } = ending;
        let resource = mutation.change.resource();
        push.busy.remove(&resource);
        self.session.stuck.remove(&resource);
        self.ended(push, mutation.clone(), ended.settled.clone());
        if let Some(added) = ended.added {
            push.listed.name_added(&resource, &added);
            mutation.change.name_added(&resource, &added);
        }
        match ended.settled {
            Settled::Applied => {
                push.report.applied.push(mutation.id);
                push.acknowledged.push((mutation, answered));
            }
            Settled::Rejected { .. } => push.report.rejected.push(mutation.id),
            Settled::Conflict { .. } => {
                push.report.conflicts.push(mutation.id);
                self.follow_found(answered)?;
            }
            Settled::Cancelled => {}
        }
        Ok(())
    }

    /// Notes that one is no longer under way.
    pub(super) fn ended(&self, push: &mut Push, mutation: Mutation, settled: Settled) {
        self.releases.forget(&mutation.id);
        push.listed.replace(Mutation {
            state: MutationState::Settled(settled),
            ..mutation
        });
    }

    /// What was seen along the way is newer than the snapshot. Whom no read has told of yet, the next
    /// one will: taken in before, they could be gone by then without a word.
    fn follow_found(&self, answered: Option<Answered>) -> Result<(), StoreError> {
        match answered {
            Some(Answered::User(user)) if self.cache.user(&user.id)?.is_some() => {
                let user = self.with_membership(*user)?;
                self.cache.apply(&Update {
                    users: &[user],
                    ..Update::default()
                })?;
            }
            Some(Answered::Workspace(workspace))
                if self.cache.workspace(&workspace.id)?.is_some() =>
            {
                let workspace = self.with_known_parts(*workspace)?;
                self.cache.apply(&Update {
                    workspaces: &[workspace],
                    ..Update::default()
                })?;
            }
            Some(Answered::Organization(organization)) => {
                self.cache.apply(&Update {
                    organization: Some(&organization),
                    ..Update::default()
                })?;
                self.tell(Topic::Organization);
            }
            Some(Answered::User(_) | Answered::Invitation(_) | Answered::Workspace(_)) | None => {}
        }
        Ok(())
    }
}

/// The server's name for what was added, where something was.
fn added(mutation: &Mutation, settled: &Settled, answered: Option<&Answered>) -> Option<Resource> {
    if *settled != Settled::Applied || !mutation.change.adds() {
        return None;
    }
    match answered? {
        Answered::User(user) => Some(Resource::User(user.id.clone())),
        Answered::Workspace(workspace) => Some(Resource::Workspace(workspace.id.clone())),
        Answered::Invitation(_) | Answered::Organization(_) => None,
    }
}
