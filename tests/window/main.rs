//! The real window in the tests: the program as it is shipped, on a display of its own, used by
//! role and name as a person uses it.
#![cfg(target_os = "linux")]

mod desk;
mod group;
mod keychain;
mod window;

use desk::Desk;

#[tokio::test]
async fn smoke() {
    let desk = Desk::new();
    let window = desk.open(&[]).await;
    window.reads("not built").await;
    window.screenshot("smoke").await;
    window.close().await;
}
