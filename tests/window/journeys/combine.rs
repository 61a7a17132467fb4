//! Two administrators change different words of one name: both edits are offered in one, with the keyboard alone.

use fantoccini::key::Key;
use rollcall_model::Role;

use super::steps::{CONTROL, demo, focused, holds_everything, opens_outbox, tabs_to};
use crate::desk::Desk;

#[tokio::test]
async fn edits_that_do_not_overlap_are_combined_at_a_press() {
    let desk = Desk::new();
    let (window, server) = demo(&desk, Role::Admin).await;
    let was = server.organization().await["displayName"].take();
    let was = was.as_str().expect("it has a name").to_owned();
    holds_everything(&window).await;

    window.press("button", "General").await;
    window.reads(&was).await;
    tabs_to(&window, "button Edit").await;
    window.chord(&[char::from(Key::Enter)]).await;
    focused(&window, "Name").await;
    window.chord(&[char::from(Key::End)]).await;
    window.types(" Holding").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window.reads("1 change waits").await;
    let theirs = format!("The {was}");
    server.set_of_organization("displayName", &theirs).await;

    opens_outbox(&window).await;
    tabs_to(&window, "button Send all").await;
    window.chord(&[char::from(Key::Enter)]).await;
    window.reads("The two edits don't overlap.").await;
    let both = format!("The {was} Holding");
    window.reads(&both).await;
    window.axe("edits that can be combined").await;
    window.screenshot("outbox-combine").await;
    assert_eq!(
        server.organization().await["displayName"],
        theirs.as_str(),
        "offered, never automatic"
    );

    tabs_to(&window, "button Combine both edits").await;
    window.chord(&[char::from(Key::Enter)]).await;
    window.reads("Held").await;
    tabs_to(&window, "button Send all").await;
    window.chord(&[char::from(Key::Enter)]).await;
    window.reads("Nothing waits").await;
    assert_eq!(server.organization().await["displayName"], both.as_str());
    window.close().await;
}
