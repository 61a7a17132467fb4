//! A resource as a server keeps and answers it: a JSON object in canonical form.

use serde_json::Value;

use crate::error::ScimError;
use crate::resource_type::ResourceType;

/// A resource in canonical form: attribute names in their schemas' spelling, extensions under their
/// full URNs, nothing that no schema declares. Made by [`ResourceType::accept`], changed by
/// [`crate::patch::PatchRequest::apply`].
pub type Resource = serde_json::Map<String, Value>;

impl ResourceType {
    /// Checks the body of a POST or PUT and brings it into canonical form.
    ///
    /// Names are compared without case; unknown attributes are dropped, and so are read-only ones
    /// (RFC 7644, sections 3.3 and 3.5.1); null and empty arrays count as absent (RFC 7643,
    /// section 2.5); `schemas` is made from what is there.
    ///
    /// # Errors
    ///
    /// `invalidSyntax` when the body is no object, `invalidValue` when a required attribute is
    /// missing or a value doesn't fit its attribute.
    pub fn accept(&self, body: &Value) -> Result<Resource, ScimError> {
        todo!()
    }

    /// Whether `after` may follow `before`, as far as immutable attributes go: one that has a value
    /// keeps it.
    ///
    /// # Errors
    ///
    /// `mutability`, with the attribute's name.
    pub fn check_immutable(&self, before: &Resource, after: &Resource) -> Result<(), ScimError> {
        todo!()
    }
}
