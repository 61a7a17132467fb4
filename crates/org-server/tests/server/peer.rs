//! A mail server that others wrote, and their reader of messages: `tests/peers/mail.py`.

use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

/// A running mail server; it ends when this is dropped.
pub(crate) struct MailPeer {
    _child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    pub(crate) port: u16,
}

impl MailPeer {
    /// On this port; 0 takes any.
    pub(crate) async fn start(port: u16) -> Self {
        Self::with(port, &[]).await
    }

    /// The same with these settings, as `mail.py` reads them from the environment.
    pub(crate) async fn with(port: u16, settings: &[(&str, &str)]) -> Self {
        let mut command = python("mail.py");
        command.args(["serve", &port.to_string()]);
        for name in ["PASSWORD", "CERTIFICATE", "KEY", "TLS"] {
            command.env_remove(name);
        }
        command.envs(settings.iter().copied());
        command.stdout(Stdio::piped()).kill_on_drop(true);
        let mut child = command.spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut peer = Self {
            _child: child,
            lines,
            port: 0,
        };
        let ready = peer.line().await;
        peer.port = u16::try_from(ready["port"].as_u64().unwrap()).unwrap();
        peer
    }

    /// The next message that it takes.
    pub(crate) async fn line(&mut self) -> Value {
        let line = self.lines.next_line().await.unwrap();
        serde_json::from_str(&line.unwrap()).unwrap()
    }
}

/// A message in a file, as a reader of messages understands it.
pub(crate) async fn read(file: &Path) -> Value {
    let Output { status, stdout, .. } = python("mail.py")
        .arg("read")
        .arg(file)
        .output()
        .await
        .unwrap();
    assert!(status.success(), "{} is a message", file.display());
    serde_json::from_slice(&stdout).unwrap()
}

/// The link in a message's text.
pub(crate) fn link(message: &Value) -> String {
    let mut lines = message["text"].as_str().unwrap().lines();
    let link = lines.find(|line| line.contains("/invitations/accept?token="));
    link.unwrap().to_owned()
}

fn python(script: &str) -> Command {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = root.join("target/venv");
    let python: PathBuf = if cfg!(windows) {
        folder.join("Scripts/python.exe")
    } else {
        folder.join("bin/python")
    };
    assert!(
        python.exists(),
        "the test peers are not installed at {}: run `cargo xtask setup`",
        python.display()
    );
    let mut command = Command::new(python);
    command.arg(root.join("tests/peers").join(script));
    command
}
