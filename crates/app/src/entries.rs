//! What the outbox lists, in words: each change with what it is about, and why it waits.

use std::collections::HashMap;

use rollcall_model::{After, Awaited, Mutation, Resource, UserId, WorkspaceId};
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
                        workspaces.insert(workspace.clone(), self.workspace_name(workspace)?);
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
            entries.push((mutation, entry(mutation, &around)));
        }
        Ok(Listed { entries, names })
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
                Resource::User(_) => "Waits for an earlier change to the same user.",
                Resource::Workspace(_) => "Waits for an earlier change to the same workspace.",
                Resource::Organization => "Waits for an earlier change to the organization.",
            },
            (Some(Missing::Own), None) if of_user => {
                "Waits for the user to be added, which was refused. Ask for that again, or drop it."
            }
            (Some(Missing::Own | Missing::WorkspaceUndone), None) => {
                "Waits for the workspace to be created, which was refused. Ask for that again, or \
                 drop it."
            }
            (Some(Missing::Workspace), None) => "Waits for the workspace to be created.",
            (Some(Missing::Access), None) => {
                "Waits for earlier changes of who has access to this workspace."
            }
            (None, None) => return Ok(None),
        };
        Ok(Some(HeldBack::By(said.to_owned())))
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
            || "the new user".to_owned(),
            |shown| shown.user.user_name.clone(),
        );
        let is_gone = after.user.added_by().is_none() && shown.is_none();
        Ok(Some(match (missing, after.awaited) {
            (Missing::NotAdded, _) => HeldBack::By(format!(
                "{address} was not added. Ask for that again, or take this back."
            )),
            _ if is_gone && self.cache.snapshot()?.complete => HeldBack::By(
                "The new user is not in the organization any more, so nobody will accept. Take this \
                 back, or delete the user at once."
                    .to_owned(),
            ),
            (Missing::Undone, _) => HeldBack::By(format!(
                "{address} did not get everything that was asked for. Settle that first."
            )),
            (_, Awaited::Accepted) => HeldBack::UntilAccepted(format!(
                "Waits until {address} has accepted the invitation."
            )),
            (_, Awaited::Added) => HeldBack::By(format!("Waits until {address} is added.")),
        }))
    }

    /// Why nothing is sent although it waits, where waiting alone won't do.
    fn held_back(&self) -> Option<String> {
        let sign_in = || Some("Sign in to send this.".to_owned());
        match self.remote() {
            Err(NoToken::SignedOut) => return sign_in(),
            Err(NoToken::Unreadable(_)) => {
                return Some("Unlock the keychain to send this.".to_owned());
            }
            Err(NoToken::Deleted) => {
                return Some("The organization was deleted, so this is never sent.".to_owned());
            }
            Ok(_) => {}
        }
        let status = self.status();
        match (status.link, status.pause) {
            (Link::SessionEnded, _) => sign_in(),
            (_, Some(Pause::OtherUser { .. })) => {
                Some("Another user queued this. It goes on when that user signs in again.".to_owned())
            }
            (_, Some(Pause::UnknownUser)) => Some(
                "The sign-in changed, and the server doesn't tell whose it is. Send this if it may go \
                 out with the new one."
                    .to_owned(),
            ),
            (Link::Waiting { .. }, _) => Some("The server asked us to wait.".to_owned()),
            _ => status.storage,
        }
    }
}
