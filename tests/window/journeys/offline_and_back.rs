//! The server goes, the program is restarted, work goes on; the server comes back and has it all.

use rollcall_model::Role;
use rollcall_testkit::TestServer;
use serde_json::json;

use crate::desk::Desk;
use crate::told::Told;

#[tokio::test]
async fn a_change_made_without_the_server_survives_restarts_and_arrives_when_it_is_back() {
    let desk = Desk::with_keychain().at_the_highest_log_level();
    let mut server = TestServer::start(240);
    let told = Told::of(&server);
    let helper = told.somebody("member").await;
    told.set_role(&helper, "user_admin").await;

    let window = desk.open(&[]).await;
    let users = window.users(told.count().await).await;
    window
        .connect("Northwind Trading", &server, Role::Admin)
        .await;
    window.reads("You are Admin").await;
    window.reads("Online").await;
    window.reads(&users).await;
    window.close().await;

    server.stop();
    let window = desk.open(&[]).await;
    window.reads("Northwind Trading").await;
    window
        .reads("You can look, review and prepare changes.")
        .await;
    window.reads(&users).await;
    window.screenshot("offline").await;
    window.fill("Search users", &helper.email).await;
    window.press("row", &helper.name).await;
    window.reads("Active since").await;
    window.press("button", "Edit").await;
    window.press("radio", "Member").await;
    window.press("button", "Save 1 change").await;
    window.reads("1 change waits").await;
    window
        .find("row", &format!("{} waiting", helper.name))
        .await;
    window.screenshot("offline-waiting").await;
    window.close().await;

    let window = desk.open(&[]).await;
    window.reads("1 change waits").await;
    window.press("button", "Outbox").await;
    window.reads(&helper.name).await;
    let entry = window.run("return reading();", vec![]).await;
    assert!(
        entry.as_str().expect("a text").contains("Member"),
        "what was asked for is still readable: {entry}"
    );
    window.screenshot("offline-outbox").await;

    server.start_again();
    window
        .until(
            "what waited goes out by itself",
            "!reading().includes('1 change waits')",
        )
        .await;
    window.reads("Online").await;
    assert_eq!(
        told.person(&helper.id).await.role,
        "member",
        "what waited is on the server"
    );
    window.close().await;

    let token = server.token(Role::Admin);
    let planted = [helper.email.as_str(), helper.name.as_str(), token.reveal()];
    let found = found_in(desk.folder(), &planted);
    assert_eq!(
        found,
        json!([]),
        "nothing of people or credentials can be read in a file or in the log"
    );
}

/// Which of these texts can be read in which file below a folder.
fn found_in(folder: &std::path::Path, texts: &[&str]) -> serde_json::Value {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            // Sockets of the keychain can't be read, and hold nothing.
            if !path.is_file() {
                continue;
            }
            let bytes = std::fs::read(&path).expect("the file can be read");
            for text in texts {
                if bytes
                    .windows(text.len())
                    .any(|part| part == text.as_bytes())
                {
                    found.push(json!([path.display().to_string(), text]));
                }
            }
        }
    }
    found.into()
}
