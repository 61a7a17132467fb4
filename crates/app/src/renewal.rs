//! Cancels the subscription, begins it, or takes the cancellation back. Neither ever waits in the outbox.

use rollcall_language::say;
use rollcall_model::{self as model, ConnectionId, Subscription, SubscriptionStatus};
use rollcall_policy::{Action, Target};
use rollcall_sync::Renewal;

use crate::online::Came;
use crate::organization::{NoToken, Organization};
use crate::setting::Settings;
use crate::subscription::{is_running, resumes};
use crate::view::Confirm;
use crate::{App, Failure};

impl App {
    /// What has to be typed before the subscription is cancelled.
    ///
    /// # Errors
    /// `denied`; `subscription_stays` where there is nothing to cancel; `not_offered`, `not_read_yet`; else as
    /// [`App::session`].
    pub async fn cancel_view(&self, organization: ConnectionId) -> Result<Confirm, Failure> {
        let open = self.organization(organization).await?;
        let settings = cancellable(&open)?;
        Ok(confirm(&settings.server))
    }

    /// Cancels the subscription, at once and with the server alone; `typed` is what
    /// [`App::cancel_view`] asks for. Answers how it stands then, as a sentence.
    ///
    /// # Errors
    /// As [`App::cancel_view`]; `not_confirmed` (`typed`); `held_by`; `offline` and what else keeps a
    /// request from being sent, `session_ended`, `forbidden`, `changed_meanwhile`, `organization_gone`;
    /// `answer_lost` where it isn't known what came of it.
    pub async fn cancel_subscription(
        &self,
        organization: ConnectionId,
        typed: &str,
    ) -> Result<String, Failure> {
        let open = self.writer(organization).await?;
        let settings = cancellable(&open)?;
        confirm(&settings.server).holds_against(Some(typed))?;
        self.renew(&open, &settings.server, Renewal::Ends).await
    }

    /// Lets the subscription go on: takes its cancellation back, or begins to pay after a trial or an end.
    /// At once and with the server alone. Answers how it stands then, as a sentence.
    ///
    /// # Errors
    /// As [`App::cancel_subscription`], but that nothing is typed.
    pub async fn resume_subscription(&self, organization: ConnectionId) -> Result<String, Failure> {
        let open = self.writer(organization).await?;
        let settings = permitted(&open, Action::SubscriptionChange)?;
        if !settings.server.subscription.as_ref().is_some_and(resumes) {
            return Err(Failure::new(
                "subscription_stays",
                say!("subscription-goes-on"),
            ));
        }
        self.renew(&open, &settings.server, Renewal::GoesOn).await
    }

    async fn renew(
        &self,
        open: &Organization,
        known: &model::Organization,
        renewal: Renewal,
    ) -> Result<String, Failure> {
        let asked = open.remote().map_err(NoToken::failure)?;
        // For the journal: as it is kept, in whatever language it is read.
        let what = match renewal {
            Renewal::Ends => "cancellation of the subscription",
            Renewal::GoesOn => "the subscription goes on",
        };
        let lost = match self
            .ask_once(open, what, asked.set_renewal(known, renewal))
            .await?
        {
            Came::Done(Some(now)) => {
                self.take_over(open, &now)?;
                return Ok(standing(now.subscription.as_ref()));
            }
            Came::Done(None) => None,
            Came::Lost(error) => Some(error),
        };
        let now = self.read_again(open).await.map_err(|failure| {
            Failure::new(
                "answer_lost",
                say!("subscription-lost", lost = failure.message),
            )
            .may_pass()
        })?;
        let now = now.and_then(|now| now.subscription);
        let said = standing(now.as_ref());
        Ok(match lost {
            None => said,
            Some(error) => say!(
                "subscription-read-again",
                lost = error.to_string(),
                standing = said
            ),
        })
    }
}

fn cancellable(open: &Organization) -> Result<Settings, Failure> {
    let settings = permitted(open, Action::SubscriptionCancel)?;
    if settings
        .server
        .subscription
        .as_ref()
        .is_some_and(is_running)
    {
        return Ok(settings);
    }
    Err(Failure::new(
        "subscription_stays",
        say!("subscription-none-running"),
    ))
}

fn permitted(open: &Organization, action: Action) -> Result<Settings, Failure> {
    open.judge()?
        .ask(action, &Target::Organization)?
        .or_refuse()?;
    Settings::of(open)
}

fn confirm(known: &model::Organization) -> Confirm {
    Confirm {
        text: known.display_name.clone(),
        reason: say!("subscription-cancel-confirm"),
    }
}

/// Where it stands, as a sentence.
fn standing(now: Option<&Subscription>) -> String {
    let Some(now) = now else {
        return say!("subscription-standing-unknown");
    };
    let day = now.renews_at.map(|at| at.strftime("%Y-%m-%d").to_string());
    match (&now.status, day) {
        (SubscriptionStatus::Cancelling, Some(day)) => {
            say!("subscription-ends", day = day)
        }
        (SubscriptionStatus::Cancelled, _) => say!("subscription-ended"),
        (SubscriptionStatus::Active, Some(day)) => {
            say!("subscription-active", day = day)
        }
        (status, _) => say!("subscription-stands", status = status.to_string()),
    }
}
