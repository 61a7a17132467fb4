//! A token that is revoked ends the session and takes nothing away that was there to be seen.

use rollcall_model::Role;
use rollcall_testkit::TestServer;

use super::steps::connected;
use crate::desk::Desk;

#[tokio::test]
async fn a_revoked_token_leaves_the_list_readable_until_the_same_person_signs_in() {
    let desk = Desk::with_keychain();
    let server = TestServer::start(40);
    let window = connected(&desk, &server, Role::Admin).await;
    let tokens = server.server().tokens().expect("the tokens are listed");
    for token in &tokens {
        server
            .server()
            .revoke_token(&token.id)
            .expect("the token is revoked");
    }
    window.press("button", "Refresh").await;
    window
        .reads("Your session ended. Viewing still works.")
        .await;
    window.reads("40 users").await;
    window.screenshot("session-ended").await;

    let fresh = server.server().issue_role_tokens().expect("fresh tokens");
    let fresh = fresh
        .iter()
        .find(|issued| issued.role == Role::Admin)
        .expect("an Admin");
    window.press("button", "Sign in").await;
    window.fill("API token", fresh.token.reveal()).await;
    window.press("button", "Sign in").await;
    window.reads("Online").await;
    window.reads_no_more("Your session ended.").await;
    window.close().await;
}
