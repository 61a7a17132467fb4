//! Workspaces and their members.

use rollcall_model::Role;
use serde_json::{Value, json};

use crate::support::{Server, id};

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
