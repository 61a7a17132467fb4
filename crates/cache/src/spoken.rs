//! Words that are made when somebody reads them: every access to a file says what it attempts, and nearly
//! none has to tell.

use std::fmt;

/// How words are made.
pub(crate) type Words = fn() -> String;

/// Words for people, in the language in use when they are read.
#[derive(Clone, Copy)]
pub struct Spoken(Words);

impl From<Words> for Spoken {
    fn from(words: Words) -> Self {
        Self(words)
    }
}

impl fmt::Display for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&(self.0)())
    }
}

impl fmt::Debug for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
