//! The organization is deleted: what goes is counted, its name is typed, every session ends; and what was
//! last read stays to be looked at, until a person removes that, too.

use rollcall_model::Role;
use rollcall_testkit::TestServer;

use super::steps::{connected, loses};
use crate::desk::Desk;
use crate::window::Window;

async fn deletes(window: &Window) {
    window.press("button", "General").await;
    window.press("button", "Delete organization").await;
    window.reads("Delete Northwind?").await;
    window.reads("40 users").await;
    window
        .reads("The subscription (active) ends at once.")
        .await;
    window.axe("delete the organization").await;
    window.screenshot("general-delete").await;
    let closed = "it.getAttribute('aria-disabled')";
    window.fill("Type Northwind to confirm", "northwin").await;
    assert_eq!(
        window.of("button", "Delete Northwind", closed).await,
        "true"
    );
    window.types("d").await;
    window.press("button", "Delete Northwind").await;
    window.reads("was deleted on the server.").await;
    window.axe("the organization was deleted").await;
    window.screenshot("general-deleted").await;
}

#[tokio::test]
async fn what_was_last_read_is_kept_to_be_looked_at_and_nothing_else_works() {
    let server = TestServer::start(40);
    let desk = Desk::with_keychain();
    let window = connected(&desk, &server, Role::Admin).await;
    deletes(&window).await;
    let (url, token) = (server.url(), server.token(Role::UserAdmin));
    let asked = reqwest::Client::new()
        .get(format!("{url}/Me"))
        .bearer_auth(token.reveal());
    let answer = asked.send().await.expect("the server answers");
    assert_eq!(answer.status(), 401, "every session has ended");

    window.press("button", "Keep what was read").await;
    window
        .reads("This organization was deleted on the server.")
        .await;
    window
        .reads("What was last read of it can be looked at")
        .await;
    window.axe("General of a deleted organization").await;
    window.press("button", "Users").await;
    window.reads("Deleted on the server").await;
    window.press("row", "").await;
    window.reads("Active since").await;
    let closed = "it.getAttribute('aria-disabled')";
    for button in ["Add user", "Suspend", "Delete"] {
        assert_eq!(
            window.of("button", button, closed).await,
            "true",
            "{button}"
        );
    }
    window.axe("users of a deleted organization").await;
    window.screenshot("users-of-a-deleted-organization").await;
    window.close().await;

    let window = desk.open(&[]).await;
    window
        .reads("This organization was deleted on the server.")
        .await;
    window.reads("40 users").await;
    window.press("button", "Remove…").await;
    window.find("button", "Remove Northwind").await;
    window
        .axe("remove what is left of a deleted organization")
        .await;
    window.screenshot("remove-a-deleted-organization").await;
    window.close().await;
}

#[tokio::test]
async fn what_was_last_read_is_removed_from_this_computer_too() {
    let server = TestServer::start(40);
    let desk = Desk::with_keychain();
    let window = connected(&desk, &server, Role::Admin).await;
    deletes(&window).await;
    window.press("button", "Remove it from this computer").await;
    window.press("button", "Remove Northwind").await;
    window.reads("Connect your organization").await;
    window.close().await;

    let window = desk.open(&[]).await;
    window.reads("Connect your organization").await;
    window.close().await;
}

#[tokio::test]
async fn without_the_server_it_is_not_offered_and_says_why() {
    let mut server = TestServer::start(40);
    let desk = Desk::with_keychain().dark();
    let window = connected(&desk, &server, Role::Admin).await;
    loses(&window, &mut server).await;
    window.press("button", "General").await;
    let said = "it.getAttribute('aria-disabled') + ' ' + document.getElementById(it.getAttribute('aria-describedby')).textContent";
    let said = window.of("button", "Delete organization", said).await;
    let said = said.as_str().unwrap_or_default().to_owned();
    assert!(
        said.starts_with("true") && said.contains("never waits in the Outbox"),
        "{said}"
    );
    window.close().await;
}
