//! One user as servers really send one.

use rollcall_scim::wire::{self, UserWire};

fn user(text: &str) -> UserWire<'_> {
    wire::user(text).unwrap()
}

#[test]
fn names_are_read_in_any_case_and_unknown_ones_skipped() {
    let user = user(
        r#"{"ID":"1","USERNAME":"a","displayname":"A","Nested":{"a":[{"b":{}}]},"x":null,
            "META":{"LASTMODIFIED":"t","Version":"W/\"1\""}}"#,
    );
    assert_eq!(user.id, "1", "RFC 7643, 2.1: names have no case");
    assert_eq!(user.user_name.as_deref(), Some("a"), "names have no case");
    assert_eq!(
        user.display_name.as_deref(),
        Some("A"),
        "names have no case"
    );
    assert_eq!(
        user.meta.unwrap().version.as_deref(),
        Some("W/\"1\""),
        "a version is kept byte by byte"
    );
}

#[test]
fn a_text_is_borrowed_where_it_has_no_escapes() {
    let user = user(r#"{"id":"u1","displayName":"caf\u00e9"}"#);
    assert!(
        matches!(user.id, std::borrow::Cow::Borrowed("u1")),
        "no copy"
    );
    assert_eq!(
        user.display_name.as_deref(),
        Some("café"),
        "escapes are undone"
    );
}

#[test]
fn activity_is_understood_in_every_form() {
    for (text, expected) in [
        (r#"{"active":true}"#, Some(true)),
        (r#"{"active":"False"}"#, Some(false)),
        (r#"{"active":"TRUE"}"#, Some(true)),
        (r#"{"active":0}"#, Some(false)),
        (r#"{"active":"maybe"}"#, None),
        (r#"{"active":null}"#, None),
        (r#"{"active":[true]}"#, None),
        ("{}", None),
    ] {
        assert_eq!(user(text).active, expected, "{text}");
    }
}

#[test]
fn ids_may_be_numbers() {
    assert_eq!(user(r#"{"id":7}"#).id, "7", "an id is opaque");
    assert_eq!(user(r#"{"id":-7}"#).id, "-7", "an id is opaque");
    assert_eq!(
        user(r#"{"id":18446744073709551615}"#).id,
        "18446744073709551615",
        "an id is opaque"
    );
    assert_eq!(
        user(r#"{"id":"../../x?#%2e"}"#).id,
        "../../x?#%2e",
        "an id is opaque"
    );
    assert_eq!(user(r#"{"id":{"a":1}}"#).id, "", "an object is none");
}

#[test]
fn roles_and_photos_and_groups_come_in_many_forms() {
    let roles = |text: &str| -> Vec<String> {
        let user = user(text);
        user.roles
            .unwrap_or_default()
            .into_iter()
            .map(|role| role.value.into_owned())
            .collect()
    };
    assert_eq!(
        roles(r#"{"roles":[{"value":"admin"},{"value":"member"}]}"#),
        ["admin", "member"],
        "two"
    );
    assert_eq!(
        roles(r#"{"roles":["admin",7,null]}"#),
        ["admin"],
        "texts; what means nothing is left out"
    );
    assert_eq!(
        roles(r#"{"roles":{"value":"admin"}}"#),
        ["admin"],
        "an object"
    );
    assert_eq!(roles(r#"{"roles":"admin"}"#), ["admin"], "a text");
    assert!(roles(r#"{"roles":null}"#).is_empty(), "null");
    let photo = |text: &str| user(text).photo().map(str::to_owned);
    assert_eq!(
        photo(r#"{"photos":[{"value":""},{"value":"a"},{"value":"b","primary":"true"}]}"#)
            .as_deref(),
        Some("b"),
        "the preferred one"
    );
    assert_eq!(
        photo(r#"{"photos":{"value":"a"}}"#).as_deref(),
        Some("a"),
        "an object"
    );
    assert_eq!(photo(r#"{"photos":"a"}"#).as_deref(), Some("a"), "a text");
    assert_eq!(photo(r#"{"photos":[]}"#), None, "none");
    assert_eq!(
        user(r#"{"groups":[]}"#).groups,
        Some(Vec::new()),
        "empty isn't absent"
    );
    assert_eq!(user("{}").groups, None, "absent");
    assert_eq!(
        user(r#"{"groups":["w1"]}"#).groups.unwrap()[0].value,
        "w1",
        "bare ids"
    );
}

#[test]
fn the_title_is_what_the_server_has() {
    let title = |text: &str| user(text).title().map(std::borrow::Cow::into_owned);
    let name = r#""name":{"formatted":"F","givenName":"G","familyName":"N"}"#;
    assert_eq!(
        title(&format!(r#"{{"displayName":"D",{name}}}"#)).as_deref(),
        Some("D"),
        "first choice"
    );
    assert_eq!(
        title(&format!(r#"{{"displayName":" ",{name}}}"#)).as_deref(),
        Some("F"),
        "blank is none"
    );
    let parts = r#"{"name":{"givenName":"G","familyName":"N"}}"#;
    assert_eq!(title(parts).as_deref(), Some("G N"), "put together");
    assert_eq!(
        title(r#"{"name":{"familyName":"N"}}"#).as_deref(),
        Some("N"),
        "half of it"
    );
    assert_eq!(title(r#"{"name":"N"}"#), None, "nothing");
}

#[test]
fn of_doubled_names_the_last_counts() {
    let user = user(r#"{"id":"1","ID":"2","roles":["a"],"roles":["b"]}"#);
    assert_eq!(user.id, "2", "as in JSON");
    assert_eq!(user.roles.unwrap()[0].value, "b", "as in JSON");
}

#[test]
fn our_extension_is_read() {
    let text = serde_json::Value::Object(crate::ada()).to_string();
    let organization = user(&text).organization.unwrap();
    assert_eq!(
        organization.invitation.unwrap().status,
        "accepted",
        "the invitation"
    );
    assert_eq!(
        organization.assigned_contacts.unwrap()[0].count,
        Some(12),
        "contacts"
    );
    assert!(
        organization
            .last_active
            .as_deref()
            .and_then(wire::instant)
            .is_some(),
        "a time"
    );
}

#[test]
fn times_are_read_as_servers_write_them() {
    let expected = wire::instant("2026-01-31T12:00:00Z");
    assert!(expected.is_some(), "by the book");
    for text in [
        "2026-01-31T12:00:00.000Z",
        "2026-01-31T13:00:00+01:00",
        "2026-01-31 12:00:00Z",
        "2026-01-31T12:00:00",
        " 2026-01-31T12:00:00Z ",
        "2026-01-31t12:00:00z",
    ] {
        assert_eq!(wire::instant(text), expected, "{text}");
    }
    assert_eq!(
        wire::instant("2016-12-31T23:59:60Z"),
        wire::instant("2016-12-31T23:59:59Z"),
        "leap second"
    );
    assert!(
        wire::instant("0000-01-01T00:00:00Z").is_some(),
        "year 0 is a year"
    );
    for text in [
        "",
        "yesterday",
        "2026-13-01T00:00:00Z",
        "99999-01-01T00:00:00Z",
        "1769860800",
    ] {
        assert_eq!(wire::instant(text), None, "{text:?} is no time");
    }
    assert!(
        wire::instant("9999-12-31T23:59:59Z").is_none_or(|at| at.to_string().starts_with("9999")),
        "no crash"
    );
}
