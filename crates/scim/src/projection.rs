//! `attributes` and `excludedAttributes`: which part of a resource an answer holds
//! (RFC 7644, section 3.9).

use serde_json::{Map, Value};

use crate::attribute::{Attribute, Returned, Schema};
use crate::error::{ScimError, ScimType};
use crate::path::AttrPath;
use crate::resource::Resource;
use crate::resource_type::ResourceType;

/// What to answer of each resource. What is returned *always* is, whatever was asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Projection {
    /// What is returned by default.
    #[default]
    Default,
    /// These, and nothing else.
    Only(Vec<AttrPath>),
    /// The default without these.
    Without(Vec<AttrPath>),
}

impl Projection {
    /// Reads the two parameters: lists with commas. An empty one counts as absent.
    ///
    /// # Errors
    ///
    /// `invalidValue` when both are given, or a path can't be read.
    pub fn parse(attributes: Option<&str>, excluded: Option<&str>) -> Result<Self, ScimError> {
        let attributes = paths("attributes", attributes)?;
        let excluded = paths("excludedAttributes", excluded)?;
        match (attributes.is_empty(), excluded.is_empty()) {
            (true, true) => Ok(Self::Default),
            (false, true) => Ok(Self::Only(attributes)),
            (true, false) => Ok(Self::Without(excluded)),
            (false, false) => Err(ScimError::of(
                ScimType::InvalidValue,
                "attributes and excludedAttributes can't be given together.",
            )),
        }
    }

    /// Whether the core attribute `name` may be in the answer: lets a server skip the work for one
    /// that isn't (`members`, `groups`).
    #[must_use]
    pub fn wants(&self, name: &str) -> bool {
        let names = |path: &AttrPath| path.name.eq_ignore_ascii_case(name);
        match self {
            Self::Default => true,
            Self::Only(paths) => paths.iter().any(names),
            Self::Without(paths) => !paths.iter().any(|path| names(path) && path.sub.is_none()),
        }
    }

    /// The part of `resource` that was asked for.
    #[must_use]
    pub fn apply(&self, kind: &ResourceType, resource: &Resource) -> Resource {
        match self {
            Self::Default => resource.clone(),
            Self::Only(paths) => {
                let mut part = always(kind, resource);
                for path in paths {
                    keep(kind, path, resource, &mut part);
                }
                part
            }
            Self::Without(paths) => {
                let mut part = resource.clone();
                for path in paths {
                    leave_out(kind, path, &mut part);
                }
                part
            }
        }
    }
}

fn paths(name: &str, list: Option<&str>) -> Result<Vec<AttrPath>, ScimError> {
    let texts = list
        .unwrap_or_default()
        .split(',')
        .map(str::trim)
        .filter(|text| !text.is_empty());
    let unreadable = |text: &str| {
        ScimError::of(
            ScimType::InvalidValue,
            format!("{name} holds {text:?}, which is no path."),
        )
    };
    texts
        .map(|text| AttrPath::parse(text).ok_or_else(|| unreadable(text)))
        .collect()
}

/// The extension whose URN is the whole path: `…:2.0:User` is read as the attribute `User`.
fn whole_extension(kind: &ResourceType, path: &AttrPath) -> Option<&'static Schema> {
    kind.find_extension(&path.to_string())
}

fn is_always(kind: &ResourceType, name: &str) -> bool {
    kind.attribute(name)
        .is_some_and(|attribute| attribute.returned == Returned::Always)
}

fn always(kind: &ResourceType, resource: &Resource) -> Resource {
    let kept = resource.iter().filter(|(name, _)| is_always(kind, name));
    kept.map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

fn keep(kind: &ResourceType, path: &AttrPath, resource: &Resource, part: &mut Resource) {
    if let Some(extension) = whole_extension(kind, path) {
        if let Some(value) = resource.get(extension.urn) {
            part.insert(extension.urn.to_owned(), value.clone());
        }
        return;
    }
    let Some(located) = kind.locate(path) else {
        return;
    };
    let name = located.attribute.name;
    match located.extension {
        None => keep_in(resource, name, located.sub, part),
        Some(extension) => {
            let Some(Value::Object(from)) = resource.get(extension.urn) else {
                return;
            };
            let into = part
                .entry(extension.urn)
                .or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(into) = into {
                keep_in(from, name, located.sub, into);
            }
        }
    }
}

fn keep_in(from: &Resource, name: &str, sub: Option<&Attribute>, into: &mut Resource) {
    let (Some(value), Some(sub)) = (from.get(name), sub) else {
        if let Some(value) = from.get(name) {
            into.insert(name.to_owned(), value.clone());
        }
        return;
    };
    let part_of = |value: &Value, before: Option<&Value>| {
        let mut members = before
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default();
        if let Some(part) = value.get(sub.name) {
            members.insert(sub.name.to_owned(), part.clone());
        }
        Value::Object(members)
    };
    let before = into.get(name);
    let part = match value {
        Value::Array(values) => {
            let before = |index| before.and_then(|before| before.get(index));
            let parts = values
                .iter()
                .enumerate()
                .map(|(index, value)| part_of(value, before(index)));
            Value::Array(parts.collect())
        }
        value => part_of(value, before),
    };
    into.insert(name.to_owned(), part);
}

fn leave_out(kind: &ResourceType, path: &AttrPath, part: &mut Resource) {
    if let Some(extension) = whole_extension(kind, path) {
        part.remove(extension.urn);
        return;
    }
    let Some(located) = kind.locate(path) else {
        return;
    };
    if located.leaf().returned == Returned::Always {
        return;
    }
    let name = located.attribute.name;
    match located.extension {
        None => leave_out_in(part, name, located.sub),
        Some(extension) => {
            if let Some(Value::Object(members)) = part.get_mut(extension.urn) {
                leave_out_in(members, name, located.sub);
            }
        }
    }
}

fn leave_out_in(members: &mut Resource, name: &str, sub: Option<&Attribute>) {
    let Some(sub) = sub else {
        members.remove(name);
        return;
    };
    match members.get_mut(name) {
        Some(Value::Array(values)) => {
            for members in values.iter_mut().filter_map(Value::as_object_mut) {
                members.remove(sub.name);
            }
        }
        Some(Value::Object(members)) => {
            members.remove(sub.name);
        }
        _ => {}
    }
}
