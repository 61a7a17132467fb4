//! Whom the snapshot holds: the ids that a walk is compared with.

use std::collections::BTreeSet;

use rollcall_cache::{Cache, StoreError, UserQuery};
use rollcall_model::UserId;

/// Ids that are read from the cache at once.
const PAGE: u32 = 5_000;

/// The ids of the server's users who answer a query. Those who are still to be added are no users of
/// the server.
pub(super) fn known_ids(cache: &Cache, query: &UserQuery) -> Result<BTreeSet<UserId>, StoreError> {
    let mut known = BTreeSet::new();
    let mut after = None;
    loop {
        let page = cache.page_after(query, after.as_ref(), PAGE)?;
        let ids = page.rows.into_iter().map(|row| row.id);
        known.extend(ids.filter(|id| id.added_by().is_none()));
        match page.next {
            Some(next) => after = Some(next),
            None => return Ok(known),
        }
    }
}
