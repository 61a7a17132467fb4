//! The organization itself and its invoices: where the server describes them.

use std::collections::BTreeSet;

use http::StatusCode;
use jiff::civil::Date;
use rollcall_model::{
    Billing, Invoice, InvoiceLine, Organization, OrganizationId, PaymentMethod, Plan, Subscription,
    SubscriptionStatus,
};
use rollcall_scim::wire::{
    self, BillingWire, InvoiceWire, OrganizationWire, PaymentMethodWire, SubscriptionWire, instant,
};
use rollcall_sync::{PageAt, RemoteError};
use url::Url;

use crate::ask::{Answer, Ask, unreadable};
use crate::http_remote::HttpRemote;
use crate::map::{cut, meta, version};

/// The name of the resource type, as servers announce it.
const ORGANIZATION: &str = "Organization";
/// The name of the resource type, as servers announce it.
const INVOICE: &str = "Invoice";

impl HttpRemote {
    /// Where the organization is: known once it was read.
    pub(crate) fn organization_url(&self) -> Result<Url, RemoteError> {
        let id = self.known().organization.ok_or(RemoteError::NotOffered)?;
        self.url(&["Organizations", &id])
    }

    /// Asks for the one there is, or whether the one that is known is still the same.
    pub(crate) async fn read_organization(
        &self,
        known: Option<&Organization>,
    ) -> Result<Option<Organization>, RemoteError> {
        if !self.known().announces(ORGANIZATION) {
            return Err(RemoteError::NotOffered);
        }
        if let Some(known) = known
            && let Some(version) = &known.version
        {
            let url = self.url(&["Organizations", known.id.as_str()])?;
            let answer = self.ask(Ask::get(url).if_none_match(version)).await?;
            if answer.status == StatusCode::NOT_MODIFIED {
                return Ok(None);
            }
            return organization_of(&answer);
        }
        let answer = self.page("Organizations", &[], &PageAt::Start).await?;
        let text = answer.text();
        let page = wire::organizations(&text).map_err(unreadable)?;
        let read = page.resources.into_iter().flatten().next();
        let organization = read.as_ref().map(organization);
        if let Some(organization) = &organization {
            let id = organization.id.as_str().to_owned();
            self.learn(|facts| facts.organization = Some(id));
        }
        Ok(organization)
    }

    /// Every invoice: a few a year.
    pub(crate) async fn read_invoices(&self) -> Result<Vec<Invoice>, RemoteError> {
        if !self.known().announces(INVOICE) {
            return Err(RemoteError::NotOffered);
        }
        let mut invoices: Vec<Invoice> = Vec::new();
        let mut seen = BTreeSet::new();
        let mut at = PageAt::Start;
        loop {
            let answer = self.page("Invoices", &[], &at).await?;
            let text = answer.text();
            let page = wire::invoices(&text).map_err(unreadable)?;
            let next = self.next(&page, &at);
            let before = seen.len();
            for wire in page.resources.into_iter().flatten() {
                if seen.insert(wire.id.clone().into_owned()) {
                    invoices.push(invoice(&wire));
                }
            }
            match next.filter(|_| seen.len() > before) {
                Some(next) => at = next,
                None => break,
            }
        }
        invoices.sort_by(|one, other| {
            let newest = other.date.cmp(&one.date);
            newest.then_with(|| other.number.cmp(&one.number))
        });
        Ok(invoices)
    }
}

/// The organization in an answer; `None` where it has no id.
pub(crate) fn organization_of(answer: &Answer) -> Result<Option<Organization>, RemoteError> {
    let text = answer.text();
    let wire = wire::organization(&text).map_err(unreadable)?;
    Ok((!wire.id.is_empty()).then(|| organization(&wire)))
}

fn text(text: Option<&std::borrow::Cow<'_, str>>) -> String {
    text.map(|text| cut(text)).unwrap_or_default()
}

fn organization(wire: &OrganizationWire<'_>) -> Organization {
    Organization {
        id: OrganizationId::new(wire.id.as_ref()),
        display_name: text(wire.display_name.as_ref()),
        website: text(wire.website.as_ref()),
        time_zone: text(wire.time_zone.as_ref()),
        locale: text(wire.locale.as_ref()),
        created: meta(wire.meta.as_ref(), |meta| {
            meta.created.as_deref().and_then(instant)
        }),
        version: meta(wire.meta.as_ref(), version),
        // Without any value it is absent (RFC 7643, 2.5), as it is for a role that may not see it: who may
        // is for the policy to say, and without this nobody could enter the first value.
        billing: Some(wire.billing.as_ref().map(billing).unwrap_or_default()),
        subscription: wire.subscription.as_ref().and_then(subscription),
        free_seats: wire
            .subscription
            .as_ref()
            .and_then(|subscription| subscription.free_seats),
    }
}

fn billing(wire: &BillingWire<'_>) -> Billing {
    Billing {
        company: text(wire.company.as_ref()),
        address: text(wire.address.as_ref()),
        tax_id: text(wire.tax_id.as_ref()),
        contact_email: text(wire.contact_email.as_ref()),
        payment_method: wire.payment_method.as_ref().and_then(payment_method),
    }
}

fn payment_method(wire: &PaymentMethodWire<'_>) -> Option<PaymentMethod> {
    Some(PaymentMethod {
        label: cut(wire.label.as_ref()?),
        expires: wire.expires.as_deref().map(cut),
        manage_url: wire.manage_url.as_deref().map(cut),
    })
}

/// `None` for a role that is told no more than the free seats.
fn subscription(wire: &SubscriptionWire<'_>) -> Option<Subscription> {
    let at = |text: Option<&std::borrow::Cow<'_, str>>| text.and_then(|text| instant(text));
    Some(Subscription {
        status: SubscriptionStatus::from_wire(wire.status.as_ref()?),
        plan: text(wire.plan.as_ref()),
        seats: wire.seats,
        seats_used: wire.seats_used,
        renews_at: at(wire.renews_at.as_ref()),
        trial_ends_at: at(wire.trial_ends_at.as_ref()),
        next_plan: wire.next_plan.as_deref().map(cut),
        next_seats: wire.next_seats,
        plans: wire
            .plans
            .iter()
            .flatten()
            .filter(|plan| !plan.value.is_empty())
            .map(|plan| Plan {
                value: cut(&plan.value),
                display: cut(plan.display.as_ref().unwrap_or(&plan.value)),
                seat_price: text(plan.seat_price.as_ref()),
                currency: text(plan.currency.as_ref()),
                period: text(plan.period.as_ref()),
            })
            .collect(),
    })
}

fn invoice(wire: &InvoiceWire<'_>) -> Invoice {
    Invoice {
        id: wire.id.as_ref().to_owned(),
        number: text(wire.number.as_ref()),
        date: wire.date.as_deref().and_then(date),
        amount: text(wire.amount.as_ref()),
        currency: text(wire.currency.as_ref()),
        status: text(wire.status.as_ref()),
        lines: wire
            .lines
            .iter()
            .flatten()
            .map(|line| InvoiceLine {
                description: text(line.description.as_ref()),
                quantity: text(line.quantity.as_ref()),
                unit_price: text(line.unit_price.as_ref()),
                amount: text(line.amount.as_ref()),
            })
            .collect(),
    }
}

/// A date alone, or the date of a date and time.
fn date(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organization_that_nobody_is_billed_for_yet_can_be_given_who_is() {
        let text = r#"{"id":"o1","displayName":"Example"}"#;
        let read = organization(&wire::organization(text).unwrap());
        assert_eq!(read.billing, Some(Billing::default()));
    }
}
