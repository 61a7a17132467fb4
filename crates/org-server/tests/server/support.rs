//! A server on port 0 and a client that speaks to it as somebody of a role.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use jiff::{SignedDuration, Timestamp};
use reqwest::header::HeaderMap;
use reqwest::{Method, StatusCode};
use rollcall_model::{Clock, Role};
use rollcall_org_server::{
    AuditLine, DataPlace, Delivery, Demo, Invitations, Message, OrgServer, Settings,
};
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// A clock that stands still until a test moves it.
#[derive(Debug)]
pub(crate) struct HeldClock(Mutex<Timestamp>);

impl HeldClock {
    pub(crate) fn advance(&self, by: SignedDuration) {
        let mut now = self.0.lock().unwrap();
        *now = now.checked_add(by).unwrap();
    }
}

impl Clock for HeldClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

/// A running server.
pub(crate) struct Server {
    pub(crate) org: OrgServer,
    pub(crate) clock: Arc<HeldClock>,
    pub(crate) url: String,
    tokens: HashMap<Role, String>,
    /// The audit's last line when everything was ready.
    audited: i64,
    http: reqwest::Client,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Server {
    /// A demo organization of this many people, in memory, as are the messages that it sends.
    pub(crate) async fn demo(people: usize) -> Self {
        Self::sending(people, Delivery::Memory).await
    }

    /// The same, with messages going elsewhere.
    pub(crate) async fn sending(people: usize, delivery: Delivery) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let clock = Arc::new(HeldClock(Mutex::new(
            "2026-11-22T12:00:00Z".parse().unwrap(),
        )));
        let settings = Settings {
            invitations: Invitations::by(delivery),
            ..Settings::new(&url)
        };
        let org = OrgServer::open(&DataPlace::Memory, clock.clone(), &settings).unwrap();
        org.found_demo(Demo { people, seed: 7 }).unwrap();
        let tokens = org
            .issue_role_tokens()
            .unwrap()
            .into_iter()
            .map(|issued| (issued.role, issued.token.reveal().to_owned()))
            .collect();
        let audited = org.audit_after(0, 10).unwrap().pop().unwrap().seq;
        let serving = org.clone();
        tokio::spawn(async move {
            serving
                .serve(listener, std::future::pending())
                .await
                .unwrap();
        });
        Self {
            org,
            clock,
            url,
            tokens,
            audited,
            http: reqwest::Client::new(),
        }
    }

    pub(crate) fn token(&self, role: Role) -> &str {
        &self.tokens[&role]
    }

    /// A request that is still to be given headers or another body.
    pub(crate) fn request(
        &self,
        role: Role,
        method: Method,
        path: &str,
    ) -> reqwest::RequestBuilder {
        self.http
            .request(method, format!("{}{path}", self.url))
            .bearer_auth(self.token(role))
            .header("content-type", "application/scim+json")
    }

    pub(crate) fn bare(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.http.request(method, format!("{}{path}", self.url))
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        send(self.request(Role::Admin, Method::GET, path)).await
    }

    pub(crate) async fn get_as(&self, role: Role, path: &str) -> Answer {
        send(self.request(role, Method::GET, path)).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Answer {
        self.send_as(Role::Admin, Method::POST, path, body).await
    }

    pub(crate) async fn put(&self, path: &str, body: &Value) -> Answer {
        self.send_as(Role::Admin, Method::PUT, path, body).await
    }

    /// A PATCH of these operations.
    pub(crate) async fn patch(&self, path: &str, operations: Value) -> Answer {
        self.patch_as(Role::Admin, path, operations).await
    }

    pub(crate) async fn patch_as(&self, role: Role, path: &str, operations: Value) -> Answer {
        self.send_as(role, Method::PATCH, path, &patch_op(operations))
            .await
    }

    pub(crate) async fn delete_as(&self, role: Role, path: &str) -> Answer {
        send(self.request(role, Method::DELETE, path)).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.delete_as(Role::Admin, path).await
    }

    pub(crate) async fn send_as(
        &self,
        role: Role,
        method: Method,
        path: &str,
        body: &Value,
    ) -> Answer {
        send(self.request(role, method, path).body(body.to_string())).await
    }

    /// Adds a user of this role and answers the resource.
    pub(crate) async fn add_user(&self, user_name: &str, role: Role) -> Value {
        let body = json!({ "userName": user_name, "roles": [{ "value": role.as_str() }] });
        let made = self.post("/Users", &body).await;
        assert_eq!(made.status, 201, "{:?}", made.body);
        made.body
    }

    /// Sends a user's invitation again.
    pub(crate) async fn resend_as(&self, role: Role, user: &str) -> Answer {
        let body = json!({ "user": user });
        self.send_as(role, Method::POST, "/Invitations", &body)
            .await
    }

    /// What the audit tells of a test's own doing: the tokens were made before.
    pub(crate) fn audit(&self) -> Vec<AuditLine> {
        self.org.audit_after(self.audited, 100).unwrap()
    }

    /// The newest message to an address, once it is there; one with this link doesn't count.
    pub(crate) async fn message(&self, to: &str, besides: &str) -> Message {
        let mailbox = self.org.mailbox();
        mailbox.newest(to, |message| message.link != besides).await
    }

    /// The ids of the users that a filter finds.
    pub(crate) async fn ids(&self, filter: &str) -> Vec<String> {
        let found = self
            .get(&format!("/Users?count=1000&filter={}", encode(filter)))
            .await;
        assert_eq!(found.status, 200, "{filter}: {:?}", found.body);
        ids(&found.body)
    }

    /// The path of the one organization, as the list tells it.
    pub(crate) async fn organization(&self) -> String {
        let list = self.get("/Organizations").await;
        assert_eq!(list.body["totalResults"], 1, "{:?}", list.body);
        format!("/Organizations/{}", id(&list.body["Resources"][0]))
    }

    /// Somebody of this role besides the one whose token is used.
    pub(crate) async fn another(&self, role: Role) -> String {
        let own = self.get_as(role, "/Me").await;
        let filter = format!("roles.value eq \"{}\" and active eq true", role.as_str());
        let ids = self.ids(&filter).await;
        ids.into_iter()
            .find(|other| id(&own.body) != other)
            .unwrap()
    }
}

pub(crate) async fn send(request: reqwest::RequestBuilder) -> Answer {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    let bytes = response.bytes().await.unwrap();
    let body = if bytes.is_empty() {
        Value::Null
    } else {
        serde_json::from_slice(&bytes)
            .unwrap_or_else(|_| Value::from(String::from_utf8_lossy(&bytes)))
    };
    Answer {
        status,
        headers,
        body,
    }
}

pub(crate) fn patch_op(operations: Value) -> Value {
    let mut body = json!({ "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"] });
    body["Operations"] = operations;
    body
}

/// One operation that replaces what is at a path.
pub(crate) fn set(path: &str, value: Value) -> Value {
    let mut operation = json!({ "op": "replace", "path": path });
    operation["value"] = value;
    Value::Array(vec![operation])
}

pub(crate) fn encode(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

pub(crate) fn id(resource: &Value) -> &str {
    resource["id"].as_str().unwrap()
}

pub(crate) fn ids(list: &Value) -> Vec<String> {
    list["Resources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| id(one).to_owned())
        .collect()
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn detail(&self) -> &str {
        self.body["detail"].as_str().unwrap_or_default()
    }

    /// Holds the answer to a SCIM error of this status and type.
    #[track_caller]
    pub(crate) fn is_error(&self, status: u16, scim_type: &str) {
        assert_eq!(self.status.as_u16(), status, "{:?}", self.body);
        assert_eq!(
            self.header("content-type"),
            "application/scim+json",
            "errors are SCIM too"
        );
        assert_eq!(
            self.body["schemas"][0], "urn:ietf:params:scim:api:messages:2.0:Error",
            "RFC 7644, section 3.12"
        );
        assert_eq!(
            self.body["status"],
            status.to_string(),
            "the status is a text"
        );
        assert_eq!(
            self.body["scimType"].as_str().unwrap_or_default(),
            scim_type
        );
        assert!(!self.detail().is_empty(), "an error says what is wrong");
    }
}
