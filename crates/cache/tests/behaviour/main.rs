//! The cache and the ledger as those see them who use them.

mod files;
mod ledger;
mod people;
mod snapshot;
mod windows;
