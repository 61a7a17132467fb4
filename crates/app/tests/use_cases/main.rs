//! The use cases on real parts: real files, a real engine, and a real server or one in memory that
//! fails on demand.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "what tests share panics as they do"
)]

mod access_explained;
mod adding;
mod adding_many;
mod billing;
mod bulk;
mod bulk_outbox;
mod changing_workspaces;
mod combining;
mod confirming;
mod conflict;
mod connecting;
mod deleting;
mod deleting_many;
mod demo;
mod edit_profile;
mod editing;
mod export;
mod forms;
mod full_disk;
mod general;
mod handing_over;
mod held;
mod hold;
mod journal;
mod last_admin;
mod moving;
mod offline;
mod plan;
mod recovery;
mod refused;
mod removing;
mod replace_email;
mod scene;
mod seats;
mod secrets;
mod signing_in;
mod support;
mod two_programs;
mod views;
mod whole_way;
mod workspaces;
