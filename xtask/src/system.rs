//! Where the systems differ: names of programs, and what each installs programs from.

/// Whether this is Linux, where packages come from the system's own package manager.
pub(crate) const LINUX: bool = cfg!(target_os = "linux");

/// npm, which is a script on Windows.
pub(crate) const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// npx, which is a script on Windows.
pub(crate) const NPX: &str = if cfg!(windows) { "npx.cmd" } else { "npx" };

/// Python, by the name under which each system starts version 3.
pub(crate) const PYTHON: &str = if cfg!(windows) { "python" } else { "python3" };

/// Python inside of a virtual environment.
pub(crate) const OWN_PYTHON: &str = if cfg!(windows) {
    "Scripts/python.exe"
} else {
    "bin/python"
};

/// What Tauri bundles here: on Linux what it can without fetching anything.
pub(crate) const BUNDLES: &str = if LINUX {
    "deb,rpm"
} else if cfg!(windows) {
    "nsis,msi"
} else {
    "app,dmg"
};

/// What tells Tauri where a bundle holds the notices: on Linux where its distributions look for them,
/// elsewhere beside the program.
pub(crate) const NOTICES: &str = if LINUX {
    "packaging/linux/notices.json"
} else {
    "packaging/notices.json"
};

/// The ending of an archive that people here open with what they have.
pub(crate) const ARCHIVE: &str = if cfg!(windows) { "zip" } else { "tar.gz" };
