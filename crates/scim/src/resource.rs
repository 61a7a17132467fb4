//! A resource as a server keeps and answers it: a JSON object in canonical form.

use serde_json::{Map, Value};

use crate::attribute::{Attribute, Mutability};
use crate::error::{ScimError, ScimType};
use crate::resource_type::ResourceType;
use crate::value::Reading;

/// A resource in canonical form: attribute names in their schemas' spelling, extensions under their
/// full URNs, nothing that no schema declares. Made by [`ResourceType::accept`], changed by
/// [`crate::patch::PatchRequest::apply`].
pub type Resource = Map<String, Value>;

impl ResourceType {
    /// Checks the body of a POST or PUT and brings it into canonical form.
    ///
    /// Names are compared without case; unknown attributes are dropped, and so are read-only ones
    /// (RFC 7644, sections 3.3 and 3.5.1); null and empty arrays count as absent (RFC 7643,
    /// section 2.5); `schemas` is made from what is there.
    ///
    /// # Errors
    ///
    /// `invalidSyntax` when the body is no object or its `schemas` name another resource,
    /// `invalidValue` when a required attribute is missing, a value doesn't fit its attribute, or a
    /// name occurs twice in different case.
    pub fn accept(&self, body: &Value) -> Result<Resource, ScimError> {
        let body = body.as_object().ok_or_else(|| {
            ScimError::of(ScimType::InvalidSyntax, "The body is not a JSON object.")
        })?;
        let mut resource = Resource::new();
        for (name, value) in body {
            if name.eq_ignore_ascii_case("schemas") {
                self.check_schemas(value)?;
            } else if let Some(extension) = self.find_extension(name) {
                let reading = Reading {
                    path: extension.urn,
                    separator: ':',
                };
                let members = reading.members(extension.attributes, value)?;
                insert_once(&mut resource, extension.urn, members.map(Value::Object))?;
            } else if let Some(attribute) = self.attribute(name) {
                let value = Reading::of(attribute).value(attribute, value)?;
                insert_once(&mut resource, attribute.name, value)?;
            }
        }
        if let Some(missing) = self.missing(&resource) {
            return Err(ScimError::of(
                ScimType::InvalidValue,
                format!("{missing} is required."),
            ));
        }
        self.set_schemas(&mut resource);
        Ok(resource)
    }

    /// Makes `schemas` from what the resource holds: the core schema, and each extension with a value.
    pub fn set_schemas(&self, resource: &mut Resource) {
        let extensions = self.extensions.iter().map(|extension| extension.urn);
        let held = extensions.filter(|urn| resource.contains_key(*urn));
        let urns = std::iter::once(self.schema.urn)
            .chain(held)
            .map(Value::from)
            .collect();
        resource.insert("schemas".to_owned(), Value::Array(urns));
    }

    /// Whether `after` may follow `before`, as far as immutable attributes go: one that has a value
    /// keeps it.
    ///
    /// # Errors
    ///
    /// `mutability`, with the attribute's name.
    pub fn check_immutable(&self, before: &Resource, after: &Resource) -> Result<(), ScimError> {
        let immutable = self.schema.attributes.iter().filter(|attribute| {
            attribute.mutability == Mutability::Immutable && before.contains_key(attribute.name)
        });
        for attribute in immutable {
            if before.get(attribute.name) != after.get(attribute.name) {
                return Err(ScimError::of(
                    ScimType::Mutability,
                    format!("{} can't be changed.", attribute.name),
                ));
            }
        }
        Ok(())
    }

    /// The first required core attribute that a resource lacks.
    pub(crate) fn missing(&self, resource: &Resource) -> Option<&'static str> {
        let required = self
            .schema
            .attributes
            .iter()
            .filter(|attribute| attribute.required);
        required
            .map(|attribute| attribute.name)
            .find(|name| !resource.contains_key(*name))
    }

    fn check_schemas(&self, value: &Value) -> Result<(), ScimError> {
        let mut urns = value
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str);
        if urns.any(|urn| urn.eq_ignore_ascii_case(self.schema.urn)) {
            return Ok(());
        }
        Err(ScimError::of(
            ScimType::InvalidSyntax,
            format!("schemas must be a list with {}.", self.schema.urn),
        ))
    }
}

/// Keeps a value; the same name in two spellings is nobody's intention.
fn insert_once(resource: &mut Resource, name: &str, value: Option<Value>) -> Result<(), ScimError> {
    let Some(value) = value else {
        return Ok(());
    };
    match resource.insert(name.to_owned(), value) {
        None => Ok(()),
        Some(_) => Err(ScimError::of(
            ScimType::InvalidValue,
            format!("{name} is given twice."),
        )),
    }
}

/// Whether a client may not write an attribute.
pub(crate) fn is_read_only(attribute: &Attribute) -> bool {
    attribute.mutability == Mutability::ReadOnly
}
