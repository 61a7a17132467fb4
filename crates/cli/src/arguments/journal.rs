//! `journal` as it may be written.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use rollcall_app::view::{Delimiter, JournalKind};
use rollcall_language::say;

use super::word;

#[derive(Debug, Subcommand)]
pub(crate) enum Journal {
    #[command(about = say!("help-journal-list"))]
    List(ListLines),
    #[command(about = say!("help-journal-export"))]
    Export(ExportLines),
    #[command(about = say!("help-journal-verify"))]
    Verify(Verify),
}

#[derive(Debug, Args)]
pub(crate) struct ListLines {
    #[command(flatten)]
    pub(crate) which: Which,
    #[arg(help = say!("help-limit"), long, value_name = "N")]
    pub(crate) limit: Option<usize>,
}

/// Which lines.
#[derive(Debug, Args)]
pub(crate) struct Which {
    #[arg(help = say!("help-journal-search"), long, default_value = "", hide_default_value = true)]
    pub(crate) search: String,
    #[arg(help = say!("help-journal-kind"), long, value_parser = word::<JournalKind>)]
    pub(crate) kind: Vec<JournalKind>,
    #[arg(help = say!("help-journal-since"), long, value_name = "DAY")]
    pub(crate) since: Option<String>,
    #[arg(help = say!("help-journal-until"), long, value_name = "DAY")]
    pub(crate) until: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ExportLines {
    #[command(flatten)]
    pub(crate) which: Which,
    #[arg(help = say!("help-delimiter"))]
    #[arg(long, value_parser = word::<Delimiter>, default_value = "comma")]
    pub(crate) delimiter: Delimiter,
    #[arg(help = say!("help-bom"), long)]
    pub(crate) bom: bool,
    #[arg(help = say!("help-output"), long, short, value_name = "FILE", default_value = "-")]
    pub(crate) output: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    #[arg(help = say!("help-journal-file"), long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    #[arg(help = say!("help-journal-kept"), long, value_name = "SEAL")]
    pub(crate) kept: Option<String>,
}
