//! Shows billing details, payment method and subscription.

use rollcall_model::{ConnectionId, PaymentMethod, Timestamp};
use rollcall_policy::{Action, SubscriptionPart, Target};
use url::Url;

use crate::setting::{BILLING, Settings};
use crate::verdict::denied;
use crate::view::{BillingView, PaymentView};
use crate::{App, Failure, invoices, subscription};

impl App {
    /// Who is billed, for what, and how it is paid; changes that wait laid over it.
    ///
    /// # Errors
    /// `denied` to a role for which the area Billing is closed; `not_offered` where the server doesn't
    /// describe the organization, `not_read_yet` before it did; else as [`App::session`].
    pub async fn billing(&self, organization: ConnectionId) -> Result<BillingView, Failure> {
        let open = self.organization(organization).await?;
        let judge = open.judge()?;
        // Others see their part of it in General.
        let whole = Target::Subscription(SubscriptionPart::PlanAndSeats);
        judge.ask(Action::SubscriptionView, &whole)?.or_refuse()?;
        let settings = Settings::of(&open)?;
        let edit = judge.ask(Action::BillingEdit, &Target::Organization)?;
        let payment = settings.server.billing.as_ref();
        let payment = payment.and_then(|billing| billing.payment_method.as_ref());
        Ok(BillingView {
            settings: settings.view(BILLING),
            edit: edit.verdict(),
            payment: payment.map(|method| payment_view(method, self.now())),
            subscription: subscription::view(&judge, &settings)?,
            invoices: match invoices::not_offered(&open)? {
                Some(reason) => denied(reason),
                None => judge.offer(Action::InvoicesView)?,
            },
        })
    }
}

fn payment_view(method: &PaymentMethod, now: Timestamp) -> PaymentView {
    let month = now.strftime("%Y-%m").to_string();
    PaymentView {
        label: method.label.clone(),
        expired: method
            .expires
            .as_ref()
            .is_some_and(|expires| is_month(expires) && *expires < month),
        expires: method.expires.clone(),
        managed_at: payment_page(method).and_then(|url| url.host_str().map(str::to_owned)),
    }
}

fn is_month(text: &str) -> bool {
    format!("{text}-01").parse::<jiff::civil::Date>().is_ok()
}

/// The page where a payment method is managed, if it may be opened: https, and no secret in it.
pub(crate) fn payment_page(method: &PaymentMethod) -> Option<Url> {
    let url = Url::parse(method.manage_url.as_ref()?).ok()?;
    let safe = url.scheme() == "https" && url.username().is_empty() && url.password().is_none();
    (safe && url.host_str().is_some()).then_some(url)
}
