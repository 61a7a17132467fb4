//! A change that waits is given another value with the keyboard alone, and that is what is sent.

use fantoccini::key::Key;

use super::add_users::tabs_to;
use crate::desk::Desk;
use crate::told::Told;

const CONTROL: char = '\u{e009}';

#[tokio::test]
async fn what_waits_is_edited_in_its_place_and_sent_as_edited() {
    let desk = Desk::new().dark();
    let window = desk.open(&["--demo", "--print-tokens"]).await;
    let server = Told::from_ready_line(&window.printed("{"));
    let person = server.somebody("user_admin").await;
    window.reads("Online").await;
    window.chord(&[CONTROL, char::from(Key::Shift), 'o']).await;
    tabs_to(&window, "switch Hold").await;
    window.chord(&[' ']).await;
    window.reads("Hold is on").await;

    window.chord(&[CONTROL, '1']).await;
    window.fill("Search users", &person.email).await;
    window.reads("row 1 of 1 match").await;
    window.chord(&[char::from(Key::Down)]).await;
    window.chord(&[CONTROL, 'e']).await;
    window.reads("Nothing changes yet.").await;
    tabs_to(&window, "radio User Admin").await;
    window.chord(&[char::from(Key::Down)]).await;
    window.reads("What will change").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window.reads("1 change waits").await;

    window.chord(&[CONTROL, char::from(Key::Shift), 'o']).await;
    window.reads("User Admin → Member").await;
    tabs_to(&window, "button Edit: Change role").await;
    window.chord(&[char::from(Key::Enter)]).await;
    window.reads("Nothing is edited yet.").await;
    window
        .until(
            "the role asked for has the focus",
            "nameOf(document.activeElement).includes('Member')",
        )
        .await;
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
