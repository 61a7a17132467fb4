//! Shows the organization's information; and billing information to whom the area Billing is closed.

use rollcall_model::ConnectionId;
use rollcall_policy::{Access, Action, Area, SubscriptionPart, Target, area};

use crate::organization::Organization;
use crate::row::count;
use crate::setting::{BILLING, GENERAL, Settings};
use crate::view::{BillingInformation, GeneralView};
use crate::{App, Failure};

impl App {
    /// The organization's information, changes that wait laid over it.
    ///
    /// # Errors
    /// `denied` to a role that may not see it; `not_offered` where the server doesn't describe the
    /// organization, `not_read_yet` before it did; else as [`App::session`].
    pub async fn general(&self, organization: ConnectionId) -> Result<GeneralView, Failure> {
        let open = self.organization(organization).await?;
        let judge = open.judge()?;
        let ask = |action| judge.ask(action, &Target::Organization);
        ask(Action::OrganizationView)?.or_refuse()?;
        let settings = Settings::of(&open)?;
        Ok(GeneralView {
            settings: settings.view(GENERAL),
            created: settings.server.created.map(|at| at.to_string()),
            edit: ask(Action::OrganizationEdit)?.verdict(),
            delete: ask(Action::OrganizationDelete)?.verdict(),
            billing: billing(&open, &settings)?,
        })
    }
}

/// `None` for whom the area Billing is open, and for whom all of it is closed.
fn billing(
    open: &Organization,
    settings: &Settings,
) -> Result<Option<BillingInformation>, Failure> {
    // A role that is none of the four is left to the server, which is asked in Billing.
    let Some(actor) = open.actor()?.filter(|actor| actor.role.known().is_some()) else {
        return Ok(None);
    };
    let judge = open.judge()?;
    let seen = judge.ask(Action::BillingView, &Target::Organization)?;
    if area(&actor.role, Area::Billing) != Access::None || seen.or_refuse().is_err() {
        return Ok(None);
    }
    let shown = settings.view(BILLING);
    if shown.is_empty() {
        return Ok(None);
    }
    let free = Target::Subscription(SubscriptionPart::FreeSeats);
    let counted = judge.ask(Action::SubscriptionView, &free)?.or_refuse();
    let edit = judge.ask(Action::BillingEdit, &Target::Organization)?;
    Ok(Some(BillingInformation {
        settings: shown,
        free_seats: settings
            .server
            .free_seats
            .filter(|_| counted.is_ok())
            .map(count),
        edit: edit.verdict(),
    }))
}
