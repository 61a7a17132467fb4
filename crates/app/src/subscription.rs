//! The subscription as it is shown: where it stands, what a period costs, and what may be done with it.

use std::str::FromStr;

use rollcall_language::say;
use rollcall_model::{OrganizationField, Plan, Subscription, SubscriptionStatus};
use rollcall_policy::{Action, Seats, Target};
use rust_decimal::Decimal;

use crate::Failure;
use crate::row::count;
use crate::setting::Settings;
use crate::verdict::{Judge, denied};
use crate::view::{PlanChoice, Price, SettingView, SubscriptionView, SubscriptionWish, Verdict};

/// Plan and seats.
pub(crate) const SUBSCRIPTION: &[OrganizationField] =
    &[OrganizationField::Plan, OrganizationField::Seats];

/// The subscription as it is shown; `None` where the server doesn't tell.
pub(crate) fn view(
    judge: &Judge<'_>,
    settings: &Settings,
) -> Result<Option<SubscriptionView>, Failure> {
    let (Some(now), Some(shown)) = (&settings.server.subscription, &settings.shown.subscription)
    else {
        return Ok(None);
    };
    let title = |plan: &str| title(now, plan);
    let wanted = |field| settings.shown.value(field).unwrap_or_default();
    Ok(Some(SubscriptionView {
        status: now.status.as_str().to_owned(),
        status_title: now.status.to_string(),
        closed: Seats::of(&settings.server)
            .closed()
            .map(|rule| rule.sentence()),
        plan: title(&now.plan),
        seats: now.seats.map(count),
        seats_used: now.seats_used.map(count),
        free_seats: settings.server.free_seats.map(count),
        renews_at: now.renews_at.map(|at| at.to_string()),
        trial_ends_at: now.trial_ends_at.map(|at| at.to_string()),
        next_plan: now.next_plan.as_deref().map(title),
        next_seats: now.next_seats.map(count),
        price: price(now, &now.plan, now.seats),
        waiting: waiting(settings, now),
        wanted: SubscriptionWish {
            plan: wanted(OrganizationField::Plan),
            seats: wanted(OrganizationField::Seats),
        },
        plans: shown.plans.iter().map(plan_view).collect(),
        change: match cant_change(now) {
            Some(reason) => after_the_role(judge, Action::SubscriptionChange, reason)?,
            None => ask(judge, Action::SubscriptionChange)?,
        },
        cancel: is_running(now)
            .then(|| ask(judge, Action::SubscriptionCancel))
            .transpose()?,
        resume: resumes(now)
            .then(|| ask(judge, Action::SubscriptionChange))
            .transpose()?,
    }))
}

fn ask(judge: &Judge<'_>, action: Action) -> Result<Verdict, Failure> {
    Ok(judge.ask(action, &Target::Organization)?.verdict())
}

/// Whoever may not hears that, and others what else stands in the way.
fn after_the_role(judge: &Judge<'_>, action: Action, reason: String) -> Result<Verdict, Failure> {
    let verdict = ask(judge, action)?;
    Ok(if verdict.is_denied() {
        verdict
    } else {
        denied(reason)
    })
}

/// Why plan and seats stay, whoever asks; `None` where they can be changed.
pub(crate) fn cant_change(now: &Subscription) -> Option<String> {
    match now.status {
        SubscriptionStatus::Cancelling => Some(say!("subscription-cancelling")),
        SubscriptionStatus::PendingPayment | SubscriptionStatus::Frozen => {
            Some(say!("subscription-payment-due"))
        }
        _ if now.plans.is_empty() => Some(say!("subscription-no-plans")),
        _ => None,
    }
}

/// Whether there is something to cancel.
pub(crate) fn is_running(now: &Subscription) -> bool {
    let over = matches!(
        now.status,
        SubscriptionStatus::Cancelling | SubscriptionStatus::Cancelled
    );
    !over && !now.plan.is_empty()
}

/// Whether it ends, or has ended, unless somebody wants it to go on.
pub(crate) fn resumes(now: &Subscription) -> bool {
    let ends = matches!(
        now.status,
        SubscriptionStatus::Trial
            | SubscriptionStatus::TrialEnded
            | SubscriptionStatus::Cancelling
            | SubscriptionStatus::Cancelled
    );
    ends && !now.plan.is_empty()
}

/// What waits of plan and seats, plans by their names.
fn waiting(settings: &Settings, now: &Subscription) -> Vec<SettingView> {
    let asked = settings.view(SUBSCRIPTION).into_iter();
    asked
        .filter(|setting| setting.intent.is_some())
        .map(|setting| {
            if setting.field != OrganizationField::Plan.as_str() {
                return setting;
            }
            SettingView {
                value: title(now, &setting.value),
                was: setting.was.map(|was| title(now, &was)),
                ..setting
            }
        })
        .collect()
}

/// A plan by the name that people read; by its value, where it isn't offered any more.
pub(crate) fn title(now: &Subscription, value: &str) -> String {
    let known = now.plans.iter().find(|plan| plan.value == value);
    known.map_or_else(|| value.to_owned(), |plan| plan.display.clone())
}

fn plan_view(plan: &Plan) -> PlanChoice {
    PlanChoice {
        value: plan.value.clone(),
        title: plan.display.clone(),
        seat: Price {
            amount: plan.seat_price.clone(),
            currency: plan.currency.clone(),
            period: plan.period.clone(),
        },
    }
}

/// What a period costs; `None` where the server doesn't say what a seat costs, or sets no limit.
pub(crate) fn price(now: &Subscription, plan: &str, seats: Option<u64>) -> Option<Price> {
    let plan = now.plans.iter().find(|known| known.value == plan)?;
    let seat = seat_price(plan)?;
    let whole = seat.checked_mul(Decimal::from(seats?))?;
    Some(Price {
        amount: whole.to_string(),
        currency: plan.currency.clone(),
        period: plan.period.clone(),
    })
}

/// What a seat costs, as a number.
pub(crate) fn seat_price(plan: &Plan) -> Option<Decimal> {
    Decimal::from_str(&plan.seat_price).ok()
}
