//! Tortures the program and says what it came to. Called by `cargo xtask torture`.
#![expect(clippy::print_stdout, reason = "a program: this is what it says")]

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use rollcall_torture::Ordeal;

/// Asks the real `rollcall-cli` for changes against a real server, and kills it at random moments. In the
/// end nothing may be lost, and nothing doubled.
#[derive(Parser)]
struct Arguments {
    /// How many times it is killed.
    #[arg(long, default_value_t = 100)]
    kills: u32,
    /// Where errands and moments come from.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The program [default: rollcall-cli beside this one]
    #[arg(long)]
    program: Option<PathBuf>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let Some(program) = arguments.program.or_else(beside) else {
        println!("Where is rollcall-cli? Name it by --program.");
        return ExitCode::FAILURE;
    };
    let ordeal = Ordeal {
        program: &program,
        kills: arguments.kills,
        seed: arguments.seed,
    };
    let toll = ordeal.undergo();
    for wrong in &toll.wrong {
        println!("{wrong}");
    }
    println!("{toll}");
    if toll.wrong.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The program as it was built with this one.
fn beside() -> Option<PathBuf> {
    let here = std::env::current_exe().ok()?;
    let name = format!("rollcall-cli{}", std::env::consts::EXE_SUFFIX);
    Some(here.parent()?.join(name))
}
