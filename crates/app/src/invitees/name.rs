//! A display name as somebody typed it.

use rollcall_language::say;
use rollcall_model::is_visible;
use unicode_normalization::UnicodeNormalization;

/// The longest name that servers keep, in characters.
const LONGEST: usize = 256;
/// Longer than any name whose letters are apart from their accents: not looked at further.
const HOPELESS: usize = 8 * LONGEST;

/// The name without the white space around it, in Unicode's composed form; `None` when nothing was typed. `Err` is a sentence
/// that names the cure.
pub(super) fn read(text: &str) -> Result<Option<String>, String> {
    let name: String = text.trim().chars().take(HOPELESS).nfc().collect();
    if name.is_empty() {
        return Ok(None);
    }
    if name.chars().nth(LONGEST).is_some() {
        return Err(say!("name-too-long", most = LONGEST));
    }
    if name.contains(char::REPLACEMENT_CHARACTER) {
        return Err(say!("name-unreadable"));
    }
    if name.chars().any(char::is_control) {
        return Err(say!("name-control"));
    }
    if !name.chars().any(is_visible) {
        return Err(say!("name-unseen"));
    }
    Ok(Some(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_any_script_is_a_name() {
        for name in [
            "Ana Ruiz",
            "نِیما",
            "山田 太郎",
            "O'Brien, \"Bob\"",
            "=1+1",
            "<b>x</b>",
        ] {
            assert_eq!(
                read(&format!(" {name}\t")),
                Ok(Some(name.to_owned())),
                "a name is text"
            );
        }
        assert_eq!(read("  "), Ok(None), "no name is no mistake");
    }

    #[test]
    fn a_name_that_nobody_can_read_is_refused() {
        for name in ["\u{200b}", "a\nb", "\u{1b}[31mAna", "An\u{fffd}"] {
            assert!(read(name).is_err(), "{name:?} is no name");
        }
        assert!(read(&"x".repeat(257)).is_err(), "a name has an end");
        assert!(
            read(&format!("a{}", "\u{301}".repeat(1_000))).is_err(),
            "1,000 accents are no name"
        );
    }
}
