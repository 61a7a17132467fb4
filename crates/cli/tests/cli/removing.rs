//! An organization is removed from a terminal: only at a person's word, and whole.

use rollcall_cache::WriterLock;
use rollcall_model::{Role, SystemClock};

use crate::support::{Desk, text};

const REMOVE: [&str; 3] = ["organizations", "remove", "Acme"];

/// A desk whose only organization is called Acme.
fn desk() -> (Desk, String) {
    let desk = Desk::synced(40, Role::Admin);
    let listed = desk.run(&["organizations", "--format", "json"]).json();
    let organization = &listed["organizations"][0];
    assert_eq!(organization["name"], "Acme");
    let id = text(&organization["id"]);
    (desk, id)
}

#[test]
fn nothing_of_it_is_left_and_nothing_is_removed_unasked() {
    let (desk, id) = desk();
    let url = desk.server.url();
    let stands = |desk: &Desk, wanted: &str| {
        desk.files().iter().any(|path| {
            let bytes = std::fs::read(path).unwrap();
            let found = bytes.windows(wanted.len());
            path.to_string_lossy().contains(wanted)
                || found.into_iter().any(|part| part == wanted.as_bytes())
        })
    };
    assert!(stands(&desk, &id) && stands(&desk, &url), "it can be found");
    let unasked = desk.run(&REMOVE);
    assert_eq!(unasked.status, 1, "{unasked:?}");
    assert!(unasked.err.contains("--yes"), "{}", unasked.err);
    assert!(stands(&desk, &id));
    let removed = desk.run(&[&REMOVE[..], &["--yes"]].concat()).succeeded();
    assert_eq!(removed.out, "Removed Acme from this computer.\n");
    assert!(
        removed
            .err
            .contains("you named it, so it may serve something else"),
        "what stays is said: {}",
        removed.err
    );
    assert!(desk.key_file().exists());
    for wanted in [&id, &url, "Acme"] {
        assert!(!stands(&desk, wanted), "{wanted} is gone");
    }
    let none = desk.run(&["organizations"]).succeeded();
    assert!(none.err.contains("No organization is connected."));
    let again = desk.run(&[&REMOVE[..], &["--yes"]].concat());
    assert_eq!(again.status, 2, "{again:?}");
}

#[test]
fn changes_that_wait_are_given_up_by_their_number_alone() {
    let (mut desk, _) = desk();
    let ana = text(&desk.somebody(Role::Member)["id"]);
    desk.server.stop();
    desk.run(&["users", "set-role", &ana, "user_admin"])
        .succeeded();
    for more in [&["--yes"][..], &["--discard", "2"], &[]] {
        let refused = desk.run(&[&REMOVE[..], more].concat());
        assert_eq!(refused.status, 1, "{more:?}: {refused:?}");
        assert!(
            refused.err.contains("1 change waits in it"),
            "{}",
            refused.err
        );
    }
    let outbox = desk.run(&["outbox", "list", "--format", "json"]).json();
    assert_eq!(outbox["changes"].as_array().unwrap().len(), 1, "it is kept");
    let format = ["--discard", "1", "--format", "json"];
    let removed = desk.run(&[&REMOVE[..], &format].concat()).succeeded();
    assert_eq!(removed.json()["discarded"], 1);
}

#[test]
fn while_a_window_has_it_open_the_window_is_named() {
    let (desk, id) = desk();
    let folder = desk.home().join("organizations").join(id);
    let window = WriterLock::acquire(&folder, "Rollcall", &SystemClock).unwrap();
    let refused = desk.run(&[&REMOVE[..], &["--yes"]].concat());
    assert_eq!(refused.status, 1);
    let holder = format!("Rollcall (process {})", std::process::id());
    assert!(refused.err.contains(&holder), "{}", refused.err);
    drop(window);
    desk.run(&["users", "list"]).succeeded();
}
