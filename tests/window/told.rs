//! What the server itself says, asked without any of the program's own code in between.

use rollcall_model::Role;
use rollcall_testkit::TestServer;
use serde::Serialize;
use serde_json::{Value, json};

/// A server and a credential for it.
pub(crate) struct Told {
    client: reqwest::Client,
    url: String,
    token: String,
}

/// A person as the server has them.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    /// The server's id.
    pub(crate) id: String,
    /// The name shown.
    pub(crate) name: String,
    /// The e-mail address.
    pub(crate) email: String,
    /// The role's wire value.
    pub(crate) role: String,
}

impl Told {
    /// From the line by which a server says that it is ready, as its Admin.
    pub(crate) fn from_ready_line(line: &str) -> Self {
        Self::from_ready_line_as(line, Role::Admin)
    }

    /// From the line by which a server says that it is ready, as somebody with this role.
    pub(crate) fn from_ready_line_as(line: &str, role: Role) -> Self {
        let ready: Value = serde_json::from_str(line).expect("the first line is JSON");
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        Self {
            client: reqwest::Client::new(),
            url: text(&ready["url"]),
            token: text(&ready["tokens"][role.as_str()]),
        }
    }

    /// From a server of the tests, as its Admin.
    pub(crate) fn of(server: &TestServer) -> Self {
        Self::of_role(server, Role::Admin)
    }

    /// From a server of the tests, as somebody with this role.
    pub(crate) fn of_role(server: &TestServer, role: Role) -> Self {
        let token = server.token(role).reveal().to_owned();
        Self {
            client: reqwest::Client::new(),
            url: server.url(),
            token,
        }
    }

    /// How many users it has.
    pub(crate) async fn count(&self) -> u64 {
        self.ask("/Users?count=0").await["totalResults"]
            .as_u64()
            .expect("a total")
    }

    /// Somebody who may sign in and holds a role; the same one at each call.
    pub(crate) async fn somebody(&self, role: &str) -> Person {
        let holders = self.holders(role).await.into_iter().next();
        holders.expect("the demo has people of every role")
    }

    /// Those who may sign in and hold a role, in an order that stays: whoever is invited meanwhile has an
    /// id of chance, and would come anywhere in it.
    async fn holders(&self, role: &str) -> Vec<Person> {
        let accepted = r#"urn:rollcall:params:scim:schemas:organization:2.0:User:invitation.status eq "accepted""#;
        let filter = format!(r#"active eq true and {accepted} and roles.value eq "{role}""#);
        let page = self
            .ask(&format!(
                "/Users?count=20&sortBy=id&filter={}",
                escaped(&filter)
            ))
            .await;
        let all = page["Resources"].as_array().expect("a list");
        all.iter()
            .map(person)
            .filter(|one| one.name.is_ascii())
            .collect()
    }

    /// A person by id.
    pub(crate) async fn person(&self, id: &str) -> Person {
        person(&self.ask(&format!("/Users/{id}")).await)
    }

    /// Adds a person with the role Member.
    pub(crate) async fn add(&self, email: &str) -> Person {
        let request = self
            .client
            .post(format!("{}/Users", self.url))
            .bearer_auth(&self.token)
            .header("content-type", "application/scim+json")
            .body(json!({ "userName": email }).to_string());
        let answer = request.send().await.expect("the server answers");
        let body = answer.bytes().await.expect("the whole answer");
        person(&serde_json::from_slice(&body).expect("the answer is JSON"))
    }

    /// The resource of the one user with this e-mail address.
    pub(crate) async fn found(&self, address: &str) -> Value {
        let filter = escaped(&format!(r#"userName eq "{address}""#));
        let mut page = self.ask(&format!("/Users?filter={filter}")).await;
        assert_eq!(page["totalResults"], 1, "{address} is there once: {page}");
        page["Resources"][0].take()
    }

    /// Gives a person another role, as somebody else would meanwhile.
    pub(crate) async fn set_role(&self, person: &Person, role: &str) {
        let roles = json!([{ "op": "replace", "path": "roles", "value": [{ "value": role }] }]);
        let path = format!("/Users/{}", person.id);
        let changed = self.patch(&path, roles).await;
        changed.expect("the server changes a role");
    }

    /// The id of a workspace that a person has no access to.
    pub(crate) async fn workspace_without(&self, person: &Person) -> String {
        let user = self.ask(&format!("/Users/{}", person.id)).await;
        let granted = user["groups"].as_array().cloned().unwrap_or_default();
        let page = self.ask("/Groups?count=100&attributes=id").await;
        let all = page["Resources"].as_array().expect("a list");
        let other = all
            .iter()
            .find(|group| granted.iter().all(|own| own["value"] != group["id"]));
        let id = other.expect("nobody has every workspace")["id"].as_str();
        id.expect("a text").to_owned()
    }

    /// The id of the workspace with this name.
    pub(crate) async fn workspace(&self, name: &str) -> String {
        self.workspace_if_there(name)
            .await
            .unwrap_or_else(|| panic!("there is a workspace {name}"))
    }

    /// The same, if there is one.
    pub(crate) async fn workspace_if_there(&self, name: &str) -> Option<String> {
        let filter = escaped(&format!(r#"displayName eq "{name}""#));
        let page = self
            .ask(&format!(
                "/Groups?filter={filter}&excludedAttributes=members"
            ))
            .await;
        page["Resources"][0]["id"].as_str().map(str::to_owned)
    }

    /// Creates a workspace, as somebody else would meanwhile.
    pub(crate) async fn create_workspace(&self, name: &str) {
        let body = json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": name,
        });
        let created = self.attempt("POST", "/Groups", body).await;
        created.expect("the server creates a workspace");
    }

    /// Gives a workspace another name, as somebody else would meanwhile.
    pub(crate) async fn rename_workspace(&self, id: &str, name: &str) {
        let name = json!([{ "op": "replace", "path": "displayName", "value": name }]);
        let renamed = self.patch(&format!("/Groups/{id}"), name).await;
        renamed.expect("the server renames a workspace");
    }

    /// The ids of those who have access to a workspace.
    pub(crate) async fn people_in(&self, workspace: &str) -> Vec<String> {
        let group = self.ask(&format!("/Groups/{workspace}")).await;
        let members = group["members"].as_array().cloned().unwrap_or_default();
        let id = |member: &Value| member["value"].as_str().expect("an id").to_owned();
        members.iter().map(id).collect()
    }

    /// So many Members who have no access to a workspace.
    pub(crate) async fn people_outside(&self, workspace: &str, many: usize) -> Vec<Person> {
        let inside = self.people_in(workspace).await;
        let members = self.holders("member").await.into_iter();
        let outside: Vec<Person> = members
            .filter(|person| !inside.contains(&person.id))
            .take(many)
            .collect();
        assert_eq!(outside.len(), many, "nobody has every workspace");
        outside
    }

    /// Makes a call, and answers the sentence of a refusal by the policy.
    pub(crate) async fn attempt(
        &self,
        method: &str,
        path: &str,
        body: Value,
    ) -> Result<(), String> {
        self.said(method, path, body).await.map(|_| ())
    }

    /// Makes a call, and answers what the server says (null for nothing), or the sentence of a refusal by
    /// the policy.
    pub(crate) async fn said(
        &self,
        method: &str,
        path: &str,
        body: Value,
    ) -> Result<Value, String> {
        let method = method.parse().expect("a method");
        let mut request = self
            .client
            .request(method, format!("{}{path}", self.url))
            .bearer_auth(&self.token)
            .header("content-type", "application/scim+json");
        if !body.is_null() {
            request = request.body(body.to_string());
        }
        let answer = request.send().await.expect("the server answers");
        let status = answer.status();
        let body = answer.bytes().await.expect("the whole answer");
        if status.is_success() && body.is_empty() {
            return Ok(Value::Null);
        }
        let said: Value = serde_json::from_slice(&body).expect("the answer is JSON");
        if status.is_success() {
            return Ok(said);
        }
        assert_eq!(status, 403, "{path} is refused by the policy: {said}");
        Err(said["detail"].as_str().expect("a sentence").to_owned())
    }

    /// Changes a resource, and answers the sentence of a refusal by the policy.
    pub(crate) async fn patch(&self, path: &str, operations: Value) -> Result<(), String> {
        let body = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
            "Operations": operations,
        });
        self.attempt("PATCH", path, body).await
    }

    /// The organization itself, as far as this credential's role may see it.
    pub(crate) async fn organization(&self) -> Value {
        self.ask("/Organizations").await["Resources"][0].take()
    }

    /// Gives an attribute of the organization another value, as somebody else would meanwhile.
    pub(crate) async fn set_of_organization(&self, attribute: &str, value: impl Serialize) {
        let id = self.organization().await["id"].take();
        let path = format!("/Organizations/{}", id.as_str().expect("an id"));
        let set = json!([{ "op": "replace", "path": attribute, "value": value }]);
        let changed = self.patch(&path, set).await;
        changed.expect("the server changes an attribute");
    }

    /// Whose credential this is.
    pub(crate) async fn me(&self) -> Person {
        person(&self.ask("/Me").await)
    }

    /// Somebody who may sign in and holds a role, and isn't `but`.
    pub(crate) async fn other(&self, role: &str, but: &Person) -> Person {
        let others = self.holders(role).await.into_iter();
        let mut others = others.filter(|one| one.id != but.id);
        others.next().expect("the demo has several of every role")
    }

    /// The names of the workspaces granted to whose credential this is.
    pub(crate) async fn own_workspaces(&self) -> Vec<String> {
        let me = self.ask("/Me").await;
        let groups = me["groups"].as_array().cloned().unwrap_or_default();
        let name = |group: &Value| group["display"].as_str().expect("a name").to_owned();
        groups.iter().map(name).collect()
    }

    async fn ask(&self, path: &str) -> Value {
        let request = self
            .client
            .get(format!("{}{path}", self.url))
            .bearer_auth(&self.token);
        let answer = request.send().await.expect("the server answers");
        assert!(
            answer.status().is_success(),
            "the server answers {path} with {}",
            answer.status()
        );
        let body = answer.bytes().await.expect("the whole answer");
        serde_json::from_slice(&body).expect("the answer is JSON")
    }
}

/// A person by what the server says of them.
pub(crate) fn person(user: &Value) -> Person {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    Person {
        id: text(&user["id"]),
        name: text(&user["displayName"]),
        email: text(&user["userName"]),
        role: text(&user["roles"][0]["value"]),
    }
}

/// A text as part of a URL's query.
fn escaped(text: &str) -> String {
    text.bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}
