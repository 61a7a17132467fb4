//! Cursors and delta tokens: small values that a client hands back without looking inside.
//!
//! They hold nothing that the client could not have asked for openly, so they are checked and not
//! signed: a forged one reads what its bearer may read anyway.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// As text for a URL.
pub(crate) fn seal(value: &impl Serialize) -> String {
    // Serializing our own plain structs can't fail; an empty text would be refused when it returns.
    let bytes = serde_json::to_vec(value).unwrap_or_default();
    hex(&bytes)
}

/// Back from text; `None` for what this program never wrote.
pub(crate) fn unseal<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_slice(&unhex(text)?).ok()
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| {
        char::from(byte)
            .to_digit(16)
            .and_then(|digit| u8::try_from(digit).ok())
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs
        .iter()
        .map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sealed_comes_back_and_nothing_else_does() {
        let value = ("Ünïcode".to_owned(), 7_i64);
        assert_eq!(unseal::<(String, i64)>(&seal(&value)), Some(value));
        for text in ["", "7", "zz", "é0", "7b7d", "\u{0}"] {
            assert_eq!(
                unseal::<(String, i64)>(text),
                None,
                "{text:?} was never given out"
            );
        }
    }
}
