//! From text to tree. `scim_v2` holds the grammar; the limits are checked before it sees a byte.

use super::Filter;
use crate::error::ScimError;
use crate::resource_type::ResourceType;

impl Filter {
    /// Reads a filter.
    ///
    /// # Errors
    ///
    /// `invalidFilter` when it is longer than [`super::MAX_LENGTH`], nests deeper than
    /// [`super::MAX_DEPTH`] or isn't in the grammar.
    pub fn parse(text: &str) -> Result<Self, ScimError> {
        todo!()
    }

    /// Whether the filter makes sense for this kind of resource.
    ///
    /// # Errors
    ///
    /// `invalidFilter` when an attribute is none of the schemas', or a comparison doesn't fit its
    /// type: order of booleans, a number against a text, a time that is none.
    pub fn check(&self, kind: &ResourceType) -> Result<(), ScimError> {
        todo!()
    }
}
