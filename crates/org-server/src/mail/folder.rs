//! Messages as files: one `.eml` each, for a mail server that collects them, or for a person who looks.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use super::carrier::Undelivered;
use super::{Message, Sender};
use crate::system;

/// Writes a message into the folder. Files sort by time; one that is there is whole.
pub(super) fn put(
    folder: &Path,
    name: &str,
    message: &Message,
    sender: &Sender,
) -> Result<(), Undelivered> {
    let mime = message
        .to_mime(sender)
        .ok_or_else(Undelivered::unwritable)?;
    write(folder, name, message, &mime.formatted()).map_err(|error| {
        // Where that is, is the operator's business: the reason goes to whoever invited.
        tracing::warn!(folder = %folder.display(), %error, "a message could not be written");
        Undelivered::Unreachable(format!(
            "The server could not write into its folder for messages: {error}."
        ))
    })
}

fn write(folder: &Path, name: &str, message: &Message, mime: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let at = message.sent_at.strftime("%Y%m%dT%H%M%S.%3fZ");
    let file = folder.join(format!("{at}-{name}.eml"));
    let part = file.with_extension("part");
    // There is a link in it that lets its reader in.
    let mut out = system::private_file(&part)?;
    out.write_all(mime)?;
    out.sync_all()?;
    fs::rename(part, file)
}
