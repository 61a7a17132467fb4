//! An organization is removed from this computer: first what waits in it is spoken of, and then nothing of it
//! is left, in no file and not in the keychain.

use std::path::{Path, PathBuf};

use rollcall_model::Role;
use rollcall_testkit::TestServer;

use super::steps::{connected, demo};
use crate::desk::Desk;
use crate::told::Told;

/// The files below these folders in which one of these texts stands, or whose name has it.
fn traces(desk: &Desk, texts: &[&str]) -> Vec<(PathBuf, String)> {
    let kept = ["profile", "data", "cache", "config", "home"];
    let mut folders: Vec<PathBuf> = kept.iter().map(|part| desk.folder().join(part)).collect();
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(folder) else {
            continue;
        };
        for path in entries.flatten().map(|entry| entry.path()) {
            let stands =
                |text: &&&str| names(&path, text) || (path.is_file() && holds(&path, text));
            let texts = texts.iter().filter(stands);
            found.extend(texts.map(|text| (path.clone(), (*text).to_owned())));
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    found
}

fn names(path: &Path, text: &str) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().contains(text))
}

fn holds(path: &Path, text: &str) -> bool {
    let bytes = std::fs::read(path).unwrap_or_default();
    bytes
        .windows(text.len())
        .any(|part| part == text.as_bytes())
}

#[tokio::test]
async fn a_removed_organization_leaves_nothing_in_the_profile_and_in_the_keychain() {
    let desk = Desk::with_keychain();
    let mut server = TestServer::start(60);
    let told = Told::of(&server);
    let member = told.somebody("member").await;
    let window = connected(&desk, &server, Role::Admin).await;
    let cards = window.invoke("organizations", serde_json::json!({})).await;
    let id = cards.expect("it is connected")[0]["id"].clone();
    let id = id.as_str().expect("an id").to_owned();
    // A name and a token in the clear, as a damaged copy might have them.
    let token = server.token(Role::Admin);
    let folder = desk.profile().join("organizations").join(&id);
    let planted = format!("{} {}", member.name, token.reveal());
    std::fs::write(folder.join("cache.db.set-aside-1"), planted).expect("it can be planted");

    server.stop();
    window.press("button", "Refresh").await;
    window
        .reads("You can look, review and prepare changes.")
        .await;
    window.fill("Search users", &member.email).await;
    window.press("row", &member.name).await;
    window.reads("Active since").await;
    window.press("button", "Edit").await;
    window.press("radio", "User Admin").await;
    window.press("button", "Save 1 change").await;
    window.reads("1 change waits").await;

    let (url, texts) = (
        server.url(),
        [&*member.name, &*member.email, token.reveal()],
    );
    let own = [&*id, &*url, "Northwind"];
    for text in own.iter().chain([&texts[0], &texts[2]]) {
        assert!(!traces(&desk, &[text]).is_empty(), "{text} can be found");
    }
    assert!(desk.kept_secrets().contains(&id), "and its secrets can");

    window.press("button", "Settings").await;
    window.press("button", "Remove from this computer").await;
    window
        .reads("1 change waits here that the server doesn't have.")
        .await;
    window.reads("The Outbox and the journal of 1 line").await;
    window.screenshot("remove").await;
    window.axe("remove").await;
    window
        .press("button", "Discard 1 and remove Northwind")
        .await;
    window.reads("Remove Northwind from this computer?").await;
    window.fill("Type 1 to discard what waits", "1").await;
    window
        .press("button", "Discard 1 and remove Northwind")
        .await;
    window.reads("Connect your organization").await;
    window.screenshot("removed").await;
    window.close().await;

    let all: Vec<&str> = own.iter().chain(&texts).copied().collect();
    assert_eq!(traces(&desk, &all), [], "nothing of it is left");
    assert!(!desk.kept_secrets().contains(&id), "nor in the keychain");
}

#[tokio::test]
async fn a_locked_keychain_keeps_an_organization_from_being_half_removed() {
    let mut desk = Desk::with_keychain();
    let server = TestServer::start(40);
    let window = connected(&desk, &server, Role::Admin).await;
    window.close().await;

    desk.lock_keychain();
    let window = desk.open(&[]).await;
    window.reads("Northwind can't be opened now").await;
    window.press("button", "Remove it from this computer").await;
    window.reads("It can't be opened now").await;
    window
        .fill("Type Northwind to remove it all the same", "northwind")
        .await;
    window.press("button", "Remove Northwind").await;
    window.reads("Remove the files all the same.").await;
    window.screenshot("remove-locked").await;
    window.axe("remove, keychain locked").await;
    desk.keychain().unlock();
    assert!(
        desk.kept_secrets().contains("/database-key"),
        "nothing was erased"
    );
    window.press("button", "Remove Northwind").await;
    window.reads("Connect your organization").await;
    window.close().await;
    assert!(!desk.kept_secrets().contains("/database-key"));
}

#[tokio::test]
async fn the_demo_is_removed_from_the_switcher() {
    let desk = Desk::new();
    let (window, _) = demo(&desk, Role::Admin).await;
    window.press("button", "Demo organization").await;
    window.press("menuitem", "Remove Demo organization").await;
    window.press("button", "Remove Demo organization").await;
    window.reads("Connect your organization").await;
    window.press("button", "Admin").await;
    window.reads("1,240 users").await;
    window.close().await;
}
