//! Sends what waits, without waiting for the undo window or the next try.

use rollcall_language::say;
use rollcall_model::{ConnectionId, MutationId};
use rollcall_sync::{Link, Pause, PushedReport, identify_once, push_once, reach_once};

use crate::going::Going;
use crate::opening::engine_parts;
use crate::organization::{NoToken, Organization, lock};
use crate::row::count;
use crate::sync_once::sync_failure;
use crate::view::{Changes, Sent, Topic};
use crate::{App, Failure};

impl App {
    /// Lets these changes of those that wait go out, with those that must go before them, and sends them.
    /// With a running engine it answers at once and tells the rest through [`App::watch`]; else it answers
    /// when everything was tried. What asks once more goes only when `typed` is what [`App::outbox`] says
    /// must be typed. Where a new sign-in's user isn't known, this is also the person's word that what
    /// waits may go out with it.
    ///
    /// # Errors
    /// `not_confirmed`, `held_by`, `session_ended`, `offline_*`, `other_account`; else as
    /// [`App::session`].
    pub async fn send(
        &self,
        organization: ConnectionId,
        changes: &Changes,
        typed: Option<&str>,
    ) -> Result<Sent, Failure> {
        let open = self.writer(organization).await?;
        let Some(engine) = &open.engine else {
            let ids = self.let_go(&open, changes, typed)?;
            let ids = (*changes != Changes::All).then_some(ids.as_slice());
            let pushed = self.push_some(&open, ids).await?;
            return sent(&open, &pushed);
        };
        let waiting = count(open.ledger.standing()?.waiting);
        let status = engine.status();
        match &status.pause {
            Some(Pause::UnknownUser) => engine.handle().adopt_outbox(),
            Some(pause) if waiting > 0 => return Err(paused(&open, pause)?),
            Some(_) | None => {}
        }
        if status.link == Link::SessionEnded && waiting > 0 {
            return Err(NoToken::SignedOut.failure());
        }
        let ids = self.let_go(&open, changes, typed)?;
        match changes {
            Changes::All => engine.handle().send_now(None),
            _ => engine.handle().send_now(Some(&ids)),
        }
        self.tell_stale(organization, &[Topic::Session, Topic::Outbox]);
        let message = match (waiting, status.link) {
            (0, _) => say!("send-nothing"),
            (_, Link::Offline { reason, .. }) => say!("send-trying", reason = reason),
            (_, Link::Waiting { .. }) => say!("send-asked-to-wait"),
            _ => say!("send-sending", count = ids.len()),
        };
        Ok(Sent {
            applied: 0,
            needs_you: 0,
            waiting,
            message,
        })
    }

    /// Takes the hold off these changes and those that must go before them; a person has said so. Answers
    /// which are queued.
    fn let_go(
        &self,
        open: &Organization,
        changes: &Changes,
        typed: Option<&str>,
    ) -> Result<Vec<MutationId>, Failure> {
        let _one_at_a_time = lock(&open.saving);
        let going = Going::of(open, &open.ledger.listed()?, changes)?;
        if let Some(confirm) = &going.confirm {
            confirm.holds_against(typed)?;
        }
        open.ledger.release(&going.ids, self.now())?;
        Ok(going.ids)
    }

    /// Sends once, without an engine, whatever waits.
    pub(crate) async fn push(&self, open: &Organization) -> Result<(), Failure> {
        self.push_some(open, None).await.map(drop)
    }

    /// What waits belongs to one account; a change of another's must not go out under it. Where no
    /// engine runs and the token is new here, the server is asked whose it is.
    pub(crate) async fn refuse_beside_others(&self, open: &Organization) -> Result<(), Failure> {
        let pause = match (&open.engine, open.remote()) {
            (Some(engine), _) => engine.status().pause,
            (None, Ok(remote)) => {
                let parts = engine_parts(&self.inner, &remote, &open.cache, &open.ledger);
                identify_once(parts)
                    .await
                    .map_err(|error| sync_failure(error).with_help(Some(say!("send-new-token"))))?
            }
            (None, Err(_)) => None,
        };
        match pause {
            Some(pause @ Pause::OtherUser { .. }) => Err(paused(open, &pause)?),
            Some(Pause::UnknownUser) | None => Ok(()),
        }
    }

    /// Whether the server answers.
    pub(crate) async fn reach(&self, open: &Organization) -> Result<(), Failure> {
        let remote = open.remote().map_err(NoToken::failure)?;
        let parts = engine_parts(&self.inner, &remote, &open.cache, &open.ledger);
        reach_once(parts).await.map_err(sync_failure)
    }

    async fn push_some(
        &self,
        open: &Organization,
        ids: Option<&[MutationId]>,
    ) -> Result<PushedReport, Failure> {
        let remote = open.remote().map_err(NoToken::failure)?;
        let parts = engine_parts(&self.inner, &remote, &open.cache, &open.ledger);
        let pushed = push_once(parts, ids).await.map_err(sync_failure)?;
        self.tell_stale(
            open.id,
            &[
                Topic::Session,
                Topic::Users,
                Topic::Outbox,
                Topic::Organization,
            ],
        );
        Ok(pushed)
    }
}

/// What a single push comes to; a failure, when nothing could be tried.
fn sent(open: &Organization, pushed: &PushedReport) -> Result<Sent, Failure> {
    let applied = count(pushed.push.applied.len());
    let needs_you = count(pushed.push.rejected.len() + pushed.push.conflicts.len());
    let waiting = count(pushed.waiting);
    if applied == 0 && needs_you == 0 && waiting > 0 {
        if let Some(error) = &pushed.push.stopped {
            return Err(crate::failure::remote(error));
        }
        if let Some(pause) = &pushed.pause {
            return Err(paused(open, pause)?);
        }
    }
    let message = match (applied, needs_you, waiting) {
        (0, 0, 0) => say!("send-nothing"),
        _ => say!(
            "send-sent",
            applied = applied,
            needs = needs_you,
            waiting = waiting
        ),
    };
    Ok(Sent {
        applied,
        needs_you,
        waiting,
        message,
    })
}

fn paused(open: &Organization, pause: &Pause) -> Result<Failure, Failure> {
    Ok(match pause {
        Pause::OtherUser { queued_by } => {
            let (name, _) = open.name_of(queued_by)?;
            Failure::new("other_account", say!("send-other-user", name = name))
        }
        Pause::UnknownUser => Failure::new("other_account", say!("send-unknown-user")),
    })
}
