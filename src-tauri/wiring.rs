//! The composition root: the profile folder, the keychain, the network and the clock are chosen
//! here and nowhere else.

use std::path::PathBuf;
use std::sync::Arc;

use rollcall_app::{App, AppParts, InEnglish, Pace, SystemClock, default_home};
use rollcall_language::say;
use rollcall_remote::HttpConnector;
use rollcall_vault::Keychain;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::format;

use crate::program::{Answer, failure};

/// Opens the profile in a folder, or in the one that the system means for it.
///
/// # Errors
/// When this machine has no such folder, it can't be used, or no thread or TLS can be had.
pub(crate) fn open(home: Option<PathBuf>) -> Answer<App> {
    let home = home
        .or_else(default_home)
        .ok_or_else(|| failure("home_unusable", &say!("shell-no-home")))?;
    let vault = Keychain::system().map_err(|cause| failure("keychain_unusable", &cause))?;
    let connector = HttpConnector::new().map_err(|cause| failure("network_unusable", &cause))?;
    App::open(AppParts {
        home,
        program: "Rollcall",
        clock: Arc::new(SystemClock),
        vault: Arc::new(vault),
        connector: Arc::new(connector),
        key_file: None,
        token: None,
        pace: Pace::Running,
    })
}

/// Logs to standard error what `ROLLCALL_LOG` asks for (`warn`, `rollcall_sync=debug`, …); errors
/// alone without it. In English, for whoever mends the program.
pub(crate) fn log() {
    let filter =
        EnvFilter::try_from_env("ROLLCALL_LOG").unwrap_or_else(|_| EnvFilter::new("error"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .event_format(InEnglish(format()))
        .init();
}
