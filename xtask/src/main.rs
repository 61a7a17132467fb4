//! What the README and CI call. One file per subcommand; this one only names them.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program that talks to the person who started it"
)]

mod bench;
mod check;
mod dist;
mod foreign;
mod interface;
mod notices;
mod programs;
mod run;
mod sbom;
mod setup;
mod simulate;
mod step;
mod system;
mod tally;
mod test;
mod torture;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Sets up, runs and tests Rollcall.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what building and testing need, where it is missing.
    ///
    /// System packages by apt-get on Debian and Ubuntu (asking before sudo), the interface's
    /// packages by npm, the test peers into target/venv. Elsewhere it names the packages and stops.
    Setup,
    /// Build the desktop program and open its window on the demo organization.
    Run(run::Arguments),
    /// Check format, lints, documentation and types, and run every test, the real window included.
    ///
    /// Goes on after a failure, and closes with one line: `N passed, N failed`.
    Test,
    /// Measure the bars of docs/performance.md, each beside its floor.
    Bench(bench::Arguments),
    /// Play schedules of work and faults from seeds, and look at what must always hold.
    Simulate(simulate::Arguments),
    /// Kill the real command-line program at random moments, and look at what became of its changes.
    Torture(torture::Arguments),
    /// The quick half of `test`: format, lints and the interface's types.
    Check(check::Arguments),
    /// Build the packages of a release into target/dist, with their checksums.
    ///
    /// On Linux .deb and .rpm of the desktop program, of rollcall-cli and of rollcall-server;
    /// elsewhere the system's own installers, and archives of the two programs.
    Dist(dist::Arguments),
    /// List what each program of a release is made of, as CycloneDX, into target/sbom.
    Sbom,
    /// Write whose work is inside of each program, with the licences of it, into target/notices.
    ///
    /// `dist` does so too, and puts them into the packages.
    Notices(notices::Arguments),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Setup => setup::everything(),
        Command::Run(arguments) => run::run(&arguments),
        Command::Test => test::run(),
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Simulate(arguments) => simulate::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Dist(arguments) => dist::run(&arguments),
        Command::Sbom => sbom::run(),
        Command::Notices(arguments) => notices::run(&arguments),
        Command::Torture(arguments) => torture::run(&arguments),
    };
    match done {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("xtask: {problem}");
            ExitCode::FAILURE
        }
    }
}
