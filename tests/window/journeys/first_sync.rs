//! The first read of a large organization, cut off half-way: who has arrived can be found already,
//! the list says that it isn't whole, and it becomes whole when the server is back.

use std::sync::Arc;

use rollcall_model::{Role, SystemClock};
use rollcall_testkit::TestServer;

use crate::desk::Desk;

/// As many users as a page of the server: few, so that the read takes a while.
const PAGE: u64 = 10;

#[tokio::test]
async fn rows_are_usable_while_the_list_is_marked_incomplete() {
    let desk = Desk::with_keychain();
    let mut server = TestServer::start_with(4_000, Arc::new(SystemClock), Some(PAGE));
    let window = desk.open(&[]).await;
    window.connect("Northwind", &server, Role::Admin).await;
    window
        .reads("Counts and exports are not complete yet.")
        .await;
    server.stop();

    window.reads("List incomplete").await;
    window.find("row", "").await;
    window.fill("Search users", "northwind.example").await;
    window.find("row", "northwind.example").await;
    window.screenshot("first-sync").await;

    server.start_again();
    window.fill("Search users", "").await;
    window.reads("4,000 users").await;
    window.reads_no_more("not complete yet").await;
    window.close().await;
}
