//! The messages that a server writes: errors, lists, deltas, versions.

use rollcall_scim::delta::{Change, DeltaEntry, DeltaRequest, DeltaToken};
use rollcall_scim::etag::{self, Condition};
use rollcall_scim::list::ListResponse;
use rollcall_scim::{ScimError, ScimType, json as body, request, wire};
use serde_json::json;

use crate::{ada, scim_type};

#[test]
fn an_error_is_written_as_the_rfc_has_it() {
    let error = ScimError::of(ScimType::Uniqueness, "The address is taken.");
    let expected = json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
        "status": "409",
        "scimType": "uniqueness",
        "detail": "The address is taken.",
    });
    assert_eq!(
        serde_json::to_value(&error).unwrap(),
        expected,
        "RFC 7644, 3.12"
    );
    let read = wire::error::read(&expected.to_string());
    assert_eq!(read.scim_type, Some(ScimType::Uniqueness), "and read back");
    let plain = serde_json::to_value(ScimError::new(404, "Gone.")).unwrap();
    assert!(
        plain.get("scimType").is_none(),
        "absent where there is none"
    );
}

#[test]
fn a_page_by_cursor_is_read_as_it_was_written() {
    let page = ListResponse::by_cursor(vec![ada()], Some(9), Some("next".to_owned()));
    let text = serde_json::to_string(&page).unwrap();
    let read = wire::users(&text).unwrap();
    assert_eq!(read.next_cursor.as_deref(), Some("next"), "the way on");
    assert_eq!(
        (read.total, read.items_per_page),
        (Some(9), Some(1)),
        "the counts"
    );
    assert_eq!(read.resources[0].as_ref().unwrap().id, "u1", "the resource");
    let last = serde_json::to_value(ListResponse::by_cursor(vec![ada()], None, None)).unwrap();
    assert!(
        last.get("nextCursor").is_none(),
        "RFC 9865: the last page has none"
    );
    let index = serde_json::to_value(ListResponse::by_index(vec![ada()], 5, 9)).unwrap();
    assert_eq!(
        (&index["startIndex"], &index["totalResults"]),
        (&json!(5), &json!(9)),
        "by index"
    );
}

#[test]
fn a_delta_query_is_understood_on_both_sides() {
    let asked = DeltaRequest::parse(&request::delta("t1", Some("c1"), Some(50))).unwrap();
    assert_eq!(
        (asked.token.as_str(), asked.query.count),
        ("t1", Some(50)),
        "what was asked"
    );
    let error = DeltaRequest::parse(&json!({"deltaToken": ""})).unwrap_err();
    assert_eq!(scim_type(&error), "invalidValue", "a token is needed");

    let entry = |id: &str, change| DeltaEntry {
        resource_type: "User",
        id: id.to_owned(),
        change,
    };
    let entries = vec![
        entry("u1", Change::Create(ada())),
        entry("u1", Change::Update(ada())),
        entry("u2", Change::Delete),
    ];
    let next = DeltaToken {
        value: "t2".to_owned(),
        expiry: None,
    };
    let text = serde_json::to_string(&ListResponse::last_delta(entries, next)).unwrap();
    let page = wire::user_changes(&text).unwrap();
    assert_eq!(
        page.next_delta_token.unwrap().value,
        "t2",
        "where the next one begins"
    );
    let changes: Vec<_> = page
        .resources
        .into_iter()
        .map(|entry| entry.unwrap().into_change())
        .collect();
    assert!(
        matches!(&changes[0], wire::ChangeWire::Is(user) if user.id == "u1"),
        "created"
    );
    assert!(
        matches!(&changes[1], wire::ChangeWire::Is(user) if user.id == "u1"),
        "updated"
    );
    assert_eq!(changes[2], wire::ChangeWire::Gone("u2".into()), "deleted");
}

#[test]
fn a_delta_token_is_understood_on_both_sides() {
    let expiry = "2026-03-01T00:00:00Z".parse().unwrap();
    let token = DeltaToken {
        value: "t1".to_owned(),
        expiry: Some(expiry),
    };
    let text = token.body().to_string();
    let read = wire::delta_token(&text).unwrap();
    assert_eq!(read.value, "t1", "the token");
    assert_eq!(
        read.expiry.as_deref().and_then(wire::instant),
        Some(expiry),
        "its end"
    );
}

#[test]
fn versions_are_opaque_and_compared_byte_by_byte() {
    let current = etag::weak(4);
    assert!(Condition::parse("*").matches(&current), "any");
    assert!(
        Condition::parse(" W/\"3\" , W/\"4\" ").matches(&current),
        "one of a list"
    );
    assert!(
        !Condition::parse("\"4\"").matches(&current),
        "W/ is part of it"
    );
    assert!(
        !Condition::parse("W/\"44\"").matches(&current),
        "all of it counts"
    );
    assert!(
        !Condition::parse("").matches(&current),
        "an empty header names none"
    );
    assert!(
        Condition::parse("\"a,b\"").matches("\"a,b\""),
        "a comma inside of quotes belongs to it"
    );
    assert!(
        !Condition::parse(&"\"".repeat(8_000)).matches(&current),
        "8 kB of quotes are no version"
    );
}

#[test]
fn a_body_that_nests_too_deep_is_refused_before_it_is_parsed() {
    let bomb = "[".repeat(100_000);
    assert_eq!(
        scim_type(&body::read(bomb.as_bytes()).unwrap_err()),
        "invalidSyntax",
        "no crash"
    );
    let text = format!("{{\"a\": \"{}\"}}", "[\\\"".repeat(1_000));
    assert!(
        body::read(text.as_bytes()).is_ok(),
        "brackets in a text don't nest"
    );
    assert_eq!(
        body::read(b"\xEF\xBB\xBF{\"a\":1,\"a\":2}").unwrap(),
        json!({"a": 2}),
        "the last one counts"
    );
    for broken in [
        &b"{\"a\":\"\\ud800\"}"[..],
        b"{\"a\":\"\xFF\"}",
        b"{",
        b"",
        b"<html>",
    ] {
        assert_eq!(
            scim_type(&body::read(broken).unwrap_err()),
            "invalidSyntax",
            "{broken:?}"
        );
    }
}
