//! Shows the outbox: by user, what was, what is asked for, where it stands; and what was asked for of many
//! at once, counted.

use std::collections::HashMap;

use rollcall_model::{ConnectionId, Mutation, MutationState, OperationId, Settled, UserId};

use crate::entry;
use crate::organization::Organization;
use crate::row::count;
use crate::users_window::MOST_ROWS;
use crate::view::{CountedRefusal, OutboxBulk, OutboxGroup, OutboxPart, OutboxQuery, OutboxView};
use crate::{App, Failure};

/// What is asked for of more users than this in one press is told as one: two belong to a replaced
/// e-mail address.
const FEW: usize = 2;

impl App {
    /// Everything that isn't at rest: for a terminal and a file.
    ///
    /// # Errors
    /// As [`App::session`].
    pub async fn outbox(&self, organization: ConnectionId) -> Result<OutboxView, Failure> {
        let open = self.organization(organization).await?;
        let everything = OutboxQuery {
            limit: u32::MAX,
            ..OutboxQuery::default()
        };
        view(&open, &everything)
    }

    /// A window of it.
    ///
    /// # Errors
    /// `id_invalid`; else as [`App::session`].
    pub async fn outbox_window(
        &self,
        organization: ConnectionId,
        query: &OutboxQuery,
    ) -> Result<OutboxView, Failure> {
        let open = self.organization(organization).await?;
        let limit = query.limit.min(MOST_ROWS);
        view(
            &open,
            &OutboxQuery {
                limit,
                ..query.clone()
            },
        )
    }
}

/// Which part a mutation stands in.
pub(crate) fn part(mutation: &Mutation) -> OutboxPart {
    match &mutation.state {
        MutationState::Queued | MutationState::Sending | MutationState::Unknown => {
            OutboxPart::Waiting
        }
        MutationState::Settled(Settled::Rejected { .. } | Settled::Conflict { .. }) => {
            OutboxPart::NeedsYou
        }
        MutationState::Settled(Settled::Applied | Settled::Cancelled) => OutboxPart::Done,
    }
}

fn view(open: &Organization, query: &OutboxQuery) -> Result<OutboxView, Failure> {
    let operation: Option<OperationId> = query.operation.as_deref().map(str::parse).transpose()?;
    let listed = open.ledger.listed()?;
    let is_of = |mutation: &Mutation| operation.is_none_or(|asked| mutation.operation == asked);
    let answers = |mutation: &Mutation| {
        is_of(mutation) && query.part.is_none_or(|asked| part(mutation) == asked)
    };

    let users = users(listed.iter().filter(|mutation| answers(mutation)));
    let total = count(users.len());
    let window: HashMap<UserId, usize> = users
        .into_iter()
        .skip(query.offset as usize)
        .take(query.limit as usize)
        .enumerate()
        .map(|(place, user)| (user.clone(), place))
        .collect();
    let shown = open.entries(&listed, |mutation| {
        answers(mutation) && window.contains_key(mutation.change.user())
    })?;
    let mut groups: Vec<Option<OutboxGroup>> = window.iter().map(|_| None).collect();
    for (user, entry) in shown.entries {
        let Some(group) = window.get(&user).and_then(|place| groups.get_mut(*place)) else {
            continue;
        };
        let group = group.get_or_insert_with(|| {
            let (name, email) = shown.names.get(&user).cloned().unwrap_or_default();
            OutboxGroup {
                user: user.as_str().to_owned(),
                name,
                email,
                entries: Vec::new(),
            }
        });
        group.entries.push(entry);
    }

    let mine = || listed.iter().filter(|mutation| is_of(mutation));
    let in_part = |asked| mine().filter(|mutation| part(mutation) == asked).count();
    let awaiting = mine()
        .filter(|mutation| mutation.awaits_acceptance())
        .count();
    Ok(OutboxView {
        bulks: bulks(open, &listed)?,
        total,
        offset: query.offset,
        groups: groups.into_iter().flatten().collect(),
        waiting: count(in_part(OutboxPart::Waiting) - awaiting),
        awaiting: count(awaiting),
        needs_you: count(in_part(OutboxPart::NeedsYou)),
        done: count(in_part(OutboxPart::Done)),
        undo_ms: mine()
            .filter_map(|mutation| open.engine.as_ref()?.undo_left(&mutation.id))
            .max()
            .map(|left| count(left.as_millis())),
        last_waiting: listed
            .iter()
            .rfind(|mutation| {
                mutation.state == MutationState::Queued && !mutation.awaits_acceptance()
            })
            .map(|mutation| mutation.operation.to_string()),
    })
}

/// The users, those of whom something needs a person first.
fn users<'m>(mutations: impl Iterator<Item = &'m Mutation>) -> Vec<&'m UserId> {
    let mut places: HashMap<&UserId, usize> = HashMap::new();
    let mut users: Vec<(bool, &UserId)> = Vec::new();
    for mutation in mutations {
        let user = mutation.change.user();
        let place = *places.entry(user).or_insert_with(|| {
            users.push((false, user));
            users.len() - 1
        });
        if let Some((needs_you, _)) = users.get_mut(place) {
            *needs_you |= part(mutation) == OutboxPart::NeedsYou;
        }
    }
    users.sort_by_key(|(needs_you, _)| !needs_you);
    users.into_iter().map(|(_, user)| user).collect()
}

/// What was asked for of many at once.
fn bulks(open: &Organization, listed: &[Mutation]) -> Result<Vec<OutboxBulk>, Failure> {
    let mut by_operation: HashMap<OperationId, Vec<&Mutation>> = HashMap::new();
    let mut operations = Vec::new();
    for mutation in listed {
        let together = by_operation.entry(mutation.operation).or_insert_with(|| {
            operations.push(mutation.operation);
            Vec::new()
        });
        together.push(mutation);
    }
    let mut bulks = Vec::new();
    for operation in operations {
        let mutations = by_operation.remove(&operation).unwrap_or_default();
        let users = users(mutations.iter().copied()).len();
        if let Some(first) = mutations.first()
            && users > FEW
        {
            bulks.push(bulk(open, first, &mutations, users)?);
        }
    }
    Ok(bulks)
}

fn bulk(
    open: &Organization,
    first: &Mutation,
    mutations: &[&Mutation],
    users: usize,
) -> Result<OutboxBulk, Failure> {
    let in_part = |asked| {
        let there = mutations.iter().filter(|mutation| part(mutation) == asked);
        count(there.count())
    };
    let mut reasons: HashMap<&str, u32> = HashMap::new();
    for mutation in mutations {
        if let MutationState::Settled(Settled::Rejected { reason }) = &mutation.state {
            *reasons.entry(reason).or_default() += 1;
        }
    }
    let mut refusals: Vec<CountedRefusal> = reasons
        .into_iter()
        .map(|(reason, changes)| CountedRefusal {
            reason: reason.to_owned(),
            changes,
        })
        .collect();
    refusals.sort_by(|one, other| {
        let frequent = other.changes.cmp(&one.changes);
        frequent.then_with(|| one.reason.cmp(&other.reason))
    });
    let workspace = open.subject_of(&first.change)?;
    Ok(OutboxBulk {
        operation: first.operation.to_string(),
        verb: first.change.name().to_owned(),
        subject: entry::place(&first.change, &workspace).to_owned(),
        after: entry::after(&first.change),
        made_at: first.made_at.to_string(),
        users: count(users),
        waiting: in_part(OutboxPart::Waiting),
        needs_you: in_part(OutboxPart::NeedsYou),
        done: in_part(OutboxPart::Done),
        refusals,
    })
}
