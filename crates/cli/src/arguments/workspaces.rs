//! `workspaces` as it may be written.

use clap::{Args, Subcommand};
use rollcall_app::view::WorkspaceSort;

use super::{ChangeUsers, word};

#[derive(Debug, Subcommand)]
pub(crate) enum Workspaces {
    /// List workspaces, changes that wait laid over them; a Member sees those granted
    List(ListWorkspaces),
    /// Show a workspace in full; who is in it, `users list --workspace` tells
    Show {
        /// Name or id
        workspace: String,
    },
    /// Create a workspace with nobody in it
    Create(CreateWorkspace),
    /// Give a workspace another name
    Rename(RenameWorkspace),
    /// Delete a workspace, with everybody's access to it
    Delete(DeleteWorkspace),
    /// Give users access to a workspace
    Add(PeopleOf),
    /// Take users' access to a workspace away
    Remove(PeopleOf),
}

#[derive(Debug, Args)]
pub(crate) struct ListWorkspaces {
    /// Any place in the name, case and accents folded; several words must all occur
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) search: String,
    /// Sort by name, users, contacts or added
    #[arg(long, value_parser = word::<WorkspaceSort>, default_value = "name")]
    pub(crate) sort: WorkspaceSort,
    /// Sort from high to low
    #[arg(long)]
    pub(crate) descending: bool,
    /// At most so many
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<u32>,
}

#[derive(Debug, Args)]
pub(crate) struct CreateWorkspace {
    /// Its name
    pub(crate) name: String,
    /// Check everything, and create nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RenameWorkspace {
    /// Name or id
    pub(crate) workspace: String,
    /// The name to give
    pub(crate) name: String,
    /// Check everything, and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DeleteWorkspace {
    /// Name or id
    pub(crate) workspace: String,
    /// Show what would go with it, and do nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Do it without asking: else what is risky asks on a terminal, and is refused elsewhere
    #[arg(long, conflicts_with = "dry_run")]
    pub(crate) yes: bool,
}

/// A workspace, and users by name or by what they have in common.
#[derive(Debug, Args)]
pub(crate) struct PeopleOf {
    /// The workspace's name or id
    #[arg(value_name = "WORKSPACE")]
    pub(crate) of: String,
    #[command(flatten)]
    pub(crate) change: ChangeUsers,
}
