//! `manual`: the manual pages, made from the same arguments that the program reads.

use std::error::Error;
use std::fs;
use std::path::Path;

use clap::CommandFactory;

use super::args::Arguments;

/// Writes a page for the program and one for each command into a folder.
///
/// # Errors
/// When the folder can't be made or written.
pub(super) fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    Ok(clap_mangen::generate_to(Arguments::command(), folder)?)
}
