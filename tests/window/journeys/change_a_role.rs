//! An Admin opens the demo, finds somebody, changes their role, and the server has it.

use rollcall_model::Role;

use super::steps::demo;
use crate::desk::Desk;
use crate::told::Told;

#[tokio::test]
async fn a_changed_role_waits_with_a_badge_and_then_stands_on_the_server() {
    let desk = Desk::new();
    let (window, server) = demo(&desk, Role::Admin).await;
    let member = server.somebody("member").await;
    window
        .reads(&window.users(server.count().await).await)
        .await;
    window.screenshot("users").await;

    window.fill("Search users", &member.email).await;
    window.press("row", &member.name).await;
    window.reads("Active since").await;
    window.screenshot("user-details").await;
    window.press("button", "Edit").await;
    window.press("radio", "User Admin").await;
    window.reads("What will change").await;
    window.screenshot("edit").await;
    window.press("button", "Save 1 change").await;

    window
        .find("row", &format!("{} waiting", member.name))
        .await;
    window.reads("Waiting in Outbox").await;
    window.reads("1 change waits").await;
    let before = server.person(&member.id).await;
    assert_eq!(
        before.role, "member",
        "nothing has changed on the server while the change can be taken back"
    );
    window.screenshot("waiting").await;

    window.press("button", "Outbox").await;
    window.reads("Change role").await;
    window.screenshot("outbox").await;
    window.press("button", "Send all").await;
    window.reads("Done").await;
    assert_eq!(
        server.person(&member.id).await.role,
        "user_admin",
        "what is shown as done is on the server"
    );

    window.press("button", "Users").await;
    window.reads_no_more("1 change waits").await;
    let row = window
        .of("row", &member.name, "squeeze(it.innerText)")
        .await;
    let row = row.as_str().expect("a text");
    assert!(
        row.contains("User Admin"),
        "the row shows the role that holds now: {row}"
    );
    assert!(
        !row.contains("waiting"),
        "a confirmed change has no badge: {row}"
    );
    window.close().await;
}

#[tokio::test]
async fn a_change_taken_back_never_reaches_the_server() {
    let desk = Desk::new();
    let window = desk.open(&["--print-tokens"]).await;
    window.press("button", "Admin").await;
    let server = Told::from_ready_line(&window.printed("{"));
    let member = server.somebody("member").await;
    window.fill("Search users", &member.email).await;
    window.press("row", &member.name).await;
    window.press("button", "Edit").await;
    window.press("radio", "Billing Admin").await;
    window.press("button", "Save 1 change").await;
    window.press("button", "Take back").await;
    window.reads_no_more("1 change waits").await;
    let shown = format!("find('row', {})?.innerText", serde_json::json!(member.name));
    window
        .until(
            "what was taken back is shown no more",
            &format!("{shown} && !{shown}.includes('Billing Admin')"),
        )
        .await;
    assert_eq!(
        server.person(&member.id).await.role,
        "member",
        "what was taken back was not sent"
    );
    window.close().await;
}
