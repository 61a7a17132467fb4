//! The journal's lines for people: as sentences, searched, written to files, and files checked.

pub(crate) mod file;
mod line;
mod question;
mod search;
pub(crate) mod sheet;
mod verdict;

pub(crate) use self::line::{missing, row};
pub(crate) use self::question::Question;
pub(crate) use self::search::Search;
pub(crate) use self::verdict::verified;
