//! Nothing leaves before *Send*: switched on, changes chosen and sent, with the keyboard alone.

use fantoccini::key::Key;

use crate::desk::Desk;
use crate::told::{Person, Told};
use crate::window::Window;

const CONTROL: char = '\u{e009}';

/// Gives somebody the next higher role in the list of roles, by keys.
async fn raise(window: &Window, person: &Person) {
    window.chord(&[CONTROL, 'f']).await;
    window
        .until(
            "the search has the focus",
            "document.activeElement.matches('[type=search], [role=searchbox]')",
        )
        .await;
    window.chord(&[CONTROL, 'a']).await;
    window.types(&person.email).await;
    window.reads("row 1 of 1 match").await;
    window.chord(&[char::from(Key::Down)]).await;
    window.chord(&[CONTROL, 'e']).await;
    window.reads("Nothing changes yet.").await;
    window
        .until(
            "the dialog has the focus",
            "front() !== document && front().contains(document.activeElement)",
        )
        .await;
    window.chord(&[char::from(Key::Up)]).await;
    window.reads("What will change").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window
        .reads(&format!("Waiting in Outbox: {}", person.name))
        .await;
    window
        .until(
            "the focus is back in the list",
            "front() === document && document.activeElement.getAttribute('role') === 'grid'",
        )
        .await;
}

/// Moves on with Tab until the focus is on something that is called so.
async fn tab_to(window: &Window, name: &str) {
    for _ in 0..40 {
        window.chord(&[char::from(Key::Tab)]).await;
        if window.focus().await.contains(name) {
            return;
        }
    }
    panic!("Tab leads to {name:?}");
}

#[tokio::test]
async fn what_is_held_leaves_when_it_is_sent_and_not_before() {
    let desk = Desk::new();
    let window = desk.open(&["--demo", "--print-tokens"]).await;
    let server = Told::from_ready_line(&window.printed("{"));
    let first = server.somebody("member").await;
    let second = server.other("member", &first).await;
    window.reads("Online").await;

    window.chord(&[CONTROL, char::from(Key::Shift), 'o']).await;
    window.reads("What you ask for goes out by itself.").await;
    tab_to(&window, "Hold").await;
    window.chord(&[' ']).await;
    window.reads("Hold is on").await;
    window.chord(&[CONTROL, '1']).await;
    for person in [&first, &second] {
        raise(&window, person).await;
    }
    window.reads("2 changes wait").await;
    window.chord(&[CONTROL, char::from(Key::Shift), 'o']).await;
    window.reads("Held").await;
    window.screenshot("outbox-held").await;
    window.chord(&[char::from(Key::F5)]).await;
    window.reads("Online").await;
    for person in [&first, &second] {
        assert_eq!(
            server.person(&person.id).await.role,
            "member",
            "nobody has pressed Send"
        );
    }

    tab_to(&window, "Review before sending").await;
    window.chord(&[char::from(Key::Enter)]).await;
    window.reads("2 changes would go to the server.").await;
    window.axe("review before sending").await;
    window.screenshot("outbox-review").await;
    window.chord(&[char::from(Key::Escape)]).await;
    window
        .until("the dialog is gone", "front() === document")
        .await;

    tab_to(&window, &format!("Select: Change role, {}", first.name)).await;
    window.chord(&[' ']).await;
    window.find("button", "Send selected (1)").await;
    window.screenshot("outbox-selected").await;
    for _ in 0..40 {
        window
            .chord(&[char::from(Key::Shift), char::from(Key::Tab)])
            .await;
        if window.focus().await.contains("Send selected") {
            break;
        }
    }
    window.chord(&[char::from(Key::Enter)]).await;
    window.reads("Done").await;
    assert_eq!(server.person(&first.id).await.role, "user_admin");
    assert_eq!(
        server.person(&second.id).await.role,
        "member",
        "what was not selected stays"
    );
    window.close().await;
}
