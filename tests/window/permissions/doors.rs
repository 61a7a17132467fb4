//! The three doors, as somebody of one role stands before them. Each answers what was asked for as a text,
//! or the sentence by which it was denied.

use std::path::{Path, PathBuf};
use std::process::Command as Program;
use std::sync::{Arc, LazyLock};

use rollcall_model::Role;
use rollcall_testkit::{TestServer, owner_only};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::list::{Command, Request};
use crate::told::{Person, Told};
use crate::window::Window;

/// The doors of one role.
pub(super) struct Doors<'a> {
    window: &'a Window,
    organization: Value,
    terminal: Terminal,
    server: Told,
}

/// The program for the terminal, with a profile of its own.
#[derive(Clone)]
pub(super) struct Terminal {
    folder: Arc<TempDir>,
}

impl<'a> Doors<'a> {
    /// Connects the window and the terminal to the server. The window holds everything back, so that its
    /// verdict is its own.
    pub(super) async fn open(
        window: &'a Window,
        server: &TestServer,
        role: Role,
        actor: &Person,
    ) -> Self {
        let request = json!({
            "name": role.title(), "url": server.url(), "keep": "key_file",
            "token": server.token(role).reveal(),
        });
        let card = window
            .invoke("connect", json!({ "request": request }))
            .await;
        let doors = Self {
            window,
            organization: card.expect("the window connects")["id"].take(),
            terminal: Terminal::connected(server, role),
            server: Told::of_role(server, role),
        };
        doors.has_read(actor).await;
        let hold = doors
            .invoke("outbox_hold", json!({ "holding": "on" }))
            .await;
        hold.expect("everything can be held back");
        doors
    }

    /// The terminal's door.
    pub(super) fn terminal(&self) -> Terminal {
        self.terminal.clone()
    }

    /// Calls a command through the bridge.
    pub(super) async fn window(&self, (command, arguments): &Command) -> Result<String, String> {
        match self.invoke(command, arguments.clone()).await {
            Ok(answer) => {
                let receipt = answer.get("receipt").unwrap_or(&answer);
                match &receipt["queued"] {
                    none if *none == 0 => Err(format!("nothing is queued: {answer}")),
                    _ => Ok(answer.to_string()),
                }
            }
            Err(failure) if failure["code"] == "denied" => Err(text(&failure["message"])),
            Err(failure) => Err(format!("not by the policy: {failure}")),
        }
    }

    /// Asks the server.
    pub(super) async fn server(&self, request: &Request) -> Result<String, String> {
        let Request { method, path, body } = request;
        let said = self.server.said(method, path, body.clone()).await;
        said.map(|answer| answer.to_string())
    }

    /// Waits until window and terminal know that there is one active Admin.
    pub(super) async fn hears_of_the_last_admin(&self) {
        let admins = json!({
            "query": { "roles": ["admin"], "states": ["active"] }, "offset": 0, "limit": 1,
        });
        // Whoever sees no users knows of none.
        while let Ok(found) = self.invoke("users_window", admins.clone()).await
            && found["total"] != 1
        {
            let refreshed = self.invoke("refresh", json!({})).await;
            refreshed.expect("the window reads what is new");
            self.next_frame().await;
        }
        self.terminal.reads();
    }

    /// Waits until the window has read what its user may see.
    async fn has_read(&self, actor: &Person) {
        loop {
            let session = self.invoke("session", json!({})).await.expect("it is open");
            let whole = actor.role == "member" || session["snapshot"]["complete"] == true;
            if whole && session["link"]["kind"] == "online" {
                return;
            }
            self.next_frame().await;
        }
    }

    async fn next_frame(&self) {
        self.window
            .awaits("requestAnimationFrame(arguments[0]);")
            .await;
    }

    async fn invoke(&self, command: &str, mut arguments: Value) -> Result<Value, Value> {
        arguments["organization"] = self.organization.clone();
        self.window.invoke(command, arguments).await
    }
}

impl Terminal {
    fn connected(server: &TestServer, role: Role) -> Self {
        let folder = Arc::new(tempfile::tempdir().expect("a folder for the profile"));
        let terminal = Self { folder };
        let token = terminal.file("token");
        std::fs::write(&token, server.token(role).reveal()).expect("the token can be written");
        owner_only(&token);
        let token = token.display().to_string();
        let connected = terminal.run(&["connect", &server.url(), "--token-file", &token]);
        connected.expect("the terminal connects");
        terminal.reads();
        terminal
    }

    /// Reads what is new, as far as its user may see it.
    pub(super) fn reads(&self) {
        if let Err(sentence) = self.run(&["sync"]) {
            assert_eq!(sentence, "Members can't see users.", "the server is read");
        }
    }

    /// Runs a command; denied is what ends with status 1. What is changed must be on the server then.
    pub(super) fn ask(&self, words: &[String]) -> Result<String, String> {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let out = self.run(&words)?;
        let answer: Value = serde_json::from_str(&out).expect("the answer is JSON");
        match answer["result"].as_str() {
            None | Some("applied") => Ok(out),
            Some(foreseen) if foreseen.starts_with("would_") => Ok(out),
            Some(_) => Err(format!("not done: {out}")),
        }
    }

    fn run(&self, words: &[&str]) -> Result<String, String> {
        let mut program = Program::new(built());
        program
            .args(["--format", "json", "--home"])
            .arg(self.file("home"))
            .arg("--key-file")
            .arg(self.file("key"))
            .args(words)
            .env_remove("ROLLCALL_LOG");
        let output = program.output().expect("the program can be started");
        let said = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the answer is text");
        let (out, err) = (said(output.stdout), said(output.stderr));
        match output.status.code() {
            Some(0) => Ok(out),
            // Whom to ask stands on the next line.
            Some(1) => Err(err.lines().next().unwrap_or_default().to_owned()),
            status => Err(format!("not by the policy: {status:?} {err}")),
        }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// The program for the terminal, built with what its own tests are built with: this package's tests don't
/// bring it up to date.
fn built() -> &'static Path {
    static BUILT: LazyLock<PathBuf> = LazyLock::new(|| {
        let mut cargo = Program::new(env!("CARGO"));
        cargo.args(["test", "--workspace", "--test", "cli", "--no-run"]);
        cargo.args(["--quiet", "--message-format", "json"]);
        let output = cargo.output().expect("cargo can be started");
        assert!(output.status.success(), "the program is built");
        let messages = String::from_utf8(output.stdout).expect("messages are text");
        let program = messages.lines().find_map(|line| {
            let message: Value = serde_json::from_str(line).ok()?;
            let is_meant = message["target"]["name"] == "rollcall-cli";
            is_meant.then(|| message["executable"].as_str().map(PathBuf::from))?
        });
        program.expect("cargo names the program")
    });
    &BUILT
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
