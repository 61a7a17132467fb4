//! Where a token comes from: a file of its owner's, a file descriptor, or standard input. Never an
//! argument, which every process on the machine could read.

use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use rollcall_language::say;

use crate::stop::Stop;
use crate::system;

/// No token is longer; what is, is another file.
const LONGEST: u64 = 64 * 1024;

/// Where the token was said to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TokenSource {
    /// In this file.
    File(PathBuf),
    /// Behind this open file descriptor.
    Descriptor(u32),
}

impl TokenSource {
    /// Reads the token.
    pub(crate) fn read(&self) -> Result<String, Stop> {
        match self {
            Self::File(path) => read_file(path),
            Self::Descriptor(0) => read_all(io::stdin().lock(), &say!("terminal-standard-input")),
            Self::Descriptor(number) => read_descriptor(*number),
        }
    }
}

/// Reads the token from standard input, unless a person sits there, who would see it as they type.
pub(crate) fn read_standard_input() -> Result<String, Stop> {
    let input = io::stdin();
    if input.is_terminal() {
        return Err(Stop::WrongUse(say!("terminal-token-none")));
    }
    read_all(input.lock(), &say!("terminal-standard-input"))
}

fn read_file(path: &Path) -> Result<String, Stop> {
    let name = path.display().to_string();
    let file = File::open(path).map_err(|error| unreadable(&name, &error))?;
    if system::is_exposed(&file).map_err(|error| unreadable(&name, &error))? {
        return Err(Stop::Undone(say!("terminal-token-exposed", path = name)));
    }
    read_all(file, &name)
}

fn read_descriptor(number: u32) -> Result<String, Stop> {
    let name = say!("terminal-descriptor", number = number.to_string());
    let opened = system::descriptor(number)
        .ok_or_else(|| Stop::WrongUse(say!("terminal-token-no-descriptor")))?;
    read_all(opened.map_err(|error| unreadable(&name, &error))?, &name)
}

fn read_all(source: impl Read, name: &str) -> Result<String, Stop> {
    let mut text = String::new();
    source
        .take(LONGEST + 1)
        .read_to_string(&mut text)
        .map_err(|error| unreadable(name, &error))?;
    if text.len() as u64 > LONGEST {
        return Err(Stop::Undone(say!("terminal-token-too-long", place = name)));
    }
    Ok(text)
}

fn unreadable(name: &str, error: &io::Error) -> Stop {
    Stop::Undone(say!(
        "terminal-token-unreadable",
        place = name,
        cause = error.to_string()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_token_file_that_others_can_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("token");
        std::fs::write(&path, "planted-secret\n").unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        let source = TokenSource::File(path.clone());
        let refused = source.read().unwrap_err();
        assert!(
            refused.to_string().contains("chmod 600"),
            "it says what to do: {refused}"
        );
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        assert_eq!(
            source.read().unwrap(),
            "planted-secret\n",
            "its owner's file is read"
        );
    }

    #[test]
    fn a_file_too_long_for_a_token_is_refused_without_repeating_it() {
        let long = "x".repeat(70_000);
        let refused = read_all(long.as_bytes(), "the file").unwrap_err();
        assert_eq!(refused.to_string(), "the file is too long to be a token.");
    }
}
