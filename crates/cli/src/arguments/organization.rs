//! `organization` as it may be written.

use clap::{ArgGroup, Args, Subcommand};
use rollcall_language::say;

#[derive(Debug, Subcommand)]
pub(crate) enum Organization {
    #[command(about = say!("help-organization-show"))]
    Show,
    #[command(about = say!("help-organization-edit"))]
    Edit(EditOrganization),
    #[command(about = say!("help-organization-delete"))]
    Delete(Deliberate),
}

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("changes").required(true).multiple(true)
    .args(["name", "website", "time_zone", "locale"])))]
pub(crate) struct EditOrganization {
    #[arg(help = say!("help-organization-name"), long)]
    pub(crate) name: Option<String>,
    #[arg(help = say!("help-organization-website"), long, value_name = "URL")]
    pub(crate) website: Option<String>,
    #[arg(help = say!("help-organization-time-zone"), long, value_name = "ZONE")]
    pub(crate) time_zone: Option<String>,
    #[arg(help = say!("help-organization-locale"), long, value_name = "TAG")]
    pub(crate) locale: Option<String>,
}

/// What can't be undone, and never waits.
#[derive(Debug, Args)]
pub(crate) struct Deliberate {
    #[arg(help = say!("help-deliberate-dry-run"), long)]
    pub(crate) dry_run: bool,
    #[arg(help = say!("help-deliberate-yes"), long, conflicts_with = "dry_run")]
    pub(crate) yes: bool,
}
