//! The database key, as a type that can't be printed by mistake.

use std::fmt;

use rollcall_language::say;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// The raw 256-bit key of an organization's two files. It prints as `<redacted>` and its memory is
/// wiped when it goes.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(Zeroizing<[u8; 32]>);

/// Why bytes can't be a key. The bytes themselves are never repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("faults-key-invalid"))]
pub struct InvalidKey;

impl Key {
    /// A new key from the operating system's randomness.
    ///
    /// # Errors
    /// When the operating system gives none.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = Zeroizing::new([0; 32]);
        getrandom::fill(&mut *bytes)?;
        Ok(Self(bytes))
    }

    /// Takes a key kept elsewhere.
    ///
    /// # Errors
    /// When it hasn't 32 bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, InvalidKey> {
        let bytes: [u8; 32] = bytes.try_into().map_err(|_| InvalidKey)?;
        Ok(Self(Zeroizing::new(bytes)))
    }

    /// The secret itself: for the keychain or a key file, nowhere else.
    #[must_use]
    pub fn reveal(&self) -> &[u8; 32] {
        &self.0
    }

    /// The statement's value by which SQLCipher takes the key raw, without deriving it.
    pub(crate) fn pragma_value(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(67));
        text.push_str("x'");
        for byte in self.0.iter() {
            for digit in [byte >> 4, byte & 15] {
                text.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
            }
        }
        text.push('\'');
        text
    }

    /// A check value that tells this key from another, and tells nothing about it: the key is random,
    /// so half of a hash can't be searched.
    pub(crate) fn check_value(&self) -> [u8; 16] {
        let mut hash = Sha256::new();
        hash.update(b"rollcall database key check\0");
        hash.update(*self.0);
        let mut value = [0; 16];
        value.copy_from_slice(&hash.finalize()[..16]);
        value
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<redacted>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_never_prints_itself() {
        assert_eq!(
            format!("{:?}", Key::from_bytes(&[7; 32]).unwrap()),
            "<redacted>"
        );
    }

    #[test]
    fn a_key_of_another_length_is_refused() {
        assert_eq!(Key::from_bytes(&[7; 31]), Err(InvalidKey));
    }

    #[test]
    fn sqlcipher_gets_the_key_raw() {
        let key = Key::from_bytes(&[0xa5; 32]).unwrap();
        assert_eq!(
            *key.pragma_value(),
            format!("x'{}'", "a5".repeat(32)),
            "no derivation from a text"
        );
    }
}
