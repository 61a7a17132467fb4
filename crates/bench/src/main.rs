//! Runs the bars of `docs/performance.md` and prints one table. Called by `cargo xtask bench`.
#![expect(
    clippy::expect_used,
    reason = "what can't be prepared can't be measured"
)]

use std::path::PathBuf;

use clap::Parser;

mod bars;
mod measure;
mod report;

/// Runs the bars of docs/performance.md, each beside its floor, and prints one table.
#[derive(Parser)]
struct Arguments {
    /// Only these bars, by number, for example 1,3a,6,8.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// How many users the organization has.
    #[arg(long, default_value_t = 100_000)]
    users: u32,
    /// The seed from which they are made.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Where the figures go as JSON.
    #[arg(long, default_value = "target/bench.json")]
    json: PathBuf,
}

#[expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program: this is what it says"
)]
fn main() -> std::io::Result<()> {
    let arguments = Arguments::parse();
    let known: Vec<&str> = bars::ALL.iter().map(|(number, _)| *number).collect();
    if let Some(unknown) = arguments
        .only
        .iter()
        .find(|number| !known.contains(&number.as_str()))
    {
        eprintln!(
            "There is no bar {unknown}. Measured so far: {}.",
            known.join(", ")
        );
        std::process::exit(2);
    }
    let setting = bars::Setting {
        users: arguments.users,
        seed: arguments.seed,
    };
    let mut lines = Vec::new();
    for (number, run) in bars::ALL {
        if arguments.only.is_empty() || arguments.only.iter().any(|only| only == number) {
            eprintln!("Measuring bar {number} …");
            lines.extend(run(&setting));
        }
    }
    println!("{}", report::table(&lines));
    report::write_json(&lines, &arguments.json)
}
