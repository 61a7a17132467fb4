//! Connecting: a mistake is explained where it was made, a missing keychain has a way out, and there
//! can be several organizations.

use rollcall_model::Role;
use rollcall_testkit::TestServer;

use crate::desk::Desk;
use crate::window::Window;

/// What the field says is wrong with it.
async fn complaint(window: &Window, field: &str) -> String {
    window
        .until(
            "a field complains",
            "document.querySelector('[aria-invalid=true]')",
        )
        .await;
    let described = "it.getAttribute('aria-invalid') === 'true'
        ? squeeze((it.getAttribute('aria-describedby') ?? '').split(/\\s+/).filter((id) => id.endsWith('error'))
            .map((id) => document.getElementById(id)?.textContent).join(' '))
        : 'nothing'";
    window
        .of("textbox", field, described)
        .await
        .as_str()
        .expect("a text")
        .to_owned()
}

#[tokio::test]
async fn a_wrong_address_or_token_is_explained_at_its_field() {
    let desk = Desk::new();
    let server = TestServer::start(12);
    let window = desk.open(&[]).await;
    window
        .fill("API token", server.token(Role::Admin).reveal())
        .await;
    for (address, reason) in [
        ("", "Enter the server's URL"),
        ("file:///etc/passwd", "must start with https://"),
        (
            "http://people.example.com",
            "http is only for a server on this same computer",
        ),
        (
            "http://127.0.0.1.evil.example",
            "http is only for a server on this same computer",
        ),
        (
            "https://good.example@evil.example",
            "must not contain a user name",
        ),
        ("https://people.example.com/?scim", "no query is allowed"),
    ] {
        window.fill("Address", address).await;
        window.press("button", "Connect").await;
        window
            .until(
                "the reason is given",
                &format!("reading().includes({})", serde_json::json!(reason)),
            )
            .await;
        assert!(
            complaint(&window, "Address").await.contains(reason),
            "{address:?} is wrong at its own field"
        );
    }
    window.screenshot("connect-wrong-address").await;

    window.fill("Address", &server.url()).await;
    window.fill("API token", "not-the-token").await;
    window.press("button", "Connect").await;
    window.reads("refuses this token").await;
    assert!(
        complaint(&window, "API token").await.contains("token"),
        "the token is wrong at its own field"
    );
    let organizations = std::fs::read_dir(desk.profile().join("organizations"));
    let kept = organizations.expect("the profile is there").count();
    assert_eq!(kept, 0, "nothing is kept of what did not work");
    window.close().await;
}

#[tokio::test]
async fn without_a_keychain_a_key_file_keeps_the_sign_in_over_a_restart() {
    let desk = Desk::new();
    let server = TestServer::start(40);
    let window = desk.open(&[]).await;
    window.connect("Northwind", &server, Role::Admin).await;
    window.reads("No system keychain is available.").await;
    window.screenshot("connect-no-keychain").await;
    window.press("radio", "Use a key file").await;
    window.press("button", "Connect").await;
    window.reads("You are Admin").await;
    window.reads("40 users").await;
    window.close().await;

    let window = desk.open(&[]).await;
    window.reads("Northwind").await;
    window.reads("40 users").await;
    window.reads("Online").await;
    window.close().await;
}

#[tokio::test]
async fn several_organizations_are_open_and_one_is_shown() {
    let desk = Desk::new();
    let server = TestServer::start(40);
    let window = desk.open(&["--demo=user_admin"]).await;
    window.reads("1,240 users").await;
    window.press("button", "Demo organization").await;
    window.press("menuitem", "Add an organization").await;
    window
        .connect("Northwind", &server, Role::BillingAdmin)
        .await;
    window.press("radio", "This session only").await;
    window.press("button", "Connect").await;
    window.reads("You are Billing Admin").await;
    window.reads("40 users").await;

    // The page is drawn anew in another language, and begins with what it showed, though the demo is there, too.
    window.press("button", "Settings").await;
    window.press("radio", "Deutsch").await;
    window.reads("Sie sind Abrechnungs-Admin").await;
    window.reads("40 Benutzer").await;
    window.press("button", "Einstellungen").await;
    window.press("radio", "English").await;
    window.reads("You are Billing Admin").await;
    window.watch_policy().await;

    window.press("button", "Northwind").await;
    window.screenshot("organizations").await;
    window.press("menuitem", "Demo organization").await;
    window.reads("You are User Admin").await;
    window.reads("1,240 users").await;
    window.close().await;
}
