//! Whether a resource fulfils a filter.

use super::Filter;
use crate::resource::Resource;
use crate::resource_type::ResourceType;

impl Filter {
    /// Whether a resource in canonical form fulfils the filter.
    ///
    /// An attribute that the schemas don't have is absent.
    #[must_use]
    pub fn matches(&self, kind: &ResourceType, resource: &Resource) -> bool {
        todo!()
    }
}
