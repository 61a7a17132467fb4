//! What is asked of the server at once and never waits: sent once, and told as it stands then.

use rollcall_cache::Update;
use rollcall_language::{for_the_record, say};
use rollcall_model as model;
use rollcall_sync::{Answered, RemoteError, SendOutcome};
use serde_json::json;

use crate::failure::remote;
use crate::organization::{NoToken, Organization};
use crate::view::Topic;
use crate::{App, Failure};

/// What came of it.
pub(crate) enum Came {
    /// The server did it; the organization as it answered, where it told.
    Done(Option<Box<model::Organization>>),
    /// It was sent, and no answer came: only a read tells whether it was done.
    Lost(RemoteError),
}

/// Why nothing came of it. It is said twice: to whoever asked, and for the journal.
enum Refused {
    ByRemote(RemoteError),
    SignedOut,
    Because(String),
    Gone,
    Changed,
}

impl Refused {
    fn failure(&self) -> Failure {
        match self {
            Self::ByRemote(error) => remote(error),
            Self::SignedOut => NoToken::SignedOut.failure(),
            Self::Because(reason) => Failure::new("forbidden", reason.as_str()),
            Self::Gone => Failure::new("organization_gone", say!("organization-gone")),
            Self::Changed => Failure::new("changed_meanwhile", say!("organization-changed")),
        }
    }
}

impl App {
    /// Asks the server once. That it is asked, and what came of it, stands in the journal; `what` says it in
    /// words.
    ///
    /// # Errors
    /// `offline` and what else keeps a request from being sent; `session_ended`; `forbidden` with the
    /// server's reason; `changed_meanwhile`, `organization_gone`, `server_busy`. Nothing was done then.
    pub(crate) async fn ask_once(
        &self,
        open: &Organization,
        what: &str,
        asked: impl Future<Output = SendOutcome>,
    ) -> Result<Came, Failure> {
        self.note(open, "sending", what, None)?;
        let came = match asked.await {
            SendOutcome::Applied { answered } => Ok(Came::Done(match answered {
                Some(Answered::Organization(now)) => Some(now),
                _ => None,
            })),
            SendOutcome::Unknown(error) => Ok(Came::Lost(error)),
            SendOutcome::NotSent(error) => Err(Refused::ByRemote(error)),
            SendOutcome::Wait(wait) => Err(Refused::ByRemote(RemoteError::Busy { wait })),
            SendOutcome::Unauthorized => Err(Refused::SignedOut),
            SendOutcome::Rejected { reason } => Err(Refused::Because(reason)),
            SendOutcome::Gone => Err(Refused::Gone),
            SendOutcome::Changed => {
                // A later read tells, where this one can't.
                if let Err(failure) = self.read_again(open).await {
                    tracing::info!(code = failure.code, "what changed could not be read yet");
                }
                Err(Refused::Changed)
            }
        };
        let (kind, why) = match &came {
            Ok(Came::Done(_)) => ("applied", None),
            Ok(Came::Lost(error)) => ("unknown", Some(for_the_record(|| error.to_string()))),
            Err(refused) => (
                "rejected",
                Some(for_the_record(|| refused.failure().message)),
            ),
        };
        // The server did it or didn't, with a line or without: that is what is answered.
        if let Err(failure) = self.note(open, kind, what, why.as_deref()) {
            tracing::error!(%what, kind, code = failure.code, "the journal lacks an outcome");
        }
        came.map_err(|refused| refused.failure())
    }

    /// Reads the organization from the server, and keeps what it says.
    pub(crate) async fn read_again(
        &self,
        open: &Organization,
    ) -> Result<Option<model::Organization>, Failure> {
        let asked = open.remote().map_err(NoToken::failure)?;
        let now = asked.organization(None).await?;
        if let Some(now) = &now {
            self.take_over(open, now)?;
        }
        Ok(now)
    }

    /// Takes over what the server answered.
    pub(crate) fn take_over(
        &self,
        open: &Organization,
        now: &model::Organization,
    ) -> Result<(), Failure> {
        open.cache.apply(&Update {
            organization: Some(now),
            ..Update::default()
        })?;
        self.tell_stale(open.id, &[Topic::Organization]);
        Ok(())
    }

    fn note(
        &self,
        open: &Organization,
        kind: &str,
        what: &str,
        why: Option<&str>,
    ) -> Result<(), Failure> {
        let by = match open.signed_in()? {
            rollcall_sync::Actor::Known { name, .. } => Some(name),
            _ => None,
        };
        let line = json!({
            "name": open.profile.name, "what": what, "by": by, "why": why, "reason": why,
        });
        open.ledger.note(kind, &line.to_string(), self.now())?;
        Ok(())
    }
}
