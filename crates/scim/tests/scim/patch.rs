//! PATCH: every form of path, every operation, every refusal (RFC 7644, section 3.5.2).

use proptest::prelude::*;
use rollcall_scim::patch::{Applied, PatchRequest, Target};
use rollcall_scim::{Resource, ResourceType, ScimError, request};
use serde_json::{Value, json};

use crate::{ada, group_type, sales, scim_type, user_type};

/// Reads and applies a request.
pub(crate) fn patch(
    kind: &ResourceType,
    resource: &mut Resource,
    operations: Value,
) -> Result<Applied, ScimError> {
    PatchRequest::parse(kind, &json!({"Operations": operations}))?.apply(kind, resource)
}

fn user_after(operations: Value) -> Resource {
    let mut user = ada();
    assert_eq!(
        patch(user_type(), &mut user, operations).unwrap(),
        Applied::Changed
    );
    user
}

#[test]
fn single_attributes_are_set_and_removed() {
    let set = user_after(json!([{"op": "replace", "path": "displayName", "value": "A. L."}]));
    assert_eq!(set["displayName"], "A. L.", "replace sets");
    let set = user_after(json!([{"op": "add", "path": "DISPLAYNAME", "value": "A. L."}]));
    assert_eq!(
        set["displayName"], "A. L.",
        "add on a single value sets it; names have no case"
    );
    let gone = user_after(json!([{"op": "remove", "path": "displayName"}]));
    assert!(!gone.contains_key("displayName"), "remove takes it away");
    let gone = user_after(json!([{"op": "replace", "path": "displayName", "value": null}]));
    assert!(!gone.contains_key("displayName"), "null is absent");
}

#[test]
fn operations_are_named_in_any_case() {
    let set = user_after(json!([{"OP": "Replace", "Path": "active", "VALUE": false}]));
    assert_eq!(set["active"], false, "op names and members have no case");
}

#[test]
fn a_value_without_a_path_sets_each_of_its_members() {
    let set = user_after(json!([{
        "op": "replace",
        "value": {"active": false, "displayName": "X", "roles": [{"value": "MEMBER"}]},
    }]));
    assert_eq!(set["active"], false, "each member is set");
    assert_eq!(
        set["roles"],
        json!([{"value": "member"}]),
        "values take their canonical spelling"
    );
    let mut group = sales();
    let urn = "urn:rollcall:params:scim:schemas:organization:2.0:Workspace";
    patch(
        group_type(),
        &mut group,
        json!([{"op": "add", "value": {urn: {"description": "D"}}}]),
    )
    .unwrap();
    assert_eq!(
        group[urn]["description"], "D",
        "an extension's members are set"
    );
    assert_eq!(group["schemas"][1], urn, "schemas follow what is there");
}

#[test]
fn extension_attributes_are_reached_by_their_urn() {
    let urn = "urn:rollcall:params:scim:schemas:organization:2.0:Workspace";
    let mut group = sales();
    let set = json!([{"op": "add", "path": format!("{urn}:description"), "value": "D"}]);
    assert_eq!(
        patch(group_type(), &mut group, set).unwrap(),
        Applied::Changed
    );
    assert_eq!(
        group[urn],
        json!({"description": "D"}),
        "by the attribute's path"
    );
    let gone = json!([{"op": "remove", "path": format!("{urn}:description")}]);
    patch(group_type(), &mut group, gone).unwrap();
    assert!(
        !group.contains_key(urn),
        "an extension goes with its last attribute"
    );
    let set = json!([{"op": "replace", "path": urn, "value": {"description": "E"}}]);
    patch(group_type(), &mut group, set).unwrap();
    assert_eq!(
        group[urn]["description"], "E",
        "by the extension's own path"
    );
    patch(
        group_type(),
        &mut group,
        json!([{"op": "remove", "path": urn}]),
    )
    .unwrap();
    assert_eq!(group, sales(), "and removed by it");
}

#[test]
fn adding_to_a_list_adds_what_is_not_there() {
    let mut group = sales();
    let add = request::add_members(["u2", "u3"]);
    let add = PatchRequest::parse(group_type(), &add).unwrap();
    assert_eq!(
        add.apply(group_type(), &mut group).unwrap(),
        Applied::Changed
    );
    let members: Vec<&str> = group["members"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| m["value"].as_str().unwrap())
        .collect();
    assert_eq!(
        members,
        ["u1", "u2", "u3"],
        "a member is one by their id alone"
    );
    assert_eq!(
        add.apply(group_type(), &mut group).unwrap(),
        Applied::Unchanged,
        "twice is once"
    );
}

#[test]
fn removing_a_member_twice_changes_nothing() {
    let mut group = sales();
    let remove = PatchRequest::parse(group_type(), &request::remove_member("u1")).unwrap();
    assert_eq!(
        remove.apply(group_type(), &mut group).unwrap(),
        Applied::Changed
    );
    assert_eq!(
        group["members"].as_array().unwrap().len(),
        1,
        "one is gone, the other stays"
    );
    assert_eq!(
        remove.apply(group_type(), &mut group).unwrap(),
        Applied::Unchanged,
        "gone is gone"
    );
}

#[test]
fn a_removal_with_values_takes_only_those() {
    let mut group = sales();
    let remove = json!([{"op": "remove", "path": "members", "value": [{"value": "u2"}]}]);
    patch(group_type(), &mut group, remove).unwrap();
    assert_eq!(
        group["members"].as_array().unwrap().len(),
        1,
        "never the whole list by mistake"
    );
    assert_eq!(group["members"][0]["value"], "u1", "the named one is gone");
}

#[test]
fn replacing_a_list_keeps_what_the_server_added_to_those_who_stay() {
    let mut group = sales();
    let same =
        json!([{"op": "replace", "path": "members", "value": [{"value": "u1"}, {"value": "u2"}]}]);
    assert_eq!(
        patch(group_type(), &mut group, same).unwrap(),
        Applied::Unchanged,
        "the same list"
    );
    let one = json!([{"op": "replace", "path": "members", "value": [{"value": "u2"}]}]);
    patch(group_type(), &mut group, one).unwrap();
    assert_eq!(
        group["members"][0]["display"], "Bob",
        "who stays is untouched"
    );
}

#[test]
fn a_filter_in_the_path_chooses_values() {
    let set = user_after(json!([
        {"op": "replace", "path": "photos[type eq \"thumbnail\"].value", "value": "https://e.org/n"},
    ]));
    assert_eq!(
        set["photos"][1]["value"], "https://e.org/n",
        "a part of the chosen value"
    );
    assert_eq!(set["photos"][0], ada()["photos"][0], "and of no other");
    let set = user_after(json!([
        {"op": "replace", "path": "photos[primary eq true]", "value": {"value": "https://e.org/n"}},
    ]));
    assert_eq!(
        set["photos"][0],
        json!({"value": "https://e.org/n"}),
        "the whole chosen value"
    );
    let gone = user_after(json!([{"op": "remove", "path": "photos[type eq \"photo\"]"}]));
    assert_eq!(
        gone["photos"].as_array().unwrap().len(),
        1,
        "the chosen value goes"
    );
    let gone = user_after(json!([{"op": "remove", "path": "photos[type eq \"photo\"].primary"}]));
    assert!(
        gone["photos"][0].get("primary").is_none(),
        "a part of the chosen value goes"
    );
}

#[test]
fn a_new_primary_value_takes_the_place_of_the_old() {
    let set = user_after(json!([
        {"op": "add", "path": "photos", "value": [{"value": "https://e.org/n", "primary": true}]},
    ]));
    assert_eq!(set["photos"][0]["primary"], false, "at most one is primary");
    assert_eq!(set["photos"][2]["primary"], true, "the last one said");
    let set = user_after(json!([
        {"op": "replace", "path": "photos[type eq \"thumbnail\"].primary", "value": true},
    ]));
    assert_eq!(set["photos"][0]["primary"], false, "also by a filter");
}

#[test]
fn adding_through_a_filter_makes_what_the_filter_describes() {
    let mut user = ada();
    user.remove("photos");
    let add = json!([{"op": "add", "path": "photos[type eq \"photo\"].value", "value": "https://e.org/n"}]);
    patch(user_type(), &mut user, add).unwrap();
    assert_eq!(
        user["photos"],
        json!([{"type": "photo", "value": "https://e.org/n"}]),
        "RFC 7644, 3.5.2.1"
    );
    let wrong =
        json!([{"op": "add", "path": "photos[type eq \"x\"].value", "value": "https://e.org/n"}]);
    let error = patch(user_type(), &mut user, wrong).unwrap_err();
    assert_eq!(
        scim_type(&error),
        "invalidValue",
        "what a filter describes is checked as any value"
    );
}

#[test]
fn what_is_so_already_changes_nothing() {
    for operations in [
        json!([{"op": "replace", "path": "active", "value": true}]),
        json!([{"op": "replace", "path": "roles", "value": [{"value": "user_admin"}]}]),
        json!([{"op": "remove", "path": "externalId"}, {"op": "add", "path": "externalId", "value": "Ext-1"}]),
        json!([{"op": "add", "path": "photos", "value": [{"value": "https://example.org/t.png"}]}]),
        json!([{"op": "replace", "value": {"id": "u1", "active": true}}]),
        json!([{"op": "replace", "value": {}}]),
        json!([{"op": "replace", "path": "userName", "value": "Ada@Example.org"}]),
    ] {
        let mut user = ada();
        let applied = patch(user_type(), &mut user, operations.clone()).unwrap();
        assert_eq!(
            applied,
            Applied::Unchanged,
            "{operations}: no new version for nothing"
        );
    }
}

proptest! {
    #[test]
    fn no_id_breaks_out_of_the_removal_of_a_member(id in any::<String>()) {
        let mut group = sales();
        let before = group.clone();
        let remove = PatchRequest::parse(group_type(), &request::remove_member(&id)).unwrap();
        prop_assert!(matches!(remove.operations[0].target, Target::Values { .. }), "one filter");
        remove.apply(group_type(), &mut group).unwrap();
        if id != "u1" && id != "u2" {
            prop_assert_eq!(group, before, "nobody else is removed");
        }
    }

    #[test]
    fn no_path_makes_the_reader_panic(path in any::<String>()) {
        let body = json!({"Operations": [{"op": "remove", "path": path}]});
        let _ = PatchRequest::parse(user_type(), &body);
    }

    #[test]
    fn applying_a_request_twice_is_applying_it_once(
        path in prop::sample::select(vec![
            "displayName", "active", "externalId", "photos", "photos.value", "roles",
            "photos[type eq \"photo\"]", "photos[type eq \"photo\"].primary",
        ]),
        op in prop::sample::select(vec!["add", "replace", "remove"]),
        value in prop::sample::select(vec![
            json!("x"), json!(true), json!(null), json!([]), json!({}),
            json!([{"value": "https://e.org/x", "type": "photo"}]),
            json!({"value": "https://e.org/x"}), json!([{"value": "admin"}]),
        ]),
    ) {
        let mut user = ada();
        let operations = json!([{"op": op, "path": path, "value": value}]);
        if patch(user_type(), &mut user, operations.clone()).is_ok() {
            let once = user.clone();
            if let Ok(again) = patch(user_type(), &mut user, operations) {
                prop_assert_eq!(again, Applied::Unchanged, "a repeated request is harmless");
                prop_assert_eq!(user, once);
            }
        }
    }
}
