//! Filters as SQL conditions (RFC 7644, section 3.4.2.2).
//!
//! SQL knows a third answer, NULL, where an attribute is absent; it counts as *no*, and `not` makes
//! sure of that before it turns the answer round.

use jiff::Timestamp;
use rollcall_scim::filter::{Comparison, Filter, Literal};
use rollcall_scim::{AttrPath, ScimError, ScimType};
use rusqlite::types::Value;

use super::Kind;
use super::columns::{Column, Compare, Elements, Place, place};
use super::sql::{Facts, Sql};
use crate::store::fold;

/// Appends the condition that `filter` stands for.
///
/// # Errors
///
/// `invalidFilter` when an attribute or a comparison makes no sense for this kind of resource.
pub(super) fn condition(
    out: &mut Sql,
    kind: Kind,
    filter: &Filter,
    facts: Facts<'_>,
) -> Result<(), ScimError> {
    match filter {
        Filter::And(operands) => chain(out, operands, " AND ", |out, operand| {
            condition(out, kind, operand, facts)
        }),
        Filter::Or(operands) => chain(out, operands, " OR ", |out, operand| {
            condition(out, kind, operand, facts)
        }),
        Filter::Not(operand) => negate(out, |out| condition(out, kind, operand, facts)),
        Filter::Present(path) => {
            match place(kind, path)? {
                Place::One(column) => present(out, column, facts),
                Place::Part(elements, part) => {
                    exists(out, elements, facts, |out| {
                        present(out, part, facts);
                        Ok(())
                    })?;
                }
                Place::Many(elements) => {
                    exists(out, elements, facts, |out| {
                        out.push("1");
                        Ok(())
                    })?;
                }
            }
            Ok(())
        }
        Filter::Compare { path, op, literal } => match place(kind, path)? {
            Place::One(column) => compare(out, column, path, *op, literal, facts),
            Place::Part(elements, part) => exists(out, elements, facts, |out| {
                compare(out, part, path, *op, literal, facts)
            }),
            Place::Many(elements) => {
                let part = elements.main_part().ok_or_else(|| incomparable(path))?;
                exists(out, elements, facts, |out| {
                    compare(out, part, path, *op, literal, facts)
                })
            }
        },
        Filter::Values { path, filter } => match place(kind, path)? {
            Place::Many(elements) => exists(out, elements, facts, |out| {
                inner(out, elements, filter, facts)
            }),
            Place::One(_) | Place::Part(..) => Err(incomparable(path)),
        },
    }
}

/// Whether a filter looks at what only those see who may see a workspace's settings.
pub(crate) fn restricts_to_settings(filter: &Filter) -> bool {
    match filter {
        Filter::And(operands) | Filter::Or(operands) => operands.iter().any(restricts_to_settings),
        Filter::Not(operand) => restricts_to_settings(operand),
        Filter::Present(path) | Filter::Compare { path, .. } | Filter::Values { path, .. } => {
            is_setting(path)
        }
    }
}

/// Everything of a workspace but its id, name and times.
pub(super) fn is_setting(path: &AttrPath) -> bool {
    Kind::Groups
        .resource_type()
        .locate(path)
        .is_none_or(|located| {
            !matches!(
                located.attribute.name,
                "id" | "displayName" | "schemas" | "meta"
            )
        })
}

/// A condition on one of several values.
fn inner(
    out: &mut Sql,
    elements: Elements,
    filter: &Filter,
    facts: Facts<'_>,
) -> Result<(), ScimError> {
    let part = |path: &AttrPath| {
        let plain = path.schema.is_none() && path.sub.is_none();
        elements
            .part(&path.name)
            .filter(|_| plain)
            .ok_or_else(|| incomparable(path))
    };
    match filter {
        Filter::And(operands) => chain(out, operands, " AND ", |out, operand| {
            inner(out, elements, operand, facts)
        }),
        Filter::Or(operands) => chain(out, operands, " OR ", |out, operand| {
            inner(out, elements, operand, facts)
        }),
        Filter::Not(operand) => negate(out, |out| inner(out, elements, operand, facts)),
        Filter::Present(path) => {
            present(out, part(path)?, facts);
            Ok(())
        }
        Filter::Compare { path, op, literal } => {
            compare(out, part(path)?, path, *op, literal, facts)
        }
        Filter::Values { path, .. } => Err(incomparable(path)),
    }
}

fn chain(
    out: &mut Sql,
    operands: &[Filter],
    word: &str,
    mut each: impl FnMut(&mut Sql, &Filter) -> Result<(), ScimError>,
) -> Result<(), ScimError> {
    out.push("(");
    for (index, operand) in operands.iter().enumerate() {
        if index > 0 {
            out.push(word);
        }
        each(out, operand)?;
    }
    out.push(")");
    Ok(())
}

fn negate(
    out: &mut Sql,
    operand: impl FnOnce(&mut Sql) -> Result<(), ScimError>,
) -> Result<(), ScimError> {
    out.push("NOT COALESCE(");
    operand(out)?;
    out.push(", 0)");
    Ok(())
}

fn exists(
    out: &mut Sql,
    elements: Elements,
    facts: Facts<'_>,
    value: impl FnOnce(&mut Sql) -> Result<(), ScimError>,
) -> Result<(), ScimError> {
    let Some(from) = elements.from else {
        out.push("(");
        value(out)?;
        out.push(")");
        return Ok(());
    };
    out.push("EXISTS (SELECT 1 ");
    out.push_column(from, facts);
    out.push(" (");
    value(out)?;
    out.push("))");
    Ok(())
}

fn present(out: &mut Sql, column: Column, facts: Facts<'_>) {
    out.push("COALESCE(");
    out.push_column(column.sql, facts);
    out.push(", '') <> ''");
}

fn compare(
    out: &mut Sql,
    column: Column,
    path: &AttrPath,
    op: Comparison,
    literal: &Literal,
    facts: Facts<'_>,
) -> Result<(), ScimError> {
    let push = |out: &mut Sql| {
        if column.compare == Compare::Fold {
            out.push("fold(");
            out.push_column(column.sql, facts);
            out.push(")");
        } else {
            out.push_column(column.sql, facts);
        }
    };
    if *literal == Literal::Null {
        push(out);
        match op {
            Comparison::Equal => out.push(" IS NULL"),
            Comparison::NotEqual => out.push(" IS NOT NULL"),
            _ => return Err(incomparable(path)),
        }
        return Ok(());
    }
    let value = value_for(column.compare, path, literal)?;
    let operator = match op {
        Comparison::Equal => " = ",
        Comparison::NotEqual => " IS NOT ",
        Comparison::Contains | Comparison::StartsWith | Comparison::EndsWith => {
            let Value::Text(text) = value else {
                return Err(incomparable(path));
            };
            part_of_text(out, push, op, text);
            return Ok(());
        }
        _ if column.compare == Compare::Bool => return Err(incomparable(path)),
        Comparison::Greater => " > ",
        Comparison::GreaterOrEqual => " >= ",
        Comparison::Less => " < ",
        Comparison::LessOrEqual => " <= ",
    };
    push(out);
    out.push(operator);
    match literal {
        // Written out: the planner looks at no value, and an index tells those of one from the others.
        Literal::Bool(true) => out.push("1"),
        Literal::Bool(false) => out.push("0"),
        _ => out.bind(value),
    }
    Ok(())
}

fn part_of_text(out: &mut Sql, push: impl Fn(&mut Sql), op: Comparison, text: String) {
    out.push("(");
    match op {
        // As a range, so that an index can answer it.
        Comparison::StartsWith => {
            push(out);
            out.push(" >= ");
            out.bind(text.clone());
            out.push(" AND ");
            push(out);
            out.push(" < ");
            out.bind(format!("{text}{}", char::MAX));
        }
        Comparison::EndsWith => {
            let length = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
            out.push("substr(");
            push(out);
            // The last zero characters would be all of them.
            out.push(if length == 0 { ", 1, 0) = " } else { ", -" });
            if length > 0 {
                out.push(&length.to_string());
                out.push(") = ");
            }
            out.bind(text);
        }
        _ => {
            out.push("instr(");
            push(out);
            out.push(", ");
            out.bind(text);
            out.push(") > 0");
        }
    }
    out.push(")");
}

fn value_for(compare: Compare, path: &AttrPath, literal: &Literal) -> Result<Value, ScimError> {
    let value = match (compare, literal) {
        (Compare::Exact, Literal::Text(text)) => Some(Value::Text(text.clone())),
        (Compare::Folded | Compare::Fold, Literal::Text(text)) => Some(Value::Text(fold(text))),
        (Compare::Bool, Literal::Bool(value)) => Some(Value::Integer(i64::from(*value))),
        (Compare::Integer, Literal::Number(number)) => number
            .as_i64()
            .map(Value::Integer)
            .or_else(|| number.as_f64().map(Value::Real)),
        (Compare::Time, Literal::Text(text)) => text.parse::<Timestamp>().ok().map(milliseconds),
        _ => None,
    };
    value.ok_or_else(|| incomparable(path))
}

/// Finer than a millisecond, it compares as a fraction: nothing kept is equal to it.
#[expect(
    clippy::cast_precision_loss,
    reason = "a millisecond of this era has 41 bits"
)]
fn milliseconds(at: Timestamp) -> Value {
    let whole = at.as_millisecond();
    let rest = at.as_nanosecond() - i128::from(whole) * 1_000_000;
    if rest == 0 {
        Value::Integer(whole)
    } else {
        Value::Real(whole as f64 + rest as f64 / 1e6)
    }
}

fn incomparable(path: &AttrPath) -> ScimError {
    ScimError::of(
        ScimType::InvalidFilter,
        format!("{path} can't be compared in this way, or with this value."),
    )
}
