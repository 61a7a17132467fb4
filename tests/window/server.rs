//! A server as an operator runs it: the real program, which can be stopped and started again on the
//! same data and at the same address.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::group::Group;

/// Few enough to be there in an instant, many enough to scroll.
const PEOPLE: &str = "240";

/// A server with made-up people.
pub(crate) struct Server {
    data: TempDir,
    running: Option<Group>,
    url: String,
    tokens: Value,
}

impl Server {
    /// Starts it on new data at a free port.
    pub(crate) fn start() -> Self {
        let data = tempfile::tempdir().expect("a folder for the data");
        let (running, ready) = launch(data.path(), "127.0.0.1:0");
        let url = ready["url"].as_str().expect("an address").to_owned();
        Self {
            data,
            running: Some(running),
            url,
            tokens: ready["tokens"].clone(),
        }
    }

    /// The base URL of its SCIM service.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// A token for a role.
    pub(crate) fn token(&self, role: &str) -> &str {
        self.tokens[role].as_str().expect("a token for each role")
    }

    /// Stops it: nothing answers at its address any more.
    pub(crate) fn stop(&mut self) {
        self.running = None;
    }

    /// Starts it again where it was.
    pub(crate) fn start_again(&mut self) {
        let (_, place) = self.url.split_once("//").expect("an address with a scheme");
        let place = place.split('/').next().expect("a place").to_owned();
        self.running = Some(launch(self.data.path(), &place).0);
    }
}

fn launch(data: &Path, place: &str) -> (Group, Value) {
    let mut server = Command::new(program());
    server
        .args([
            "--listen",
            place,
            "--demo",
            PEOPLE,
            "--seed",
            "7",
            "--print-tokens",
            "--data",
        ])
        .arg(data);
    let server = Group::start(server.stdin(Stdio::null()));
    let ready = serde_json::from_str(&server.line("{")).expect("the first line is JSON");
    (server, ready)
}

/// Beside the desktop program, where `cargo test --workspace` puts it.
fn program() -> PathBuf {
    let program = Path::new(env!("CARGO_BIN_EXE_rollcall")).with_file_name("rollcall-server");
    assert!(
        program.exists(),
        "the server is built: `cargo build --package rollcall-org-server`"
    );
    program
}
