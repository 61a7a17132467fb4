//! What a user may do and why, and what another role would change, on a real server.

use rollcall_app::view::{AccessExplained, AreaAccess, PermissionGrant};
use rollcall_app::{App, UserId};
use rollcall_model::Role;

use crate::forms::role_change;
use crate::support::{LONG_UNDO, server, signed_in, somebody};

fn granted(explained: &AccessExplained, action: &str) -> (PermissionGrant, Option<String>) {
    let permissions = explained.areas.iter().flat_map(|area| &area.permissions);
    let found = permissions
        .into_iter()
        .find(|permission| permission.action == action)
        .expect("every permission is explained");
    (found.grant, found.reason.clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_user_s_access_is_told_by_area_and_permission_with_the_rule_s_sentence() {
    let server = server(60);
    let (app, id, _home) = signed_in(&server, Role::Admin).await;
    let user = somebody(&app, id, Role::UserAdmin, None).await;
    let user = UserId::new(&user.id);

    let told = app.access_explained(id, &user).await.unwrap();
    assert_eq!(told.role_title, "User Admin");
    assert_eq!(
        told.first, None,
        "nothing comes before an active user's role"
    );
    let areas: Vec<_> = told
        .areas
        .iter()
        .map(|area| (area.title.as_str(), area.access))
        .collect();
    assert_eq!(
        areas,
        [
            ("General", AreaAccess::Limited),
            ("Users", AreaAccess::Limited),
            ("Workspaces", AreaAccess::Full),
            ("Billing", AreaAccess::None),
        ],
        "the areas are those of the policy's table"
    );
    assert_eq!(
        granted(&told, "workspaces.create"),
        (PermissionGrant::Allowed, None)
    );
    assert_eq!(
        granted(&told, "users.add"),
        (
            PermissionGrant::Limited,
            Some("User Admins can add Members only.".to_owned())
        ),
        "a part says which part"
    );
    assert_eq!(
        granted(&told, "users.set_role"),
        (
            PermissionGrant::Denied,
            Some("User Admins can't change roles.".to_owned())
        ),
        "a denial has the sentence that it has at every door"
    );

    let change = role_change(user.as_str(), Role::Member);
    app.save_user(id, &change, LONG_UNDO).await.unwrap();
    let told = app.access_explained(id, &user).await.unwrap();
    assert_eq!(
        told.role, "member",
        "a role that waits is explained as theirs, as it is shown"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_edit_dialog_knows_what_each_other_role_would_gain_and_lose() {
    let server = server(60);
    let (app, id, _home) = signed_in(&server, Role::Admin).await;
    let user = somebody(&app, id, Role::UserAdmin, None).await;
    let view = app.edit_view(id, &UserId::new(&user.id)).await.unwrap();
    let difference = |role: &str| {
        let choice = view.roles.iter().find(|choice| choice.role == role);
        choice.unwrap().difference.clone()
    };

    assert_eq!(
        difference("user_admin"),
        None,
        "the present role changes nothing"
    );
    let promoted = difference("admin").unwrap();
    assert_eq!(
        promoted.loses, [""; 0],
        "an Admin may all that a User Admin may"
    );
    for phrase in [
        "Change roles",
        "Add users (now: add Members only)",
        "Cancel the subscription",
    ] {
        assert!(
            promoted.gains.iter().any(|gain| gain == phrase),
            "{phrase}: {promoted:?}"
        );
    }
    let demoted = difference("member").unwrap();
    assert_eq!(
        demoted.gains, [""; 0],
        "a Member may nothing that a User Admin may not"
    );
    for phrase in ["Add Members only", "Create workspaces", "See users"] {
        assert!(
            demoted.loses.iter().any(|loss| loss == phrase),
            "{phrase}: {demoted:?}"
        );
    }
    let aside = difference("billing_admin").unwrap();
    assert!(
        aside.gains.contains(&"See invoices".to_owned()),
        "{aside:?}"
    );
    assert!(
        aside.loses.contains(&"Add Members only".to_owned()),
        "{aside:?}"
    );
    app.close().await;
}

#[test]
fn the_four_roles_stand_side_by_side_row_for_row() {
    let roles = App::role_comparison();
    assert_eq!(
        roles
            .iter()
            .map(|role| role.title.as_str())
            .collect::<Vec<_>>(),
        ["Admin", "Billing Admin", "User Admin", "Member"],
        "in the order in which they are shown"
    );
    let rows = |at: usize| -> Vec<_> {
        let areas = roles[at].areas.iter();
        areas
            .flat_map(|area| area.permissions.iter().map(|each| each.action.clone()))
            .collect()
    };
    assert_eq!(rows(0).len(), 25, "no permission is left out");
    for role in 1..roles.len() {
        assert_eq!(
            rows(role),
            rows(0),
            "each row is the same permission for every role"
        );
    }
}
