//! A program that a subcommand starts: its output is shown as it comes, and may be read along.

use std::ffi::OsStr;
use std::fmt::{self, Display};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::system::{NPM, NPX};

/// Why a subcommand can't go on.
pub(crate) type Problem = Box<dyn std::error::Error>;

/// The project's folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// One program with its arguments, run in the project's folder.
pub(crate) struct Step {
    command: Command,
}

impl Step {
    /// A program by its name.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        command.current_dir(root());
        Self { command }
    }

    /// The cargo that built this program.
    pub(crate) fn cargo() -> Self {
        Self::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    /// npm.
    pub(crate) fn npm() -> Self {
        Self::new(NPM)
    }

    /// npx, by which programs among the interface's packages are started.
    pub(crate) fn npx() -> Self {
        Self::new(NPX).args(["--no-install"])
    }

    /// Adds arguments.
    pub(crate) fn args<I: IntoIterator<Item: AsRef<OsStr>>>(mut self, arguments: I) -> Self {
        self.command.args(arguments);
        self
    }

    /// Sets a variable of the environment.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Sends what it prints into a file.
    pub(crate) fn output_to(mut self, file: File) -> Self {
        self.command.stdout(file);
        self
    }

    /// Runs it, and says whether it succeeded. The terminal belongs to it meanwhile.
    pub(crate) fn succeeds(mut self) -> Result<bool, Problem> {
        let shown = self.to_string();
        let status = self
            .command
            .status()
            .map_err(|cause| unstartable(&shown, &cause))?;
        Ok(status.success())
    }

    /// Runs it; a failure ends the subcommand.
    pub(crate) fn must(self) -> Result<(), Problem> {
        let shown = self.to_string();
        if self.succeeds()? {
            Ok(())
        } else {
            Err(format!("`{shown}` failed").into())
        }
    }

    /// Runs it, and hands over what it warned of; a failure ends the subcommand.
    pub(crate) fn warnings(mut self) -> Result<String, Problem> {
        let shown = self.to_string();
        let output = self
            .command
            .output()
            .map_err(|cause| unstartable(&shown, &cause))?;
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        if output.status.success() {
            Ok(told)
        } else {
            Err(format!("`{shown}` failed:\n{told}").into())
        }
    }

    /// Runs it without showing anything, and says whether it could be started and succeeded.
    pub(crate) fn works(mut self) -> bool {
        let quiet = self
            .command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        quiet.status().is_ok_and(|status| status.success())
    }

    /// Runs it without showing anything; what it printed, if it could be started and succeeded.
    pub(crate) fn printed(mut self) -> Option<String> {
        let output = self.command.stdin(Stdio::null()).output().ok()?;
        output
            .status
            .success()
            .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Runs it with nothing to read, shows its standard output line by line, and hands each line on.
    pub(crate) fn read_along(mut self, mut line_seen: impl FnMut(&str)) -> Result<bool, Problem> {
        let shown = self.to_string();
        let piped = self.command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = piped.spawn().map_err(|cause| unstartable(&shown, &cause))?;
        if let Some(output) = child.stdout.take() {
            let mut output = BufReader::new(output);
            let mut line = Vec::new();
            while output.read_until(b'\n', &mut line)? > 0 {
                io::stdout().write_all(&line)?;
                line_seen(String::from_utf8_lossy(&line).trim_end());
                line.clear();
            }
        }
        Ok(child.wait()?.success())
    }
}

impl Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let program = Path::new(self.command.get_program());
        write!(f, "{}", program.file_stem().unwrap_or_default().display())?;
        for argument in self.command.get_args() {
            write!(f, " {}", argument.display())?;
        }
        Ok(())
    }
}

fn unstartable(shown: &str, cause: &io::Error) -> Problem {
    format!("could not start `{shown}`: {cause}").into()
}
