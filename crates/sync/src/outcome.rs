//! What becomes of a mutation by what the server answered: the table, and nothing else.

use rollcall_language::{for_the_record, say};
use rollcall_model::{Change, Found, Mutation, Settled, Standing, UserChange, WorkspaceChange};

use crate::{Answered, LookedUp, RemoteError, SendOutcome};

/// So often a change that the server refuses as *based on something old*, while nothing has changed,
/// is sent anew.
const REBASES: u32 = 5;

/// What becomes of a mutation, and of the rest.
#[derive(Debug)]
pub(crate) struct Decision {
    pub(crate) becomes: Becomes,
    /// The resource as the server showed it along the way.
    pub(crate) answered: Option<Answered>,
    pub(crate) then: Then,
}

/// Where the mutation stands from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Becomes {
    /// At its end.
    Settled(Settled),
    /// Surely not done: to be sent again.
    Queued {
        /// For the journal.
        why: String,
    },
    /// Perhaps done: to be looked up.
    Unknown {
        /// For the journal.
        why: String,
    },
}

/// What the answer means for everything else that waits.
#[derive(Debug)]
pub(crate) enum Then {
    /// Nothing.
    GoOn,
    /// This resource's turn comes later.
    Hold,
    /// Nothing can be sent now.
    Stop(RemoteError),
}

/// Why a mutation was looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// The server said that something else stands there.
    Changed,
    /// It was sent a moment ago, and nobody knows whether it was done.
    Unknown,
    /// The same, since a while.
    LongUnknown,
}

impl Decision {
    fn new(becomes: Becomes, then: Then) -> Self {
        Self {
            becomes,
            answered: None,
            then,
        }
    }

    fn settled(settled: Settled) -> Self {
        Self::new(Becomes::Settled(settled), Then::GoOn)
    }
}

/// After sending. [`SendOutcome::Changed`] is looked up first, and then judged by [`after_look_up`].
pub(crate) fn after_sending(outcome: SendOutcome) -> Decision {
    match outcome {
        SendOutcome::Applied { answered } => Decision {
            answered,
            ..Decision::settled(Settled::Applied)
        },
        SendOutcome::Rejected { reason } => Decision::settled(Settled::Rejected { reason }),
        SendOutcome::Gone => Decision::settled(Settled::Conflict { found: Found::Gone }),
        SendOutcome::NotSent(error) => {
            let why = error.code().to_owned();
            let then = if concerns_everything(&error) {
                Then::Stop(error)
            } else {
                Then::Hold
            };
            Decision::new(Becomes::Queued { why }, then)
        }
        SendOutcome::Unauthorized => {
            let error = RemoteError::Unauthorized;
            Decision::new(
                Becomes::Queued {
                    why: error.code().to_owned(),
                },
                Then::Stop(error),
            )
        }
        SendOutcome::Wait(wait) => {
            let error = RemoteError::Busy { wait };
            Decision::new(
                Becomes::Queued {
                    why: error.code().to_owned(),
                },
                Then::Stop(error),
            )
        }
        SendOutcome::Unknown(error) => unknown(error),
        SendOutcome::Changed => Decision::new(
            Becomes::Unknown {
                why: "changed".to_owned(),
            },
            Then::GoOn,
        ),
    }
}

/// After looking.
pub(crate) fn after_look_up(
    mutation: &Mutation,
    asked: Asked,
    looked: Result<LookedUp, RemoteError>,
) -> Decision {
    let looked = match looked {
        Ok(looked) => looked,
        Err(error) => {
            let why = error.code().to_owned();
            let then = if concerns_everything(&error) {
                Then::Stop(error)
            } else {
                Then::Hold
            };
            return Decision::new(Becomes::Unknown { why }, then);
        }
    };
    let (becomes, then) = match (mutation.change.judge(&looked.found), asked) {
        (Standing::Done, _) => (Becomes::Settled(Settled::Applied), Then::GoOn),
        (Standing::Elsewise, _) => {
            let found = looked.found;
            (Becomes::Settled(Settled::Conflict { found }), Then::GoOn)
        }
        // Something else about the resource changed: the same change, based on what is there now. What is
        // to be created is based on nothing.
        (Standing::Untouched, Asked::Changed)
            if mutation.attempts < REBASES && !creates(&mutation.change) =>
        {
            (
                Becomes::Queued {
                    why: "rebased".to_owned(),
                },
                Then::GoOn,
            )
        }
        (Standing::Untouched, Asked::Changed) => {
            let reason = for_the_record(|| match mutation.change {
                Change::User(UserChange::AddUser { .. }) => {
                    say!("faults-address-taken-unseen")
                }
                Change::Workspace(WorkspaceChange::CreateWorkspace { .. }) => {
                    say!("faults-name-taken-unseen")
                }
                Change::User(_) => {
                    say!("faults-user-changed-unseen")
                }
                Change::Workspace(_) | Change::Organization(_) => {
                    say!("faults-changed-unseen")
                }
            });
            (Becomes::Settled(Settled::Rejected { reason }), Then::GoOn)
        }
        (Standing::Untouched, Asked::Unknown | Asked::LongUnknown) => (
            Becomes::Queued {
                why: "not_done".to_owned(),
            },
            if asked == Asked::Unknown {
                Then::Hold
            } else {
                Then::GoOn
            },
        ),
    };
    Decision {
        becomes,
        answered: looked.answered,
        then,
    }
}

fn creates(change: &Change) -> bool {
    matches!(
        change,
        Change::User(UserChange::AddUser { .. })
            | Change::Workspace(WorkspaceChange::CreateWorkspace { .. })
    )
}

fn unknown(error: RemoteError) -> Decision {
    let why = error.code().to_owned();
    let then = if error.is_offline() {
        Then::Stop(error)
    } else {
        Then::GoOn
    };
    Decision::new(Becomes::Unknown { why }, then)
}

/// Whether the next request would fail the same way, whoever it is about.
fn concerns_everything(error: &RemoteError) -> bool {
    error.is_offline()
        || matches!(
            error,
            RemoteError::Unauthorized | RemoteError::Busy { .. } | RemoteError::Redirected { .. }
        )
}

#[cfg(test)]
mod tests;
