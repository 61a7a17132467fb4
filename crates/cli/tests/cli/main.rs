//! The program itself, run against the real server: what it answers, says, keeps and refuses.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "what can't be set up fails the test"
)]

mod adding;
mod billing;
mod changes;
mod conflicts;
mod connect_and_sync;
mod doctor;
mod export;
mod formats;
mod holder;
mod journal;
mod killed;
mod language;
mod list;
mod many;
mod network;
mod offline;
mod organization;
mod outbox;
mod profiles;
mod questions;
mod removing;
mod secrets;
mod storage;
mod support;
mod workspaces;
