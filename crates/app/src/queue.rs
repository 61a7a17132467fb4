//! Decides and makes durable, with nothing in between; then hands on to be sent. Every use case that
//! asks for a change goes through here.

use std::time::Duration;

use rollcall_cache::{Enqueued, NewMutation, Operation, Replaced};
use rollcall_model::{Change, ConnectionId, Goes, Mutation, MutationId, OperationId, Version};
use rollcall_sync::list_notes;

use crate::home::unknown_organization;
use crate::organization::{Accepts, Organization, lock};
use crate::receipt::receipt;
use crate::said::said;
use crate::view::{Receipt, Topic};
use crate::{App, Failure};

/// What is answered differently once a change waits, or waits no more: it is laid over what is shown.
pub(crate) const MADE_OR_TAKEN_BACK: [Topic; 4] = [
    Topic::Users,
    Topic::Outbox,
    Topic::Session,
    Topic::Organization,
];

/// What a use case makes of a wish, after it has asked the policy.
pub(crate) enum Decided {
    /// There is nothing to do; why, as a sentence.
    Nothing {
        /// The sentence.
        message: String,
    },
    /// To be queued together.
    Changes {
        /// In the order in which they are to be sent.
        mutations: Vec<NewMutation>,
        /// Earlier ones that go in the same commit.
        replaces: Vec<Replaced>,
    },
}

/// What became of it.
enum Queued {
    Nothing(String),
    Now(Vec<Mutation>),
    /// It was delivered before.
    Before(Vec<Mutation>),
}

impl App {
    /// Queues what `decide` makes of a wish. `undo` is how long it can be taken back before it is
    /// sent; `None` sends at once and waits for the answer. Delivered twice, it is queued once.
    ///
    /// # Errors
    /// Those of `decide`; `held_by` when another program writes; `other_account` while another user's
    /// changes wait; in a session that keeps nothing also `not_sent`; `offline_*` for a token that the
    /// server was never asked about. Nothing is queued then.
    pub(crate) async fn queue(
        &self,
        organization: ConnectionId,
        operation: OperationId,
        undo: Option<Duration>,
        decide: impl FnOnce(&Organization) -> Result<Decided, Failure>,
    ) -> Result<Receipt, Failure> {
        let open = self.writer(organization).await?;
        open.refuse_if_deleted()?;
        self.refuse_offline_session(&open)?;
        self.refuse_beside_others(&open).await?;
        match self.decide_and_keep(&open, operation, decide)? {
            Queued::Nothing(message) => Ok(Receipt {
                operation: operation.to_string(),
                queued: 0,
                applied: 0,
                message,
            }),
            Queued::Before(mutations) => receipt(&open, operation, &mutations),
            Queued::Now(mutations) => self.deliver(&open, operation, &mutations, undo).await,
        }
    }

    /// The decision and the commit, under one lock: two changes at once can't both rest on the same
    /// last Admin.
    fn decide_and_keep(
        &self,
        open: &Organization,
        id: OperationId,
        decide: impl FnOnce(&Organization) -> Result<Decided, Failure>,
    ) -> Result<Queued, Failure> {
        let accepts = lock(&open.saving);
        if *accepts == Accepts::Nothing {
            return Err(unknown_organization());
        }
        let before = open.ledger.operation(id)?;
        if !before.is_empty() {
            return Ok(Queued::Before(before));
        }
        let (mut mutations, replaces) = match decide(open)? {
            Decided::Nothing { message } => return Ok(Queued::Nothing(message)),
            Decided::Changes {
                mutations,
                replaces,
            } => (mutations, replaces),
        };
        self.ask_once_more(open, &mut mutations)?;
        let actor = open.actor()?.and_then(|actor| actor.id);
        let said = said(open, &mutations)?;
        let queued = open.ledger.enqueue(&Operation {
            id,
            mutations,
            replaces,
            actor: actor.map(|id| id.as_str().to_owned()),
            said,
            made_at: self.now(),
            seen_at: list_notes(&open.cache)?.as_of,
        })?;
        open.lay_over();
        self.tell_stale(open.id, &MADE_OR_TAKEN_BACK);
        Ok(match queued {
            Enqueued::Now(mutations) => Queued::Now(mutations),
            Enqueued::Before(mutations) => Queued::Before(mutations),
        })
    }
}

/// A change to be queued that waits for nothing but its turn.
pub(crate) fn new_mutation(change: impl Into<Change>, version: Option<Version>) -> NewMutation {
    NewMutation {
        id: MutationId::random(),
        change: change.into(),
        version,
        after: None,
        goes: Goes::ByItself,
    }
}
