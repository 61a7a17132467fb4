//! A change that waits is given another value with the keyboard alone, and that is what is sent.

use fantoccini::key::Key;
use rollcall_model::Role;

use super::steps::{
    CONTROL, asks_for_the_role, begins_at_the_role, command, demo, focused, holds_everything,
    opens_outbox, tabs_to,
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

#[tokio::test]
async fn a_plan_that_waits_is_edited_by_its_name() {
    let desk = Desk::new();
    let (window, server) = demo(&desk, Role::BillingAdmin).await;
    holds_everything(&window).await;
    command(&window, "Change plan or seats").await;
    focused(&window, "Business").await;
    window.chord(&[char::from(Key::Down)]).await;
    window.reads("At once, when the server has it").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window.reads("1 change waits").await;

    opens_outbox(&window).await;
    window.reads("Change plan Business → Enterprise").await;
    tabs_to(&window, "button Edit: Change plan").await;
    window.chord(&[char::from(Key::Enter)]).await;
    window.reads("Nothing is edited yet.").await;
    focused(&window, "Enterprise").await;
    window.chord(&[char::from(Key::Up)]).await;
    window.chord(&[char::from(Key::Up)]).await;
    window.reads_no_more("Nothing is edited yet.").await;
    window.axe("a plan that waits, edited").await;
    window.screenshot("outbox-edit-plan").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window.reads("Change plan Business → Team").await;

    tabs_to(&window, "button Send all").await;
    window.chord(&[char::from(Key::Enter)]).await;
    window.reads("Done").await;
    let subscription = server.organization().await["subscription"].take();
    assert_eq!(subscription["nextPlan"], "team", "{subscription}");
    window.close().await;
}
