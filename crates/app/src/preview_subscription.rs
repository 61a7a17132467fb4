//! Tells what another plan and other seats would mean, before they are asked for.

use rollcall_language::say;
use rollcall_model::{ConnectionId, OrganizationField, Subscription, SubscriptionStatus};
use rollcall_policy::{Action, Target};

use crate::row::count;
use crate::setting::Settings;
use crate::setting_rules::read;
use crate::subscription::{cant_change, price, seat_price};
use crate::view::{Begins, SubscriptionPreview, SubscriptionWish};
use crate::{App, Failure};

impl App {
    /// What a period would cost, how many seats would be left, and when that begins.
    ///
    /// # Errors
    /// As [`App::change_subscription`].
    pub async fn preview_subscription(
        &self,
        organization: ConnectionId,
        wish: &SubscriptionWish,
    ) -> Result<SubscriptionPreview, Failure> {
        let open = self.organization(organization).await?;
        let may = open
            .judge()?
            .ask(Action::SubscriptionChange, &Target::Organization)?;
        may.or_refuse()?;
        let settings = Settings::of(&open)?;
        let plan = read(OrganizationField::Plan, &wish.plan, &settings.shown)?;
        let seats = read(OrganizationField::Seats, &wish.seats, &settings.shown)?;
        let Some(now) = &settings.server.subscription else {
            return Err(Failure::new("not_offered", say!("subscription-not-told")));
        };
        if let Some(reason) = cant_change(now) {
            return Err(Failure::new("subscription_stays", reason));
        }
        let seats: Option<u64> = seats.parse().ok();
        Ok(SubscriptionPreview {
            before: price(now, &now.plan, now.seats),
            after: price(now, &plan, seats),
            plan_begins: (plan != now.plan).then(|| begins(now, is_cheaper(now, &plan))),
            seats_begin: (seats != now.seats).then(|| begins(now, seats < now.seats)),
            renews_at: now.renews_at.map(|at| at.to_string()),
            free_seats: seats
                .zip(now.seats_used)
                .map(|(seats, used)| count(seats.saturating_sub(used))),
        })
    }
}

/// What is paid for can be used up: less begins when the period is over.
fn begins(now: &Subscription, less: bool) -> Begins {
    let paid = matches!(
        now.status,
        SubscriptionStatus::Active | SubscriptionStatus::Downgrading
    );
    if paid && less {
        Begins::AtRenewal
    } else {
        Begins::AtOnce
    }
}

fn is_cheaper(now: &Subscription, plan: &str) -> bool {
    let seat = |value: &str| {
        let plan = now.plans.iter().find(|plan| plan.value == value);
        plan.and_then(seat_price)
    };
    matches!((seat(plan), seat(&now.plan)), (Some(wanted), Some(current)) if wanted < current)
}
