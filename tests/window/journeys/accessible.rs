//! Every screen and dialog that there is, by day and after dark: axe finds no fault with any.

use fantoccini::key::Key;
use rollcall_model::Role;
use rollcall_testkit::TestServer;
use serde_json::json;

use super::steps::CONTROL;
use crate::desk::Desk;
use crate::told::Told;
use crate::window::Window;

#[tokio::test]
async fn every_screen_is_accessible_by_day() {
    every_screen(Desk::new()).await;
}

#[tokio::test]
async fn every_screen_is_accessible_after_dark() {
    every_screen(Desk::new().dark()).await;
}

async fn every_screen(desk: Desk) {
    let mut server = TestServer::start(240);
    let told = Told::of(&server);
    let window = desk.open(&[]).await;
    connecting(&window, &server).await;
    list(&window).await;
    workspaces(&window).await;
    general_and_billing(&window).await;
    who_is_not_active(&window, &told).await;
    adding(&window).await;
    details_and_dialogs(&window, &told).await;
    needing_a_decision(&window, &told).await;
    importing(&desk, &window, &told, &server).await;
    without_the_server(&window, &told, &mut server).await;

    for token in server.server().tokens().expect("the tokens are listed") {
        let revoked = server.server().revoke_token(&token.id);
        revoked.expect("the token is revoked");
    }
    window.press("button", "Users").await;
    window.press("button", "Refresh").await;
    window.reads("Your session ended.").await;
    window.axe("session ended").await;
    window.press("button", "Sign in").await;
    window.press("button", "Sign in").await;
    window.reads("The token is empty.").await;
    window.axe("sign-in, refused").await;
    window.close().await;

    for role in ["billing_admin", "user_admin", "member"] {
        as_role(&desk, role).await;
    }
}

/// From the first run, over what goes wrong, to the list.
async fn connecting(window: &Window, server: &TestServer) {
    window.reads("Connect your organization").await;
    window.axe("first run").await;
    window.press("button", "Connect").await;
    window.reads("Enter the server's URL").await;
    window.axe("first run, refused").await;
    window.connect("Northwind", server, Role::Admin).await;
    window.reads("No system keychain is available.").await;
    window.axe("where to keep the sign-in").await;
    window.press("radio", "Use a key file").await;
    window.press("button", "Connect").await;
    window.reads("240 users").await;
    window.reads("Online").await;
}

async fn list(window: &Window) {
    window.axe("users").await;
    window.press("button", "Columns").await;
    window.find("dialog", "").await;
    window.axe("columns").await;
    window.chord(&[char::from(Key::Escape)]).await;
    window.press("button", "All users").await;
    window.axe("views").await;
    window.press("menuitem", "Save view").await;
    window.axe("save view").await;
    window.chord(&[char::from(Key::Escape)]).await;
    for chip in ["Role", "State", "Workspace", "Activity"] {
        window.press("button", chip).await;
        window.find("menuitem", "").await;
        window.axe(&format!("filter by {chip}")).await;
        window.chord(&[char::from(Key::Escape)]).await;
    }
    window.press("button", "Northwind").await;
    window.axe("switcher").await;
    window.press("menuitem", "Add an organization").await;
    window.axe("connect dialog").await;
    window.press("button", "Cancel").await;
    window.chord(&[CONTROL, 'k']).await;
    window.find("dialog", "Commands").await;
    window.axe("commands").await;
    window.types("qqq").await;
    window.reads("No command has this name.").await;
    window.axe("commands, none").await;
    window.chord(&[char::from(Key::Escape)]).await;
    window.chord(&[char::from(Key::F1)]).await;
    window.find("dialog", "Keyboard").await;
    window.axe("keys").await;
    window.chord(&[char::from(Key::Escape)]).await;
    window.fill("Search users", "qqq").await;
    window.reads("Nobody matches").await;
    window.axe("users, nobody matches").await;
    window.press("button", "Clear search").await;
    window.press("button", "Settings").await;
    window.reads("Rows of the list").await;
    window.axe("settings").await;
    window.press("radio", "Compact").await;
    window.press("button", "Outbox").await;
    window.reads("Nothing waits").await;
    window.axe("outbox, empty").await;
    window.press("button", "Users").await;
    window.find("row", "").await;
    window.axe("users, compact").await;
}

async fn workspaces(window: &Window) {
    window.press("button", "Workspaces").await;
    window.reads("Zürich Pilot").await;
    window.axe("workspaces").await;
    window.fill("Search workspaces", "qqq").await;
    window.reads("Nothing matches").await;
    window.axe("workspaces, nothing matches").await;
    window.press("button", "Clear search").await;
    window.press("row", "Finance").await;
    window.find("row", "@").await;
    window.axe("a workspace").await;
    window.press("button", "Add people").await;
    window.find("dialog", "").await;
    window.find("row", "@").await;
    window.axe("add people").await;
    window.press("row", "@").await;
    window.press("button", "Next: add 1 user").await;
    window.reads("not allowed.").await;
    window.axe("add people, previewed").await;
    window.chord(&[char::from(Key::Escape)]).await;
    window.chord(&[CONTROL, '1']).await;
    window.find("textbox", "Search users").await;
}

async fn general_and_billing(window: &Window) {
    window.press("button", "General").await;
    window.reads("https://www.northwind.example").await;
    window.axe("general").await;
    window.press("button", "Edit").await;
    window.fill("Website", "northwind").await;
    window.press("button", "Save 1 change").await;
    window.reads("This is no address on the web.").await;
    window.axe("edit information, refused").await;
    window.chord(&[char::from(Key::Escape)]).await;
    window.press("button", "Delete organization").await;
    window.reads("Type Northwind to confirm").await;
    window.axe("delete the organization").await;
    window.chord(&[char::from(Key::Escape)]).await;

    window.press("button", "Billing").await;
    window.reads("Visa ending in 4242").await;
    window.axe("billing").await;
    window.press("button", "Edit").await;
    window.fill("Billing contact", "nobody").await;
    window.press("button", "Save 1 change").await;
    window.reads("This address has no @").await;
    window.axe("edit billing details, refused").await;
    window.chord(&[char::from(Key::Escape)]).await;
    window.press("button", "Change plan or seats").await;
    window.press("radio", "Team").await;
    window.reads("when the period ends").await;
    window.axe("change plan or seats, changed").await;
    window.fill("Seats", "3").await;
    window.reads("3 seats are fewer than the").await;
    window.axe("change plan or seats, refused").await;
    window.chord(&[char::from(Key::Escape)]).await;
    window.press("button", "Cancel subscription").await;
    window.reads("Type Northwind to confirm").await;
    window.axe("cancel the subscription").await;
    window.chord(&[char::from(Key::Escape)]).await;
    window.press("button", "Show invoice").await;
    window.reads("Total").await;
    window.axe("an invoice").await;
    window.chord(&[char::from(Key::Escape)]).await;
    window.chord(&[CONTROL, '1']).await;
    window.find("textbox", "Search users").await;
}

async fn details_and_dialogs(window: &Window, told: &Told) {
    let member = told.somebody("member").await;
    window.fill("Search users", &member.name).await;
    window.press("row", &member.email).await;
    window.reads("Active since").await;
    window.axe("details").await;
    window.press("tab", "Workspaces").await;
    window.axe("details, workspaces").await;
    window.press("tab", "Access").await;
    window.press("button", "Compare the four roles").await;
    window.find("columnheader", "Billing Admin").await;
    window.axe("details, access explained").await;
    window.screenshot("access-explained").await;
    window.press("tab", "Overview").await;
    for action in ["Suspend", "Delete"] {
        window.press("button", action).await;
        window.reads("Suspend, delete or revoke?").await;
        window.axe(action).await;
        window.chord(&[char::from(Key::Escape)]).await;
    }
    window.press("button", "Replace e-mail").await;
    window.fill("New e-mail address", &member.email).await;
    window.reads("has this e-mail address already.").await;
    window.axe("replace e-mail, the address is taken").await;
    window.screenshot("replace-email-taken").await;
    window.chord(&[char::from(Key::Escape)]).await;
    window.press("button", "Edit").await;
    window.find("radio", "Billing Admin").await;
    window.axe("edit").await;
    window.press("radio", "Billing Admin").await;
    window.reads("What will change").await;
    window.axe("edit, changed").await;
    window.press("button", "Compare the four roles").await;
    window.find("columnheader", "Billing Admin").await;
    window.axe("edit, roles compared").await;
    window.screenshot("edit-compare").await;
}

/// What is offered for those who were invited or suspended, and for those selected.
async fn who_is_not_active(window: &Window, told: &Told) {
    let invited = told.add("invited@new.example").await;
    let member = told.somebody("member").await;
    let path = format!("/Users/{}", member.id);
    let active = async |active: bool| {
        let set = json!([{ "op": "replace", "path": "active", "value": active }]);
        let done = told.patch(&path, set).await;
        done.expect("an Admin may suspend and reactivate");
        window.press("button", "Refresh").await;
    };
    active(false).await;
    for (person, action) in [
        (&invited, "Resend invitation"),
        (&invited, "Revoke invitation"),
        (&member, "Reactivate"),
    ] {
        window.fill("Search users", &person.email).await;
        window.press("row", &person.email).await;
        window.press("button", action).await;
        window.find("dialog", "").await;
        window
            .until("it is previewed", "document.getElementById('change-users')")
            .await;
        window.axe(action).await;
        window.chord(&[char::from(Key::Escape)]).await;
    }
    window.press("button", "Close details").await;
    window.press("checkbox", "").await;
    window.find("button", "Clear").await;
    for action in ["Add to workspaces", "Remove from workspaces"] {
        window.press("button", action).await;
        window.find("dialog", "").await;
        window.axe(action).await;
        window.chord(&[char::from(Key::Escape)]).await;
    }
    window.press("button", "Clear").await;
    active(true).await;
    window.reads_no_more("Suspended").await;
    window.fill("Search users", "").await;
}

/// One user to be added, and many.
async fn adding(window: &Window) {
    window.press("button", "Add user").await;
    window.fill("E-mail address", "nowhere").await;
    window.find("radio", "Member").await;
    window.axe("add user, no address").await;
    window.press("button", "Many at once").await;
    window.find("button", "Choose a file").await;
    window.axe("add many").await;
    window.chord(&[char::from(Key::Escape)]).await;
}

/// A change of what somebody else changed meanwhile.
async fn needing_a_decision(window: &Window, told: &Told) {
    let member = told.somebody("member").await;
    told.set_role(&member, "user_admin").await;
    window.press("button", "Save 1 change").await;
    window.reads("Needs you.").await;
    window.axe("details, conflict").await;
    window.press("button", "Outbox").await;
    window.find("heading", "Outbox").await;
    window
        .reads("access changed after you made this edit")
        .await;
    window.axe("outbox, conflict").await;
    window.press("button", "Keep User Admin").await;
    window
        .reads_no_more("access changed after you made this edit")
        .await;
}

/// A plan of somebody else's, and a file that is none.
async fn importing(desk: &Desk, window: &Window, told: &Told, server: &TestServer) {
    let member = told.somebody("member").await;
    let plan = json!({
        "format": "rollcall-plan", "version": 1, "id": "00000000-0000-4000-8000-000000000001",
        "organization": { "id": null, "name": "Northwind", "url": server.url() },
        "exportedBy": "Ben Okafor", "exportedAt": "2026-03-01T10:00:00Z",
        "changes": [{
            "id": "00000000-0000-4000-8000-000000000002", "change": "set_role", "resource": member.id,
            "was": "member", "to": "user_admin",
        }],
    });
    let file = desk.folder().join("home/handed-over.json");
    std::fs::write(&file, "nothing").expect("a file");
    window.press("button", "Import a plan").await;
    window.find("button", "Choose a file").await;
    window.axe("import a plan").await;
    window.give("#plan-file", &file).await;
    window.reads("This file is no plan of Rollcall's.").await;
    window.axe("import a plan, which is none").await;
    std::fs::write(&file, plan.to_string()).expect("a plan");
    window.give("#plan-file", &file).await;
    window.reads("It holds 1 change.").await;
    window.axe("import a plan, looked at").await;
    window.chord(&[char::from(Key::Escape)]).await;
}

/// A change that waits for the server, and is done when it is back.
async fn without_the_server(window: &Window, told: &Told, server: &mut TestServer) {
    let member = told.somebody("member").await;
    server.stop();
    window.press("button", "Users").await;
    window.press("button", "Refresh").await;
    window
        .reads("You can look, review and prepare changes.")
        .await;
    window.axe("offline").await;
    window.fill("Search users", &member.name).await;
    window.press("row", &member.email).await;
    window.press("button", "Edit").await;
    window.press("radio", "User Admin").await;
    window.press("button", "Save 1 change").await;
    window.reads("Asks once more").await;
    window.axe("details, asks once more").await;
    window.press("button", "Outbox").await;
    window.reads("Change role").await;
    window.press("switch", "Hold").await;
    window.reads("Hold is on").await;
    window.axe("outbox, asks once more and holds").await;
    server.start_again();
    window.press("button", "Try now").await;
    window.reads_no_more("Offline").await;
    window.press("button", "Review and send").await;
    window.fill("Type", "nobody").await;
    window.axe("review before sending").await;
    window.fill("Type", &member.email).await;
    window.press("button", "Send 1 change").await;
    window.reads("Done").await;
    window.axe("outbox, done").await;
    window.press("switch", "Hold").await;
    window.reads_no_more("Hold is on").await;
}

/// What is different for those who may do less.
async fn as_role(desk: &Desk, role: &str) {
    let window = desk.open(&[&format!("--demo={role}")]).await;
    window.reads("Online").await;
    window.axe(&format!("first screen of {role}")).await;
    if role != "member" {
        window.press("row", "").await;
        window.reads("Active since").await;
        window.axe(&format!("details for {role}")).await;
        window.chord(&[CONTROL, 'e']).await;
        window.find("radio", "Admin").await;
        window.axe(&format!("edit for {role}")).await;
        window.chord(&[char::from(Key::Escape)]).await;
        window.press("button", "General").await;
        window.reads("https://www.northwind.example").await;
        window.axe(&format!("general for {role}")).await;
    }
    if role == "billing_admin" {
        window.press("button", "Billing").await;
        window.reads("Visa ending in 4242").await;
        window.axe(&format!("billing for {role}")).await;
    }
    window.close().await;
}
