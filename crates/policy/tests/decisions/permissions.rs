//! The product's permission table as a table: a row per permission and kind of target, a cell per
//! role. It is written out by hand, apart from the data that it checks.

use rollcall_model::{InvitationStatus, OrgRole, Role, UserId, UserState};
use rollcall_policy::{
    Action, Actor, Address, Decision, Grant, Rule, Seats, Subject, SubscriptionPart, Target, decide,
};

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Expect {
    /// Allowed.
    Yes,
    /// Denied: not for this role at all.
    No,
    /// Denied: for this role, but not for this target.
    Part,
}

use Expect::{No, Part, Yes};

fn user(role: impl Into<OrgRole>, state: UserState) -> Subject {
    Subject {
        id: UserId::new("somebody"),
        role: role.into(),
        state,
        invitation: match state {
            UserState::Active | UserState::Suspended => Some(InvitationStatus::Accepted),
            UserState::Pending => Some(InvitationStatus::Pending),
            UserState::InvitationExpired => Some(InvitationStatus::Expired),
            UserState::InvitationFailed => Some(InvitationStatus::Failed),
        },
        other_active_admins: Some(3),
        seats: Seats::Free,
    }
}

fn active(role: Role) -> Target {
    Target::User(user(role, UserState::Active))
}

fn in_state(role: Role, state: UserState) -> Target {
    Target::User(user(role, state))
}

fn to_role(from: Role, to: Role) -> Target {
    Target::RoleOf {
        user: user(from, UserState::Active),
        to: to.into(),
    }
}

fn new_user(role: Role) -> Target {
    Target::NewUser {
        role: role.into(),
        address: Address::Free,
        seats: Seats::Free,
    }
}

fn replacement(role: Role) -> Target {
    Target::ReplacementOf {
        user: user(role, UserState::Active),
        address: Address::Free,
    }
}

const GRANTED: Target = Target::Workspace(Grant::Granted);
const NOT_GRANTED: Target = Target::Workspace(Grant::NotGranted);
const PLAN: Target = Target::Subscription(SubscriptionPart::PlanAndSeats);
const FREE_SEATS: Target = Target::Subscription(SubscriptionPart::FreeSeats);

/// The table. Cells stand in the order Admin, Billing Admin, User Admin, Member.
#[rustfmt::skip]
fn table() -> Vec<(&'static str, Target, [Expect; 4])> {
    use Role::{Admin, BillingAdmin, Member, UserAdmin};
    use UserState::{InvitationExpired, InvitationFailed, Pending, Suspended};
    use Target::{Organization, WorkspaceSettings};
    vec![
        ("organization.view",    Organization,                         [Yes, Yes, Yes, No]),
        ("organization.edit",    Organization,                         [Yes, No, No, No]),
        ("billing.view",         Organization,                         [Yes, Yes, Yes, No]),
        ("billing.edit",         Organization,                         [Yes, Yes, No, No]),
        ("invoices.view",        Organization,                         [Yes, Yes, No, No]),
        ("subscription.view",    PLAN,                                 [Yes, Yes, Part, No]),
        ("subscription.view",    FREE_SEATS,                           [Yes, Yes, Yes, No]),

        ("users.view",           Organization,                         [Yes, Yes, Yes, No]),
        ("users.view",           active(Admin),                        [Yes, Yes, Yes, No]),

        ("users.add",            new_user(Admin),                      [Yes, No, Part, No]),
        ("users.add",            new_user(BillingAdmin),               [Yes, No, Part, No]),
        ("users.add",            new_user(UserAdmin),                  [Yes, No, Part, No]),
        ("users.add",            new_user(Member),                     [Yes, No, Yes, No]),

        ("users.delete",         active(Admin),                        [Yes, No, Part, No]),
        ("users.delete",         active(BillingAdmin),                 [Yes, No, Part, No]),
        ("users.delete",         active(UserAdmin),                    [Yes, No, Part, No]),
        ("users.delete",         active(Member),                       [Yes, No, Yes, No]),
        ("users.delete",         in_state(Admin, Pending),             [Yes, No, Part, No]),
        ("users.delete",         in_state(Member, Pending),            [Yes, No, Yes, No]),
        ("users.delete",         in_state(Member, Suspended),          [Yes, No, Yes, No]),

        ("users.set_role",       active(Member),                       [Yes, No, No, No]),
        ("users.set_role",       to_role(Member, UserAdmin),           [Yes, No, No, No]),
        ("users.set_role",       to_role(Member, BillingAdmin),        [Yes, No, No, No]),
        ("users.set_role",       to_role(Member, Admin),               [Yes, No, No, No]),
        ("users.set_role",       to_role(UserAdmin, Member),           [Yes, No, No, No]),
        ("users.set_role",       to_role(BillingAdmin, Member),        [Yes, No, No, No]),
        ("users.set_role",       to_role(Admin, Member),               [Yes, No, No, No]),

        ("users.suspend",        active(Admin),                        [Yes, No, No, No]),
        ("users.suspend",        active(BillingAdmin),                 [Yes, No, No, No]),
        ("users.suspend",        active(UserAdmin),                    [Yes, No, No, No]),
        ("users.suspend",        active(Member),                       [Yes, No, No, No]),
        ("users.reactivate",     in_state(Admin, Suspended),           [Yes, No, No, No]),
        ("users.reactivate",     in_state(BillingAdmin, Suspended),    [Yes, No, No, No]),
        ("users.reactivate",     in_state(UserAdmin, Suspended),       [Yes, No, No, No]),
        ("users.reactivate",     in_state(Member, Suspended),          [Yes, No, No, No]),

        ("users.edit_profile",   active(Admin),                        [Yes, No, No, No]),
        ("users.edit_profile",   active(Member),                       [Yes, No, No, No]),

        ("users.replace_email",  replacement(Admin),                   [Yes, No, Part, No]),
        ("users.replace_email",  replacement(BillingAdmin),            [Yes, No, Part, No]),
        ("users.replace_email",  replacement(UserAdmin),               [Yes, No, Part, No]),
        ("users.replace_email",  replacement(Member),                  [Yes, No, Yes, No]),

        ("users.set_workspaces", active(Admin),                        [Yes, No, Yes, No]),
        ("users.set_workspaces", active(BillingAdmin),                 [Yes, No, Yes, No]),
        ("users.set_workspaces", active(UserAdmin),                    [Yes, No, Yes, No]),
        ("users.set_workspaces", active(Member),                       [Yes, No, Yes, No]),
        ("users.set_workspaces", in_state(Member, Pending),            [Yes, No, Yes, No]),

        ("workspaces.view",      GRANTED,                              [Yes, Yes, Yes, Yes]),
        ("workspaces.view",      NOT_GRANTED,                          [Yes, Yes, Yes, Part]),
        ("workspaces.view",      WorkspaceSettings,                    [Yes, Yes, Yes, Part]),
        ("workspaces.enter",     GRANTED,                              [Yes, Yes, Yes, Yes]),
        ("workspaces.enter",     NOT_GRANTED,                          [Yes, Part, Part, Part]),
        ("workspaces.create",    Organization,                         [Yes, No, Yes, No]),
        ("workspaces.rename",    NOT_GRANTED,                          [Yes, No, Yes, No]),
        ("workspaces.rename",    GRANTED,                              [Yes, No, Yes, No]),
        ("workspaces.delete",    NOT_GRANTED,                          [Yes, No, Yes, No]),
        ("workspaces.delete",    GRANTED,                              [Yes, No, Yes, No]),

        ("subscription.change",  Organization,                         [Yes, Yes, No, No]),
        ("subscription.cancel",  Organization,                         [Yes, No, No, No]),
        ("organization.delete",  Organization,                         [Yes, No, No, No]),

        ("invitations.resend",   in_state(Admin, Pending),             [Yes, No, Part, No]),
        ("invitations.resend",   in_state(BillingAdmin, Pending),      [Yes, No, Part, No]),
        ("invitations.resend",   in_state(UserAdmin, Pending),         [Yes, No, Part, No]),
        ("invitations.resend",   in_state(Member, Pending),            [Yes, No, Yes, No]),
        ("invitations.resend",   in_state(Member, InvitationExpired),  [Yes, No, Yes, No]),
        ("invitations.resend",   in_state(Member, InvitationFailed),   [Yes, No, Yes, No]),
        ("invitations.revoke",   in_state(Admin, Pending),             [Yes, No, Part, No]),
        ("invitations.revoke",   in_state(BillingAdmin, Pending),      [Yes, No, Part, No]),
        ("invitations.revoke",   in_state(UserAdmin, Pending),         [Yes, No, Part, No]),
        ("invitations.revoke",   in_state(Member, Pending),            [Yes, No, Yes, No]),
        ("invitations.revoke",   in_state(Member, InvitationExpired),  [Yes, No, Yes, No]),
    ]
}

#[test]
fn every_cell_of_the_permission_table_is_decided_as_written() {
    for (name, target, cells) in table() {
        let action = Action::from_name(name).expect("the table names actions that exist");
        for (role, expected) in Role::ALL.into_iter().zip(cells) {
            let actor = Actor {
                id: Some(UserId::new("me")),
                role: role.into(),
            };
            let found = match decide(&actor, action, &target) {
                Decision::Allowed => Yes,
                Decision::Denied(denial) => match denial.rule() {
                    Rule::RoleDenies(whose, what) => {
                        assert_eq!(
                            (whose, what),
                            (role, action),
                            "the denial names its own cell"
                        );
                        No
                    }
                    Rule::RoleLimits(whose, what) => {
                        assert_eq!(
                            (whose, what),
                            (role, action),
                            "the denial names its own cell"
                        );
                        Part
                    }
                    other => panic!("{name} as {role}: denied by {other:?}, not by the table"),
                },
            };
            assert_eq!(
                found, expected,
                "{name} as {role} on {target:?}: the table is law"
            );
        }
    }
}

#[test]
fn every_action_has_a_row_in_the_written_table() {
    let written: Vec<_> = table().into_iter().map(|(name, ..)| name).collect();
    for action in Action::ALL {
        assert!(
            written.contains(&action.name()),
            "{action}: no permission goes unwritten"
        );
    }
}

#[test]
fn every_machine_name_reads_back_as_its_action() {
    for action in Action::ALL {
        assert_eq!(
            Action::from_name(action.name()),
            Some(action),
            "names are one to one"
        );
    }
    assert_eq!(
        Action::from_name("Users.Add"),
        None,
        "names are compared byte by byte"
    );
}
