//! What the page hands over as bytes, such as a file that a person chose: without a detour over text, and with
//! what belongs to it in headers beside it.

use rollcall_app::Failure;
use rollcall_language::say;
use tauri::ipc::{InvokeBody, Request};

use crate::program::{Answer, failure};

/// The bytes.
///
/// # Errors
/// `internal` for a page that sends anything else.
pub(crate) fn bytes<'a>(request: &'a Request<'_>) -> Answer<&'a [u8]> {
    match request.body() {
        InvokeBody::Raw(bytes) => Ok(bytes),
        InvokeBody::Json(_) => Err(not_whole()),
    }
}

/// What stands in a header; empty where there is none.
pub(crate) fn header<'a>(request: &'a Request<'_>, name: &str) -> &'a str {
    let value = request.headers().get(name);
    value
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}

/// A number that stands in a header.
///
/// # Errors
/// `internal` where there is none.
pub(crate) fn number(request: &Request<'_>, name: &str) -> Answer<u32> {
    header(request, name).parse().map_err(|_| not_whole())
}

fn not_whole() -> Failure {
    failure("internal", &say!("shell-file-as-bytes"))
}
