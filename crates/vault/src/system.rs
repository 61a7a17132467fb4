//! What is special to a system: files of their owner's alone, and how each keychain says what is wrong.

use std::error::Error;
use std::fs::{File, OpenOptions};
use std::io;

/// Lets a file that is made be its owner's alone (0600).
#[cfg(unix)]
pub(crate) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600)
}

/// On Windows the folder's access list decides, which a profile folder has right.
#[cfg(not(unix))]
pub(crate) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

/// Whether others than its owner can read a file: of the opened one, not of the path, so that what is
/// checked is what is read.
///
/// # Errors
/// When the system doesn't say.
#[cfg(unix)]
pub(crate) fn is_exposed(file: &File) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    Ok(file.metadata()?.permissions().mode() & 0o077 != 0)
}

/// On Windows the folder's access list decides, which a profile folder has right.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature as on Unix")]
pub(crate) fn is_exposed(_file: &File) -> io::Result<bool> {
    Ok(false)
}

/// Whether a refused access means that there is nothing that could be unlocked: on Linux a Secret
/// Service without a default keyring, on macOS any.
#[cfg(target_os = "linux")]
pub(crate) fn is_missing(cause: &(dyn Error + Send + Sync + 'static)) -> bool {
    matches!(cause.downcast_ref(), Some(secret_service::Error::NoResult))
}

/// Whether a refused access means that there is nothing that could be unlocked: on Linux a Secret
/// Service without a default keyring, on macOS any.
#[cfg(not(target_os = "linux"))]
pub(crate) fn is_missing(_cause: &(dyn Error + Send + Sync + 'static)) -> bool {
    cfg!(target_os = "macos")
}

/// Whether a failure of the platform is a person's no: macOS reports a refusal or a dismissed prompt
/// this way, elsewhere the service went away.
pub(crate) const FAILURE_IS_A_REFUSAL: bool = cfg!(target_os = "macos");

/// Whether this is how a session's bus says that it lets nobody speak to the keychain, as a sandbox may have
/// it: on Linux alone.
pub(crate) fn bus_forbids(said: &str) -> bool {
    cfg!(target_os = "linux") && said.contains("org.freedesktop.DBus.Error.AccessDenied")
}
