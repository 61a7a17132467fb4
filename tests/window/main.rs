//! The real window in the tests: the program as it is shipped, on a display of its own, used by
//! role and name as a person uses it. Pictures are kept under `target/screenshots`.
#![cfg(target_os = "linux")]
#![expect(
    clippy::expect_used,
    reason = "a test that can't go on fails, and says at what"
)]

mod axe;
mod desk;
mod group;
mod journeys;
mod keychain;
mod permissions;
mod told;
mod window;
