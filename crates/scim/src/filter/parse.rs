//! From text to tree. `scim_v2` holds the grammar; the limits are checked before it sees a byte.

use std::borrow::Cow;
use std::fmt::Display;

use scim_v2::filter as grammar;

use super::{Comparison, Filter, Literal, MAX_DEPTH, MAX_LENGTH};
use crate::error::{ScimError, ScimType};
use crate::json::nests_deeper;
use crate::path::AttrPath;

impl Filter {
    /// Reads a filter.
    ///
    /// # Errors
    ///
    /// `invalidFilter` when it is longer than [`MAX_LENGTH`], nests deeper than [`MAX_DEPTH`] or
    /// isn't in the grammar.
    pub fn parse(text: &str) -> Result<Self, ScimError> {
        within_limits(text).map_err(|detail| {
            ScimError::of(ScimType::InvalidFilter, format!("The filter {detail}."))
        })?;
        let filter: grammar::Filter = spaced(text).parse().map_err(|error| {
            let detail = format!("The filter can't be read: {}.", first_line(&error));
            ScimError::of(ScimType::InvalidFilter, detail)
        })?;
        Ok(filter.into())
    }
}

/// Whether a filter or a PATCH path may be handed to the grammar; else the end of a sentence.
pub(crate) fn within_limits(text: &str) -> Result<(), String> {
    if text.len() > MAX_LENGTH {
        return Err(format!("is longer than {MAX_LENGTH} bytes"));
    }
    if nests_deeper(text.as_bytes(), MAX_DEPTH) {
        return Err(format!("nests deeper than {MAX_DEPTH} levels"));
    }
    Ok(())
}

/// A space between each `not` and its parenthesis: the RFC's grammar needs none, and `scim_v2` does.
pub(crate) fn spaced(text: &str) -> Cow<'_, str> {
    let mut quoted = false;
    let mut escaped = false;
    let mut copied = 0;
    let mut out = String::new();
    for (at, sign) in text.char_indices() {
        match sign {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '(' if !quoted && ends_with_not(&text[..at]) => {
                out.push_str(&text[copied..at]);
                out.push(' ');
                copied = at;
            }
            _ => {}
        }
    }
    if out.is_empty() {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

fn ends_with_not(text: &str) -> bool {
    let word = text.rsplit([' ', '(', '[']).next().unwrap_or_default();
    word.eq_ignore_ascii_case("not")
}

/// What the grammar says of a text; the lines that follow list its tokens by names of its own.
pub(crate) fn first_line(error: &impl Display) -> String {
    let said = error.to_string();
    said.lines().next().unwrap_or_default().to_owned()
}

impl From<grammar::Filter> for Filter {
    fn from(filter: grammar::Filter) -> Self {
        match filter {
            grammar::Filter::Attr(expression) => expression.into(),
            grammar::Filter::ValuePath(values) => Self::Values {
                path: values.attr.into(),
                filter: Box::new((*values.filter).into()),
            },
            grammar::Filter::Not(operand) => Self::Not(Box::new((*operand).into())),
            grammar::Filter::And(operands) => {
                Self::And(operands.into_iter().map(Self::from).collect())
            }
            grammar::Filter::Or(operands) => {
                Self::Or(operands.into_iter().map(Self::from).collect())
            }
        }
    }
}

impl From<grammar::ValFilter> for Filter {
    fn from(filter: grammar::ValFilter) -> Self {
        match filter {
            grammar::ValFilter::Attr(expression) => expression.into(),
            grammar::ValFilter::Not(operand) => Self::Not(Box::new((*operand).into())),
            grammar::ValFilter::And(operands) => {
                Self::And(operands.into_iter().map(Self::from).collect())
            }
            grammar::ValFilter::Or(operands) => {
                Self::Or(operands.into_iter().map(Self::from).collect())
            }
        }
    }
}

impl From<grammar::AttrExp> for Filter {
    fn from(expression: grammar::AttrExp) -> Self {
        match expression {
            grammar::AttrExp::Present(path) => Self::Present(path.into()),
            grammar::AttrExp::Comparison(path, op, value) => Self::Compare {
                path: path.into(),
                op: op.into(),
                literal: value.into(),
            },
        }
    }
}

impl From<grammar::AttrPath> for AttrPath {
    fn from(path: grammar::AttrPath) -> Self {
        Self {
            schema: path.uri,
            name: path.name,
            sub: path.sub_attr,
        }
    }
}

impl From<grammar::CompareOp> for Comparison {
    fn from(op: grammar::CompareOp) -> Self {
        match op {
            grammar::CompareOp::Eq => Self::Equal,
            grammar::CompareOp::Ne => Self::NotEqual,
            grammar::CompareOp::Co => Self::Contains,
            grammar::CompareOp::Sw => Self::StartsWith,
            grammar::CompareOp::Ew => Self::EndsWith,
            grammar::CompareOp::Gt => Self::Greater,
            grammar::CompareOp::Ge => Self::GreaterOrEqual,
            grammar::CompareOp::Lt => Self::Less,
            grammar::CompareOp::Le => Self::LessOrEqual,
        }
    }
}

impl From<grammar::CompValue> for Literal {
    fn from(value: grammar::CompValue) -> Self {
        match value {
            grammar::CompValue::Null => Self::Null,
            grammar::CompValue::True => Self::Bool(true),
            grammar::CompValue::False => Self::Bool(false),
            grammar::CompValue::Number(number) => Self::Number(number),
            grammar::CompValue::Str(text) => Self::Text(text),
        }
    }
}
