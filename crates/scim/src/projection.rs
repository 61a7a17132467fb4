//! `attributes` and `excludedAttributes`: which part of a resource an answer holds
//! (RFC 7644, section 3.9).

use crate::error::ScimError;
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
        todo!()
    }

    /// Whether the core attribute `name` may be in the answer: lets a server skip the work for one
    /// that isn't (`members`, `groups`).
    #[must_use]
    pub fn wants(&self, name: &str) -> bool {
        todo!()
    }

    /// The part of `resource` that was asked for.
    #[must_use]
    pub fn apply(&self, kind: &ResourceType, resource: &Resource) -> Resource {
        todo!()
    }
}
