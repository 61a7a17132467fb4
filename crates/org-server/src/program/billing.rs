//! Plans, the subscription and invoices, at the server's own console. They work while the server runs.

use std::error::Error;

use rollcall_org_server::{PaymentMethod, Plan as Offered, Standing, SubscriptionOrder};

use super::billing_args::{Invoice, Plan, SetPayment, SetSubscription, Status, Subscription};
use super::console::{founded, say};

/// Lists, offers or withdraws plans.
pub(super) fn plan(plan: Plan) -> Result<(), Box<dyn Error>> {
    match plan {
        Plan::List { data } => {
            for plan in founded(&data)?.plans()? {
                let price = plan.seat_price.to_string();
                say(&[&plan.value, &plan.display, &price, &plan.currency])?;
            }
            Ok(())
        }
        Plan::Offer {
            data,
            value,
            name,
            seat_price,
            currency,
        } => Ok(founded(&data)?.offer_plan(&Offered {
            value,
            display: name,
            seat_price,
            currency,
        })?),
        Plan::Withdraw { data, value } => Ok(founded(&data)?.withdraw_plan(&value)?),
    }
}

/// Shows or sets the subscription.
pub(super) fn subscription(subscription: Subscription) -> Result<(), Box<dyn Error>> {
    match subscription {
        Subscription::Show { data } => {
            let server = founded(&data)?;
            let Some(found) = server.subscription()? else {
                return say(&["status", "none: there is no limit"]);
            };
            let time = |at: Option<jiff::Timestamp>| at.map(|at| at.to_string());
            let seats = |seats: Option<u32>| seats.map(|seats| seats.to_string());
            let payment = server.payment_method()?;
            for (name, value) in [
                ("status", Some(found.status.as_str().to_owned())),
                ("plan", Some(found.plan)),
                ("seats", seats(Some(found.seats))),
                ("renews", time(found.renews)),
                ("trial ends", time(found.trial_ends)),
                ("next plan", found.next_plan),
                ("next seats", seats(found.next_seats)),
                ("payment", payment.map(|payment| payment.label)),
            ] {
                say(&[name, value.as_deref().unwrap_or("-")])?;
            }
            Ok(())
        }
        Subscription::Set(set) => set_subscription(&set),
        Subscription::Payment(payment) => set_payment(payment),
    }
}

/// Lists invoices, or marks one.
pub(super) fn invoice(invoice: Invoice) -> Result<(), Box<dyn Error>> {
    match invoice {
        Invoice::List { data } => {
            for row in founded(&data)?.invoices()? {
                let status = row.status.as_str();
                say(&[&row.number, &row.date, &row.amount, &row.currency, status])?;
            }
            Ok(())
        }
        Invoice::Mark {
            data,
            number,
            status,
        } => Ok(founded(&data)?.mark_invoice(&number, status)?),
    }
}

fn set_subscription(set: &SetSubscription) -> Result<(), Box<dyn Error>> {
    let standing = match (set.status, set.trial_days) {
        (None, None) => None,
        (None | Some(Status::Trial), days) => Some(Standing::Trial {
            days: days.unwrap_or_default(),
        }),
        (Some(Status::Active), _) => Some(Standing::Active),
        (Some(Status::PendingPayment), _) => Some(Standing::PendingPayment),
        (Some(Status::Frozen), _) => Some(Standing::Frozen),
        (Some(Status::Cancelled), _) => Some(Standing::Cancelled),
    };
    let order = SubscriptionOrder {
        plan: set.plan.clone(),
        seats: set.seats,
        standing,
    };
    Ok(founded(&set.data)?.set_subscription(&order)?)
}

fn set_payment(set: SetPayment) -> Result<(), Box<dyn Error>> {
    let payment = set.label.map(|label| PaymentMethod {
        label,
        expires: set.expires,
        manage_url: set.manage_url,
    });
    Ok(founded(&set.data)?.set_payment_method(payment)?)
}
