//! A change that waits is given another value with the keyboard alone, and that is what is sent.

use fantoccini::key::Key;
use rollcall_model::Role;

use super::steps::{
    CONTROL, asks_for_the_role, begins_at_the_role, demo, holds_everything, opens_outbox, tabs_to,
};
use crate::desk::Desk;

#[tokio::test]
async fn what_waits_is_edited_in_its_place_and_sent_as_edited() {
    let desk = Desk::new().dark();
    let (window, server) = demo(&desk, Role::Admin).await;
    let person = server.somebody("user_admin").await;
    holds_everything(&window).await;

    window.chord(&[CONTROL, '1']).await;
    asks_for_the_role(&window, Key::Down, &person).await;
    window.reads("1 change waits").await;

    opens_outbox(&window).await;
    window.reads("User Admin → Member").await;
    tabs_to(&window, "button Edit: Change role").await;
    window.chord(&[char::from(Key::Enter)]).await;
    window.reads("Nothing is edited yet.").await;
    begins_at_the_role(&window).await;
    window.chord(&[char::from(Key::Up)]).await;
    window.chord(&[char::from(Key::Up)]).await;
    window.reads_no_more("Nothing is edited yet.").await;
    window.axe("a change that waits, edited").await;
    window.screenshot("outbox-edit").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window.reads("User Admin → Billing Admin").await;
    assert_eq!(
        server.person(&person.id).await.role,
        "user_admin",
        "nothing has left"
    );

    tabs_to(&window, "button Send all").await;
    window.chord(&[char::from(Key::Enter)]).await;
    window.reads("Done").await;
    assert_eq!(server.person(&person.id).await.role, "billing_admin");
    window.close().await;
}
