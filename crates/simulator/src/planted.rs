//! Mistakes to be found: each is put in where the engine takes its surroundings from outside, so that
//! the product's own code holds none of them.

use rollcall_cache::NewMutation;
use rollcall_model::{Change, Found, Mutation, Resource, UserChange, WorkspaceChange, WorkspaceId};
use rollcall_sync::{LookedUp, RemoteError, SendOutcome};

/// A mistake that is planted on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bug {
    /// *Queued* is said before the commit, which a crash can then prevent.
    QueuedBeforeCommit,
    /// What may have arrived is sent again without looking.
    NoLookUp,
    /// What was being sent when the program ended is taken for not sent.
    SendingIsQueued,
    /// 401 is taken for a refusal of the change.
    UnauthorizedRejects,
    /// 429 and 503 are taken for a refusal of the change.
    BusyRejects,
    /// A captive portal's page is taken for success.
    PortalApplies,
    /// 404 is taken for success, whatever was asked for.
    GoneApplies,
    /// The new user's id doesn't reach what waits for it.
    DependentsLost,
    /// Every write is based on whatever stands there now.
    NoComparison,
    /// The delta token moves on, and what came with it is dropped.
    DeltaWithoutData,
    /// A page that can't be read is taken for the end of the list.
    BrokenPageEndsTheList,
    /// The policy is not asked again before sending.
    PolicyNotAsked,
    /// Another sign-in is taken for the one before.
    AnyAccountSends,
    /// A filter that finds nobody is believed when an addition is looked up.
    NobodyIsBelieved,
    /// Who loses the cache loses the outbox with it.
    OutboxGoesWithTheCache,
    /// What is queued is not laid over the list.
    NotLaidOver,
    /// Access to a new workspace doesn't say whose creation it waits for.
    AccessNotTied,
    /// A workspace of the same name is taken for the one that was to be created.
    NameIsOurs,
    /// Every write to a workspace or the organization is based on whatever stands there now.
    NoComparisonElsewhere,
    /// The workspaces' delta token moves on, and what came with it is dropped.
    WorkspacesWithoutData,
}

impl Bug {
    /// All of them.
    pub const ALL: [Self; 20] = [
        Self::QueuedBeforeCommit,
        Self::NoLookUp,
        Self::SendingIsQueued,
        Self::UnauthorizedRejects,
        Self::BusyRejects,
        Self::PortalApplies,
        Self::GoneApplies,
        Self::DependentsLost,
        Self::NoComparison,
        Self::DeltaWithoutData,
        Self::BrokenPageEndsTheList,
        Self::PolicyNotAsked,
        Self::AnyAccountSends,
        Self::NobodyIsBelieved,
        Self::OutboxGoesWithTheCache,
        Self::NotLaidOver,
        Self::AccessNotTied,
        Self::NameIsOurs,
        Self::NoComparisonElsewhere,
        Self::WorkspacesWithoutData,
    ];

    /// Its name, for people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::QueuedBeforeCommit => "queued is said before the commit",
            Self::NoLookUp => "no look-up after an unknown outcome",
            Self::SendingIsQueued => "sending becomes queued at start-up",
            Self::UnauthorizedRejects => "401 rejects the change",
            Self::BusyRejects => "429 and 503 reject the change",
            Self::PortalApplies => "a captive portal's page is success",
            Self::GoneApplies => "404 is success for every change",
            Self::DependentsLost => "dependents don't get the new user's id",
            Self::NoComparison => "neither version nor value is compared",
            Self::DeltaWithoutData => "the delta token moves without its data",
            Self::BrokenPageEndsTheList => "a broken page ends the list",
            Self::PolicyNotAsked => "the policy is not asked again",
            Self::AnyAccountSends => "another account sends what waits",
            Self::NobodyIsBelieved => "a false zero hit is believed",
            Self::OutboxGoesWithTheCache => "the outbox goes with the cache",
            Self::NotLaidOver => "what is queued is not laid over the list",
            Self::AccessNotTied => "access doesn't wait for its new workspace",
            Self::NameIsOurs => "a workspace of the same name is taken for ours",
            Self::NoComparisonElsewhere => "a workspace and the organization are not compared",
            Self::WorkspacesWithoutData => "the workspaces' delta token moves without its data",
        }
    }

    /// What is queued of what somebody asks for.
    pub(crate) fn asked(self, asked: &mut NewMutation) {
        if let (Self::AccessNotTied, Change::User(change)) = (self, &mut asked.change)
            && let Some(creation) = change.workspace().and_then(WorkspaceId::added_by)
        {
            change.set_workspace(WorkspaceId::new(creation.to_string()));
        }
    }

    /// Whether a write to this is based on what was seen, and not on whatever stands there.
    pub(crate) fn compares(self, resource: &Resource) -> bool {
        match resource {
            Resource::User(_) => self != Self::NoComparison,
            Resource::Workspace(_) | Resource::Organization => self != Self::NoComparisonElsewhere,
        }
    }

    /// What the engine is told of a change that was sent.
    pub(crate) fn sent(self, mutation: &Mutation, outcome: SendOutcome) -> SendOutcome {
        let adds = mutation.change.adds();
        match (self, outcome) {
            (Self::NoLookUp, SendOutcome::Unknown(error)) => SendOutcome::NotSent(error),
            (Self::UnauthorizedRejects, SendOutcome::Unauthorized) => rejected(),
            (Self::BusyRejects, SendOutcome::Wait(_)) => rejected(),
            (
                Self::PortalApplies,
                SendOutcome::Unknown(RemoteError::NotOurNetwork)
                | SendOutcome::NotSent(RemoteError::NotOurNetwork),
            )
            | (Self::GoneApplies, SendOutcome::Gone) => SendOutcome::Applied { answered: None },
            (Self::DependentsLost, SendOutcome::Applied { .. }) if adds => {
                SendOutcome::Applied { answered: None }
            }
            (_, outcome) => outcome,
        }
    }

    /// What the engine is told of a look.
    pub(crate) fn looked_up(self, change: &Change, looked: LookedUp) -> LookedUp {
        match (self, change) {
            (Self::NobodyIsBelieved, Change::User(UserChange::AddUser { .. })) => LookedUp {
                found: Found::Gone,
                answered: None,
            },
            (Self::DependentsLost, Change::User(UserChange::AddUser { .. })) => LookedUp {
                answered: None,
                ..looked
            },
            (Self::NameIsOurs, Change::Workspace(WorkspaceChange::CreateWorkspace { .. }))
                if looked.found == Found::Taken =>
            {
                LookedUp {
                    found: Found::Added,
                    ..looked
                }
            }
            _ => looked,
        }
    }
}

fn rejected() -> SendOutcome {
    SendOutcome::Rejected {
        reason: "The server refused this.".to_owned(),
    }
}
