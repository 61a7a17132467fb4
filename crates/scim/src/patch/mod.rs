//! PATCH (RFC 7644, section 3.5.2): reading a request, and applying it to a resource by its schemas.

mod apply;
mod edit;
mod parse;

use serde_json::Value;

use crate::attribute::Schema;
use crate::filter::Filter;
use crate::path::AttrPath;

/// How many operations one request may hold.
pub const MAX_OPERATIONS: usize = 1000;

/// A PATCH request whose paths lead somewhere in the resource's schemas.
#[derive(Debug, Clone)]
pub struct PatchRequest {
    /// The operations, in the order in which they are applied.
    pub operations: Vec<Operation>,
}

/// One operation.
#[derive(Debug, Clone)]
pub struct Operation {
    /// What to do.
    pub op: Op,
    /// Where.
    pub target: Target,
    /// With what; [`Value::Null`] for a removal without one.
    pub value: Value,
}

/// What an operation does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Op {
    /// Add values, or set a single one.
    Add,
    /// Set values in place of those that are there.
    Replace,
    /// Take values away.
    Remove,
}

/// Where an operation works.
#[derive(Debug, Clone)]
pub enum Target {
    /// The resource: the value's members are its attributes.
    Resource,
    /// A whole extension: the value's members are its attributes.
    Extension(&'static Schema),
    /// An attribute, or a sub-attribute of it.
    Attribute(AttrPath),
    /// Those values of a multi-valued attribute that fulfil the filter, or a sub-attribute of each.
    Values {
        /// The attribute.
        path: AttrPath,
        /// Which of its values.
        filter: Filter,
        /// The sub-attribute of each.
        sub: Option<String>,
    },
}

/// Whether applying a request made a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applied {
    /// The resource differs from before.
    Changed,
    /// Everything was so already: no new version, nothing to audit.
    Unchanged,
}
