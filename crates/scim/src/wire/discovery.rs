//! What servers say of themselves.

use std::borrow::Cow;

use super::forgiving::{Object, object, read};
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
    /// The largest page, where announced with the filters.
    pub max_results: Option<u64>,
    /// Sorting.
    pub sort: bool,
    /// ETags.
    pub etag: bool,
    /// Paging by cursor.
    pub cursor: bool,
    /// Paging by index, where anything is said about it; it is the default.
    pub index: Option<bool>,
    /// The largest page, where announced with the paging (RFC 9865).
    pub max_page: Option<u64>,
    /// Delta query.
    pub delta: bool,
}

/// Reads `/ServiceProviderConfig`.
pub(super) fn server_config(text: &str) -> Result<ServerConfigWire, Unreadable> {
    let config: Config = super::object(text)?;
    let is_on = |feature: &Option<Feature>| {
        feature
            .as_ref()
            .is_some_and(|feature| feature.supported == Some(true))
    };
    let paging = config.pagination.unwrap_or_default();
    Ok(ServerConfigWire {
        patch: is_on(&config.patch),
        bulk: is_on(&config.bulk),
        filter: is_on(&config.filter),
        max_results: config.filter.as_ref().and_then(|filter| filter.max_results),
        sort: is_on(&config.sort),
        etag: is_on(&config.etag),
        cursor: paging.cursor == Some(true),
        index: paging.index,
        max_page: paging.max_page_size,
        delta: is_on(&config.delta_query),
    })
}

#[derive(Default)]
struct Config {
    patch: Option<Feature>,
    bulk: Option<Feature>,
    filter: Option<Feature>,
    sort: Option<Feature>,
    etag: Option<Feature>,
    pagination: Option<Paging>,
    delta_query: Option<Feature>,
}

object!(Config {
    "patch" => patch,
    "bulk" => bulk,
    "filter" => filter,
    "sort" => sort,
    "etag" => etag,
    "pagination" => pagination,
    "deltaQuery" => delta_query,
});

#[derive(Default)]
struct Feature {
    supported: Option<bool>,
    max_results: Option<u64>,
}

object!(Feature { "supported" => supported, "maxResults" => max_results });

#[derive(Default)]
struct Paging {
    cursor: Option<bool>,
    index: Option<bool>,
    max_page_size: Option<u64>,
}

object!(Paging { "cursor" => cursor, "index" => index, "maxPageSize" => max_page_size });

/// An entry of `/ResourceTypes`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResourceTypeWire<'a> {
    /// The name.
    pub name: Cow<'a, str>,
    /// The path below the base URL.
    pub endpoint: Cow<'a, str>,
    /// The core schema's URN.
    pub schema: Cow<'a, str>,
    /// The extensions.
    pub extensions: Option<Vec<ExtensionWire<'a>>>,
}

object!(ResourceTypeWire<'de> {
    "name" => name,
    "endpoint" => endpoint,
    "schema" => schema,
    "schemaExtensions" => extensions,
});

impl ResourceTypeWire<'_> {
    /// Whether resources of this type may have the extension of this URN.
    #[must_use]
    pub fn has_extension(&self, urn: &str) -> bool {
        let extensions = self.extensions.as_deref().unwrap_or_default();
        extensions
            .iter()
            .any(|extension| extension.schema.eq_ignore_ascii_case(urn))
    }
}

/// An extension of a resource type: an object with a schema, or a bare URN.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ExtensionWire<'a> {
    /// The URN.
    pub schema: Cow<'a, str>,
}

object!(ExtensionWire<'de>, text => schema { "schema" => schema });

/// An entry of `/Schemas`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SchemaWire<'a> {
    /// The URN.
    pub id: Cow<'a, str>,
    /// The attributes.
    pub attributes: Option<Vec<AttributeWire<'a>>>,
}

object!(SchemaWire<'de> { "id" => id, "attributes" => attributes });

impl<'a> SchemaWire<'a> {
    /// The attribute of this name, in any case.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&AttributeWire<'a>> {
        find(self.attributes.as_deref(), name)
    }
}

/// An attribute of a schema.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AttributeWire<'a> {
    /// The name.
    pub name: Cow<'a, str>,
    /// `readOnly`, `readWrite`, `immutable` or `writeOnly`.
    pub mutability: Option<Cow<'a, str>>,
    /// The values that are accepted.
    pub canonical_values: Option<Vec<CanonicalWire<'a>>>,
    /// The parts.
    pub sub_attributes: Option<Vec<AttributeWire<'a>>>,
}

object!(AttributeWire<'de> {
    "name" => name,
    "mutability" => mutability,
    "canonicalValues" => canonical_values,
    "subAttributes" => sub_attributes,
});

impl AttributeWire<'_> {
    /// The values that are accepted, of an attribute with parts those of its `value`; empty where
    /// nothing is said.
    #[must_use]
    pub fn accepted(&self) -> Vec<&str> {
        let own = self
            .canonical_values
            .as_deref()
            .filter(|values| !values.is_empty());
        let values = own.or_else(|| {
            find(self.sub_attributes.as_deref(), "value")?
                .canonical_values
                .as_deref()
        });
        values
            .unwrap_or_default()
            .iter()
            .map(|value| &*value.value)
            .collect()
    }
}

/// A value that is accepted: a bare text, or an object with a value.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CanonicalWire<'a> {
    /// The value.
    pub value: Cow<'a, str>,
}

object!(CanonicalWire<'de>, text => value { "value" => value });

fn find<'w, 'a>(
    attributes: Option<&'w [AttributeWire<'a>]>,
    name: &str,
) -> Option<&'w AttributeWire<'a>> {
    let mut attributes = attributes.unwrap_or_default().iter();
    attributes.find(|attribute| attribute.name.eq_ignore_ascii_case(name))
}

/// Reads the entries of a list response, or of a bare array; those that are no objects are left out.
pub(super) fn entries<'de, T: Object<'de>>(text: &'de str) -> Result<Vec<T>, Unreadable> {
    if is_web_page(text) {
        return Err(Unreadable::WebPage);
    }
    if text.trim_start().starts_with('[') {
        let entries: Option<Vec<T>> = read(text).map_err(Unreadable::Json)?;
        return Ok(entries.unwrap_or_default());
    }
    let list: Listed<T> = super::object(text)?;
    Ok(list.resources.unwrap_or_default())
}

struct Listed<T> {
    resources: Option<Vec<T>>,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { resources: None }
    }
}

object!(Listed<T>, with [T: Object<'de>] { "Resources" => resources });
