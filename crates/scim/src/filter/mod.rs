//! Filters (RFC 7644, section 3.4.2.2): our own tree, a parser with limits, an evaluator, and the
//! way back to text.

mod check;
mod matching;
mod parse;
mod text;

use serde_json::Number;

use crate::path::AttrPath;

pub use matching::fold;
pub(crate) use parse::{first_line, spaced, within_limits};
pub use text::quote;

/// How many bytes a filter or a PATCH path may have.
pub const MAX_LENGTH: usize = 16 * 1024;
/// How deep parentheses and brackets may nest.
pub const MAX_DEPTH: usize = 32;

/// A filter expression. `And` and `Or` hold two or more operands.
#[derive(Debug, Clone, PartialEq)]
pub enum Filter {
    /// `path pr`: there is a value that isn't empty.
    Present(AttrPath),
    /// `path op literal`.
    Compare {
        /// What is compared.
        path: AttrPath,
        /// How.
        op: Comparison,
        /// With what.
        literal: Literal,
    },
    /// `path[filter]`: one of the values fulfils the whole inner filter, whose paths are
    /// sub-attributes.
    Values {
        /// The attribute whose values are looked at.
        path: AttrPath,
        /// What one of them must fulfil.
        filter: Box<Filter>,
    },
    /// Each of them.
    And(Vec<Filter>),
    /// At least one of them.
    Or(Vec<Filter>),
    /// Not this one.
    Not(Box<Filter>),
}

/// A comparison operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `eq`
    Equal,
    /// `ne`
    NotEqual,
    /// `co`
    Contains,
    /// `sw`
    StartsWith,
    /// `ew`
    EndsWith,
    /// `gt`
    Greater,
    /// `ge`
    GreaterOrEqual,
    /// `lt`
    Less,
    /// `le`
    LessOrEqual,
}

/// What an attribute is compared with.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// `null`: equal to an absent attribute.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text, unescaped.
    Text(String),
}
