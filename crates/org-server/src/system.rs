//! What is special to a system: whose files and folders are.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// Opens a new file for its owner alone (0600); one that is there is emptied.
///
/// # Errors
/// When it can't be made.
pub(crate) fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Takes from everybody but its owner what they may do with a file or a folder.
///
/// # Errors
/// When it isn't ours.
#[cfg(unix)]
pub(crate) fn protect(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode))
}

/// Elsewhere the folder's own access rules hold.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature as on Unix")]
pub(crate) fn protect(_path: &Path, _mode: u32) -> io::Result<()> {
    Ok(())
}
