//! What holds whatever the role: one active Admin stays, nobody changes their own access, an address
//! is unique, an invitation is sent again only while it is open, and nobody comes in without a seat.

use rollcall_model::{
    InvitationStatus, Organization, OrganizationId, Role, Subscription, SubscriptionStatus,
    UserState,
};
use rollcall_policy::{Action, Address, Rule, Seats, Subject, Target, WhoCanHelp, decide};

use crate::support::{actor, rule, subject};

fn demotion(user: Subject) -> Target {
    Target::RoleOf {
        user,
        to: Role::Member.into(),
    }
}

#[test]
fn the_last_active_admin_can_be_neither_deleted_nor_demoted_nor_suspended() {
    let last = Subject {
        other_active_admins: Some(0),
        ..subject("ana", Role::Admin)
    };
    // The actor's own account is suspended here: that is how somebody else can be the last.
    for (action, target) in [
        (Action::UsersDelete, Target::User(last.clone())),
        (Action::UsersSuspend, Target::User(last.clone())),
        (Action::UsersSetRole, Target::User(last.clone())),
        (Action::UsersSetRole, demotion(last.clone())),
    ] {
        let decision = decide(&actor(Role::Admin), action, &target);
        let denial = decision.denial().expect("one active Admin always stays");
        assert_eq!(
            denial.rule(),
            Rule::LastAdmin,
            "{action}: one active Admin always stays"
        );
        assert_eq!(
            denial.helpers(),
            &WhoCanHelp::Nobody,
            "the sentence says what to do first"
        );
    }
    for action in [Action::UsersSetWorkspaces, Action::UsersEditProfile] {
        let rule = rule(&actor(Role::Admin), action, &Target::User(last.clone()));
        assert_eq!(rule, None, "{action} leaves the Admin an active one");
    }
    let stays = Target::RoleOf {
        user: last,
        to: Role::Admin.into(),
    };
    assert_eq!(
        rule(&actor(Role::Admin), Action::UsersSetRole, &stays),
        None,
        "no demotion"
    );
}

#[test]
fn a_pending_or_suspended_admin_is_not_the_last_active_one() {
    for state in [
        UserState::Pending,
        UserState::InvitationExpired,
        UserState::Suspended,
    ] {
        let idle = Subject {
            state,
            other_active_admins: Some(0),
            ..subject("ana", Role::Admin)
        };
        assert_eq!(
            rule(
                &actor(Role::Admin),
                Action::UsersDelete,
                &Target::User(idle)
            ),
            None,
            "{state:?} Admins don't count as active, so deleting one takes none away"
        );
    }
}

#[test]
fn one_other_active_admin_is_enough() {
    let ana = Subject {
        other_active_admins: Some(1),
        ..subject("ana", Role::Admin)
    };
    assert_eq!(
        rule(&actor(Role::Admin), Action::UsersSetRole, &demotion(ana)),
        None,
        "one stays"
    );
}

#[test]
fn the_last_admin_is_not_foreseen_where_the_list_is_not_known_completely() {
    let ana = Subject {
        other_active_admins: None,
        ..subject("ana", Role::Admin)
    };
    assert_eq!(
        rule(&actor(Role::Admin), Action::UsersDelete, &Target::User(ana)),
        None,
        "the client foresees only what it knows; the server has the last word"
    );
}

#[test]
fn nobody_deletes_suspends_or_changes_the_role_of_themselves() {
    let me = subject("me", Role::Admin);
    for (action, target) in [
        (Action::UsersDelete, Target::User(me.clone())),
        (Action::UsersSuspend, Target::User(me.clone())),
        (Action::UsersSetRole, Target::User(me.clone())),
        (Action::UsersSetRole, demotion(me.clone())),
        (
            Action::UsersReplaceEmail,
            Target::ReplacementOf {
                user: me.clone(),
                address: Address::Free,
            },
        ),
    ] {
        let decision = decide(&actor(Role::Admin), action, &target);
        let denial = decision.denial().expect("nobody ends their own access");
        assert_eq!(
            denial.rule(),
            Rule::OwnAccess,
            "{action}: another user who may does it"
        );
        assert_eq!(
            denial.helpers(),
            &WhoCanHelp::Others(vec![Role::Admin]),
            "{action}"
        );
    }
    for action in [Action::UsersSetWorkspaces, Action::UsersEditProfile] {
        let rule = rule(&actor(Role::Admin), action, &Target::User(me.clone()));
        assert_eq!(rule, None, "{action} of oneself is not forbidden");
    }
}

#[test]
fn ids_are_compared_byte_by_byte_when_recognizing_oneself() {
    let other = Target::User(subject("ME", Role::Admin));
    assert_eq!(
        rule(&actor(Role::Admin), Action::UsersDelete, &other),
        None,
        "ids are opaque"
    );
}

#[test]
fn the_last_admin_hears_that_rule_before_the_one_about_oneself() {
    let me = Subject {
        other_active_admins: Some(0),
        ..subject("me", Role::Admin)
    };
    assert_eq!(
        rule(&actor(Role::Admin), Action::UsersSetRole, &demotion(me)),
        Some(Rule::LastAdmin),
        "with no other active Admin, asking another is no help"
    );
}

#[test]
fn a_role_that_may_not_hears_that_before_any_invariant() {
    let me = Subject {
        other_active_admins: Some(0),
        ..subject("me", Role::UserAdmin)
    };
    assert_eq!(
        rule(&actor(Role::UserAdmin), Action::UsersSetRole, &demotion(me)),
        Some(Rule::RoleDenies(Role::UserAdmin, Action::UsersSetRole)),
        "the same sentence whoever the target is"
    );
}

#[test]
fn an_address_is_given_to_one_user_only() {
    for (address, expected) in [
        (Address::Taken, Some(Rule::AddressTaken)),
        (Address::Free, None),
        (Address::NotKnown, None),
    ] {
        let new = Target::NewUser {
            role: Role::Member.into(),
            address,
            seats: Seats::Free,
        };
        assert_eq!(
            rule(&actor(Role::UserAdmin), Action::UsersAdd, &new),
            expected,
            "unique"
        );
        let replaced = Target::ReplacementOf {
            user: subject("ana", Role::Member),
            address,
        };
        assert_eq!(
            rule(
                &actor(Role::UserAdmin),
                Action::UsersReplaceEmail,
                &replaced
            ),
            expected,
            "unique"
        );
    }
}

#[test]
fn only_an_open_invitation_is_sent_again_or_revoked() {
    for (invitation, open) in [
        (None, false),
        (Some(InvitationStatus::Accepted), false),
        (Some(InvitationStatus::Pending), true),
        (Some(InvitationStatus::Expired), true),
        (Some(InvitationStatus::Failed), true),
    ] {
        let target = Target::User(Subject {
            invitation,
            ..subject("ana", Role::Member)
        });
        for action in [Action::InvitationsResend, Action::InvitationsRevoke] {
            let expected = (!open).then_some(Rule::NoOpenInvitation);
            assert_eq!(
                rule(&actor(Role::Admin), action, &target),
                expected,
                "{invitation:?}"
            );
        }
    }
}

/// Every way in which somebody comes in, as far as the subscription is concerned.
fn ways_in(seats: Seats) -> [(Action, Target); 4] {
    let user = Subject {
        seats,
        invitation: Some(InvitationStatus::Pending),
        ..subject("ana", Role::Member)
    };
    let new = Target::NewUser {
        role: Role::Member.into(),
        address: Address::Free,
        seats,
    };
    let replaced = Target::ReplacementOf {
        user: user.clone(),
        address: Address::Free,
    };
    [
        (Action::UsersAdd, new),
        (Action::UsersReplaceEmail, replaced),
        (Action::UsersReactivate, Target::User(user.clone())),
        (Action::InvitationsResend, Target::User(user)),
    ]
}

#[test]
fn nobody_comes_in_where_the_subscription_is_closed() {
    for (seats, expected) in [
        (Seats::Frozen, Some(Rule::SubscriptionFrozen)),
        (Seats::Cancelled, Some(Rule::SubscriptionCancelled)),
        (Seats::TrialEnded, Some(Rule::TrialEnded)),
        (Seats::Free, None),
        (Seats::NotKnown, None),
    ] {
        for (action, target) in ways_in(seats) {
            let found = rule(&actor(Role::Admin), action, &target);
            assert_eq!(found, expected, "{action} while {seats:?}");
        }
    }
}

#[test]
fn who_is_invited_again_has_a_seat_and_everybody_else_needs_one() {
    for (action, target) in ways_in(Seats::Taken) {
        let expected = (action != Action::InvitationsResend).then_some(Rule::SeatsTaken);
        let found = rule(&actor(Role::Admin), action, &target);
        assert_eq!(found, expected, "{action}");
    }
    let ana = Target::User(Subject {
        seats: Seats::Taken,
        ..subject("ana", Role::Member)
    });
    for action in [
        Action::UsersSuspend,
        Action::UsersDelete,
        Action::UsersSetWorkspaces,
    ] {
        let found = rule(&actor(Role::Admin), action, &ana);
        assert_eq!(found, None, "{action} takes no seat");
    }
}

#[test]
fn a_seat_is_asked_of_those_who_change_the_subscription() {
    let [(add, new), ..] = ways_in(Seats::Taken);
    let helpers = |role: Role| {
        let decision = decide(&actor(role), add, &new);
        decision.denial().expect("no seat").helpers().clone()
    };
    assert_eq!(
        helpers(Role::UserAdmin),
        WhoCanHelp::Roles(vec![Role::Admin, Role::BillingAdmin])
    );
    assert_eq!(
        helpers(Role::Admin),
        WhoCanHelp::Nobody,
        "the sentence says what to do"
    );
}

#[test]
fn seats_are_foreseen_as_far_as_the_role_sees_them() {
    let organization = |status: Option<SubscriptionStatus>, free_seats| Organization {
        id: OrganizationId::new("o"),
        display_name: String::new(),
        website: String::new(),
        time_zone: String::new(),
        locale: String::new(),
        created: None,
        version: None,
        billing: None,
        subscription: status.map(|status| Subscription {
            plan: "business".to_owned(),
            seats: None,
            seats_used: None,
            status,
            renews_at: None,
            trial_ends_at: None,
            next_plan: None,
            next_seats: None,
            plans: Vec::new(),
        }),
        free_seats,
    };
    for (status, free, seats) in [
        (None, None, Seats::NotKnown),
        (None, Some(0), Seats::Taken),
        (None, Some(1), Seats::Free),
        (Some(SubscriptionStatus::Active), None, Seats::Free),
        (Some(SubscriptionStatus::Active), Some(0), Seats::Taken),
        (
            Some(SubscriptionStatus::PendingPayment),
            Some(3),
            Seats::Free,
        ),
        (Some(SubscriptionStatus::Frozen), Some(3), Seats::Frozen),
        (
            Some(SubscriptionStatus::Cancelled),
            Some(0),
            Seats::Cancelled,
        ),
        (
            Some(SubscriptionStatus::TrialEnded),
            None,
            Seats::TrialEnded,
        ),
        (
            Some(SubscriptionStatus::Other("odd".into())),
            Some(3),
            Seats::NotKnown,
        ),
    ] {
        let found = Seats::of(&organization(status.clone(), free));
        assert_eq!(found, seats, "{status:?} with {free:?} free");
    }
}
