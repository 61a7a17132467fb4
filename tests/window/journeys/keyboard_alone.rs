//! Everything on the way to a changed role, without touching the pointer.

use fantoccini::key::Key;
use rollcall_model::Role;

use super::steps::{demo, dialog_is_gone, focus_is_back, focused};
use crate::desk::Desk;

#[tokio::test]
async fn a_role_is_changed_and_taken_back_with_the_keyboard_alone() {
    let desk = Desk::new();
    let (window, server) = demo(&desk, Role::Admin).await;
    let member = server.somebody("member").await;
    let control = char::from(Key::Control);

    window.chord(&[control, 'f']).await;
    // Ctrl+F leads to the search.
    focused(&window, "searchbox").await;
    window.types(&member.email).await;
    window.reads("row 1 of 1 match").await;
    window.chord(&[char::from(Key::Down)]).await;
    // The arrow leads from the search into the list.
    focused(&window, "grid").await;
    window.chord(&[char::from(Key::Enter)]).await;
    window.reads("Active since").await;

    window.chord(&[control, 'e']).await;
    window.reads("Nothing changes yet.").await;
    // The dialog begins at what is so now.
    focused(&window, "radio Member").await;
    window.chord(&[char::from(Key::Up)]).await;
    window.reads("What will change").await;
    // Arrows move among the roles.
    focused(&window, "radio User Admin").await;
    window.chord(&[control, char::from(Key::Enter)]).await;
    window.reads("1 change waits").await;
    focus_is_back(&window).await;
    window.chord(&[control, 'z']).await;
    window.reads_no_more("1 change waits").await;
    window.screenshot("keyboard-focus").await;
    window.chord(&[control, char::from(Key::Shift), 'o']).await;
    window.reads("Nothing waits").await;
    assert_eq!(
        server.person(&member.id).await.role,
        "member",
        "Ctrl+Z took it back in time"
    );
    window.chord(&[char::from(Key::F1)]).await;
    window.find("dialog", "").await;
    window.chord(&[char::from(Key::Escape)]).await;
    dialog_is_gone(&window).await;
    window.close().await;
}
