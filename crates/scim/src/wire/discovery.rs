//! What servers say of themselves.

use std::borrow::Cow;

use serde_json::value::RawValue;

use super::forgiving::{self, Forgiving, Object, object};
use super::{Unreadable, is_web_page};

/// `/ServiceProviderConfig`: what isn't announced isn't offered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ServerConfigWire {
    /// PATCH.
    pub patch: bool,
    /// Bulk operations.
    pub bulk: bool,
    /// Filters.
    pub filter: bool,
    /// The largest page, where announced.
    pub max_results: Option<u64>,
    /// Sorting.
    pub sort: bool,
    /// ETags.
    pub etag: bool,
    /// Paging by cursor.
    pub cursor: bool,
    /// Paging by index: the default where nothing is said.
    pub index: Option<bool>,
    /// The largest page by cursor or index, where announced (RFC 9865).
    pub max_page: Option<u64>,
    /// Delta query.
    pub delta: bool,
}

/// An entry of `/ResourceTypes`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResourceTypeWire<'a> {
    /// The name.
    pub name: Cow<'a, str>,
    /// The path below the base URL.
    pub endpoint: Cow<'a, str>,
    /// The core schema's URN.
    pub schema: Cow<'a, str>,
    /// The extensions' URNs.
    pub extensions: Vec<Cow<'a, str>>,
}

/// An entry of `/Schemas`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SchemaWire<'a> {
    /// The URN.
    pub id: Cow<'a, str>,
    /// The attributes.
    pub attributes: Vec<AttributeWire<'a>>,
}

/// An attribute of a schema.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AttributeWire<'a> {
    /// The name.
    pub name: Cow<'a, str>,
    /// `readOnly`, `readWrite`, `immutable` or `writeOnly`.
    pub mutability: Option<Cow<'a, str>>,
    /// The values that are accepted; of a multi-valued attribute those of its `value`.
    pub canonical_values: Vec<Cow<'a, str>>,
}

#[derive(Default)]
struct Supported {
    supported: Option<bool>,
    max_results: Option<u64>,
}

object!(Supported { "supported" => supported, "maxResults" => max_results });

impl<'de> Object<'de> for ServerConfigWire {
    const FIELDS: &'static [&'static str] = &[
        "patch",
        "bulk",
        "filter",
        "sort",
        "etag",
        "pagination",
        "deltaQuery",
    ];

    fn fill<A: serde::de::MapAccess<'de>>(
        &mut self,
        field: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        todo!()
    }
}

/// Reads the entries of a list response, or of a bare array; those that are no objects are left out.
pub(super) fn entries<'de, T: Object<'de>>(text: &'de str) -> Result<Vec<T>, Unreadable> {
    todo!()
}

object!(ResourceTypeWire<'de> { "name" => name, "endpoint" => endpoint, "schema" => schema });
object!(SchemaWire<'de> { "id" => id });
