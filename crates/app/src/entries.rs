//! What the outbox lists, in words: each change with what it is about, and why it waits.

use std::collections::HashMap;

use rollcall_language::say;
use rollcall_model::{After, Awaited, Change, Mutation, Resource, UserId, WorkspaceId};
use rollcall_sync::{Before, Link, Missing, Pause, Turn, has_come_true};

use crate::Failure;
use crate::combination::combination;
use crate::entry::{Around, HeldBack, entry};
use crate::organization::{NoToken, Organization};
use crate::view::OutboxEntry;

/// What the outbox lists.
pub(crate) struct Listed<'m> {
    /// In order, each with the mutation that it shows.
    pub(crate) entries: Vec<(&'m Mutation, OutboxEntry)>,
    /// What the resources are called: a user's name and address, a name alone for others.
    pub(crate) names: HashMap<Resource, (String, String)>,
}

impl Organization {
    /// What the outbox lists of one user.
    pub(crate) fn entries_of(&self, user: &UserId) -> Result<Vec<OutboxEntry>, Failure> {
        let listed = self.ledger.listed()?;
        let of_user = self.entries(&listed, |mutation| mutation.change.user() == Some(user))?;
        Ok(of_user
            .entries
            .into_iter()
            .map(|(_, entry)| entry)
            .collect())
    }

    /// Of what the outbox lists, those that are wanted, in words.
    pub(crate) fn entries<'m>(
        &self,
        listed: &'m [Mutation],
        wanted: impl Fn(&Mutation) -> bool,
    ) -> Result<Listed<'m>, Failure> {
        let held_back = self.held_back().map(HeldBack::By);
        let wanted_ones = listed.iter().filter(|mutation| wanted(mutation));
        let names = self.names(wanted_ones.map(|mutation| &mutation.change))?;
        let mut workspaces: HashMap<WorkspaceId, String> = HashMap::new();
        let mut before = Before::first_of(listed);
        let mut entries = Vec::new();
        for mutation in listed {
            let turn = before.next(mutation, |after| self.has_come_true(after));
            if !wanted(mutation) {
                continue;
            }
            let waits_for = match turn {
                Some(turn) => self.waits_for(mutation, turn)?,
                None => None,
            };
            let resource = mutation.change.resource();
            let workspace = match mutation.change.access_to() {
                None => "",
                Some(workspace) => {
                    if !workspaces.contains_key(workspace) {
                        let name = self.workspace_among(listed, workspace)?;
                        workspaces.insert(workspace.clone(), name);
                    }
                    workspaces.get(workspace).map_or("", String::as_str)
                }
            };
            let around = Around {
                name: names.get(&resource).map_or("", |(name, _)| name),
                workspace,
                held_back: match &waits_for {
                    Some(HeldBack::UntilAccepted(_)) => waits_for.as_ref(),
                    _ => held_back.as_ref().or(waits_for.as_ref()),
                },
                undo: self
                    .engine
                    .as_ref()
                    .and_then(|engine| engine.undo_left(&mutation.id)),
                combined: combination(self, mutation, listed)?
                    .map(|combination| combination.words(self))
                    .transpose()?,
            };
            let read = self.mutation_as_read(mutation)?;
            entries.push((mutation, entry(&read, &around)));
        }
        Ok(Listed { entries, names })
    }

    /// A workspace's name: by the list, else as a change says that makes it or has deleted it; else the id.
    fn workspace_among(&self, listed: &[Mutation], id: &WorkspaceId) -> Result<String, Failure> {
        if let Some(shown) = self.cache.workspace(id)? {
            return Ok(shown.name);
        }
        let said = listed
            .iter()
            .rev()
            .find_map(|mutation| match &mutation.change {
                Change::Workspace(change) if change.workspace() == id => {
                    Some(change.workspace_name())
                }
                _ => None,
            });
        Ok(said.unwrap_or(id.as_str()).to_owned())
    }

    /// Whether the list says that what is awaited of a user has come true.
    fn has_come_true(&self, after: &After) -> bool {
        // Where the list can't be read, it is waited on.
        let shown = self.cache.user(&after.user).ok().flatten();
        has_come_true(after, shown.as_ref().map(|shown| &shown.user))
    }

    /// What a mutation waits for, as a sentence; `None` where it has its turn.
    fn waits_for(
        &self,
        mutation: &Mutation,
        Turn { missing, earlier }: Turn<'_>,
    ) -> Result<Option<HeldBack>, Failure> {
        let of_user = mutation.change.user().is_some();
        let said = match (missing, earlier) {
            (
                Some(
                    missing @ (Missing::NotAdded
                    | Missing::Undone
                    | Missing::Unsettled
                    | Missing::NotTrueYet),
                ),
                _,
            ) => return self.waits_for_another(mutation.after.as_ref(), missing),
            (_, Some(_)) => match mutation.change.resource() {
                Resource::User(_) => say!("waits-same-user"),
                Resource::Workspace(_) => say!("waits-same-workspace"),
                Resource::Organization => say!("waits-organization"),
            },
            (Some(Missing::Own), None) if of_user => say!("waits-user-refused"),
            (Some(Missing::Own | Missing::WorkspaceUndone), None) => {
                say!("waits-workspace-refused")
            }
            (Some(Missing::Workspace), None) => say!("waits-workspace"),
            (Some(Missing::Access), None) => say!("waits-access"),
            (None, None) => return Ok(None),
        };
        Ok(Some(HeldBack::By(said)))
    }

    /// What a mutation waits for that waits for another user.
    fn waits_for_another(
        &self,
        after: Option<&After>,
        missing: Missing,
    ) -> Result<Option<HeldBack>, Failure> {
        let Some(after) = after else {
            return Ok(None);
        };
        let shown = self.cache.user(&after.user)?;
        let address = shown.as_ref().map_or_else(
            || say!("waits-somebody"),
            |shown| shown.user.user_name.clone(),
        );
        let is_gone = after.user.added_by().is_none() && shown.is_none();
        Ok(Some(match (missing, after.awaited) {
            (Missing::NotAdded, _) => HeldBack::By(say!("waits-not-added", address = address)),
            _ if is_gone && self.cache.snapshot()?.complete => HeldBack::By(say!("waits-gone")),
            (Missing::Undone, _) => HeldBack::By(say!("waits-unsettled", address = address)),
            (_, Awaited::Accepted) => {
                HeldBack::UntilAccepted(say!("waits-acceptance", address = address))
            }
            (_, Awaited::Added) => HeldBack::By(say!("waits-added", address = address)),
        }))
    }

    /// Why nothing is sent although it waits, where waiting alone won't do.
    fn held_back(&self) -> Option<String> {
        let sign_in = || Some(say!("held-sign-in"));
        match self.remote() {
            Err(NoToken::SignedOut) => return sign_in(),
            Err(NoToken::Unreadable(_)) => {
                return Some(say!("held-keychain"));
            }
            Err(NoToken::Deleted) => {
                return Some(say!("held-deleted"));
            }
            Ok(_) => {}
        }
        let status = self.status();
        match (status.link, status.pause) {
            (Link::SessionEnded, _) => sign_in(),
            (_, Some(Pause::OtherUser { .. })) => Some(say!("held-other-user")),
            (_, Some(Pause::UnknownUser)) => Some(say!("held-unknown-user")),
            (Link::Waiting { .. }, _) => Some(say!("held-asked-to-wait")),
            _ => status.storage,
        }
    }
}
