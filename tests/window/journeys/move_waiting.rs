//! What waits is put into another order with the keyboard alone; what is tied stays, and says why.

use fantoccini::key::Key;

use super::add_users::tabs_to;
use crate::desk::Desk;
use crate::told::{Person, Told};
use crate::window::Window;

const CONTROL: char = '\u{e009}';
const ALT: char = '\u{e00a}';

/// Asks for somebody to be a User Admin.
async fn raise(window: &Window, person: &Person) {
    window.chord(&[CONTROL, '1']).await;
    window.fill("Search users", &person.email).await;
    window.reads("row 1 of 1 match").await;
    window.chord(&[char::from(Key::Down)]).await;
    window.chord(&[CONTROL, 'e']).await;
    window.reads("Nothing changes yet.").await;
    tabs_to(window, "radio Member").await;
    window.chord(&[char::from(Key::Up)]).await;
    window.reads("What will change").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window
        .until("the dialog is gone", "front() === document")
        .await;
}

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
    let window = desk.open(&["--demo", "--print-tokens"]).await;
    let server = Told::from_ready_line(&window.printed("{"));
    let first = server.somebody("member").await;
    let second = server.other("member", &first).await;
    window.reads("Online").await;
    window.chord(&[CONTROL, char::from(Key::Shift), 'o']).await;
    tabs_to(&window, "switch Hold").await;
    window.chord(&[' ']).await;
    window.reads("Hold is on").await;
    for person in [&first, &second] {
        raise(&window, person).await;
    }
    window.reads("2 changes wait").await;

    window.chord(&[CONTROL, char::from(Key::Shift), 'o']).await;
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
