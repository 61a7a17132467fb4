//! Reads the server once, for a terminal.

use rollcall_language::say;
use rollcall_model::ConnectionId;
use rollcall_sync::{Link, Status, SyncError, list_notes, pull_once};
use tokio::sync::{oneshot, watch};

use crate::opening::engine_parts;
use crate::organization::{NoToken, Organization};
use crate::row::count;
use crate::view::{Progress, SyncReport, Topic};
use crate::{App, Failure};

impl App {
    /// Reads what is new, or everything, and answers when it is done. `progress` is told how far a
    /// long read is.
    ///
    /// # Errors
    /// `held_by`, `session_ended`, `offline_*`, `not_our_network`, `server_busy`, `server_failed`,
    /// `list_incomplete`; else as [`App::session`]. The list is then as it was.
    pub async fn sync_once(
        &self,
        organization: ConnectionId,
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<SyncReport, Failure> {
        let open = self.writer(organization).await?;
        let remote = open.remote().map_err(NoToken::failure)?;
        let parts = engine_parts(&self.inner, &remote, &open.cache, &open.ledger);
        let (hand_over, status) = oneshot::channel();
        let read = pull_once(parts, |status| {
            // Who waits for it is polled beside this.
            let _ = hand_over.send(status);
        });
        let watching = async {
            if let Ok(status) = status.await {
                show(status, progress).await;
            }
            std::future::pending::<()>().await;
        };
        let report = tokio::select! {
            report = read => report.map_err(sync_failure)?,
            () = watching => return Err(Failure::new("internal", say!("read-unanswered"))),
        };
        self.tell_stale(
            organization,
            &[
                Topic::Session,
                Topic::Users,
                Topic::Outbox,
                Topic::Organization,
            ],
        );
        summary(&open, &report)
    }
}

/// Tells how far the read is, whenever that changes.
async fn show(mut status: watch::Receiver<Status>, progress: &mut (dyn FnMut(Progress) + Send)) {
    while status.changed().await.is_ok() {
        if let Link::Syncing { progress: so_far } = status.borrow_and_update().link {
            progress(Progress {
                loaded: count(so_far.loaded),
                total: so_far.total.map(count),
            });
        }
    }
}

fn summary(open: &Organization, report: &rollcall_sync::PullReport) -> Result<SyncReport, Failure> {
    Ok(SyncReport {
        users: open.cache.snapshot()?.users,
        workspaces: count(open.cache.workspaces()?.len()),
        full: report.read.everything,
        unreadable: report.read.unreadable.clone(),
        bytes: count(report.bytes),
        as_of: list_notes(&open.cache)?.as_of.map(|at| at.to_string()),
    })
}

/// Why a read or a push failed as a whole.
pub(crate) fn sync_failure(error: SyncError) -> Failure {
    match error {
        SyncError::Remote(error) => error.into(),
        SyncError::Store(error) => error.into(),
        incomplete @ SyncError::Incomplete { .. } => {
            Failure::new("list_incomplete", incomplete.to_string()).may_pass()
        }
    }
}
