//! `workspaces` as it may be written.

use clap::{Args, Subcommand};
use rollcall_app::view::WorkspaceSort;
use rollcall_language::say;

use super::{ChangeUsers, word};

#[derive(Debug, Subcommand)]
pub(crate) enum Workspaces {
    #[command(about = say!("help-workspaces-list"))]
    List(ListWorkspaces),
    #[command(about = say!("help-workspaces-show"))]
    Show {
        #[arg(help = say!("help-workspace"))]
        workspace: String,
    },
    #[command(about = say!("help-workspaces-create"))]
    Create(CreateWorkspace),
    #[command(about = say!("help-workspaces-rename"))]
    Rename(RenameWorkspace),
    #[command(about = say!("help-workspaces-delete"))]
    Delete(DeleteWorkspace),
    #[command(about = say!("help-workspaces-add"))]
    Add(PeopleOf),
    #[command(about = say!("help-workspaces-remove"))]
    Remove(PeopleOf),
}

#[derive(Debug, Args)]
pub(crate) struct ListWorkspaces {
    #[arg(help = say!("help-workspaces-search"))]
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) search: String,
    #[arg(help = say!("help-workspaces-sort"))]
    #[arg(long, value_parser = word::<WorkspaceSort>, default_value = "name")]
    pub(crate) sort: WorkspaceSort,
    #[arg(help = say!("help-descending"), long)]
    pub(crate) descending: bool,
    #[arg(help = say!("help-limit"), long, value_name = "N")]
    pub(crate) limit: Option<u32>,
}

#[derive(Debug, Args)]
pub(crate) struct CreateWorkspace {
    #[arg(help = say!("help-workspaces-name"))]
    pub(crate) name: String,
    #[arg(help = say!("help-check-creating"), long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RenameWorkspace {
    #[arg(help = say!("help-workspace"))]
    pub(crate) workspace: String,
    #[arg(help = say!("help-workspaces-new-name"))]
    pub(crate) name: String,
    #[arg(help = say!("help-check-changing"), long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DeleteWorkspace {
    #[arg(help = say!("help-workspace"))]
    pub(crate) workspace: String,
    #[arg(help = say!("help-workspaces-delete-dry-run"), long)]
    pub(crate) dry_run: bool,
    #[arg(help = say!("help-yes"), long, conflicts_with = "dry_run")]
    pub(crate) yes: bool,
}

/// A workspace, and users by name or by what they have in common.
#[derive(Debug, Args)]
pub(crate) struct PeopleOf {
    #[arg(help = say!("help-workspaces-people-of"), value_name = "WORKSPACE")]
    pub(crate) of: String,
    #[command(flatten)]
    pub(crate) change: ChangeUsers,
}
