//! What a server says of itself (RFC 7643, sections 5 to 7; RFC 7644, section 4; RFC 9865).

use serde_json::{Value, json};

use crate::attribute::{Attribute, Schema};
use crate::bulk;
use crate::resource_type::ResourceType;

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
    todo!()
}

/// An entry of `/ResourceTypes`.
#[must_use]
pub fn resource_type(base: &str, kind: &ResourceType) -> Value {
    todo!()
}

/// An entry of `/Schemas`.
#[must_use]
pub fn schema(base: &str, schema: &Schema) -> Value {
    todo!()
}

/// Every entry of `/Schemas` for these resource types, each once.
#[must_use]
pub fn schemas(base: &str, kinds: &[&ResourceType]) -> Vec<Value> {
    todo!()
}
