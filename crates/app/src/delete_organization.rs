//! Deletes the organization on the server: online, typed, never queued. What was last read of it stays
//! here to be looked at, until it is removed from this computer.

use rollcall_language::say;
use rollcall_model::ConnectionId;
use rollcall_policy::{Action, Target};

use crate::online::Came;
use crate::organization::{NoToken, Organization};
use crate::row::count;
use crate::setting::Settings;
use crate::view::{Confirm, DeletionView};
use crate::{App, Failure};

impl App {
    /// What would go with the organization, and what has to be typed.
    ///
    /// # Errors
    /// `denied`; `not_offered` where the server doesn't describe the organization, `not_read_yet` before it
    /// did; else as [`App::session`].
    pub async fn deletion_view(&self, organization: ConnectionId) -> Result<DeletionView, Failure> {
        let open = self.organization(organization).await?;
        let known = permitted(&open)?.server;
        let workspaces = open.cache.workspaces()?;
        let contacts = || {
            workspaces
                .iter()
                .map(|each| each.shown.workspace.contact_count)
        };
        let subscription = known.subscription.as_ref();
        Ok(DeletionView {
            users: open.cache.snapshot()?.users,
            workspaces: count(workspaces.len()),
            contacts: count(contacts().flatten().sum::<u64>()),
            contacts_unknown: count(contacts().filter(Option::is_none).count()),
            subscription: subscription
                .filter(|subscription| !subscription.plan.is_empty())
                .map(|subscription| subscription.status.to_string()),
            waiting: count(open.ledger.standing()?.waiting),
            confirm: confirm(&known.display_name),
            name: known.display_name,
        })
    }

    /// Deletes the organization, at once and with the server alone; `typed` is what
    /// [`App::deletion_view`] asks for. From then on it is only to be looked at here. Answers that as a
    /// sentence.
    ///
    /// # Errors
    /// As [`App::deletion_view`]; `not_confirmed` (`typed`); `held_by`; `offline` and what else keeps a
    /// request from being sent, `session_ended`, `forbidden`, `changed_meanwhile`; `answer_lost` where it
    /// isn't known what came of it, `not_deleted` where it is known that nothing did.
    pub async fn delete_organization(
        &self,
        organization: ConnectionId,
        typed: &str,
    ) -> Result<String, Failure> {
        let open = self.writer(organization).await?;
        let known = permitted(&open)?.server;
        confirm(&known.display_name).holds_against(Some(typed))?;
        let asked = open.remote().map_err(NoToken::failure)?;
        // For the journal: as it is kept, in whatever language it is read.
        let what = "deletion of the organization";
        let came = self
            .ask_once(&open, what, asked.delete_organization(&known))
            .await?;
        if let Came::Lost(error) = came {
            return Err(self.what_stands(&open, &error.to_string()).await);
        }
        self.end_here(&open).await?;
        Ok(say!("deletion-done", name = known.display_name))
    }

    /// After an answer that was lost: is it still there?
    async fn what_stands(&self, open: &Organization, lost: &str) -> Failure {
        match self.read_again(open).await {
            Ok(_) => Failure::new("not_deleted", say!("deletion-not-done", lost = lost)).may_pass(),
            // Every session ends with an organization; but a session can end otherwise.
            Err(failure) if failure.code == "session_ended" => {
                Failure::new("answer_lost", say!("deletion-refused-now", lost = lost))
            }
            Err(failure) => Failure::new(
                "answer_lost",
                say!("deletion-unknown", lost = lost, cause = failure.message),
            ),
        }
    }
}

fn permitted(open: &Organization) -> Result<Settings, Failure> {
    open.judge()?
        .ask(Action::OrganizationDelete, &Target::Organization)?
        .or_refuse()?;
    Settings::of(open)
}

fn confirm(name: &str) -> Confirm {
    Confirm {
        text: name.to_owned(),
        reason: say!("deletion-confirm"),
    }
}
