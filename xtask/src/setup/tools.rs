//! Programs that a release is made with, built from crates.io into `target/tools`.

use crate::step::{Problem, Step, root};

/// A crate, its version, and the features that it needs to have a program.
type Tool = (&'static str, &'static str, &'static str);

/// What packages a crate's program on Linux, as `package.metadata` in its manifest says.
pub(super) const RELEASE: &[Tool] = &[
    ("cargo-deb", "3.8.0", ""),
    ("cargo-generate-rpm", "0.21.1", ""),
];

/// What lists the crates below a program.
pub(super) const MATERIALS: &[Tool] = &[("cargo-cyclonedx", "0.5.9", "")];

/// What reads the licences of the crates below a program.
pub(super) const NOTICES: &[Tool] = &[("cargo-about", "0.9.3", "cli")];

/// Installs those that aren't there in this version.
pub(super) fn install(tools: &[Tool]) -> Result<(), Problem> {
    for (name, version, features) in tools {
        // cargo itself looks whether this version is there already.
        Step::cargo()
            .args(["install", "--quiet", "--locked", "--root"])
            .args([root().join("target/tools")])
            .args(["--features", features, "--version", version, name])
            .must()?;
    }
    Ok(())
}
