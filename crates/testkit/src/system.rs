//! What is special to a system: whose a file is.

use std::path::Path;

/// Takes from everybody but its owner what they may do with a file (0600). On Windows the folder's access
/// list decides.
///
/// # Panics
/// When it isn't ours.
#[cfg(unix)]
pub fn owner_only(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::Permissions::from_mode(0o600);
    std::fs::set_permissions(path, mode).expect("a file of the test is ours");
}

/// Takes from everybody but its owner what they may do with a file (0600). On Windows the folder's access
/// list decides.
#[cfg(not(unix))]
pub fn owner_only(_path: &Path) {}
