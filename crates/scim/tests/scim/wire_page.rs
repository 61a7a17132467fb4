//! Pages as servers really send them: one broken user never fails the others.

use rollcall_scim::wire::{self, Unreadable, UserWire};

fn page(text: &str) -> wire::PageWire<'_, UserWire<'_>> {
    wire::users(text).unwrap()
}

/// Each resource's id, or why it can't be read.
fn ids(text: &str) -> Vec<String> {
    let id = |resource: &Result<UserWire<'_>, wire::BrokenResource>| match resource {
        Ok(user) => user.id.to_string(),
        Err(broken) => format!(
            "{:?} {:?}",
            broken.id.as_deref().unwrap_or_default(),
            broken.why
        ),
    };
    page(text).resources.iter().map(id).collect()
}

#[test]
fn broken_users_are_told_and_the_others_taken() {
    let text = r#"{"Resources":[{"id":"1"},null,7,{"id":""},{"userName":"x"},["a"],{"id":"2"}]}"#;
    let expected = [
        "1",
        "\"\" NotAnObject",
        "\"\" NotAnObject",
        "\"\" WithoutId",
        "\"\" WithoutId",
        "\"\" NotAnObject",
        "2",
    ];
    assert_eq!(ids(text), expected, "one entry each, in order");
}

#[test]
fn a_user_with_an_unpaired_surrogate_fails_alone() {
    let text = r#"{"totalResults":3,"Resources":[{"id":"1"},{"id":"2","displayName":"\ud800"},{"id":"3"}]}"#;
    let page = page(text);
    assert_eq!(page.total, Some(3), "the page stands");
    assert_eq!(
        page.resources[0].as_ref().unwrap().id,
        "1",
        "the one before"
    );
    assert_eq!(
        page.resources[1].as_ref().unwrap_err().id.as_deref(),
        Some("2"),
        "the id can be read"
    );
    assert_eq!(page.resources[2].as_ref().unwrap().id, "3", "the one after");
}

#[test]
fn a_user_that_nests_too_deep_fails_alone() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let text = format!(r#"{{"Resources":[{{"id":"1","x":{deep}}},{{"id":"2"}}]}}"#);
    let page = page(&text);
    assert!(page.resources[0].is_err(), "deeper than 64 levels");
    assert_eq!(
        page.resources[1].as_ref().unwrap().id,
        "2",
        "the other is taken"
    );
    let text = format!(r#"{{"Resources":[{{"id":"1","displayName":{deep},"roles":{deep}}}]}}"#);
    assert_eq!(
        wire::users(&text).unwrap().resources.len(),
        1,
        "nor does it crash in a known attribute"
    );
}

#[test]
fn totals_that_are_nonsense_are_unknown() {
    for (total, expected) in [
        ("3", Some(3)),
        ("\"3\"", Some(3)),
        ("3.0", Some(3)),
        ("-1", None),
        ("9223372036854775808", None),
        ("1e300", None),
        ("3.5", None),
        ("\"many\"", None),
        ("null", None),
        ("[3]", None),
    ] {
        let text = format!(r#"{{"totalResults":{total},"Resources":[{{"id":"1"}}]}}"#);
        let page = page(&text);
        assert_eq!(
            (page.total, page.resources.len()),
            (expected, 1),
            "totalResults {total}"
        );
    }
    assert_eq!(page(r#"{"Resources":[]}"#).total, None, "missing");
}

#[test]
fn resources_may_be_null_or_missing_or_one_object() {
    assert!(ids(r#"{"Resources":null}"#).is_empty(), "null");
    assert!(ids("{}").is_empty(), "missing");
    assert!(ids(r#"{"Resources":"x"}"#).is_empty(), "a text");
    assert_eq!(
        ids(r#"{"resources":{"id":"1"}}"#),
        ["1"],
        "an object is one resource"
    );
}

#[test]
fn the_last_page_has_no_cursor() {
    assert_eq!(
        page(r#"{"nextCursor":"c"}"#).next_cursor.as_deref(),
        Some("c"),
        "the way on"
    );
    assert_eq!(
        page(r#"{"nextCursor":""}"#).next_cursor,
        None,
        "empty is none"
    );
    assert_eq!(
        page(r#"{"nextCursor":null}"#).next_cursor,
        None,
        "null is none"
    );
}

#[test]
fn what_is_no_page_is_told_by_its_kind() {
    assert!(
        matches!(wire::users("<html>"), Err(Unreadable::WebPage)),
        "a web page with 200"
    );
    assert!(
        matches!(wire::users("[]"), Err(Unreadable::NotAnObject)),
        "a list"
    );
    assert!(
        matches!(wire::users("null"), Err(Unreadable::NotAnObject)),
        "null"
    );
    for cut in [
        "",
        "{",
        r#"{"Resources":[{"id":"1"},{"id":"2""#,
        r#"{"Resources":[]} x"#,
    ] {
        assert!(
            matches!(wire::users(cut), Err(Unreadable::Json(_))),
            "{cut:?}"
        );
    }
}

#[test]
fn bodies_with_a_mark_or_broken_utf8_are_read() {
    let text =
        wire::text(b"\xEF\xBB\xBF{\"Resources\":[{\"id\":\"1\",\"displayName\":\"a\xFFb\"}]}");
    let page = page(&text);
    let user = page.resources[0].as_ref().unwrap();
    assert_eq!(
        user.display_name.as_deref(),
        Some("a\u{fffd}b"),
        "shown as what it is: unreadable"
    );
}

#[test]
fn groups_are_read_as_forgivingly_as_users() {
    let text = r#"{"Resources":[
        {"id":1,"displayName":"Sales","members":["u1",{"value":2,"type":"Group"}],
         "urn:rollcall:params:scim:schemas:organization:2.0:workspace":{"contactCount":"5"}},
        {"displayName":"no id"}]}"#;
    let page = wire::groups(text).unwrap();
    let group = page.resources[0].as_ref().unwrap();
    let members = group.members.as_deref().unwrap();
    assert_eq!(
        (&*members[0].value, &*members[1].value),
        ("u1", "2"),
        "texts and numbers"
    );
    assert_eq!(
        members[1].kind.as_deref(),
        Some("Group"),
        "a group in a group can be told"
    );
    assert_eq!(
        group.workspace.as_ref().unwrap().contact_count,
        Some(5),
        "a text is a count"
    );
    assert!(page.resources[1].is_err(), "one broken group");
}

#[test]
fn a_change_that_says_too_little_asks_to_read_again() {
    let text = r#"{"Resources":[
        {"changedResourceId":"1","changeType":"Update","operations":[{"op":"add"}]},
        {"changedResourceId":"2","changeType":"DELETE","data":{}},
        {"changeType":"delete"}],
        "nextDeltaToken":"t"}"#;
    let page = wire::user_changes(text).unwrap();
    assert_eq!(
        page.next_delta_token.as_ref().unwrap().value,
        "t",
        "a bare text is a token"
    );
    let mut changes = page.resources.into_iter();
    let mut next = || changes.next().unwrap().map(wire::DeltaWire::into_change);
    assert_eq!(
        next().unwrap(),
        wire::ChangeWire::ReadAgain("1".into()),
        "only operations"
    );
    assert_eq!(
        next().unwrap(),
        wire::ChangeWire::Gone("2".into()),
        "gone whatever else is said"
    );
    assert_eq!(next().unwrap_err().why, wire::Broken::WithoutId, "of whom?");
}
