//! Bulk: reading, order, references (RFC 7644, section 3.7).

use rollcall_scim::bulk::{BulkIds, BulkRequest, BulkResponse, BulkResult, Limits, Method};
use serde_json::{Value, json};

use crate::scim_type;

const LIMITS: Limits = Limits {
    max_operations: 10,
    max_payload: 1 << 20,
};

fn request(operations: Value) -> BulkRequest {
    BulkRequest::parse(&json!({"Operations": operations}), LIMITS).unwrap()
}

fn group(bulk_id: &str, member: &str) -> Value {
    json!({
        "method": "POST",
        "path": "/Groups",
        "bulkId": bulk_id,
        "data": {"displayName": bulk_id, "members": [{"value": member}]},
    })
}

fn user(bulk_id: &str) -> Value {
    json!({"method": "post", "path": "/Users", "bulkId": bulk_id, "data": {"userName": bulk_id}})
}

fn done(request: &BulkRequest) -> Vec<usize> {
    request.order().into_iter().filter_map(Result::ok).collect()
}

#[test]
fn a_resource_is_made_before_it_is_referred_to() {
    let request = request(json!([
        group("g", "bulkId:u"),
        {"method": "PATCH", "path": "/Groups/bulkId:g", "data": {"Operations": []}},
        user("u"),
        user("v"),
    ]));
    assert_eq!(
        done(&request),
        [2, 0, 1, 3],
        "the request's order, but what is needed goes first"
    );
}

#[test]
fn a_circle_of_references_is_refused_and_the_rest_is_done() {
    let request = request(json!([
        group("a", "bulkId:b"),
        group("b", "bulkId:a"),
        group("c", "bulkId:a"),
        group("self", "bulkId:self"),
        user("u"),
    ]));
    let order = request.order();
    assert_eq!(done(&request), [4], "only what can be made");
    let refused: Vec<(usize, u16)> = order
        .into_iter()
        .filter_map(Result::err)
        .map(|(index, error)| (index, error.status))
        .collect();
    assert_eq!(
        refused,
        [(0, 409), (1, 409), (2, 409), (3, 409)],
        "each has its answer"
    );
}

#[test]
fn a_reference_to_nothing_is_refused() {
    let request = request(json!([group("a", "bulkId:nobody"), user("u")]));
    let errors: Vec<_> = request
        .order()
        .into_iter()
        .filter_map(Result::err)
        .collect();
    assert_eq!(errors.len(), 1, "the other goes on");
    assert_eq!(
        scim_type(&errors[0].1),
        "invalidValue",
        "no operation makes it"
    );
}

#[test]
fn references_become_ids_everywhere() {
    let request = request(json!([user("u"), {
        "method": "PATCH",
        "path": "/Users/bulkId:u",
        "data": {"Operations": [{"op": "add", "value": {"x": ["bulkId:u", "bulkId:", "other"]}}]},
    }]));
    let mut ids = BulkIds::new();
    assert!(
        ids.resolve(&request.operations[1]).is_err(),
        "nothing is made yet"
    );
    ids.insert("u".to_owned(), "42".to_owned());
    let resolved = ids.resolve(&request.operations[1]).unwrap();
    assert_eq!(resolved.path, "/Users/42", "in the path");
    assert_eq!(
        resolved.data["Operations"][0]["value"]["x"],
        json!(["42", "bulkId:", "other"]),
        "in values"
    );
}

#[test]
fn what_is_no_bulk_request_is_refused() {
    let parse = |body: Value| BulkRequest::parse(&body, LIMITS).unwrap_err();
    assert_eq!(scim_type(&parse(json!([]))), "invalidSyntax", "no object");
    assert_eq!(
        scim_type(&parse(json!({"Operations": {}}))),
        "invalidSyntax",
        "no list"
    );
    assert_eq!(
        scim_type(&parse(json!({"Operations": [], "failOnErrors": 0}))),
        "invalidSyntax",
        "0"
    );
    for operation in [
        json!({"method": "POST", "path": "/Users", "data": {}}),
        json!({"method": "PUT", "path": "/Users/1"}),
        json!({"method": "DELETE", "path": "Users/1"}),
        json!({"method": "DELETE"}),
    ] {
        let error = parse(json!({"Operations": [operation]}));
        assert_eq!(scim_type(&error), "invalidValue", "{operation}");
    }
    assert_eq!(
        scim_type(&parse(json!({"Operations": [user("u"), user("u")]}))),
        "invalidValue",
        "twice"
    );
    let many: Vec<Value> = (0..11).map(|n| user(&n.to_string())).collect();
    assert_eq!(
        parse(json!({"Operations": many})).status,
        413,
        "more than is announced"
    );
}

#[test]
fn a_response_has_the_rfcs_shape() {
    let result = BulkResult {
        method: Method::Post,
        bulk_id: Some("u".to_owned()),
        location: Some("https://example.org/Users/42".to_owned()),
        version: None,
        status: 201,
        response: None,
    };
    let body = serde_json::to_value(BulkResponse::new(vec![result])).unwrap();
    let expected = json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkResponse"],
        "Operations": [{
            "method": "POST",
            "bulkId": "u",
            "location": "https://example.org/Users/42",
            "status": "201",
        }],
    });
    assert_eq!(body, expected, "RFC 7644, 3.7.3: status is a text");
}
