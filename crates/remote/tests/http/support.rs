//! A server that answers by a function, without sockets, and remembers what it was asked.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{HeaderMap, Method, Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use rollcall_model::{
    Change, Goes, Mutation, MutationId, MutationState, OperationId, OrgRole, Role, Timestamp,
    Token, UserChange, UserId, Version, WorkspaceId,
};
use rollcall_remote::{HttpConnector, wire_over};
use rollcall_sync::{BaseUrl, Connector, LookedUp, Remote, SendOutcome, ServerFacts};
use serde_json::{Value, json};

/// The token that must never be seen anywhere but in a header.
pub(crate) const TOKEN: &str = "planted-token-9f31";

/// A request as the stub saw it.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: BTreeMap<String, String>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Asked {
    pub(crate) fn is(&self, method: &Method, path: &str) -> bool {
        self.method == *method && self.path == path
    }

    /// Whether it makes something that can be known again as ours.
    pub(crate) fn carries_the_mark_of(&self, mutation: &Mutation) -> bool {
        let mark = mutation.id.to_string();
        self.body["externalId"] == mark.as_str()
            && self.header("idempotency-key") == Some(mark.as_str())
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }
}

/// What the stub answers.
pub(crate) type Answer = Response<Full<Bytes>>;

/// A stub and a remote that speaks to it.
pub(crate) struct Stub {
    pub(crate) remote: Arc<dyn Remote>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Stub {
    /// A server that nothing is known of yet.
    pub(crate) fn new(answer: impl Fn(&Asked) -> Answer + Send + Sync + 'static) -> Self {
        Self::known(ServerFacts::default(), answer)
    }

    /// A server that was met before.
    pub(crate) fn known(
        facts: ServerFacts,
        answer: impl Fn(&Asked) -> Answer + Send + Sync + 'static,
    ) -> Self {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (log, answer) = (Arc::clone(&asked), Arc::new(answer));
        let service = tower::service_fn(move |request: Request<Full<Bytes>>| {
            let (log, answer) = (Arc::clone(&log), Arc::clone(&answer));
            async move {
                let (head, body) = request.into_parts();
                let body = body.collect().await.unwrap().to_bytes();
                let query =
                    url::form_urlencoded::parse(head.uri.query().unwrap_or_default().as_bytes());
                let asked = Asked {
                    method: head.method,
                    path: head.uri.path().to_owned(),
                    query: query.into_owned().collect(),
                    headers: head.headers,
                    body: serde_json::from_slice(&body).unwrap_or(Value::Null),
                };
                let answer = answer(&asked);
                log.lock().unwrap().push(asked);
                Ok::<_, Infallible>(answer)
            }
        });
        let url = BaseUrl::parse("https://people.example/scim").unwrap();
        let token = Token::parse(TOKEN).unwrap();
        let remote = HttpConnector::over(wire_over(service))
            .connect(&url, &token, facts)
            .unwrap();
        Self { remote, asked }
    }

    /// Everything that was asked, in order.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    /// Sends a change whose answer can't be read, and looks up what has become of it.
    pub(crate) async fn looked_up_after_no_answer(&self, sent: &Mutation) -> LookedUp {
        let outcome = self.remote.send(sent, None).await;
        assert!(matches!(outcome, SendOutcome::Unknown(_)), "{outcome:?}");
        self.remote.look_up(&sent.change).await.unwrap()
    }

    /// What was asked, in short: `GET /scim/Users`.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.asked()
            .iter()
            .map(|asked| format!("{} {}", asked.method, asked.path))
            .collect()
    }
}

/// What is known of a server that needs no more discovery.
pub(crate) fn met() -> ServerFacts {
    ServerFacts {
        discovered: true,
        filter: true,
        groups_on_users: true,
        ..ServerFacts::default()
    }
}

pub(crate) fn answer(status: u16, body: &Value) -> Answer {
    raw(status, "application/scim+json", body.to_string())
}

pub(crate) fn raw(status: u16, kind: &str, body: impl Into<Bytes>) -> Answer {
    Response::builder()
        .status(StatusCode::from_u16(status).unwrap())
        .header("content-type", kind)
        .body(Full::new(body.into()))
        .unwrap()
}

pub(crate) fn empty(status: u16) -> Answer {
    Response::builder()
        .status(status)
        .body(Full::default())
        .unwrap()
}

pub(crate) fn error(status: u16, detail: &str) -> Answer {
    answer(
        status,
        &json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
            "status": status.to_string(),
            "detail": detail,
        }),
    )
}

pub(crate) fn list(resources: &[Value], total: usize, start: usize) -> Answer {
    answer(
        200,
        &json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
            "totalResults": total, "startIndex": start, "itemsPerPage": resources.len(),
            "Resources": resources,
        }),
    )
}

pub(crate) fn user(id: &str, role: &str, version: &str) -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "id": id, "userName": format!("{id}@example.com"), "displayName": format!("User {id}"),
        "active": true, "roles": [{"value": role}], "groups": [{"value": "sales"}],
        "meta": {"resourceType": "User", "version": version},
    })
}

pub(crate) fn mutation(change: Change) -> Mutation {
    Mutation {
        id: MutationId::random(),
        sequence: 1,
        operation: OperationId::random(),
        change,
        version: None,
        after: None,
        made_at: Timestamp::UNIX_EPOCH,
        seen_at: None,
        attempts: 1,
        state: MutationState::Sending,
        goes: Goes::ByItself,
    }
}

pub(crate) fn promote(id: &str) -> Mutation {
    mutation(Change::from(UserChange::SetRole {
        user: UserId::new(id),
        was: OrgRole::Known(Role::Member),
        to: Role::UserAdmin,
    }))
}

pub(crate) fn deletion(id: &str) -> Mutation {
    mutation(Change::from(UserChange::DeleteUser {
        user: UserId::new(id),
        user_name: format!("{id}@example.com"),
        was: Role::Member.into(),
    }))
}

pub(crate) fn grant(id: &str, workspace: &str) -> Mutation {
    mutation(Change::from(UserChange::GrantWorkspace {
        user: UserId::new(id),
        workspace: WorkspaceId::new(workspace),
    }))
}

pub(crate) fn revoke(id: &str, workspace: &str) -> Mutation {
    mutation(Change::from(UserChange::RevokeWorkspace {
        user: UserId::new(id),
        workspace: WorkspaceId::new(workspace),
    }))
}

pub(crate) fn version(text: &str) -> Version {
    Version(text.to_owned())
}
