//! `rollcall-server`: the organization server as a program.

mod program;

use std::process::ExitCode;

fn main() -> ExitCode {
    program::main()
}
