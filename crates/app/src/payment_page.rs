//! Where the payment method is managed: an address that the server told, opened by name and never by the
//! page.

use rollcall_language::say;
use rollcall_model::ConnectionId;
use rollcall_policy::{Action, Target};

use crate::billing::payment_page;
use crate::setting::Settings;
use crate::{App, Failure};

impl App {
    /// The https address where the payment method is managed.
    ///
    /// # Errors
    /// `denied` to a role that may not edit payment details; `no_payment_page` where the server tells none
    /// that may be opened; `not_offered`, `not_read_yet`; else as [`App::session`].
    pub async fn payment_page(&self, organization: ConnectionId) -> Result<String, Failure> {
        let open = self.organization(organization).await?;
        let may = open
            .judge()?
            .ask(Action::BillingEdit, &Target::Organization)?;
        may.or_refuse()?;
        let billing = Settings::of(&open)?.server.billing;
        let method = billing.and_then(|billing| billing.payment_method);
        let page = method.as_ref().and_then(payment_page);
        page.map(String::from)
            .ok_or_else(|| Failure::new("no_payment_page", say!("payment-no-page")))
    }
}
