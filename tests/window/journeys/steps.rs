//! Steps that several journeys take: how they begin, and what a person does on the way, by keys.

use fantoccini::key::Key;
use rollcall_model::Role;
use rollcall_testkit::TestServer;
use serde_json::{Value, json};

use crate::desk::Desk;
use crate::told::{Person, Told};
use crate::window::Window;

pub(super) const CONTROL: char = '\u{e009}';

/// Opens the demo organization in a role, and waits until it is connected; its server tells everything.
pub(super) async fn demo(desk: &Desk, role: Role) -> (Window, Told) {
    let role = format!("--demo={}", role.as_str());
    let window = desk.open(&[&role, "--print-tokens"]).await;
    let server = Told::from_ready_line(&window.printed("{"));
    window.reads("Online").await;
    (window, server)
}

/// Connects a server in a role, in a new profile, and waits until everybody is listed.
pub(super) async fn connected(desk: &Desk, server: &TestServer, role: Role) -> Window {
    let window = desk.open(&[]).await;
    window.connect("Northwind", server, role).await;
    let users = Told::of(server).count().await;
    window.reads(&window.users(users).await).await;
    window.reads("Online").await;
    window
}

/// The server is gone, and the window knows it.
pub(super) async fn loses(window: &Window, server: &mut TestServer) {
    server.stop();
    window.press("button", "Refresh").await;
    window.reads("Offline.").await;
}

/// Waits until the focus is on something so named; its role or tag may stand before the name.
pub(super) async fn focused(window: &Window, named: &str) {
    let named_so = format!("focus().includes({})", json!(named));
    window
        .until(&format!("the focus is on {named:?}"), &named_so)
        .await;
}

/// Goes on by Tab until the focus is on something so named.
pub(super) async fn tabs_to(window: &Window, named: &str) {
    goes_on_to(window, &[char::from(Key::Tab)], named).await;
}

/// Goes back by Shift and Tab until the focus is on something so named.
pub(super) async fn tabs_back_to(window: &Window, named: &str) {
    let back = [Key::Shift, Key::Tab].map(char::from);
    goes_on_to(window, &back, named).await;
}

/// A screen that has just come takes the focus with its first frame: before that it would begin anywhere.
async fn goes_on_to(window: &Window, step: &[char], named: &str) {
    let somewhere = "document.activeElement !== document.body";
    window.until("something has the focus", somewhere).await;
    for _ in 0..40 {
        if window.focus().await.contains(named) {
            return;
        }
        window.chord(step).await;
    }
    panic!(
        "Tab leads to {named:?}: it stays at {}",
        window.focus().await
    );
}

/// Waits until no dialog is open any more.
pub(super) async fn dialog_is_gone(window: &Window) {
    window
        .until("the dialog is gone", "front() === document")
        .await;
}

/// Waits until no dialog is open any more, and the focus is where it was before.
pub(super) async fn focus_is_back(window: &Window) {
    window
        .until(
            "the focus is back",
            "front() === document && document.activeElement !== document.body",
        )
        .await;
}

/// Runs a command that the palette finds by its name.
pub(super) async fn command(window: &Window, name: &str) {
    window.chord(&[CONTROL, 'k']).await;
    focused(window, "combobox").await;
    window.types(name).await;
    let name = json!(name);
    let found = format!(
        "document.activeElement.value === {name} \
         && document.querySelector('[role=option][aria-selected=true]').textContent.includes({name})"
    );
    window.until("it is found", &found).await;
    window.chord(&[char::from(Key::Enter)]).await;
}

/// Searches for somebody, and goes on to their row.
pub(super) async fn finds(window: &Window, person: &Person) {
    window.chord(&[CONTROL, 'f']).await;
    window
        .until(
            "the search has the focus",
            "document.activeElement.matches('[type=search], [role=searchbox]')",
        )
        .await;
    window.chord(&[CONTROL, 'a']).await;
    window.types(&person.email).await;
    window.find("row", &person.name).await;
    window.reads("row 1 of 1 match").await;
    window.chord(&[char::from(Key::Down)]).await;
}

/// Waits until the keyboard is at the roles of the dialog that was opened.
pub(super) async fn begins_at_the_role(window: &Window) {
    window
        .until(
            "the dialog begins at the role",
            "front() !== document && document.activeElement.matches('[type=radio], [role=radio]')",
        )
        .await;
}

/// Asks for the role that is next to somebody's in the list of roles, in the direction of a key.
pub(super) async fn asks_for_the_role(window: &Window, next: Key, person: &Person) {
    finds(window, person).await;
    window.chord(&[CONTROL, 'e']).await;
    window.reads("Nothing changes yet.").await;
    begins_at_the_role(window).await;
    window.chord(&[char::from(next)]).await;
    window.reads("What will change").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    focus_is_back(window).await;
}

/// Goes to the Outbox.
pub(super) async fn opens_outbox(window: &Window) {
    window.chord(&[CONTROL, char::from(Key::Shift), 'o']).await;
    window.find("heading", "Outbox").await;
}

/// Lets everything wait until somebody sends it, before a journey that looks at what waits.
pub(super) async fn holds(window: &Window) -> Value {
    let cards = window.invoke("organizations", json!({})).await;
    let organization = cards.expect("it is connected")[0]["id"].take();
    let hold = json!({ "organization": organization, "holding": "on" });
    let held = window.invoke("outbox_hold", hold).await;
    held.expect("it is held");
    organization
}

/// Goes to the Outbox, and lets everything wait until somebody sends it: by keys.
pub(super) async fn holds_everything(window: &Window) {
    opens_outbox(window).await;
    tabs_to(window, "switch Hold").await;
    window.chord(&[' ']).await;
    window.reads("Hold is on").await;
}
