//! Users: made, read, replaced, changed, deleted.

use rollcall_model::Role;
use serde_json::{Value, json};

use crate::support::{Server, id};

const EXTENSION: &str = "urn:rollcall:params:scim:schemas:organization:2.0:User";

#[tokio::test]
async fn a_new_user_is_pending_with_a_week_to_accept() {
    let server = Server::demo(6).await;
    let body = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "userName": "New@Northwind.example",
        "displayName": "Žofie Nová",
        "externalId": "m-1",
        "roles": [{ "value": "billing_admin" }],
        "password": "never kept"
    });
    let made = server.post("/Users", &body).await;
    assert_eq!(made.status, 201);
    assert_eq!(
        made.header("location"),
        made.body["meta"]["location"],
        "RFC 7644, section 3.3"
    );
    assert_eq!(
        made.header("etag"),
        made.body["meta"]["version"],
        "RFC 7644, section 3.14"
    );
    assert_eq!(
        made.body["userName"], "New@Northwind.example",
        "the spelling is kept"
    );
    assert_eq!(made.body["externalId"], "m-1", "the client's id is kept");
    assert_eq!(made.body["active"], true, "nobody asked for anything else");
    assert!(
        made.body.get("password").is_none(),
        "unknown attributes are dropped"
    );
    let invitation = &made.body[EXTENSION]["invitation"];
    assert_eq!(invitation["status"], "pending");
    assert_eq!(
        invitation["expiresAt"], "2026-11-29T12:00:00Z",
        "seven days"
    );
    assert_eq!(invitation["sentAt"], "2026-11-22T12:00:00Z", "it goes out");

    server
        .clock
        .advance(jiff::SignedDuration::from_hours(7 * 24));
    let later = server.get(&format!("/Users/{}", id(&made.body))).await;
    assert_eq!(
        later.body[EXTENSION]["invitation"]["status"], "expired",
        "time alone expires it"
    );
}

#[tokio::test]
async fn without_an_address_the_invitation_has_failed() {
    let server = Server::demo(6).await;
    let made = server
        .post("/Users", &json!({ "userName": "just-a-name" }))
        .await;
    assert_eq!(made.status, 201, "any user name that isn't empty is taken");
    assert_eq!(
        made.body["roles"][0]["value"], "member",
        "the least role, where none is named"
    );
    assert_eq!(made.body[EXTENSION]["invitation"]["status"], "failed");
    assert_eq!(made.body[EXTENSION]["invitation"]["failure"], "no address");
}

#[tokio::test]
async fn an_address_is_unique_without_regard_to_case() {
    let server = Server::demo(6).await;
    server
        .add_user("Größe@northwind.example", Role::Member)
        .await;
    let again = server
        .post("/Users", &json!({ "userName": "gRÖSSE@northwind.example" }))
        .await;
    assert_eq!(again.status, 201, "ß and SS are different letters");
    let again = server
        .post("/Users", &json!({ "userName": "GRÖßE@Northwind.Example" }))
        .await;
    again.is_error(409, "uniqueness");
    assert_eq!(
        again.detail(),
        "Another user already has this e-mail address.",
        "the policy's words"
    );
}

#[tokio::test]
async fn a_user_has_exactly_one_known_role() {
    let server = Server::demo(12).await;
    let with = |roles: Value| json!({ "userName": "r@northwind.example", "roles": roles });
    let two = with(json!([{ "value": "admin" }, { "value": "member" }]));
    server
        .post("/Users", &two)
        .await
        .is_error(400, "invalidValue");
    let unknown = server
        .post("/Users", &with(json!([{ "value": "owner" }])))
        .await;
    assert!(
        unknown.status.is_client_error() && unknown.detail().contains("role"),
        "{unknown:?}"
    );

    let member = server.another(Role::Member).await;
    let path = format!("/Users/{member}");
    let none = json!([{ "op": "remove", "path": "roles" }]);
    assert!(
        server.patch(&path, none).await.status.is_client_error(),
        "nobody is without a role"
    );
}

#[tokio::test]
async fn a_patch_answers_the_resource_with_a_new_version() {
    let server = Server::demo(12).await;
    let path = format!("/Users/{}", server.another(Role::Member).await);
    let before = server.get(&path).await;
    let set = json!([{ "op": "Replace", "path": "ROLES", "value": [{ "value": "user_admin" }] }]);
    let after = server.patch(&path, set.clone()).await;
    assert_eq!(after.status, 200, "{:?}", after.body);
    assert_eq!(after.body["roles"][0]["value"], "user_admin");
    assert_ne!(
        after.header("etag"),
        before.header("etag"),
        "a change has a version"
    );
    assert_eq!(after.body["meta"]["lastModified"], "2026-11-22T12:00:00Z");

    let again = server.patch(&path, set).await;
    assert_eq!(
        again.header("etag"),
        after.header("etag"),
        "what was so already is no change"
    );
}

#[tokio::test]
async fn a_put_replaces_what_a_client_may_write() {
    let server = Server::demo(12).await;
    let path = format!("/Users/{}", server.another(Role::Member).await);
    let read = server.get(&path).await.body;

    let same = server.put(&path, &read).await;
    assert_eq!(
        same.body, read,
        "what was read and written back changes nothing"
    );

    let bare = json!({ "userName": read["userName"], "displayName": "Renamed" });
    let after = server.put(&path, &bare).await;
    assert_eq!(after.status, 200);
    assert_eq!(after.body["displayName"], "Renamed");
    assert_eq!(
        after.body["roles"], read["roles"],
        "a role isn't lost by leaving it out"
    );
    assert!(
        after.body.get("photos").is_none(),
        "what is left out is cleared"
    );
    assert_eq!(
        after.body["groups"], read["groups"],
        "groups change through their members"
    );

    let renamed = json!({ "userName": "other@northwind.example" });
    server
        .put(&path, &renamed)
        .await
        .is_error(400, "mutability");
    let rename = json!([{ "op": "replace", "path": "userName", "value": "x@northwind.example" }]);
    server
        .patch(&path, rename)
        .await
        .is_error(400, "mutability");
    let read_only = json!([{ "op": "replace", "path": "id", "value": "7" }]);
    server
        .patch(&path, read_only)
        .await
        .is_error(400, "mutability");
    let nowhere = json!([{ "op": "replace", "path": "favouriteColour", "value": "blue" }]);
    server
        .patch(&path, nowhere)
        .await
        .is_error(400, "invalidPath");
}

#[tokio::test]
async fn our_own_pictures_survive_a_put_and_are_served() {
    let server = Server::demo(60).await;
    let ids = server.ids("photos pr").await;
    let path = format!("/Users/{}", ids[0]);
    let read = server.get(&path).await.body;
    let address = read["photos"][0]["value"].as_str().unwrap();
    assert!(address.starts_with(&server.url), "the address is absolute");
    assert_eq!(server.put(&path, &read).await.body, read, "and stays ours");
    assert_eq!(
        server.ids(&format!("photos.value eq \"{address}\"")).await,
        [ids[0].clone()]
    );

    let picture = reqwest::get(address).await.unwrap();
    assert_eq!(
        picture.headers()["content-type"],
        "image/png",
        "without a token"
    );
    assert!(picture.bytes().await.unwrap().starts_with(b"\x89PNG"));
}

#[tokio::test]
async fn a_deleted_user_is_gone_from_everywhere() {
    let server = Server::demo(40).await;
    let member = server
        .ids("groups pr and roles.value eq \"member\"")
        .await
        .remove(0);
    let path = format!("/Users/{member}");
    let workspace = server.get(&path).await.body["groups"][0]["value"]
        .as_str()
        .unwrap()
        .to_owned();
    let before = server.get(&format!("/Groups/{workspace}")).await.body;

    assert_eq!(server.delete(&path).await.status, 204);
    server.get(&path).await.is_error(404, "");
    server.delete(&path).await.is_error(404, "");
    let after = server.get(&format!("/Groups/{workspace}")).await.body;
    let count = |group: &Value| {
        let extension = "urn:rollcall:params:scim:schemas:organization:2.0:Workspace";
        group[extension]["memberCount"].as_u64().unwrap()
    };
    assert_eq!(
        count(&after),
        count(&before) - 1,
        "access goes with the user"
    );
    assert!(!after["members"].to_string().contains(&member));
    assert_ne!(
        after["meta"]["version"], before["meta"]["version"],
        "the workspace changed"
    );
}

#[tokio::test]
async fn a_deletion_says_how_many_contacts_are_nobodys_now() {
    let server = Server::demo(60).await;
    let user = server
        .ids(&format!("{EXTENSION}:assignedContacts pr"))
        .await
        .remove(0);
    let path = format!("/Users/{user}");
    let read = server.get(&path).await.body;
    let assigned = read[EXTENSION]["assignedContacts"].as_array().unwrap();
    let count: u64 = assigned
        .iter()
        .map(|part| part["count"].as_u64().unwrap())
        .sum();
    assert!(count > 0, "there is something to lose");

    let deleted = server.delete(&path).await;
    assert_eq!(deleted.status, 204, "RFC 7644, section 3.6");
    assert_eq!(
        deleted.header("rollcall-unassigned-contacts"),
        count.to_string()
    );
    let line = server.audit().pop().unwrap();
    let before: Value = serde_json::from_str(line.before.as_ref().unwrap()).unwrap();
    assert_eq!(
        before[EXTENSION]["assignedContacts"], read[EXTENSION]["assignedContacts"],
        "by workspace, for whoever reviews it"
    );
}

#[tokio::test]
async fn the_tokens_of_a_suspended_user_rest_until_they_are_reactivated() {
    let server = Server::demo(12).await;
    let member = id(&server.get_as(Role::Member, "/Me").await.body).to_owned();
    let path = format!("/Users/{member}");
    for (active, status) in [(false, 401), (true, 200)] {
        let set = json!([{ "op": "replace", "path": "active", "value": active }]);
        assert_eq!(server.patch(&path, set).await.status, 200);
        assert_eq!(server.get_as(Role::Member, "/Me").await.status, status);
    }
}

#[tokio::test]
async fn me_is_whoever_has_the_token() {
    let server = Server::demo(6).await;
    for role in Role::ALL {
        let me = server.get_as(role, "/Me").await;
        assert_eq!(me.status, 200, "everybody may see themselves");
        assert_eq!(me.body["roles"][0]["value"], role.as_str());
        assert!(
            me.body["meta"]["location"]
                .as_str()
                .unwrap()
                .contains("/Users/")
        );
    }
}
