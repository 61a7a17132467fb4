//! Faults of this computer's files: each has its sentence, what helps, and its exit status; nothing is said to be
//! queued that isn't, and it goes on once the fault is mended.

use std::fs;
use std::path::PathBuf;

use rollcall_model::Role;
use rollcall_testkit::{HeldFile, write_as_a_newer_version};

use crate::support::{Desk, Done, text};

/// A file of the organization that is connected.
fn file(desk: &Desk, name: &str) -> PathBuf {
    let organizations = fs::read_dir(desk.home().join("organizations")).unwrap();
    let folder = organizations.map(|entry| entry.unwrap().path()).next();
    folder.unwrap().join(name)
}

/// Somebody whose role can be changed without being asked twice, and the command that does it.
fn demotion(desk: &Desk) -> [String; 4] {
    let somebody = text(&desk.somebody(Role::UserAdmin)["email"]);
    ["users", "set-role", &somebody, "member"].map(str::to_owned)
}

fn run(desk: &Desk, arguments: &[String]) -> Done {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    desk.run(&arguments)
}

/// Checks that a command failed, and said so.
fn failed(done: &Done, sentences: &[&str]) {
    assert_eq!(
        done.status, 1,
        "exit status 1 says refused or failed: {done:?}"
    );
    assert_eq!(done.out, "", "and nothing else is said: {done:?}");
    for sentence in sentences {
        assert!(done.err.contains(sentence), "{sentence:?} in {done:?}");
    }
}

fn outbox(desk: &Desk) -> usize {
    let listed = desk
        .run(&["outbox", "list", "--format", "json"])
        .succeeded();
    listed.json()["changes"].as_array().unwrap().len()
}

/// Spoils a file in its middle, where its rows are.
fn spoil(path: &PathBuf, from: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[from..].iter_mut().for_each(|byte| *byte ^= 0x55);
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_profile_where_nobody_may_write_is_said_to_be_one() {
    let desk = Desk::new(20);
    let refused = desk.run_without_home(&["--home", "/sys/rollcall", "organizations"], &[]);
    failed(
        &refused,
        &[
            "Rollcall may not write in /sys/rollcall.",
            "Choose another profile folder, or allow writing in this one.",
        ],
    );
    fs::write(desk.home(), "a file where the folder should be").unwrap();
    failed(&desk.run(&["organizations"]), &["can't be used: "]);
    fs::remove_file(desk.home()).unwrap();
    desk.run(&["organizations"]).succeeded();
}

#[test]
fn a_file_that_another_program_has_locked_is_said_to_be() {
    let mut desk = Desk::synced(50, Role::Admin);
    let change = demotion(&desk);
    desk.server.stop();
    let held = HeldFile::hold(&file(&desk, "ledger.db"), &desk.key_file());
    failed(
        &run(&desk, &change),
        &[
            "another program has locked the file.",
            "Close the program that holds it, such as a backup or a virus scanner, then try again.",
        ],
    );
    assert_eq!(outbox(&desk), 0, "looking works meanwhile");
    drop(held);
    run(&desk, &change).succeeded();
}

#[test]
fn a_damaged_list_is_said_once_by_whichever_command_meets_it() {
    let mut desk = Desk::synced(50, Role::Admin);
    let change = demotion(&desk);
    desk.server.stop();
    run(&desk, &change).succeeded();
    spoil(&file(&desk, "cache.db"), 0);
    let said = "The list kept on this computer was damaged.";
    let listed = desk.run(&["outbox", "list"]).succeeded();
    assert!(listed.err.contains(said), "it is not silent: {listed:?}");
    assert!(!desk.run(&["whoami"]).err.contains(said), "and said once");
    assert_eq!(outbox(&desk), 1, "what waits is safe");
    desk.server.start_again();
    desk.run(&["sync"]).succeeded();
    assert_eq!(desk.users(&[]).len(), 50, "the list is read anew");
}

#[test]
fn a_damaged_ledger_is_salvaged_or_left_and_both_are_said() {
    let mut desk = Desk::synced(50, Role::Admin);
    let change = demotion(&desk);
    desk.server.stop();
    run(&desk, &change).succeeded();
    let ledger = file(&desk, "ledger.db");
    let whole = fs::read(&ledger).unwrap();

    // The last page alone: the others can be read.
    spoil(&ledger, whole.len() - 100);
    let listed = desk.run(&["outbox", "list"]).succeeded();
    for part in [
        "The file with your waiting changes was damaged.",
        "a copy of the damaged file is",
        "Look through the outbox.",
    ] {
        assert!(listed.err.contains(part), "{part:?} in {listed:?}");
    }
    assert!(
        !desk.run(&["outbox", "list"]).err.contains("damaged"),
        "said once"
    );

    spoil(&ledger, 0);
    let spoilt = fs::read(&ledger).unwrap();
    failed(
        &desk.run(&["outbox", "list"]),
        &[
            "is damaged and nothing in it can be read; a copy was set aside as",
            "To go on with an empty Outbox, move that file elsewhere and try again.",
        ],
    );
    assert!(fs::read(&ledger).unwrap() == spoilt, "it is left as it is");
    fs::remove_file(&ledger).unwrap();
    let anew = desk.run(&["outbox", "list"]).succeeded();
    assert!(anew.err.contains("an empty one was begun"), "{anew:?}");
}

#[test]
fn a_file_of_a_newer_version_is_refused_and_left_as_it_is() {
    let desk = Desk::synced(50, Role::Admin);
    for name in ["ledger.db", "cache.db"] {
        let desk_file = file(&desk, name);
        let before = fs::read(&desk_file).unwrap();
        write_as_a_newer_version(&desk_file, &desk.key_file());
        let newer = fs::read(&desk_file).unwrap();
        failed(
            &desk.run(&["users", "list"]),
            &["was written by a newer version of Rollcall; update Rollcall to open it."],
        );
        assert!(
            fs::read(&desk_file).unwrap() == newer,
            "it is left as it is"
        );
        fs::write(&desk_file, before).unwrap();
    }
    assert_eq!(desk.users(&[]).len(), 50);
}
