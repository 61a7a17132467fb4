//! What can be asked of the outbox.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use rollcall_app::view::Holding;

use super::word;

#[derive(Debug, Subcommand)]
pub(crate) enum Outbox {
    /// List every change that isn't at rest, and those done and not dropped from the list
    List,
    /// Hold everything back until it is sent by hand, or let it go out by itself again; without a word,
    /// tell which
    Hold {
        /// on or off
        #[arg(value_name = "on|off", value_parser = word::<Holding>)]
        holding: Option<Holding>,
    },
    /// Tell what sending would do, each change decided as if the earlier ones were done; send nothing
    Plan {
        /// Only these changes, and those that must go first: ids, or unambiguous beginnings of ids
        ids: Vec<String>,
    },
    /// Send what waits now, held or not
    Send(SendChanges),
    /// Show what somebody else has changed, too: was, theirs, mine, field by field
    Conflicts,
    /// Decide what becomes of changes in conflict
    Resolve(ResolveConflicts),
    /// Give a change that waits, and was never sent, another value; it keeps its place
    Edit(EditOne),
    /// Send changes earlier or later than others that wait; what is tied to another stays behind it
    Move(MoveSome),
    /// Export what waits as a plan, which another administrator imports and sends
    Export(ExportPlan),
    /// Import such a plan: queue all of it, held until it is sent, or nothing
    Import(ImportPlan),
    /// Take changes back: what waits is not sent, what was refused is dropped
    Drop(DropChanges),
}

#[derive(Debug, Args)]
pub(crate) struct SendChanges {
    /// Only these changes, and those that must go first: ids, or unambiguous beginnings of ids
    pub(crate) ids: Vec<String>,
    /// Send without asking: else what is risky and was decided without the server asks on a terminal,
    /// and is refused elsewhere
    #[arg(long)]
    pub(crate) yes: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DropChanges {
    /// The changes: ids, or unambiguous beginnings of ids
    #[arg(conflicts_with_all = ["all", "done"])]
    pub(crate) ids: Vec<String>,
    /// All that isn't done
    #[arg(long, conflicts_with = "done")]
    pub(crate) all: bool,
    /// Take what is done off the list
    #[arg(long, required_unless_present_any = ["ids", "all"])]
    pub(crate) done: bool,
}

#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("value").required(true).multiple(true)))]
pub(crate) struct EditOne {
    /// The change: its id, or an unambiguous beginning of it
    pub(crate) id: String,
    /// The role to ask for instead
    #[arg(long, group = "value", value_parser = clap::builder::PossibleValuesParser::new(super::ROLES))]
    pub(crate) role: Option<String>,
    /// The display name, the name of a workspace, or of a user to be added, to ask for instead
    #[arg(long, group = "value")]
    pub(crate) name: Option<String>,
    /// The e-mail address of a user to be added
    #[arg(long, group = "value")]
    pub(crate) address: Option<String>,
    /// The https address of the picture to ask for instead, or none
    #[arg(long, group = "value", value_name = "URL|none")]
    pub(crate) picture: Option<String>,
    /// The value to ask for instead of an attribute of the organization
    #[arg(long, group = "value", value_name = "VALUE")]
    pub(crate) setting: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct MoveSome {
    /// The changes: ids, or unambiguous beginnings of ids
    #[arg(required = true)]
    pub(crate) ids: Vec<String>,
    /// The change before which they go
    #[arg(long, value_name = "ID", required_unless_present = "last")]
    pub(crate) before: Option<String>,
    /// Behind all that waits
    #[arg(long, conflicts_with = "before")]
    pub(crate) last: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ExportPlan {
    /// Only these changes, and those that must go first: ids, or unambiguous beginnings of ids
    pub(crate) ids: Vec<String>,
    /// Into this file; - writes to standard output
    #[arg(long, value_name = "FILE", default_value = "-")]
    pub(crate) output: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct ImportPlan {
    /// The file; - reads standard input
    pub(crate) file: PathBuf,
    /// Only show what each change would do
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// What is answered to a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Resolution {
    /// Keep what is on the server
    Theirs,
    /// Ask for yours again, on top of what is there now
    Mine,
    /// Ask for both edits, where they don't overlap
    Combined,
    /// Drop what is about something that no longer exists, or that somebody else has added
    Drop,
}

#[derive(Debug, Args)]
pub(crate) struct ResolveConflicts {
    /// What is to become of them
    pub(crate) resolution: Resolution,
    /// The changes in conflict: ids, or unambiguous beginnings of ids
    #[arg(required_unless_present = "all")]
    pub(crate) ids: Vec<String>,
    /// All that are in conflict and can be decided so
    #[arg(long, conflicts_with = "ids")]
    pub(crate) all: bool,
}
