//! Applying a PATCH request to a resource.

use serde_json::{Map, Value};

use super::edit::{self, Site};
use super::{Applied, Op, Operation, PatchRequest, Target};
use crate::error::{ScimError, ScimType};
use crate::path::AttrPath;
use crate::resource::Resource;
use crate::resource_type::{Located, ResourceType};

impl PatchRequest {
    /// Applies every operation in order; all of them, or none when one fails.
    ///
    /// Setting what is so already, adding a value that is there, and removing one that is gone change
    /// nothing and are no errors.
    ///
    /// # Errors
    ///
    /// `mutability` for a read-only attribute, for an immutable one that has another value, and when a
    /// required attribute would be gone; `noTarget` when a filter selects nothing that could be
    /// replaced; `invalidPath` for an unknown attribute in a value without a path; `invalidValue` when
    /// a value doesn't fit its attribute.
    pub fn apply(
        &self,
        kind: &ResourceType,
        resource: &mut Resource,
    ) -> Result<Applied, ScimError> {
        let mut next = resource.clone();
        for operation in &self.operations {
            operation.apply(kind, &mut next)?;
        }
        if let Some(missing) = kind.missing(&next) {
            return Err(ScimError::of(
                ScimType::Mutability,
                format!("{missing} is required and can't be removed."),
            ));
        }
        if next.contains_key("schemas") {
            kind.set_schemas(&mut next);
        }
        if next == *resource {
            return Ok(Applied::Unchanged);
        }
        *resource = next;
        Ok(Applied::Changed)
    }
}

impl Operation {
    fn apply(&self, kind: &ResourceType, resource: &mut Resource) -> Result<(), ScimError> {
        match &self.target {
            Target::Resource => self.members(kind, resource, &self.value, None),
            Target::Extension(extension) if self.op == Op::Remove => {
                for attribute in extension.attributes {
                    let path = AttrPath {
                        schema: Some(extension.urn.to_owned()),
                        ..AttrPath::new(attribute.name)
                    };
                    // What only the server writes stays.
                    if !crate::resource::is_read_only(attribute) {
                        self.attribute(kind, resource, &path, &Value::Null)?;
                    }
                }
                Ok(())
            }
            Target::Extension(extension) => {
                self.members(kind, resource, &self.value, Some(extension.urn))
            }
            Target::Attribute(path) => self.attribute(kind, resource, path, &self.value),
            Target::Values { path, filter, sub } => {
                let located = locate(kind, path)?;
                let sub = sub.as_deref().and_then(|name| located.attribute.sub(name));
                with_container(resource, &located, |container| {
                    let site = Site {
                        path: &path.to_string(),
                        attribute: located.attribute,
                    };
                    edit::chosen(container, site, filter, sub, self.op, &self.value)
                })
            }
        }
    }

    /// Each member of `value` as an attribute of the resource, or of the extension `urn`.
    fn members(
        &self,
        kind: &ResourceType,
        resource: &mut Resource,
        value: &Value,
        urn: Option<&str>,
    ) -> Result<(), ScimError> {
        let Value::Object(members) = value else {
            return Err(ScimError::of(
                ScimType::InvalidValue,
                "The value of an operation without an attribute in its path must be an object.",
            ));
        };
        for (name, value) in members {
            if name.eq_ignore_ascii_case("schemas") {
                continue;
            }
            if let (None, Some(extension)) = (urn, kind.find_extension(name)) {
                self.members(kind, resource, value, Some(extension.urn))?;
                continue;
            }
            let path = AttrPath::parse(name).map(|path| match urn {
                Some(urn) => AttrPath {
                    schema: Some(urn.to_owned()),
                    ..path
                },
                None => path,
            });
            let path = path.ok_or_else(|| unknown(name))?;
            self.attribute(kind, resource, &path, value)?;
        }
        Ok(())
    }

    fn attribute(
        &self,
        kind: &ResourceType,
        resource: &mut Resource,
        path: &AttrPath,
        value: &Value,
    ) -> Result<(), ScimError> {
        let located = locate(kind, path)?;
        with_container(resource, &located, |container| {
            let site = Site {
                path: &path.to_string(),
                attribute: located.attribute,
            };
            match located.sub {
                None => edit::whole(container, site, self.op, value),
                Some(sub) => edit::part(container, site, sub, self.op, value),
            }
        })
    }
}

fn locate(kind: &ResourceType, path: &AttrPath) -> Result<Located, ScimError> {
    kind.locate(path).ok_or_else(|| unknown(&path.to_string()))
}

fn unknown(name: &str) -> ScimError {
    ScimError::of(ScimType::InvalidPath, format!("No schema has {name}."))
}

/// Runs `edit` on the object that holds the attribute: the resource, or its extension, which comes and
/// goes with its first and last attribute.
fn with_container(
    resource: &mut Resource,
    located: &Located,
    edit: impl FnOnce(&mut Map<String, Value>) -> Result<(), ScimError>,
) -> Result<(), ScimError> {
    let Some(extension) = located.extension else {
        return edit(resource);
    };
    let mut container = match resource.remove(extension.urn) {
        Some(Value::Object(members)) => members,
        _ => Map::new(),
    };
    let outcome = edit(&mut container);
    if !container.is_empty() {
        resource.insert(extension.urn.to_owned(), Value::Object(container));
    }
    outcome
}
