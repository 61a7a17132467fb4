//! An e-mail is replaced by the keyboard alone: invited, accepted on the real page, and the old user goes.

use fantoccini::key::Key;
use rollcall_model::Role;
use serde_json::json;

use super::steps::{CONTROL, command, demo, finds, focus_is_back, focused, opens_outbox, tabs_to};
use crate::desk::Desk;
use crate::told::Told;
use crate::window::Window;

const NEW: &str = "zoe@new.example";

/// The link that the demo's server sent to the new address.
async fn link(window: &Window) -> String {
    let organizations = window.invoke("organizations", json!({})).await;
    let organization = organizations.expect("the demo is there")[0]["id"].clone();
    let asked = json!({ "organization": organization });
    loop {
        // The message goes out beside the answer.
        let messages = window.invoke("demo_mailbox", asked.clone()).await;
        let messages = messages.expect("the demo has a mailbox");
        let list = messages.as_array().expect("a list");
        if let Some(found) = list.iter().find(|message| message["to"] == NEW) {
            return found["link"].as_str().expect("a link").to_owned();
        }
    }
}

#[tokio::test]
async fn an_email_is_replaced_and_the_old_user_goes_once_the_new_one_has_accepted() {
    let desk = Desk::new();
    let (window, server) = demo(&desk, Role::Admin).await;
    let member = server.somebody("member").await;
    finds(&window, &member).await;
    window.chord(&[char::from(Key::Enter)]).await;
    window.reads("Active since").await;

    command(&window, "Replace an e-mail").await;
    focused(&window, "New e-mail address").await;
    window.types(NEW).await;
    window.reads("Nobody in this list has this address.").await;
    window.reads("Contacts do not move.").await;
    window.axe("replace e-mail").await;
    window.screenshot("replace-email").await;
    tabs_to(&window, "When the new user has accepted").await;
    window.chord(&[char::from(Key::Down)]).await;
    window.reads("Step 2, as soon as that is done,").await;
    window.chord(&[char::from(Key::Up)]).await;
    window.reads("Step 2, once it is accepted,").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window.reads("Step 1 waits").await;
    focus_is_back(&window).await;
    window.axe("details, replaced").await;
    window.screenshot("replace-email-details").await;

    opens_outbox(&window).await;
    window.reads("Step 2 waits for acceptance").await;
    window.axe("outbox, replaced e-mail").await;
    window.screenshot("replace-email-outbox").await;
    tabs_to(&window, "Send all").await;
    window.chord(&[char::from(Key::Enter)]).await;
    window.reads("Step 1 is done").await;
    window.reads("Nothing waits").await;
    assert_eq!(
        server.person(&member.id).await.email,
        member.email,
        "the old user stays"
    );

    let browser = desk.browse(&link(&window).await).await;
    browser.fill("Your name", "Zoë").await;
    browser.press("button", "Accept the invitation").await;
    browser.reads("Welcome, Zoë").await;
    drop(browser);
    window.chord(&[char::from(Key::F5)]).await;
    window.reads("Step 2 is done").await;
    let zoe = server.found(NEW).await;
    assert_eq!(zoe["roles"][0]["value"], "member", "with the same access");
    window.close().await;
}

#[tokio::test]
async fn a_replacement_is_cancelled_from_the_details() {
    let desk = Desk::new().dark();
    let window = desk.open(&["--demo", "--print-tokens"]).await;
    let server = Told::from_ready_line(&window.printed("{"));
    let member = server.somebody("member").await;
    window.fill("Search users", &member.email).await;
    window.press("row", &member.name).await;
    window.press("button", "Replace e-mail").await;
    window.fill("New e-mail address", NEW).await;
    window.axe("replace e-mail, after dark").await;
    window.screenshot("replace-email-dark").await;
    window.press("button", "Replace e-mail of").await;
    window.reads("Step 1 waits").await;
    window.axe("details, replaced, after dark").await;
    window.press("button", "Cancel the replacement").await;
    window
        .reads("Cancelled: zoe@new.example is not added")
        .await;
    window.reads_no_more("Step 1 waits").await;
    window.press("button", "Outbox").await;
    window.reads("Nothing waits").await;
    window.close().await;
}
