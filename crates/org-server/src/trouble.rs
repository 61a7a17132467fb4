//! Why a request has no good answer: the client's doing, or ours.

use rollcall_scim::ScimError;

use crate::store::StoreError;

/// A request that failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    /// Refused; the client is told why.
    #[error("refused the request")]
    Refused(#[from] ScimError),
    /// Our fault; the client is told no more than that.
    #[error("could not do what the request asks")]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}
