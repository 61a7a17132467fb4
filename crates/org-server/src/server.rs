//! The server as its owner sees it: opened on a folder or in memory, filled, given tokens, served.

use std::future::Future;
use std::sync::Arc;

use axum::Router;
use axum::serve::Listener;
use jiff::Timestamp;
use rollcall_model::Clock;
use rollcall_scim::bulk::Limits;
use rollcall_scim::discovery::Offer;

use crate::billing::BillingError;
use crate::http::{self, Named, Origin, State};
use crate::ids::{Ids, Randomness};
use crate::mail::{Delivery, Invitations, Mailbox, Post, postman};
use crate::query::Positions;
use crate::store::audit::AuditLine;
use crate::store::{DataPlace, Store, StoreError, audit, tombstones};

/// The largest page, unless the operator says otherwise.
const PAGE_CAP: u64 = 1_000;

/// The page when the client names no size.
const DEFAULT_PAGE: u64 = 100;

/// The most operations in one Bulk request.
const BULK_OPERATIONS: usize = 1_000;

/// How a server presents itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The base URL that clients use, as it stands in `meta.location`; a slash at its end is dropped.
    pub public_url: String,
    /// The largest page that is answered, whatever a client asks for; at least 1.
    pub page_cap: u64,
    /// Where ids and tokens come from.
    pub randomness: Randomness,
    /// How invitations are sent.
    pub invitations: Invitations,
}

impl Settings {
    /// The usual settings at this base URL. No e-mail is sent by them.
    #[must_use]
    pub fn new(public_url: impl Into<String>) -> Self {
        Self {
            public_url: public_url.into(),
            page_cap: PAGE_CAP,
            randomness: Randomness::System,
            invitations: Invitations::by(Delivery::None),
        }
    }
}

/// Why a server could not be opened, filled or served.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The operating system gave no randomness.
    #[error("could not get randomness for ids and tokens")]
    Randomness(#[source] getrandom::Error),
    /// There is an organization already.
    #[error("this data folder holds an organization already")]
    AlreadyFounded,
    /// Nobody has this user name.
    #[error("there is no user {0}")]
    NoSuchUser(String),
    /// The user may not sign in.
    #[error("{0} is suspended: reactivate the user first")]
    Suspended(String),
    /// Something about money.
    #[error(transparent)]
    Billing(#[from] BillingError),
    /// The connection could not be served.
    #[error("could not serve")]
    Serve(#[source] std::io::Error),
}

/// The server of one organization. Clones serve the same.
#[derive(Debug, Clone)]
pub struct OrgServer {
    pub(crate) state: Arc<State>,
}

impl OrgServer {
    /// Opens the organization's data, made where it is missing.
    ///
    /// # Errors
    ///
    /// When the folder or the database can't be used, or was written by a newer program.
    pub fn open(
        place: &DataPlace,
        clock: Arc<dyn Clock>,
        settings: &Settings,
    ) -> Result<Self, ServerError> {
        let store = Store::open(place)?;
        let forgotten = clock
            .now()
            .saturating_sub(http::DELTA_LASTS)
            .unwrap_or(Timestamp::MIN);
        store.write::<_, StoreError>(|sql| tombstones::forget_before(sql, forgotten))?;
        let page_cap = settings.page_cap.max(1);
        let base = settings.public_url.trim_end_matches('/').to_owned();
        let state = State {
            store,
            clock,
            ids: Ids::new(settings.randomness).map_err(ServerError::Randomness)?,
            positions: Positions::default(),
            post: Post::new(settings.invitations.clone(), &base),
            wrong_links: http::WrongLinks::default(),
            base,
            offer: Offer {
                bulk: Limits {
                    max_operations: BULK_OPERATIONS,
                    max_payload: http::LARGEST_BODY,
                },
                max_page: page_cap,
                default_page: DEFAULT_PAGE.min(page_cap),
                cursor_seconds: None,
                delta_token_seconds: http::DELTA_LASTS.as_secs().unsigned_abs(),
                documentation: None,
            },
        };
        Ok(Self {
            state: Arc::new(state),
        })
    }

    /// The audit's lines after `seq`, oldest first; at most `limit` of them.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn audit_after(&self, seq: i64, limit: u32) -> Result<Vec<AuditLine>, ServerError> {
        let limit = i64::from(limit);
        Ok(self
            .state
            .store
            .read::<_, StoreError>(|sql| audit::after(sql, seq, limit))?)
    }

    /// What was sent by [`Delivery::Memory`].
    #[must_use]
    pub fn mailbox(&self) -> Mailbox {
        self.state.post.mailbox().clone()
    }

    /// Everything that the server answers, as a service that needs no socket. Nothing is sent by it:
    /// invitations wait until the server is [served](Self::serve).
    pub fn router(&self) -> Router {
        http::router(Arc::clone(&self.state))
    }

    /// Serves connections until `shutdown` is ready, then finishes what is under way. Sends invitations
    /// meanwhile.
    ///
    /// # Errors
    ///
    /// When the listener fails.
    pub async fn serve<L>(
        &self,
        listener: L,
        shutdown: impl Future<Output = ()> + Send + 'static,
    ) -> Result<(), ServerError>
    where
        L: Listener,
        L::Addr: std::fmt::Display,
    {
        let service = self
            .router()
            .into_make_service_with_connect_info::<Origin>();
        let serving = axum::serve(Named(listener), service).with_graceful_shutdown(shutdown);
        tokio::select! {
            served = serving => served.map_err(ServerError::Serve),
            never = postman::run(Arc::clone(&self.state)) => match never {},
        }
    }
}
