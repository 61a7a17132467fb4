//! PATCH: what is refused, as what, and that it changes nothing (RFC 7644, section 3.5.2).

use rollcall_scim::patch::PatchRequest;
use serde_json::{Value, json};

use crate::patch::patch;
use crate::{ada, group_type, sales, scim_type, user_type};

fn refusal(operations: Value) -> &'static str {
    let mut user = ada();
    let error = patch(user_type(), &mut user, operations).unwrap_err();
    assert_eq!(user, ada(), "a request that fails changes nothing");
    scim_type(&error)
}

#[test]
fn paths_that_lead_nowhere_are_invalid() {
    for path in [
        "nickName",
        "displayName.first",
        "photos[type eq \"photo\"].size",
        "photos[type eq",
        "photos[type eq \"photo\"]x",
        "displayName[type eq \"x\"]",
        "urn:example:User:x",
        "",
        "..",
        "a.b.c",
    ] {
        let operations = json!([{"op": "replace", "path": path, "value": "x"}]);
        assert_eq!(refusal(operations), "invalidPath", "{path:?}");
    }
    let unknown = json!([{"op": "add", "value": {"nickName": "x"}}]);
    assert_eq!(
        refusal(unknown),
        "invalidPath",
        "nothing is dropped silently"
    );
    let deep = format!(
        "photos[{}type pr{}]",
        "(".repeat(100_000),
        ")".repeat(100_000)
    );
    let deep = json!([{"op": "remove", "path": deep}]);
    assert_eq!(
        refusal(deep),
        "invalidPath",
        "a path has the filters' limits"
    );
}

#[test]
fn what_only_the_server_writes_is_refused() {
    for (path, value) in [
        ("id", json!("u2")),
        ("groups", json!([{"value": "w2"}])),
        ("groups[value eq \"w1\"].display", json!("x")),
        ("meta.created", json!("2026-01-01T00:00:00Z")),
        ("userName", json!("other@example.org")),
        (
            "urn:rollcall:params:scim:schemas:organization:2.0:User:lastActive",
            json!("2026-01-01T00:00:00Z"),
        ),
        (
            "urn:rollcall:params:scim:schemas:organization:2.0:User:invitation.status",
            json!("pending"),
        ),
    ] {
        let operations = json!([{"op": "replace", "path": path, "value": value}]);
        assert_eq!(refusal(operations), "mutability", "{path}");
    }
    assert_eq!(
        refusal(json!([{"op": "remove", "path": "userName"}])),
        "mutability",
        "immutable"
    );
    assert_eq!(
        refusal(json!([{"op": "remove", "path": "roles"}])),
        "mutability",
        "required"
    );
    assert_eq!(
        refusal(json!([{"op": "remove", "path": "roles[value pr]"}])),
        "mutability",
        "required"
    );
    let mut group = sales();
    let swap = json!([{"op": "replace", "path": "members[value eq \"u1\"].value", "value": "u9"}]);
    let error = patch(group_type(), &mut group, swap).unwrap_err();
    assert_eq!(
        scim_type(&error),
        "mutability",
        "a member is removed and added, never turned into another"
    );
}

#[test]
fn targets_that_are_not_there_are_told() {
    let none = json!([{"op": "replace", "path": "photos[type eq \"photo\" and primary eq false].value", "value": "https://e.org"}]);
    assert_eq!(refusal(none), "noTarget", "nothing to replace");
    assert_eq!(
        refusal(json!([{"op": "remove"}])),
        "noTarget",
        "a removal needs a path"
    );
}

#[test]
fn values_that_do_not_fit_are_refused() {
    for (path, value) in [
        ("active", json!("yes")),
        ("displayName", json!(7)),
        ("roles", json!([{"value": "owner"}])),
        ("roles", json!([{}])),
        ("photos", json!([{"value": "javascript:alert(1)"}])),
        ("photos", json!([{"value": "data:text/html,x"}])),
        (
            "photos",
            json!([{"value": "https://e.org/1", "primary": true}, {"value": "https://e.org/2", "primary": true}]),
        ),
        ("photos[type eq \"photo\"].primary", json!("x")),
    ] {
        let operations = json!([{"op": "replace", "path": path, "value": value}]);
        assert_eq!(refusal(operations), "invalidValue", "{path} = {value}");
    }
    assert_eq!(
        refusal(json!([{"op": "add", "path": "active"}])),
        "invalidValue",
        "no value"
    );
    assert_eq!(
        refusal(json!([{"op": "add", "value": 7}])),
        "invalidValue",
        "no object"
    );
}

#[test]
fn what_is_no_patch_is_refused() {
    for body in [
        json!([]),
        json!({}),
        json!({"Operations": []}),
        json!({"Operations": {}}),
        json!({"Operations": ["x"]}),
        json!({"Operations": [{"op": "move", "path": "active"}]}),
        json!({"Operations": [{"path": "active", "value": true}]}),
        json!({"schemas": ["urn:x"], "Operations": [{"op": "add", "path": "active", "value": true}]}),
    ] {
        let error = PatchRequest::parse(user_type(), &body).unwrap_err();
        assert_eq!(scim_type(&error), "invalidSyntax", "{body}");
    }
}

#[test]
fn a_request_is_applied_wholly_or_not_at_all() {
    let half = json!([
        {"op": "replace", "path": "active", "value": false},
        {"op": "replace", "path": "id", "value": "u2"},
    ]);
    assert_eq!(
        refusal(half),
        "mutability",
        "the first operation is undone with the second"
    );
}
