//! Bar 7: sending a thousand changes, beside `curl` with the same requests.

use std::collections::HashMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use axum::http::HeaderName;
use axum::http::header::{AUTHORIZATION, CONTENT_LENGTH, HOST};
use jiff::Timestamp;
use rollcall_cache::{NewMutation, Operation, UserQuery};
use rollcall_model::{
    Change, Goes, MutationId, OperationId, OrgRole, Role, Token, UserChange, UserId, UserState,
};
use rollcall_remote::HttpConnector;
use rollcall_sync::{EngineParts, Remote, push_once};
use tokio::runtime::Runtime;

use super::Setting;
use super::organization::{Files, Organization, connect, runtime};
use super::recorder::{Passed, Recorder};
use crate::measure::{Round, rounds, seconds};
use crate::report::{Bar, Line, Unit};

const BAR: Bar = Bar {
    number: "7",
    what: "1,000 changes sent",
    floor: "the same requests by curl, one process, to a server with the same data",
    hold: 1.0,
    aim: 0.6,
};

/// Changes, each to another user.
const CHANGES: u32 = 1_000;

pub(crate) fn run(setting: &Setting) -> Vec<Line> {
    let runtime = runtime();
    let mut desk = Desk::new(&runtime, setting);
    // The same seed makes the same users, in the same versions, and both servers are told the same.
    let twin = Organization::new(setting.users, setting.seed);
    let beside = Recorder::start(twin.server.router());
    let folder = super::scratch();
    let figures = rounds(|| {
        let queued = desk.queue();
        let candidate = seconds(|| desk.send(&runtime, &queued));
        desk.see(&queued);
        let requests = desk.recorder.passed();
        let config = folder.path().join("requests");
        std::fs::write(&config, curl_config(beside.url(), &twin.token, &requests))
            .expect("a file for curl");
        let floor = seconds(|| curl(&config));
        assert_eq!(beside.passed().len(), requests.len(), "the same requests");
        Round { candidate, floor }
    });
    vec![Line {
        bar: BAR,
        variant: format!("{} users", setting.users),
        unit: Unit::Seconds,
        figures,
        also: None,
    }]
}

/// An administrator's desk: a server, and an organization that has been read from it.
struct Desk {
    recorder: Recorder,
    remote: Arc<dyn Remote>,
    files: Files,
    /// Whose role is changed, there and back.
    members: Vec<UserId>,
    role: Role,
    _organization: Organization,
}

impl Desk {
    fn new(runtime: &Runtime, setting: &Setting) -> Self {
        let organization = Organization::new(setting.users, setting.seed);
        let recorder = Recorder::start(organization.server.router());
        let connector = HttpConnector::new().expect("a connector");
        let remote = connect(&connector, recorder.url(), &organization.token);
        let files = Files::new();
        files.pull(runtime, &remote);
        recorder.passed();
        let active_members = UserQuery {
            roles: vec![OrgRole::Known(Role::Member)],
            states: vec![UserState::Active],
            ..UserQuery::default()
        };
        let members = files.cache.page_after(&active_members, None, CHANGES);
        let members = members.expect("Members").rows;
        assert_eq!(members.len(), CHANGES as usize, "one for each change");
        Self {
            recorder,
            remote,
            files,
            members: members.into_iter().map(|row| row.id).collect(),
            role: Role::Member,
            _organization: organization,
        }
    }

    /// Queues a change of everybody's role, as one press of *Save*, and lays it over the list.
    fn queue(&mut self) -> Vec<MutationId> {
        let was = self.role;
        self.role = match was {
            Role::Member => Role::UserAdmin,
            _ => Role::Member,
        };
        let shown = self.files.cache.users(&self.members).expect("users");
        let mutations: Vec<NewMutation> = shown
            .into_iter()
            .map(|shown| NewMutation {
                id: MutationId::random(),
                change: Change::User(UserChange::SetRole {
                    user: shown.user.id,
                    was: OrgRole::Known(was),
                    to: self.role,
                }),
                version: shown.user.version,
                after: None,
                goes: Goes::ByItself,
            })
            .collect();
        let ids = mutations.iter().map(|mutation| mutation.id).collect();
        let operation = Operation {
            id: OperationId::random(),
            mutations,
            replaces: Vec::new(),
            actor: None,
            said: HashMap::new(),
            made_at: Timestamp::UNIX_EPOCH,
            seen_at: None,
        };
        let (cache, ledger) = (&self.files.cache, &self.files.ledger);
        ledger.enqueue(&operation).expect("durable changes");
        let reflected = cache.snapshot().expect("a snapshot").reflected;
        let waiting = ledger.overlay(reflected).expect("what waits");
        cache.lay_over(&waiting).expect("a list with what waits");
        ids
    }

    fn send(&self, runtime: &Runtime, queued: &[MutationId]) {
        let parts = EngineParts {
            recheck: rollcall_app::recheck(&self.files.cache),
            ..self.files.parts(&self.remote)
        };
        let report = runtime.block_on(push_once(parts, None)).expect("a push");
        assert_eq!(report.push.applied.len(), queued.len(), "all are applied");
    }

    /// Once a person has seen what became of them, the outbox lists them no more.
    fn see(&self, sent: &[MutationId]) {
        self.files.ledger.seen(sent).expect("an outbox");
    }
}

/// Requests as `curl` reads them from a file.
fn curl_config(url: &str, token: &Token, requests: &[Passed]) -> String {
    let requests: Vec<String> = requests
        .iter()
        .map(|request| curl_request(url, token, request))
        .collect();
    requests.join("next\n")
}

fn curl_request(url: &str, token: &Token, (head, body): &Passed) -> String {
    let token = token.reveal();
    let mut options = vec![
        ("url", format!("{url}{}", head.uri)),
        ("request", head.method.to_string()),
        ("header", format!("authorization: Bearer {token}")),
        ("noproxy", "*".to_owned()),
        ("write-out", "%{stderr}%{http_code}\\n".to_owned()),
    ];
    for (name, value) in &head.headers {
        if !is_of_the_connection(name) {
            let value = value.to_str().expect("a header of ours");
            options.push(("header", format!("{name}: {value}")));
        }
    }
    if !body.is_empty() {
        options.push(("data-binary", String::from_utf8_lossy(body).into_owned()));
    }
    let options = options.into_iter().map(|(option, value)| {
        let value = value.replace('\\', "\\\\").replace('"', "\\\"");
        format!("{option} = \"{value}\"\n")
    });
    options.chain(["silent\nshow-error\n".to_owned()]).collect()
}

/// What `curl` says itself, or says to another server in other words.
fn is_of_the_connection(name: &HeaderName) -> bool {
    [AUTHORIZATION, CONTENT_LENGTH, HOST].contains(name)
}

/// Makes the requests one after the other, over one connection. The answers go nowhere.
fn curl(config: &Path) {
    let mut curl = Command::new("curl");
    let made = curl
        .arg("--config")
        .arg(config)
        .stdout(Stdio::null())
        .output()
        .expect("curl, which bar 7 is measured against");
    let answers = String::from_utf8_lossy(&made.stderr);
    let done = answers.lines().filter(|status| status.starts_with('2'));
    assert!(
        made.status.success() && done.count() >= CHANGES as usize,
        "the server does what it is asked: {answers}"
    );
}
