//! What every command at the server's own console begins and ends with: the organization in its folder,
//! and lines on standard output.

use std::error::Error;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use rollcall_model::{SystemClock, visible};
use rollcall_org_server::{DataPlace, OrgServer, Settings};

/// What can be refused here.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error("{0} holds no organization")]
    NoOrganization(String),
    #[error("could not write the answer")]
    Output(#[source] io::Error),
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
    let server = opened_before(folder)?;
    if !server.is_founded()? {
        return Err(Refused::NoOrganization(folder.display().to_string()).into());
    }
    Ok(server)
}

/// The organization in this folder, or what one left that was deleted.
pub(super) fn founded_once(folder: &Path) -> Result<OrgServer, Box<dyn Error>> {
    let server = opened_before(folder)?;
    if !server.is_founded()? && !server.was_deleted()? {
        return Err(Refused::NoOrganization(folder.display().to_string()).into());
    }
    Ok(server)
}

fn opened_before(folder: &Path) -> Result<OrgServer, Box<dyn Error>> {
    // A mistyped folder must not become an empty organization.
    if DataPlace::Folder(folder.to_owned()).is_unused() {
        return Err(Refused::NoOrganization(folder.display().to_string()).into());
    }
    open(folder)
}

/// Writes a line of these cells on standard output.
pub(super) fn say(cells: &[&str]) -> Result<(), Box<dyn Error>> {
    Ok(write_cells(&mut io::stdout().lock(), cells).map_err(Refused::Output)?)
}

/// Writes a line of these cells, with tabs between them. A name in one of them is anybody's.
pub(super) fn write_cells(to: &mut impl Write, cells: &[&str]) -> io::Result<()> {
    let cells: Vec<_> = cells.iter().copied().map(visible).collect();
    writeln!(to, "{}", cells.join("\t"))
}
