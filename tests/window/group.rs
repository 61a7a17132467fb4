//! A program in a process group of its own, so that it ends with everything that it started.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long a program may take to say what it is asked for.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running program and those that it started. Dropping it ends them all and waits for that.
pub(crate) struct Group {
    child: Child,
    lines: Receiver<String>,
    reader: Option<JoinHandle<()>>,
}

impl Group {
    /// Starts a program; its standard output is kept line by line.
    pub(crate) fn start(command: &mut Command) -> Self {
        let mut child = command
            .process_group(0)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|cause| {
                panic!("{command:?} starts ({cause}); `cargo xtask setup` installs it")
            });
        let output = BufReader::new(child.stdout.take().expect("standard output is piped"));
        let (sender, lines) = channel();
        let reader = std::thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                // Nobody may be interested any more; the pipe is read to its end all the same.
                let _ = sender.send(line);
            }
        });
        Self {
            child,
            lines,
            reader: Some(reader),
        }
    }

    /// Waits for the next line of standard output that begins so.
    pub(crate) fn line(&self, beginning: &str) -> String {
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) if line.starts_with(beginning) => return line,
                Ok(_) => {}
                Err(cause) => panic!("a line beginning with {beginning:?} is printed ({cause})"),
            }
        }
    }

    /// Whether the program itself has ended.
    pub(crate) fn has_ended(&mut self) -> bool {
        self.child.try_wait().is_ok_and(|status| status.is_some())
    }
}

impl Group {
    /// They all do nothing, as if they waited for somebody.
    pub(crate) fn pause(&self) {
        self.signal("STOP");
    }

    /// They go on.
    pub(crate) fn resume(&self) {
        self.signal("CONT");
    }

    fn signal(&self, name: &str) {
        // The shell's own `kill`: the program of that name isn't on every system.
        let all = format!("kill -s {name} -- -{}", self.child.id());
        let _ = Command::new("sh")
            .args(["-c", &all])
            .stderr(Stdio::null())
            .status();
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.signal("TERM");
        // Whoever is paused ends only then.
        self.resume();
        let _ = self.child.wait();
        // The pipe ends when the last of them has let go of it: then the group is gone.
        if let Some(reader) = self.reader.take() {
            let _ = reader.join();
        }
    }
}
