//! Discovery as servers really answer it.

use rollcall_scim::wire::{self, ServerConfigWire, Unreadable};

#[test]
fn what_is_not_announced_is_not_offered() {
    assert_eq!(
        wire::server_config("{}").unwrap(),
        ServerConfigWire::default(),
        "nothing said"
    );
    let odd = r#"{"patch":true,"filter":{"supported":"True","maxResults":"200"},"pagination":[],"etag":null}"#;
    let config = wire::server_config(odd).unwrap();
    assert!(!config.patch, "a bare true isn't the feature's object");
    assert!(config.filter, "a text is understood");
    assert_eq!(config.max_results, Some(200), "a text is understood");
    assert!(!config.cursor && !config.delta, "nonsense offers nothing");
    assert_eq!(config.index, None, "nothing said");
}

#[test]
fn schemas_may_come_in_a_list_or_a_bare_array() {
    let entry =
        r#"{"ID":"urn:x","Attributes":[{"name":"roles","canonicalValues":["a",{"value":"b"}]}]}"#;
    for text in [
        format!(r#"{{"Resources":[{entry},7,null]}}"#),
        format!(" [{entry}]"),
    ] {
        let schemas = wire::schemas(&text).unwrap();
        assert_eq!(schemas.len(), 1, "what is no object is left out");
        assert_eq!(
            schemas[0].attribute("roles").unwrap().accepted(),
            ["a", "b"],
            "both forms"
        );
        assert!(schemas[0].attribute("x").is_none(), "not there");
    }
    assert!(
        wire::schemas(r#"{"Resources":null}"#).unwrap().is_empty(),
        "none"
    );
    assert!(
        matches!(wire::schemas("<html>"), Err(Unreadable::WebPage)),
        "a web page"
    );
}

#[test]
fn schemas_that_nest_without_end_are_refused() {
    let deep = format!(
        r#"[{{"id":"x","attributes":[{}"#,
        r#"{"subAttributes":["#.repeat(100_000)
    );
    assert!(wire::schemas(&deep).is_err(), "no crash");
}
