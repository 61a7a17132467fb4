//! The bearer token, as a type that can't be printed by mistake.

use std::fmt;

use rollcall_language::say;
use zeroize::Zeroizing;

/// The credential for an organization's API (RFC 6750). It prints as `<redacted>` and its memory is
/// wiped when it goes.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(Zeroizing<String>);

/// Why a text can't be a bearer token. The text itself is never repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidToken {
    /// Nothing but white space.
    Empty,
    /// A character that a header may not carry: white space inside, a control character, or one
    /// outside ASCII.
    ForbiddenCharacter,
}

impl fmt::Display for InvalidToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Empty => say!("faults-token-empty"),
            Self::ForbiddenCharacter => say!("faults-token-forbidden-character"),
        })
    }
}

impl std::error::Error for InvalidToken {}

impl Token {
    /// Takes a pasted token; white space around it (a pasted line break) is dropped.
    ///
    /// # Errors
    /// When nothing is left, or when a header could not carry it.
    pub fn parse(text: &str) -> Result<Self, InvalidToken> {
        let text = text.trim();
        if text.is_empty() {
            return Err(InvalidToken::Empty);
        }
        if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(InvalidToken::ForbiddenCharacter);
        }
        Ok(Self(Zeroizing::new(text.to_owned())))
    }

    /// The secret itself. For the request's header and the keychain, nowhere else.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<redacted>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_pasted_with_a_newline_is_taken_without_it() {
        assert_eq!(Token::parse(" abc\r\n").unwrap().reveal(), "abc");
    }

    #[test]
    fn a_token_that_a_header_cannot_carry_is_refused() {
        for text in ["a b", "a\nb", "a\u{7f}", "é"] {
            assert_eq!(
                Token::parse(text),
                Err(InvalidToken::ForbiddenCharacter),
                "{text:?}"
            );
        }
        assert_eq!(Token::parse("\n"), Err(InvalidToken::Empty));
    }

    #[test]
    fn a_token_never_prints_itself() {
        assert_eq!(
            format!("{:?}", Token::parse("secret").unwrap()),
            "<redacted>"
        );
    }
}
