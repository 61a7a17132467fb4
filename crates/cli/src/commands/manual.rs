//! `manual`: the manual pages, made from the same arguments that the program reads.

use std::fs;
use std::path::Path;

use clap::CommandFactory;

use crate::arguments::Arguments;
use crate::stop::Stop;

/// Writes a page for the program and one for each command into a folder.
pub(crate) fn run(folder: &Path) -> Result<(), Stop> {
    fs::create_dir_all(folder)
        .and_then(|()| clap_mangen::generate_to(Arguments::command(), folder))
        .map_err(|cause| {
            let shown = folder.display();
            Stop::Undone(format!(
                "The manual pages can't be written into {shown}: {cause}."
            ))
        })
}
