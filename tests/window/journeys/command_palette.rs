//! The command palette with the keyboard alone: found by name, run by Enter, a reason where it can't be.

use fantoccini::key::Key;
use rollcall_model::Role;

use super::steps::{demo, dialog_is_gone, focused};
use crate::desk::Desk;

#[tokio::test]
async fn a_command_is_found_by_its_name_and_run_without_the_pointer() {
    let desk = Desk::new();
    let (window, _) = demo(&desk, Role::Admin).await;
    let (control, enter) = (char::from(Key::Control), char::from(Key::Enter));

    window.chord(&[control, 'k']).await;
    window.find("dialog", "Commands").await;
    // One can type at once.
    focused(&window, "combobox").await;
    window.screenshot("commands").await;
    window.types("pending").await;
    window.reads("Filter by state: Pending").await;
    window.chord(&[enter]).await;
    window.find("button", "State: Pending").await;
    window.find("row", "Pending").await;

    window.chord(&[control, 'k']).await;
    focused(&window, "combobox").await;
    window.types("take back").await;
    window
        .reads("No change waits, so there is nothing to take back.")
        .await;
    window.chord(&[enter]).await;
    window.find("dialog", "Commands").await;
    window.chord(&[char::from(Key::Escape)]).await;
    dialog_is_gone(&window).await;
    // The focus is where it was.
    focused(&window, "grid").await;

    window.chord(&[control, 'k']).await;
    focused(&window, "combobox").await;
    window.types("go to outb").await;
    window.reads("Go to Outbox").await;
    window.chord(&[enter]).await;
    window.find("heading", "Outbox").await;
    window.reads("Nothing waits").await;
    window.close().await;
}
