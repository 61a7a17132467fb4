//! From tree to text, so that a filter is built from values and never from pieces of text.

use std::fmt;

use super::{Comparison, Filter, Literal};

/// A text as a filter's literal, quotes included: whatever it holds, it stays one literal.
#[must_use]
pub fn quote(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

impl Comparison {
    /// The operator on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Equal => "eq",
            Self::NotEqual => "ne",
            Self::Contains => "co",
            Self::StartsWith => "sw",
            Self::EndsWith => "ew",
            Self::Greater => "gt",
            Self::GreaterOrEqual => "ge",
            Self::Less => "lt",
            Self::LessOrEqual => "le",
        }
    }
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Number(value) => write!(f, "{value}"),
            Self::Text(value) => f.write_str(&quote(value)),
        }
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Present(path) => write!(f, "{path} pr"),
            Self::Compare { path, op, literal } => write!(f, "{path} {} {literal}", op.as_str()),
            Self::Values { path, filter } => write!(f, "{path}[{filter}]"),
            Self::And(operands) => join(f, operands, " and "),
            Self::Or(operands) => join(f, operands, " or "),
            Self::Not(operand) => write!(f, "not ({operand})"),
        }
    }
}

/// Writes operands with parentheses around each that is itself a chain.
fn join(f: &mut fmt::Formatter<'_>, operands: &[Filter], word: &str) -> fmt::Result {
    for (index, operand) in operands.iter().enumerate() {
        if index > 0 {
            f.write_str(word)?;
        }
        match operand {
            Filter::And(_) | Filter::Or(_) => write!(f, "({operand})")?,
            _ => write!(f, "{operand}")?,
        }
    }
    Ok(())
}
