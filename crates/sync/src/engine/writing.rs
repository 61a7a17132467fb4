//! Writes batches of users on a thread of their own, while the next pages are read.

use rollcall_cache::{FullRead, StoreError};
use rollcall_model::User;
use tokio::task::{JoinHandle, spawn_blocking};

/// A full read in the hands of the thread that writes a batch into it.
pub(super) struct Writing(JoinHandle<Result<FullRead, StoreError>>);

impl Writing {
    /// Begins to write a batch; none is written at once.
    pub(super) fn begin(mut read: FullRead, users: Vec<User>) -> Self {
        Self(spawn_blocking(move || {
            if !users.is_empty() {
                read.insert(&users)?;
            }
            Ok(read)
        }))
    }

    /// Waits until the batch is written, and gives the read back.
    pub(super) async fn end(self) -> Result<FullRead, StoreError> {
        match self.0.await {
            Ok(read) => read,
            Err(ended) => std::panic::resume_unwind(ended.into_panic()),
        }
    }
}
