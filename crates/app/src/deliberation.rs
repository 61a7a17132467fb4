//! Decides on a wish for one selected user after another, as if it were done to the earlier ones.

use std::collections::HashMap;

use rollcall_cache::{Presence, ShownUser};
use rollcall_language::say;
use rollcall_model::{Mutation, MutationState, Timestamp, UserChange, UserId};
use rollcall_sync::remembered_server;

use crate::Failure;
use crate::asked_action::AskedAction;
use crate::organization::{Organization, unknown_user};
use crate::outcome::{Outcome, Sum};
use crate::permission::Permissions;
use crate::selection::Picked;
use crate::view::{Selection, UserAction};

/// Decides for everyone selected; `told` hears each outcome.
pub(crate) fn deliberate(
    open: &Organization,
    now: Timestamp,
    selection: &Selection,
    action: &UserAction,
    mut told: impl FnMut(&Picked, Outcome),
) -> Result<Sum, Failure> {
    let action = AskedAction::parse(action)?;
    open.may_reach_users([action.permission()])?;
    let action = action.found(open)?;
    if let Some(reason) = action.not_offered(&remembered_server(&open.cache)?) {
        return Err(Failure::new("not_offered", reason));
    }
    let mut deliberation = Deliberation {
        permissions: Permissions::of(open)?,
        open_changes: open_changes(open)?,
        already_so: action.already_so(),
        action: &action,
    };
    let mut sum = Sum::default();
    selection.each(open, now, |picked| {
        let outcome = match &picked {
            Picked::Here(shown) => deliberation.decide(shown)?,
            Picked::Gone(_) => Outcome::not_allowed(unknown_user().message),
        };
        sum.count(&picked, &outcome);
        told(&picked, outcome);
        Ok(())
    })?;
    sum.confirm(&action);
    sum.name_workspaces(open)?;
    Ok(sum)
}

/// What waits or needs somebody, by the user whom it is about or whose acceptance it waits for.
pub(crate) fn open_changes(open: &Organization) -> Result<HashMap<UserId, Vec<Mutation>>, Failure> {
    let mut by_user: HashMap<UserId, Vec<Mutation>> = HashMap::new();
    for mutation in open.ledger.listed()? {
        if mutation.intent().is_none() {
            continue;
        }
        let Some(user) = mutation.change.user().cloned() else {
            continue;
        };
        if let Some(after) = &mutation.after
            && after.user != user
        {
            let waiting = by_user.entry(after.user.clone()).or_default();
            waiting.push(mutation.clone());
        }
        by_user.entry(user).or_default().push(mutation);
    }
    Ok(by_user)
}

struct Deliberation<'a> {
    action: &'a AskedAction,
    /// Said of many: made once.
    already_so: String,
    permissions: Permissions<'a>,
    open_changes: HashMap<UserId, Vec<Mutation>>,
}

impl Deliberation<'_> {
    fn decide(&mut self, shown: &ShownUser) -> Result<Outcome, Failure> {
        let removes = self.action.removes();
        match shown.presence {
            Presence::Leaving if removes => return Ok(self.already_so()),
            Presence::Leaving => {
                return Ok(Outcome::not_allowed(say!("leaving-first")));
            }
            Presence::Adding if removes => return Ok(self.not_added(shown)),
            Presence::Adding | Presence::Here => {}
        }
        if *self.action == AskedAction::Resend && self.goes_out_anyway(shown) {
            return Ok(self.already_so());
        }
        let mut changes = self.action.changes(shown);
        if changes.is_empty() {
            return Ok(self.already_so());
        }
        let answer = self.permissions.ask(shown, &changes)?;
        if let Some((reason, help)) = answer.refusal() {
            return Ok(Outcome::NotAllowed { reason, help });
        }
        let mut dropped = Vec::new();
        let mut on_their_way = 0;
        if removes {
            for mutation in self.of(&shown.user.id) {
                if can_be_dropped(mutation) {
                    dropped.push(mutation.id);
                } else {
                    on_their_way += 1;
                }
            }
            self.see_what_is_on_its_way(shown, &mut changes);
        }
        Ok(Outcome::Changes {
            changes,
            dropped,
            on_their_way,
        })
    }

    fn of(&self, user: &UserId) -> &[Mutation] {
        self.open_changes.get(user).map_or(&[], Vec::as_slice)
    }

    fn already_so(&self) -> Outcome {
        Outcome::AlreadySo(self.already_so.clone())
    }

    /// Whoever waits to be added is removed by not being added: that is taken back, and asks nobody.
    fn not_added(&self, shown: &ShownUser) -> Outcome {
        let open = self.of(&shown.user.id);
        let can_be = |mutation: &Mutation| !mutation.change.adds() || can_be_dropped(mutation);
        if !open.iter().all(can_be) {
            return Outcome::not_allowed(say!("adding-just-now"));
        }
        let addition = open.iter().filter(|mutation| mutation.change.adds());
        Outcome::NotAdded {
            // What waits for it goes with it.
            dropped: addition.map(|mutation| mutation.id).collect(),
            waiting: open.len().saturating_sub(1),
        }
    }

    /// Whether an invitation waits to be sent: the first, or another.
    fn goes_out_anyway(&self, shown: &ShownUser) -> bool {
        let waits = |mutation: &Mutation| {
            mutation.is_open()
                && matches!(
                    mutation.change.of_user(),
                    Some(UserChange::ResendInvitation { .. })
                )
        };
        shown.presence == Presence::Adding || self.of(&shown.user.id).iter().any(waits)
    }

    /// A role that is on its way is there before the user is deleted; one that is dropped is not.
    fn see_what_is_on_its_way(&self, shown: &ShownUser, changes: &mut [UserChange]) {
        let mut user = shown.user.clone();
        for mutation in self.of(&user.id.clone()) {
            if let Some(change) = mutation.change.of_user()
                && !can_be_dropped(mutation)
            {
                change.apply_to(&mut user);
            }
        }
        for change in changes {
            if let UserChange::DeleteUser { was, .. } = change {
                was.clone_from(&user.role);
            }
        }
    }
}

fn can_be_dropped(mutation: &Mutation) -> bool {
    !matches!(
        mutation.state,
        MutationState::Sending | MutationState::Unknown
    )
}
