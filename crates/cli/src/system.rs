//! What is special to a system: who else can read a file, and what a file descriptor is.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// Whether others than its owner can read a file: of the opened one, so that what is checked is what is
/// read. A pipe has no other readers.
///
/// # Errors
/// When the system doesn't say.
#[cfg(unix)]
pub(crate) fn is_exposed(file: &File) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    let metadata = file.metadata()?;
    Ok(metadata.is_file() && metadata.permissions().mode() & 0o077 != 0)
}

/// On Windows the folder's access list decides.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature as on Unix")]
pub(crate) fn is_exposed(_file: &File) -> io::Result<bool> {
    Ok(false)
}

/// Opens what is behind a file descriptor; `None` where there are none.
#[cfg(unix)]
pub(crate) fn descriptor(number: u32) -> Option<io::Result<File>> {
    Some(File::open(format!("/dev/fd/{number}")))
}

/// Opens what is behind a file descriptor; `None` where there are none.
#[cfg(not(unix))]
pub(crate) fn descriptor(_number: u32) -> Option<io::Result<File>> {
    None
}

/// Makes a file that isn't there yet, for its owner alone.
///
/// # Errors
/// When it is there, or can't be made.
pub(crate) fn create_for_owner(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    // On Windows the folder's access list decides.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
