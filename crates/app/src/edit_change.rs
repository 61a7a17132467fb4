//! Gives a change that waits another value, before it was ever sent: decides, and puts it in the same place.

use rollcall_cache::Edit;
use rollcall_language::say;
use rollcall_model::{
    Change, ConnectionId, Found, Goes, Mutation, MutationId, MutationState, UserChange,
    same_user_name,
};
use rollcall_policy::{Seats, Subject};
use rollcall_sync::list_notes;

use crate::addition::{Permits, holder};
use crate::admins::Admins;
use crate::another_value::{carried, editable, with};
use crate::entry::{before, place};
use crate::organization::{Organization, lock};
use crate::permission::{Permissions, permission, permit};
use crate::queue::{MADE_OR_TAKEN_BACK, new_mutation};
use crate::receipt::receipt;
use crate::said::said;
use crate::save_user::stays;
use crate::take_back::unknown_change;
use crate::verdict::Judge;
use crate::view::{ChangeView, EditChange, Receipt, RoleChoice, VerdictKind};
use crate::workspace::may_change;
use crate::{App, Failure, workspace_name};

impl App {
    /// What the dialog shows that edits a change which waits.
    ///
    /// # Errors
    /// `unknown_change`, `no_such_value` for a change that has none, `already_sent`; else as
    /// [`App::edit_view`].
    pub async fn change_view(
        &self,
        organization: ConnectionId,
        id: MutationId,
    ) -> Result<ChangeView, Failure> {
        let open = self.organization(organization).await?;
        let mutation = editable_one(&open, id)?;
        let change = &mutation.change;
        let (name, email) = open.name_in(change)?;
        let roles = match change {
            Change::User(UserChange::SetRole { user, was, .. }) => {
                let mut roles = self.edit_view(organization, user).await?.roles;
                for choice in &mut roles {
                    choice.current = choice.role == was.as_str();
                }
                roles
            }
            Change::User(UserChange::AddUser { .. }) => to_give(&open)?,
            _ => Vec::new(),
        };
        Ok(ChangeView {
            verb: change.name().to_owned(),
            subject: place(change, ""),
            name,
            email,
            before: before(&*open.as_read(change)?),
            field: match change {
                Change::Organization(change) => Some(change.field.as_str().to_owned()),
                Change::User(_) | Change::Workspace(_) => None,
            },
            roles,
            values: carried(mutation.id.to_string(), change),
        })
    }

    /// Puts other values in the place of those that a waiting change carries. It keeps its place, and what
    /// was replaced stands in the journal. Delivered twice, it is edited once.
    ///
    /// # Errors
    /// `already_sent` for one that is on its way, of unknown outcome, done, or was sent before;
    /// `as_it_was` where nothing would be asked for any more, `rests_on_it` where a later change rests on
    /// the value; `unknown_change`, `no_such_value`, `id_invalid`, `held_by`, `other_account`; else as
    /// where the change was asked for. Nothing is changed then.
    pub async fn edit_change(
        &self,
        organization: ConnectionId,
        asked: &EditChange,
    ) -> Result<Receipt, Failure> {
        let id: MutationId = asked.change.parse()?;
        let open = self.writer(organization).await?;
        self.refuse_beside_others(&open).await?;
        let _one_at_a_time = lock(&open.saving);
        let old = editable_one(&open, id)?;
        let change = with(&open, &old.change, asked)?;
        if change == old.change {
            let mut same = receipt(&open, old.operation, std::slice::from_ref(&old))?;
            same.message = say!("edit-same");
            return Ok(same);
        }
        may_ask(&open, &old, &change)?;
        let mut edited = [new_mutation(change, old.version.clone())];
        self.ask_once_more(&open, &mut edited)?;
        let mut said = said(&open, &edited)?;
        let [edited] = edited;
        let mutation = open.ledger.edit(&Edit {
            id,
            said: said.remove(&edited.id).unwrap_or_default(),
            goes: whose_word(edited.goes, old.goes),
            change: edited.change,
            made_at: self.now(),
            seen_at: list_notes(&open.cache)?.as_of,
        })?;
        open.lay_over();
        if let Some(engine) = &open.engine {
            engine.handle().held();
        }
        self.tell_stale(open.id, &MADE_OR_TAKEN_BACK);
        receipt(&open, mutation.operation, std::slice::from_ref(&mutation))
    }
}

/// Whose word an edited change needs: what is risky about it was decided just now, and what was held stays so.
fn whose_word(now: Goes, before: Goes) -> Goes {
    match (now, before) {
        (Goes::ByItself, Goes::WhenSent) => Goes::WhenSent,
        (now, _) => now,
    }
}

/// A change that may be given another value.
fn editable_one(open: &Organization, id: MutationId) -> Result<Mutation, Failure> {
    let mutation = open.ledger.mutation(id)?.ok_or_else(unknown_change)?;
    match editable(&mutation) {
        Some(verdict) if verdict.kind == VerdictKind::Denied => Err(Failure::new(
            "already_sent",
            verdict.reason.unwrap_or_default(),
        )),
        Some(_) => Ok(mutation),
        None if mutation.state == MutationState::Queued => {
            Err(Failure::new("no_such_value", say!("edit-no-value")))
        }
        None => Err(Failure::new("already_sent", say!("edit-not-waiting"))),
    }
}

/// Refuses what couldn't have been asked for in the first place, and what a later change rests on.
fn may_ask(open: &Organization, old: &Mutation, change: &Change) -> Result<(), Failure> {
    if !change.adds() && change.wanted() == Some(change.was()) {
        return Err(Failure::new("as_it_was", say!("edit-as-it-was")));
    }
    match (change, &old.change) {
        (
            Change::User(asked @ UserChange::AddUser { user_name, .. }),
            Change::User(UserChange::AddUser {
                user_name: before, ..
            }),
        ) => {
            open.may_view_users()?;
            let added = asked.added_user().ok_or_else(unknown_change)?;
            let admins = Admins::now(&open.cache)?;
            // There is a seat for whoever waits to be added: who that is doesn't count.
            let subject = Subject::of(&added, admins.besides(&added.id), Seats::NotKnown);
            let (action, target) = permission(asked, subject);
            open.judge()?.ask(action, &target)?.or_refuse()?;
            if !same_user_name(user_name, before)
                && let Some(holder) = holder(open, user_name)?
            {
                return Err(Failure::new("address_taken", holder.sentence()).on_field("address"));
            }
        }
        (Change::User(asked), _) => {
            open.may_view_users()?;
            let shown = open.user(asked.user())?;
            stays(&shown)?;
            permit(open, &shown, std::slice::from_ref(asked))?;
        }
        (Change::Workspace(asked), _) => {
            may_change(open, asked)?;
            let own = Some(asked.workspace());
            workspace_name::is_free(open, asked.workspace_name(), own)?;
        }
        (Change::Organization(_), _) => {
            Permissions::of(open)?.ask_elsewhere(change)?.or_refuse()?;
        }
    }
    for later in open.ledger.open_mutations()? {
        if later.sequence > old.sequence
            && left_for(open, &old.change, &later)? != left_for(open, change, &later)?
        {
            return Err(Failure::new("rests_on_it", say!("edit-rests-on-it")));
        }
    }
    Ok(())
}

/// What a later change would find once this one is done; `None` where it looks elsewhere.
fn left_for(
    open: &Organization,
    change: &Change,
    later: &Mutation,
) -> Result<Option<Found>, Failure> {
    Ok(match (change, &later.change) {
        (Change::User(change), Change::User(later)) if change.user() == later.user() => {
            let known = open.cache.user(change.user())?.map(|shown| shown.user);
            change.added_user().or(known).map(|mut user| {
                change.apply_to(&mut user);
                later.found_in(&user)
            })
        }
        (Change::Workspace(change), Change::Workspace(later))
            if change.workspace() == later.workspace() =>
        {
            let known = open.cache.workspace(change.workspace())?;
            let known = known.map(|shown| shown.workspace);
            change.created_workspace().or(known).map(|mut workspace| {
                change.apply_to(&mut workspace);
                later.found_in(&workspace)
            })
        }
        (Change::Organization(change), Change::Organization(later))
            if change.field == later.field =>
        {
            Some(change.wanted())
        }
        _ => None,
    })
}

/// The roles that somebody who waits to be added could have instead.
fn to_give(open: &Organization) -> Result<Vec<RoleChoice>, Failure> {
    open.may_view_users()?;
    let without_seats = Judge::new(&open.cache, open.actor()?);
    let roles = Permits::ask(&without_seats)?.by_role().into_iter();
    Ok(roles
        .map(|(role, verdict)| RoleChoice::to_give(role, verdict))
        .collect())
}
