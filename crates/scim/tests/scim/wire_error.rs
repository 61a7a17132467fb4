//! Errors as servers really send them.

use rollcall_scim::ScimType;
use rollcall_scim::wire::error::{Body, MAX_DETAIL, read};

#[test]
fn a_status_is_read_as_text_and_as_number_or_not_at_all() {
    let body = |status: &str| {
        format!(
            r#"{{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],{status}"detail":"no"}}"#
        )
    };
    assert_eq!(
        read(&body(r#""status":"409","#)).status,
        Some(409),
        "by the book"
    );
    assert_eq!(
        read(&body(r#""status":409,"#)).status,
        Some(409),
        "as a number"
    );
    assert_eq!(read(&body(r#""status":-1,"#)).status, None, "nonsense");
    assert_eq!(read(&body("")).status, None, "absent");
    assert_eq!(read(&body("")).body, Body::Scim, "still SCIM");
}

#[test]
fn the_kind_is_known_or_none() {
    assert_eq!(
        read(r#"{"scimType":"Uniqueness"}"#).scim_type,
        Some(ScimType::Uniqueness),
        "any case"
    );
    assert_eq!(
        read(r#"{"SCIMTYPE":"invalidCursor"}"#).scim_type,
        Some(ScimType::InvalidCursor),
        "RFC 9865"
    );
    assert_eq!(
        read(r#"{"scimType":"tooSunny"}"#).scim_type,
        None,
        "nobody specified it"
    );
}

#[test]
fn other_bodies_are_told_apart() {
    assert_eq!(read("").body, Body::Empty, "nothing");
    assert_eq!(
        read(" \n<!doctype html><title>Sign in</title>").body,
        Body::WebPage,
        "a web page"
    );
    assert_eq!(
        read("<!doctype html>").detail,
        None,
        "a web page's words are shown to nobody"
    );
    assert_eq!(
        read("upstream timed out").detail.as_deref(),
        Some("upstream timed out"),
        "a text"
    );
    let other = read(r#"{"error":"invalid_token","error_description":"expired"}"#);
    assert_eq!(
        (other.body, other.detail.as_deref()),
        (Body::OtherJson, Some("expired")),
        "other JSON"
    );
    assert_eq!(read("[1]").body, Body::OtherJson, "JSON that is no object");
    assert_eq!(read(r#"{"message":{"a":1}}"#).detail, None, "no text");
}

#[test]
fn a_servers_words_are_safe_to_show() {
    let shown = read("{\"detail\":\"line\\nbreak \\u001b[31mred \\u202eesrever\"}");
    assert_eq!(
        shown.detail.as_deref(),
        Some("line break [31mred esrever"),
        "no control characters"
    );
    let long = format!(r#"{{"detail":"{}"}}"#, "x".repeat(100_000));
    assert_eq!(
        read(&long).detail.unwrap().chars().count(),
        MAX_DETAIL,
        "not endless"
    );
}
