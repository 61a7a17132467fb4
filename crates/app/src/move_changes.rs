//! Moves what waits to another place in the order: past what is independent of it, and past nothing else.

use std::collections::{HashMap, HashSet};

use rollcall_language::{for_the_record, say};
use rollcall_model::{ConnectionId, Mutation, MutationId, MutationState, Resource};
use rollcall_sync::{Tie, tie};

use crate::entry::change_words;
use crate::organization::{Organization, lock};
use crate::receipt::called;
use crate::row::count;
use crate::take_back::unknown_change;
use crate::view::{MoveChanges, Topic};
use crate::{App, Failure};

impl App {
    /// Puts changes that wait before another that waits, or behind all; among each other they keep their
    /// order. Answers how many are in another place now. Sending follows the order.
    ///
    /// # Errors
    /// `cant_pass`, with the reason, where one would pass another that it waits for, that waits for it, or
    /// that is about the same; `already_sent` for one that doesn't wait any more; `unknown_change`,
    /// `id_invalid`, `held_by`; else as [`App::session`]. Nothing is moved then.
    pub async fn move_changes(
        &self,
        organization: ConnectionId,
        asked: &MoveChanges,
    ) -> Result<u32, Failure> {
        let ids = |texts: &[String]| -> Result<Vec<MutationId>, Failure> {
            texts.iter().map(|text| Ok(text.parse()?)).collect()
        };
        let moved: HashSet<MutationId> = ids(&asked.changes)?.into_iter().collect();
        let before = ids(asked.before.as_slice())?.pop();
        let open = self.writer(organization).await?;
        {
            let _one_at_a_time = lock(&open.saving);
            let listed = open.ledger.listed()?;
            let known = moved.iter().chain(&before);
            for id in known {
                let found = listed.iter().find(|mutation| mutation.id == *id);
                let found = found.ok_or_else(unknown_change)?;
                if found.state != MutationState::Queued {
                    return Err(Failure::new("already_sent", say!("order-not-waiting")));
                }
            }
            let was: Vec<&Mutation> = listed
                .iter()
                .filter(|mutation| mutation.state == MutationState::Queued)
                .collect();
            let order = rearranged(&was, &moved, before);
            refuse_passing(&open, &moved, &was, &order)?;
            let ids = |list: &[&Mutation]| list.iter().map(|one| one.id).collect::<Vec<_>>();
            if ids(&was) == ids(&order) {
                return Ok(0);
            }
            // For the journal: as it is kept, in whatever language it is read.
            let why = match before.and_then(|before| was.iter().find(|one| one.id == before)) {
                Some(before) => format!("before {}", for_the_record(|| said(&open, before))?),
                None => "behind all that waits".to_owned(),
            };
            let moved: Vec<MutationId> = moved.iter().copied().collect();
            open.ledger
                .reorder(&ids(&order), &moved, &why, self.now())?;
        }
        open.lay_over();
        if let Some(engine) = &open.engine {
            engine.handle().held();
        }
        self.tell_stale(open.id, &[Topic::Outbox]);
        Ok(count(moved.len()))
    }
}

/// What waits, with these before another or behind all.
fn rearranged<'m>(
    was: &[&'m Mutation],
    moved: &HashSet<MutationId>,
    before: Option<MutationId>,
) -> Vec<&'m Mutation> {
    let (moving, staying): (Vec<&Mutation>, Vec<&Mutation>) = was
        .iter()
        .partition(|mutation| moved.contains(&mutation.id));
    let at = staying.iter().position(|stays| Some(stays.id) == before);
    let at = at.unwrap_or(staying.len());
    let (front, back) = staying.split_at(at);
    [front, &moving, back].concat()
}

/// Refuses an order in which a change stands before one that it can't go out before. Only one that is moved
/// passes others.
fn refuse_passing(
    open: &Organization,
    moved: &HashSet<MutationId>,
    was: &[&Mutation],
    order: &[&Mutation],
) -> Result<(), Failure> {
    let places = |list: &[&Mutation]| -> HashMap<MutationId, usize> {
        list.iter()
            .enumerate()
            .map(|(at, one)| (one.id, at))
            .collect()
    };
    let (before, after) = (places(was), places(order));
    let is_earlier = |places: &HashMap<_, usize>, one: &Mutation, other: &Mutation| {
        places.get(&one.id) < places.get(&other.id)
    };
    for one in order.iter().filter(|one| moved.contains(&one.id)) {
        for other in order {
            let (was, is) = (
                is_earlier(&before, one, other),
                is_earlier(&after, one, other),
            );
            // The first of the two stood behind the second until now.
            let (first, second) = match (was, is) {
                (false, true) => (one, other),
                (true, false) => (other, one),
                _ => continue,
            };
            if let Some(tie) = tie(first, second) {
                return Err(cant_pass(open, first, second, tie)?);
            }
        }
    }
    Ok(())
}

fn cant_pass(
    open: &Organization,
    later: &Mutation,
    earlier: &Mutation,
    tie: Tie,
) -> Result<Failure, Failure> {
    let (later, about) = (said(open, later)?, earlier.change.resource());
    let earlier = said(open, earlier)?;
    let message = match (tie, about) {
        (Tie::Same, Resource::User(_)) => {
            say!("order-same-user", later = later, earlier = earlier)
        }
        (Tie::Same, Resource::Workspace(_)) => {
            say!("order-same-workspace", later = later, earlier = earlier)
        }
        (Tie::Same, Resource::Organization) => {
            say!("order-organization", later = later, earlier = earlier)
        }
        (Tie::Workspace, _) => say!("order-workspace", later = later, earlier = earlier),
        (Tie::Access, _) => say!("order-access", later = later, earlier = earlier),
        (Tie::Awaited, _) => say!("order-awaited", later = later, earlier = earlier),
    };
    Ok(Failure::new("cant_pass", message))
}

/// A change in words: "Ana Ruiz, Member → User Admin".
fn said(open: &Organization, mutation: &Mutation) -> Result<String, Failure> {
    let name = called(open, mutation, std::slice::from_ref(mutation))?;
    let workspace = open.subject_of(&mutation.change)?;
    Ok(format!(
        "{name}, {}",
        change_words(&*open.as_read(&mutation.change)?, &workspace)
    ))
}
