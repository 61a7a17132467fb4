//! What SCIM asks of both sides, in one program so that it links once.

#![expect(clippy::unwrap_used, reason = "what tests share panics as they do")]
#![expect(
    clippy::needless_pass_by_value,
    reason = "JSON is written where it is handed over"
)]

mod bad_input;
mod bulk;
mod discovery;
mod filter;
mod messages;
mod patch;
mod patch_refusals;
mod projection;
mod query;
mod resource;
mod wire_discovery;
mod wire_error;
mod wire_page;
mod wire_user;

use rollcall_scim::{Resource, ResourceType, ScimError};
use serde_json::{Value, json};

/// A user as our server keeps and answers it.
fn ada() -> Resource {
    object(json!({
        "schemas": [
            "urn:ietf:params:scim:schemas:core:2.0:User",
            "urn:rollcall:params:scim:schemas:organization:2.0:User",
        ],
        "id": "u1",
        "externalId": "Ext-1",
        "userName": "Ada@Example.org",
        "displayName": "Ada Lovelace",
        "active": true,
        "roles": [{"value": "user_admin"}],
        "photos": [
            {"value": "https://example.org/a.png", "type": "photo", "primary": true},
            {"value": "https://example.org/t.png", "type": "thumbnail"},
        ],
        "groups": [{"value": "w1", "$ref": "https://example.org/Groups/w1", "display": "Sales"}],
        "meta": {"lastModified": "2026-03-01T12:00:00Z", "version": "W/\"4\""},
        "urn:rollcall:params:scim:schemas:organization:2.0:User": {
            "lastActive": "2026-02-01T08:00:00+01:00",
            "invitation": {"status": "accepted"},
            "assignedContacts": [
                {"workspace": "w1", "count": 12},
                {"workspace": "w2", "count": 3},
            ],
        },
    }))
}

/// A workspace with two members, with what the server adds to each.
fn sales() -> Resource {
    object(json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],
        "id": "w1",
        "displayName": "Sales",
        "members": [
            {"value": "u1", "$ref": "https://example.org/Users/u1", "type": "User", "display": "Ada"},
            {"value": "u2", "$ref": "https://example.org/Users/u2", "type": "User", "display": "Bob"},
        ],
    }))
}

fn object(value: Value) -> Resource {
    match value {
        Value::Object(members) => members,
        other => panic!("not an object: {other}"),
    }
}

fn scim_type(error: &ScimError) -> &'static str {
    error.scim_type.map_or("", rollcall_scim::ScimType::as_str)
}

fn user_type() -> &'static ResourceType {
    &rollcall_scim::rollcall::USER
}

fn group_type() -> &'static ResourceType {
    &rollcall_scim::rollcall::GROUP
}
