//! Why something is denied: one fixed sentence per rule, equal at every door, and who could help.

use std::fmt;

use rollcall_language::say;
use rollcall_model::Role;

use crate::{Action, words};

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
    pub fn sentence(self) -> String {
        match self {
            Self::RoleDenies(role, action) => words::cannot(role, action),
            Self::RoleLimits(role, action) => words::only(role, action),
            Self::OwnAccess => say!("policy-own-access"),
            Self::LastAdmin => say!("policy-last-admin"),
            Self::AddressTaken => say!("policy-address-taken"),
            Self::NoOpenInvitation => say!("policy-no-open-invitation"),
            Self::SubscriptionFrozen => say!("policy-subscription-frozen"),
            Self::SubscriptionCancelled => say!("policy-subscription-cancelled"),
            Self::TrialEnded => say!("policy-trial-ended"),
            Self::SeatsTaken => say!("policy-seats-taken"),
            Self::ActorRoleUnknown => say!("policy-actor-role-unknown"),
            Self::TargetRoleUnknown => say!("policy-target-role-unknown"),
            Self::ActionUnknown => say!("policy-action-unknown"),
            Self::FactsMissing => say!("policy-facts-missing"),
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
    pub fn sentence(&self) -> String {
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
        WhoCanHelp::Roles(roles) => roles.iter().map(|role| somebody(*role)).collect(),
        WhoCanHelp::Others(roles) => roles.iter().map(|role| somebody_else(*role)).collect(),
        WhoCanHelp::Nobody => return None,
    };
    let whom = alternatives(&roles);
    let (shown, left_out) = names.split_at(names.len().min(NAMES_SHOWN));
    let names = shown.join(", ");
    Some(match (shown, left_out.len()) {
        ([], _) => say!("policy-help-ask", whom = whom),
        (_, 0) => say!("policy-help-ask-names", whom = whom, names = names),
        (_, count) => say!(
            "policy-help-ask-more",
            whom = whom,
            names = names,
            count = count
        ),
    })
}

/// "an Admin, a Billing Admin or a User Admin"
fn alternatives(all: &[String]) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => say!(
            "policy-help-either",
            before = before.join(", "),
            last = last
        ),
    }
}

/// Anybody with a role, as one who is asked.
fn somebody(role: Role) -> String {
    match role {
        Role::Admin => say!("policy-help-admin"),
        Role::BillingAdmin => say!("policy-help-billing-admin"),
        Role::UserAdmin => say!("policy-help-user-admin"),
        Role::Member => say!("policy-help-member"),
    }
}

/// Anybody else with a role, as one who is asked.
fn somebody_else(role: Role) -> String {
    match role {
        Role::Admin => say!("policy-help-another-admin"),
        Role::BillingAdmin => say!("policy-help-another-billing-admin"),
        Role::UserAdmin => say!("policy-help-another-user-admin"),
        Role::Member => say!("policy-help-another-member"),
    }
}
