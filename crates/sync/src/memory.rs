//! What the engine keeps beside the data, and what of it others may read while no engine runs.

use rollcall_cache::{Cache, Fact, Ledger, Setting, StoreError};
use rollcall_model::{OrgRole, Timestamp, UserId};
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::{Actor, DeltaToken, ServerFacts};

/// Under a new name whenever more is learned than before: what was remembered is then as good as none.
pub(crate) const SERVER: Fact = Fact::named("server.2");
/// When the server was last asked what it offers, by this machine's clock.
pub(crate) const SERVER_ASKED: Fact = Fact::named("server.asked");
pub(crate) const ME: Fact = Fact::named("me");
pub(crate) const USERS_DELTA: Fact = Fact::named("delta.users");
pub(crate) const WORKSPACES_DELTA: Fact = Fact::named("delta.workspaces");
/// Whom a delta has brought whose last page never came, by id: its token is still the one before them.
pub(crate) const USERS_BROUGHT: Fact = Fact::named("brought.users");
/// The same of workspaces.
pub(crate) const WORKSPACES_BROUGHT: Fact = Fact::named("brought.workspaces");
pub(crate) const READ_STARTED: Fact = Fact::named("read_started");
/// The ledger's last sequence when the last read began.
pub(crate) const READ_UP_TO: Fact = Fact::named("read_up_to");
pub(crate) const AS_OF: Fact = Fact::named("as_of");
pub(crate) const EXPECTED: Fact = Fact::named("expected");
pub(crate) const UNREADABLE: Fact = Fact::named("unreadable");
const ACCOUNT: Setting = Setting::named("outbox.account");

/// For so many seconds a server is taken for what it was: then it may have learned something.
const BELIEVED: i64 = 7 * 24 * 60 * 60;

/// What is worth knowing of the list as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListNotes {
    /// When the server last described the organization, by this machine's clock.
    pub as_of: Option<Timestamp>,
    /// Users that the server said it has.
    pub expected: Option<u64>,
    /// Users who could not be read, each as a sentence.
    pub unreadable: Vec<String>,
}

/// Reads what is worth knowing of the list as a whole.
///
/// # Errors
/// When the cache can't be read.
pub fn list_notes(cache: &Cache) -> Result<ListNotes, StoreError> {
    Ok(ListNotes {
        as_of: cache.fact(AS_OF)?.and_then(|text| text.parse().ok()),
        expected: cache.fact(EXPECTED)?.and_then(|text| text.parse().ok()),
        unreadable: cache
            .fact(UNREADABLE)?
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default(),
    })
}

/// What was learned of the server at an earlier time; nothing, if never.
///
/// # Errors
/// When the cache can't be read.
pub fn remembered_server(cache: &Cache) -> Result<ServerFacts, StoreError> {
    Ok(cache
        .fact(SERVER)?
        .map(|text| ServerFacts::from_text(&text))
        .unwrap_or_default())
}

/// What is known of the server when its organization is opened: what was learned, in doubt where that was more
/// than a week ago.
///
/// # Errors
/// When the cache can't be read.
pub fn server_when_opened(cache: &Cache, now: Timestamp) -> Result<ServerFacts, StoreError> {
    let learned = remembered_server(cache)?;
    let asked: Option<Timestamp> = cache.fact(SERVER_ASKED)?.and_then(|text| text.parse().ok());
    // A clock that went back counts as well: nobody knows then how long ago it was.
    let is_believed = |asked| (0..BELIEVED).contains(&now.duration_since(asked).as_secs());
    Ok(match asked {
        Some(asked) if !is_believed(asked) => learned.in_doubt(),
        _ => learned,
    })
}

/// Who was signed in when the server was last asked.
///
/// # Errors
/// When the cache can't be read.
pub fn remembered_actor(cache: &Cache) -> Result<Actor, StoreError> {
    Ok(RememberedMe::load(cache)?.map_or(Actor::NotAsked, |me| me.actor(None)))
}

/// Who a credential belongs to, as remembered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RememberedMe {
    pub(crate) credential: String,
    pub(crate) user: Option<RememberedUser>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RememberedUser {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) role: String,
}

impl RememberedMe {
    pub(crate) fn load(cache: &Cache) -> Result<Option<Self>, StoreError> {
        Ok(cache
            .fact(ME)?
            .and_then(|text| serde_json::from_str(&text).ok()))
    }

    pub(crate) fn store(&self, cache: &Cache) -> Result<(), StoreError> {
        cache.set_facts(&[(ME, Some(&text(self)))])
    }

    pub(crate) fn actor(&self, role_was: Option<OrgRole>) -> Actor {
        match &self.user {
            None => Actor::Unknown,
            Some(user) => Actor::Known {
                id: UserId::new(user.id.as_str()),
                name: user.name.clone(),
                role: OrgRole::from_wire(&user.role),
                role_was,
            },
        }
    }
}

impl Account {
    pub(crate) fn load(ledger: &Ledger) -> Result<Option<Self>, StoreError> {
        Ok(ledger
            .setting(ACCOUNT)?
            .and_then(|text| serde_json::from_str(&text).ok()))
    }

    pub(crate) fn store(&self, ledger: &Ledger) -> Result<(), StoreError> {
        ledger.set(ACCOUNT, Some(&text(self)))
    }
}

/// The delta tokens for users and workspaces, where both are there.
pub(crate) fn delta_tokens(cache: &Cache) -> Result<Option<(DeltaToken, DeltaToken)>, StoreError> {
    let users = cache.fact(USERS_DELTA)?.map(DeltaToken);
    let workspaces = cache.fact(WORKSPACES_DELTA)?.map(DeltaToken);
    Ok(users.zip(workspaces))
}

/// A value as the text that is kept; these types can't fail to be written.
pub(crate) fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
