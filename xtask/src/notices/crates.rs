//! What cargo-about finds below a program: crates, and the C that some of them bring.

use std::fs;

use serde::Deserialize;

use super::text::Notices;
use crate::programs::Program;
use crate::step::{Problem, Step, root};

#[derive(Deserialize)]
struct Found {
    licenses: Vec<License>,
}

#[derive(Deserialize)]
struct License {
    id: String,
    text: String,
    /// None where the crate brings no text, and this is the one that everybody uses.
    source_path: Option<String>,
    used_by: Vec<User>,
}

#[derive(Deserialize)]
struct User {
    #[serde(rename = "crate")]
    package: Package,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    authors: Vec<String>,
}

/// The licences that `deny.toml` lets in.
pub(super) fn accepted() -> Result<Vec<String>, Problem> {
    let rules: toml::Table = fs::read_to_string(root().join("deny.toml"))?.parse()?;
    Ok(rules["licenses"]["allow"].clone().try_into()?)
}

/// Adds what is linked into a program for a target.
pub(super) fn add(
    notices: &mut Notices,
    program: &Program,
    target: &str,
    accepted: &[String],
) -> Result<(), Problem> {
    let folder = super::folder(program.name);
    let (rules, found) = (folder.join("about.toml"), folder.join("found.json"));
    let ours = fs::read_to_string(root().join("packaging/about.toml"))?;
    fs::write(&rules, format!("accepted = {accepted:?}\n{ours}"))?;
    let warnings = Step::new(root().join("target/tools/bin/cargo-about"))
        .args([
            "about", "generate", "--locked", "--fail", "--format", "json",
        ])
        .args(["--target", target, "--manifest-path"])
        .args([root().join(program.folder).join("Cargo.toml")])
        .args(["--config".as_ref(), rules.as_os_str()])
        .args(["--output-file".as_ref(), found.as_os_str()])
        .warnings()?;
    // Only a warning to the tool, which goes on with a text in which no name stands.
    if warnings.contains("failed to validate all files") {
        return Err(format!("look again at packaging/about.toml:\n{warnings}").into());
    }
    let found: Found = serde_json::from_str(&fs::read_to_string(&found)?)?;
    for license in found.licenses {
        for User { package } in license.used_by {
            let mut named = format!("{} {}", package.name, package.version);
            if license.source_path.is_none() && !package.authors.is_empty() {
                named += &format!(", by {}", package.authors.join(", "));
            }
            notices.add(&license.id, &license.text, named);
        }
    }
    Ok(())
}
