//! Asks the person at the terminal to type something risky's confirmation.

use std::io::{self, BufRead, IsTerminal};

use rollcall_app::view::Confirm;
use rollcall_language::say;

use crate::stop::Stop;

/// Asks; where nobody can answer, says why not and `what_else` can be done.
pub(crate) fn ask(confirm: &Confirm, what_else: &str) -> Result<String, Stop> {
    let input = io::stdin();
    if !input.is_terminal() {
        return Err(Stop::Undone(format!("{} {what_else}", confirm.reason)));
    }
    crate::note(&say!(
        "terminal-type",
        reason = confirm.reason,
        text = confirm.text
    ));
    let mut typed = String::new();
    input.lock().read_line(&mut typed)?;
    Ok(typed.trim().to_owned())
}
