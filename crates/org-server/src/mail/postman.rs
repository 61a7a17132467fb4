//! Takes invitations to whoever carries them, until they are out or nobody needs them any more.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use rollcall_model::InvitationStatus;
use rusqlite::Connection;

use super::carrier::{Carrier, Undelivered};
use super::message::{Invite, Message};
use crate::http::State;
use crate::invitation;
use crate::store::deliveries::{self, DeliveryRow};
use crate::store::users::{self, InvitationRow};
use crate::store::{StoreError, counters, links, organization};
use crate::trouble::Trouble;

/// How many messages are written before the first of them goes out.
const AT_ONCE: usize = 16;

/// How long the first retry waits; each further one waits twice as long, up to the longest.
const FIRST_RETRY: Duration = Duration::from_secs(1);
const LONGEST_RETRY: Duration = Duration::from_secs(15 * 60);

/// How long to wait after the database failed.
const AFTER_TROUBLE: Duration = Duration::from_secs(60);

/// A message on its way.
struct Errand {
    delivery: DeliveryRow,
    /// The id of the link in it.
    link: String,
    message: Message,
}

/// Carries for as long as it is polled. What is on its way when it is dropped goes out at the next
/// start: an invitation is sent at least once, and only the latest link works.
pub(crate) async fn run(state: Arc<State>) -> Infallible {
    let carrier = match Carrier::of(&state.post) {
        Ok(Some(carrier)) => carrier,
        // What an earlier start left waits for one that can send it.
        Ok(None) => return std::future::pending().await,
        Err(error) => {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "no mail can be sent"
            );
            return std::future::pending().await;
        }
    };
    loop {
        let wait = match round(&state, &carrier).await {
            Ok(next) => next,
            Err(error) => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "could not send mail"
                );
                Some(AFTER_TROUBLE)
            }
        };
        let knocked = state.post.knock.notified();
        match wait {
            Some(wait) => {
                let _ = tokio::time::timeout(wait, knocked).await;
            }
            None => knocked.await,
        }
    }
}

/// Sends everything that is due. Answers how long to wait for what isn't.
async fn round(state: &Arc<State>, carrier: &Carrier) -> Result<Option<Duration>, Trouble> {
    loop {
        let errands = state
            .run(|state| state.store.write(|sql| claim(state, sql)))
            .await?;
        if errands.is_empty() {
            break;
        }
        for errand in errands {
            let outcome = carrier.take(&errand.link, &errand.message).await;
            let is_over = matches!(outcome, Err(Undelivered::Unreachable(_)));
            state
                .run(move |state| {
                    let settle = |sql: &Connection| settle(state, sql, &errand, outcome);
                    state.store.write::<_, StoreError>(settle)?;
                    Ok(())
                })
                .await?;
            if is_over {
                break;
            }
        }
    }
    state
        .run(|state| {
            let next = state.store.read(deliveries::next_due)?;
            let wait = next.map(|due| due.duration_since(state.now()));
            // A clock that is held, or was set back, must not keep the postman waiting for ever.
            Ok(wait.map(|wait| wait.unsigned_abs().clamp(FIRST_RETRY, LONGEST_RETRY)))
        })
        .await
}

/// Writes messages for what is due, each with a link of its own; the links before are of no use from
/// now on.
fn claim(state: &State, sql: &Connection) -> Result<Vec<Errand>, Trouble> {
    let now = state.now();
    deliveries::give_up(sql, now)?;
    let due = deliveries::due(sql, now, AT_ONCE)?;
    if due.is_empty() {
        return Ok(Vec::new());
    }
    let organization = organization::find(sql)?.map(|found| found.name);
    let mut errands = Vec::new();
    for delivery in due {
        let Some(user) = users::by_seq(sql, delivery.user)? else {
            continue;
        };
        let secret = invitation::new_link(sql, &state.ids, user.seq)?;
        let link = invitation::address_of(&state.base, &secret.text);
        let message = Message::invitation(Invite {
            to: &user.user_name,
            organization: organization.as_deref().unwrap_or_default(),
            invited_by: &delivery.invited_by,
            link: &link,
            expires: user.invitation.and_then(|invitation| invitation.expires),
            now,
        });
        errands.push(Errand {
            delivery,
            link: secret.id,
            message,
        });
    }
    Ok(errands)
}

/// Writes down what became of a message, unless another has taken its place meanwhile.
fn settle(
    state: &State,
    sql: &Connection,
    errand: &Errand,
    outcome: Result<(), Undelivered>,
) -> Result<(), StoreError> {
    let is_latest =
        links::find(sql, &errand.link)?.is_some_and(|link| link.state == links::LinkState::Open);
    let user = users::by_seq(sql, errand.delivery.user)?;
    let (Some(user), true) = (user, is_latest) else {
        return Ok(());
    };
    let now = state.now();
    let later = later(now, errand.delivery.tries);
    let told = |status: InvitationStatus, failure: Option<String>| InvitationRow {
        status,
        failure,
        ..user
            .invitation
            .clone()
            .unwrap_or_else(InvitationRow::accepted)
    };
    let news = match outcome {
        Ok(()) => {
            deliveries::remove(sql, user.seq)?;
            let was_late = user
                .invitation
                .as_ref()
                .is_some_and(|i| i.failure.is_some());
            was_late.then(|| InvitationRow::sent(now, state.post.lasts()))
        }
        Err(Undelivered::Refused(reason)) => {
            links::forget(sql, &errand.link)?;
            deliveries::remove(sql, user.seq)?;
            Some(told(InvitationStatus::Failed, Some(reason)))
        }
        Err(Undelivered::Later(reason)) => {
            links::forget(sql, &errand.link)?;
            deliveries::postpone(sql, user.seq, later)?;
            Some(told(InvitationStatus::Failed, Some(reason)))
        }
        Err(Undelivered::Unreachable(reason)) => {
            tracing::warn!(reason, "no mail gets out");
            let change = counters::next_change(sql)?;
            users::fail_due_invitations(sql, &reason, now, change)?;
            deliveries::postpone_due(sql, now, later)?;
            None
        }
    };
    match news {
        Some(news) if user.invitation.as_ref() != Some(&news) => {
            let (mut user, change) = (user, counters::next_change(sql)?);
            users::set_invitation(sql, &mut user, news, now, change)
        }
        _ => Ok(()),
    }
}

/// When to try again what was tried this often before.
fn later(now: Timestamp, tries: u32) -> Timestamp {
    let factor = 2_u32.saturating_pow(tries.min(16));
    let wait = FIRST_RETRY.saturating_mul(factor).min(LONGEST_RETRY);
    let wait = SignedDuration::try_from(wait).unwrap_or(SignedDuration::MAX);
    now.saturating_add(wait).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retries_become_rare_and_never_stop() {
        let now: Timestamp = "2026-11-25T12:00:00Z".parse().unwrap();
        let waits = |tries| later(now, tries).duration_since(now).as_secs();
        assert_eq!([waits(0), waits(1), waits(5)], [1, 2, 32]);
        assert_eq!(
            [waits(10), waits(u32::MAX)],
            [900, 900],
            "at least every 15 minutes"
        );
    }
}
