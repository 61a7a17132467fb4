//! The server as its owner sees it: opened on a folder or in memory, filled, given tokens, served.

use std::future::Future;
use std::sync::Arc;

use axum::Router;
use axum::serve::Listener;
use jiff::Timestamp;
use rollcall_model::{Clock, InvitationStatus, Role, Token};
use rollcall_scim::bulk::Limits;
use rollcall_scim::discovery::Offer;

use crate::credential;
use crate::demo::{self, Demo};
use crate::http::{self, Named, Origin, State};
use crate::ids::{Ids, Randomness};
use crate::query::Positions;
use crate::store::audit::AuditLine;
use crate::store::organization::{self, Organization};
use crate::store::tokens::IssuedToken;
use crate::store::users::{self, InvitationRow, UserRow};
use crate::store::{DataPlace, Store, StoreError, audit, counters, tokens, tombstones};

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
}

impl Settings {
    /// The usual settings at this base URL.
    #[must_use]
    pub fn new(public_url: impl Into<String>) -> Self {
        Self {
            public_url: public_url.into(),
            page_cap: PAGE_CAP,
            randomness: Randomness::System,
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
    /// The connection could not be served.
    #[error("could not serve")]
    Serve(#[source] std::io::Error),
}

/// A fresh token for the longest-standing user of a role.
#[derive(Debug, Clone)]
pub struct RoleToken {
    /// The role.
    pub role: Role,
    /// The user who acts by it.
    pub user_name: String,
    /// The token; it is shown once and kept nowhere.
    pub token: Token,
}

/// The server of one organization. Clones serve the same.
#[derive(Debug, Clone)]
pub struct OrgServer {
    state: Arc<State>,
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
        let state = State {
            store,
            clock,
            ids: Ids::new(settings.randomness).map_err(ServerError::Randomness)?,
            positions: Positions::default(),
            base: settings.public_url.trim_end_matches('/').to_owned(),
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

    /// Whether there is an organization in it.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn is_founded(&self) -> Result<bool, ServerError> {
        Ok(self
            .state
            .store
            .read::<_, StoreError>(organization::find)?
            .is_some())
    }

    /// Founds the demo organization, where there is none yet. Answers whether it did.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn found_demo(&self, demo: Demo) -> Result<bool, ServerError> {
        let now = self.state.now();
        Ok(self.state.store.write::<_, StoreError>(|sql| {
            if organization::find(sql)?.is_some() {
                return Ok(false);
            }
            demo::fill(sql, demo, now)?;
            Ok(true)
        })?)
    }

    /// Founds an organization with its first Admin, and answers that Admin's token.
    ///
    /// # Errors
    ///
    /// When there is one already, or the store fails.
    pub fn found(&self, name: &str, admin: &str) -> Result<Token, ServerError> {
        let now = self.state.now();
        self.state.store.write(|sql| {
            if organization::find(sql)?.is_some() {
                return Err(ServerError::AlreadyFounded);
            }
            let organization = Organization {
                id: self.state.ids.resource_id(),
                name: name.to_owned(),
                demo_seed: None,
            };
            organization::insert(sql, &organization, now)?;
            let change = counters::next_change(sql)?;
            let mut user = UserRow {
                seq: 0,
                id: self.state.ids.resource_id(),
                user_name: admin.to_owned(),
                display_name: None,
                external_id: None,
                role: Role::Admin,
                active: true,
                photos: None,
                invitation: Some(InvitationRow {
                    status: InvitationStatus::Accepted,
                    sent: None,
                    expires: None,
                    failure: None,
                }),
                last_active: None,
                created: now,
                modified: now,
                version: 1,
                born: change,
                change,
            };
            users::insert(sql, &mut user)?;
            self.record(sql, "users.add", &user)?;
            Ok(credential::issue(
                sql,
                &self.state.ids,
                user.seq,
                "first Admin",
                now,
            )?)
        })
    }

    /// Makes a fresh token for the longest-standing user of each role who can sign in; roles that
    /// nobody has are left out. Earlier tokens stay good.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn issue_role_tokens(&self) -> Result<Vec<RoleToken>, ServerError> {
        let now = self.state.now();
        Ok(self.state.store.write::<_, StoreError>(|sql| {
            let mut issued = Vec::new();
            for role in Role::ALL {
                if let Some(user) = users::first_of_role(sql, role)? {
                    let token = credential::issue(sql, &self.state.ids, user.seq, "by role", now)?;
                    issued.push(RoleToken {
                        role,
                        user_name: user.user_name,
                        token,
                    });
                }
            }
            Ok(issued)
        })?)
    }

    /// Makes a token for a user. Handing one out at the server's console accepts a pending invitation:
    /// the operator knows whom it is for.
    ///
    /// # Errors
    ///
    /// When nobody has this name, the user is suspended, or the store fails.
    pub fn issue_token(&self, user_name: &str, label: &str) -> Result<Token, ServerError> {
        let now = self.state.now();
        self.state.store.write(|sql| {
            let mut user = users::by_name(sql, user_name)?
                .ok_or_else(|| ServerError::NoSuchUser(user_name.to_owned()))?;
            if !user.active {
                return Err(ServerError::Suspended(user.user_name));
            }
            let invitation = user.invitation.as_ref().map(|invitation| invitation.status);
            if invitation.is_some_and(|status| status != InvitationStatus::Accepted) {
                let change = counters::next_change(sql)?;
                users::accept_invitation(sql, &mut user, now, change)?;
                self.record(sql, "invitations.accept", &user)?;
            }
            Ok(credential::issue(
                sql,
                &self.state.ids,
                user.seq,
                label,
                now,
            )?)
        })
    }

    /// Every token that was issued, oldest first.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn tokens(&self) -> Result<Vec<IssuedToken>, ServerError> {
        Ok(self.state.store.read::<_, StoreError>(tokens::list)?)
    }

    /// Refuses a token from now on. Answers whether there was one to refuse.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn revoke_token(&self, id: &str) -> Result<bool, ServerError> {
        let now = self.state.now();
        Ok(self
            .state
            .store
            .write::<_, StoreError>(|sql| tokens::revoke(sql, id, now))?)
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

    /// Everything that the server answers, as a service that needs no socket.
    pub fn router(&self) -> Router {
        http::router(Arc::clone(&self.state))
    }

    /// Serves connections until `shutdown` is ready, then finishes what is under way.
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
        axum::serve(Named(listener), service)
            .with_graceful_shutdown(shutdown)
            .await
            .map_err(ServerError::Serve)
    }

    /// The audit's line for what the operator did at the console.
    fn record(
        &self,
        sql: &rusqlite::Connection,
        action: &str,
        user: &UserRow,
    ) -> Result<(), StoreError> {
        audit::append(
            sql,
            &AuditLine {
                seq: 0,
                at: self.state.now(),
                actor: None,
                actor_name: "operator".to_owned(),
                origin: "console".to_owned(),
                actions: action.to_owned(),
                kind: "User".to_owned(),
                id: user.id.clone(),
                before: None,
                after: Some(serde_json::json!({ "userName": user.user_name }).to_string()),
            },
        )
    }
}
