//! What waits is put into another order with the keyboard alone; what is tied stays, and says why.

use fantoccini::key::Key;
use rollcall_model::Role;

use super::steps::{CONTROL, asks_for_the_role, demo, holds_everything, opens_outbox, tabs_to};
use crate::desk::Desk;
use crate::told::Person;
use crate::window::Window;

const ALT: char = '\u{e00a}';

/// Waits until somebody's card stands on top.
async fn is_first(window: &Window, person: &Person) {
    let name = serde_json::json!(person.name);
    let first = format!("document.querySelector('article.card h2').innerText === {name}");
    window
        .until(&format!("{} goes first", person.name), &first)
        .await;
}

#[tokio::test]
async fn what_waits_is_moved_by_keys_and_sent_in_that_order() {
    let desk = Desk::new();
    let (window, server) = demo(&desk, Role::Admin).await;
    let first = server.somebody("member").await;
    let second = server.other("member", &first).await;
    holds_everything(&window).await;
    window.chord(&[CONTROL, '1']).await;
    for person in [&first, &second] {
        asks_for_the_role(&window, Key::Up, person).await;
    }
    window.reads("2 changes wait").await;

    opens_outbox(&window).await;
    is_first(&window, &first).await;
    tabs_to(&window, &format!("button Send earlier: {}", second.name)).await;
    window.chord(&[char::from(Key::Enter)]).await;
    is_first(&window, &second).await;
    window.reads("goes before").await;
    let has_the_focus = "document.activeElement.id.startsWith('earlier-')";
    window.until("the focus goes along", has_the_focus).await;
    window.axe("what waits, moved").await;
    window.screenshot("outbox-moved").await;
    window.chord(&[ALT, char::from(Key::Down)]).await;
    is_first(&window, &first).await;
    window.chord(&[ALT, char::from(Key::Up)]).await;
    is_first(&window, &second).await;

    tabs_to(&window, "button Send all").await;
    window.chord(&[char::from(Key::Enter)]).await;
    window.reads("Nothing waits").await;
    for person in [&first, &second] {
        assert_eq!(server.person(&person.id).await.role, "user_admin");
    }
    window.close().await;
}
