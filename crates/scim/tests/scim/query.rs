//! What a list is asked for, by GET and by `.search` (RFC 7644, 3.4.2 and 3.4.3; RFC 9865).

use rollcall_scim::query::{ListQuery, Page, SortOrder};
use serde_json::json;

use crate::scim_type;

fn query(pairs: &[(&str, &str)]) -> ListQuery {
    ListQuery::from_pairs(pairs.iter().copied()).unwrap()
}

fn refusal(pairs: &[(&str, &str)]) -> &'static str {
    scim_type(&ListQuery::from_pairs(pairs.iter().copied()).unwrap_err())
}

#[test]
fn nothing_asked_is_the_first_page_of_everything() {
    assert_eq!(query(&[]), ListQuery::default(), "defaults");
    assert_eq!(
        query(&[("other", "x"), ("filter", "")]),
        ListQuery::default(),
        "unknown is ignored"
    );
}

#[test]
fn numbers_below_their_range_count_as_its_start() {
    assert_eq!(
        query(&[("startIndex", "0")]).page,
        Page::Index(1),
        "RFC 7644, 3.4.2.4"
    );
    assert_eq!(
        query(&[("startIndex", "-5")]).page,
        Page::Index(1),
        "RFC 7644, 3.4.2.4"
    );
    assert_eq!(
        query(&[("count", "-1")]).count,
        Some(0),
        "RFC 7644, 3.4.2.4"
    );
    assert_eq!(
        query(&[("count", "0")]).count,
        Some(0),
        "0 asks for the total alone"
    );
    assert_eq!(
        query(&[("STARTINDEX", "7")]).page,
        Page::Index(7),
        "names have no case"
    );
}

#[test]
fn a_cursor_without_a_value_begins_a_walk() {
    assert_eq!(
        query(&[("cursor", "")]).page,
        Page::FirstByCursor,
        "RFC 9865, section 2"
    );
    assert_eq!(
        query(&[("cursor", "abc")]).page,
        Page::Cursor("abc".into()),
        "RFC 9865, section 2"
    );
}

#[test]
fn what_cannot_be_read_is_refused_by_its_kind() {
    assert_eq!(refusal(&[("count", "many")]), "invalidValue", "by index");
    assert_eq!(
        refusal(&[("count", "many"), ("cursor", "")]),
        "invalidCount",
        "by cursor"
    );
    assert_eq!(
        refusal(&[("startIndex", "1e9")]),
        "invalidValue",
        "no whole number"
    );
    assert_eq!(
        refusal(&[("startIndex", "99999999999999999999")]),
        "invalidValue",
        "too large"
    );
    assert_eq!(
        refusal(&[("filter", "userName")]),
        "invalidFilter",
        "no filter"
    );
    assert_eq!(refusal(&[("sortBy", "a b")]), "invalidValue", "no path");
    assert_eq!(
        refusal(&[("sortBy", "userName"), ("sortOrder", "up")]),
        "invalidValue",
        "no order"
    );
}

#[test]
fn a_search_asks_as_a_get_does() {
    let body = json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
        "attributes": ["displayName", "userName"],
        "filter": "active eq true",
        "sortBy": "displayName",
        "sortOrder": "Descending",
        "startIndex": 11,
        "count": 10,
        "cursor": null,
    });
    let searched = ListQuery::from_search(&body).unwrap();
    let got = query(&[
        ("attributes", "displayName,userName"),
        ("filter", "active eq true"),
        ("sortBy", "displayName"),
        ("sortOrder", "descending"),
        ("startIndex", "11"),
        ("count", "10"),
    ]);
    assert_eq!(searched, got, "one query, two ways");
    assert_eq!(
        got.sort.unwrap().order,
        SortOrder::Descending,
        "in any case"
    );
    assert!(ListQuery::from_search(&json!([])).is_err(), "no object");
    assert!(
        ListQuery::from_search(&json!({"attributes": [7]})).is_err(),
        "no text"
    );
    assert!(
        ListQuery::from_search(&json!({"count": {}})).is_err(),
        "no number"
    );
}
