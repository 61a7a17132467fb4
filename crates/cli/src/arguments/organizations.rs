//! `organizations` as it may be written.

use clap::{Args, Subcommand};
use rollcall_language::say;

#[derive(Debug, Subcommand)]
pub(crate) enum Organizations {
    #[command(about = say!("help-remove"))]
    Remove(Remove),
}

#[derive(Debug, Args)]
pub(crate) struct Remove {
    #[arg(help = say!("help-remove-name"))]
    pub(crate) name: String,
    #[arg(help = say!("help-remove-discard"), long, value_name = "N")]
    pub(crate) discard: Option<u32>,
    #[arg(help = say!("help-remove-yes"), long)]
    pub(crate) yes: bool,
    #[arg(help = say!("help-remove-leave-secrets"), long)]
    pub(crate) leave_secrets: bool,
}
