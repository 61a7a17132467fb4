//! `manual`: the manual pages, made from the same arguments that the program reads.

use std::fs;
use std::path::Path;

use clap::CommandFactory;
use rollcall_language::{for_the_record, say};

use crate::arguments::Arguments;
use crate::stop::Stop;

/// Writes a page for the program and one for each command into a folder: in English, since they are packed for
/// every reader.
pub(crate) fn run(folder: &Path) -> Result<(), Stop> {
    fs::create_dir_all(folder)
        .and_then(|()| for_the_record(|| clap_mangen::generate_to(Arguments::command(), folder)))
        .map_err(|cause| {
            Stop::Undone(say!(
                "terminal-manual-not-written",
                path = folder.display().to_string(),
                cause = cause.to_string()
            ))
        })
}
