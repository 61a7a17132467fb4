//! Programs that a release is made with, built from crates.io into `target/tools`.

use crate::step::{Problem, Step, root};

/// A crate and its version.
type Tool = (&'static str, &'static str);

/// What packages a crate's program on Linux, as `package.metadata` in its manifest says.
pub(super) const RELEASE: &[Tool] = &[("cargo-deb", "3.8.0"), ("cargo-generate-rpm", "0.21.1")];

/// What lists the crates below a program.
pub(super) const MATERIALS: &[Tool] = &[("cargo-cyclonedx", "0.5.9")];

/// Installs those that aren't there in this version.
pub(super) fn install(tools: &[Tool]) -> Result<(), Problem> {
    for (name, version) in tools {
        // cargo itself looks whether this version is there already.
        Step::cargo()
            .args(["install", "--quiet", "--locked", "--root"])
            .args([root().join("target/tools")])
            .args(["--version", version, name])
            .must()?;
    }
    Ok(())
}
