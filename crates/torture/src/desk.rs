//! Somebody's computer: a profile folder, and the program, which can be killed.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use rollcall_model::Role;
use rollcall_testkit::{TestServer, owner_only};
use serde_json::Value;
use tempfile::TempDir;

/// How long a program may take that nobody kills.
pub(crate) const PATIENCE: Duration = Duration::from_secs(300);

/// See the module.
pub(crate) struct Desk<'a> {
    program: &'a Path,
    folder: TempDir,
}

/// What came of a program.
#[derive(Debug)]
pub(crate) struct Done {
    /// Whether it was killed.
    pub(crate) killed: bool,
    /// Whether it ended by itself, and well.
    pub(crate) succeeded: bool,
    /// What it answered, where that is whole.
    pub(crate) answer: Option<Value>,
    /// What it said beside.
    pub(crate) said: String,
    /// How long it ran.
    pub(crate) took: Duration,
}

impl<'a> Desk<'a> {
    /// A profile of its own, connected to a server as an Admin.
    pub(crate) fn connected(program: &'a Path, server: &TestServer) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let desk = Self { program, folder };
        let token = desk.file("token");
        std::fs::write(&token, server.token(Role::Admin).reveal()).expect("a token file");
        owner_only(&token);
        let token = token.to_string_lossy().into_owned();
        desk.must(&["connect", &server.url(), "--token-file", &token]);
        desk.must(&["sync"]);
        desk
    }

    /// Runs the program to its end, which must be a good one.
    pub(crate) fn must(&self, arguments: &[&str]) -> Value {
        let done = self.run(arguments, PATIENCE);
        assert!(done.succeeded, "{arguments:?} is done: {}", done.said);
        done.answer.unwrap_or_default()
    }

    /// Runs the program, and kills it where it hasn't ended by then.
    pub(crate) fn run(&self, arguments: &[&str], until: Duration) -> Done {
        let begin = Instant::now();
        let mut child = Command::new(self.program)
            .args(["--format", "json", "--home"])
            .arg(self.file("home"))
            .arg("--key-file")
            .arg(self.key_file())
            .args(arguments)
            .env_remove("ROLLCALL_HOME")
            .env_remove("ROLLCALL_LOG")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let (killed, status, out, said) = end(&mut child, until);
        Done {
            killed,
            succeeded: status.success(),
            answer: serde_json::from_str(&out).ok(),
            said,
            took: begin.elapsed(),
        }
    }

    /// The organization's folder.
    pub(crate) fn organization(&self) -> PathBuf {
        let answer = self.must(&["organizations"]);
        let id = answer["organizations"][0]["id"].as_str();
        self.file("home")
            .join("organizations")
            .join(id.expect("one organization is connected"))
    }

    /// Where the key of its files is.
    pub(crate) fn key_file(&self) -> PathBuf {
        self.file("key")
    }

    /// A file beside the profile.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// Waits for the end of a program, and brings it about where it hasn't come by then: whether it did, how
/// the program ended, and what it wrote.
fn end(child: &mut Child, until: Duration) -> (bool, ExitStatus, String, String) {
    let mut out = child.stdout.take().expect("the output is piped");
    let mut err = child.stderr.take().expect("the error stream is piped");
    let (sender, written) = mpsc::channel();
    thread::spawn(move || {
        let (mut answer, mut said) = (Vec::new(), Vec::new());
        // Whatever came before the pipe broke.
        let _ = out.read_to_end(&mut answer);
        let _ = err.read_to_end(&mut said);
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        // The other end waits for it.
        let _ = sender.send((text(answer), text(said)));
    });
    let in_time = written.recv_timeout(until).ok();
    // It may have ended this very moment.
    let killed = in_time.is_none() && child.kill().is_ok();
    let status = child.wait().expect("a child can be waited for");
    let (out, said) = in_time
        .or_else(|| written.recv().ok())
        .expect("a program that has ended writes no more");
    (killed && !status.success(), status, out, said)
}
