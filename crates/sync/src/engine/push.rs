//! Sending what is due: marked before, judged after, several resources' changes at a time.

use std::collections::{BTreeSet, HashSet, VecDeque};

use futures::stream::{FuturesUnordered, StreamExt};
use futures::{FutureExt, future::BoxFuture};
use rollcall_cache::{Ended, Ledger, StoreError, Update};
use rollcall_model::{
    After, Change, Mutation, MutationId, MutationState, Resource, Settled, UserChange, Version,
};
use tokio::time::Instant;

use super::Engine;
use super::listed::Listed;
use super::session::Stuck;
use crate::error::SyncError;
use crate::order::has_come_true;
use crate::outcome::{Asked, Becomes, Decision, Then, after_look_up, after_sending};
use crate::plan::{self, Holds, Outbox, Task};
use crate::{Answered, LookedUp, RemoteError, SendOutcome, Topic};

/// So many resources' changes are on their way at once.
const WIDTH: usize = 8;
/// The snapshot follows after so many acknowledgements at the latest, or after this part of a long list:
/// each time the whole list is looked at.
const FOLLOW: usize = 64;
const FOLLOW_PART: usize = 32;

/// What a push did.
#[derive(Debug, Default)]
pub struct PushReport {
    /// Mutations that the server has now.
    pub applied: Vec<MutationId>,
    /// Refused ones.
    pub rejected: Vec<MutationId>,
    /// Those that a person must decide.
    pub conflicts: Vec<MutationId>,
    /// What ended it early: nothing more can be sent now.
    pub stopped: Option<RemoteError>,
}

/// What came back for one mutation.
enum Came {
    Sent(SendOutcome),
    Looked(Asked, Result<LookedUp, RemoteError>),
}

type Flight = BoxFuture<'static, (Mutation, Came)>;

/// One push under way.
#[derive(Default)]
struct Push {
    listed: Listed,
    /// What was due when the list was last looked through and is not taken up yet, at most one per resource:
    /// looking through it for every few that are sent would take a long list's length squared.
    due: VecDeque<Task>,
    busy: BTreeSet<Resource>,
    /// What was sent so far: what comes of it is waited for before it is sent again.
    sent: HashSet<MutationId>,
    flights: FuturesUnordered<Flight>,
    acknowledged: Vec<(Mutation, Option<Answered>)>,
    reflected: u64,
    report: PushReport,
}

impl Engine {
    /// Sends what is due, until nothing more is or nothing more can be sent.
    pub(crate) async fn push(&mut self) -> Result<PushReport, SyncError> {
        let mut push = Push::default();
        push.look_again(&self.ledger)?;
        let pushed = self.push_on(&mut push).await;
        // Where our own files fail, what is on its way is looked up later: given up now, it could arrive after
        // that.
        while push.flights.next().await.is_some() {}
        // Whatever ended it, the snapshot reflects what was acknowledged.
        let followed = self.follow_push(&mut push);
        self.lay_over()?;
        self.remember_server()?;
        self.tell(Topic::Outbox);
        self.tell(Topic::Users);
        pushed?;
        followed?;
        Ok(push.report)
    }

    async fn push_on(&mut self, push: &mut Push) -> Result<(), SyncError> {
        loop {
            self.take_wakes();
            if std::mem::take(&mut self.session.outbox_changed) {
                self.rebind()?;
                push.look_again(&self.ledger)?;
            }
            let goes_on = push.report.stopped.is_none() && !self.session.stopped && self.may_send();
            if goes_on && push.flights.len() <= WIDTH / 2 {
                self.launch(push)?;
            }
            let Some(first) = push.flights.next().await else {
                if push.acknowledged.is_empty() {
                    return Ok(());
                }
                // What waits for a user to be there is due once the snapshot shows them.
                self.follow_push(push)?;
                continue;
            };
            let mut came = vec![first];
            while let Some(Some(next)) = push.flights.next().now_or_never() {
                came.push(next);
            }
            self.conclude(push, came)?;
            if push.acknowledged.len() >= FOLLOW.max(push.listed.len() / FOLLOW_PART) {
                self.follow_push(push)?;
            }
        }
    }

    /// What the outbox asks for now, by what it lists.
    pub(crate) fn outbox<'a>(
        &self,
        listed: impl IntoIterator<Item = &'a Mutation> + Clone,
        now: Instant,
        busy: &BTreeSet<Resource>,
    ) -> Outbox {
        plan::outbox(
            listed,
            &Holds {
                now,
                released_at: &|id| self.releases.at(id),
                stuck_until: &|resource| self.session.stuck.get(resource).map(|stuck| stuck.until),
                busy,
                come_true: &|after| self.has_come_true(after),
            },
        )
    }

    /// Whether the snapshot says that what is awaited of a user has come true.
    fn has_come_true(&self, after: &After) -> bool {
        let shown = match self.cache.user(&after.user) {
            Ok(shown) => shown,
            Err(error) => {
                // Looked at again at the next step, and nothing is lost by waiting.
                tracing::warn!(%error, "could not look up a user whom a change waits for");
                None
            }
        };
        has_come_true(after, shown.as_ref().map(|shown| &shown.user))
    }

    /// Fills the free places: asks the policy again, marks as *sending*, sends.
    fn launch(&mut self, push: &mut Push) -> Result<(), StoreError> {
        loop {
            if push.due.is_empty() {
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
            self.refuse(push, refused)?;
            for mutation in look_up {
                self.look_up(push, mutation);
            }
            let ids: Vec<MutationId> = send.iter().map(|mutation| mutation.id).collect();
            if !ids.is_empty() {
                match self.ledger.mark_sending(&ids, self.clock.now()) {
                    Ok(marked) => self.send_marked(push, &send, marked)?,
                    Err(StoreError::Transition { .. }) => {
                        // Somebody took one back meanwhile: look again at what is there.
                        push.look_again(&self.ledger)?;
                        continue;
                    }
                    Err(error) => return Err(error),
                }
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
        let remote = std::sync::Arc::clone(&self.remote);
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
        let remote = std::sync::Arc::clone(&self.remote);
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

    /// Writes down what came back: all that ended in one commit.
    fn conclude(&mut self, push: &mut Push, came: Vec<(Mutation, Came)>) -> Result<(), StoreError> {
        let now = self.clock.now();
        let mut settled = Vec::new();
        for (mutation, came) in came {
            push.busy.remove(&mutation.change.resource());
            let decision = match came {
                Came::Sent(outcome) => after_sending(outcome),
                Came::Looked(asked, looked) => after_look_up(&mutation, asked, looked),
            };
            let Decision {
                becomes,
                answered,
                then,
            } = decision;
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
            match becomes {
                Becomes::Settled(outcome) => {
                    let added = match (&outcome, &answered) {
                        (Settled::Applied, Some(Answered::User(user))) => {
                            Some(Resource::User(user.id.clone()))
                        }
                        (Settled::Applied, Some(Answered::Workspace(workspace))) => {
                            Some(Resource::Workspace(workspace.id.clone()))
                        }
                        _ => None,
                    };
                    let added = added.filter(|_| mutation.change.adds());
                    let ended = Ended {
                        id: mutation.id,
                        settled: outcome,
                        added,
                    };
                    settled.push((mutation, ended, answered));
                }
                Becomes::Queued { why } => {
                    self.ledger.requeue(mutation.id, &why, now)?;
                    push.listed.replace(Mutation {
                        state: MutationState::Queued,
                        ..mutation
                    });
                    self.follow_found(answered)?;
                }
                Becomes::Unknown { why } => {
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
        if settled.is_empty() {
            return Ok(());
        }
        let ended: Vec<Ended> = settled.iter().map(|(_, ended, _)| ended.clone()).collect();
        push.reflected = self.ledger.settle(&ended, now)?;
        for (mut mutation, ended, answered) in settled {
            let resource = mutation.change.resource();
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
        }
        Ok(())
    }

    fn ended(&self, push: &mut Push, mutation: Mutation, settled: Settled) {
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
                self.cache.apply(&Update {
                    workspaces: &[*workspace],
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

    fn follow_push(&mut self, push: &mut Push) -> Result<(), StoreError> {
        if push.acknowledged.is_empty() {
            return Ok(());
        }
        let seats = |(mutation, _): &(Mutation, _)| {
            let change = mutation.change.of_user();
            change.is_some_and(UserChange::moves_a_seat)
        };
        // How many seats are left is told with the organization.
        self.session.organization_wanted |= push.acknowledged.iter().any(seats);
        self.follow(&push.acknowledged, push.reflected)?;
        push.acknowledged.clear();
        Ok(())
    }
}

impl Push {
    /// Reads anew what the outbox lists.
    fn look_again(&mut self, ledger: &Ledger) -> Result<(), StoreError> {
        self.listed = Listed::read(ledger)?;
        self.due.clear();
        Ok(())
    }
}
