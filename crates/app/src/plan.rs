//! Tells what sending would do, before it is done: change by change in their order, and in the end.

use std::collections::{HashMap, HashSet};

use rollcall_language::say;
use rollcall_model::{Change, ConnectionId, Mutation, MutationId, Resource};

use crate::entry::words;
use crate::foresight::{Foreseen, Foresight};
use crate::going::Going;
use crate::organization::Organization;
use crate::outbox::kind;
use crate::row::count;
use crate::users_window::MOST_ROWS;
use crate::view::{
    Changes, OutboxEntry, PlanEnd, PlanFate, PlanGroup, PlanStep, PlanView, PlanWindow,
};
use crate::{App, Failure};

impl App {
    /// What sending these changes would do, a window of it. Nothing is sent.
    ///
    /// # Errors
    /// `unknown_change`, `id_invalid`; else as [`App::session`].
    pub async fn plan(
        &self,
        organization: ConnectionId,
        changes: &Changes,
        window: PlanWindow,
    ) -> Result<PlanView, Failure> {
        let open = self.organization(organization).await?;
        let limit = window.limit.min(MOST_ROWS);
        plan(&open, changes, PlanWindow { limit, ..window })
    }

    /// All of it: for a terminal.
    ///
    /// # Errors
    /// As [`App::plan`].
    pub async fn whole_plan(
        &self,
        organization: ConnectionId,
        changes: &Changes,
    ) -> Result<PlanView, Failure> {
        let open = self.organization(organization).await?;
        let everything = PlanWindow {
            offset: 0,
            limit: u32::MAX,
        };
        plan(&open, changes, everything)
    }
}

fn plan(open: &Organization, changes: &Changes, window: PlanWindow) -> Result<PlanView, Failure> {
    let listed = open.ledger.listed()?;
    let going = Going::of(open, &listed, changes)?;
    let ids: HashSet<MutationId> = going.ids.iter().copied().collect();
    let steps: Vec<&Mutation> = listed
        .iter()
        .filter(|mutation| ids.contains(&mutation.id))
        .collect();
    let foreseen = Foresight::of(open, &listed)?.all(steps.iter().copied())?;
    Ok(PlanView {
        first: count(going.first),
        confirm: going.confirm,
        ..planned(open, &listed, &steps, &foreseen, window)?
    })
}

/// What would become of these steps, a window of it; `listed` is all that stands in the order.
pub(crate) fn planned(
    open: &Organization,
    listed: &[Mutation],
    steps: &[&Mutation],
    foreseen: &HashMap<MutationId, Foreseen>,
    window: PlanWindow,
) -> Result<PlanView, Failure> {
    let fates = || {
        steps
            .iter()
            .filter_map(|step| foreseen.get(&step.id))
            .map(fate)
    };
    let many = |wanted| count(fates().filter(|fate| *fate == wanted).count());
    let resources = resources(steps, foreseen);
    let total = count(resources.len());
    let shown: Vec<Resource> = resources
        .into_iter()
        .skip(window.offset as usize)
        .take(window.limit as usize)
        .collect();
    Ok(PlanView {
        changes: count(steps.len()),
        first: 0,
        confirm: None,
        denied: many(PlanFate::Denied),
        conflicts: many(PlanFate::Conflicts),
        already_so: many(PlanFate::AlreadySo),
        total,
        offset: window.offset,
        groups: groups(open, listed, steps, foreseen, shown)?,
    })
}

/// What these are about, that of which something can't be done first.
fn resources(steps: &[&Mutation], foreseen: &HashMap<MutationId, Foreseen>) -> Vec<Resource> {
    let mut places: HashMap<Resource, usize> = HashMap::new();
    let mut resources: Vec<(bool, Resource)> = Vec::new();
    for step in steps {
        let resource = step.change.resource();
        let place = *places.entry(resource.clone()).or_insert_with(|| {
            resources.push((false, resource));
            resources.len() - 1
        });
        let fails = matches!(
            foreseen.get(&step.id).map(fate),
            Some(PlanFate::Denied | PlanFate::Conflicts)
        );
        if let Some((troubled, _)) = resources.get_mut(place) {
            *troubled |= fails;
        }
    }
    resources.sort_by_key(|(troubled, _)| !troubled);
    resources
        .into_iter()
        .map(|(_, resource)| resource)
        .collect()
}

fn groups(
    open: &Organization,
    listed: &[Mutation],
    steps: &[&Mutation],
    foreseen: &HashMap<MutationId, Foreseen>,
    shown: Vec<Resource>,
) -> Result<Vec<PlanGroup>, Failure> {
    let place_of: HashMap<MutationId, usize> = steps
        .iter()
        .enumerate()
        .map(|(place, step)| (step.id, place + 1))
        .collect();
    let wanted: HashSet<&Resource> = shown.iter().collect();
    let told = open.entries(listed, |mutation| {
        place_of.contains_key(&mutation.id) && wanted.contains(&mutation.change.resource())
    })?;
    let mut by_resource: HashMap<Resource, Vec<PlanStep>> = HashMap::new();
    for (mutation, entry) in told.entries {
        let Some(foreseen) = foreseen.get(&mutation.id) else {
            continue;
        };
        let place = place_of.get(&mutation.id).copied().unwrap_or_default();
        let steps = by_resource.entry(mutation.change.resource()).or_default();
        steps.push(step(open, &mutation.change, place, entry, foreseen)?);
    }
    Ok(shown
        .into_iter()
        .map(|resource| {
            let (name, email) = told.names.get(&resource).cloned().unwrap_or_default();
            let steps = by_resource.remove(&resource).unwrap_or_default();
            PlanGroup {
                kind: kind(&resource),
                id: resource.id().to_owned(),
                name,
                email,
                end: end(&steps),
                steps,
            }
        })
        .collect())
}

fn step(
    open: &Organization,
    change: &Change,
    place: usize,
    entry: OutboxEntry,
    foreseen: &Foreseen,
) -> Result<PlanStep, Failure> {
    let (reason, help) = match foreseen {
        Foreseen::Goes(reason) => (reason.clone(), None),
        Foreseen::AlreadySo => (Some(say!("plan-so-already")), None),
        Foreseen::Denied { reason, help } => (Some(reason.clone()), help.clone()),
        Foreseen::Conflicts(found) => {
            let found = open.found_as_read(change, found)?;
            (Some(differs(&entry, &words(&found))), None)
        }
    };
    Ok(PlanStep {
        place: count(place),
        fate: fate(foreseen),
        entry,
        reason,
        help,
    })
}

fn differs(entry: &OutboxEntry, now: &str) -> String {
    say!(
        "plan-differs",
        place = entry.subject,
        now = now,
        was = entry.before
    )
}

fn fate(foreseen: &Foreseen) -> PlanFate {
    match foreseen {
        Foreseen::Goes(_) => PlanFate::Goes,
        Foreseen::AlreadySo => PlanFate::AlreadySo,
        Foreseen::Denied { .. } => PlanFate::Denied,
        Foreseen::Conflicts(_) => PlanFate::Conflicts,
    }
}

/// What is different in the end, of that which can be done.
fn end(steps: &[PlanStep]) -> Vec<PlanEnd> {
    let mut end: Vec<PlanEnd> = Vec::new();
    for PlanStep { entry, fate, .. } in steps {
        if *fate != PlanFate::Goes {
            continue;
        }
        let step = PlanEnd {
            subject: entry.subject.clone(),
            was: entry.before.clone(),
            becomes: entry.after.clone(),
        };
        if entry.verb.starts_with("delete_") || entry.verb == "revoke_invitation" {
            // Whatever comes before it, nothing of that is left.
            end = vec![step];
            continue;
        }
        match end.iter_mut().find(|known| known.subject == step.subject) {
            Some(known) => known.becomes = step.becomes,
            None => end.push(step),
        }
    }
    end.retain(|each| each.was != each.becomes);
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::OutboxState;

    fn step(verb: &str, subject: &str, before: &str, after: &str, fate: PlanFate) -> PlanStep {
        PlanStep {
            place: 1,
            entry: OutboxEntry {
                id: String::new(),
                operation: String::new(),
                verb: verb.into(),
                subject: subject.into(),
                before: before.into(),
                after: after.into(),
                theirs: None,
                combined: None,
                taken: false,
                made_at: String::new(),
                seen_at: None,
                state: OutboxState::Waiting,
                reason: None,
                edit: None,
                undo_ms: None,
            },
            fate,
            reason: None,
            help: None,
        }
    }

    fn told(steps: &[PlanStep]) -> Vec<String> {
        end(steps)
            .into_iter()
            .map(|end| format!("{}: {} → {}", end.subject, end.was, end.becomes))
            .collect()
    }

    #[test]
    fn the_end_is_what_the_last_of_each_leaves_of_what_can_be_done() {
        use PlanFate::{Denied, Goes};
        let role = |was, to, fate| step("set_role", "Role", was, to, fate);
        let steps = [
            role("Member", "User Admin", Goes),
            step("grant_workspace", "Design", "No access", "Access", Goes),
            role("User Admin", "Billing Admin", Goes),
            role("Billing Admin", "Admin", Denied),
        ];
        assert_eq!(
            told(&steps),
            ["Role: Member → Billing Admin", "Design: No access → Access"]
        );
        let there_and_back = [role("Member", "Admin", Goes), role("Admin", "Member", Goes)];
        assert_eq!(told(&there_and_back), [""; 0]);
    }

    #[test]
    fn of_whoever_is_deleted_nothing_else_is_told() {
        let steps = [
            step("set_role", "Role", "Member", "Admin", PlanFate::Goes),
            step("delete_user", "User", "Admin", "Deleted", PlanFate::Goes),
        ];
        assert_eq!(told(&steps), ["User: Admin → Deleted"]);
    }
}
