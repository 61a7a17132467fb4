//! Applying a PATCH request to a resource.

use super::{Applied, PatchRequest};
use crate::error::ScimError;
use crate::resource::Resource;
use crate::resource_type::ResourceType;

impl PatchRequest {
    /// Applies every operation in order; all of them, or none when one fails.
    ///
    /// # Errors
    ///
    /// `mutability` for a read-only attribute and for an immutable one that has another value,
    /// `noTarget` when a filter selects nothing that could be replaced or removed, `invalidValue`
    /// when a value doesn't fit its attribute or a required attribute would be gone.
    pub fn apply(
        &self,
        kind: &ResourceType,
        resource: &mut Resource,
    ) -> Result<Applied, ScimError> {
        todo!()
    }
}
