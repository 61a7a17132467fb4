//! What can be asked of the outbox.

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
