//! Bodies of POST and PUT: what is accepted, in which form (RFC 7643, section 2).

use serde_json::{Value, json};

use crate::{ada, group_type, scim_type, user_type};

fn refusal(body: &Value) -> String {
    let error = user_type().accept(body).unwrap_err();
    format!("{}: {}", scim_type(&error), error.detail)
}

#[test]
fn a_body_comes_into_canonical_form() {
    let accepted = user_type()
        .accept(&json!({
            "schemas": ["URN:ietf:params:scim:schemas:core:2.0:user"],
            "USERNAME": "ada@example.org",
            "Roles": [{"Value": "ADMIN", "unknown": 1}],
            "Active": true,
            "nickName": "ignored",
            "id": "ignored",
            "meta": {"version": "ignored"},
            "groups": [{"value": "ignored"}],
            "displayName": null,
            "photos": [],
        }))
        .unwrap();
    let expected = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "userName": "ada@example.org",
        "roles": [{"value": "admin"}],
        "active": true,
    });
    assert_eq!(
        Value::Object(accepted),
        expected,
        "known, writable and present is what is kept"
    );
}

#[test]
fn a_canonical_resource_is_accepted_as_it_is_but_for_what_the_server_writes() {
    let mut expected = ada();
    for name in [
        "id",
        "groups",
        "meta",
        rollcall_scim::schema::ORGANIZATION_USER,
    ] {
        expected.remove(name);
    }
    user_type().set_schemas(&mut expected);
    let accepted = user_type().accept(&Value::Object(ada())).unwrap();
    assert_eq!(accepted, expected, "accepting twice changes nothing");
}

#[test]
fn what_is_required_must_be_there() {
    let role = json!([{"value": "member"}]);
    for body in [
        json!({"roles": role}),
        json!({"userName": "", "roles": role}),
        json!({"userName": "  ", "roles": role}),
        json!({"userName": null, "roles": role}),
    ] {
        assert_eq!(
            refusal(&body),
            "invalidValue: userName is required.",
            "{body}"
        );
    }
    let body = json!({"userName": "a@example.org", "roles": []});
    assert_eq!(
        refusal(&body),
        "invalidValue: roles is required.",
        "an empty list is absent"
    );
}

#[test]
fn a_refusal_names_the_attribute() {
    for (name, value, detail) in [
        ("userName", json!(7), "userName must be a text."),
        (
            "userName",
            json!("a\0b"),
            "userName must not contain the character NUL.",
        ),
        ("active", json!("False"), "active must be true or false."),
        ("roles", json!({"value": "admin"}), "roles must be a list."),
        ("roles", json!(["admin"]), "roles must be an object."),
        ("roles", json!([{}]), "roles needs value."),
        (
            "roles",
            json!([{"value": "owner"}]),
            "roles.value must be one of: admin, billing_admin, user_admin, member.",
        ),
        (
            "photos",
            json!([{"value": "javascript:alert(1)"}]),
            "photos.value must be an address that begins with https:// or http://.",
        ),
        (
            "USERNAME",
            json!("b@example.org"),
            "userName is given twice.",
        ),
    ] {
        let mut body = json!({"userName": "a@example.org", "roles": [{"value": "member"}]});
        body[name] = value;
        assert_eq!(refusal(&body), format!("invalidValue: {detail}"), "{body}");
    }
}

#[test]
fn a_body_of_another_kind_is_refused() {
    assert!(
        refusal(&json!([])).starts_with("invalidSyntax"),
        "a list is no resource"
    );
    let group = json!({"schemas": [rollcall_scim::schema::GROUP], "displayName": "x"});
    assert!(
        refusal(&group).starts_with("invalidSyntax"),
        "a group is no user"
    );
    assert!(group_type().accept(&group).is_ok(), "it is a group");
}

#[test]
fn an_immutable_attribute_keeps_its_value() {
    let mut other = ada();
    other.insert("userName".to_owned(), "b@example.org".into());
    let error = user_type().check_immutable(&ada(), &other).unwrap_err();
    assert_eq!(scim_type(&error), "mutability", "userName is immutable");
    assert!(
        user_type().check_immutable(&ada(), &ada()).is_ok(),
        "and may be repeated"
    );
}
