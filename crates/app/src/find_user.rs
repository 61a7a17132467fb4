//! Finds the one user whom a person named on a command line.

use rollcall_language::say;
use rollcall_model::{ConnectionId, UserId};

use crate::{App, Failure};

impl App {
    /// The user with this id or, compared without case, this e-mail address.
    ///
    /// # Errors
    /// `denied` to a role that may not see users; `unknown_user`; else as [`App::session`].
    pub async fn find_user(
        &self,
        organization: ConnectionId,
        named: &str,
    ) -> Result<UserId, Failure> {
        let open = self.organization(organization).await?;
        open.may_view_users()?;
        let id = UserId::new(named);
        if open.cache.user(&id)?.is_some() {
            return Ok(id);
        }
        match open.cache.users_named(named)?.as_slice() {
            [found] => Ok(found.user.id.clone()),
            [] => Err(
                Failure::new("unknown_user", say!("user-unknown", named = named)).on_field("user"),
            ),
            several => {
                let ids: Vec<_> = several.iter().map(|found| found.user.id.as_str()).collect();
                Err(Failure::new(
                    "unknown_user",
                    say!("user-ambiguous", named = named, ids = ids.join(", ")),
                )
                .on_field("user"))
            }
        }
    }
}
