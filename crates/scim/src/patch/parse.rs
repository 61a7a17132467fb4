//! Reading a PATCH request.

use serde_json::Value;

use super::PatchRequest;
use crate::error::ScimError;
use crate::resource_type::ResourceType;

impl PatchRequest {
    /// Reads a request for this kind of resource. Names and operations are compared without case.
    ///
    /// # Errors
    ///
    /// `invalidSyntax` when it is no PATCH request, `invalidPath` when a path can't be read or leads
    /// nowhere, `noTarget` for a removal without a path, `invalidValue` for a missing value.
    pub fn parse(kind: &ResourceType, body: &Value) -> Result<Self, ScimError> {
        todo!()
    }
}
