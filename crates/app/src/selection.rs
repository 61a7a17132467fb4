//! Reads whom a person selected: page after page, each once, waiting changes laid over them.

use std::collections::HashSet;

use rollcall_cache::ShownUser;
use rollcall_model::{Timestamp, UserId};

use crate::Failure;
use crate::organization::Organization;
use crate::query::asked;
use crate::view::Selection;

/// So many users are in memory together.
const PAGE: u32 = 1_000;

/// A user who was selected.
pub(crate) enum Picked {
    /// In the list.
    Here(Box<ShownUser>),
    /// Not any more.
    Gone(UserId),
}

impl Selection {
    /// Hands over each user, in order.
    pub(crate) fn each(
        &self,
        open: &Organization,
        now: Timestamp,
        mut hand_over: impl FnMut(Picked) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        match self {
            Self::Ids { ids } => {
                let mut seen = HashSet::new();
                let mut wanted = Vec::with_capacity(ids.len());
                for id in ids {
                    let id = open.added_as(&UserId::new(id))?;
                    if seen.insert(id.clone()) {
                        wanted.push(id);
                    }
                }
                for page in wanted.chunks(PAGE as usize) {
                    let mut found = open.cache.users(page)?.into_iter().peekable();
                    for id in page {
                        hand_over(match found.next_if(|shown| shown.user.id == *id) {
                            Some(shown) => Picked::Here(Box::new(shown)),
                            None => Picked::Gone(id.clone()),
                        })?;
                    }
                }
            }
            Self::All { query, except } => {
                let query = asked(query, now);
                // A user whom a change moves in the order meanwhile may come twice.
                let mut seen: HashSet<UserId> = except.iter().map(UserId::new).collect();
                let mut after = None;
                loop {
                    let page = open.cache.page_after(&query, after.as_ref(), PAGE)?;
                    let ids: Vec<UserId> = page
                        .rows
                        .into_iter()
                        .map(|row| row.id)
                        .filter(|id| seen.insert(id.clone()))
                        .collect();
                    for shown in open.cache.users(&ids)? {
                        hand_over(Picked::Here(Box::new(shown)))?;
                    }
                    after = page.next;
                    if after.is_none() {
                        break;
                    }
                }
            }
        }
        Ok(())
    }
}
