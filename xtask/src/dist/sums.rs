//! The checksums of a release, in the form that `sha256sum --check` reads.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::step::Problem;

/// Writes one line for each file: its SHA-256 in hexadecimal, two spaces, its name.
pub(super) fn write(files: &[PathBuf], to: &Path) -> Result<(), Problem> {
    let mut text = String::new();
    for path in files {
        for byte in Sha256::digest(fs::read(path)?) {
            write!(text, "{byte:02x}")?;
        }
        let name = path.file_name().unwrap_or_default();
        writeln!(text, "  {}", name.display())?;
    }
    Ok(fs::write(to, text)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_what_sha256sum_writes() {
        let folder = std::env::temp_dir().join(format!("rollcall-sums-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (file, sums) = (folder.join("a.deb"), folder.join("SHA256SUMS"));
        fs::write(&file, "abc").unwrap();
        write(&[file], &sums).unwrap();
        let written = fs::read_to_string(&sums).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(
            written, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.deb\n",
            "the sum of `abc` stands in FIPS 180"
        );
    }
}
