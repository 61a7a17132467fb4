//! Selecting people: by key and by pointer, some and all, and that it stays with the people.

use fantoccini::key::Key;
use rollcall_model::Role;

use super::steps::{demo, focused};
use crate::desk::Desk;

#[tokio::test]
async fn people_are_selected_by_key_and_pointer_and_stay_selected() {
    let desk = Desk::new();
    let (window, _) = demo(&desk, Role::Admin).await;
    let (control, shift) = (char::from(Key::Control), char::from(Key::Shift));
    let [down, page_down, escape] = [Key::Down, Key::PageDown, Key::Escape].map(char::from);

    window.find("row", "").await;
    focused(&window, "grid").await;
    window.chord(&[' ']).await;
    window.reads("1 selected").await;
    window.chord(&[shift, down]).await;
    window.chord(&[shift, down]).await;
    window.reads("3 selected").await;
    window.axe("users, selected").await;
    window.screenshot("selected").await;
    window.chord(&[shift, page_down]).await;
    window.reads_no_more("3 selected").await;
    let chosen = "document.querySelectorAll('[role=row][aria-selected=true]').length > 3";
    window.until("a page was added", chosen).await;

    // Another order: the same people, wherever they stand now.
    window.chord(&[escape]).await;
    window.reads_no_more("selected").await;
    let first = window
        .of(
            "row",
            "",
            "it.click(), it.querySelector('.who-mail').textContent",
        )
        .await;
    window.chord(&[escape]).await;
    window.chord(&[' ']).await;
    window.reads("1 selected").await;
    window.press("button", "E-mail").await;
    window.press("button", "E-mail").await;
    window
        .fill("Search users", first.as_str().expect("an address"))
        .await;
    window.reads("1 match").await;
    window
        .until(
            "the same one is selected",
            "document.querySelector('[role=row][aria-selected=true]')",
        )
        .await;
    window.reads("1 selected").await;

    window.press("button", "Clear").await;
    window.reads_no_more("selected").await;
    window.chord(&[control, 'f']).await;
    window.fill("Search users", "an").await;
    window.chord(&[down]).await;
    window.chord(&[control, 'a']).await;
    window.reads("matches selected").await;
    window.screenshot("selected-all").await;
    window.press("button", "Copy e-mail addresses").await;
    window.reads("Copied: ").await;
    window.close().await;
}
