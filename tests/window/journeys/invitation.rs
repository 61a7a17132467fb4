//! An invitation followed the whole way: from the demo's mailbox over the page in a browser to the list.

use rollcall_model::Role;
use std::path::Path;

use super::steps::demo;
use crate::desk::Desk;
use crate::told::Told;
use crate::window::Window;

const EMAIL: &str = "zoe.newcomer@northwind.example";

#[tokio::test]
async fn an_invitation_is_read_opened_and_accepted() {
    let desk = Desk::new();
    let noted = desk.noting_browser();
    let (window, server) = demo(&desk, Role::Admin).await;
    window.press("button", "Demo mailbox").await;
    window.reads("No message yet").await;
    window.axe("demo mailbox, empty").await;

    let added = server.add(EMAIL).await;
    // The message goes out beside the answer; whoever looks again sees it.
    while window
        .run("return reading().includes('No message yet');", vec![])
        .await
        == true
    {
        window.press("button", "Look again").await;
    }
    window.reads(&format!("To {EMAIL}")).await;
    window.reads("invites you to Northwind").await;
    window.axe("demo mailbox").await;
    window.screenshot("demo-mailbox").await;
    window.press("button", "Open in the browser").await;
    let link = written(&window, &noted).await;

    let browser = desk.browse(&link).await;
    browser.reads("Join Northwind").await;
    browser.reads(&format!("You are invited as {EMAIL}.")).await;
    browser.axe("an invitation's page").await;
    browser.screenshot("invitation").await;
    browser.press("button", "Accept the invitation").await;
    browser
        .reads("The name holds nothing that can be seen.")
        .await;
    browser.axe("an invitation's page, refused").await;
    browser.fill("Your name", "Zoë <b>Newcomer</b>").await;
    browser.press("button", "Accept the invitation").await;
    browser.reads("Welcome, Zoë <b>Newcomer</b>").await;
    browser.axe("an accepted invitation").await;
    browser.screenshot("invitation-accepted").await;
    drop(browser);

    let accepted = server.person(&added.id).await;
    assert_eq!(
        accepted.name, "Zoë <b>Newcomer</b>",
        "the name that was given"
    );
    let used = desk.browse(&link).await;
    used.reads("This invitation was accepted already").await;
    used.axe("a used link").await;
    drop(used);

    window.press("button", "Users").await;
    window.press("button", "Refresh").await;
    window.fill("Search users", EMAIL).await;
    window.reads("Zoë <b>Newcomer</b>").await;
    window.close().await;
}

#[tokio::test]
async fn the_page_is_readable_after_dark_and_on_a_narrow_screen() {
    let desk = Desk::new().dark();
    let server = rollcall_testkit::TestServer::start(8);
    Told::of(&server).add(EMAIL).await;
    let browser = desk.browse(&server.newest_link(EMAIL, "")).await;
    browser.reads("Join Northwind").await;
    let is_dark = "matchMedia('(prefers-color-scheme: dark)').matches";
    browser.until("the page is dark", is_dark).await;
    browser.axe("an invitation's page after dark").await;
    let narrow = "document.documentElement.style.width = '320px';
        return [...document.body.querySelectorAll('*')].every((each) => each.getBoundingClientRect().right <= 320);";
    let fits = browser.run(narrow, vec![]).await;
    assert_eq!(fits, true, "nothing stands out at 320 px");
    browser.screenshot("invitation-dark").await;
}

/// What the browser was asked to open.
async fn written(window: &Window, file: &Path) -> String {
    loop {
        if let Ok(text) = std::fs::read_to_string(file) {
            return text;
        }
        window.rest().await;
    }
}
