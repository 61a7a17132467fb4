//! What *Send* lets go: those named, those before which they can't go, and what it asks of the person first.

use std::collections::HashSet;

use rollcall_language::say;
use rollcall_model::{Goes, Mutation, MutationId};

use crate::Failure;
use crate::depends::with_what_they_depend_on;
use crate::entry::change_words;
use crate::organization::Organization;
use crate::view::{Changes, Confirm};

/// See the file's head.
pub(crate) struct Going {
    /// In their order.
    pub(crate) ids: Vec<MutationId>,
    /// How many of them were not named: they must go first.
    pub(crate) first: usize,
    /// What must be typed first; `None` where nothing asks once more.
    pub(crate) confirm: Option<Confirm>,
}

impl Going {
    /// `listed` is all that the outbox lists.
    pub(crate) fn of(
        open: &Organization,
        listed: &[Mutation],
        changes: &Changes,
    ) -> Result<Self, Failure> {
        let named: HashSet<MutationId> = match changes {
            Changes::All => listed.iter().map(|mutation| mutation.id).collect(),
            some => some
                .mutations(open)?
                .iter()
                .map(|mutation| mutation.id)
                .collect(),
        };
        let ids = with_what_they_depend_on(listed, &named);
        let going: HashSet<MutationId> = ids.iter().copied().collect();
        let unconfirmed = listed.iter().filter(|mutation| {
            going.contains(&mutation.id) && mutation.goes == Goes::OnceConfirmed
        });
        let confirm = confirm(open, &unconfirmed.collect::<Vec<_>>())?;
        let first = going.difference(&named).count();
        Ok(Self {
            ids,
            first,
            confirm,
        })
    }
}

/// What must be typed before these go out.
fn confirm(open: &Organization, unconfirmed: &[&Mutation]) -> Result<Option<Confirm>, Failure> {
    Ok(match unconfirmed {
        [] => None,
        [one] => {
            let (name, address) = open.name_in(&one.change)?;
            Some(Confirm {
                reason: say!(
                    "going-risky",
                    name = name,
                    words = change_words(&one.change, &open.subject_of(&one.change)?)
                ),
                text: if address.is_empty() { name } else { address },
            })
        }
        many => Some(Confirm {
            reason: say!("going-risky-many", count = many.len()),
            text: many.len().to_string(),
        }),
    })
}
