//! Reading a PATCH request.

use scim_v2::filter::PatchPath;
use serde_json::{Map, Value};

use super::{MAX_OPERATIONS, Op, Operation, PatchRequest, Target};
use crate::attribute::Kind;
use crate::error::{ScimError, ScimType};
use crate::filter::{Filter, first_line, spaced, within_limits};
use crate::json::member;
use crate::path::AttrPath;
use crate::resource_type::ResourceType;
use crate::schema;

impl PatchRequest {
    /// Reads a request for this kind of resource. Names and operations are compared without case.
    ///
    /// # Errors
    ///
    /// `invalidSyntax` when it is no PATCH request, `invalidPath` when a path can't be read or leads
    /// nowhere, `invalidFilter` when the filter in a path doesn't fit, `noTarget` for a removal
    /// without a path, `invalidValue` for a missing value.
    pub fn parse(kind: &ResourceType, body: &Value) -> Result<Self, ScimError> {
        let body = body
            .as_object()
            .ok_or_else(|| syntax("The body is not a JSON object."))?;
        if let Some(schemas) = member(body, "schemas") {
            let mut urns = schemas
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str);
            if !urns.any(|urn| urn.eq_ignore_ascii_case(schema::PATCH_OP)) {
                return Err(syntax(&format!(
                    "schemas must be a list with {}.",
                    schema::PATCH_OP
                )));
            }
        }
        let operations = member(body, "Operations")
            .and_then(Value::as_array)
            .filter(|operations| !operations.is_empty())
            .ok_or_else(|| syntax("Operations must be a list with at least one operation."))?;
        if operations.len() > MAX_OPERATIONS {
            return Err(ScimError::new(
                413,
                format!("More than {MAX_OPERATIONS} operations."),
            ));
        }
        let operations = operations
            .iter()
            .map(|operation| Operation::parse(kind, operation));
        Ok(Self {
            operations: operations.collect::<Result<_, _>>()?,
        })
    }
}

impl Operation {
    fn parse(kind: &ResourceType, operation: &Value) -> Result<Self, ScimError> {
        let operation = operation
            .as_object()
            .ok_or_else(|| syntax("An operation is not a JSON object."))?;
        let op = Op::parse(operation)?;
        let target = match member(operation, "path") {
            None | Some(Value::Null) => Target::Resource,
            Some(Value::String(path)) => Target::parse(kind, path)?,
            Some(_) => return Err(invalid_path("The path of an operation is not a text.")),
        };
        let value = member(operation, "value").cloned();
        match (op, &target, value) {
            (Op::Remove, Target::Resource, _) => {
                Err(ScimError::of(ScimType::NoTarget, "A removal needs a path."))
            }
            (Op::Remove, _, value) => Ok(Self {
                op,
                target,
                value: value.unwrap_or_default(),
            }),
            (Op::Add | Op::Replace, _, Some(value)) => Ok(Self { op, target, value }),
            (Op::Add | Op::Replace, _, None) => Err(ScimError::of(
                ScimType::InvalidValue,
                "An addition or replacement needs a value.",
            )),
        }
    }
}

impl Op {
    fn parse(operation: &Map<String, Value>) -> Result<Self, ScimError> {
        let name = member(operation, "op")
            .and_then(Value::as_str)
            .unwrap_or_default();
        [
            ("add", Self::Add),
            ("replace", Self::Replace),
            ("remove", Self::Remove),
        ]
        .into_iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name))
        .map(|(_, op)| op)
        .ok_or_else(|| syntax("The op of an operation must be add, replace or remove."))
    }
}

impl Target {
    pub(super) fn parse(kind: &ResourceType, text: &str) -> Result<Self, ScimError> {
        let text = text.trim();
        if text.eq_ignore_ascii_case(kind.schema.urn) {
            return Ok(Self::Resource);
        }
        if let Some(extension) = kind.find_extension(text) {
            return Ok(Self::Extension(extension));
        }
        if !text.contains('[') {
            let path = AttrPath::parse(text)
                .ok_or_else(|| invalid_path(&format!("The path {text:?} can't be read.")))?;
            return match kind.locate(&path) {
                Some(_) => Ok(Self::Attribute(path)),
                None => Err(invalid_path(&format!(
                    "The path names {path}, which no schema has."
                ))),
            };
        }
        Self::parse_values(kind, text)
    }

    /// The path with a filter: `members[value eq "…"].display`.
    fn parse_values(kind: &ResourceType, text: &str) -> Result<Self, ScimError> {
        within_limits(text).map_err(|detail| invalid_path(&format!("The path {detail}.")))?;
        let values = match spaced(text).parse() {
            Ok(PatchPath::Value(values)) => values,
            Ok(PatchPath::Attr(_)) => return Err(invalid_path("The path can't be read.")),
            Err(error) => {
                let said = first_line(&error);
                return Err(invalid_path(&format!("The path can't be read: {said}.")));
            }
        };
        let path = AttrPath::from(values.attr);
        let attribute = kind
            .locate(&path)
            .filter(|located| located.sub.is_none())
            .map(|located| located.attribute)
            .ok_or_else(|| invalid_path(&format!("The path names {path}, which no schema has.")))?;
        if attribute.kind != Kind::Complex || !attribute.multi_valued {
            return Err(invalid_path(&format!(
                "{path} is no list whose values could be chosen."
            )));
        }
        let sub = match values.sub_attr {
            None => None,
            Some(name) => match attribute.sub(&name) {
                Some(sub) => Some(sub.name.to_owned()),
                None => return Err(invalid_path(&format!("{path} has no {name}."))),
            },
        };
        let filter = Filter::from(values.filter);
        filter.check_values(attribute)?;
        Ok(Self::Values { path, filter, sub })
    }
}

fn syntax(detail: &str) -> ScimError {
    ScimError::of(ScimType::InvalidSyntax, detail)
}

fn invalid_path(detail: &str) -> ScimError {
    ScimError::of(ScimType::InvalidPath, detail)
}
