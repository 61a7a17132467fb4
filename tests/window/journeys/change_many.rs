//! One change to one or to many: previewed, confirmed, and seen through in the Outbox.

use fantoccini::key::Key;
use rollcall_model::Role;

use super::steps::{demo, focused};
use crate::desk::Desk;
use crate::window::Window;

/// What stands on the button that does it.
async fn button(window: &Window) -> String {
    let text = window
        .until(
            "the button is there",
            "document.getElementById('change-users')?.textContent",
        )
        .await;
    text.as_str().expect("a text").trim().to_owned()
}

/// Selects everybody who matches, and opens the dialog that deletes them.
async fn deletes_all_that_match(window: &Window) {
    window.reads("matches").await;
    window
        .until(
            "the list has the focus",
            "find('grid', '')?.focus() ?? true",
        )
        .await;
    window.chord(&[char::from(Key::Control), 'a']).await;
    window.reads("matches selected").await;
    window.press("button", "Delete").await;
}

#[tokio::test]
async fn an_admin_is_deleted_with_the_keyboard_alone_and_the_address_typed() {
    let desk = Desk::new();
    let (window, server) = demo(&desk, Role::Admin).await;
    let person = server.somebody("member").await;
    server.set_role(&person, "admin").await;
    let before = server.count().await;
    let (control, shift) = (char::from(Key::Control), char::from(Key::Shift));
    let [down, delete, tab, enter] = [Key::Down, Key::Delete, Key::Tab, Key::Enter].map(char::from);

    window.chord(&[char::from(Key::F5)]).await;
    window.chord(&[control, 'f']).await;
    window.types(&person.email).await;
    window.reads("row 1 of 1 match").await;
    let is_admin = "find('row', '')?.querySelector('.cell-role')?.textContent.includes('Admin')";
    window.until("the new role is here", is_admin).await;
    window.chord(&[down]).await;
    window.chord(&[delete]).await;
    window
        .reads("This can't be undone: a new invitation would be needed.")
        .await;
    window.reads("is an Admin.").await;
    assert_eq!(button(&window).await, format!("Delete {}", person.name));
    // The dangerous one is never the default.
    focused(&window, "button Cancel").await;
    window.screenshot("delete-admin").await;

    // Over what compares the ways to end access, to the field before it.
    window.chord(&[shift, tab]).await;
    window.chord(&[shift, tab]).await;
    window.types("somebody else").await;
    window.chord(&[enter]).await;
    window.rest().await;
    let closed = "it.getAttribute('aria-disabled')";
    assert_eq!(window.of("button", "Delete ", closed).await, "true");
    assert_eq!(
        server.count().await,
        before,
        "another text confirms nothing"
    );
    window.chord(&[control, 'a']).await;
    window.types(&person.email).await;
    window.chord(&[enter]).await;
    window.reads("to be deleted").await;
    window
        .until(
            "the focus is back in the list",
            "front() === document && document.activeElement?.closest('[role=grid]')",
        )
        .await;
    window.screenshot("delete-waiting").await;
    window.reads("Nobody matches").await;
    assert_eq!(
        server.count().await,
        before - 1,
        "the server has deleted one"
    );
    window.close().await;
}

#[tokio::test]
async fn several_get_a_role_after_a_preview_and_are_one_thing_in_the_outbox() {
    let desk = Desk::new();
    let (window, _) = demo(&desk, Role::Admin).await;
    let (shift, down) = (char::from(Key::Shift), char::from(Key::Down));
    window.find("row", "").await;
    focused(&window, "grid").await;
    window.chord(&[' ']).await;
    for _ in 0..9 {
        window.chord(&[shift, down]).await;
    }
    window.reads("10 selected").await;
    window.press("button", "Change role").await;
    window
        .reads("Choose a role to see what would change.")
        .await;
    window.press("radio", "Billing Admin").await;
    window.reads("will change").await;
    window.axe("set role, previewed").await;
    window.screenshot("set-role-many").await;
    let label = button(&window).await;
    assert!(
        label.starts_with("Change role of ") && label.ends_with(" users"),
        "the button says how many: {label}"
    );
    let users = label["Change role of ".len()..].to_owned();
    window.press("button", &label).await;
    window.reads("waiting in Outbox").await;
    window.press("button", "Outbox").await;
    window
        .reads(&format!("Change role to Billing Admin, {users}"))
        .await;
    window.axe("outbox, many").await;
    window.screenshot("outbox-many").await;
    window.press("button", "Send all").await;
    window
        .reads(&format!("{} done", users.replace(" users", "")))
        .await;
    window.press("button", "Needs you").await;
    window.reads("Nothing here.").await;
    window.close().await;
}

#[tokio::test]
async fn a_user_admin_deletes_members_and_hears_why_the_others_stay() {
    let desk = Desk::new().dark();
    let (window, server) = demo(&desk, Role::UserAdmin).await;
    let before = server.count().await;
    window.press("button", "Role").await;
    for role in ["Admin", "Billing Admin", "User Admin"] {
        window.press("menuitem", role).await;
    }
    window.chord(&[char::from(Key::Escape)]).await;
    deletes_all_that_match(&window).await;
    window.reads("User Admins can delete Members only.").await;
    window.reads("0 users will change").await;
    window.axe("delete many, none allowed").await;
    window.screenshot("delete-none-allowed").await;
    assert!(
        window
            .run("return document.getElementById('change-users');", vec![])
            .await
            .is_null(),
        "there is nothing to press"
    );
    window.press("button", "Close").await;

    window.press("button", "Clear filters").await;
    window.fill("Search users", "ad").await;
    deletes_all_that_match(&window).await;
    window.reads("to confirm").await;
    window.reads("User Admins can delete Members only.").await;
    window.axe("delete many").await;
    window.screenshot("delete-many").await;
    let number = window
        .until(
            "the number is said",
            "document.querySelector('label[for=typed]')?.textContent.match(/\\d+/)?.[0]",
        )
        .await;
    let number = number.as_str().expect("a number").to_owned();
    window.fill("Type", &number).await;
    window.press("button", "Delete ").await;
    window.reads("Left out: ").await;
    window.press("button", "Outbox").await;
    window.reads(&format!("Delete user, {number} users")).await;
    window.reads(&format!("{number} done")).await;
    let deleted: u64 = number.parse().expect("a number");
    assert_eq!(
        server.count().await,
        before - deleted,
        "Members, and nobody else"
    );
    window.close().await;
}
