//! An Admin edits role, name and picture in one dialog; a User Admin sees what is locked, and why.

use fantoccini::key::Key;
use rollcall_model::Role;

use super::steps::{CONTROL, demo, finds, focus_is_back, focused, opens_outbox, tabs_to};
use crate::desk::Desk;

#[tokio::test]
async fn a_profile_is_edited_by_the_keyboard_alone() {
    let desk = Desk::new();
    let (window, server) = demo(&desk, Role::Admin).await;
    let member = server.somebody("member").await;
    finds(&window, &member).await;
    window.chord(&[CONTROL, 'e']).await;
    focused(&window, "Member").await;
    tabs_to(&window, "Display name").await;
    window.chord(&[CONTROL, 'a']).await;
    window.types("Zoë Nile").await;
    tabs_to(&window, "Picture").await;
    window.chord(&[CONTROL, 'a']).await;
    window.types("http://example.com/zoe.png").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window.reads("must begin with https://").await;
    focused(&window, "Picture").await;
    window.axe("edit, a picture refused").await;
    window.screenshot("edit-profile").await;
    window.chord(&[CONTROL, 'a']).await;
    window.chord(&[char::from(Key::Delete)]).await;
    window.reads("Zoë Nile").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    focus_is_back(&window).await;
    opens_outbox(&window).await;
    window.reads("Change display name").await;
    window.press("button", "Send all").await;
    window.reads("Done").await;
    assert_eq!(server.person(&member.id).await.name, "Zoë Nile");
    window.close().await;
}

#[tokio::test]
async fn a_user_admin_reads_the_profile_and_hears_why_it_is_locked() {
    let desk = Desk::new().dark();
    let (window, _) = demo(&desk, Role::UserAdmin).await;
    window.press("row", "").await;
    window.reads("Active since").await;
    window.chord(&[CONTROL, 'e']).await;
    window.reads("User Admins can't edit profiles.").await;
    let locked = window.of("textbox", "Display name", "it.readOnly").await;
    assert_eq!(locked, true, "it can be read and not changed");
    window.axe("edit for user_admin, profile locked").await;
    window.screenshot("edit-locked-dark").await;
    window.close().await;
}
