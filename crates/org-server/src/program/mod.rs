//! The program around the library: arguments, listener, TLS, signals, output.

mod args;
mod audit;
mod billing;
mod billing_args;
mod console;
mod manual;
mod serve;
mod system;
mod tls;
mod tokens;

use std::error::Error;
use std::process::ExitCode;

use clap::Parser as _;
use tracing_subscriber::EnvFilter;

use args::{Arguments, Command};

/// Exit status of a command that was refused or failed; clap itself ends wrong use with 2.
const FAILED: u8 = 1;

/// Runs the command that the arguments name.
pub(crate) fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let filter = EnvFilter::try_from_env("ROLLCALL_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    // Standard output belongs to the first line, which programs read.
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    let done = match arguments.command {
        None => serve::run(arguments.serve),
        Some(Command::Init(init)) => tokens::init(&init),
        Some(Command::Token(token)) => tokens::run(token),
        Some(Command::Plan(plan)) => billing::plan(plan),
        Some(Command::Subscription(subscription)) => billing::subscription(subscription),
        Some(Command::Invoice(invoice)) => billing::invoice(invoice),
        Some(Command::Audit(audit)) => audit::run(&audit),
        Some(Command::Manual { folder }) => manual::write(&folder),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(failure.as_ref());
            ExitCode::from(FAILED)
        }
    }
}

/// Says what failed and why, each cause once.
#[expect(
    clippy::print_stderr,
    reason = "this is what a program's standard error is for"
)]
fn complain(failure: &dyn Error) {
    let mut sentence = failure.to_string();
    let mut cause = failure.source();
    while let Some(error) = cause {
        sentence.push_str(": ");
        sentence.push_str(&error.to_string());
        cause = error.source();
    }
    eprintln!("rollcall-server: {sentence}");
}
