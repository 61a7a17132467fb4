//! The shell: the only Rust that names Tauri. It wires the parts, opens the one window, and
//! hands each command of the page on to a use case.

mod arguments;
mod browser;
mod commands;
mod demo;
mod exports;
mod program;
mod register;
mod save_dialog;
mod stale;
mod window;
mod wiring;

use std::process::ExitCode;

use clap::Parser;
use tauri::{AppHandle, Manager, RunEvent};

use crate::arguments::Arguments;
use crate::program::Program;

/// Runs the program until its window is closed.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    wiring::log();
    let built = register::commands(tauri::Builder::default())
        .setup(move |app| {
            app.manage(Program::new(arguments));
            Ok(window::open(app)?)
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(at_event);
            ExitCode::SUCCESS
        }
        Err(problem) => {
            tracing::error!(%problem, "the window could not be opened");
            ExitCode::FAILURE
        }
    }
}

/// What isn't on the server yet stays in the outbox; engines and locks are let go of in order.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape that Tauri asks for"
)]
fn at_event(app: &AppHandle, event: RunEvent) {
    if let RunEvent::Exit = event {
        tauri::async_runtime::block_on(app.state::<Program>().close());
    }
}
