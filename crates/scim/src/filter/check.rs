//! Whether a filter makes sense for a kind of resource, before anything is compared.

use super::{Comparison, Filter, Literal};
use crate::attribute::{Attribute, Kind};
use crate::error::{ScimError, ScimType};
use crate::path::AttrPath;
use crate::resource_type::ResourceType;

impl Filter {
    /// Whether the filter makes sense for this kind of resource.
    ///
    /// # Errors
    ///
    /// `invalidFilter` when an attribute is none of the schemas', or a comparison doesn't fit its
    /// type: an order of booleans, a number against a text, a time that is none.
    pub fn check(&self, kind: &ResourceType) -> Result<(), ScimError> {
        check(self, &|path| {
            kind.locate(path).map(|located| *located.leaf())
        })
    }

    /// The same for the filter within `attribute[…]`, whose paths are sub-attributes.
    pub(crate) fn check_values(&self, attribute: &Attribute) -> Result<(), ScimError> {
        check(self, &|path| sub_attribute(attribute, path).copied())
    }
}

/// The sub-attribute that a path within brackets names.
pub(super) fn sub_attribute(attribute: &Attribute, path: &AttrPath) -> Option<&'static Attribute> {
    let is_plain = path.schema.is_none() && path.sub.is_none();
    is_plain.then(|| attribute.sub(&path.name)).flatten()
}

/// What a comparison looks at: of a multi-valued complex attribute its `value`.
pub(super) fn compared(leaf: &Attribute) -> Option<&Attribute> {
    match leaf.kind {
        Kind::Complex if leaf.multi_valued => leaf.sub("value"),
        Kind::Complex => None,
        _ => Some(leaf),
    }
}

fn check(filter: &Filter, find: &dyn Fn(&AttrPath) -> Option<Attribute>) -> Result<(), ScimError> {
    let known = |path: &AttrPath| {
        find(path).ok_or_else(|| invalid(format!("The filter names {path}, which no schema has.")))
    };
    match filter {
        Filter::Present(path) => known(path).map(drop),
        Filter::Compare { path, op, literal } => {
            let leaf = known(path)?;
            let compared = compared(&leaf).ok_or_else(|| {
                invalid(format!(
                    "The filter compares {path}: name one of its sub-attributes."
                ))
            })?;
            if fits(compared.kind, *op, literal) {
                Ok(())
            } else {
                Err(invalid(format!(
                    "The filter compares {path} in a way that its type doesn't know: {filter}."
                )))
            }
        }
        Filter::Values { path, filter } => {
            let attribute = known(path)?;
            if attribute.kind != Kind::Complex {
                return Err(invalid(format!(
                    "The filter looks into {path}, which holds no parts."
                )));
            }
            filter.check_values(&attribute)
        }
        Filter::And(operands) | Filter::Or(operands) => {
            operands.iter().try_for_each(|operand| check(operand, find))
        }
        Filter::Not(operand) => check(operand, find),
    }
}

fn invalid(detail: String) -> ScimError {
    ScimError::of(ScimType::InvalidFilter, detail)
}

fn fits(kind: Kind, op: Comparison, literal: &Literal) -> bool {
    use Comparison::{Contains, EndsWith, Equal, NotEqual, StartsWith};

    let is_equality = matches!(op, Equal | NotEqual);
    let is_of_text = matches!(op, Contains | StartsWith | EndsWith);
    match (kind, literal) {
        (_, Literal::Null) => is_equality,
        (Kind::Boolean, Literal::Bool(_)) => is_equality,
        (Kind::Integer, Literal::Number(_)) => !is_of_text,
        (Kind::String | Kind::Reference, Literal::Text(_)) => true,
        (Kind::DateTime, Literal::Text(text)) => is_of_text || crate::wire::instant(text).is_some(),
        _ => false,
    }
}
