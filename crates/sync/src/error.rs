//! What can go wrong with a read or a push as a whole.

use rollcall_cache::StoreError;
use rollcall_language::say;

use crate::RemoteError;

/// Why a read or a push could not be brought to its end.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The server brought no usable answer.
    #[error(transparent)]
    Remote(#[from] RemoteError),
    /// Our own files could not be read or written.
    #[error("{}", say!("faults-store"))]
    Store(#[from] StoreError),
    /// The server listed fewer users than it says it has, more than once: nobody was removed.
    #[error("{}", say!("faults-incomplete", total = total, listed = listed))]
    Incomplete {
        /// Distinct users listed.
        listed: u64,
        /// Users that the server says it has.
        total: u64,
    },
}
