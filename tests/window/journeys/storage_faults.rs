//! Faults of this computer's files in the window: each is said with what helps, nothing is called queued that
//! isn't, and the same window goes on once the fault is mended.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use rollcall_model::Role;
use rollcall_testkit::{HeldFile, TestServer, write_as_a_newer_version};

use crate::desk::Desk;
use crate::told::{Person, Told};
use crate::window::Window;

/// Connects, with the key in a file.
async fn connected(desk: &Desk, server: &TestServer) -> Window {
    let window = desk.open(&[]).await;
    window.connect("Northwind", server, Role::Admin).await;
    window.press("radio", "Use a key file").await;
    window.press("button", "Connect").await;
    window.reads("40 users").await;
    window.reads("Online").await;
    window
}

/// A file of the organization that is connected.
fn file(desk: &Desk, name: &str) -> PathBuf {
    let listed = fs::read_dir(desk.profile().join("organizations"));
    let mut folders = listed.expect("the profile is there");
    let folder = folders.next().and_then(Result::ok);
    folder.expect("one is connected").path().join(name)
}

fn spoil(path: &Path, from: usize) {
    let mut bytes = fs::read(path).expect("the file can be read");
    bytes[from..].iter_mut().for_each(|byte| *byte ^= 0x55);
    fs::write(path, bytes).expect("the file can be written");
}

/// Somebody whose role can be lowered without being asked twice.
async fn helper(server: &TestServer) -> Person {
    let told = Told::of(server);
    let helper = told.somebody("member").await;
    told.set_role(&helper, "user_admin").await;
    helper
}

/// Asks for a lower role, up to the button that saves it.
async fn demote(window: &Window, person: &Person) {
    window.fill("Search users", &person.email).await;
    window.press("row", &person.name).await;
    window.press("button", "Edit").await;
    window.press("radio", "Member").await;
    window.press("button", "Save 1 change").await;
}

/// A change that waits for a server that is gone, in a program that was closed since.
async fn one_waits(desk: &Desk, server: &mut TestServer) {
    let helper = helper(server).await;
    let window = connected(desk, server).await;
    server.stop();
    demote(&window, &helper).await;
    window.reads("1 change waits").await;
    window.close().await;
}

#[tokio::test]
async fn a_profile_where_nobody_may_write_opens_once_somebody_may() {
    let desk = Desk::new();
    // Nobody makes a folder there, whoever runs the tests.
    symlink("/sys", desk.profile()).expect("a link can be made");
    let window = desk.open(&[]).await;
    window.reads("Rollcall can't open its profile").await;
    window.reads("Rollcall may not write in ").await;
    window
        .reads("Choose another profile folder, or allow writing in this one.")
        .await;
    window.screenshot("storage-read-only").await;
    window.axe("a profile that can't be written").await;

    fs::remove_file(desk.profile()).expect("the link can be removed");
    window.press("button", "Try again").await;
    window.find("textbox", "Address").await;
    window.close().await;
}

#[tokio::test]
async fn a_file_that_another_program_has_locked_is_said_to_be() {
    let desk = Desk::new();
    let server = TestServer::start(40);
    let helper = helper(&server).await;
    let window = connected(&desk, &server).await;
    let key = desk.profile().join("key");
    let held = HeldFile::hold(&file(&desk, "ledger.db"), &key);
    demote(&window, &helper).await;
    window.reads("another program has locked the file.").await;
    window.reads("such as a backup or a virus scanner").await;
    let seen = "it.getBoundingClientRect().bottom <= document.querySelector('dialog footer').getBoundingClientRect().top";
    let seen = window.of("alert", "Could not", seen).await;
    assert_eq!(seen, true, "it stands where it is seen");
    window.screenshot("storage-locked").await;

    drop(held);
    window.press("button", "Save 1 change").await;
    window
        .reads_no_more("another program has locked the file.")
        .await;
    window.close().await;
}

#[tokio::test]
async fn a_damaged_list_is_read_anew_and_said_once() {
    let desk = Desk::new();
    let server = TestServer::start(40);
    connected(&desk, &server).await.close().await;
    spoil(&file(&desk, "cache.db"), 0);

    let said = "The list kept on this computer was damaged. It was set aside and is read anew";
    let window = desk.open(&[]).await;
    window.reads(said).await;
    window.reads("Your waiting changes are safe.").await;
    window.reads("40 users").await;
    window.reads("Online").await;
    window.screenshot("storage-damaged-list").await;
    window.press("button", "Understood").await;
    window.reads_no_more(said).await;
    window.close().await;

    let window = desk.open(&[]).await;
    window.reads("Online").await;
    window.reads_no_more(said).await;
    window.close().await;
}

#[tokio::test]
async fn a_damaged_ledger_is_salvaged_or_left_and_both_are_said() {
    let desk = Desk::new();
    let mut server = TestServer::start(40);
    one_waits(&desk, &mut server).await;
    let ledger = file(&desk, "ledger.db");
    let whole = fs::read(&ledger).expect("the ledger is there").len();

    spoil(&ledger, whole - 100);
    let window = desk.open(&[]).await;
    window
        .reads("The file with your waiting changes was damaged.")
        .await;
    window.reads("Look through the outbox.").await;
    window.screenshot("storage-salvaged").await;
    window.close().await;

    spoil(&ledger, 0);
    let window = desk.open(&[]).await;
    window.reads("Northwind can't be opened now").await;
    window.reads("nothing in it can be read").await;
    window
        .reads("To go on with an empty Outbox, move that file")
        .await;
    window.screenshot("storage-lost-ledger").await;
    window.axe("a ledger that can't be read").await;

    fs::remove_file(&ledger).expect("the file can be moved away");
    window.press("button", "Try again").await;
    window.reads("40 users").await;
    window
        .reads("The file with your waiting changes is gone from this computer")
        .await;
    window.close().await;
}

#[tokio::test]
async fn a_file_of_a_newer_version_is_refused_and_left_as_it_is() {
    let desk = Desk::new();
    let server = TestServer::start(40);
    connected(&desk, &server).await.close().await;
    let ledger = file(&desk, "ledger.db");
    let before = fs::read(&ledger).expect("the ledger is there");
    write_as_a_newer_version(&ledger, &desk.profile().join("key"));
    let newer = fs::read(&ledger).expect("the ledger is there");

    let window = desk.open(&[]).await;
    window.reads("Northwind can't be opened now").await;
    window
        .reads("was written by a newer version of Rollcall; update Rollcall to open it.")
        .await;
    window.screenshot("storage-newer").await;
    let left = fs::read(&ledger).expect("the ledger is there");
    assert!(left == newer, "it is left as it is");

    fs::write(&ledger, before).expect("the file can be written");
    window.press("button", "Try again").await;
    window.reads("40 users").await;
    window.close().await;
}

#[tokio::test]
async fn a_second_window_looks_and_takes_over_when_the_first_is_closed() {
    let desk = Desk::new();
    let server = TestServer::start(40);
    let helper = helper(&server).await;
    let first = connected(&desk, &server).await;
    let second = desk.open(&[]).await;
    second.reads("40 users").await;
    second
        .reads("has this organization open. You can look")
        .await;
    second.reads("Open in another program").await;
    second.screenshot("storage-second-window").await;
    demote(&second, &helper).await;
    // The dialog's own answer: the banner behind it has said the same all along.
    second.find("alert", "has this organization open").await;
    second.press("button", "Cancel").await;

    first.close().await;
    second.reads_no_more("has this organization open").await;
    second.reads("Online").await;
    demote(&second, &helper).await;
    second.find("row", &helper.name).await;
    second.close().await;
}
