//! What is special to a system: files and folders of their owner's alone, and when a write is on the disk.

use std::path::Path;

/// Whether a flush leaves the disk's own cache unwritten unless SQLite is told to ask for more.
pub(crate) const FLUSHES_HALFWAY: bool = cfg!(target_os = "macos");

/// Makes the folder (0700) if it is missing.
pub(crate) fn make_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Options that open a file of ours for writing, and make it 0600.
pub(crate) fn private_file() -> std::fs::OpenOptions {
    let mut options = std::fs::OpenOptions::new();
    options.create(true).write(true).read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
