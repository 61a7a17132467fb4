//! A key file in place of a keychain: 32 random bytes that protect no better than their folder.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use rollcall_language::say;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::{Secret, system};

/// How many bytes a key has.
const LENGTH: usize = 32;

/// Why a key file can't be used. It is left as it was.
#[derive(Debug, Error)]
pub enum KeyFileError {
    /// It can't be opened or read.
    #[error("{}", say!("faults-key-file-read", path = path.display().to_string()))]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// It can't be made.
    #[error("{}", say!("faults-key-file-make", path = path.display().to_string()))]
    Make {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// Others than its owner can read it.
    #[error("{}", say!("faults-key-file-exposed", path = path.display().to_string()))]
    Exposed {
        /// Which.
        path: PathBuf,
    },
    /// Not 32 bytes.
    #[error("{}", say!("faults-key-file-not-a-key", path = path.display().to_string()))]
    NotAKey {
        /// Which.
        path: PathBuf,
    },
}

/// Reads the key in a file that must be there.
///
/// # Errors
/// When it isn't there, others than its owner can read it (Unix), or it isn't a key.
pub fn read_key_file(path: &Path) -> Result<Secret, KeyFileError> {
    let failed = |source| KeyFileError::Read {
        path: path.to_owned(),
        source,
    };
    let mut file = File::open(path).map_err(failed)?;
    if system::is_exposed(&file).map_err(failed)? {
        return Err(KeyFileError::Exposed {
            path: path.to_owned(),
        });
    }
    // One byte more than a key has tells a longer file, however long it is.
    let mut bytes = Zeroizing::new(Vec::with_capacity(LENGTH + 1));
    (&mut file)
        .take(LENGTH as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if bytes.len() != LENGTH {
        return Err(KeyFileError::NotAKey {
            path: path.to_owned(),
        });
    }
    Ok(Secret::new(std::mem::take(&mut *bytes)))
}

/// Reads the key in a file, which is made with a new random key where there is none.
///
/// # Errors
/// As [`read_key_file`], and when it can't be made.
pub fn read_or_make_key_file(path: &Path) -> Result<Secret, KeyFileError> {
    match make(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => read_key_file(path),
        Err(source) => Err(KeyFileError::Make {
            path: path.to_owned(),
            source,
        }),
        Ok(secret) => Ok(secret),
    }
}

fn make(path: &Path) -> io::Result<Secret> {
    let mut options = OpenOptions::new();
    let mut file = system::private(options.write(true).create_new(true)).open(path)?;
    let mut key = Zeroizing::new(vec![0; LENGTH]);
    getrandom::fill(&mut key).map_err(io::Error::other)?;
    file.write_all(&key)?;
    // Databases will be encrypted with it: it must be there before they are.
    file.sync_all()?;
    Ok(Secret::new(std::mem::take(&mut *key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_and_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        let made = read_or_make_key_file(&path).unwrap();
        assert_eq!(made.reveal().len(), LENGTH);
        assert_eq!(
            read_or_make_key_file(&path).unwrap(),
            made,
            "an existing key is never replaced"
        );
        assert_eq!(read_key_file(&path).unwrap(), made);
    }

    #[cfg(unix)]
    #[test]
    fn a_key_file_that_others_can_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        read_or_make_key_file(&path).unwrap();
        assert_eq!(
            std::fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o600
        );
        for mode in [0o640, 0o604, 0o660] {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
            let refused = read_or_make_key_file(&path);
            assert!(
                matches!(refused, Err(KeyFileError::Exposed { .. })),
                "mode {mode:o} is refused"
            );
        }
    }

    #[test]
    fn a_file_that_is_no_key_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        read_or_make_key_file(&path).unwrap();
        for content in [&b""[..], b"short", &[7; 33]] {
            std::fs::write(&path, content).unwrap();
            assert!(matches!(
                read_or_make_key_file(&path),
                Err(KeyFileError::NotAKey { .. })
            ));
            assert_eq!(
                std::fs::read(&path).unwrap(),
                content,
                "a refused file is left as it was"
            );
        }
    }

    #[test]
    fn a_missing_key_file_is_not_made_by_reading() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("missing");
        assert!(matches!(
            read_key_file(&path),
            Err(KeyFileError::Read { .. })
        ));
        assert!(!path.exists());
    }
}
