//! `organization` as it may be written.

use clap::{ArgGroup, Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum Organization {
    /// Show the organization's information, changes that wait laid over it; a User Admin sees who is billed,
    /// and how many seats are free, too
    Show,
    /// Change the organization's information, those attributes that are given
    Edit(EditOrganization),
    /// Delete the organization, with everybody and everything in it: at once, with the server alone
    Delete(Deliberate),
}

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("changes").required(true).multiple(true)
    .args(["name", "website", "time_zone", "locale"])))]
pub(crate) struct EditOrganization {
    /// The name that people know it by
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Its address on the web; empty for none
    #[arg(long, value_name = "URL")]
    pub(crate) website: Option<String>,
    /// A time zone of the IANA database, as in Europe/Zurich; empty for none
    #[arg(long, value_name = "ZONE")]
    pub(crate) time_zone: Option<String>,
    /// A language tag (BCP 47), as in de-CH; empty for none
    #[arg(long, value_name = "TAG")]
    pub(crate) locale: Option<String>,
}

/// What can't be undone, and never waits.
#[derive(Debug, Args)]
pub(crate) struct Deliberate {
    /// Show what it would mean, and do nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Do it without asking: else the organization's name is to be typed on a terminal, and it is refused
    /// elsewhere
    #[arg(long, conflicts_with = "dry_run")]
    pub(crate) yes: bool,
}
