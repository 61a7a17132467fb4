//! The engine against a server that others wrote: PyPI's `scim2-server`, on loopback.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use rollcall_model::{
    Change, Found, MutationId, OrgRole, Role, Token, UserChange, UserId, WorkspaceId,
};
use rollcall_remote::HttpConnector;
use rollcall_sync::{Actor, BaseUrl, Connector, Remote, ServerFacts, Trust, pull_once, push_once};
use serde_json::{Value, json};

use crate::client::Client;

const TOKEN: &str = "token-for-scim2-server";

/// The server as a process; it ends with the test.
struct Peer {
    process: Child,
    url: String,
    client: reqwest::Client,
}

impl Peer {
    async fn start() -> Self {
        let program =
            PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/venv/bin/scim2-server");
        assert!(
            program.exists(),
            "scim2-server is missing: run `cargo xtask setup`, which installs tests/peers/requirements.txt \
             into target/venv"
        );
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let process = Command::new(program)
            .args(["--port", &port.to_string(), "--bearer-token", TOKEN])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let peer = Self {
            process,
            url: format!("http://127.0.0.1:{port}/v2"),
            client,
        };
        let ready = async {
            while peer
                .call("GET", "/ServiceProviderConfig", None)
                .await
                .is_none()
            {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(std::time::Duration::from_secs(30), ready)
            .await
            .unwrap();
        peer
    }

    /// One organization on this side, which speaks to it and knows nothing of it.
    fn client(&self) -> Client {
        Client::of(self.remote(ServerFacts::default()))
    }

    /// The same organization in a program that was started again: what is known of the server is remembered.
    fn started_again(&self, client: Client) -> Client {
        let remote = self.remote(client.remote.facts());
        Client { remote, ..client }
    }

    fn remote(&self, known: ServerFacts) -> Arc<dyn Remote> {
        let url = BaseUrl::parse(&self.url).unwrap();
        let token = Token::parse(TOKEN).unwrap();
        let connector = HttpConnector::new().unwrap();
        connector.connect(&url, &token, known).unwrap()
    }

    /// What an administrator does elsewhere.
    async fn call(&self, method: &str, path: &str, body: Option<Value>) -> Option<Value> {
        let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
        let mut request = self
            .client
            .request(method, format!("{}{path}", self.url))
            .header("authorization", format!("Bearer {TOKEN}"))
            .header("content-type", "application/scim+json");
        if let Some(body) = body {
            request = request.body(body.to_string());
        }
        let answer = request.send().await.ok()?;
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
        let text = answer.text().await.unwrap();
        Some(serde_json::from_str(&text).unwrap_or(Value::Null))
    }

    async fn add(&self, endpoint: &str, body: Value) -> String {
        let added = self.call("POST", endpoint, Some(body)).await.unwrap();
        added["id"].as_str().unwrap().to_owned()
    }

    async fn add_user(&self, number: usize) -> String {
        let body = json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
            "userName": format!("user{number}@example.com"),
            "displayName": format!("User {number}"),
            "roles": [{"value": "member"}],
        });
        self.add("/Users", body).await
    }

    async fn members_of(&self, workspace: &str) -> Vec<String> {
        let group = self
            .call("GET", &format!("/Groups/{workspace}"), None)
            .await
            .unwrap();
        let members = group["members"].as_array().cloned().unwrap_or_default();
        members
            .iter()
            .map(|member| member["value"].as_str().unwrap().to_owned())
            .collect()
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[tokio::test]
async fn everybody_is_read_and_roles_and_workspaces_are_changed() {
    let peer = Peer::start().await;
    let mut ids = Vec::new();
    for number in 0..30 {
        ids.push(peer.add_user(number).await);
    }
    let members: Vec<Value> = ids[..5].iter().map(|id| json!({"value": id})).collect();
    let sales = peer
        .add(
            "/Groups",
            json!({"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],
                "displayName": "Sales", "members": members}),
        )
        .await;

    let client = peer.client();
    let report = pull_once(client.parts(), |_| {}).await.unwrap();
    assert_eq!(
        (report.read.received, client.cache.snapshot().unwrap().users),
        (30, 30),
        "everybody, each once"
    );
    assert_eq!(
        report.actor,
        Actor::Unknown,
        "it has no /Me: decisions are left to the server"
    );
    let cache = client.cache.clone();
    let workspaces = |id: &str| {
        let shown = cache.user(&UserId::new(id)).unwrap().unwrap();
        shown.user.workspaces
    };
    assert_eq!(
        workspaces(&ids[0]),
        [WorkspaceId::new(sales.as_str())],
        "membership, however it is told"
    );
    assert!(workspaces(&ids[9]).is_empty());

    let user = |at: usize| UserId::new(ids[at].as_str());
    let workspace = WorkspaceId::new(sales.as_str());
    client.enqueue(vec![
        Change::from(UserChange::SetRole {
            user: user(1),
            was: OrgRole::Known(Role::Member),
            to: Role::Admin,
        }),
        Change::from(UserChange::GrantWorkspace {
            user: user(7),
            workspace: workspace.clone(),
        }),
        Change::from(UserChange::RevokeWorkspace {
            user: user(0),
            workspace,
        }),
    ]);
    let client = peer.started_again(client);
    let pushed = push_once(client.parts(), None).await.unwrap();
    assert_eq!(
        pushed.push.applied.len(),
        3,
        "{:?}",
        client.ledger.listed().unwrap()
    );
    let changed = peer
        .call("GET", &format!("/Users/{}", ids[1]), None)
        .await
        .unwrap();
    assert_eq!(changed["roles"][0]["value"], "admin");
    let members = peer.members_of(&sales).await;
    assert!(
        members.contains(&ids[7]) && !members.contains(&ids[0]),
        "{members:?}"
    );
    assert!(
        workspaces(&ids[0]).is_empty() && workspaces(&ids[7]).len() == 1,
        "and so it is shown"
    );

    peer.call("DELETE", &format!("/Users/{}", ids[20]), None)
        .await;
    let added = peer.add_user(99).await;
    let client = peer.started_again(client);
    let report = pull_once(client.parts(), |_| {}).await.unwrap();
    assert!(!report.read.everything, "it can be asked what was modified");
    assert_eq!(
        client.remote.facts().filter_last_modified,
        Trust::Holds,
        "after having been tried"
    );
    let shown = |id: &UserId| client.cache.user(id).unwrap().is_some();
    assert!(shown(&UserId::new(added.as_str())));
    assert!(!shown(&user(20)), "gone, since a direct question said so");
    assert_eq!(client.cache.snapshot().unwrap().users, 30);
}

#[tokio::test]
async fn users_are_added_described_suspended_and_deleted() {
    let peer = Peer::start().await;
    let known = peer.add_user(1).await;
    let client = peer.client();
    pull_once(client.parts(), |_| {}).await.unwrap();

    let id = MutationId::random();
    let new = UserId::placeholder(id);
    let old = UserId::new(known.as_str());
    let picture = "https://example.com/ana.png";
    let ids = std::iter::once(id).chain(std::iter::repeat_with(MutationId::random));
    let changes = [
        Change::from(UserChange::AddUser {
            user: new.clone(),
            user_name: "ana@new.example".to_owned(),
            display_name: "Ana".to_owned(),
            role: Role::UserAdmin,
        }),
        Change::from(UserChange::SetDisplayName {
            user: new.clone(),
            was: "Ana".to_owned(),
            to: "Ana Ruiz".to_owned(),
        }),
        Change::from(UserChange::SetPicture {
            user: new.clone(),
            was: None,
            to: Some(picture.to_owned()),
        }),
        Change::from(UserChange::Suspend { user: new }),
        Change::from(UserChange::DeleteUser {
            user: old.clone(),
            user_name: "user1@example.com".to_owned(),
            was: OrgRole::Known(Role::Member),
        }),
    ];
    client.enqueue_named(std::iter::zip(ids, changes).collect());
    let client = peer.started_again(client);
    let pushed = push_once(client.parts(), None).await.unwrap();
    assert_eq!(
        pushed.push.applied.len(),
        5,
        "{:?}",
        client.ledger.listed().unwrap()
    );
    let added = client.ledger.mutation(id).unwrap().unwrap();
    let added = added.change.user().unwrap();
    let added = peer
        .call("GET", &format!("/Users/{added}"), None)
        .await
        .unwrap();
    assert_eq!(added["userName"], "ana@new.example");
    assert_eq!(added["displayName"], "Ana Ruiz");
    assert_eq!(added["photos"][0]["value"], picture);
    assert_eq!(added["active"], false);
    assert_eq!(added["roles"][0]["value"], "user_admin");
    assert!(client.remote.user(&old).await.unwrap().is_none(), "deleted");

    // An addition without an answer: the server has it, and we have not heard.
    let lost = MutationId::random();
    let lost = Change::from(UserChange::AddUser {
        user: UserId::placeholder(lost),
        user_name: "lost@new.example".to_owned(),
        display_name: String::new(),
        role: Role::Member,
    });
    let mark = lost.user().unwrap().added_by().unwrap().to_string();
    peer.add(
        "/Users",
        json!({"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
            "userName": "lost@new.example", "externalId": mark}),
    )
    .await;
    let found = client.remote.look_up(&lost).await.unwrap();
    assert_eq!(found.found, Found::Added, "I3: found by our mark");
}
