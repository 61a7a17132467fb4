//! Fetches a user's picture, once, and keeps it in the encrypted cache.

use rollcall_cache::Picture;
use rollcall_model::{ConnectionId, UserId};

use crate::{App, Failure};

impl App {
    /// The picture as PNG, 96 × 96 at most; `None` where there is none, or none can be had now.
    ///
    /// # Errors
    /// `denied` to a role that may not see users; else as [`App::session`].
    pub async fn user_picture(
        &self,
        organization: ConnectionId,
        user: &UserId,
    ) -> Result<Option<Vec<u8>>, Failure> {
        let open = self.organization(organization).await?;
        open.may_view_users()?;
        let Some(source) = open.cache.user(user)?.and_then(|shown| shown.user.photo) else {
            return Ok(None);
        };
        if let Some(kept) = open.cache.picture(user)?
            && kept.source == source
        {
            return Ok((!kept.bytes.is_empty()).then_some(kept.bytes));
        }
        let Ok(remote) = open.remote() else {
            return Ok(None);
        };
        let bytes = match remote.picture(&source).await {
            Ok(bytes) => bytes,
            // It may be there the next time: nothing is remembered.
            Err(error) if !error.is_permanent() => return Ok(None),
            // There is no picture at that address: remembered, so that it isn't asked for again.
            Err(_) => Vec::new(),
        };
        if open.may_write() {
            let picture = Picture {
                source,
                bytes: bytes.clone(),
            };
            open.cache.keep_picture(user, &picture, self.now())?;
        }
        Ok((!bytes.is_empty()).then_some(bytes))
    }
}
