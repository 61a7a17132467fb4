//! Hands an address to the system's browser: one that Rust looked up, never one that the page names.

use rollcall_language::say;

use crate::program::{Answer, failure};

/// Opens it.
///
/// # Errors
/// `no_browser` when nothing opens it.
pub(crate) fn open(address: &str) -> Answer<()> {
    open::that_detached(address).map_err(|cause| {
        failure(
            "no_browser",
            &say!("shell-no-browser", cause = cause.to_string()),
        )
    })
}
