//! What the policy doesn't know it denies, and every denial can be read and leads to somebody.

use rollcall_model::{InvitationStatus, OrgRole, Role, UserId};
use rollcall_policy::{
    Action, Actor, Address, Decision, Grant, Rule, Seats, Subject, SubscriptionPart, Target,
    decide, decide_named,
};

use crate::support::{actor, rule, subject};

#[test]
fn an_unknown_role_may_nothing_and_gets_nothing() {
    let foreign = || OrgRole::Foreign("superuser".into());
    for role in [foreign(), OrgRole::Absent] {
        for action in Action::ALL {
            let found = rule(&actor(role.clone()), action, &Target::Organization);
            assert_eq!(
                found,
                Some(Rule::ActorRoleUnknown),
                "{action}: the unknown is denied"
            );
        }
        for (action, target) in [
            (
                Action::UsersAdd,
                Target::NewUser {
                    role: role.clone(),
                    address: Address::Free,
                    seats: Seats::Free,
                },
            ),
            (
                Action::UsersSetRole,
                Target::RoleOf {
                    user: subject("ana", Role::Member),
                    to: role.clone(),
                },
            ),
            (
                Action::UsersDelete,
                Target::User(subject("ana", role.clone())),
            ),
            (
                Action::UsersSetWorkspaces,
                Target::User(subject("ana", role.clone())),
            ),
        ] {
            let found = rule(&actor(Role::Admin), action, &target);
            assert_eq!(
                found,
                Some(Rule::TargetRoleUnknown),
                "{action}: the unknown is denied"
            );
            assert!(
                found.is_some_and(Rule::rests_on_unknown),
                "a client leaves it to the server"
            );
        }
    }
}

#[test]
fn an_unknown_action_is_denied() {
    for name in ["", "users", "users.promote", "USERS.ADD"] {
        let decision = decide_named(&actor(Role::Admin), name, &Target::Organization);
        let found = decision.denial().map(|denial| denial.rule());
        assert_eq!(
            found,
            Some(Rule::ActionUnknown),
            "{name:?}: the unknown is denied"
        );
    }
}

#[test]
fn a_question_that_does_not_name_its_target_is_denied() {
    let about = [
        Target::Organization,
        Target::Workspace(Grant::Granted),
        Target::Subscription(SubscriptionPart::PlanAndSeats),
    ];
    for action in [Action::UsersAdd, Action::UsersDelete, Action::UsersSetRole] {
        for target in &about {
            let found = rule(&actor(Role::Admin), action, target);
            assert_eq!(
                found,
                Some(Rule::FactsMissing),
                "{action}: never admitted blindly"
            );
        }
    }
}

#[test]
fn every_question_has_an_answer_with_a_sentence_and_helpers_who_can() {
    let roles = || {
        Role::ALL
            .into_iter()
            .map(OrgRole::from)
            .chain([OrgRole::Foreign("x".into()), OrgRole::Absent])
    };
    let mut targets = vec![
        Target::Organization,
        Target::WorkspaceSettings,
        Target::Workspace(Grant::Granted),
        Target::Workspace(Grant::NotGranted),
        Target::Subscription(SubscriptionPart::PlanAndSeats),
        Target::Subscription(SubscriptionPart::FreeSeats),
    ];
    for role in roles() {
        for (id, others, seats) in [
            ("me", Some(0), Seats::Free),
            ("ana", Some(2), Seats::Taken),
            ("ana", None, Seats::Frozen),
        ] {
            let user = Subject {
                other_active_admins: others,
                seats,
                invitation: Some(InvitationStatus::Pending),
                ..subject(id, role.clone())
            };
            targets.push(Target::User(user.clone()));
            targets.extend(roles().map(|to| Target::RoleOf {
                user: user.clone(),
                to,
            }));
            targets.push(Target::ReplacementOf {
                user,
                address: Address::Taken,
            });
        }
        targets.push(Target::NewUser {
            role: role.clone(),
            address: Address::NotKnown,
            seats: Seats::TrialEnded,
        });
    }
    for role in roles() {
        for action in Action::ALL {
            for target in &targets {
                let Decision::Denied(denial) = decide(&actor(role.clone()), action, target) else {
                    continue;
                };
                let sentence = denial.sentence();
                assert!(
                    sentence.ends_with('.') && sentence.len() > 10,
                    "{sentence:?} is readable"
                );
                assert!(
                    !sentence.contains("can't .") && !sentence.contains("can ."),
                    "{sentence}"
                );
                for helper in denial.helping_roles() {
                    let helper = Actor {
                        id: Some(UserId::new("helper")),
                        role: (*helper).into(),
                    };
                    let is_for_a_seat = matches!(
                        denial.rule(),
                        Rule::SeatsTaken
                            | Rule::SubscriptionFrozen
                            | Rule::SubscriptionCancelled
                            | Rule::TrialEnded
                    );
                    let found = if is_for_a_seat {
                        rule(&helper, Action::SubscriptionChange, &Target::Organization)
                    } else {
                        rule(&helper, action, target)
                    };
                    assert!(
                        !matches!(
                            found,
                            Some(Rule::RoleDenies(..) | Rule::RoleLimits(..) | Rule::OwnAccess)
                        ),
                        "{action} on {target:?}: {helper:?} is named as help, and may not either"
                    );
                }
            }
        }
    }
}
