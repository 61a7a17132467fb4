//! The sentences that people read, and the areas that a role opens.

use rollcall_model::{OrgRole, Role, UserId, UserState};
use rollcall_policy::{
    Access, Action, Actor, Address, Area, Decision, Denial, Offer, Rule, Seats, Subject, Target,
    area, area_summary, decide, enters_every_workspace, help_sentence, offer, role_summary,
    view_only,
};

fn denial(role: Role, action: Action, target: &Target) -> Denial {
    let actor = Actor {
        id: Some(UserId::new("me")),
        role: role.into(),
    };
    match decide(&actor, action, target) {
        Decision::Denied(denial) => denial,
        Decision::Allowed => panic!("{action} as {role} on {target:?} must be denied"),
    }
}

fn user(id: &str, role: Role, other_active_admins: u64) -> Target {
    Target::User(Subject {
        id: UserId::new(id),
        role: role.into(),
        state: UserState::Active,
        invitation: None,
        other_active_admins: Some(other_active_admins),
        seats: Seats::Free,
    })
}

#[test]
fn a_denial_says_who_may_not_do_what() {
    let somebody = user("ana", Role::BillingAdmin, 3);
    for (role, action, sentence) in [
        (
            Role::UserAdmin,
            Action::UsersSetRole,
            "User Admins can't change roles.",
        ),
        (
            Role::BillingAdmin,
            Action::UsersSetRole,
            "Billing Admins can't change roles.",
        ),
        (
            Role::Member,
            Action::UsersSetRole,
            "Members can't change roles.",
        ),
        (
            Role::UserAdmin,
            Action::UsersDelete,
            "User Admins can delete Members only.",
        ),
        (
            Role::BillingAdmin,
            Action::UsersSetWorkspaces,
            "Billing Admins can't change the workspaces of users.",
        ),
    ] {
        assert_eq!(
            denial(role, action, &somebody).sentence(),
            sentence,
            "fixed at every door"
        );
    }
}

#[test]
fn the_last_admin_and_oneself_have_their_own_words() {
    assert_eq!(
        denial(
            Role::Admin,
            Action::UsersDelete,
            &user("ana", Role::Admin, 0)
        )
        .sentence(),
        "This is the only active Admin (pending and suspended ones do not count). Make someone \
         else Admin first.",
        "it says what to do first"
    );
    assert_eq!(
        denial(
            Role::Admin,
            Action::UsersDelete,
            &user("me", Role::Admin, 2)
        )
        .sentence(),
        "You can't change your own access.",
        "one sentence for the rule"
    );
}

#[test]
fn the_help_line_names_those_who_could() {
    let role = denial(
        Role::UserAdmin,
        Action::UsersSetRole,
        &user("ana", Role::Member, 3),
    );
    let add = denial(
        Role::Member,
        Action::UsersAdd,
        &Target::NewUser {
            role: Role::Member.into(),
            address: Address::Free,
            seats: Seats::Free,
        },
    );
    let own = denial(
        Role::Admin,
        Action::UsersSetRole,
        &user("me", Role::Admin, 2),
    );
    let last = denial(
        Role::Admin,
        Action::UsersSetRole,
        &user("ana", Role::Admin, 0),
    );
    let view = denial(Role::Member, Action::UsersView, &Target::Organization);
    for (denial, names, line) in [
        (
            &view,
            &[][..],
            Some("Ask an Admin, a Billing Admin or a User Admin."),
        ),
        (&role, &["Ada", "Grace"], Some("Ask an Admin: Ada, Grace.")),
        (&role, &[], Some("Ask an Admin.")),
        (
            &role,
            &["A", "B", "C", "D"],
            Some("Ask an Admin: A, B, C or 1 other."),
        ),
        (
            &role,
            &["A", "B", "C", "D", "E"],
            Some("Ask an Admin: A, B, C or 2 others."),
        ),
        (&add, &["Ada"], Some("Ask an Admin or a User Admin: Ada.")),
        (
            &own,
            &["L. Chen", "P. Okafor"],
            Some("Ask another Admin: L. Chen, P. Okafor."),
        ),
        (&last, &["Ada"], None),
    ] {
        assert_eq!(
            help_sentence(denial, names).as_deref(),
            line,
            "help is a name to turn to"
        );
    }
}

#[test]
fn the_four_areas_open_as_the_table_says() {
    use Access::{Full, Limited, None as Closed};
    for (role, [general, users, workspaces, billing]) in [
        (OrgRole::Known(Role::Admin), [Full, Full, Full, Full]),
        (
            OrgRole::Known(Role::BillingAdmin),
            [Limited, Limited, Limited, Full],
        ),
        (
            OrgRole::Known(Role::UserAdmin),
            [Limited, Limited, Full, Closed],
        ),
        (OrgRole::Known(Role::Member), [Closed; 4]),
        (OrgRole::Foreign("owner".into()), [Closed; 4]),
        (OrgRole::Absent, [Closed; 4]),
    ] {
        let found = Area::ALL.map(|which| area(&role, which));
        assert_eq!(
            found,
            [general, users, workspaces, billing],
            "{role:?}: the table is law"
        );
    }
}

#[test]
fn what_the_table_calls_view_is_said_to_be_view_only() {
    for role in Role::ALL {
        let only_viewed: Vec<Area> = Area::ALL
            .into_iter()
            .filter(|which| view_only(&role.into(), *which).is_some())
            .collect();
        let expected: &[Area] = match role {
            Role::Admin | Role::Member => &[],
            Role::BillingAdmin => &[Area::General, Area::Users, Area::Workspaces],
            Role::UserAdmin => &[Area::General],
        };
        assert_eq!(only_viewed, expected, "{role}: neither more nor less");
    }
    assert_eq!(
        view_only(&Role::BillingAdmin.into(), Area::Workspaces).as_deref(),
        Some("Billing Admins can look at this, and change nothing here.")
    );
    assert_eq!(
        view_only(&OrgRole::Absent, Area::Users),
        None,
        "of the unknown nothing is said"
    );
}

#[test]
fn whoever_enters_every_workspace_is_said_to() {
    let said = Role::ALL.map(|role| enters_every_workspace(&role.into()));
    let of_admins = "Admins can enter every workspace, whatever is assigned here.".to_owned();
    assert_eq!(said, [Some(of_admins), None, None, None]);
    assert_eq!(enters_every_workspace(&OrgRole::Absent), None);
}

#[test]
fn an_offer_tells_whole_from_part_from_nothing() {
    let of = |role: Role, action| offer(&role.into(), action);
    assert_eq!(
        of(Role::Admin, Action::UsersReplaceEmail),
        Offer::Whole,
        "any role"
    );
    assert_eq!(
        of(Role::UserAdmin, Action::UsersAdd),
        Offer::Partial(Rule::RoleLimits(Role::UserAdmin, Action::UsersAdd)),
        "the limit is said"
    );
    assert!(
        matches!(of(Role::Member, Action::UsersView), Offer::Nothing(denial)
            if denial.sentence() == "Members can't see users."),
        "the reason is said"
    );
    assert!(
        matches!(
            offer(&OrgRole::Absent, Action::UsersView),
            Offer::Nothing(_)
        ),
        "the unknown is offered nothing"
    );
}

#[test]
fn each_role_is_told_apart_in_one_sentence_or_two() {
    let summaries = Role::ALL.map(role_summary);
    for (index, summary) in summaries.iter().enumerate() {
        assert!(summary.ends_with('.'), "{summary:?} is a sentence");
        assert!(
            !summaries[..index].contains(summary),
            "each role has its own"
        );
    }
}

#[test]
fn every_area_is_told_to_every_role_in_a_sentence() {
    for role in Role::ALL {
        for part in Area::ALL {
            let sentence = area_summary(role, part);
            assert!(sentence.ends_with('.'), "{sentence:?} is a sentence");
            let views = area(&role.into(), part) == Access::Limited && role == Role::BillingAdmin;
            assert_eq!(
                sentence.starts_with("To view only"),
                views || (role, part) == (Role::UserAdmin, Area::General),
                "what the table calls \"view\" is called so: {role} in {part:?}"
            );
        }
    }
}

#[test]
fn every_area_has_actions_and_a_role_with_all_of_it_is_an_admin() {
    for part in Area::ALL {
        let actions: Vec<Action> = Action::ALL
            .into_iter()
            .filter(|action| Area::of(*action) == part)
            .collect();
        assert!(!actions.is_empty(), "{part:?} is about something");
        for action in actions {
            assert_eq!(
                offer(&Role::Admin.into(), action),
                Offer::Whole,
                "an Admin may {action}"
            );
        }
    }
}
