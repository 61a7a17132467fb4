//! How an organization is opened: the lock, the key, the two files, the token, the engine.

use std::sync::{Arc, Mutex};

use rollcall_cache::{Cache, Key, Ledger, Location, LockError, Mode, Recovery, WriterLock};
use rollcall_language::say;
use rollcall_model::{ConnectionId, Token};
use rollcall_sync::{BaseUrl, EngineParts, Remote, server_when_opened};

use crate::Failure;
use crate::app::{Inner, Pace};
use crate::engine::{Engine, recheck};
use crate::failure::lock_failure;
use crate::home::Profile;
use crate::organization::{Hold, NoToken, Organization};
use crate::view::Stale;

/// What it is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    /// To look: where another program writes, to read beside it.
    Look,
    /// To write, or not at all.
    Write,
}

/// Opens an organization from its files. Blocks, perhaps on a prompt of the keychain.
pub(crate) fn open(inner: &Inner, id: ConnectionId, wish: Wish) -> Result<Organization, Failure> {
    let profile = inner.home.profile(id)?;
    if profile.removing {
        return Err(half_removed(&profile));
    }
    let folder = inner.home.folder(id);
    let (mode, hold) = match WriterLock::acquire(&folder, inner.program, &*inner.clock) {
        Ok(lock) => (Mode::Writer, Hold::Writer { _lock: lock }),
        Err(LockError::Held(holder)) if wish == Wish::Look => (Mode::Reader, Hold::Reader(holder)),
        Err(error) => return Err(lock_failure(&error)),
    };
    let key = inner.credentials.key(id, profile.keep)?;
    let files = Files::open(inner, id, &Location::Folder(folder), &key, mode)?;
    let token = inner
        .credentials
        .token(id, profile.keep, &files.ledger, profile.token_stored);
    let open = assemble(inner, id, profile, files, hold, token)?;
    Ok(match inner.pace {
        // A command that only looks has repaired what there was to repair, and lets go at once.
        Pace::OnRequest if wish == Wish::Look => Organization {
            hold: Hold::Reader(None),
            ..open
        },
        Pace::OnRequest | Pace::Running => open,
    })
}

/// An organization of which perhaps nothing but its name is left.
fn half_removed(profile: &Profile) -> Failure {
    Failure::new("half_removed", say!("removal-half", name = profile.name))
        .with_help(Some(say!("removal-again")))
}

/// Opens an organization in memory.
pub(crate) fn open_in_memory(
    inner: &Inner,
    id: ConnectionId,
    profile: Profile,
    token: Token,
) -> Result<Organization, Failure> {
    let key = inner.credentials.key(id, profile.keep)?;
    let files = Files::open(inner, id, &Location::Memory, &key, Mode::Writer)?;
    assemble(inner, id, profile, files, Hold::Memory, Ok(Some(token)))
}

/// The two files of an organization.
pub(crate) struct Files {
    pub(crate) ledger: Ledger,
    cache: Cache,
}

impl Files {
    /// The ledger comes first: under a wrong key it refuses, while a cache would begin anew.
    pub(crate) fn open(
        inner: &Inner,
        id: ConnectionId,
        location: &Location,
        key: &Key,
        mode: Mode,
    ) -> Result<Self, Failure> {
        let ledger = Ledger::open(location, key, mode)?;
        inner.mended(id, mended(&ledger.recovery));
        let cache = Cache::open(location, key, mode)?;
        inner.mended(id, mended(&cache.recovery));
        Ok(Self {
            ledger: ledger.store,
            cache: cache.store,
        })
    }
}

fn assemble(
    inner: &Inner,
    id: ConnectionId,
    profile: Profile,
    files: Files,
    hold: Hold,
    token: Result<Option<Token>, Failure>,
) -> Result<Organization, Failure> {
    let Files { ledger, cache } = files;
    let remote = match token {
        _ if profile.deleted.is_some() => Err(NoToken::Deleted),
        Ok(Some(token)) => connect(inner, &profile, &token, &cache).map_err(NoToken::Unreadable),
        Ok(None) => Err(NoToken::SignedOut),
        Err(failure) => Err(NoToken::Unreadable(failure)),
    };
    let writes = !matches!(hold, Hold::Reader(_));
    let engine = match (&remote, inner.pace) {
        (Ok(remote), Pace::Running) if writes => Some(start(inner, id, remote, &cache, &ledger)?),
        _ => None,
    };
    let open = Organization {
        id,
        profile,
        cache,
        ledger,
        hold,
        remote: Mutex::new(remote),
        engine,
        saving: Mutex::default(),
        journal: Mutex::default(),
    };
    if writes && open.engine.is_none() {
        open.lay_over();
    }
    Ok(open)
}

/// Prepares to speak to the organization's server; nothing is sent.
pub(crate) fn connect(
    inner: &Inner,
    profile: &Profile,
    token: &Token,
    cache: &Cache,
) -> Result<Arc<dyn Remote>, Failure> {
    // Checked again: the file can be edited.
    let url = BaseUrl::parse(&profile.base_url)?;
    let known = server_when_opened(cache, inner.clock.now())?;
    Ok(inner.connector.connect(&url, token, known)?)
}

/// What an engine of this organization is made of.
pub(crate) fn engine_parts(
    inner: &Inner,
    remote: &Arc<dyn Remote>,
    cache: &Cache,
    ledger: &Ledger,
) -> EngineParts {
    EngineParts {
        remote: Arc::clone(remote),
        cache: cache.clone(),
        ledger: ledger.clone(),
        clock: Arc::clone(&inner.clock),
        recheck: recheck(cache),
        // Programs that lost the same server must not come back in step.
        seed: ConnectionId::random().as_uuid().as_u64_pair().0,
    }
}

fn start(
    inner: &Inner,
    id: ConnectionId,
    remote: &Arc<dyn Remote>,
    cache: &Cache,
    ledger: &Ledger,
) -> Result<Engine, Failure> {
    let (stale, organization) = (inner.stale.clone(), id.to_string());
    Engine::start(engine_parts(inner, remote, cache, ledger), move |topics| {
        // Nobody may be watching.
        let _ = stale.send(Stale {
            organization: organization.clone(),
            topics,
        });
    })
}

/// What a person is told once of a file that had to be mended.
fn mended(recovery: &Recovery) -> Option<String> {
    match recovery {
        Recovery::None => None,
        Recovery::Rebuilt { .. } => Some(say!("mended-list")),
        Recovery::BegunAnew => Some(say!("mended-anew")),
        Recovery::Salvaged { copy, rows } => Some(say!(
            "mended-salvaged",
            count = rows.mutations,
            copy = copy.display().to_string()
        )),
    }
}
