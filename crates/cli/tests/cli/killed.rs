//! The program, killed at random moments: what it said is kept.

use std::path::Path;

use rollcall_torture::Ordeal;

/// How often it is killed in every run; `cargo xtask torture` kills more.
const KILLS: u32 = 25;

#[test]
fn nothing_is_lost_or_doubled_when_the_program_is_killed() {
    let ordeal = Ordeal {
        program: Path::new(env!("CARGO_BIN_EXE_rollcall-cli")),
        kills: KILLS,
        seed: 1,
    };
    let toll = ordeal.undergo();
    println!("{toll}");
    assert_eq!(toll.kills, KILLS, "it is killed, not only started");
    assert!(toll.promised > 0, "it did something between: {toll}");
    assert!(toll.wrong.is_empty(), "{toll}\n{}", toll.wrong.join("\n"));
}
