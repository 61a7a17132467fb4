//! The decision itself: the role's cell first, then what holds whatever the role.

use rollcall_model::{OrgRole, Role};

use crate::table::{self, Cell, Needs};
use crate::{
    Action, Actor, Address, Denial, Grant, Rule, Seats, SubscriptionPart, Target, WhoCanHelp,
};

/// The answer to "may I?".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Yes.
    Allowed,
    /// No, and why.
    Denied(Denial),
}

impl Decision {
    /// Whether it is yes.
    #[must_use]
    pub fn is_allowed(&self) -> bool {
        matches!(self, Self::Allowed)
    }

    /// The denial, if it is one.
    #[must_use]
    pub fn denial(&self) -> Option<&Denial> {
        match self {
            Self::Allowed => None,
            Self::Denied(denial) => Some(denial),
        }
    }
}

/// The answer to "is there anything of this for my role?", which decides what is shown at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// All of it.
    Whole,
    /// Part of it; the rule's sentence says which ("User Admins can add Members only.").
    Partial(Rule),
    /// Nothing.
    Nothing(Denial),
}

/// Decides whether `actor` may do `action` to `target`.
///
/// The order of the rules is part of the answer: unknown actor, missing facts, unknown role
/// concerned, what the role may do, last active Admin, own access, the invitation, the address, the seats.
#[must_use]
pub fn decide(actor: &Actor, action: Action, target: &Target) -> Decision {
    match first_rule_against(actor, action, target) {
        None => Decision::Allowed,
        Some(rule) => {
            let helpers = who_can_help(rule, actor, action, target);
            Decision::Denied(Denial::new(rule, helpers))
        }
    }
}

/// As [`decide()`], for an action that came in by name: an unknown one is denied.
#[must_use]
pub fn decide_named(actor: &Actor, action: &str, target: &Target) -> Decision {
    match Action::from_name(action) {
        Some(action) => decide(actor, action, target),
        None => Decision::Denied(Denial::new(Rule::ActionUnknown, WhoCanHelp::Nobody)),
    }
}

/// Tells whether a role has anything of an action, without a target. Good for showing a control or
/// for narrowing a list; never for admitting a change, which [`decide()`] does.
#[must_use]
pub fn offer(role: &OrgRole, action: Action) -> Offer {
    let Some(role) = role.known() else {
        let helpers = WhoCanHelp::Roles(roles_with_any(action));
        return Offer::Nothing(Denial::new(Rule::ActorRoleUnknown, helpers));
    };
    match table::row(action).cell(role) {
        Cell::Yes => Offer::Whole,
        Cell::No => {
            let helpers = WhoCanHelp::Roles(roles_with_any(action));
            Offer::Nothing(Denial::new(Rule::RoleDenies(role, action), helpers))
        }
        Cell::As(actions)
            if actions
                .iter()
                .all(|a| table::row(*a).cell(role) == Cell::Yes) =>
        {
            Offer::Whole
        }
        Cell::As(_) | Cell::Members | Cell::Granted | Cell::FreeSeats => {
            Offer::Partial(Rule::RoleLimits(role, action))
        }
    }
}

fn first_rule_against(actor: &Actor, action: Action, target: &Target) -> Option<Rule> {
    let Some(role) = actor.role.known() else {
        return Some(Rule::ActorRoleUnknown);
    };
    let row = table::row(action);
    if row.cell(role) == Cell::No {
        return Some(Rule::RoleDenies(role, action));
    }
    if !carries(target, row.needs) {
        return Some(Rule::FactsMissing);
    }
    if row.needs != Needs::Nothing && roles_concerned(target).any(|role| role.known().is_none()) {
        return Some(Rule::TargetRoleUnknown);
    }
    if !covers(row.cell(role), role, target) {
        return Some(Rule::RoleLimits(role, action));
    }
    invariant_against(actor, action, target)
}

/// Whether the target says what the action turns on.
fn carries(target: &Target, needs: Needs) -> bool {
    match needs {
        Needs::Nothing => true,
        Needs::User => target.subject().is_some(),
        Needs::NewUser => matches!(target, Target::NewUser { .. }),
        Needs::Workspace => matches!(target, Target::Workspace(_) | Target::WorkspaceSettings),
        Needs::Subscription => matches!(target, Target::Subscription(_)),
    }
}

/// The roles that a decision about this target looks at, besides the actor's.
fn roles_concerned(target: &Target) -> impl Iterator<Item = &OrgRole> {
    let asked = match target {
        Target::RoleOf { to, .. } => Some(to),
        Target::NewUser { role, .. } => Some(role),
        _ => None,
    };
    target
        .subject()
        .map(|user| &user.role)
        .into_iter()
        .chain(asked)
}

/// Whether a cell reaches this target.
fn covers(cell: Cell, actor: Role, target: &Target) -> bool {
    match cell {
        Cell::Yes => true,
        Cell::No => false,
        Cell::Members => roles_concerned(target).all(|role| *role == OrgRole::Known(Role::Member)),
        Cell::As(actions) => actions
            .iter()
            .all(|action| covers(table::row(*action).cell(actor), actor, target)),
        Cell::Granted => *target == Target::Workspace(Grant::Granted),
        Cell::FreeSeats => *target == Target::Subscription(SubscriptionPart::FreeSeats),
    }
}

/// What holds whatever the role. The last Admin comes before oneself: when there is no other active
/// Admin, "ask another" would be no help.
fn invariant_against(actor: &Actor, action: Action, target: &Target) -> Option<Rule> {
    if let Some(user) = target.subject() {
        let ends_admin = match action {
            Action::UsersDelete | Action::UsersSuspend => true,
            Action::UsersSetRole => match target {
                Target::RoleOf { to, .. } => *to != OrgRole::Known(Role::Admin),
                _ => true,
            },
            _ => false,
        };
        if ends_admin && user.is_last_active_admin() {
            return Some(Rule::LastAdmin);
        }
        let ends_own_access = matches!(
            action,
            Action::UsersDelete
                | Action::UsersSuspend
                | Action::UsersSetRole
                | Action::UsersReplaceEmail
        );
        if ends_own_access && actor.id.as_ref() == Some(&user.id) {
            return Some(Rule::OwnAccess);
        }
        if matches!(
            action,
            Action::InvitationsResend | Action::InvitationsRevoke
        ) && !user.has_open_invitation()
        {
            return Some(Rule::NoOpenInvitation);
        }
    }
    match target {
        Target::NewUser {
            address: Address::Taken,
            ..
        }
        | Target::ReplacementOf {
            address: Address::Taken,
            ..
        } => Some(Rule::AddressTaken),
        _ => seats_against(action, target.seats()),
    }
}

/// What the subscription has against one more user.
fn seats_against(action: Action, seats: Seats) -> Option<Rule> {
    // Whoever is invited again has a seat already.
    let takes_a_seat = matches!(
        action,
        Action::UsersAdd | Action::UsersReactivate | Action::UsersReplaceEmail
    );
    if !takes_a_seat && action != Action::InvitationsResend {
        return None;
    }
    let full = (takes_a_seat && seats == Seats::Taken).then_some(Rule::SeatsTaken);
    seats.closed().or(full)
}

fn who_can_help(rule: Rule, actor: &Actor, action: Action, target: &Target) -> WhoCanHelp {
    match rule {
        Rule::RoleDenies(..) | Rule::RoleLimits(..) | Rule::ActorRoleUnknown => {
            WhoCanHelp::Roles(roles_with(action, target))
        }
        Rule::OwnAccess => WhoCanHelp::Others(roles_with(action, target)),
        Rule::SubscriptionFrozen
        | Rule::SubscriptionCancelled
        | Rule::TrialEnded
        | Rule::SeatsTaken => match roles_with_any(Action::SubscriptionChange) {
            // The sentence says what to do first.
            roles if actor.role.known().is_some_and(|role| roles.contains(&role)) => {
                WhoCanHelp::Nobody
            }
            roles => WhoCanHelp::Roles(roles),
        },
        Rule::LastAdmin
        | Rule::AddressTaken
        | Rule::NoOpenInvitation
        | Rule::TargetRoleUnknown
        | Rule::ActionUnknown
        | Rule::FactsMissing => WhoCanHelp::Nobody,
    }
}

/// The roles whose cell reaches this target; a target that says too little is taken in general.
fn roles_with(action: Action, target: &Target) -> Vec<Role> {
    let row = table::row(action);
    if !carries(target, row.needs) {
        return roles_with_any(action);
    }
    Role::ALL
        .into_iter()
        .filter(|role| covers(row.cell(*role), *role, target))
        .collect()
}

/// The roles that have anything of the action.
fn roles_with_any(action: Action) -> Vec<Role> {
    let row = table::row(action);
    Role::ALL
        .into_iter()
        .filter(|role| row.cell(*role) != Cell::No)
        .collect()
}
