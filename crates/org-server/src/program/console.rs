//! What every command at the server's own console begins and ends with: the organization in its folder,
//! and lines on standard output.

use std::error::Error;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use rollcall_model::SystemClock;
use rollcall_org_server::{DataPlace, OrgServer, Settings};

/// What can be refused here.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error("{0} holds no organization")]
    NoOrganization(String),
    #[error("could not write the answer")]
    Output(#[source] std::io::Error),
}

/// The folder, which may hold no organization yet.
pub(super) fn open(folder: &Path) -> Result<OrgServer, Box<dyn Error>> {
    let place = DataPlace::Folder(folder.to_owned());
    // No address is written by what is done here.
    Ok(OrgServer::open(
        &place,
        Arc::new(SystemClock),
        &Settings::new(""),
    )?)
}

/// The organization in this folder.
pub(super) fn founded(folder: &Path) -> Result<OrgServer, Box<dyn Error>> {
    // A mistyped folder must not become an empty organization.
    if DataPlace::Folder(folder.to_owned()).is_unused() {
        return Err(Refused::NoOrganization(folder.display().to_string()).into());
    }
    let server = open(folder)?;
    if !server.is_founded()? {
        return Err(Refused::NoOrganization(folder.display().to_string()).into());
    }
    Ok(server)
}

/// Writes a line of these cells, with tabs between them.
pub(super) fn say(cells: &[&str]) -> Result<(), Box<dyn Error>> {
    let line = cells.join("\t");
    Ok(writeln!(std::io::stdout().lock(), "{line}").map_err(Refused::Output)?)
}
