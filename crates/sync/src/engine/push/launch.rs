//! The way out: what is due is asked about once more, marked as *sending*, and sent.

use std::sync::Arc;

use futures::FutureExt;
use rollcall_cache::{Ended, StoreError};
use rollcall_model::{Change, Mutation, MutationId, Settled, Version};
use tokio::time::Instant;

use super::{Came, Push, WIDTH};
use crate::engine::Engine;
use crate::outcome::Asked;
use crate::plan::Task;
use crate::{SendOutcome, Topic};

impl Engine {
    /// Fills the free places: asks the policy again, marks as *sending*, sends.
    pub(super) fn launch(&mut self, push: &mut Push) -> Result<(), StoreError> {
        loop {
            if push.due.is_empty() {
                // What comes after what has ended is due once that is written down.
                self.write_down(push, &[])?;
                let outbox = self.outbox(push.listed.in_order(), Instant::now(), &push.busy);
                push.due = outbox.due.into();
            }
            let free = WIDTH.saturating_sub(push.flights.len());
            let due: Vec<Task> = push.due.drain(..free.min(push.due.len())).collect();
            if due.is_empty() {
                return Ok(());
            }
            let find = |push: &Push, id: &MutationId| push.listed.find(id).cloned();
            let mut send = Vec::new();
            let mut refused = Vec::new();
            let mut look_up = Vec::new();
            for task in &due {
                match task {
                    Task::LookUp(id) => look_up.extend(find(push, id)),
                    Task::Send(id) => {
                        let Some(mutation) = find(push, id) else {
                            continue;
                        };
                        self.follow_earlier(push, &mutation)?;
                        match (self.recheck)(&mutation) {
                            Ok(()) => send.push(mutation),
                            Err(reason) => refused.push((mutation, reason)),
                        }
                    }
                }
            }
            let some_refused = !refused.is_empty();
            if some_refused {
                // In the order in which it came about.
                self.write_down(push, &[])?;
                self.refuse(push, refused)?;
            }
            for mutation in look_up {
                self.look_up(push, mutation);
            }
            let ids: Vec<MutationId> = send.iter().map(|mutation| mutation.id).collect();
            match self.write_down(push, &ids) {
                Ok(marked) => self.send_marked(push, &send, marked)?,
                Err(StoreError::Transition { .. }) => {
                    // Somebody took one back meanwhile: look again at what is there.
                    push.look_again(&self.ledger)?;
                    continue;
                }
                Err(error) => return Err(error),
            }
            if !ids.is_empty() {
                self.tell(Topic::Outbox);
            }
            if !some_refused {
                return Ok(());
            }
        }
    }

    /// Sends what was marked. What was edited since the policy was asked is asked about as it goes out.
    fn send_marked(
        &self,
        push: &mut Push,
        asked: &[Mutation],
        marked: Vec<Mutation>,
    ) -> Result<(), StoreError> {
        for mutation in marked {
            let is_asked = asked
                .iter()
                .any(|asked| asked.id == mutation.id && asked.change == mutation.change);
            match if is_asked {
                Ok(())
            } else {
                (self.recheck)(&mutation)
            } {
                Ok(()) => self.send(push, mutation)?,
                Err(reason) => self.refuse(push, vec![(mutation, reason)])?,
            }
        }
        Ok(())
    }

    /// What came of a resource's earlier changes is what the next one is judged by, and based on.
    fn follow_earlier(&mut self, push: &mut Push, mutation: &Mutation) -> Result<(), StoreError> {
        let resource = mutation.change.resource();
        let of_it = |(earlier, _): &(Mutation, _)| earlier.change.resource() == resource;
        if push.acknowledged.iter().any(of_it) {
            self.follow_push(push)?;
        }
        Ok(())
    }

    fn refuse(&self, push: &mut Push, refused: Vec<(Mutation, String)>) -> Result<(), StoreError> {
        if refused.is_empty() {
            return Ok(());
        }
        let (refused, ended): (Vec<Mutation>, Vec<Ended>) = refused
            .into_iter()
            .map(|(mutation, reason)| {
                let ended = Ended::new(mutation.id, Settled::Rejected { reason });
                (mutation, ended)
            })
            .unzip();
        match self.ledger.settle(&ended, self.clock.now()) {
            Ok(_) => {
                for (mutation, ended) in refused.into_iter().zip(ended) {
                    push.report.rejected.push(mutation.id);
                    self.ended(push, mutation, ended.settled);
                }
                Ok(())
            }
            Err(StoreError::Transition { .. }) => push.look_again(&self.ledger),
            Err(error) => Err(error),
        }
    }

    fn send(&self, push: &mut Push, mutation: Mutation) -> Result<(), StoreError> {
        let expected = self.expected_version(&mutation)?;
        let remote = Arc::clone(&self.remote);
        push.busy.insert(mutation.change.resource());
        push.listed.replace(mutation.clone());
        push.sent.insert(mutation.id);
        push.flights.push(
            async move {
                let removes = mutation.change.removes();
                let came = match remote.send(&mutation, expected.as_ref()).await {
                    SendOutcome::Changed => {
                        Came::Looked(Asked::Changed, remote.look_up(&mutation.change).await)
                    }
                    // As asked for, unless the URL is wrong: behind a wrong one nobody is there.
                    SendOutcome::Gone if removes => {
                        Came::Looked(Asked::Changed, remote.look_up(&mutation.change).await)
                    }
                    outcome => Came::Sent(outcome),
                };
                (mutation, came)
            }
            .boxed(),
        );
        Ok(())
    }

    fn look_up(&self, push: &mut Push, mutation: Mutation) {
        let remote = Arc::clone(&self.remote);
        push.busy.insert(mutation.change.resource());
        let asked = if push.sent.contains(&mutation.id) {
            Asked::Unknown
        } else {
            Asked::LongUnknown
        };
        push.flights.push(
            async move {
                let looked = remote.look_up(&mutation.change).await;
                (mutation, Came::Looked(asked, looked))
            }
            .boxed(),
        );
    }

    /// The version that a change is based on: the snapshot's, as long as the snapshot still shows
    /// what the person saw, else the one that was seen.
    fn expected_version(&self, mutation: &Mutation) -> Result<Option<Version>, StoreError> {
        let known = match &mutation.change {
            Change::User(change) => self
                .cache
                .user(change.user())?
                .map(|shown| (change.found_in(&shown.user), shown.user.version)),
            Change::Workspace(change) => self.cache.workspace(change.workspace())?.map(|shown| {
                let found = change.found_in(&shown.workspace);
                (found, shown.workspace.version)
            }),
            Change::Organization(change) => self
                .cache
                .organization()?
                .map(|known| (change.found_in(&known), known.version)),
        };
        Ok(match known {
            Some((found, version)) if found == mutation.change.was() => version,
            _ => mutation.version.clone(),
        })
    }
}
