//! What a server says of itself (RFC 7643, sections 5 to 7; RFC 7644, section 4; RFC 9865).

use serde_json::{Value, json};

use crate::attribute::{Attribute, Kind, Mutability, Returned, Schema, Uniqueness};
use crate::bulk;
use crate::resource_type::ResourceType;
use crate::schema as urn;

/// What differs from server to server; everything else is always offered.
#[derive(Debug, Clone)]
pub struct Offer {
    /// What `/Bulk` takes.
    pub bulk: bulk::Limits,
    /// The largest page.
    pub max_page: u64,
    /// The page when none was asked for.
    pub default_page: u64,
    /// For how many seconds a cursor is good; `None` for as long as the server runs.
    pub cursor_seconds: Option<u64>,
    /// For how many seconds a delta token is good.
    pub delta_token_seconds: u64,
    /// Where people read about the server.
    pub documentation: Option<String>,
}

/// The answer of `/ServiceProviderConfig`; `base` is the public base URL without a slash at the end.
#[must_use]
pub fn service_provider_config(base: &str, offer: &Offer) -> Value {
    let mut config = json!({
        "schemas": [urn::SERVICE_PROVIDER_CONFIG],
        "patch": {"supported": true},
        "bulk": {
            "supported": true,
            "maxOperations": offer.bulk.max_operations,
            "maxPayloadSize": offer.bulk.max_payload,
        },
        "filter": {"supported": true, "maxResults": offer.max_page},
        "changePassword": {"supported": false},
        "sort": {"supported": true},
        "etag": {"supported": true},
        "pagination": {
            "cursor": true,
            "index": true,
            "defaultPaginationMethod": "index",
            "defaultPageSize": offer.default_page,
            "maxPageSize": offer.max_page,
        },
        "deltaQuery": {
            "supported": true,
            "deltaTokenExpiry": offer.delta_token_seconds,
            "supportedResources": ["User", "Group"],
        },
        "authenticationSchemes": [{
            "type": "oauthbearertoken",
            "name": "Bearer token",
            "description": "A token in the header Authorization (RFC 6750)",
            "specUri": "https://www.rfc-editor.org/info/rfc6750",
            "primary": true,
        }],
        "meta": meta("ServiceProviderConfig", &format!("{base}/ServiceProviderConfig")),
    });
    if let Some(seconds) = offer.cursor_seconds {
        config["pagination"]["cursorTimeout"] = seconds.into();
    }
    if let Some(documentation) = &offer.documentation {
        config["documentationUri"] = documentation.as_str().into();
    }
    config
}

/// An entry of `/ResourceTypes`.
#[must_use]
pub fn resource_type(base: &str, kind: &ResourceType) -> Value {
    let extensions: Vec<Value> = kind
        .extensions
        .iter()
        .map(|extension| json!({"schema": extension.urn, "required": false}))
        .collect();
    json!({
        "schemas": [urn::RESOURCE_TYPE],
        "id": kind.name,
        "name": kind.name,
        "description": kind.description,
        "endpoint": kind.endpoint,
        "schema": kind.schema.urn,
        "schemaExtensions": extensions,
        "meta": meta("ResourceType", &format!("{base}/ResourceTypes/{}", kind.name)),
    })
}

/// An entry of `/Schemas`.
#[must_use]
pub fn schema(base: &str, schema: &Schema) -> Value {
    let attributes: Vec<Value> = schema.attributes.iter().map(attribute).collect();
    json!({
        "schemas": [urn::SCHEMA],
        "id": schema.urn,
        "name": schema.name,
        "description": schema.description,
        "attributes": attributes,
        "meta": meta("Schema", &format!("{base}/Schemas/{}", schema.urn)),
    })
}

/// Every entry of `/Schemas` for these resource types, each once.
#[must_use]
pub fn schemas(base: &str, kinds: &[&ResourceType]) -> Vec<Value> {
    let mut seen: Vec<&str> = Vec::new();
    let mut entries = Vec::new();
    for kind in kinds {
        for entry in std::iter::once(kind.schema).chain(kind.extensions.iter().copied()) {
            if !seen.contains(&entry.urn) {
                seen.push(entry.urn);
                entries.push(schema(base, entry));
            }
        }
    }
    entries
}

fn meta(resource_type: &str, location: &str) -> Value {
    json!({"resourceType": resource_type, "location": location})
}

fn attribute(attribute: &Attribute) -> Value {
    let mut entry = json!({
        "name": attribute.name,
        "type": kind_name(attribute.kind),
        "multiValued": attribute.multi_valued,
        "description": attribute.description,
        "required": attribute.required,
        "mutability": match attribute.mutability {
            Mutability::ReadOnly => "readOnly",
            Mutability::ReadWrite => "readWrite",
            Mutability::Immutable => "immutable",
        },
        "returned": match attribute.returned {
            Returned::Always => "always",
            Returned::Default => "default",
        },
    });
    if matches!(attribute.kind, Kind::String | Kind::Reference) {
        entry["caseExact"] = attribute.case_exact.into();
    }
    if attribute.kind == Kind::Complex {
        entry["subAttributes"] = attribute
            .sub_attributes
            .iter()
            .map(self::attribute)
            .collect();
    } else {
        entry["uniqueness"] = match attribute.uniqueness {
            Uniqueness::None => "none",
            Uniqueness::Server => "server",
        }
        .into();
    }
    if !attribute.canonical_values.is_empty() {
        entry["canonicalValues"] = attribute.canonical_values.into();
    }
    if !attribute.reference_types.is_empty() {
        entry["referenceTypes"] = attribute.reference_types.into();
    }
    entry
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::String => "string",
        Kind::Boolean => "boolean",
        Kind::Integer => "integer",
        Kind::DateTime => "dateTime",
        Kind::Reference => "reference",
        Kind::Complex => "complex",
    }
}
