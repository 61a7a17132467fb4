//! What can be asked of the outbox.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use rollcall_app::view::Holding;
use rollcall_language::say;

use super::word;

#[derive(Debug, Subcommand)]
pub(crate) enum Outbox {
    #[command(about = say!("help-outbox-list"))]
    List,
    #[command(about = say!("help-outbox-hold"))]
    Hold {
        #[arg(help = say!("help-outbox-holding"))]
        #[arg(value_name = "on|off", value_parser = word::<Holding>)]
        holding: Option<Holding>,
    },
    #[command(about = say!("help-outbox-plan"))]
    Plan {
        #[arg(help = say!("help-only-changes"))]
        ids: Vec<String>,
    },
    #[command(about = say!("help-outbox-send"))]
    Send(SendChanges),
    #[command(about = say!("help-outbox-conflicts"))]
    Conflicts,
    #[command(about = say!("help-outbox-resolve"))]
    Resolve(ResolveConflicts),
    #[command(about = say!("help-outbox-edit"))]
    Edit(EditOne),
    #[command(about = say!("help-outbox-move"))]
    Move(MoveSome),
    #[command(about = say!("help-outbox-export"))]
    Export(ExportPlan),
    #[command(about = say!("help-outbox-import"))]
    Import(ImportPlan),
    #[command(about = say!("help-outbox-drop"))]
    Drop(DropChanges),
}

#[derive(Debug, Args)]
pub(crate) struct SendChanges {
    #[arg(help = say!("help-only-changes"))]
    pub(crate) ids: Vec<String>,
    #[arg(help = say!("help-outbox-send-yes"), long)]
    pub(crate) yes: bool,
}

#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("which").required(true).args(["ids", "all", "done"])))]
pub(crate) struct DropChanges {
    #[arg(help = say!("help-changes"))]
    pub(crate) ids: Vec<String>,
    #[arg(help = say!("help-outbox-drop-all"), long)]
    pub(crate) all: bool,
    #[arg(help = say!("help-outbox-drop-done"), long)]
    pub(crate) done: bool,
}

#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("value").required(true).multiple(true)))]
pub(crate) struct EditOne {
    #[arg(help = say!("help-outbox-edit-id"))]
    pub(crate) id: String,
    #[arg(help = say!("help-outbox-edit-role"))]
    #[arg(long, group = "value", value_parser = clap::builder::PossibleValuesParser::new(super::ROLES))]
    pub(crate) role: Option<String>,
    #[arg(help = say!("help-outbox-edit-name"), long, group = "value")]
    pub(crate) name: Option<String>,
    #[arg(help = say!("help-outbox-edit-address"), long, group = "value")]
    pub(crate) address: Option<String>,
    #[arg(help = say!("help-outbox-edit-picture"), long, group = "value", value_name = "URL|none")]
    pub(crate) picture: Option<String>,
    #[arg(help = say!("help-outbox-edit-setting"), long, group = "value", value_name = "VALUE")]
    pub(crate) setting: Option<String>,
}

#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("where").required(true).args(["before", "last"])))]
pub(crate) struct MoveSome {
    #[arg(help = say!("help-changes"), required = true)]
    pub(crate) ids: Vec<String>,
    #[arg(help = say!("help-outbox-move-before"))]
    #[arg(long, value_name = "ID")]
    pub(crate) before: Option<String>,
    #[arg(help = say!("help-outbox-move-last"), long)]
    pub(crate) last: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ExportPlan {
    #[arg(help = say!("help-only-changes"))]
    pub(crate) ids: Vec<String>,
    #[arg(help = say!("help-outbox-export-output"), long, value_name = "FILE", default_value = "-")]
    pub(crate) output: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct ImportPlan {
    #[arg(help = say!("help-outbox-import-file"))]
    pub(crate) file: PathBuf,
    #[arg(help = say!("help-outbox-import-dry-run"), long)]
    pub(crate) dry_run: bool,
}

/// What is answered to a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Resolution {
    #[value(help = say!("help-outbox-resolve-theirs"))]
    Theirs,
    #[value(help = say!("help-outbox-resolve-mine"))]
    Mine,
    #[value(help = say!("help-outbox-resolve-combined"))]
    Combined,
    #[value(help = say!("help-outbox-resolve-drop"))]
    Drop,
}

#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("which").required(true).args(["ids", "all"])))]
pub(crate) struct ResolveConflicts {
    #[arg(help = say!("help-outbox-resolve-so"))]
    pub(crate) resolution: Resolution,
    #[arg(help = say!("help-outbox-resolve-ids"))]
    pub(crate) ids: Vec<String>,
    #[arg(help = say!("help-outbox-resolve-all"), long)]
    pub(crate) all: bool,
}
