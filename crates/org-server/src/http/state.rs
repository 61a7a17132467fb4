//! What every request needs, and where its work on the database is done.

use std::sync::Arc;

use jiff::Timestamp;
use rollcall_model::Clock;
use rollcall_scim::discovery::Offer;

use super::wrong_links::WrongLinks;
use crate::credential;
use crate::ids::Ids;
use crate::mail::Post;
use crate::query::Positions;
use crate::render::Setting;
use crate::store::Store;
use crate::store::organization::{self, Organization};
use crate::trouble::Trouble;

/// The server, as a request sees it.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) store: Store,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) ids: Ids,
    pub(crate) positions: Positions,
    pub(crate) post: Post,
    pub(crate) wrong_links: WrongLinks,
    /// The public base URL, without a slash at the end.
    pub(crate) base: String,
    pub(crate) offer: Offer,
}

impl State {
    /// The time by which a request is answered, to the millisecond: that is how it is kept.
    pub(crate) fn now(&self) -> Timestamp {
        let now = self.clock.now();
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    /// Base URL and time, for rendering.
    pub(crate) fn setting(&self) -> Setting<'_> {
        Setting {
            base: &self.base,
            now: self.now(),
        }
    }

    /// The organization.
    ///
    /// # Errors
    ///
    /// When the store fails, or the organization was deleted since the token was looked at.
    pub(crate) fn organization(&self, sql: &rusqlite::Connection) -> Result<Organization, Trouble> {
        match organization::find(sql)? {
            Some(found) => Ok(found),
            None => Err(credential::signed_out(sql)?.into()),
        }
    }

    /// Does work on the database where it may block. In memory it doesn't, and is done here and now,
    /// so that a simulation takes its steps in one order.
    pub(crate) async fn run<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Self) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        if self.store.is_in_memory() {
            return work(self);
        }
        let state = Arc::clone(self);
        match tokio::task::spawn_blocking(move || work(&state)).await {
            Ok(outcome) => outcome,
            Err(panicked) => Err(crate::store::StoreError::Damaged(panicked.to_string()).into()),
        }
    }
}
