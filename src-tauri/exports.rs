//! The exports under way: each tells the page how far it is, and ends when the person calls it off.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use rollcall_app::view::ExportProgress;
use tauri::ipc::Channel;

/// Counts how often exports were called off: one that began before the last time ends.
#[derive(Default)]
pub(crate) struct Exports(Arc<AtomicU32>);

impl Exports {
    /// What an export that begins now tells its progress to.
    pub(crate) fn begin(
        &self,
        page: Channel<ExportProgress>,
    ) -> impl FnMut(ExportProgress) -> ControlFlow<()> + Send + use<> {
        let cancelled = Arc::clone(&self.0);
        let before = cancelled.load(Ordering::Relaxed);
        move |progress| {
            // A page that is gone needs no file either.
            if page.send(progress).is_err() || cancelled.load(Ordering::Relaxed) != before {
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        }
    }

    /// Calls off every export under way.
    pub(crate) fn cancel(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}
