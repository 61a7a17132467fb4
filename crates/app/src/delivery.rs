//! What happens after a change is durable: it waits, or it is sent and waited for.

use std::collections::HashSet;
use std::time::Duration;

use rollcall_language::say;
use rollcall_model::{Goes, Mutation, MutationId, MutationState, OperationId};
use rollcall_sync::Link;

use crate::app::Pace;
use crate::organization::{NoToken, Organization, lock};
use crate::receipt::receipt;
use crate::view::{Keep, Receipt};
use crate::{App, Failure};

/// As long is an answer waited for where nothing may stay queued; then it is told as *no answer yet*.
const ANSWER: Duration = Duration::from_secs(30);

impl App {
    /// Hands durable mutations on to be sent.
    pub(crate) async fn deliver(
        &self,
        open: &Organization,
        operation: OperationId,
        mutations: &[Mutation],
        undo: Option<Duration>,
    ) -> Result<Receipt, Failure> {
        let ids: Vec<MutationId> = mutations.iter().map(|mutation| mutation.id).collect();
        match &open.engine {
            Some(engine) if self.keeps_nothing(open) => {
                engine.handle().queued(None, &ids);
                engine.handle().try_now();
                self.wait_for_answer(open, &ids).await?;
                self.take_back_unsent(open, &ids)?;
            }
            Some(engine) => engine.handle().queued(undo, &ids),
            None if self.inner.pace == Pace::OnRequest => {
                // Durable is success; what became of sending is read from the ledger.
                let sent = match self.confirm_in_touch(open, mutations).await {
                    Ok(()) => self.push(open).await,
                    unreached => unreached,
                };
                if let Err(failure) = sent {
                    tracing::info!(%failure, "what was queued is not sent yet");
                }
            }
            None => {}
        }
        receipt(open, operation, &open.ledger.operation(operation)?)
    }

    /// What was marked to ask once more because nobody had asked the server yet needs not, once it
    /// answers.
    async fn confirm_in_touch(
        &self,
        open: &Organization,
        mutations: &[Mutation],
    ) -> Result<(), Failure> {
        let marked = |mutation: &&Mutation| mutation.goes == Goes::OnceConfirmed;
        let ids: Vec<MutationId> = mutations
            .iter()
            .filter(marked)
            .map(|mutation| mutation.id)
            .collect();
        if ids.is_empty() || self.decides_on_an_old_list(open)? {
            return Ok(());
        }
        self.reach(open).await?;
        open.ledger.confirm(&ids, self.now())?;
        Ok(())
    }

    /// Whether *queued* may not be said: a session that keeps nothing. The demo may, since its server
    /// goes when it goes.
    pub(crate) fn keeps_nothing(&self, open: &Organization) -> bool {
        open.profile.keep == Keep::Session && self.demo() != Some(open.id)
    }

    /// In a session that keeps nothing, a change goes out at once or is refused.
    pub(crate) fn refuse_offline_session(&self, open: &Organization) -> Result<(), Failure> {
        if !self.keeps_nothing(open) {
            return Ok(());
        }
        match (open.remote(), open.status().link) {
            (Err(NoToken::SignedOut), _) | (_, Link::SessionEnded) => {
                Err(not_sent(&say!("not-sent-signed-out")))
            }
            (Err(no_token @ (NoToken::Unreadable(_) | NoToken::Deleted)), _) => {
                Err(no_token.failure())
            }
            (_, Link::Offline { reason, .. }) => {
                // The next press finds out whether that is still so.
                if let Some(engine) = &open.engine {
                    engine.handle().try_now();
                }
                Err(not_sent(&reason))
            }
            _ => Ok(()),
        }
    }

    /// Waits until none of these is on its way any more, or nothing can be sent.
    pub(crate) async fn wait_for_answer(
        &self,
        open: &Organization,
        ids: &[MutationId],
    ) -> Result<(), Failure> {
        let Some(engine) = &open.engine else {
            return Ok(());
        };
        let mut status = engine.handle().status();
        let mut stale = engine.handle().stale();
        let answered = async {
            loop {
                let stuck = matches!(
                    status.borrow_and_update().link,
                    Link::Offline { .. } | Link::SessionEnded | Link::Waiting { .. }
                );
                let mutations = mutations(open, ids)?;
                let under_way = mutations
                    .iter()
                    .any(|mutation| mutation.state == MutationState::Sending);
                if at_rest(&mutations) || (stuck && !under_way) {
                    return Ok::<(), Failure>(());
                }
                tokio::select! {
                    _ = stale.recv() => {}
                    changed = status.changed() => if changed.is_err() { return Ok(()) },
                }
            }
        };
        tokio::time::timeout(ANSWER, answered)
            .await
            .unwrap_or(Ok(()))
    }

    /// Takes back what did not go out; where that is everything, says so as a failure.
    fn take_back_unsent(&self, open: &Organization, ids: &[MutationId]) -> Result<(), Failure> {
        let cancelled = {
            let _one_at_a_time = lock(&open.saving);
            self.cancel(open, &unsent(open, ids)?)?
        };
        if cancelled.len() < ids.len() {
            // Something did change: the receipt tells what of each.
            return Ok(());
        }
        Err(not_sent(&match open.status().link {
            Link::Offline { reason, .. } => reason,
            Link::SessionEnded => say!("not-sent-ended"),
            Link::Waiting { .. } => say!("send-asked-to-wait"),
            _ => say!("not-sent-slow"),
        }))
    }
}

fn mutations(open: &Organization, ids: &[MutationId]) -> Result<Vec<Mutation>, Failure> {
    let mut mutations = Vec::with_capacity(ids.len());
    for id in ids {
        mutations.extend(open.ledger.mutation(*id)?);
    }
    Ok(mutations)
}

/// Whether nothing more comes of these by itself: each has ended, or needs somebody whose addition has
/// ended without adding anybody.
fn at_rest(mutations: &[Mutation]) -> bool {
    let has_ended = |mutation: &&Mutation| matches!(mutation.state, MutationState::Settled(_));
    let ended: HashSet<MutationId> = mutations
        .iter()
        .filter(has_ended)
        .map(|mutation| mutation.id)
        .collect();
    mutations.iter().all(|mutation| {
        let after = mutation.after.as_ref();
        let needs = [
            mutation.change.resource().added_by(),
            after.and_then(|after| after.user.added_by()),
        ];
        ended.contains(&mutation.id) || needs.into_iter().flatten().any(|id| ended.contains(&id))
    })
}

fn unsent(open: &Organization, ids: &[MutationId]) -> Result<Vec<MutationId>, Failure> {
    let mutations = mutations(open, ids)?.into_iter();
    let queued = mutations.filter(|mutation| mutation.state == MutationState::Queued);
    Ok(queued.map(|mutation| mutation.id).collect())
}

fn not_sent(reason: &str) -> Failure {
    Failure::new("not_sent", say!("not-sent", reason = reason)).may_pass()
}
