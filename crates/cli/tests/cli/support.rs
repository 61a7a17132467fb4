//! A desk to work at: a server, a profile folder with a key file, and the program.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use rollcall_model::{Role, Token};
use rollcall_testkit::{TestServer, owner_only};
use serde_json::Value;
use tempfile::TempDir;

/// A server with people, and a profile for it.
pub(crate) struct Desk {
    pub(crate) server: TestServer,
    folder: TempDir,
}

/// What a command came to.
#[derive(Debug)]
pub(crate) struct Done {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Done {
    /// The answer as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out)
            .unwrap_or_else(|error| panic!("the answer is JSON, but {error}: {self:?}"))
    }

    /// Checks that it was done or queued.
    pub(crate) fn succeeded(self) -> Self {
        assert_eq!(
            self.status, 0,
            "exit status 0 says done or queued: {self:?}"
        );
        self
    }
}

impl Desk {
    /// A server with this many people; nothing is connected yet.
    pub(crate) fn new(people: usize) -> Self {
        Self {
            server: TestServer::start(people),
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// Connected with somebody's token of this role, and read once.
    pub(crate) fn synced(people: usize, role: Role) -> Self {
        let desk = Self::new(people);
        desk.connect(role).succeeded();
        desk.run(&["sync"]).succeeded();
        desk
    }

    /// The key file that the program is given.
    pub(crate) fn key_file(&self) -> PathBuf {
        self.folder.path().join("key")
    }

    /// The profile folder.
    pub(crate) fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// A file of its owner's with a token of this role.
    pub(crate) fn token_file(&self, role: Role) -> PathBuf {
        let path = self.folder.path().join(format!("token-{}", role.as_str()));
        std::fs::write(&path, self.server.token(role).reveal()).unwrap();
        owner_only(&path);
        path
    }

    /// Connects the server under the name Acme.
    pub(crate) fn connect(&self, role: Role) -> Done {
        let token = self.token_file(role);
        let token = token.to_str().unwrap();
        self.run(&[
            "connect",
            &self.server.url(),
            "--name",
            "Acme",
            "--token-file",
            token,
        ])
    }

    /// Runs the program in this profile.
    pub(crate) fn run(&self, arguments: &[&str]) -> Done {
        self.run_with(arguments, "", &[])
    }

    /// Runs it with an input and environment of its own.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &str, env: &[(&str, &str)]) -> Done {
        let home = self.home();
        let home = home.to_str().unwrap();
        self.finish(&[&["--home", home], arguments].concat(), input, env)
    }

    /// Runs it with an environment that says where the profile is, or doesn't.
    pub(crate) fn run_without_home(&self, arguments: &[&str], env: &[(&str, &str)]) -> Done {
        self.finish(arguments, "", env)
    }

    /// The program, to be started in this profile with its answer piped.
    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rollcall-cli"));
        command
            .args(["--key-file".as_ref(), self.key_file().as_os_str()])
            .env("LC_ALL", "C")
            .env_remove("LANGUAGE")
            .env_remove("ROLLCALL_HOME")
            .env_remove("ROLLCALL_LOG")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    fn finish(&self, arguments: &[&str], input: &str, env: &[(&str, &str)]) -> Done {
        let mut child = self
            .command()
            .args(arguments)
            .envs(env.iter().copied())
            .spawn()
            .unwrap();
        // Who doesn't read its input closes it, which is no failure.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        Done {
            status: output.status.code().expect("it ended by itself"),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs it for a reader who leaves after a few bytes; whether it succeeded, and what it said.
    pub(crate) fn run_for_an_early_leaver(&self, arguments: &[&str]) -> (bool, String) {
        let home = self.home();
        let mut child = self
            .command()
            .arg("--home")
            .arg(home)
            .args(arguments)
            .spawn()
            .unwrap();
        let mut first = [0; 10];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        (
            output.status.success(),
            String::from_utf8(output.stderr).unwrap(),
        )
    }

    /// Every user of the list, as JSON.
    pub(crate) fn users(&self, arguments: &[&str]) -> Vec<Value> {
        let listed = self.run(&[&["users", "list", "--format", "json"], arguments].concat());
        listed.succeeded().json()["users"]
            .as_array()
            .unwrap()
            .clone()
    }

    /// Some user of this role who is active and is not the one signed in.
    pub(crate) fn somebody(&self, role: Role) -> Value {
        let me = self.run(&["whoami", "--format", "json"]).succeeded().json()["id"].clone();
        self.users(&["--role", role.as_str(), "--state", "active"])
            .into_iter()
            .find(|user| user["id"] != me)
            .expect("the demo has several of each role")
    }

    /// Asks the server directly, past every client; its status and its body.
    pub(crate) fn ask_server(&self, role: Role, request: &str, body: &str) -> (u16, Value) {
        self.ask_as(&self.server.token(role), request, body)
    }

    /// Asks it directly with this token.
    pub(crate) fn ask_as(&self, token: &Token, request: &str, body: &str) -> (u16, Value) {
        let url = self.server.url();
        let mut stream = TcpStream::connect(url.trim_start_matches("http://")).unwrap();
        let length = body.len();
        write!(
            stream,
            "{request} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\n\
             Content-Type: application/scim+json\r\nContent-Length: {length}\r\n\
             Connection: close\r\n\r\n{body}",
            token.reveal()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, serde_json::from_str(body).unwrap_or(Value::Null))
    }

    /// The role that the server has for this user now.
    pub(crate) fn role_on_server(&self, id: &str) -> String {
        let (status, user) = self.ask_server(Role::Admin, &format!("GET /Users/{id}"), "");
        assert_eq!(status, 200, "the user is there");
        text(&user["roles"][0]["value"])
    }

    /// Every file below the profile folder.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        let mut files = Vec::new();
        let mut folders = vec![self.home()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.push(path);
                }
            }
        }
        files
    }
}

/// The body of a request that gives a user this role.
pub(crate) fn role_patch(role: &str) -> String {
    serde_json::json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        "Operations": [{"op": "replace", "path": "roles", "value": [{"value": role}]}],
    })
    .to_string()
}

/// The text of a JSON string.
pub(crate) fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value} is a text"))
        .to_owned()
}
