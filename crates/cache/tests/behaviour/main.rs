//! The cache and the ledger as those see them who use them.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first surprise, in its helping functions too"
)]

mod additions;
mod cancel;
mod edit;
mod faults;
mod files;
mod hold;
mod journal;
mod ledger;
mod organization;
mod people;
mod reorder;
mod sending;
mod snapshot;
mod view;
mod windows;
mod workspaces;
