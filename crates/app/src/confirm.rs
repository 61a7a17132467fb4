//! What a person must type before something risky: compared, and asked for in words.

use rollcall_language::say;

use crate::Failure;
use crate::view::Confirm;

impl Confirm {
    /// Goes on when what is asked for was typed, in any case.
    ///
    /// # Errors
    /// `not_confirmed` otherwise.
    pub(crate) fn holds_against(&self, typed: Option<&str>) -> Result<(), Failure> {
        let typed = typed.unwrap_or_default().trim();
        if typed.to_lowercase() == self.text.to_lowercase() {
            return Ok(());
        }
        let cure = say!("confirm-typed", reason = self.reason, text = self.text);
        Err(Failure::new("not_confirmed", cure).on_field("typed"))
    }
}
