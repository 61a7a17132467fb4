//! The seats that are left, by what the server last said and what waits here; while decisions on many users
//! follow each other, as if the earlier ones were done.

use rollcall_model::{Change, UserChange};
use rollcall_policy as policy;

use crate::Failure;
use crate::organization::Organization;
use crate::row::count;

/// What the subscription says to one more user.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seats {
    says: policy::Seats,
    /// How many are left; `None` where there is no limit, or it isn't known.
    left: Option<u32>,
}

impl Seats {
    /// As it stands now: who waits to be added or reactivated has a seat already. Who waits to be deleted
    /// still has theirs.
    pub(crate) fn now(open: &Organization) -> Result<Self, Failure> {
        let Some(known) = open.cache.organization()? else {
            return Ok(Self {
                says: policy::Seats::NotKnown,
                left: None,
            });
        };
        let waiting = open.ledger.open_mutations()?;
        let takes = |change: &Change| change.of_user().is_some_and(takes_a_seat);
        let taken = waiting.iter().filter(|each| takes(&each.change)).count();
        Ok(Self {
            says: policy::Seats::of(&known),
            left: known
                .free_seats
                .map(|free| count(free).saturating_sub(count(taken))),
        })
    }

    /// What it says to one more.
    pub(crate) fn says(self) -> policy::Seats {
        match (self.says, self.left) {
            (policy::Seats::Free, Some(0)) => policy::Seats::Taken,
            (says, _) => says,
        }
    }

    /// How many more there is a seat for; `None` for any number, or where that isn't known.
    pub(crate) fn left(self) -> Option<u32> {
        self.left
    }

    /// Counts on as if these changes to a user were done.
    pub(crate) fn after(&mut self, changes: &[UserChange]) {
        let taken = changes.iter().filter(|change| takes_a_seat(change)).count();
        self.left = self.left.map(|left| left.saturating_sub(count(taken)));
    }
}

fn takes_a_seat(change: &UserChange) -> bool {
    matches!(
        change,
        UserChange::AddUser { .. } | UserChange::Reactivate { .. }
    )
}
