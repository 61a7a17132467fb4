//! What a sentence is told: numbers as numbers, and texts so that their direction stays their own.

use fluent_bundle::FluentValue;

use crate::language;

/// What can stand in a sentence.
pub trait Argument {
    /// It, as the catalogue takes it.
    fn value(&self) -> FluentValue<'static>;
}

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl Argument for $number {
            fn value(&self) -> FluentValue<'static> {
                FluentValue::from(*self)
            }
        }
    )*};
}

numbers!(u8 u16 u32 u64 usize i32 i64);

impl Argument for str {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::from(if language::isolates() {
            isolated(self)
        } else {
            self.to_owned()
        })
    }
}

impl Argument for String {
    fn value(&self) -> FluentValue<'static> {
        self.as_str().value()
    }
}

impl<T: Argument + ?Sized> Argument for &T {
    fn value(&self) -> FluentValue<'static> {
        (**self).value()
    }
}

impl Argument for std::borrow::Cow<'_, str> {
    fn value(&self) -> FluentValue<'static> {
        self.as_ref().value()
    }
}

/// A text that is read from right to left, kept from turning the sentence around it (Unicode's FIRST
/// STRONG ISOLATE and POP DIRECTIONAL ISOLATE); others as they are, so that a name that is copied out of a
/// sentence is the name.
fn isolated(text: &str) -> String {
    if text.chars().any(right_to_left) {
        format!("\u{2068}{text}\u{2069}")
    } else {
        text.to_owned()
    }
}

/// Whether a character is of a script that is written from right to left: Hebrew to Arabic Extended-A,
/// their presentation forms, and the supplementary blocks that Unicode sets aside for such scripts.
fn right_to_left(character: char) -> bool {
    matches!(character,
        '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_text_from_right_to_left_is_isolated() {
        assert_eq!(isolated("Ana Ruiz"), "Ana Ruiz");
        assert_eq!(isolated("نور"), "\u{2068}نور\u{2069}");
        assert_eq!(isolated("דנה"), "\u{2068}דנה\u{2069}");
    }
}
