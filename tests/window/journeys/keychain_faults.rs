//! A keychain that is locked, emptied, silent or forbidden, in the window: each is told for what it is, nobody is
//! taken for signed out, nothing is wiped, and it goes on once that is mended.

use rollcall_model::Role;
use rollcall_testkit::TestServer;

use super::steps::connected;
use crate::desk::Desk;
use crate::window::Window;

/// A desk with a keychain, and an organization in a program that was closed since.
async fn connected_before(server: &TestServer) -> Desk {
    let desk = Desk::with_keychain();
    let window = connected(&desk, server, Role::Admin).await;
    window.close().await;
    desk
}

/// What is never said of a keychain that doesn't answer as it should.
async fn nobody_is_signed_out(window: &Window) {
    for text in ["session ended", "Connect your organization"] {
        let says = format!("return reading().includes({text:?});");
        assert_eq!(window.run(&says, vec![]).await, false, "{text}");
    }
}

#[tokio::test]
async fn a_locked_keychain_is_said_to_be_and_opens_once_it_is_unlocked() {
    let server = TestServer::start(40);
    let mut desk = connected_before(&server).await;
    desk.lock_keychain();
    let window = desk.open(&[]).await;
    window.reads("Northwind can't be opened now").await;
    window
        .reads("The system keychain is locked. Unlock your login keyring")
        .await;
    window.reads("Nothing was changed or removed.").await;
    nobody_is_signed_out(&window).await;
    window.screenshot("keychain-locked").await;
    window.axe("a locked keychain").await;
    window.press("button", "Try again").await;
    let said = "reading().split('Unlock your login keyring').length > 2";
    window
        .until("it is said that it is locked still", said)
        .await;
    window.press("button", "Settings").await;
    window.find("radio", "Deutsch").await;
    window.press("button", "Users").await;

    desk.keychain().unlock();
    window.press("button", "Try again").await;
    window.reads("40 users").await;
    window.reads("Online").await;
    window.close().await;
}

#[tokio::test]
async fn an_emptied_keychain_wipes_nothing_and_a_lost_token_leaves_the_list() {
    let server = TestServer::start(40);
    let desk = connected_before(&server).await;
    desk.forget_secret("token");
    let window = desk.open(&[]).await;
    window.reads("40 users").await;
    window
        .reads("The sign-in can't be read from the system keychain. It may be locked. Viewing still works.")
        .await;
    nobody_is_signed_out(&window).await;
    window.screenshot("keychain-without-token").await;
    window.axe("a keychain without the token").await;
    window.press("button", "Settings").await;
    window.press("button", "Sign in again").await;
    let token = server.token(Role::Admin);
    window.fill("API token", token.reveal()).await;
    window.press("button", "Sign in").await;
    window.reads("Online").await;
    window.close().await;

    let before = files(&desk);
    desk.forget_secret("database-key");
    let window = desk.open(&[]).await;
    window.reads("Northwind can't be opened now").await;
    window
        .reads("Where it was deleted from the keychain, remove this organization here and connect it again.")
        .await;
    nobody_is_signed_out(&window).await;
    window.screenshot("keychain-empty").await;
    window.close().await;
    assert_eq!(files(&desk), before, "nothing was wiped");
}

/// The two files of the organization.
fn files(desk: &Desk) -> Vec<Vec<u8>> {
    let listed = std::fs::read_dir(desk.profile().join("organizations"));
    let folder = listed.expect("the profile is there").flatten().next();
    let folder = folder.expect("an organization is there").path();
    ["cache.db", "ledger.db"]
        .map(|name| std::fs::read(folder.join(name)).expect("the file is there"))
        .into()
}

#[tokio::test]
async fn a_silent_keychain_is_waited_for_so_long_and_no_longer() {
    let server = TestServer::start(40);
    let desk = connected_before(&server).await;
    desk.keychain().falls_silent();
    let window = desk.open(&[]).await;
    window.reads("Northwind").await;
    window.screenshot("keychain-silent").await;
    window
        .reads_at_last("The system keychain did not answer within 30 s.")
        .await;
    window.reads("Look for a prompt behind other windows").await;
    nobody_is_signed_out(&window).await;
    window.screenshot("keychain-slow").await;

    desk.keychain().answers_again();
    window.press("button", "Try again").await;
    window.reads("40 users").await;
    window.reads("Online").await;
    window.close().await;
}

#[tokio::test]
async fn a_keychain_that_is_forbidden_is_not_taken_for_a_missing_one() {
    let server = TestServer::start(40);
    let desk = connected_before(&server).await;
    desk.forbid_keychain();
    let window = desk.open(&[]).await;
    window.reads("Northwind can't be opened now").await;
    window
        .reads("The system keychain refused to let Rollcall in. Allow Rollcall to use your keyring")
        .await;
    nobody_is_signed_out(&window).await;
    window.screenshot("keychain-denied").await;
    window.close().await;

    desk.permit_keychain();
    let window = desk.open(&[]).await;
    window.reads("40 users").await;
    window.reads("Online").await;
    window.close().await;
}
