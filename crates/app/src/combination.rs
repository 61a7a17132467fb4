//! What both edits of a conflict come to, where they don't overlap: one text with both in it, or what waited for
//! an addition given to who is there already. Offered, and never done unasked.

use rollcall_cache::{Presence, ShownUser};
use rollcall_language::say;
use rollcall_model::{
    Change, Found, Goes, Mutation, MutationState, Resource, Settled, UserChange, UserId,
    WorkspaceChange, WorkspaceId,
};

use crate::entry::after;
use crate::organization::Organization;
use crate::setting_rules;
use crate::{Failure, profile, workspace_name};

/// See the file's head.
pub(crate) enum Combination {
    /// The change that asks for both, on top of what is on the server.
    Text(Change),
    /// Access that was to follow an addition, where somebody else was quicker to add the same.
    InTheirs(Vec<Access>),
}

/// Access that waited for an addition.
pub(crate) struct Access {
    pub(crate) to: ShownUser,
    pub(crate) change: UserChange,
    pub(crate) goes: Goes,
}

/// What both edits of a conflict come to; `None` where they overlap, or it is no conflict. `listed` is all that
/// the outbox lists.
pub(crate) fn combination(
    open: &Organization,
    mutation: &Mutation,
    listed: &[Mutation],
) -> Result<Option<Combination>, Failure> {
    let MutationState::Settled(Settled::Conflict { found }) = &mutation.state else {
        return Ok(None);
    };
    if *found == Found::Taken {
        return in_theirs(open, mutation, listed);
    }
    let Some(change) = mutation.change.combined_with(found) else {
        return Ok(None);
    };
    Ok(is_sound(open, &change)?.then_some(Combination::Text(change)))
}

impl Combination {
    /// It in words: the text, or a sentence.
    pub(crate) fn words(&self, open: &Organization) -> Result<String, Failure> {
        let access = match self {
            Self::Text(change) => return Ok(after(change)),
            Self::InTheirs(access) => access,
        };
        let mut workspaces: Vec<String> = Vec::new();
        for each in access {
            if let Some(workspace) = each.change.workspace() {
                workspaces.push(open.workspace_name(workspace)?);
            }
        }
        workspaces.dedup();
        let workspaces = workspaces.join(", ");
        let whom = match (access.first(), access.last()) {
            (Some(first), Some(last)) if first.to.user.id == last.to.user.id => first.to.title(),
            _ => {
                let count = access.len();
                return Ok(say!(
                    "combined-access-many",
                    workspaces = workspaces,
                    count = count
                ));
            }
        };
        Ok(say!(
            "combined-access",
            workspaces = workspaces,
            name = whom
        ))
    }
}

/// Whether a text is one that could have been typed.
fn is_sound(open: &Organization, change: &Change) -> Result<bool, Failure> {
    Ok(match change {
        Change::User(UserChange::SetDisplayName { to, .. }) => {
            profile::display_name(to).as_ref() == Ok(to)
        }
        Change::Workspace(WorkspaceChange::RenameWorkspace { workspace, to, .. }) => {
            workspace_name::read(to).as_ref() == Ok(to)
                && workspace_name::is_free(open, to, Some(workspace)).is_ok()
        }
        Change::Organization(change) => open.cache.organization()?.is_some_and(|known| {
            setting_rules::read(change.field, &change.to, &known).as_ref() == Ok(&change.to)
        }),
        _ => false,
    })
}

/// What waits for an addition, about who or what is there in its place; `None` where something else than access
/// waits for it, or nothing that isn't so already.
fn in_theirs(
    open: &Organization,
    addition: &Mutation,
    listed: &[Mutation],
) -> Result<Option<Combination>, Failure> {
    let placeholder = addition.change.resource();
    let theirs = match &addition.change {
        Change::User(UserChange::AddUser { user_name, .. }) => {
            their_user(open, user_name)?.map(Resource::User)
        }
        Change::Workspace(WorkspaceChange::CreateWorkspace { name, .. }) => {
            their_workspace(open, name)?.map(Resource::Workspace)
        }
        _ => None,
    };
    let Some(theirs) = theirs else {
        return Ok(None);
    };
    let mut access = Vec::new();
    for waiting in listed
        .iter()
        .filter(|other| other.id != addition.id && other.is_open())
    {
        let awaits = waiting
            .after
            .as_ref()
            .is_some_and(|after| Resource::User(after.user.clone()) == placeholder);
        if !awaits
            && !waiting
                .change
                .carried()
                .any(|carried| carried == placeholder)
        {
            continue;
        }
        let mut change = waiting.change.clone();
        change.name_added(&placeholder, &theirs);
        let Change::User(change @ UserChange::GrantWorkspace { .. }) = change else {
            return Ok(None);
        };
        if awaits {
            return Ok(None);
        }
        let Some(to) = open.cache.user(change.user())? else {
            continue;
        };
        if change
            .workspace()
            .is_some_and(|workspace| !to.user.workspaces.contains(workspace))
        {
            access.push(Access {
                to,
                change,
                goes: waiting.goes,
            });
        }
    }
    Ok((!access.is_empty()).then_some(Combination::InTheirs(access)))
}

/// The user who has this address on the server.
fn their_user(open: &Organization, address: &str) -> Result<Option<UserId>, Failure> {
    let named = open.cache.users_named(address)?;
    let there = named
        .into_iter()
        .find(|shown| shown.presence == Presence::Here);
    Ok(there.map(|shown| shown.user.id))
}

/// The workspace that has this name on the server.
fn their_workspace(open: &Organization, name: &str) -> Result<Option<WorkspaceId>, Failure> {
    let counted = open.cache.workspaces()?;
    let there = counted
        .into_iter()
        .map(|counted| counted.shown)
        .find(|shown| {
            shown.presence == Presence::Here && workspace_name::is_same(&shown.workspace.name, name)
        });
    Ok(there.map(|shown| shown.workspace.id))
}
