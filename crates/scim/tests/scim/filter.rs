//! Filters: the grammar, the meaning, the limits (RFC 7644, section 3.4.2.2).

use proptest::prelude::*;
use rollcall_scim::filter::{Comparison, Filter, Literal, quote};
use rollcall_scim::{AttrPath, ScimError, request};

use crate::{ada, group_type, sales, scim_type, user_type};

fn matches(text: &str) -> bool {
    let filter = Filter::parse(text).unwrap();
    filter.check(user_type()).unwrap();
    filter.matches(user_type(), &ada())
}

fn refusal(text: &str) -> ScimError {
    match Filter::parse(text) {
        Err(error) => error,
        Ok(filter) => filter.check(user_type()).unwrap_err(),
    }
}

#[test]
fn each_operator_means_what_the_rfc_says() {
    for (filter, expected) in [
        (r#"userName eq "ada@example.org""#, true),
        (r#"userName ne "ada@example.org""#, false),
        (r#"userName co "EXAMPLE""#, true),
        (r#"userName sw "ada""#, true),
        (r#"userName ew ".ORG""#, true),
        (r#"userName ew "ada""#, false),
        ("displayName pr", true),
        (r#"displayName gt "ada""#, true),
        (r#"displayName lt "ada""#, false),
        (r#"displayName ge "ada lovelace""#, true),
        (r#"displayName le "ada lovelace""#, true),
        ("active eq true", true),
        ("active ne true", false),
        (r#"externalId eq "Ext-1""#, true),
        (r#"externalId eq "ext-1""#, false),
    ] {
        assert_eq!(matches(filter), expected, "{filter}: RFC 7644, table 3");
    }
}

#[test]
fn a_not_stands_before_its_parenthesis_with_a_space_or_without() {
    for (filter, expected) in [
        ("not(active eq true)", false),
        ("NOT(active eq false)", true),
        ("active eq true and not(not(displayName pr))", true),
        (
            r#"roles[not(value eq "member")]"#,
            matches(r#"roles[not (value eq "member")]"#),
        ),
        (r#"displayName co "not(a" or userName co "\"not(""#, false),
    ] {
        assert_eq!(matches(filter), expected, "{filter}: RFC 7644, figure 1");
    }
}

#[test]
fn what_cannot_be_read_is_told_in_a_line_without_the_grammars_own_names() {
    for filter in [
        "userName",
        "(((",
        r#"userName eq "x" garbage"#,
        "userName eq 'x'",
    ] {
        let detail = refusal(filter).detail;
        assert!(
            detail.starts_with("The filter can't be read: ")
                && !detail.contains('\n')
                && !detail.contains("Expected"),
            "{detail}"
        );
    }
}

#[test]
fn names_operators_and_urns_are_compared_without_case() {
    for filter in [
        r#"USERNAME EQ "ada@example.org""#,
        r#"urn:ietf:params:scim:schemas:core:2.0:User:userName Sw "A""#,
        r#"URN:IETF:params:scim:schemas:core:2.0:user:username sw "A""#,
        "urn:rollcall:params:scim:schemas:organization:2.0:User:lastActive Pr",
        r#"urn:rollcall:params:scim:schemas:organization:2.0:User:invitation.STATUS eq "accepted""#,
    ] {
        assert!(
            matches(filter),
            "{filter}: names and operators have no case"
        );
    }
}

#[test]
fn and_binds_closer_than_or_and_parentheses_closer_than_both() {
    let always = "userName pr";
    let never = r#"userName eq "x""#;
    assert!(
        matches(&format!("{always} or {always} and {never}")),
        "and goes before or"
    );
    assert!(
        !matches(&format!("({always} or {always}) and {never}")),
        "parentheses go first"
    );
    assert!(
        matches(&format!("not ({never}) and {always}")),
        "not goes before and"
    );
    assert!(
        !matches(&format!("not ({never} or {always})")),
        "not takes its whole group"
    );
}

#[test]
fn times_are_compared_as_instants() {
    let time = "urn:rollcall:params:scim:schemas:organization:2.0:User:lastActive";
    assert!(
        matches(&format!(r#"{time} eq "2026-02-01T07:00:00Z""#)),
        "one instant, two offsets"
    );
    assert!(
        matches(&format!(r#"{time} lt "2026-02-01T07:30:00Z""#)),
        "chronological, not by letter"
    );
    assert!(
        matches(r#"meta.lastModified gt "2026-02-28T23:59:59.999Z""#),
        "fractions count"
    );
}

#[test]
fn of_several_values_one_is_enough() {
    assert!(
        matches(r#"photos.type eq "thumbnail""#),
        "any value may match"
    );
    assert!(
        matches(r#"photos.type ne "thumbnail""#),
        "any value may differ"
    );
    assert!(
        matches(r#"roles eq "user_admin""#),
        "a bare list is compared by its value"
    );
    assert!(
        matches(r#"groups eq "w1""#),
        "a bare list is compared by its value"
    );
}

#[test]
fn brackets_hold_all_their_conditions_for_one_value() {
    assert!(
        matches(r#"photos[type eq "photo" and primary eq true]"#),
        "one value has both"
    );
    assert!(
        !matches(r#"photos[type eq "thumbnail" and primary eq true]"#),
        "no value has both"
    );
    assert!(
        matches(r#"photos.type eq "thumbnail" and photos.primary eq true"#),
        "without brackets each condition may have its own value"
    );
    let contacts = "urn:rollcall:params:scim:schemas:organization:2.0:User:assignedContacts";
    assert!(
        matches(&format!(r#"{contacts}[workspace eq "w1" and count gt 10]"#)),
        "numbers compare"
    );
    assert!(
        !matches(&format!(r#"{contacts}[workspace eq "w2" and count gt 10]"#)),
        "per value"
    );
}

#[test]
fn what_is_absent_equals_null_and_differs_from_everything_else() {
    let mut bare = ada();
    bare.remove("displayName");
    let holds = |text: &str| Filter::parse(text).unwrap().matches(user_type(), &bare);
    assert!(
        holds("displayName eq null"),
        "absent and null are one state (RFC 7643, 2.5)"
    );
    assert!(!holds("displayName pr"), "absent isn't present");
    assert!(holds(r#"displayName ne "x""#), "absent isn't x");
    assert!(!holds(r#"displayName lt "x""#), "absent has no order");
}

#[test]
fn comparisons_that_no_type_knows_are_refused() {
    for filter in [
        "active gt true",
        r#"active eq "true""#,
        "userName eq 7",
        "userName gt null",
        r#"meta.lastModified gt "yesterday""#,
        r#"meta eq "x""#,
        r#"nickName eq "x""#,
        r#"userName[value eq "x"]"#,
        r#"photos[size eq 7]"#,
        r#"urn:example:User:userName eq "x""#,
    ] {
        assert_eq!(scim_type(&refusal(filter)), "invalidFilter", "{filter}");
    }
}

#[test]
fn what_is_no_filter_is_refused() {
    for filter in [
        "",
        "userName",
        "userName eq",
        "userName regex \"x\"",
        "userName eq 'x'",
        "userName eq \"x",
        "(userName pr",
        "userName pr)",
        "userName pr and",
        "not userName pr",
        "photos[type eq \"x\"",
        "userName eq \"\\ud800\"",
        "userName eq \"x\"; drop table users",
        "\u{0}",
    ] {
        assert_eq!(scim_type(&refusal(filter)), "invalidFilter", "{filter:?}");
    }
}

#[test]
fn nesting_and_length_are_limited_before_anything_is_parsed() {
    let deep = format!("{}userName pr{}", "(".repeat(100_000), ")".repeat(100_000));
    assert_eq!(
        scim_type(&refusal(&deep)),
        "invalidFilter",
        "100,000 parentheses don't crash"
    );
    let deep = format!("{}userName pr{}", "(".repeat(40), ")".repeat(40));
    assert_eq!(
        scim_type(&refusal(&deep)),
        "invalidFilter",
        "nesting has a limit below the length's"
    );
    let fine = format!("{}userName pr{}", "(".repeat(20), ")".repeat(20));
    assert!(matches(&fine), "what people write is within the limit");
    let brackets_in_text = format!("displayName ne {}", quote(&"([".repeat(1_000)));
    assert!(matches(&brackets_in_text), "brackets in a text don't nest");
    let long = format!("userName eq {}", quote(&"x".repeat(100_000)));
    assert_eq!(
        scim_type(&refusal(&long)),
        "invalidFilter",
        "length is limited"
    );
}

#[test]
fn members_of_a_group_can_be_asked_for() {
    let filter = Filter::parse(r#"members.value eq "u2""#).unwrap();
    filter.check(group_type()).unwrap();
    assert!(
        filter.matches(group_type(), &sales()),
        "membership is a filter like any other"
    );
}

fn literal() -> impl Strategy<Value = Literal> {
    prop_oneof![
        Just(Literal::Null),
        any::<bool>().prop_map(Literal::Bool),
        any::<i64>().prop_map(|number| Literal::Number(number.into())),
        any::<String>().prop_map(Literal::Text),
    ]
}

fn comparison() -> impl Strategy<Value = Filter> {
    let op = prop::sample::select(vec![
        Comparison::Equal,
        Comparison::NotEqual,
        Comparison::Contains,
        Comparison::StartsWith,
        Comparison::EndsWith,
        Comparison::Greater,
        Comparison::GreaterOrEqual,
        Comparison::Less,
        Comparison::LessOrEqual,
    ]);
    let path =
        ("[a-z][a-zA-Z0-9_-]{0,8}x", prop::option::of("[a-z]{1,6}x")).prop_map(|(name, sub)| {
            AttrPath {
                sub,
                ..AttrPath::new(&name)
            }
        });
    prop_oneof![
        path.clone().prop_map(Filter::Present),
        (path, op, literal()).prop_map(|(path, op, literal)| Filter::Compare { path, op, literal }),
    ]
}

fn tree() -> impl Strategy<Value = Filter> {
    comparison().prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            inner
                .clone()
                .prop_map(|operand| Filter::Not(Box::new(operand))),
            (inner.clone(), inner.clone()).prop_map(|(left, right)| {
                // A chain in a chain of its own kind reads back as one chain.
                match left {
                    Filter::And(mut operands) => {
                        operands.push(Filter::Not(Box::new(right)));
                        Filter::And(operands)
                    }
                    left => Filter::And(vec![left, Filter::Not(Box::new(right))]),
                }
            }),
            (inner.clone(), inner).prop_map(|(left, right)| match left {
                Filter::Or(mut operands) => {
                    operands.push(Filter::Not(Box::new(right)));
                    Filter::Or(operands)
                }
                left => Filter::Or(vec![left, Filter::Not(Box::new(right))]),
            }),
        ]
    })
}

proptest! {
    #[test]
    fn a_filter_written_and_read_is_the_same_filter(filter in tree()) {
        let text = filter.to_string();
        if text.len() <= rollcall_scim::filter::MAX_LENGTH {
            prop_assert_eq!(Filter::parse(&text).unwrap(), filter, "{}", text);
        }
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in any::<String>()) {
        let _ = Filter::parse(&text);
    }

    #[test]
    fn nothing_shaped_like_a_filter_makes_the_parser_panic(
        text in "[a-z.:\\[\\]() \"\\\\eqandorpt0-9$]{0,60}"
    ) {
        let _ = Filter::parse(&text);
    }

    #[test]
    fn a_value_in_a_clients_filter_stays_one_value(value in any::<String>()) {
        let parsed = Filter::parse(&request::equals("userName", &value)).unwrap();
        let expected = Filter::Compare {
            path: AttrPath::new("userName"),
            op: Comparison::Equal,
            literal: Literal::Text(value),
        };
        prop_assert_eq!(parsed, expected, "a value can't break out of its quotes");
    }
}
