//! The router called without a socket, as a simulator does: the same ids for the same seed.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use rollcall_model::SystemClock;
use rollcall_org_server::{DataPlace, OrgServer, Randomness, Settings};
use serde_json::{Value, json};
use tower::ServiceExt as _;

async fn made_in_a_seeded_server() -> (Value, OrgServer) {
    let mut settings = Settings::new("http://simulated");
    settings.randomness = Randomness::Seeded(7);
    let server = OrgServer::open(&DataPlace::Memory, Arc::new(SystemClock), &settings).unwrap();
    let token = server.found("Simulated", "ada@example.org").unwrap();
    let request = Request::post("/Users")
        .header("authorization", format!("Bearer {}", token.reveal()))
        .header("content-type", "application/scim+json")
        .body(Body::from(
            json!({ "userName": "new@example.org" }).to_string(),
        ))
        .unwrap();
    let answer = server.router().oneshot(request).await.unwrap();
    assert_eq!(answer.status(), 201);
    let body = to_bytes(answer.into_body(), 1 << 20).await.unwrap();
    (serde_json::from_slice(&body).unwrap(), server)
}

#[tokio::test]
async fn the_same_seed_makes_the_same_ids() {
    let (first, server) = made_in_a_seeded_server().await;
    let (second, _) = made_in_a_seeded_server().await;
    assert_eq!(
        first["id"], second["id"],
        "a simulation can be played again"
    );
    let lines = server.audit_after(0, 10).unwrap();
    assert_eq!(
        lines.last().unwrap().origin,
        "in process",
        "there is no address to tell"
    );
}
