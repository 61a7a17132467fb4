//! Who asks, whom it is about, and the rule that denies.

use rollcall_model::{OrgRole, UserId, UserState};
use rollcall_policy::{Action, Actor, Rule, Seats, Subject, Target, decide};

pub(crate) fn actor(role: impl Into<OrgRole>) -> Actor {
    Actor {
        id: Some(UserId::new("me")),
        role: role.into(),
    }
}

/// An active user, with three active Admins besides.
pub(crate) fn subject(id: &str, role: impl Into<OrgRole>) -> Subject {
    Subject {
        id: UserId::new(id),
        role: role.into(),
        state: UserState::Active,
        invitation: None,
        other_active_admins: Some(3),
        seats: Seats::Free,
    }
}

pub(crate) fn rule(actor: &Actor, action: Action, target: &Target) -> Option<Rule> {
    decide(actor, action, target)
        .denial()
        .map(|denial| denial.rule())
}
