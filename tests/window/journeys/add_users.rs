//! Adding users: one by the keyboard alone, many from a list and from a file, each as far as it may go.

use std::fmt::Write as _;

use fantoccini::key::Key;
use rollcall_model::Role;
use serde_json::json;

use super::steps::{CONTROL, demo, dialog_is_gone, focus_is_back, focused, tabs_to};
use crate::desk::Desk;
use crate::window::Window;

#[tokio::test]
async fn a_user_is_added_with_workspaces_by_the_keyboard_alone() {
    let desk = Desk::new();
    let (window, server) = demo(&desk, Role::Admin).await;
    let there = server.somebody("member").await;

    window.chord(&[CONTROL, 'n']).await;
    focused(&window, "E-mail address").await;
    window.types(&there.email).await;
    window.reads("has this e-mail address already.").await;
    window.axe("add user, the address is taken").await;
    window.chord(&[CONTROL, 'a']).await;
    window.types("zoe@new.example").await;
    window.reads("Nobody in this list has this address.").await;
    tabs_to(&window, "Member").await;
    window.chord(&[char::from(Key::Up)]).await;
    // Arrows move among the roles.
    focused(&window, "radio User Admin").await;
    window.axe("add user").await;
    window.screenshot("add-user").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;

    window.find("heading", "Assign workspaces").await;
    window.reads("Waiting in Outbox").await;
    window
        .until(
            "the keyboard begins at the workspaces",
            "document.activeElement.matches('workspace-checks input')",
        )
        .await;
    window.axe("assign workspaces").await;
    tabs_to(&window, "Logistics").await;
    window.chord(&[' ']).await;
    window.find("button", "Assign 1 workspace").await;
    window.screenshot("add-user-assign").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    focus_is_back(&window).await;

    window.chord(&[CONTROL, 'f']).await;
    window.types("zoe@new").await;
    window.find("row", "zoe@new.example").await;
    window
        .until(
            "the server has them, with the workspace",
            "find('row', 'zoe@new.example') && reading().includes('Pending') && !/\\d changes? waits?/.test(reading())",
        )
        .await;
    let zoe = server.found("zoe@new.example").await;
    assert_eq!(zoe["roles"][0]["value"], "user_admin");
    assert_eq!(
        zoe["groups"].as_array().map(Vec::len),
        Some(1),
        "the second mutation took the id of the first: {zoe}"
    );
    window.close().await;
}

#[tokio::test]
async fn a_pasted_list_says_what_becomes_of_each_line_by_the_keyboard_alone() {
    let desk = Desk::new().dark();
    let (window, server) = demo(&desk, Role::Admin).await;
    let there = server.somebody("member").await;
    window.chord(&[CONTROL, 'n']).await;
    focused(&window, "E-mail address").await;
    tabs_to(&window, "Many at once").await;
    window.chord(&[char::from(Key::Enter)]).await;
    focused(&window, "Addresses").await;
    window
        .types(&format!(
            "Ruiz, Ana <ana@new.example>; <img src=x onerror=alert(1)>, {}, ana@NEW.example",
            there.email
        ))
        .await;
    tabs_to(&window, "Member").await;
    window.axe("many, the list").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window.find("button", "Add 1 user").await;
    window.reads("Already there 2").await;
    window.reads("Can't be read 1").await;
    window.reads("img src=x onerror=alert(1)").await;
    tabs_to(&window, "Lines of the list").await;
    window.chord(&[char::from(Key::Down)]).await;
    window.reads("Line 1: E-mail address:").await;
    window.axe("many, the preview").await;
    window.screenshot("add-many-preview-dark").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window.reads("1 user to add").await;
    window.axe("many, done").await;
    window.screenshot("add-many-done-dark").await;
    window.chord(&[char::from(Key::Escape)]).await;
    focus_is_back(&window).await;
    window.fill("Search users", "ana@new").await;
    window.find("row", "Ruiz, Ana").await;
    window
        .until("it is sent", "!/\\d changes? waits?/.test(reading())")
        .await;
    let ana = server.found("ana@new.example").await;
    assert_eq!(ana["displayName"], "Ruiz, Ana");
    window.close().await;
}

#[tokio::test]
async fn ten_thousand_lines_of_a_file_are_previewed_and_stopped_while_the_window_stays_alive() {
    let desk = Desk::new();
    let (window, server) = demo(&desk, Role::Admin).await;
    server
        .set_of_organization("subscription.seats", 20_000)
        .await;
    window.press("button", "Refresh").await;
    window.press("button", "Billing").await;
    window.reads("20,000").await;
    window.press("button", "Users").await;
    let mut file = String::from("Display name;E-Mail;Role\r\n");
    for number in 0..9_998 {
        let _ = write!(file, "=Person {number};p{number}@new.example;member\r\n");
    }
    file.push_str("Nobody;nowhere;member\r\nTwice;P0@new.example;\r\n");
    let path = desk.folder().join("people.csv");
    std::fs::write(&path, file).expect("a file");

    window.press("button", "Add user").await;
    window.press("button", "Many at once").await;
    window.find("button", "Choose a file").await;
    window.give("#list-file", &path).await;
    window.reads("people.csv").await;
    window.press("button", "Preview").await;
    window.find("button", "Add 9,998 users").await;
    window.reads("Read as cells separated by semicolons").await;
    let rows = "document.querySelectorAll('dialog .grid-row').length";
    let drawn = window.run(&format!("return {rows};"), vec![]).await;
    assert!(
        drawn.as_u64().is_some_and(|rows| rows < 100),
        "rows are recycled: {drawn}"
    );
    tabs_to(&window, "Lines of the list").await;
    window.chord(&[char::from(Key::End)]).await;
    window
        .reads("Line 10,001: Line 2 has this address already.")
        .await;
    window.screenshot("add-many-preview").await;

    window.press("button", "Add 9,998 users").await;
    window.press("button", "Stop").await;
    let alive = window
        .awaits("requestAnimationFrame(() => arguments[0](true));")
        .await;
    assert_eq!(alive, true, "frames are drawn meanwhile");
    window.reads("users of the list are not added.").await;
    window.screenshot("add-many-stopped").await;
    window.press("button", "Close").await;
    window.close().await;
}

#[tokio::test]
async fn the_dialogs_stay_whole_with_large_text_and_in_little_space() {
    let desk = Desk::new();
    let (window, _) = demo(&desk, Role::UserAdmin).await;
    for (name, size, width) in [("200-percent", "200%", 1280), ("320-pixels", "", 320)] {
        window.resize(width, 800).await;
        window
            .run(
                "document.documentElement.style.fontSize = arguments[0];",
                vec![json!(size)],
            )
            .await;
        window.chord(&[CONTROL, 'n']).await;
        focused(&window, "E-mail address").await;
        window.reads("User Admins can add Members only.").await;
        window.screenshot(&format!("add-user-{name}")).await;
        fits(&window).await;
        window.press("button", "Many at once").await;
        window.fill("Addresses", "ana@new.example, ben").await;
        window.press("button", "Preview").await;
        window.find("button", "Add 1 user").await;
        window.screenshot(&format!("add-many-{name}")).await;
        fits(&window).await;
        window.chord(&[char::from(Key::Escape)]).await;
        dialog_is_gone(&window).await;
    }
    window.close().await;
}

/// Nothing sticks out of the dialog sideways.
async fn fits(window: &Window) {
    let overflow = "const content = document.querySelector('.dialog-content');
        return [front().scrollWidth - front().clientWidth, content.scrollWidth - content.clientWidth];";
    let beyond = window.run(overflow, vec![]).await;
    assert_eq!(beyond, json!([0, 0]), "nothing is cut off at the side");
}
