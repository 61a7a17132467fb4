//! While another program, such as the window, holds an organization.

use rollcall_cache::WriterLock;
use rollcall_model::{Role, SystemClock};

use crate::support::{Desk, text};

#[test]
fn reading_commands_work_and_writing_ones_name_the_holder() {
    let desk = Desk::synced(50, Role::Admin);
    let ana = text(&desk.somebody(Role::Member)["id"]);
    let organization = desk.run(&["organizations", "--format", "json"]).json();
    let id = text(&organization["organizations"][0]["id"]);
    let folder = desk.home().join("organizations").join(id);
    let token = desk.token_file(Role::Admin);
    let token = token.to_str().unwrap();
    let window = WriterLock::acquire(&folder, "Rollcall", &SystemClock).unwrap();

    for arguments in [
        &["users", "list"][..],
        &["users", "show", &ana],
        &["outbox", "list"],
        &["can", "users.add"],
        &["whoami"],
        &["organizations"],
    ] {
        desk.run(arguments).succeeded();
    }
    for arguments in [
        &["users", "set-role", &ana, "user_admin"][..],
        &["users", "set-workspaces", &ana, "--none"],
        &["outbox", "send"],
        &["outbox", "drop", "--done"],
        &["sync"],
        &["sign-in", "--token-file", token],
    ] {
        let refused = desk.run(arguments);
        assert_eq!(refused.status, 1, "{arguments:?} writes: {refused:?}");
        let holder = format!("Rollcall (process {})", std::process::id());
        assert!(
            refused.err.contains(&holder),
            "the holder is named: {refused:?}"
        );
    }
    drop(window);
    desk.run(&["sync"]).succeeded();
}
