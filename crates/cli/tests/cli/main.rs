//! The program itself, run against the real server: what it answers, says, keeps and refuses.

mod changes;
mod connect_and_sync;
mod formats;
mod holder;
mod list;
mod offline;
mod outbox;
mod questions;
mod secrets;
mod support;
