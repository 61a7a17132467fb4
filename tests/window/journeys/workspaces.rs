//! The workspaces: found, opened, people added and taken out, many at once, from the workspace's side.

use fantoccini::key::Key;
use rollcall_model::Role;

use super::steps::demo;
use crate::desk::Desk;

#[tokio::test]
async fn people_are_added_to_a_workspace_and_taken_out_with_a_preview() {
    let desk = Desk::new();
    let (window, server) = demo(&desk, Role::Admin).await;
    window.press("button", "Workspaces").await;
    window.reads("Zürich Pilot").await;
    window.screenshot("workspaces").await;
    window.fill("Search workspaces", "zurich").await;
    window.reads("row 1 of 1 match").await;
    window.press("row", "Zürich Pilot").await;
    window
        .reads("Admins can enter every workspace, whatever is assigned here.")
        .await;
    let pilot = server.workspace("Zürich Pilot").await;
    let before = server.people_in(&pilot).await;
    window.reads(&format!("{} users", before.len())).await;
    let outside = server.people_outside(&pilot, 2).await;

    window.press("button", "Add people").await;
    for person in &outside {
        window.fill("Search users", &person.email).await;
        window.press("row", &person.name).await;
    }
    window.reads("2 selected.").await;
    window.screenshot("workspace-pick-people").await;
    window.press("button", "Next: add 2 users").await;
    window.reads("2 users will change, 0 already so").await;
    window.screenshot("workspace-add-preview").await;
    window.press("button", "Add 2 users").await;
    window.reads("Waiting in Outbox: 2 users to add.").await;
    window.screenshot("workspace-people-waiting").await;
    window.press("button", "Send now").await;
    window.reads_no_more("Waiting in Outbox").await;
    let added: Vec<String> = outside.iter().map(|person| person.id.clone()).collect();
    let now = server.people_in(&pilot).await;
    assert_eq!(now.len(), before.len() + 2, "both are in it");
    assert!(
        added.iter().all(|id| now.contains(id)),
        "{added:?} in {now:?}"
    );

    window.fill("Search who is in it", &outside[0].email).await;
    window.find("row", &outside[0].name).await;
    window.chord(&[char::from(Key::Down)]).await;
    window.chord(&[' ']).await;
    window.reads("1 selected").await;
    window.press("button", "Remove…").await;
    window.reads("1 user will change").await;
    window.press("button", "Remove 1 user").await;
    window.press("button", "Send now").await;
    window.reads_no_more("Waiting in Outbox").await;
    let now = server.people_in(&pilot).await;
    assert!(!now.contains(&added[0]), "taken out: {now:?}");
    assert!(now.contains(&added[1]), "the other one stays: {now:?}");

    window.chord(&[char::from(Key::Escape)]).await;
    window
        .until(
            "Esc closes the workspace",
            "!document.querySelector('.details')",
        )
        .await;
    window.close().await;
}

#[tokio::test]
async fn a_billing_admin_looks_at_workspaces_and_hears_why_nothing_more() {
    let desk = Desk::new();
    let (window, _) = demo(&desk, Role::BillingAdmin).await;
    window.chord(&[char::from(Key::Control), '2']).await;
    window
        .reads("View only. Billing Admins can look at this, and change nothing here.")
        .await;
    window
        .until(
            "the rail says it",
            "document.getElementById('rail-workspaces').textContent.includes('View only')",
        )
        .await;
    window.press("row", "Finance").await;
    window.press("button", "Add people").await;
    window
        .reads("Billing Admins can't change the workspaces of users.")
        .await;
    let dialog = window.run("return front() === document;", vec![]).await;
    assert_eq!(dialog, true, "and nothing opens");
    window.axe("workspaces, to be looked at").await;
    window.screenshot("workspaces-view-only").await;
    window.close().await;
}
