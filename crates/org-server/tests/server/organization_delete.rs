//! The end of an organization: everything goes but the audit, and every session ends.

use reqwest::Method;
use rollcall_model::Role;
use rollcall_policy::{Action, Rule};
use serde_json::{Value, json};

use crate::program::{Program, get, path, run};
use crate::support::{Server, patch_op, send, set};

const DELETED: &str = "The organization was deleted: nobody can sign in to it any more.";

#[tokio::test]
async fn every_session_ends_and_the_server_says_why() {
    let server = Server::demo(40).await;
    let organization = server.organization().await;
    let user = format!("/Users/{}", server.another(Role::Member).await);
    server.add_user("new@northwind.example", Role::Member).await;
    let link = server.message("new@northwind.example", "").await.link;
    let gone = server.delete(&organization).await;
    assert_eq!(gone.status, 204);
    assert!(gone.body.is_null());

    for role in Role::ALL {
        for path in [
            "/Me",
            "/Users",
            "/Groups",
            "/Invoices",
            organization.as_str(),
            user.as_str(),
        ] {
            let answer = server.get_as(role, path).await;
            answer.is_error(401, "");
            assert_eq!(answer.detail(), DELETED, "{role} at {path}");
            assert!(answer.header("www-authenticate").starts_with("Bearer"));
        }
    }
    let write = server
        .post("/Users", &json!({ "userName": "late@northwind.example" }))
        .await;
    write.is_error(401, "");
    let discovery = server.get("/ServiceProviderConfig").await;
    assert_eq!(discovery.status, 200, "the server goes on");
    let token = link.split_once("?").unwrap().1;
    let page = send(server.bare(Method::GET, &format!("/invitations/accept?{token}"))).await;
    assert_eq!(page.status, 404, "a link leads to nothing");
    assert!(server.org.tokens().unwrap().is_empty());
    assert!(!server.org.is_founded().unwrap());
}

#[tokio::test]
async fn the_audit_stays_with_one_last_line() {
    let server = Server::demo(12).await;
    let me = server.get("/Me").await.body;
    let organization = server.organization().await;
    server.add_user("new@northwind.example", Role::Member).await;
    assert_eq!(server.delete(&organization).await.status, 204);
    let lines = server.audit();
    let actions: Vec<_> = lines.iter().map(|line| line.actions.as_str()).collect();
    assert_eq!(actions, ["users.add", "organization.delete"]);
    let last = &lines[1];
    assert_eq!(last.actor.as_deref(), me["id"].as_str(), "who");
    assert_eq!(last.kind, "Organization");
    let before: Value = serde_json::from_str(last.before.as_ref().unwrap()).unwrap();
    assert_eq!(
        before,
        json!({ "displayName": "Northwind", "users": 13, "workspaces": 13 }),
        "what went"
    );
    assert_eq!(last.after, None);
}

#[tokio::test]
async fn only_an_admin_deletes_and_only_what_was_seen() {
    let server = Server::demo(12).await;
    let organization = server.organization().await;
    for role in [Role::BillingAdmin, Role::UserAdmin, Role::Member] {
        let refused = server.delete_as(role, &organization).await;
        refused.is_error(403, "");
        let rule = Rule::RoleDenies(role, Action::OrganizationDelete);
        assert_eq!(refused.detail(), rule.sentence());
    }
    server
        .delete("/Organizations/other")
        .await
        .is_error(404, "");
    let seen = server.get(&organization).await.header("etag").to_owned();
    let rename = patch_op(set("displayName", json!("Renamed"))).to_string();
    let request = server.request(Role::Admin, Method::PATCH, &organization);
    assert_eq!(send(request.body(rename)).await.status, 200);
    let delete = |version: &str| {
        let request = server.request(Role::Admin, Method::DELETE, &organization);
        send(request.header("if-match", version))
    };
    delete(&seen).await.is_error(412, "");
    let bulk = json!({ "Operations": [{ "method": "DELETE", "path": organization }] });
    let among_others = server.post("/Bulk", &bulk).await.body;
    assert_eq!(
        among_others["Operations"][0]["status"], "405",
        "never among others"
    );
    let now = server.get(&organization).await.header("etag").to_owned();
    assert_eq!(delete(&now).await.status, 204);
}

#[tokio::test]
async fn a_write_that_was_under_way_finds_nobody_behind_it() {
    let server = Server::demo(12).await;
    let organization = server.organization().await;
    for round in 0..20 {
        let server = Server::demo(6).await;
        let organization = server.organization().await;
        let body = json!({ "userName": format!("late{round}@northwind.example") }).to_string();
        let add = send(
            server
                .request(Role::UserAdmin, Method::POST, "/Users")
                .body(body),
        );
        let (deleted, added) = tokio::join!(server.delete(&organization), add);
        assert_eq!(deleted.status, 204);
        assert!(
            matches!(added.status.as_u16(), 201 | 401),
            "before or after, never in what is gone: {:?}",
            added.body
        );
        let lines = server.audit();
        assert_eq!(lines.last().unwrap().actions, "organization.delete");
    }
    assert_eq!(server.get(&organization).await.status, 200);
}

#[tokio::test]
async fn a_restart_says_the_same_until_another_is_founded() {
    let folder = tempfile::tempdir().unwrap();
    let data = path(folder.path());
    let (_, token, _) = run(&["init", "--data", data, "--admin", "ada@example.org"]);
    let serve = ["--listen", "127.0.0.1:0", "--data", data];
    let first = Program::start(&serve);
    let (_, list) = get(first.url(), "/Organizations", &token).await;
    let id = list["Resources"][0]["id"].as_str().unwrap().to_owned();
    let delete = reqwest::Client::new().delete(format!("{}/Organizations/{id}", first.url()));
    assert_eq!(
        delete.bearer_auth(&token).send().await.unwrap().status(),
        204
    );
    drop(first);

    let second = Program::start(&serve);
    let (status, told) = get(second.url(), "/Me", &token).await;
    assert_eq!((status, told["detail"].as_str()), (401, Some(DELETED)));
    let (code, _, complaint) = run(&["token", "list", "--data", data]);
    assert_eq!(
        (code, complaint.contains("holds no organization")),
        (1, true)
    );
    let (code, audit, _) = run(&["audit", "--data", data]);
    assert_eq!(code, 0, "which stays");
    let last = audit.lines().last().unwrap();
    assert!(last.contains("\torganization.delete\t"), "{last}");

    let (code, anew, _) = run(&["init", "--data", data, "--admin", "eve@example.org"]);
    assert_eq!(code, 0, "another one takes its place");
    assert_eq!(
        get(second.url(), "/Me", &anew).await.0,
        200,
        "while the server runs"
    );
    let (status, told) = get(second.url(), "/Me", &token).await;
    assert_eq!(status, 401);
    assert_ne!(told["detail"], DELETED, "this one wasn't");
}
