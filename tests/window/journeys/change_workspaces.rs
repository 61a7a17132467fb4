//! Workspaces that come, change and go: with the keyboard alone, without the server, and against somebody who
//! was quicker.

use fantoccini::key::Key;
use rollcall_model::Role;
use rollcall_testkit::TestServer;

use super::steps::{CONTROL, connected, demo, dialog_is_gone, focused, loses, tabs_to};
use crate::desk::Desk;
use crate::told::Told;
use crate::window::Window;

/// Presses keys one after the other.
async fn keys<const N: usize>(window: &Window, keys: [Key; N]) {
    for key in keys {
        window.chord(&[char::from(key)]).await;
    }
}

#[tokio::test]
async fn a_workspace_is_created_filled_renamed_and_deleted_with_the_keyboard_alone() {
    let desk = Desk::new();
    let (window, server) = demo(&desk, Role::Admin).await;
    let ana = server.somebody("member").await;
    window.chord(&[CONTROL, '2']).await;
    window.reads("Zürich Pilot").await;
    window
        .until(
            "the keyboard begins in the list",
            "document.activeElement?.closest('[role=grid]') !== null",
        )
        .await;

    window.chord(&[CONTROL, 'n']).await;
    focused(&window, "input Name").await;
    window.types("FINANCE").await;
    keys(&window, [Key::Enter]).await;
    window
        .reads("There is a workspace called Finance already. Choose another name.")
        .await;
    // The field that is wrong has the keyboard.
    focused(&window, "input Name").await;
    window.screenshot("workspace-name-taken").await;
    window.types(" lab").await;
    keys(&window, [Key::Enter]).await;
    window.reads("Add people to FINANCE lab").await;
    window
        .reads("Waiting in Outbox: FINANCE lab, new workspace.")
        .await;
    window.types(&ana.email).await;
    window.find("row", &ana.name).await;
    keys(&window, [Key::Down]).await;
    window.chord(&[' ']).await;
    window.reads("1 selected.").await;
    window.screenshot("workspace-new-people").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window.reads("1 user will change").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    dialog_is_gone(&window).await;
    window.reads("Waiting in Outbox: 1 user to add.").await;
    window.screenshot("workspace-new").await;
    window.reads_no_more("Waiting in Outbox").await;
    let lab = server.workspace("FINANCE lab").await;
    assert_eq!(server.people_in(&lab).await, [ana.id.as_str()]);

    window.chord(&[char::from(Key::F2)]).await;
    window.reads("Rename FINANCE lab").await;
    window.chord(&[CONTROL, 'a']).await;
    window.types("Laboratory").await;
    keys(&window, [Key::Enter]).await;
    window.find("heading", "Laboratory").await;
    window.reads("Waiting in Outbox").await;
    window.reads_no_more("Waiting in Outbox").await;
    assert_eq!(server.workspace("Laboratory").await, lab);

    // Delete means whoever the keyboard is on among the people, and elsewhere the workspace.
    window.chord(&[char::from(Key::F6)]).await;
    window
        .until(
            "the keyboard is in the details",
            "document.activeElement?.closest('.details')",
        )
        .await;
    tabs_to(&window, "grid Who is in").await;
    keys(&window, [Key::Delete]).await;
    window
        .reads(&format!("Remove {} from Laboratory", ana.name))
        .await;
    window.reads("loses access to 1 workspace at once.").await;
    window.screenshot("workspace-remove-person").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window.reads("Waiting in Outbox").await;
    window.reads_no_more("Waiting in Outbox").await;
    window.reads("Nobody is in this workspace yet.").await;
    assert!(server.people_in(&lab).await.is_empty());

    window
        .chord(&[char::from(Key::Shift), char::from(Key::F6)])
        .await;
    keys(&window, [Key::Delete]).await;
    window.reads("Nobody loses access.").await;
    // The dangerous one is never the default.
    focused(&window, "button Cancel").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window.find("row", "Laboratory to be deleted").await;
    window.screenshot("workspace-leaving").await;
    window.reads_no_more("Laboratory").await;
    assert_eq!(server.workspace_if_there("Laboratory").await, None);
    window.close().await;
}

#[tokio::test]
async fn a_deletion_says_who_loses_access_and_has_the_name_typed() {
    let desk = Desk::new();
    let (window, server) = demo(&desk, Role::UserAdmin).await;
    let finance = server.workspace("Finance").await;
    let people = server.people_in(&finance).await.len();
    window.press("button", "Workspaces").await;
    window.press("row", "Finance").await;
    window.press("button", "Delete…").await;
    window
        .reads(&format!("{people} users lose access at once."))
        .await;
    window.reads("go with it.").await;
    window.screenshot("workspace-delete").await;
    window.axe("delete a workspace").await;
    window.fill("Type Finance to confirm", "Finances").await;
    window.press("button", "Delete Finance").await;
    window.rest().await;
    let closed = "it.getAttribute('aria-disabled')";
    assert_eq!(window.of("button", "Delete Finance", closed).await, "true");
    window.fill("Type Finance to confirm", "finance").await;
    window.press("button", "Delete Finance").await;
    window.find("row", "Finance to be deleted").await;
    window.press("button", "Send now").await;
    window.reads_no_more("Finance").await;
    assert_eq!(server.workspace_if_there("Finance").await, None);
    window.close().await;
}

#[tokio::test]
async fn without_the_server_a_workspace_waits_with_its_people_and_arrives_after_a_restart() {
    let desk = Desk::with_keychain();
    let mut server = TestServer::start(120);
    let told = Told::of(&server);
    let ana = told.somebody("member").await;
    let window = connected(&desk, &server, Role::UserAdmin).await;
    loses(&window, &mut server).await;

    window.press("button", "Workspaces").await;
    window.press("button", "New workspace").await;
    window.fill("Name", "Night shift").await;
    window.press("button", "Create workspace").await;
    window.fill("Search users", &ana.email).await;
    window.press("row", &ana.name).await;
    window.press("button", "Next: add 1 user").await;
    window.press("button", "Add 1 user").await;
    window.find("row", "Night shift to be created 1").await;
    window.reads("2 changes wait").await;
    window.screenshot("workspace-offline").await;
    window.press("button", "Outbox").await;
    window.reads("Waits for the workspace to be created.").await;
    window.screenshot("workspace-offline-outbox").await;
    window.close().await;

    let window = desk.open(&[]).await;
    window.reads("2 changes wait").await;
    server.start_again();
    window.reads_no_more("2 changes wait").await;
    window.reads("Online").await;
    let created = told.workspace("Night shift").await;
    assert_eq!(told.people_in(&created).await, [ana.id]);
    window.close().await;
}

#[tokio::test]
async fn one_renamed_elsewhere_stands_in_three_columns_and_a_taken_name_is_mended() {
    let desk = Desk::with_keychain();
    let mut server = TestServer::start(120);
    let told = Told::of(&server);
    let window = connected(&desk, &server, Role::Admin).await;
    loses(&window, &mut server).await;
    window.press("button", "Workspaces").await;
    window.press("row", "Legal").await;
    window.press("button", "Rename…").await;
    window.fill("Name", "Law").await;
    window.press("button", "Rename workspace").await;
    window.find("row", "was Legal").await;
    window.chord(&[CONTROL, 'n']).await;
    window.fill("Name", "Lab").await;
    window.press("button", "Create workspace").await;
    window.press("button", "Skip").await;
    window.find("row", "Lab to be created").await;
    window.close().await;

    server.start_again();
    let legal = told.workspace("Legal").await;
    told.rename_workspace(&legal, "Counsel").await;
    told.create_workspace("LAB").await;
    let window = desk.open(&[]).await;
    window.reads("2 need you").await;
    window.press("button", "Outbox").await;
    window
        .reads("was changed after you made this edit. Was Legal. Now Counsel. You asked for Law.")
        .await;
    window
        .reads("There is another workspace called Lab on the server.")
        .await;
    window.screenshot("workspace-conflicts").await;
    window.axe("conflicts of workspaces").await;
    window.press("button", "Ask for Law again").await;
    // What is below it moves when it is done: a press on its way there would miss.
    window.reads("1 done").await;
    window.press("button", "Choose another name…").await;
    window.fill("Name", "Laboratory").await;
    window.press("button", "Rename workspace").await;
    window.reads_no_more("need you").await;
    window.reads_no_more("needs you").await;
    window.reads_no_more("changes wait").await;
    window.reads_no_more("1 change waits").await;
    assert_eq!(told.workspace("Law").await, legal, "asked for again");
    told.workspace("Laboratory").await;
    window.close().await;
}
