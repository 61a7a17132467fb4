//! One change that an administrator asked for, from the moment it is durable.

use jiff::Timestamp;

use crate::{Change, Found, MutationId, OperationId, Resource, UserId, Version};

/// A mutation as the ledger keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mutation {
    /// Its own id.
    pub id: MutationId,
    /// Its place in the order, from 1: where it was queued, or where it was moved to. No two have the same.
    /// Time is not trusted for this.
    pub sequence: u64,
    /// The press of *Save* that it came with; mutations of one operation are shown as one.
    pub operation: OperationId,
    /// What is asked for, and what was seen.
    pub change: Change,
    /// The resource's version that the person saw; `None` where the server gives none.
    pub version: Option<Version>,
    /// What must have become of another user before it may be sent.
    pub after: Option<After>,
    /// When it was made, by this machine's clock.
    pub made_at: Timestamp,
    /// The time of the list on which it was made.
    pub seen_at: Option<Timestamp>,
    /// How often it was sent.
    pub attempts: u32,
    /// Where it stands.
    pub state: MutationState,
    /// Whose word it needs while it is queued.
    pub goes: Goes,
}

/// Whose word a queued mutation needs before it may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Goes {
    /// Nobody's: it goes out when it has its turn.
    #[default]
    ByItself,
    /// A person's *Send*: it was queued while everything is held.
    WhenSent,
    /// A person's second word: it is risky, and was decided without the server or on an old list.
    OnceConfirmed,
}

impl Goes {
    /// The name in the ledger.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ByItself => "by_itself",
            Self::WhenSent => "when_sent",
            Self::OnceConfirmed => "once_confirmed",
        }
    }

    /// Reads a name given by [`Goes::as_str`].
    #[must_use]
    pub fn from_name(text: &str) -> Option<Self> {
        [Self::ByItself, Self::WhenSent, Self::OnceConfirmed]
            .into_iter()
            .find(|goes| goes.as_str() == text)
    }
}

/// What a mutation waits for besides its turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct After {
    /// The user whom an earlier mutation adds: a placeholder until then.
    pub user: UserId,
    /// What must have become of them.
    pub awaited: Awaited,
}

impl After {
    /// Puts the server's id in the place of a placeholder, where it is this one.
    pub fn name_added(&mut self, placeholder: &Resource, added: &Resource) {
        if let (Resource::User(placeholder), Resource::User(added)) = (placeholder, added)
            && self.user == *placeholder
        {
            self.user = added.clone();
        }
    }
}

/// See [`After`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaited {
    /// They were added, with everything that was asked for with them.
    Added,
    /// They have accepted their invitation too: a matter of days, not of the network.
    Accepted,
}

impl Awaited {
    /// The name in the ledger.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Accepted => "accepted",
        }
    }

    /// Reads a name given by [`Awaited::as_str`].
    #[must_use]
    pub fn from_name(text: &str) -> Option<Self> {
        [Self::Added, Self::Accepted]
            .into_iter()
            .find(|awaited| awaited.as_str() == text)
    }
}

/// Where a mutation stands. `Queued → Sending → …`; found in `Sending` at start-up, it becomes
/// `Unknown`, never `Queued`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MutationState {
    /// Durable, not sent.
    Queued,
    /// On its way.
    Sending,
    /// Sent, and no answer: to be looked up before it may be sent again.
    Unknown,
    /// At its end.
    Settled(Settled),
}

/// How a mutation ended, or what it needs a person for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// The server has it.
    Applied,
    /// The server, or the policy asked again before sending, refused it; in words for people.
    Rejected {
        /// The sentence, as the server or the policy gave it.
        reason: String,
    },
    /// Something else stands there now; a person decides.
    Conflict {
        /// What the server has.
        found: Found,
    },
    /// A person took it back.
    Cancelled,
}

/// What the row of a user or a workspace shows of the changes that wait on it; the most urgent wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Intent {
    /// Queued.
    Waiting,
    /// On its way, or being looked up.
    Sending,
    /// In conflict.
    NeedsYou,
    /// Refused, and not dropped yet.
    Rejected,
}

impl Intent {
    /// The name on the wire to the interface, and in the cache.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::NeedsYou => "needs_you",
            Self::Rejected => "rejected",
        }
    }
}

impl Mutation {
    /// What the resource's row shows of it; `None` once nothing is open.
    #[must_use]
    pub fn intent(&self) -> Option<Intent> {
        match &self.state {
            MutationState::Queued => Some(Intent::Waiting),
            MutationState::Sending | MutationState::Unknown => Some(Intent::Sending),
            MutationState::Settled(Settled::Conflict { .. }) => Some(Intent::NeedsYou),
            MutationState::Settled(Settled::Rejected { .. }) => Some(Intent::Rejected),
            MutationState::Settled(Settled::Applied | Settled::Cancelled) => None,
        }
    }

    /// Whether it waits for an acceptance: it is no change that waits to be sent, and is counted apart.
    #[must_use]
    pub fn awaits_acceptance(&self) -> bool {
        self.state == MutationState::Queued
            && self
                .after
                .as_ref()
                .is_some_and(|after| after.awaited == Awaited::Accepted)
    }

    /// Whether it waits to be sent or for its answer: what people are told to be waiting.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.is_open() && !self.awaits_acceptance()
    }

    /// Whether it was refused or is in conflict: a person decides.
    #[must_use]
    pub fn needs_you(&self) -> bool {
        matches!(
            self.state,
            MutationState::Settled(Settled::Rejected { .. } | Settled::Conflict { .. })
        )
    }

    /// Whether it stays here until a person says that it may go out.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.state == MutationState::Queued && self.goes != Goes::ByItself
    }

    /// Whether its wanted value is laid over the snapshot: while it may still come true.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.state, MutationState::Settled(_))
    }
}
