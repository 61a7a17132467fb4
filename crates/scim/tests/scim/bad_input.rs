//! No body, however odd, makes a reader panic, and what is read doesn't depend on how it is spelt.

use proptest::prelude::*;
use rollcall_scim::{json as body, wire};
use serde_json::{Value, json};

use crate::{group_type, user_type};

/// Any JSON, with the names that readers look for among the others.
fn any_json() -> impl Strategy<Value = Value> {
    let name = prop_oneof![
        prop::sample::select(vec![
            "id",
            "userName",
            "displayName",
            "active",
            "roles",
            "photos",
            "groups",
            "meta",
            "value",
            "members",
            "Resources",
            "totalResults",
            "nextCursor",
            "schemas",
            "Operations",
            "op",
            "path",
            "urn:rollcall:params:scim:schemas:organization:2.0:User",
            "invitation",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            prop::collection::hash_map(name.clone(), inner, 0..8)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn no_json_makes_a_reader_panic(value in any_json()) {
        let text = value.to_string();
        let _ = wire::users(&text);
        let _ = wire::groups(&text);
        let _ = wire::user(&text);
        let _ = wire::user_changes(&text);
        let _ = wire::delta_token(&text);
        let _ = wire::server_config(&text);
        let _ = wire::schemas(&text);
        let _ = wire::resource_types(&text);
        let _ = wire::error::read(&text);
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let text = wire::text(&bytes);
        let _ = wire::users(&text);
        let _ = wire::error::read(&text);
        let _ = body::read(&bytes);
    }

    #[test]
    fn every_object_on_a_page_is_taken_or_told(items in prop::collection::vec(any_json(), 0..8)) {
        let text = json!({"Resources": items}).to_string();
        let page = wire::users(&text).unwrap();
        prop_assert_eq!(page.resources.len(), items.len(), "none is dropped silently");
    }

    #[test]
    fn what_is_accepted_is_accepted_again_unchanged(value in any_json()) {
        for kind in [user_type(), group_type()] {
            if let Ok(resource) = kind.accept(&value) {
                let again = kind.accept(&Value::Object(resource.clone())).unwrap();
                prop_assert_eq!(again, resource, "canonical form is stable");
            }
        }
    }

    #[test]
    fn a_name_in_another_case_is_the_same_name(upper in any::<bool>(), name in "[a-z]{1,20}") {
        let spelt = |text: &str| if upper { text.to_uppercase() } else { text.to_lowercase() };
        let body = json!({
            spelt("userName"): name,
            spelt("displayName"): name,
            spelt("roles"): [{spelt("value"): spelt("member")}],
            spelt("active"): true,
        });
        let resource = user_type().accept(&body).unwrap();
        prop_assert_eq!(&resource["userName"], &json!(name));
        prop_assert_eq!(&resource["roles"], &json!([{"value": "member"}]));
    }
}
