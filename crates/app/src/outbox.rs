//! Shows the outbox: by resource, what was, what is asked for, where it stands; and what was asked for of many
//! at once, counted.

use std::collections::{HashMap, HashSet};

use rollcall_model::{
    ConnectionId, Mutation, MutationState, OperationId, Resource, Settled, UserId,
};

use crate::entry;
use crate::organization::Organization;
use crate::replacement::replaces;
use crate::row::count;
use crate::users_window::MOST_ROWS;
use crate::view::{
    CountedRefusal, OutboxBulk, OutboxGroup, OutboxPart, OutboxQuery, OutboxView, ReplacementView,
    ResourceKind,
};
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

    let replaced = replaced(&listed);
    let subjects = subjects(
        listed.iter().filter(|mutation| answers(mutation)),
        &replaced,
    );
    let total = count(subjects.len());
    let window: HashMap<Subject, usize> = subjects
        .into_iter()
        .skip(query.offset as usize)
        .take(query.limit as usize)
        .enumerate()
        .map(|(place, subject)| (subject, place))
        .collect();
    let shown = open.entries(&listed, |mutation| {
        answers(mutation) && window.contains_key(&subject(mutation, &replaced))
    })?;
    let mut replacements: HashMap<String, ReplacementView> = open
        .replacements(&listed, |user| {
            window.contains_key(&Subject {
                resource: Resource::User(user.clone()),
                replaced: true,
            })
        })?
        .into_iter()
        .map(|replacement| (replacement.old.clone(), replacement))
        .collect();
    let mut groups: Vec<Option<OutboxGroup>> = window.iter().map(|_| None).collect();
    for (mutation, entry) in shown.entries {
        let subject = subject(mutation, &replaced);
        let Some(group) = window
            .get(&subject)
            .and_then(|place| groups.get_mut(*place))
        else {
            continue;
        };
        if group.is_none() {
            let (name, email) = match (shown.names.get(&subject.resource), &subject.resource) {
                (None, Resource::User(user)) => open.name_of(user)?,
                (known, _) => known.cloned().unwrap_or_default(),
            };
            let id = subject.resource.id();
            *group = Some(OutboxGroup {
                kind: kind(&subject.resource),
                id: id.to_owned(),
                name,
                email,
                replacement: replacements.remove(id).filter(|_| subject.replaced),
                entries: Vec::new(),
            });
        }
        if let Some(group) = group {
            group.entries.push(entry);
        }
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

/// What a resource is, for whoever shows it.
pub(crate) fn kind(resource: &Resource) -> ResourceKind {
    match resource {
        Resource::User(_) => ResourceKind::User,
        Resource::Workspace(_) => ResourceKind::Workspace,
        Resource::Organization => ResourceKind::Organization,
    }
}

/// What a mutation is listed under: the resource that it is about, or the user whose e-mail it replaces.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Subject {
    resource: Resource,
    replaced: bool,
}

/// The users whose e-mail is replaced, by the new user.
fn replaced(listed: &[Mutation]) -> HashMap<&UserId, &UserId> {
    let pairs = listed.iter().filter_map(replaces);
    pairs.map(|(old, after)| (&after.user, old)).collect()
}

fn subject(mutation: &Mutation, replaced: &HashMap<&UserId, &UserId>) -> Subject {
    let user = mutation.change.user();
    let old = match user.and_then(|user| replaced.get(user)) {
        Some(old) => Some(*old),
        None => replaces(mutation).map(|(old, _)| old),
    };
    match old {
        Some(old) => Subject {
            resource: Resource::User(old.clone()),
            replaced: true,
        },
        None => Subject {
            resource: mutation.change.resource(),
            replaced: false,
        },
    }
}

/// What these are listed under, that of which something needs a person first.
fn subjects<'m>(
    mutations: impl Iterator<Item = &'m Mutation>,
    replaced: &HashMap<&UserId, &UserId>,
) -> Vec<Subject> {
    let mut places: HashMap<Subject, usize> = HashMap::new();
    let mut subjects: Vec<(bool, Subject)> = Vec::new();
    for mutation in mutations {
        let subject = subject(mutation, replaced);
        let place = *places.entry(subject.clone()).or_insert_with(|| {
            subjects.push((false, subject));
            subjects.len() - 1
        });
        if let Some((needs_you, _)) = subjects.get_mut(place) {
            *needs_you |= part(mutation) == OutboxPart::NeedsYou;
        }
    }
    subjects.sort_by_key(|(needs_you, _)| !needs_you);
    subjects.into_iter().map(|(_, subject)| subject).collect()
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
        let users: HashSet<&UserId> = mutations
            .iter()
            .filter_map(|mutation| mutation.change.user())
            .collect();
        let users = users.len();
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
        subject: entry::place(&first.change, &workspace),
        after: entry::after(&first.change),
        made_at: first.made_at.to_string(),
        users: count(users),
        waiting: in_part(OutboxPart::Waiting),
        needs_you: in_part(OutboxPart::NeedsYou),
        done: in_part(OutboxPart::Done),
        refusals,
    })
}
