//! What our server says of itself, and that our client understands it.

use rollcall_scim::discovery::{self, Offer};
use rollcall_scim::{bulk, list::ListResponse, rollcall, schema, wire};
use serde_json::Value;

const BASE: &str = "https://example.org/scim";

fn offer() -> Offer {
    Offer {
        bulk: bulk::Limits {
            max_operations: 100,
            max_payload: 1 << 20,
        },
        max_page: 1000,
        default_page: 100,
        cursor_seconds: Some(600),
        delta_token_seconds: 86_400,
        documentation: None,
    }
}

#[test]
fn our_client_reads_our_configuration() {
    let config = discovery::service_provider_config(BASE, &offer());
    let read = wire::server_config(&config.to_string()).unwrap();
    let expected = wire::ServerConfigWire {
        patch: true,
        bulk: true,
        filter: true,
        max_results: Some(1000),
        sort: true,
        etag: true,
        cursor: true,
        index: Some(true),
        max_page: Some(1000),
        delta: true,
    };
    assert_eq!(read, expected, "both sides mean the same");
    assert_eq!(
        config["changePassword"]["supported"], false,
        "RFC 7643, 5: required members"
    );
    assert_eq!(
        config["authenticationSchemes"][0]["type"], "oauthbearertoken",
        "RFC 7643, 5"
    );
    assert_eq!(
        config["pagination"]["cursorTimeout"], 600,
        "RFC 9865, section 4"
    );
}

#[test]
fn our_client_reads_our_schemas() {
    let schemas = ListResponse::whole(discovery::schemas(BASE, rollcall::RESOURCE_TYPES));
    let text = serde_json::to_string(&schemas).unwrap();
    let read = wire::schemas(&text).unwrap();
    let ids: Vec<&str> = read.iter().map(|schema| &*schema.id).collect();
    let expected = [
        schema::USER,
        schema::ORGANIZATION_USER,
        schema::GROUP,
        schema::WORKSPACE,
        schema::INVITATION,
        schema::ORGANIZATION,
        schema::INVOICE,
    ];
    assert_eq!(ids, expected, "each schema once");
    let roles = read[0].attribute("ROLES").unwrap();
    assert_eq!(
        roles.accepted(),
        rollcall::ROLES,
        "the roles that the server takes"
    );
    let mutability = |name| {
        read[0]
            .attribute(name)
            .unwrap()
            .mutability
            .as_deref()
            .unwrap()
    };
    assert_eq!(
        mutability("userName"),
        "immutable",
        "only what is kept is declared"
    );
    assert_eq!(
        mutability("groups"),
        "readOnly",
        "only what is kept is declared"
    );
}

#[test]
fn our_client_reads_our_resource_types() {
    let types: Vec<Value> = rollcall::RESOURCE_TYPES
        .iter()
        .map(|kind| discovery::resource_type(BASE, kind))
        .collect();
    let text = serde_json::to_string(&ListResponse::whole(types)).unwrap();
    let read = wire::resource_types(&text).unwrap();
    assert_eq!(read[0].endpoint, "/Users", "users live here");
    assert!(
        read[0].has_extension(schema::ORGANIZATION_USER),
        "with our extension"
    );
    assert!(
        read[1].has_extension(schema::WORKSPACE),
        "with our extension"
    );
}

#[test]
fn a_schema_is_described_as_the_rfc_describes_it() {
    let user = discovery::schema(BASE, &rollcall::USER_SCHEMA);
    for attribute in user["attributes"].as_array().unwrap() {
        for member in [
            "name",
            "type",
            "multiValued",
            "description",
            "required",
            "mutability",
            "returned",
        ] {
            assert!(
                attribute.get(member).is_some(),
                "{member} of {attribute}: RFC 7643, 7"
            );
        }
        let is_complex = attribute["type"] == "complex";
        assert_eq!(
            attribute.get("subAttributes").is_some(),
            is_complex,
            "{attribute}"
        );
    }
    let name = &user["attributes"][0];
    assert_eq!(name["name"], "userName", "the first");
    assert_eq!(name["uniqueness"], "server", "unique");
    assert_eq!(name["caseExact"], false, "without case");
}
