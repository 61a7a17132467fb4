//! Signs in again: another token for the same account.

use std::sync::Arc;

use rollcall_language::say;
use rollcall_model::{ConnectionId, Token};
use rollcall_sync::{Actor, BaseUrl, Me};

use crate::app::{Pace, blocking};
use crate::opening::connect;
use crate::organization::{Organization, lock};
use crate::view::{SessionView, Topic};
use crate::{App, Failure};

impl App {
    /// Replaces the token. The outbox goes on where it stopped.
    ///
    /// # Errors
    /// `token_invalid`, `token_refused`, `other_account` (`token`); `held_by`; else as
    /// [`App::connect`]. The token that was there stays then.
    pub async fn sign_in(
        &self,
        organization: ConnectionId,
        token: &str,
    ) -> Result<SessionView, Failure> {
        let token = Token::parse(token)?;
        let open = self.writer(organization).await?;
        open.refuse_if_deleted()?;
        let me = self
            .try_out(&BaseUrl::parse(&open.profile.base_url)?, &token)
            .await?;
        refuse_other_account(&open, &me)?;
        self.keep_new_token(&open, &token).await?;
        if open.engine.is_none() && self.inner.pace == Pace::Running {
            drop(open);
            self.shut(organization).await;
        } else {
            let remote = connect(&self.inner, &open.profile, &token, &open.cache)?;
            *lock(&open.remote) = Ok(Arc::clone(&remote));
            if let Some(engine) = &open.engine {
                engine.handle().signed_in(remote);
            }
        }
        self.tell_stale(organization, &[Topic::Session, Topic::Outbox]);
        self.session(organization).await
    }

    async fn keep_new_token(&self, open: &Arc<Organization>, token: &Token) -> Result<(), Failure> {
        if !self.inner.credentials.keeps_tokens() {
            return Ok(());
        }
        let (inner, open, token) = (Arc::clone(&self.inner), Arc::clone(open), token.clone());
        blocking(move || {
            inner
                .credentials
                .keep_token(open.id, open.profile.keep, &open.ledger, &token)?;
            match open.hold {
                crate::organization::Hold::Memory => Ok(()),
                _ => {
                    let mut profile = inner.home.profile(open.id)?;
                    profile.token_stored = true;
                    inner.home.write(open.id, &profile)
                }
            }
        })
        .await
    }
}

/// What waits was queued by one account, and goes out under no other.
fn refuse_other_account(open: &Organization, me: &Me) -> Result<(), Failure> {
    let (Actor::Known { id, name, .. }, Me::Known(user)) = (open.signed_in()?, me) else {
        return Ok(());
    };
    if id == user.id {
        return Ok(());
    }
    Err(Failure::new(
        "other_account",
        say!("sign-in-other-account", user = user.title(), name = name),
    )
    .on_field("token"))
}
