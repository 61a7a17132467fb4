//! `organizations` as it may be written.

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum Organizations {
    /// Remove an organization from this computer: its key and token, list, outbox and journal. The server
    /// keeps it; nothing is asked of it
    Remove(Remove),
}

#[derive(Debug, Args)]
pub(crate) struct Remove {
    /// By name, URL or id
    pub(crate) name: String,
    /// Give up this many changes that were not sent; it must be the number of those that wait
    #[arg(long, value_name = "N")]
    pub(crate) discard: Option<u32>,
    /// Do it without asking: else a terminal asks, and elsewhere it is refused
    #[arg(long)]
    pub(crate) yes: bool,
    /// Remove the files though the keychain is out of reach; its entries stay, and are named
    #[arg(long)]
    pub(crate) leave_secrets: bool,
}
