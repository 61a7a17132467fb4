//! The shell: the only Rust that names Tauri. It wires the parts, opens the one window, and
//! hands each command of the page on to a use case.

mod arguments;
mod browser;
mod commands;
mod demo;
mod exports;
mod handed;
mod program;
mod register;
mod save_dialog;
mod self_test;
mod stale;
mod system;
mod window;
mod wiring;

use std::process::ExitCode;

use clap::Parser;
use rollcall_language::{Surface, of_the_system, speak};
use tauri::{AppHandle, Builder, Manager, RunEvent, Wry};

use crate::arguments::Arguments;
use crate::program::Program;

/// Runs the program until its window is closed.
#[must_use]
pub fn run() -> ExitCode {
    // Until the page says what was chosen; help is said before there is one.
    speak(of_the_system(), Surface::Window);
    let mut arguments = Arguments::parse();
    if arguments.self_test {
        arguments.home = Some(self_test::folder());
    }
    wiring::log();
    if let Err(problem) = system::prepare() {
        tell(&problem);
        return ExitCode::FAILURE;
    }
    let built = system::at_home(window::remembered(one_of_its_kind(&arguments)));
    let built = register::commands(built)
        .setup(move |app| {
            let only_test = arguments.self_test;
            app.manage(Program::new(arguments));
            let opened = if only_test {
                self_test::start(app)
            } else {
                window::open(app)
            };
            Ok(opened?)
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

/// Says why there will be no window.
#[expect(
    clippy::print_stderr,
    reason = "where there is no window, a person is told at the terminal"
)]
fn tell(sentence: &str) {
    eprintln!("{sentence}");
}

/// A second start brings the first one's window forward. Whoever names a profile folder means that one,
/// whatever else is open.
fn one_of_its_kind(arguments: &Arguments) -> Builder<Wry> {
    let builder = Builder::default();
    if arguments.home.is_some() {
        return builder;
    }
    let first = |app: &AppHandle, _: Vec<String>, _: String| window::bring_forward(app);
    builder.plugin(tauri_plugin_single_instance::init(first))
}

/// What isn't on the server yet stays in the outbox; engines and locks are let go of in order.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape that Tauri asks for"
)]
fn at_event(app: &AppHandle, event: RunEvent) {
    system::at_event(app, &event);
    if let RunEvent::Exit = event {
        tauri::async_runtime::block_on(app.state::<Program>().close());
    }
}
