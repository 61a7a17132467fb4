//! What a client sends: bodies and filters made from values, so that no value can change their
//! meaning.

use serde_json::{Value, json};

use crate::filter::{Comparison, Filter, Literal};
use crate::path::AttrPath;
use crate::schema;

/// A user to be added (RFC 7644, section 3.3). `external_id` is the client's own mark; an empty
/// `display_name` is left out, and so is an `emails` that would hold no address.
#[must_use]
pub fn new_user(user_name: &str, display_name: &str, role: &str, external_id: &str) -> Value {
    let mut user = json!({
        "schemas": [schema::USER],
        "userName": user_name,
        "externalId": external_id,
        "active": true,
        "roles": roles(role),
    });
    if !display_name.is_empty() {
        user["displayName"] = display_name.into();
    }
    if user_name.contains('@') {
        user["emails"] = json!([{"value": user_name, "type": "work", "primary": true}]);
    }
    user
}

/// A workspace to be created (RFC 7644, section 3.3). `external_id` is the client's own mark.
#[must_use]
pub fn new_workspace(name: &str, external_id: &str) -> Value {
    json!({
        "schemas": [schema::GROUP],
        "displayName": name,
        "externalId": external_id,
    })
}

/// The value of `roles`: exactly one.
#[must_use]
pub fn roles(role: &str) -> Value {
    json!([{"value": role}])
}

/// The value of `photos`: exactly one.
#[must_use]
pub fn photos(address: &str) -> Value {
    json!([{"value": address, "type": "photo", "primary": true}])
}

/// An attribute gets this value in place of the one before; without a value it is removed.
#[must_use]
pub fn set_attribute(name: &str, value: Option<Value>) -> Value {
    patch(&[match value {
        Some(value) => json!({"op": "replace", "path": name, "value": value}),
        None => json!({"op": "remove", "path": name}),
    }])
}

/// The invitation of a user is to be sent again.
#[must_use]
pub fn invitation(user: &str) -> Value {
    json!({"schemas": [schema::INVITATION], "user": user})
}

/// A workspace gets these members; who is one already stays one.
#[must_use]
pub fn add_members<'a>(users: impl IntoIterator<Item = &'a str>) -> Value {
    let members: Vec<Value> = users
        .into_iter()
        .map(|user| json!({"value": user}))
        .collect();
    patch(&[json!({"op": "add", "path": "members", "value": members})])
}

/// A workspace loses this member.
#[must_use]
pub fn remove_member(user: &str) -> Value {
    let filter = Filter::Compare {
        path: AttrPath::new("value"),
        op: Comparison::Equal,
        literal: Literal::Text(user.to_owned()),
    };
    let path = Filter::Values {
        path: AttrPath::new("members"),
        filter: Box::new(filter),
    };
    patch(&[json!({"op": "remove", "path": path.to_string()})])
}

/// `attribute eq "value"`: a filter on one core attribute.
#[must_use]
pub fn equals(attribute: &str, value: &str) -> String {
    compare(attribute, Comparison::Equal, value)
}

/// `attribute gt "value"`.
#[must_use]
pub fn greater(attribute: &str, value: &str) -> String {
    compare(attribute, Comparison::Greater, value)
}

/// A delta query: the changes since `token`, or a further page of them.
#[must_use]
pub fn delta(token: &str, cursor: Option<&str>, count: Option<u64>) -> Value {
    let mut body = json!({"schemas": [schema::DELTA_REQUEST], "deltaToken": token});
    if let Some(cursor) = cursor {
        body["cursor"] = cursor.into();
    }
    if let Some(count) = count {
        body["count"] = count.into();
    }
    body
}

fn compare(attribute: &str, op: Comparison, value: &str) -> String {
    format!(
        "{attribute} {} {}",
        op.as_str(),
        Literal::Text(value.to_owned())
    )
}

fn patch(operations: &[Value]) -> Value {
    json!({"schemas": [schema::PATCH_OP], "Operations": operations})
}
