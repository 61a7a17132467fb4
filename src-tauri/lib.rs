//! The shell: the only Rust that names Tauri. It wires the parts, opens the one window, and
//! hands each command of the page on to a use case.

mod window;

use std::process::ExitCode;

/// Runs the program until its window is closed.
#[must_use]
pub fn run() -> ExitCode {
    let built = tauri::Builder::default().setup(|app| Ok(window::open(app)?)).build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|_, _| {});
            ExitCode::SUCCESS
        }
        Err(problem) => {
            tracing::error!(%problem, "the window could not be opened");
            ExitCode::FAILURE
        }
    }
}
