//! Why something is denied: one fixed sentence per rule, equal at every door, and who could help.

use std::borrow::Cow;
use std::fmt;

use rollcall_model::Role;

use crate::{Action, table};

/// The rule that denies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// The role may not do this at all.
    RoleDenies(Role, Action),
    /// The role may do this, but not to this target.
    RoleLimits(Role, Action),
    /// Nobody deletes, suspends or changes the role of themselves.
    OwnAccess,
    /// The organization keeps at least one active Admin.
    LastAdmin,
    /// An e-mail address is unique in the organization.
    AddressTaken,
    /// Only an invitation that is not accepted can be sent again or revoked.
    NoOpenInvitation,
    /// Nobody comes in while the subscription is frozen.
    SubscriptionFrozen,
    /// Nobody comes in once the subscription has ended.
    SubscriptionCancelled,
    /// Nobody comes in between a trial and a plan.
    TrialEnded,
    /// The subscription has a number of seats.
    SeatsTaken,
    /// The actor's role is none of the four.
    ActorRoleUnknown,
    /// The role of the user concerned, or the one asked for, is none of the four.
    TargetRoleUnknown,
    /// No such action.
    ActionUnknown,
    /// The question doesn't say enough about its target.
    FactsMissing,
}

impl Rule {
    /// A stable name for programs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::RoleDenies(..) => "role_denies",
            Self::RoleLimits(..) => "role_limits",
            Self::OwnAccess => "own_access",
            Self::LastAdmin => "last_admin",
            Self::AddressTaken => "address_taken",
            Self::NoOpenInvitation => "no_open_invitation",
            Self::SubscriptionFrozen => "subscription_frozen",
            Self::SubscriptionCancelled => "subscription_cancelled",
            Self::TrialEnded => "trial_ended",
            Self::SeatsTaken => "seats_taken",
            Self::ActorRoleUnknown => "actor_role_unknown",
            Self::TargetRoleUnknown => "target_role_unknown",
            Self::ActionUnknown => "action_unknown",
            Self::FactsMissing => "facts_missing",
        }
    }

    /// Whether it denies only because a role is not one of the four. A client leaves such a decision
    /// to the server, which knows its own roles; our server keeps the denial.
    #[must_use]
    pub fn rests_on_unknown(self) -> bool {
        matches!(self, Self::ActorRoleUnknown | Self::TargetRoleUnknown)
    }

    /// The sentence for people. It names nobody, so that it is the same wherever it is said.
    #[must_use]
    pub fn sentence(self) -> Cow<'static, str> {
        match self {
            Self::RoleDenies(role, action) => {
                format!("{role}s can't {}.", table::row(action).cannot).into()
            }
            Self::RoleLimits(role, action) => {
                format!("{role}s can {}.", table::row(action).only).into()
            }
            Self::OwnAccess => "You can't change your own access.".into(),
            Self::LastAdmin => "This is the only active Admin (pending and suspended ones do not \
                                count). Make someone else Admin first."
                .into(),
            Self::AddressTaken => "Another user already has this e-mail address.".into(),
            Self::NoOpenInvitation => "This user has no open invitation.".into(),
            Self::SubscriptionFrozen => {
                "The subscription is frozen: nobody can be added, reactivated or \
                                         invited until its invoices are paid."
                    .into()
            }
            Self::SubscriptionCancelled => "The subscription is cancelled: nobody can be added, \
                                            reactivated or invited until it begins anew."
                .into(),
            Self::TrialEnded => {
                "The trial has ended: nobody can be added, reactivated or invited until \
                                 the subscription starts."
                    .into()
            }
            Self::SeatsTaken => {
                "Every seat is taken: suspend or delete somebody, or add seats to the \
                                 subscription first."
                    .into()
            }
            Self::ActorRoleUnknown => {
                "Your role is not one of Admin, Billing Admin, User Admin and Member, so it allows \
                 nothing here."
                    .into()
            }
            Self::TargetRoleUnknown => {
                "This role is not one of Admin, Billing Admin, User Admin and Member.".into()
            }
            Self::ActionUnknown => "There is no such action.".into(),
            Self::FactsMissing => {
                "This can't be decided without saying whom or what it is about.".into()
            }
        }
    }
}

/// Who could do it instead, or make room for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhoCanHelp {
    /// Anybody with one of these roles; the most powerful first, never empty.
    Roles(Vec<Role>),
    /// Somebody else with one of these roles: the actor has it, and may not do it to themselves.
    Others(Vec<Role>),
    /// Nobody: the sentence says what to do first.
    Nobody,
}

/// A denial: the rule, and who could help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Denial {
    rule: Rule,
    helpers: WhoCanHelp,
}

impl Denial {
    pub(crate) fn new(rule: Rule, helpers: WhoCanHelp) -> Self {
        Self { rule, helpers }
    }

    /// The rule that denies.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// The sentence for people, equal at every door.
    #[must_use]
    pub fn sentence(&self) -> Cow<'static, str> {
        self.rule.sentence()
    }

    /// Who could do it instead.
    #[must_use]
    pub fn helpers(&self) -> &WhoCanHelp {
        &self.helpers
    }

    /// The roles of those who could help; empty when nobody can.
    #[must_use]
    pub fn helping_roles(&self) -> &[Role] {
        match &self.helpers {
            WhoCanHelp::Roles(roles) | WhoCanHelp::Others(roles) => roles,
            WhoCanHelp::Nobody => &[],
        }
    }
}

impl fmt::Display for Denial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence())
    }
}

/// As many names as a person reads before the line stops helping.
const NAMES_SHOWN: usize = 3;

/// The line that a client puts after the sentence: "Ask an Admin: Ada, Grace." `names` are those of
/// the active users with one of [`Denial::helping_roles`], the actor left out; the first three are
/// shown. `None` when nobody could help.
#[must_use]
pub fn help_sentence(denial: &Denial, names: &[&str]) -> Option<String> {
    let roles: Vec<String> = match denial.helpers() {
        WhoCanHelp::Roles(roles) => roles
            .iter()
            .map(|role| format!("{} {role}", indefinite_article(*role)))
            .collect(),
        WhoCanHelp::Others(roles) => roles.iter().map(|role| format!("another {role}")).collect(),
        WhoCanHelp::Nobody => return None,
    };
    let roles = alternatives(&roles);
    let (shown, left_out) = names.split_at(names.len().min(NAMES_SHOWN));
    Some(match (shown, left_out.len()) {
        ([], _) => format!("Ask {roles}."),
        (_, 0) => format!("Ask {roles}: {}.", shown.join(", ")),
        (_, 1) => format!("Ask {roles}: {} or 1 other.", shown.join(", ")),
        (_, more) => format!("Ask {roles}: {} or {more} others.", shown.join(", ")),
    })
}

/// "an Admin, a Billing Admin or a User Admin"
fn alternatives(all: &[String]) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn indefinite_article(role: Role) -> &'static str {
    match role {
        Role::Admin => "an",
        Role::BillingAdmin | Role::UserAdmin | Role::Member => "a",
    }
}
