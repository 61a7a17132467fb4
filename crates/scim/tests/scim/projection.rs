//! `attributes` and `excludedAttributes` (RFC 7644, section 3.9).

use rollcall_scim::Projection;
use serde_json::{Value, json};

use crate::{ada, group_type, sales, user_type};

const EXTENSION: &str = "urn:rollcall:params:scim:schemas:organization:2.0:User";

fn only(attributes: &str) -> Value {
    let projection = Projection::parse(Some(attributes), None).unwrap();
    Value::Object(projection.apply(user_type(), &ada()))
}

#[test]
fn what_is_always_returned_is_in_every_answer() {
    let part = only("nickName");
    let schemas = ada()["schemas"].clone();
    assert_eq!(
        part,
        json!({"id": "u1", "schemas": schemas}),
        "id and schemas, and nothing else"
    );
    let projection = Projection::parse(None, Some("id,schemas,displayName")).unwrap();
    let part = projection.apply(user_type(), &ada());
    assert!(
        part.contains_key("id") && part.contains_key("schemas"),
        "they can't be excluded"
    );
    assert!(!part.contains_key("displayName"), "others can");
}

#[test]
fn attributes_are_named_in_any_case_and_by_urn() {
    assert_eq!(
        only("DISPLAYNAME")["displayName"],
        "Ada Lovelace",
        "names have no case"
    );
    let full = only("urn:ietf:params:scim:schemas:core:2.0:User:displayName");
    assert_eq!(full["displayName"], "Ada Lovelace", "by the full name");
    let active = only(&format!("{EXTENSION}:lastActive"));
    assert_eq!(
        active[EXTENSION],
        json!({"lastActive": "2026-02-01T08:00:00+01:00"}),
        "in an extension"
    );
    assert_eq!(
        only(EXTENSION)[EXTENSION],
        ada()[EXTENSION],
        "the whole extension"
    );
}

#[test]
fn parts_of_attributes_can_be_asked_for_and_left_out() {
    let part = only("photos.value, photos.type");
    assert_eq!(
        part["photos"],
        json!([
            {"value": "https://example.org/a.png", "type": "photo"},
            {"value": "https://example.org/t.png", "type": "thumbnail"},
        ]),
        "two parts of one list stand together"
    );
    let projection =
        Projection::parse(None, Some(&format!("photos.type,{EXTENSION}:invitation"))).unwrap();
    let part = projection.apply(user_type(), &ada());
    assert!(
        part["photos"][0].get("type").is_none(),
        "a part is left out"
    );
    assert_eq!(part["photos"][0]["primary"], true, "the other parts stay");
    assert!(
        part[EXTENSION].get("invitation").is_none(),
        "in an extension too"
    );
    assert!(
        part[EXTENSION].get("lastActive").is_some(),
        "the others stay"
    );
}

#[test]
fn a_server_is_spared_the_work_for_what_is_not_wanted() {
    let without = Projection::parse(None, Some("members")).unwrap();
    assert!(!without.wants("members"), "excluded");
    assert!(
        !without
            .apply(group_type(), &sales())
            .contains_key("members"),
        "and left out"
    );
    assert!(
        !Projection::parse(Some("displayName"), None)
            .unwrap()
            .wants("members"),
        "not asked for"
    );
    assert!(
        Projection::parse(Some("members.value"), None)
            .unwrap()
            .wants("members"),
        "a part is"
    );
    assert!(
        Projection::parse(None, Some("members.display"))
            .unwrap()
            .wants("members"),
        "the rest is"
    );
    assert!(Projection::Default.wants("members"), "by default");
}

#[test]
fn both_at_once_or_what_is_no_path_is_refused() {
    assert!(
        Projection::parse(Some("active"), Some("roles")).is_err(),
        "RFC 7644, 3.4.2.5: one of them"
    );
    assert!(Projection::parse(Some("a b"), None).is_err(), "no path");
    assert_eq!(
        Projection::parse(Some(""), Some(" ,")).unwrap(),
        Projection::Default,
        "empty is absent"
    );
}
