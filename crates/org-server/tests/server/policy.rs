//! The policy through the server: every role at every write, with the policy's own sentence.

use reqwest::Method;
use rollcall_model::Role;
use rollcall_policy::{Action, Rule};
use serde_json::json;

use crate::support::{Server, id, set};

const OTHERS: [Role; 3] = [Role::BillingAdmin, Role::UserAdmin, Role::Member];

fn denies(role: Role, action: Action) -> String {
    Rule::RoleDenies(role, action).sentence()
}

#[tokio::test]
async fn only_admins_change_roles_suspend_and_edit_profiles() {
    let server = Server::demo(12).await;
    let path = format!("/Users/{}", server.another(Role::Member).await);
    let suspended = server.ids("active eq false").await.remove(0);
    let suspended = format!("/Users/{suspended}");
    for role in OTHERS {
        let cases = [
            (
                &path,
                set("roles", json!([{ "value": "admin" }])),
                Action::UsersSetRole,
            ),
            (&path, set("active", json!(false)), Action::UsersSuspend),
            (
                &suspended,
                set("active", json!(true)),
                Action::UsersReactivate,
            ),
            (
                &path,
                set("displayName", json!("Somebody")),
                Action::UsersEditProfile,
            ),
        ];
        for (path, operations, action) in cases {
            let refused = server.patch_as(role, path, operations).await;
            refused.is_error(403, "");
            assert_eq!(
                refused.detail(),
                denies(role, action),
                "one sentence at every door"
            );
        }
    }
}

#[tokio::test]
async fn put_and_patch_are_one_door() {
    let server = Server::demo(12).await;
    let path = format!("/Users/{}", server.another(Role::Member).await);
    let mut body = server.get(&path).await.body;
    body["roles"] = json!([{ "value": "admin" }]);
    for role in [Role::UserAdmin, Role::BillingAdmin] {
        let refused = server.send_as(role, Method::PUT, &path, &body).await;
        refused.is_error(403, "");
        assert_eq!(refused.detail(), denies(role, Action::UsersSetRole));
    }
    let mixed = json!([
        { "op": "replace", "path": "displayName", "value": "Half" },
        { "op": "replace", "path": "roles[value eq \"member\"].value", "value": "admin" }
    ]);
    assert_eq!(
        server.patch_as(Role::UserAdmin, &path, mixed).await.status,
        403
    );
    assert_ne!(
        server.get(&path).await.body["displayName"],
        "Half",
        "all or nothing"
    );
}

#[tokio::test]
async fn user_admins_add_and_delete_members_only() {
    let server = Server::demo(12).await;
    for role in Role::ALL {
        let name = format!("{}@new.example", role.as_str());
        let body = json!({ "userName": name, "roles": [{ "value": role.as_str() }] });
        let added = server
            .send_as(Role::UserAdmin, Method::POST, "/Users", &body)
            .await;
        if role == Role::Member {
            assert_eq!(added.status, 201);
            let path = format!("/Users/{}", id(&added.body));
            assert_eq!(server.delete_as(Role::UserAdmin, &path).await.status, 204);
        } else {
            added.is_error(403, "");
            assert_eq!(added.detail(), "User Admins can add Members only.");
            let other = server.post("/Users", &body).await.body;
            let path = format!("/Users/{}", id(&other));
            let refused = server.delete_as(Role::UserAdmin, &path).await;
            assert_eq!(refused.detail(), "User Admins can delete Members only.");
        }
    }
    let suspended = json!({ "userName": "s@new.example", "active": false });
    let refused = server
        .send_as(Role::UserAdmin, Method::POST, "/Users", &suspended)
        .await;
    assert_eq!(
        refused.detail(),
        denies(Role::UserAdmin, Action::UsersSuspend),
        "add and suspend"
    );
}

/// What an attempt at an open invitation must come to: done, or refused with this sentence.
fn verdict(role: Role, invited: Role, action: Action) -> Result<(), String> {
    match role {
        Role::Admin => Ok(()),
        Role::UserAdmin if invited == Role::Member => Ok(()),
        Role::UserAdmin => Err(Rule::RoleLimits(role, action).sentence()),
        Role::BillingAdmin | Role::Member => Err(denies(role, action)),
    }
}

#[tokio::test]
async fn whoever_may_add_a_user_may_resend_and_revoke_the_invitation() {
    let server = Server::demo(12).await;
    for role in Role::ALL {
        for invited in Role::ALL {
            let name = format!("{}.{}@new.example", role.as_str(), invited.as_str());
            let user = server.add_user(&name, invited).await;
            let resent = server.resend_as(role, id(&user)).await;
            let path = format!("/Invitations/{}", id(&user));
            let revoked = server.delete_as(role, &path).await;
            for (answer, done, action) in [
                (resent, 201, Action::InvitationsResend),
                (revoked, 204, Action::InvitationsRevoke),
            ] {
                match verdict(role, invited, action) {
                    Ok(()) => assert_eq!(answer.status, done, "{role} {action} {invited}"),
                    Err(sentence) => {
                        answer.is_error(403, "");
                        assert_eq!(answer.detail(), sentence, "{role} {action} {invited}");
                    }
                }
            }
        }
    }
    assert_eq!(
        Rule::RoleLimits(Role::UserAdmin, Action::InvitationsResend).sentence(),
        "User Admins can resend the invitations of pending Members only.",
        "the sentence itself"
    );
}

#[tokio::test]
async fn billing_admins_and_members_change_nothing() {
    let server = Server::demo(12).await;
    let user = format!("/Users/{}", server.another(Role::Member).await);
    let list = server.get("/Groups?count=1&attributes=id").await.body;
    let group = format!("/Groups/{}", id(&list["Resources"][0]));
    let member = user.trim_start_matches("/Users/");
    let add = json!([{ "op": "add", "path": "members", "value": [{ "value": member }] }]);
    let remove = json!([{ "op": "remove", "path": format!("members[value eq \"{member}\"]") }]);
    let is_member = server
        .get(&user)
        .await
        .body
        .to_string()
        .contains(group.trim_start_matches("/Groups/"));
    let access = if is_member { remove } else { add };
    for role in [Role::BillingAdmin, Role::Member] {
        let new = json!({ "userName": "new@northwind.example" });
        let sentences = [
            (
                server.send_as(role, Method::POST, "/Users", &new).await,
                Action::UsersAdd,
            ),
            (server.delete_as(role, &user).await, Action::UsersDelete),
            (
                server.patch_as(role, &group, access.clone()).await,
                Action::UsersSetWorkspaces,
            ),
            (
                server
                    .patch_as(role, &group, set("displayName", json!("X")))
                    .await,
                Action::WorkspacesRename,
            ),
            (
                server.delete_as(role, &group).await,
                Action::WorkspacesDelete,
            ),
            (
                server
                    .send_as(
                        role,
                        Method::POST,
                        "/Groups",
                        &json!({ "displayName": "X" }),
                    )
                    .await,
                Action::WorkspacesCreate,
            ),
        ];
        for (refused, action) in sentences {
            refused.is_error(403, "");
            assert_eq!(refused.detail(), denies(role, action));
        }
    }
}

#[tokio::test]
async fn user_admins_change_the_workspaces_of_everybody() {
    let server = Server::demo(12).await;
    let admin = server.get("/Me").await.body;
    let made = json!({ "displayName": "Ours", "members": [{ "value": id(&admin) }] });
    let made = server
        .send_as(Role::UserAdmin, Method::POST, "/Groups", &made)
        .await;
    assert_eq!(made.status, 201, "{:?}", made.body);
    let path = format!("/Groups/{}", id(&made.body));
    let rename = set("displayName", json!("Still ours"));
    assert_eq!(
        server.patch_as(Role::UserAdmin, &path, rename).await.status,
        200
    );
    assert_eq!(server.delete_as(Role::UserAdmin, &path).await.status, 204);
}

#[tokio::test]
async fn members_see_no_users() {
    let server = Server::demo(12).await;
    let sentence = denies(Role::Member, Action::UsersView);
    let me = server.get_as(Role::Member, "/Me").await.body;
    for path in [
        "/Users",
        "/Users?filter=userName%20pr",
        "/Invitations",
        &format!("/Invitations/{}", id(&me)),
        &format!("/Users/{}", id(&me)),
    ] {
        let refused = server.get_as(Role::Member, path).await;
        refused.is_error(403, "");
        assert_eq!(refused.detail(), sentence);
    }
    let all = server.get("/Groups?count=100&attributes=id").await.body;
    let granted = me["groups"].to_string();
    for group in all["Resources"].as_array().unwrap() {
        let read = server
            .get_as(Role::Member, &format!("/Groups/{}", id(group)))
            .await;
        let expected = if granted.contains(id(group)) {
            200
        } else {
            403
        };
        assert_eq!(read.status, expected, "granted workspaces only");
        assert!(read.body.get("members").is_none());
    }
    for role in [Role::BillingAdmin, Role::UserAdmin] {
        assert_eq!(
            server.get_as(role, "/Users").await.status,
            200,
            "{role}s see users"
        );
    }
}

#[tokio::test]
async fn nobody_changes_their_own_access() {
    let server = Server::demo(12).await;
    let me = format!("/Users/{}", id(&server.get("/Me").await.body));
    let sentence = Rule::OwnAccess.sentence();
    let demote = set("roles", json!([{ "value": "member" }]));
    assert_eq!(server.patch(&me, demote).await.detail(), sentence);
    assert_eq!(
        server
            .patch(&me, set("active", json!(false)))
            .await
            .detail(),
        sentence
    );
    assert_eq!(server.delete(&me).await.detail(), sentence);
    let raise = set("roles", json!([{ "value": "admin" }]));
    for role in OTHERS {
        let own = format!("/Users/{}", id(&server.get_as(role, "/Me").await.body));
        let refused = server.patch_as(role, &own, raise.clone()).await;
        assert_eq!(
            refused.detail(),
            denies(role, Action::UsersSetRole),
            "nobody raises themselves"
        );
    }
}

#[tokio::test]
async fn the_last_active_admin_stays() {
    let server = Server::demo(6).await;
    let me = id(&server.get("/Me").await.body).to_owned();
    for other in server.ids("roles.value eq \"admin\"").await {
        if other != me {
            assert_eq!(server.delete(&format!("/Users/{other}")).await.status, 204);
        }
    }
    // A pending and a suspended Admin don't count.
    server
        .add_user("pending@northwind.example", Role::Admin)
        .await;
    let path = format!("/Users/{me}");
    let sentence = Rule::LastAdmin.sentence();
    let demote = set("roles", json!([{ "value": "member" }]));
    assert_eq!(server.patch(&path, demote).await.detail(), sentence);
    assert_eq!(
        server
            .patch(&path, set("active", json!(false)))
            .await
            .detail(),
        sentence
    );
    assert_eq!(server.delete(&path).await.detail(), sentence);
}
