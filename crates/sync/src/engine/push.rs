//! Sending what is due: marked before, judged after, several resources' changes at a time.

mod conclude;
mod launch;

use std::collections::{BTreeSet, HashSet, VecDeque};

use futures::stream::{FuturesUnordered, StreamExt};
use futures::{FutureExt, future::BoxFuture};
use rollcall_cache::{Ledger, StoreError};
use rollcall_model::{After, Mutation, MutationId, Resource, UserChange};
use tokio::time::Instant;

use self::conclude::Ending;
use super::Engine;
use super::listed::Listed;
use crate::error::SyncError;
use crate::order::has_come_true;
use crate::outcome::Asked;
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
    /// What has ended, and is not written down yet: its resource is busy until then.
    ended: Vec<Ending>,
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
            } else {
                self.write_down(push, &[])?;
            }
            if push.acknowledged.len() >= FOLLOW.max(push.listed.len() / FOLLOW_PART) {
                self.follow_push(push)?;
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
