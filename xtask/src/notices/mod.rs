//! `cargo xtask notices`: whose work is inside of each program of a release, with the licences of it.

mod crates;
mod interface;
mod text;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use text::Notices;

use crate::programs::{self, WINDOW};
use crate::setup;
use crate::step::{Problem, Step, root};

/// For what they are.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Of what is linked for another target, by its triple.
    #[arg(long, value_name = "TRIPLE")]
    target: Option<String>,
}

/// Sets up, builds the interface, and writes the notices.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Problem> {
    setup::for_notices()?;
    crate::interface::build()?;
    write(arguments.target.as_deref())?;
    println!("The notices are in target/notices.");
    Ok(ExitCode::SUCCESS)
}

/// What the notices are called, in a folder of each program and in its packages.
pub(crate) const FILE: &str = "THIRD-PARTY-NOTICES.txt";

/// Where the notices of a program lie.
pub(crate) fn folder(program: &str) -> PathBuf {
    root().join("target/notices").join(program)
}

/// Writes the notices of every program; the tools are there, and the interface is built. A part whose
/// licence `deny.toml` doesn't accept, or that comes without a text, is an error.
pub(crate) fn write(target: Option<&str>) -> Result<(), Problem> {
    let rust = |asked: &[&str]| {
        let told = Step::new("rustc").args(asked).printed();
        told.ok_or("rustc doesn't say what it is")
    };
    let target = target.map_or_else(
        || rust(&["--print", "host-tuple"]),
        |triple| Ok(triple.into()),
    )?;
    let accepted = crates::accepted()?;
    let apache = fs::read_to_string(root().join("LICENSE-APACHE"))?;
    for program in programs::all() {
        let mut notices = Notices::default();
        fs::create_dir_all(folder(program.name))?;
        crates::add(&mut notices, program, &target, &accepted)?;
        // It is linked too, and no crate of a registry.
        let standard = format!("the standard library of Rust ({})", rust(&["--version"])?);
        notices.add("Apache-2.0", &apache, standard);
        if program.name == WINDOW.name {
            interface::add(&mut notices, &accepted, &apache)?;
        }
        fs::write(folder(program.name).join(FILE), notices.of(program.name))?;
    }
    Ok(())
}
