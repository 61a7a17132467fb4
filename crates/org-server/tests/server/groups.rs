//! Workspaces and their members.

use reqwest::Method;
use rollcall_model::Role;
use serde_json::{Value, json};

use crate::support::{Server, encode, id, ids, patch_op, send, set};

const EXTENSION: &str = "urn:rollcall:params:scim:schemas:organization:2.0:Workspace";

async fn workspace(server: &Server, members: &[&str]) -> Value {
    let members: Vec<_> = members.iter().map(|id| json!({ "value": id })).collect();
    let body = json!({
        "displayName": "Quirks", "members": members, EXTENSION: { "description": "Odd things" }
    });
    let made = server.post("/Groups", &body).await;
    assert_eq!(made.status, 201, "{:?}", made.body);
    made.body
}

fn members(group: &Value) -> Vec<&str> {
    let members = group["members"].as_array().map_or(&[][..], Vec::as_slice);
    members
        .iter()
        .map(|member| member["value"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn members_come_and_go_one_by_one() {
    let server = Server::demo(6).await;
    let ana = server.add_user("ana@northwind.example", Role::Member).await;
    let ben = server.add_user("ben@northwind.example", Role::Admin).await;
    let (ana, ben) = (id(&ana), id(&ben));
    let made = workspace(&server, &[ana]).await;
    assert_eq!(members(&made), [ana]);
    assert_eq!(made[EXTENSION]["memberCount"], 1);
    let path = format!("/Groups/{}", id(&made));

    let add =
        json!([{ "op": "add", "path": "members", "value": [{ "value": ben }, { "value": ana }] }]);
    let both = server.patch(&path, add.clone()).await;
    assert_eq!(members(&both.body), [ana, ben]);
    let again = server.patch(&path, add).await;
    assert_eq!(
        again.header("etag"),
        both.header("etag"),
        "adding twice changes nothing"
    );

    let user = server.get(&format!("/Users/{ben}")).await.body;
    assert_eq!(
        user["groups"][0]["display"], "Quirks",
        "the user's side of it"
    );

    let remove = json!([{ "op": "remove", "path": format!("members[value eq \"{ana}\"]") }]);
    let one = server.patch(&path, remove.clone()).await;
    assert_eq!(members(&one.body), [ben]);
    let again = server.patch(&path, remove).await;
    assert_eq!(again.status, 200, "removing one that is gone is no error");
    assert_eq!(
        again.header("etag"),
        one.header("etag"),
        "and changes nothing"
    );

    let by_value = json!([{ "op": "Remove", "path": "members", "value": [{ "value": ben }] }]);
    assert!(
        members(&server.patch(&path, by_value).await.body).is_empty(),
        "as Entra writes it"
    );
}

#[tokio::test]
async fn a_list_of_members_can_be_replaced() {
    let server = Server::demo(6).await;
    let ana = server.add_user("ana@northwind.example", Role::Member).await;
    let ben = server.add_user("ben@northwind.example", Role::Member).await;
    let made = workspace(&server, &[id(&ana)]).await;
    let path = format!("/Groups/{}", id(&made));

    let replace = json!([{ "op": "replace", "path": "members", "value": [{ "value": id(&ben) }] }]);
    assert_eq!(
        members(&server.patch(&path, replace).await.body),
        [id(&ben)]
    );
    let without_path = json!([{
        "op": "add", "value": { "members": [{ "value": id(&ana) }], "displayName": "Renamed" }
    }]);
    let both = server.patch(&path, without_path).await.body;
    assert_eq!(
        (members(&both).len(), &both["displayName"]),
        (2, &json!("Renamed"))
    );
    let bare = json!({ "displayName": "Put", "members": [{ "value": id(&ana) }] });
    let put = server.put(&path, &bare).await.body;
    assert_eq!(members(&put), [id(&ana)]);
    assert!(
        put[EXTENSION].get("description").is_none(),
        "what a PUT leaves out is cleared"
    );
    let all = json!([{ "op": "remove", "path": "members" }]);
    assert!(members(&server.patch(&path, all).await.body).is_empty());
}

#[tokio::test]
async fn who_does_not_exist_is_no_member() {
    let server = Server::demo(6).await;
    let ana = server.add_user("ana@northwind.example", Role::Member).await;
    let made = workspace(&server, &[]).await;
    let path = format!("/Groups/{}", id(&made));
    let add = json!([
        { "op": "add", "path": "members", "value": [{ "value": id(&ana) }] },
        { "op": "add", "path": "members", "value": [{ "value": "nobody" }] }
    ]);
    let refused = server.patch(&path, add).await;
    refused.is_error(400, "invalidValue");
    assert!(
        refused.detail().contains("members"),
        "the sentence names the attribute"
    );
    let after = server.get(&path).await.body;
    assert!(
        members(&after).is_empty(),
        "all or nothing: Ana was not added either"
    );
    let group = json!([{ "op": "add", "path": "members",
        "value": [{ "value": id(&made), "type": "Group" }] }]);
    assert!(
        server.patch(&path, group).await.status.is_client_error(),
        "no workspace in another"
    );
}

#[tokio::test]
async fn a_deleted_workspace_leaves_its_members() {
    let server = Server::demo(6).await;
    let ana = server.add_user("ana@northwind.example", Role::Member).await;
    let made = workspace(&server, &[id(&ana)]).await;
    let path = format!("/Groups/{}", id(&made));
    assert_eq!(server.delete(&path).await.status, 204);
    server.get(&path).await.is_error(404, "");
    let after = server.get(&format!("/Users/{}", id(&ana))).await.body;
    assert!(after.get("groups").is_none(), "access went with it");
}

#[tokio::test]
async fn what_is_counted_is_not_written_by_clients() {
    let server = Server::demo(6).await;
    let body = json!({ "displayName": "Counted", EXTENSION: { "contactCount": 9000 } });
    assert_eq!(
        server.post("/Groups", &body).await.body[EXTENSION]["contactCount"],
        0
    );
    server
        .post("/Groups", &json!({ "displayName": " " }))
        .await
        .is_error(400, "invalidValue");
}

#[tokio::test]
async fn a_name_is_one_line_of_120_characters_and_nobody_elses() {
    let server = Server::demo(6).await;
    let made = workspace(&server, &[]).await;
    let path = format!("/Groups/{}", id(&made));
    let other = server
        .post("/Groups", &json!({ "displayName": "Other" }))
        .await;
    assert_eq!(other.status, 201);
    for (name, says) in [
        ("x".repeat(121), "displayName is longer than 120"),
        ("a\nb".to_owned(), "displayName holds a line break"),
        (
            "\u{200b}".to_owned(),
            "displayName holds nothing that can be seen",
        ),
    ] {
        for refused in [
            server
                .post("/Groups", &json!({ "displayName": name }))
                .await,
            server.patch(&path, set("displayName", json!(name))).await,
        ] {
            refused.is_error(400, "invalidValue");
            assert!(refused.detail().contains(says), "{:?}", refused.detail());
        }
    }
    for name in ["OTHER", "other", " Other "] {
        for refused in [
            server
                .post("/Groups", &json!({ "displayName": name }))
                .await,
            server.patch(&path, set("displayName", json!(name))).await,
        ] {
            refused.is_error(409, "uniqueness");
            assert_eq!(refused.detail(), "Another workspace already has this name.");
        }
    }
    let own = server
        .patch(&path, set("displayName", json!("QUIRKS")))
        .await;
    assert_eq!(
        own.body["displayName"], "QUIRKS",
        "its own name in other letters is nobody else's"
    );
    assert_eq!(
        server
            .delete(&format!("/Groups/{}", id(&other.body)))
            .await
            .status,
        204
    );
    let freed = server
        .patch(&path, set("displayName", json!("  Other")))
        .await;
    assert_eq!(
        freed.body["displayName"], "Other",
        "without the spaces around it"
    );
}

#[tokio::test]
async fn two_who_want_one_name_at_once_do_not_both_get_it() {
    let server = Server::demo(6).await;
    for round in 0..50 {
        let name = format!("Round {round}");
        let make = |name: String| {
            let body = json!({ "displayName": name }).to_string();
            send(
                server
                    .request(Role::Admin, Method::POST, "/Groups")
                    .body(body),
            )
        };
        let (one, two) = tokio::join!(make(name.clone()), make(name.to_uppercase()));
        let mut statuses = [one.status.as_u16(), two.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 409], "round {round}");
    }
}

#[tokio::test]
async fn a_client_finds_what_it_made_by_its_own_mark() {
    let server = Server::demo(6).await;
    let body = json!({ "displayName": "Marked", "externalId": "mutation-1" });
    let make = || {
        let request = server.request(Role::Admin, Method::POST, "/Groups");
        send(
            request
                .header("idempotency-key", "mutation-1")
                .body(body.to_string()),
        )
    };
    let made = make().await;
    assert_eq!(made.status, 201);
    assert_eq!(made.body["externalId"], "mutation-1");
    let again = make().await;
    assert_eq!(
        (again.status, &again.body),
        (made.status, &made.body),
        "made once"
    );
    for filter in ["externalId eq \"mutation-1\"", "displayName eq \"MARKED\""] {
        let found = server
            .get(&format!("/Groups?filter={}", encode(filter)))
            .await
            .body;
        assert_eq!(ids(&found), [id(&made.body)], "{filter}");
    }
    let bare = send(
        server
            .request(Role::Admin, Method::POST, "/Groups")
            .body(body.to_string()),
    )
    .await;
    bare.is_error(409, "uniqueness");
}

#[tokio::test]
async fn a_workspace_is_renamed_and_deleted_in_the_version_that_was_seen() {
    let server = Server::demo(6).await;
    let made = workspace(&server, &[]).await;
    let path = format!("/Groups/{}", id(&made));
    let version = server.get(&path).await.header("etag").to_owned();
    let with = |method, version: &str, body: Value| {
        let request = server.request(Role::Admin, method, &path);
        send(request.header("if-match", version).body(body.to_string()))
    };
    let rename = |name: &str| patch_op(set("displayName", json!(name)));
    let renamed = with(Method::PATCH, &version, rename("One")).await;
    assert_eq!(renamed.status, 200);
    with(Method::PATCH, &version, rename("Two"))
        .await
        .is_error(412, "");
    with(Method::DELETE, &version, Value::Null)
        .await
        .is_error(412, "");
    let gone = with(Method::DELETE, renamed.header("etag"), Value::Null).await;
    assert_eq!(gone.status, 204);
}

#[tokio::test]
async fn a_member_sees_the_name_of_what_was_granted_and_nothing_else() {
    let server = Server::demo(6).await;
    let me = server.get_as(Role::Member, "/Me").await.body;
    let made = workspace(&server, &[id(&me)]).await;
    let hidden = server
        .post("/Groups", &json!({ "displayName": "Hidden" }))
        .await
        .body;
    let path = format!("/Groups/{}", id(&made));
    let seen = server.get_as(Role::Member, &path).await.body;
    let names: Vec<_> = seen.as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        ["displayName", "id", "meta", "schemas"],
        "no members, no counts"
    );
    let listed = server.get_as(Role::Member, "/Groups?count=100").await.body;
    let granted: Vec<_> = me["groups"]
        .as_array()
        .map_or(&[][..], Vec::as_slice)
        .iter()
        .collect();
    assert_eq!(
        ids(&listed).len(),
        granted.len() + 1,
        "those granted: {listed}"
    );
    assert!(!ids(&listed).contains(&id(&hidden).to_owned()));
    assert_eq!(
        server
            .get_as(Role::Member, &format!("/Groups/{}", id(&hidden)))
            .await
            .status,
        403
    );
}
