//! What one administrator prepares another one sends: exported as a plan, looked at and imported in another
//! profile, with the keyboard alone.

use std::path::Path;

use fantoccini::key::Key;
use rollcall_model::Role;
use rollcall_testkit::TestServer;
use serde_json::json;

use super::steps::{CONTROL, command, connected, dialog_is_gone, focused, holds, opens_outbox};
use crate::desk::Desk;
use crate::told::{Person, Told};
use crate::window::Window;

/// A window of a new profile, on the Outbox of this organization.
async fn outbox_of(desk: &Desk, server: &TestServer, role: Role) -> Window {
    let window = connected(desk, server, role).await;
    opens_outbox(&window).await;
    window.reads("Nothing waits").await;
    window
}

/// Asks for another role of somebody, which waits until it is sent.
async fn prepare(window: &Window, person: &Person) {
    let organization = holds(window).await;
    let save = json!({
        "operation": "00000000-0000-4000-8000-000000000001", "user": person.id, "role": "user_admin",
        "grant": [], "revoke": [],
    });
    let save = json!({ "organization": organization, "save": save });
    window.invoke("save_user", save).await.expect("it is asked");
    window.reads("1 change waits").await;
}

/// Opens the dialog that imports a plan, and gives it a file.
async fn look_at(window: &Window, plan: &Path) {
    command(window, "Import a plan").await;
    window
        .until(
            "one can choose at once",
            "document.activeElement.id === 'choose-plan'",
        )
        .await;
    window.give("#plan-file", plan).await;
}

#[tokio::test]
async fn a_plan_is_exported_by_one_and_sent_by_another_by_the_keyboard_alone() {
    let server = TestServer::start(60);
    let told = Told::of(&server);
    let member = told.somebody("member").await;

    let desk = Desk::with_keychain();
    let window = outbox_of(&desk, &server, Role::Admin).await;
    prepare(&window, &member).await;
    window.screenshot("outbox-plan").await;
    command(&window, "Export what waits").await;
    let plan = desk.folder().join("home/plan.json");
    desk.types_into("Export a plan", plan.to_str().expect("a path"));
    window.reads("1 change written to plan.json.").await;
    let text = std::fs::read_to_string(&plan).expect("the file is there");
    assert!(text.contains(&member.name), "people can read it: {text}");
    look_at(&window, &plan).await;
    window.reads("Nothing is imported twice.").await;
    window.close().await;

    let others = Desk::with_keychain();
    let window = outbox_of(&others, &server, Role::UserAdmin).await;
    look_at(&window, &plan).await;
    window.reads("User Admins can't change roles.").await;
    window.screenshot("import-refused").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window.chord(&[char::from(Key::Escape)]).await;
    dialog_is_gone(&window).await;
    window.reads("Nothing waits").await;
    window.close().await;

    let another = Desk::with_keychain().dark();
    let window = outbox_of(&another, &server, Role::Admin).await;
    let broken = another.folder().join("home/broken.json");
    std::fs::write(&broken, &text[..text.len() / 2]).expect("half a plan");
    look_at(&window, &broken).await;
    window.reads("This file is no plan of Rollcall's.").await;
    window.give("#plan-file", &plan).await;
    window.reads("It holds 1 change.").await;
    window.reads_no_more("This file is no plan").await;
    window.screenshot("import-plan").await;
    // What was chosen can be imported at once.
    focused(&window, "Import 1 change").await;
    window.chord(&[char::from(Key::Enter)]).await;
    window.reads("1 change waits").await;
    assert_eq!(
        told.person(&member.id).await.role,
        "member",
        "it is held until it is sent"
    );
    command(&window, "Review the Outbox before sending").await;
    window.reads("1 change would go to the server.").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window.reads("1 done").await;
    assert_eq!(told.person(&member.id).await.role, "user_admin");
    window.close().await;
}
