//! Finds the changes of the outbox that a person meant.

use rollcall_model::{Mutation, MutationId};

use crate::Failure;
use crate::organization::Organization;
use crate::outbox::part;
use crate::take_back::unknown_change;
use crate::view::Changes;

impl Changes {
    /// These and no others.
    #[must_use]
    pub fn of(ids: &[MutationId]) -> Self {
        Self::Ids {
            ids: ids.iter().map(MutationId::to_string).collect(),
        }
    }

    /// The mutations as they stand, in order.
    pub(crate) fn mutations(&self, open: &Organization) -> Result<Vec<Mutation>, Failure> {
        match self {
            Self::All => Ok(open.ledger.listed()?),
            Self::Ids { ids } => ids
                .iter()
                .map(|id| {
                    open.ledger
                        .mutation(id.parse()?)?
                        .ok_or_else(unknown_change)
                })
                .collect(),
            Self::Operation {
                operation,
                part: asked,
            } => {
                let mut mutations = open.ledger.operation(operation.parse()?)?;
                mutations.retain(|mutation| asked.is_none_or(|asked| part(mutation) == asked));
                Ok(mutations)
            }
        }
    }
}
