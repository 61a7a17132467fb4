//! Changes to a workspace's members that a PATCH asks for one by one. They are read without the list
//! itself, because a workspace may have tens of thousands of members.

use std::collections::BTreeMap;

use rollcall_scim::filter::{Comparison, Filter, Literal};
use rollcall_scim::patch::{Op, Operation, PatchRequest, Target};
use rollcall_scim::{AttrPath, ScimError, ScimType};
use serde_json::Value;

/// Whether somebody is to be a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Yes.
    Member,
    /// No.
    Gone,
}

/// What a PATCH asks of the members, by user id; the last word on each counts.
pub(super) type MemberChanges = BTreeMap<String, Wanted>;

/// Splits a request into changes to single members and everything else; `None` where an operation
/// looks at the list as a whole.
pub(super) fn split(
    patch: &PatchRequest,
) -> Result<Option<(MemberChanges, PatchRequest)>, ScimError> {
    let mut changes = MemberChanges::new();
    let mut rest = Vec::new();
    for operation in &patch.operations {
        match part_of(operation)? {
            Part::Members(ids, wanted) => changes.extend(ids.into_iter().map(|id| (id, wanted))),
            Part::Else => rest.push(operation.clone()),
            Part::WholeList => return Ok(None),
        }
    }
    Ok(Some((changes, PatchRequest { operations: rest })))
}

/// The ids of a `members` attribute's values.
///
/// # Errors
///
/// `invalidValue` for a member that isn't a user.
pub(super) fn ids(values: &[Value]) -> Result<Vec<String>, ScimError> {
    values.iter().map(id).collect()
}

/// What an operation is about.
enum Part {
    /// These members.
    Members(Vec<String>, Wanted),
    /// The list of members, in a way that only the list itself can answer.
    WholeList,
    /// Other attributes.
    Else,
}

fn part_of(operation: &Operation) -> Result<Part, ScimError> {
    Ok(match &operation.target {
        Target::Attribute(path) if is_members(path) => {
            let values = match &operation.value {
                Value::Array(values) => values.as_slice(),
                value => std::slice::from_ref(value),
            };
            match operation.op {
                _ if path.sub.is_some() || operation.value.is_null() => Part::WholeList,
                Op::Add => Part::Members(ids(values)?, Wanted::Member),
                Op::Remove => Part::Members(ids(values)?, Wanted::Gone),
                Op::Replace => Part::WholeList,
            }
        }
        Target::Values {
            path,
            filter,
            sub: None,
        } if is_members(path) => match (operation.op, filter) {
            (
                Op::Remove,
                Filter::Compare {
                    path: part,
                    op: Comparison::Equal,
                    literal: Literal::Text(id),
                },
            ) if part.name.eq_ignore_ascii_case("value") && part.sub.is_none() => {
                Part::Members(vec![id.clone()], Wanted::Gone)
            }
            _ => Part::WholeList,
        },
        Target::Values { path, .. } if is_members(path) => Part::WholeList,
        Target::Resource => {
            let names_members = operation.value.as_object().is_some_and(|members| {
                members
                    .keys()
                    .any(|name| AttrPath::parse(name).is_none_or(|path| is_members(&path)))
            });
            if names_members {
                Part::WholeList
            } else {
                Part::Else
            }
        }
        Target::Attribute(_) | Target::Values { .. } | Target::Extension(_) => Part::Else,
    })
}

/// Without case, as all attribute names are; the core schema may be written out.
fn is_members(path: &AttrPath) -> bool {
    path.name.eq_ignore_ascii_case("members")
}

fn id(member: &Value) -> Result<String, ScimError> {
    let refuse = |what: &str| ScimError::of(ScimType::InvalidValue, what);
    let part = |name: &str| {
        let members = member.as_object()?;
        members
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))?
            .1
            .as_str()
    };
    if part("type").is_some_and(|kind| !kind.eq_ignore_ascii_case("User")) {
        return Err(refuse(
            "members.type must be User: workspaces hold no workspaces.",
        ));
    }
    part("value")
        .map(str::to_owned)
        .ok_or_else(|| refuse("members.value must be the id of a user."))
}
