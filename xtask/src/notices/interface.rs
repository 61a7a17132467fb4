//! What Vite has bundled into the interface, as it lists it beside the page.

use std::fs;

use serde::Deserialize;

use super::text::Notices;
use crate::step::{Problem, root};

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    identifier: Option<String>,
    text: Option<String>,
}

/// Adds the npm packages of the window. One under the Apache licence may come without its text, in
/// which nothing differs from package to package.
pub(super) fn add(notices: &mut Notices, accepted: &[String], apache: &str) -> Result<(), Problem> {
    let listed = fs::read_to_string(root().join("ui/dist/licenses.json"))?;
    let packages: Vec<Package> = serde_json::from_str(&listed)?;
    for package in packages {
        let named = format!("{} {} (npm)", package.name, package.version);
        let license = package.identifier.unwrap_or_default();
        let Some(chosen) = license
            .split(" OR ")
            .find(|one| accepted.iter().any(|other| other == one))
        else {
            return Err(
                format!("{named} is under {license:?}, which deny.toml doesn't accept").into(),
            );
        };
        let text = match (&package.text, chosen) {
            (Some(text), _) => text,
            (None, "Apache-2.0") => apache,
            (None, _) => {
                return Err(format!("{named} comes without the text of its licence").into());
            }
        };
        // Where there is a choice, the text may be of either.
        notices.add(&license, text, named);
    }
    Ok(())
}
