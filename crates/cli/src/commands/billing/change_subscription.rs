//! `billing change-subscription`: changes the plan and the number of seats, or says what that would cost.

use std::io::Write;

use rollcall_app::view::{Begins, Price, SubscriptionPreview, SubscriptionWish};
use rollcall_language::say;
use serde::Serialize;

use crate::arguments::ChangeSubscription;
use crate::commands::settings::save;
use crate::commands::told::told;
use crate::output::{Cell, Record, minutes};
use crate::session::Session;
use crate::stop::Stop;

/// What `--dry-run` answers: nothing was changed.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Foreseen {
    result: &'static str,
    #[serde(flatten)]
    preview: SubscriptionPreview,
}

impl Record for Foreseen {
    const COLUMNS: &'static [&'static str] = &[
        "result",
        "before",
        "after",
        "plan_begins",
        "seats_begin",
        "renews_at",
        "free_seats",
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        let preview = &self.preview;
        let begins = |begins: Option<Begins>| match begins {
            Some(Begins::AtOnce) => Cell::from("at_once"),
            Some(Begins::AtRenewal) => Cell::from("at_renewal"),
            None => Cell::from(""),
        };
        let price = |known: &Option<Price>| Cell::from(known.as_ref().map(price));
        vec![
            Cell::from(self.result),
            price(&preview.before),
            price(&preview.after),
            begins(preview.plan_begins),
            begins(preview.seats_begin),
            Cell::time(&preview.renews_at),
            Cell::from(preview.free_seats),
        ]
    }
}

pub(super) async fn run<W: Write>(
    mut session: Session<W>,
    asked: ChangeSubscription,
) -> Result<(), Stop> {
    let (app, organization) = (session.app.clone(), session.organization);
    if !asked.dry_run {
        let save = save([("plan", asked.plan), ("seats", asked.seats)]);
        let receipt = app.change_subscription(organization, &save, None).await?;
        return told(session, receipt).await;
    }
    let known = match app.billing(organization).await {
        Ok(billing) => billing.subscription.map(|known| known.wanted),
        // Whoever sees no plan hears below that they can't change it.
        Err(refused) if refused.code == "denied" => None,
        Err(failure) => return Err(failure.into()),
    };
    let known = known.unwrap_or_default();
    let wish = SubscriptionWish {
        plan: asked.plan.unwrap_or(known.plan),
        seats: asked.seats.unwrap_or(known.seats),
    };
    let preview = app.preview_subscription(organization, &wish).await?;
    let sentence = foreseen(&preview);
    let result = if preview.plan_begins.is_none() && preview.seats_begin.is_none() {
        "unchanged"
    } else {
        "would_change"
    };
    Ok(session
        .output
        .sentence(&sentence, &Foreseen { result, preview })?)
}

/// What it would cost and when it would begin, for people.
fn foreseen(preview: &SubscriptionPreview) -> String {
    let renews = preview.renews_at.as_deref().map(minutes);
    let mut told = Vec::new();
    told.extend(preview.plan_begins.map(|begins| match (begins, &renews) {
        (Begins::AtOnce, _) => say!("terminal-plan-at-once"),
        (Begins::AtRenewal, Some(at)) => say!("terminal-plan-then", moment = at),
        (Begins::AtRenewal, None) => say!("terminal-plan-with-period"),
    }));
    told.extend(preview.seats_begin.map(|begins| match (begins, &renews) {
        (Begins::AtOnce, _) => say!("terminal-seats-at-once"),
        (Begins::AtRenewal, Some(at)) => say!("terminal-seats-then", moment = at),
        (Begins::AtRenewal, None) => say!("terminal-seats-with-period"),
    }));
    if told.is_empty() {
        told.push(say!("settings-nothing"));
    }
    match (&preview.before, &preview.after) {
        (Some(before), Some(after)) if before != after => {
            told.push(say!(
                "terminal-costs-instead",
                price = price(after),
                before = price(before)
            ));
        }
        (_, Some(after)) => told.push(say!("terminal-costs", price = price(after))),
        (_, None) => {}
    }
    if let Some(free) = preview.free_seats {
        told.push(say!("terminal-seats-free", count = free));
    }
    told.push(say!("terminal-nothing-changed"));
    told.join(" ")
}

/// "490.00 CHF a month".
pub(super) fn price(price: &Price) -> String {
    say!(
        "terminal-price",
        amount = price.amount,
        currency = price.currency,
        period = price.period
    )
}
