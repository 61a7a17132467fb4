//! General: an Admin edits the organization's information by the keyboard alone; who may only look hears
//! why; two who edit the same at once decide field by field.

use fantoccini::key::Key;
use rollcall_model::Role;
use rollcall_testkit::TestServer;

use super::steps::{CONTROL, command, connected, demo, focused, opens_outbox, tabs_to};
use crate::desk::Desk;
use crate::told::Told;

#[tokio::test]
async fn the_information_is_edited_by_the_keyboard_alone() {
    let desk = Desk::new();
    let (window, server) = demo(&desk, Role::Admin).await;
    command(&window, "Go to General").await;
    window.reads("https://www.northwind.example").await;
    window.rest().await;
    window.axe("General").await;
    window.screenshot("general").await;

    command(&window, "Edit the organization's information").await;
    focused(&window, "Name").await;
    tabs_to(&window, "Website").await;
    window.chord(&[CONTROL, 'a']).await;
    window.types("northwind").await;
    tabs_to(&window, "Time zone").await;
    window.chord(&[CONTROL, 'a']).await;
    window.types("europe/vienna").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window.reads("This is no address on the web.").await;
    focused(&window, "Website").await;
    window.axe("edit information, refused").await;
    window.screenshot("general-edit").await;
    window.chord(&[CONTROL, 'a']).await;
    window.types("https://northwind.example/new").await;
    window
        .reads("https://www.northwind.example → https://northwind.example/new")
        .await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window.reads("Europe/Zurich → Europe/Vienna waiting").await;
    window.axe("General, waiting").await;
    window.screenshot("general-waiting").await;
    opens_outbox(&window).await;
    window.reads("Change website").await;
    window.screenshot("general-outbox").await;
    window.press("button", "Send all").await;
    window.reads("Nothing waits").await;
    let now = server.organization().await;
    assert_eq!(now["website"], "https://northwind.example/new");
    assert_eq!(now["timeZone"], "Europe/Vienna");
    window.close().await;
}

#[tokio::test]
async fn who_may_only_look_hears_why_and_who_could_help() {
    for (role, sentence) in [
        (
            "billing_admin",
            "Billing Admins can't edit the organization's information.",
        ),
        (
            "user_admin",
            "User Admins can't edit the organization's information.",
        ),
    ] {
        let desk = Desk::new().dark();
        let window = desk.open(&[&format!("--demo={role}")]).await;
        window.reads("Online").await;
        window.press("button", "General").await;
        window.reads("https://www.northwind.example").await;
        window.reads(sentence).await;
        window.reads("Ask an Admin:").await;
        for button in ["Edit", "Delete organization"] {
            let closed = "it.getAttribute('aria-disabled') + ' ' + document.getElementById(it.getAttribute('aria-describedby')).textContent";
            let said = window.of("button", button, closed).await;
            let said = said.as_str().unwrap_or_default().to_owned();
            assert!(
                said.starts_with("true") && said.contains("can't"),
                "{button} stays in reach with its reason: {said}"
            );
        }
        if role == "user_admin" {
            window.reads("CHE-123.456.789 MWST").await;
            window.reads("Free seats").await;
        }
        window.axe(&format!("General for {role}")).await;
        window.screenshot(&format!("general-{role}-dark")).await;
        window.resize(320, 640).await;
        window.reads(sentence).await;
        window.axe(&format!("General for {role}, narrow")).await;
        window
            .screenshot(&format!("general-{role}-narrow-dark"))
            .await;
        window.close().await;
    }
}

#[tokio::test]
async fn an_edit_made_offline_comes_back_as_a_conflict_of_the_one_field_that_is_one() {
    let desk = Desk::with_keychain();
    let mut server = TestServer::start(40);
    let told = Told::of(&server);
    let window = connected(&desk, &server, Role::Admin).await;
    window.press("button", "General").await;
    window.reads("https://www.northwind.example").await;
    server.stop();
    window.press("button", "Users").await;
    window.press("button", "Refresh").await;
    window.reads("Offline.").await;
    window.press("button", "General").await;
    window.press("button", "Edit").await;
    window.fill("Name", "Northwind & Sons").await;
    window.fill("Website", "https://mine.example").await;
    window.press("button", "Save 2 changes").await;
    window.reads("2 changes wait").await;
    window.reads("Northwind → Northwind & Sons waiting").await;
    window.close().await;

    server.start_again();
    told.set_of_organization("website", "https://theirs.example")
        .await;
    let window = desk.open(&[]).await;
    window.reads("1 change could not be made").await;
    window.press("button", "Review").await;
    window.reads("Now on the server").await;
    window.reads("https://theirs.example").await;
    window.axe("a conflict about the organization").await;
    window.screenshot("general-conflict").await;
    window
        .press("button", "Ask for https://mine.example again")
        .await;
    window.reads("1 change waits").await;
    window.press("button", "Send all").await;
    window.reads("Nothing waits").await;
    let now = told.organization().await;
    assert_eq!(
        now["displayName"], "Northwind & Sons",
        "nobody was in its way"
    );
    assert_eq!(now["website"], "https://mine.example");
    window.close().await;
}
