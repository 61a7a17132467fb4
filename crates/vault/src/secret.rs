//! Secret bytes, as a type that can't be printed or serialized by mistake.

use std::fmt;

use zeroize::Zeroizing;

/// Bytes that nobody else may see. They print as `<redacted>` and are wiped when they go.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<Vec<u8>>);

impl Secret {
    /// Takes the bytes over.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The bytes themselves. For the place that needs them, nowhere else.
    #[must_use]
    pub fn reveal(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<redacted>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_never_prints_itself() {
        assert_eq!(
            format!("{:?}", Secret::new(b"planted".to_vec())),
            "<redacted>"
        );
    }
}
