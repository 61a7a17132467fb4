//! A user to be added: who stands in the way, what the policy says, and the changes that it takes.

use rollcall_cache::{Access, NewMutation, Presence};
use rollcall_language::say;
use rollcall_model::{
    Goes, InvitationStatus, MutationId, Role, UserChange, UserId, UserState, WorkspaceId,
};
use rollcall_policy::{Action, Address, Seats, Subject, Target};

use crate::Failure;
use crate::organization::Organization;
use crate::queue::new_mutation;
use crate::verdict::Judge;
use crate::view::{Verdict, VerdictKind};

/// A user to be added, checked by itself.
#[derive(Debug, Clone)]
pub(crate) struct Addition {
    /// The e-mail address.
    pub(crate) address: String,
    /// The display name, where one was given.
    pub(crate) name: Option<String>,
    /// The role.
    pub(crate) role: Role,
    /// The workspaces to grant.
    pub(crate) workspaces: Vec<WorkspaceId>,
}

impl Addition {
    /// Why it can't be queued now; `None` when it can.
    pub(crate) fn refusal(
        &self,
        open: &Organization,
        permits: &Permits,
    ) -> Result<Option<Failure>, Failure> {
        let permit = permits.of(self.role, self.workspaces.len());
        if let Err(denied) = permit.clone().or_refuse() {
            return Ok(Some(denied.on_field("role")));
        }
        if let Some(holder) = holder(open, &self.address)? {
            let taken = Failure::new("address_taken", holder.sentence()).on_field("address");
            return Ok(Some(taken));
        }
        Ok(open.workspaces_for(Access::Granted, &self.workspaces).err())
    }

    /// The addition itself, and a grant for each workspace, which waits for it.
    pub(crate) fn mutations(&self) -> Vec<NewMutation> {
        let id = MutationId::random();
        let user = UserId::placeholder(id);
        let addition = NewMutation {
            id,
            change: UserChange::AddUser {
                user: user.clone(),
                user_name: self.address.clone(),
                display_name: self.name.clone().unwrap_or_default(),
                role: self.role,
            }
            .into(),
            version: None,
            after: None,
            goes: Goes::ByItself,
        };
        let grants = self.workspaces.iter().map(|workspace| {
            let (user, workspace) = (user.clone(), workspace.clone());
            new_mutation(UserChange::GrantWorkspace { user, workspace }, None)
        });
        std::iter::once(addition).chain(grants).collect()
    }
}

/// Who has an address already.
pub(crate) struct Holder {
    /// Their id.
    pub(crate) id: UserId,
    name: String,
    presence: Presence,
}

impl Holder {
    /// That they have it, and what to do.
    pub(crate) fn sentence(&self) -> String {
        let name = &self.name;
        match self.presence {
            Presence::Here => say!("address-taken", name = name),
            Presence::Adding => say!("address-adding"),
            Presence::Leaving => say!("address-leaving", name = name),
        }
    }
}

/// Who has this address, waiting additions included; compared without case.
pub(crate) fn holder(open: &Organization, address: &str) -> Result<Option<Holder>, Failure> {
    let found = open.cache.users_named(address)?;
    Ok(found.first().map(|shown| Holder {
        id: shown.user.id.clone(),
        name: shown.title().to_owned(),
        presence: shown.presence,
    }))
}

/// What the policy says to adding somebody.
pub(crate) struct Permits {
    by_role: Vec<(Role, Verdict)>,
    grants: Verdict,
    /// How many there is a seat for; `None` for any number, or where that isn't known.
    seats: Option<u32>,
    /// What it says once every seat is taken.
    full: Verdict,
}

impl Permits {
    /// Asks for each role, and for granting workspaces to somebody new.
    pub(crate) fn ask(judge: &Judge<'_>) -> Result<Self, Failure> {
        let by_role = Role::ALL.into_iter().map(|role| {
            // Who has the address is looked up for each: it is told by name.
            let target = Target::NewUser {
                role: role.into(),
                address: Address::NotKnown,
                seats: judge.says(),
            };
            Ok((role, judge.ask(Action::UsersAdd, &target)?.verdict()))
        });
        let somebody_new = Target::User(Subject {
            id: UserId::placeholder(MutationId::random()),
            role: Role::Member.into(),
            state: UserState::Pending,
            invitation: Some(InvitationStatus::Pending),
            other_active_admins: None,
            seats: Seats::NotKnown,
        });
        let one_too_many = Target::NewUser {
            role: Role::Member.into(),
            address: Address::NotKnown,
            seats: Seats::Taken,
        };
        Ok(Self {
            by_role: by_role.collect::<Result<_, Failure>>()?,
            grants: judge
                .ask(Action::UsersSetWorkspaces, &somebody_new)?
                .verdict(),
            seats: judge.seats().and_then(crate::seats::Seats::left),
            full: judge.ask(Action::UsersAdd, &one_too_many)?.verdict(),
        })
    }

    /// What it says to adding somebody with this role and so many workspaces.
    pub(crate) fn of(&self, role: Role, workspaces: usize) -> &Verdict {
        let by_role = self.by_role.iter().find(|(asked, _)| *asked == role);
        match by_role {
            Some((_, denied)) if denied.kind == VerdictKind::Denied => denied,
            Some((_, verdict)) if workspaces == 0 => verdict,
            _ => &self.grants,
        }
    }

    /// How many there is a seat for; `None` for any number, or where that isn't known.
    pub(crate) fn seats(&self) -> Option<u32> {
        self.seats
    }

    /// What it says to one more than there are seats for.
    pub(crate) fn full(&self) -> &Verdict {
        &self.full
    }

    /// What it says to adding somebody with each role, in their order.
    pub(crate) fn by_role(self) -> Vec<(Role, Verdict)> {
        self.by_role
    }
}
