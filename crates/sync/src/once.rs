//! One read, one push: for a program that does its work and ends.

use rollcall_model::{Mutation, MutationId};
use tokio::sync::watch;

use crate::engine::{Engine, EngineParts, PushReport, ReadReport};
use crate::error::SyncError;
use crate::{Actor, Pause, RemoteError, Status};

/// What a single read did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PullReport {
    /// What was read.
    pub read: ReadReport,
    /// Bytes of bodies, sent and received, after decompression.
    pub bytes: u64,
    /// Who is signed in.
    pub actor: Actor,
}

/// What a single push did.
#[derive(Debug)]
pub struct PushedReport {
    /// What was sent, and what ended it early.
    pub push: PushReport,
    /// Why nothing may go out under this account.
    pub pause: Option<Pause>,
    /// Mutations that still wait.
    pub waiting: usize,
    /// Bytes of bodies, sent and received, after decompression.
    pub bytes: u64,
}

/// Reads what has changed, or everything where nothing was read before; sends nothing. `watched` gets
/// the status to watch while it reads: how far a long read is.
///
/// # Errors
/// When the server brings no usable answer, or our own files can't be used; the list is as before.
pub async fn pull_once(
    parts: EngineParts,
    watched: impl FnOnce(watch::Receiver<Status>),
) -> Result<PullReport, SyncError> {
    let before = parts.remote.transferred();
    let (mut engine, handle) = begin(parts)?;
    watched(handle.status());
    // Nobody asked for anything to be sent: a long read must not do it between two pages.
    engine.releases.only(&[]);
    engine.identify().await?;
    let changes = match engine.changes_offered()? {
        true => Some(engine.read_changes().await),
        false => None,
    };
    let read = match changes {
        // Whoever waits for it isn't told to come back: only telling changes may be what fails.
        None | Some(Err(SyncError::Remote(RemoteError::Server { .. }))) => {
            engine.read_everything().await
        }
        Some(changes) => changes,
    };
    let read = engine.by_our_role(read).await?;
    engine.read_organization().await?;
    let Status { actor, .. } = handle.status().borrow().clone();
    Ok(PullReport {
        read,
        bytes: engine.remote.transferred() - before,
        actor,
    })
}

/// Asks whose credential this is, unless that is known already, and tells whether what waits in the
/// outbox is somebody else's.
///
/// # Errors
/// As [`pull_once`].
pub async fn identify_once(parts: EngineParts) -> Result<Option<Pause>, SyncError> {
    let (mut engine, handle) = begin(parts)?;
    engine.know_account().await?;
    let pause = handle.status().borrow().pause.clone();
    Ok(pause)
}

/// Asks the server something small, whatever is remembered: whether it answers.
///
/// # Errors
/// As [`pull_once`].
pub async fn reach_once(parts: EngineParts) -> Result<(), SyncError> {
    parts.remote.me().await?;
    Ok(())
}

/// Sends what waits, or some of it, once; reads nothing but what sending needs.
///
/// # Errors
/// When our own files can't be used. A server that can't be reached is no error: what waits, waits,
/// and [`PushReport::stopped`] tells why.
pub async fn push_once(
    parts: EngineParts,
    only: Option<&[MutationId]>,
) -> Result<PushedReport, SyncError> {
    let before = parts.remote.transferred();
    let (mut engine, handle) = begin(parts)?;
    if let Some(only) = only {
        engine.releases.only(only);
    }
    let push = match engine.identify().await {
        Ok(()) if engine.may_send() => engine.push().await?,
        Ok(()) => PushReport::default(),
        Err(SyncError::Remote(error)) => PushReport {
            stopped: Some(error),
            ..PushReport::default()
        },
        Err(error) => return Err(error),
    };
    if push.stopped.is_none() {
        engine.read_what_moved().await?;
    }
    let pause = handle.status().borrow().pause.clone();
    let listed = engine.ledger.listed()?.into_iter();
    let waiting = listed.filter(Mutation::is_waiting).count();
    Ok(PushedReport {
        push,
        pause,
        waiting,
        bytes: engine.remote.transferred() - before,
    })
}

fn begin(parts: EngineParts) -> Result<(Engine, crate::EngineHandle), SyncError> {
    let (mut engine, handle) = Engine::new(parts);
    engine.recover()?;
    Ok((engine, handle))
}
