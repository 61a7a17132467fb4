//! Whether a resource fulfils a filter.

use std::cmp::Ordering;

use serde_json::{Map, Value};

use super::check::{compared, sub_attribute};
use super::{Comparison, Filter, Literal};
use crate::attribute::{Attribute, Kind};
use crate::path::AttrPath;
use crate::resource::Resource;
use crate::resource_type::ResourceType;

/// A text as it is compared without case. Who answers filters from an index stores and binds this.
#[must_use]
pub fn fold(text: &str) -> String {
    text.to_lowercase()
}

impl Filter {
    /// Whether a resource in canonical form fulfils the filter.
    ///
    /// An attribute that the schemas don't have is absent. What is absent is equal to null, not equal
    /// to anything else, and neither greater nor less. Of several values one is enough.
    #[must_use]
    pub fn matches(&self, kind: &ResourceType, resource: &Resource) -> bool {
        evaluate(self, &|path| {
            let located = kind.locate(path)?;
            let container = match located.extension {
                Some(extension) => resource.get(extension.urn).and_then(Value::as_object),
                None => Some(resource),
            };
            let value = container.and_then(|members| members.get(located.attribute.name));
            let mut values = value.map(spread).unwrap_or_default();
            if let Some(sub) = located.sub {
                values = values
                    .iter()
                    .filter_map(|value| value.get(sub.name))
                    .collect();
            }
            Some((located.leaf(), values))
        })
    }

    /// Whether one value of a multi-valued complex attribute fulfils the filter within `[…]`.
    pub(crate) fn matches_value(&self, attribute: &Attribute, value: &Map<String, Value>) -> bool {
        evaluate(self, &|path| {
            let sub = sub_attribute(attribute, path)?;
            Some((sub, value.get(sub.name).map(spread).unwrap_or_default()))
        })
    }
}

/// What a path leads to: its definition, and the values that are there.
type Found<'a> = Option<(&'static Attribute, Vec<&'a Value>)>;

fn spread(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(values) => values.iter().collect(),
        value => vec![value],
    }
}

fn evaluate<'a>(filter: &Filter, find: &dyn Fn(&AttrPath) -> Found<'a>) -> bool {
    match filter {
        Filter::Present(path) => {
            find(path).is_some_and(|(_, values)| values.into_iter().any(is_present))
        }
        Filter::Compare { path, op, literal } => match find(path) {
            Some((leaf, values)) => compare(leaf, &values, *op, literal),
            None => compare_absent(*op, literal),
        },
        Filter::Values { path, filter } => find(path).is_some_and(|(attribute, values)| {
            let mut objects = values.into_iter().filter_map(Value::as_object);
            objects.any(|value| filter.matches_value(attribute, value))
        }),
        Filter::And(operands) => operands.iter().all(|operand| evaluate(operand, find)),
        Filter::Or(operands) => operands.iter().any(|operand| evaluate(operand, find)),
        Filter::Not(operand) => !evaluate(operand, find),
    }
}

fn is_present(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(values) => values.iter().any(is_present),
        Value::Object(members) => members.values().any(is_present),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

fn compare_absent(op: Comparison, literal: &Literal) -> bool {
    match op {
        Comparison::Equal => *literal == Literal::Null,
        Comparison::NotEqual => *literal != Literal::Null,
        _ => false,
    }
}

fn compare(leaf: &Attribute, values: &[&Value], op: Comparison, literal: &Literal) -> bool {
    let Some(definition) = compared(leaf) else {
        return false;
    };
    let mut values = values
        .iter()
        .filter_map(|value| match value {
            Value::Object(members) => members.get(definition.name),
            value => Some(*value),
        })
        .filter(|value| !value.is_null())
        .peekable();
    if values.peek().is_none() {
        return compare_absent(op, literal);
    }
    values.any(|value| holds(definition, value, op, literal))
}

fn holds(definition: &Attribute, value: &Value, op: Comparison, literal: &Literal) -> bool {
    if let (
        Comparison::Contains | Comparison::StartsWith | Comparison::EndsWith,
        Value::String(value),
    ) = (op, value)
    {
        let Literal::Text(part) = literal else {
            return false;
        };
        let (value, part) = if definition.case_exact {
            (value.clone(), part.clone())
        } else {
            (fold(value), fold(part))
        };
        return match op {
            Comparison::Contains => value.contains(&part),
            Comparison::StartsWith => value.starts_with(&part),
            _ => value.ends_with(&part),
        };
    }
    let order = order(definition, value, literal);
    match op {
        Comparison::Equal => order == Some(Ordering::Equal),
        Comparison::NotEqual => order != Some(Ordering::Equal),
        Comparison::Greater => order == Some(Ordering::Greater),
        Comparison::GreaterOrEqual => order.is_some_and(Ordering::is_ge),
        Comparison::Less => order == Some(Ordering::Less),
        Comparison::LessOrEqual => order.is_some_and(Ordering::is_le),
        Comparison::Contains | Comparison::StartsWith | Comparison::EndsWith => false,
    }
}

/// How a value stands to a literal; `None` where they can't be compared.
fn order(definition: &Attribute, value: &Value, literal: &Literal) -> Option<Ordering> {
    match (value, literal) {
        (Value::String(value), Literal::Text(literal)) => match definition.kind {
            Kind::DateTime => {
                Some(crate::wire::instant(value)?.cmp(&crate::wire::instant(literal)?))
            }
            _ if definition.case_exact => Some(value.cmp(literal)),
            _ => Some(fold(value).cmp(&fold(literal))),
        },
        (Value::Bool(value), Literal::Bool(literal)) => Some(value.cmp(literal)),
        (Value::Number(value), Literal::Number(literal)) => {
            match (value.as_i64(), literal.as_i64()) {
                (Some(value), Some(literal)) => Some(value.cmp(&literal)),
                _ => value.as_f64()?.partial_cmp(&literal.as_f64()?),
            }
        }
        _ => None,
    }
}
