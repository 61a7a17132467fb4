//! Replaces a user's e-mail: adds the new address with the same access, and deletes the old user when
//! the administrator says so. One operation, whose deletion waits for the addition.

use std::time::Duration;

use rollcall_cache::{NewMutation, Presence, ShownUser};
use rollcall_language::say;
use rollcall_model::{
    After, Awaited, ConnectionId, MutationId, OperationId, Role, UserChange, UserId, UserState,
};
use rollcall_policy::{Action, Address, Target};
use rollcall_sync::remembered_server;

use crate::addition::{Addition, holder};
use crate::organization::Organization;
use crate::queue::{Decided, new_mutation};
use crate::row::{count, row};
use crate::save_user::stays;
use crate::user_details::workspaces;
use crate::verdict::refused;
use crate::view::{DeleteOld, Receipt, ReplaceEmail, ReplaceView, Verdict};
use crate::{App, Failure, invitees};

impl App {
    /// What the dialog says of this user, and whether their e-mail may be replaced.
    ///
    /// # Errors
    /// `denied` to a role that may not see users; `unknown_user`; else as [`App::session`].
    pub async fn replace_view(
        &self,
        organization: ConnectionId,
        user: &UserId,
    ) -> Result<ReplaceView, Failure> {
        let open = self.organization(organization).await?;
        open.may_view_users()?;
        let shown = open.user(user)?;
        let assigned = shown.user.assigned_contacts.as_deref();
        let mut workspaces = workspaces(&open, &shown)?;
        workspaces.retain(|each| each.waiting.as_deref() != Some("removed"));
        Ok(ReplaceView {
            row: row(open.row(user)?),
            verdict: may_replace(&open, &shown)?,
            when_accepted: match self.waits_for_acceptance(&open) {
                Ok(()) => Verdict::allowed(),
                Err(failure) => refused(failure),
            },
            workspaces,
            contacts: assigned.map(|all| count(all.iter().map(|one| one.count).sum::<u64>())),
        })
    }

    /// Replaces a user's e-mail. `undo` is how long that can be taken back before it is sent; `None`
    /// sends at once and waits for the answer.
    ///
    /// # Errors
    /// `denied`; `unknown_user`, `leaving`, `not_added_yet`, `replaced_already`, `suspended`,
    /// `role_unknown`; `address_invalid`, `address_taken`, `acceptance_not_told`; else as
    /// [`App::save_user`]. Nothing is queued then.
    pub async fn replace_email(
        &self,
        organization: ConnectionId,
        asked: &ReplaceEmail,
        undo: Option<Duration>,
    ) -> Result<Receipt, Failure> {
        let asked = Asked::parse(asked)?;
        self.queue(organization, asked.operation, undo, |open| {
            let mutations = self.decide_replacement(open, &asked)?;
            Ok(Decided::Changes {
                mutations,
                replaces: Vec::new(),
            })
        })
        .await
    }

    /// Whether [`App::replace_email`] would queue this now: everything is checked, nothing is changed.
    /// Answers what it would do, a sentence a step.
    ///
    /// # Errors
    /// As [`App::replace_email`], of what can be known without sending.
    pub async fn check_replacement(
        &self,
        organization: ConnectionId,
        asked: &ReplaceEmail,
    ) -> Result<Vec<String>, Failure> {
        let asked = Asked::parse(asked)?;
        let open = self.organization(organization).await?;
        let mutations = self.decide_replacement(&open, &asked)?;
        let shown = open.user(&asked.user)?;
        let workspaces = mutations.len().saturating_sub(2);
        let (name, role) = (&shown.user.user_name, &shown.role);
        Ok(vec![
            say!(
                "replace-would-invite",
                address = asked.address,
                role = role.to_string(),
                count = workspaces
            ),
            match asked.delete {
                DeleteOld::AtOnce => say!("replace-would-delete", name = name),
                DeleteOld::WhenAccepted => say!("replace-would-delete-later", name = name),
            },
            say!("replace-no-contacts"),
        ])
    }

    fn decide_replacement(
        &self,
        open: &Organization,
        asked: &Asked,
    ) -> Result<Vec<NewMutation>, Failure> {
        open.may_reach_users([Action::UsersReplaceEmail])?;
        let shown = open.user(&asked.user)?;
        permitted(open, &shown)?;
        let role = replaceable(open, &shown)?;
        if let Some(holder) = holder(open, &asked.address)? {
            let taken = Failure::new("address_taken", holder.sentence());
            return Err(taken.on_field("address"));
        }
        if asked.delete == DeleteOld::WhenAccepted {
            self.waits_for_acceptance(open)?;
        }
        let mut mutations = Addition {
            address: asked.address.clone(),
            name: Some(shown.display_name.clone()).filter(|name| !name.is_empty()),
            role,
            workspaces: shown.workspaces.clone(),
        }
        .mutations();
        let added = mutations.first().map(|addition| addition.id);
        let after = added.map(|addition: MutationId| After {
            user: UserId::placeholder(addition),
            awaited: match asked.delete {
                DeleteOld::AtOnce => Awaited::Added,
                DeleteOld::WhenAccepted => Awaited::Accepted,
            },
        });
        let deletion = UserChange::DeleteUser {
            user: shown.user.id,
            user_name: shown.user.user_name,
            was: shown.role,
        };
        mutations.push(NewMutation {
            after,
            ..new_mutation(deletion, shown.user.version)
        });
        Ok(mutations)
    }

    /// Refuses to wait for an acceptance that nobody would hear of.
    fn waits_for_acceptance(&self, open: &Organization) -> Result<(), Failure> {
        let why = if self.keeps_nothing(open) {
            say!("replace-nothing-kept")
        } else if remembered_server(&open.cache)?.announces("Invitation") {
            return Ok(());
        } else {
            say!("replace-not-told")
        };
        Err(Failure::new("acceptance_not_told", why).on_field("delete"))
    }
}

/// What was asked for, checked by itself.
struct Asked {
    operation: OperationId,
    user: UserId,
    address: String,
    delete: DeleteOld,
}

impl Asked {
    fn parse(asked: &ReplaceEmail) -> Result<Self, Failure> {
        Ok(Self {
            operation: asked.operation.parse()?,
            user: UserId::new(&asked.user),
            address: invitees::address(&asked.address)?,
            delete: asked.delete,
        })
    }
}

/// Whether this user's e-mail may be replaced, by the policy and by how things stand.
pub(crate) fn may_replace(open: &Organization, shown: &ShownUser) -> Result<Verdict, Failure> {
    let answer = answer(open, shown)?.verdict();
    Ok(match replaceable(open, shown) {
        Err(failure) if !answer.is_denied() => refused(failure),
        _ => answer,
    })
}

fn permitted(open: &Organization, shown: &ShownUser) -> Result<(), Failure> {
    answer(open, shown)?.or_refuse()
}

fn answer(open: &Organization, shown: &ShownUser) -> Result<crate::verdict::Answer, Failure> {
    let judge = open.judge()?;
    let target = Target::ReplacementOf {
        user: judge.subject(shown)?,
        // Who has the new one is told by name.
        address: Address::NotKnown,
    };
    judge.ask(Action::UsersReplaceEmail, &target)
}

/// The role that the new user gets; the reason, when this user's e-mail can't be replaced as things
/// stand.
fn replaceable(open: &Organization, shown: &ShownUser) -> Result<Role, Failure> {
    let name = shown.title();
    let refuse = |code, message| Err(Failure::new(code, message).on_field("user"));
    stays(shown)?;
    if shown.presence == Presence::Adding {
        return refuse("not_added_yet", say!("replace-not-added", name = name));
    }
    if open.replacement_of(&shown.user.id)?.is_some() {
        return refuse("replaced_already", say!("replace-already", name = name));
    }
    if shown.state == UserState::Suspended {
        return refuse("suspended", say!("replace-suspended", name = name));
    }
    match shown.role.known() {
        Some(role) => Ok(role),
        None => refuse("role_unknown", say!("replace-no-role", name = name)),
    }
}
