//! The organization that the bars read: a real server in this process, and caches filled from it.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use bytes::Bytes;
use rollcall_cache::{Cache, Key, Ledger, Location, Mode};
use rollcall_model::{Role, SystemClock, Token};
use rollcall_org_server::{DataPlace, Demo, OrgServer, Settings};
use rollcall_remote::{HttpConnector, wire_over};
use rollcall_sync::{BaseUrl, Connector, EngineParts, PullReport, Remote, ServerFacts, pull_once};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tower::ServiceExt;

use super::Setting;

/// A server of the demo organization, in memory.
pub(crate) struct Organization {
    pub(crate) server: OrgServer,
    pub(crate) token: Token,
}

impl Organization {
    /// Founds one with so many people.
    pub(crate) fn new(people: u32, seed: u64) -> Self {
        let settings = Settings::new("http://127.0.0.1:1");
        let server = OrgServer::open(&DataPlace::Memory, Arc::new(SystemClock), &settings)
            .expect("a server in memory");
        let people = usize::try_from(people).expect("a number of people");
        server
            .found_demo(Demo { people, seed })
            .expect("a demo organization");
        let tokens = server.issue_role_tokens().expect("tokens");
        let token = tokens.into_iter().find(|issued| issued.role == Role::Admin);
        Self {
            server,
            token: token.expect("the demo has an Admin").token,
        }
    }

    /// The ids of so many Members who are not suspended.
    pub(crate) async fn members(&self, count: usize) -> Vec<String> {
        let filter = "active%20eq%20true%20and%20roles.value%20eq%20%22member%22";
        let page = format!("/Users?filter={filter}&count={count}&attributes=id");
        let members = self.ask("GET", &page, Body::empty()).await;
        let members: serde_json::Value = serde_json::from_slice(&members).expect("a list");
        let members = members["Resources"].as_array().expect("Members");
        members
            .iter()
            .filter_map(|member| Some(member["id"].as_str()?.to_owned()))
            .collect()
    }

    /// Suspends users on the server, or reactivates them.
    pub(crate) async fn set_active(&self, users: &[String], active: bool) {
        for id in users {
            let body = serde_json::json!({
                "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                "Operations": [{ "op": "replace", "path": "active", "value": active }],
            });
            self.ask(
                "PATCH",
                &format!("/Users/{id}"),
                Body::from(body.to_string()),
            )
            .await;
        }
    }

    async fn ask(&self, method: &str, path: &str, body: Body) -> Bytes {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("authorization", format!("Bearer {}", self.token.reveal()))
            .header("content-type", "application/scim+json")
            .body(body)
            .expect("a request");
        let Ok(response) = self.server.router().oneshot(request).await;
        assert!(
            response.status().is_success(),
            "{method} {path}: {}",
            response.status()
        );
        to_bytes(response.into_body(), usize::MAX)
            .await
            .expect("a body")
    }

    /// Sync's port to the server, without sockets.
    pub(crate) fn remote(&self) -> Arc<dyn Remote> {
        let wire = wire_over(self.server.router());
        connect(
            &HttpConnector::over(wire),
            "http://127.0.0.1:1",
            &self.token,
        )
    }
}

/// Sync's port to a server of which nothing is remembered.
pub(crate) fn connect(connector: &HttpConnector, url: &str, token: &Token) -> Arc<dyn Remote> {
    let url = BaseUrl::parse(url).expect("a loopback address");
    connector
        .connect(&url, token, ServerFacts::default())
        .expect("a remote")
}

/// The two files of an organization, new and empty.
pub(crate) struct Files {
    pub(crate) cache: Cache,
    pub(crate) ledger: Ledger,
    _folder: TempDir,
}

impl Files {
    pub(crate) fn new() -> Self {
        let folder = super::scratch();
        let key = Key::random().expect("the system's randomness");
        let location = Location::Folder(folder.path().join("organization"));
        let cache = Cache::open(&location, &key, Mode::Writer)
            .expect("a new cache")
            .store;
        let ledger = Ledger::open(&location, &key, Mode::Writer)
            .expect("a new ledger")
            .store;
        Self {
            cache,
            ledger,
            _folder: folder,
        }
    }

    /// What an engine over these files is made of.
    pub(crate) fn parts(&self, remote: &Arc<dyn Remote>) -> EngineParts {
        EngineParts {
            remote: Arc::clone(remote),
            cache: self.cache.clone(),
            ledger: self.ledger.clone(),
            clock: Arc::new(SystemClock),
            recheck: Arc::new(|_| Ok(())),
            seed: 1,
        }
    }

    /// Reads everything, or what is new, as the programs do.
    pub(crate) fn pull(&self, runtime: &Runtime, remote: &Arc<dyn Remote>) -> PullReport {
        let parts = self.parts(remote);
        runtime.block_on(pull_once(parts, |_| ())).expect("a read")
    }
}

/// An organization with a cache that has everybody.
pub(crate) struct Synced {
    pub(crate) cache: Cache,
    _files: Files,
}

impl Synced {
    pub(crate) fn new(setting: &Setting) -> Self {
        let organization = Organization::new(setting.users, setting.seed);
        let files = Files::new();
        files.pull(&runtime(), &organization.remote());
        Self {
            cache: files.cache.clone(),
            _files: files,
        }
    }
}

/// What the programs run the engine on.
pub(crate) fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
}
