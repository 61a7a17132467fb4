//! A Member sees a plain page: why the settings are closed, and the workspaces that were granted.

use rollcall_model::Role;
use serde_json::Value;

use crate::desk::Desk;
use crate::told::Told;

#[tokio::test]
async fn a_member_sees_the_workspaces_granted_and_the_servers_own_reason_for_the_rest() {
    let desk = Desk::new();
    let window = desk.open(&["--demo=member", "--print-tokens"]).await;
    let server = Told::from_ready_line_as(&window.printed("{"), Role::Member);
    window.reads("No access to organization settings").await;
    let reason = server.attempt("GET", "/Users", Value::Null).await;
    let reason = reason.expect_err("a Member may not see users");
    assert!(reason.starts_with("Members can't"), "{reason}");
    window.reads(&reason).await;
    let granted = server.own_workspaces().await;
    assert!(!granted.is_empty(), "the demo's Member was granted some");
    window.reads("Your workspaces").await;
    for name in &granted {
        window.reads(name).await;
    }
    let rail =
        "return [...document.querySelectorAll('.rail-label')].map((each) => each.textContent);";
    let rail = window.run(rail, vec![]).await;
    let rail = rail.as_array().expect("a list");
    assert!(
        !rail
            .iter()
            .any(|label| label == "Users" || label == "Outbox"),
        "what a role can never open is absent: {rail:?}"
    );
    window.axe("a Member's page").await;
    window.screenshot("member").await;
    window.close().await;
}
