//! Text that somebody else wrote, shown as text: nothing in it may move the cursor, hide or reorder what
//! stands around it.

use std::borrow::Cow;

/// Shows control characters as pictures (`␛`) and invisible formatting by its number (`<U+202E>`).
/// Joiners stay: Persian, Indic scripts and emoji need them.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_deceptive) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '\0'..='\x1f' => shown.push(picture(character)),
            '\x7f' => shown.push('␡'),
            other if is_deceptive(other) => shown.push_str(&format!("<U+{:04X}>", other as u32)),
            other => shown.push(other),
        }
    }
    Cow::Owned(shown)
}

/// Whether a character does something to its surroundings in place of being seen.
#[must_use]
pub fn is_deceptive(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'
                | '\u{2066}'..='\u{2069}'
                | '\u{feff}'
        )
}

/// Unicode has a picture for each of the first 32 control characters, in their order.
fn picture(control: char) -> char {
    char::from_u32(0x2400 + u32::from(control)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_steer_a_terminal_is_shown_and_not_sent() {
        for (text, shown) in [
            ("\u{1b}[31mAna", "␛[31mAna"),
            ("a\nb\tc\0", "a␊b␉c␀"),
            ("\u{9b}2J", "<U+009B>2J"),
            ("ana\u{202e}gpj", "ana<U+202E>gpj"),
            ("\u{200b}", "<U+200B>"),
            ("\u{7f}", "␡"),
        ] {
            assert_eq!(
                visible(text),
                shown,
                "nothing in a name reaches the terminal as a command"
            );
        }
    }

    #[test]
    fn names_of_every_script_stay_as_they_are() {
        for name in [
            "Zoë Ångström",
            "نِیما",
            "می\u{200c}خواهم",
            "山田 太郎",
            "👩\u{200d}🔬",
            "क्\u{200d}ष",
        ] {
            assert_eq!(visible(name), name, "letters and joiners are text");
        }
    }
}
