//! Nothing leaves before *Send*: switched on, changes chosen and sent, with the keyboard alone.

use fantoccini::key::Key;
use rollcall_model::Role;

use super::steps::{
    CONTROL, asks_for_the_role, demo, dialog_is_gone, holds_everything, opens_outbox, tabs_back_to,
    tabs_to,
};
use crate::desk::Desk;

#[tokio::test]
async fn what_is_held_leaves_when_it_is_sent_and_not_before() {
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
    window.reads("Held").await;
    window.screenshot("outbox-held").await;
    // What others do comes in, and nothing goes out.
    server.add("zoe@new.example").await;
    window.chord(&[char::from(Key::F5)]).await;
    window.chord(&[CONTROL, '1']).await;
    window.fill("Search users", "zoe@new.example").await;
    window.find("row", "zoe@new.example").await;
    opens_outbox(&window).await;
    for person in [&first, &second] {
        assert_eq!(
            server.person(&person.id).await.role,
            "member",
            "nobody has pressed Send"
        );
    }

    tabs_to(&window, "Review before sending").await;
    window.chord(&[char::from(Key::Enter)]).await;
    window.reads("2 changes would go to the server.").await;
    window.axe("review before sending").await;
    window.screenshot("outbox-review").await;
    window.chord(&[char::from(Key::Escape)]).await;
    dialog_is_gone(&window).await;

    tabs_to(&window, &format!("Select: Change role, {}", first.name)).await;
    window.chord(&[' ']).await;
    window.find("button", "Send selected (1)").await;
    window.screenshot("outbox-selected").await;
    tabs_back_to(&window, "Send selected").await;
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
