//! `outbox import`: somebody else's plan, shown change by change, or queued whole.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use rollcall_app::view::{ImportView, PlanWindow};
use rollcall_language::say;
use serde::Serialize;

use super::plan::Row;
use crate::arguments::ImportPlan;
use crate::commands::told::told;
use crate::session::Session;
use crate::stop::Stop;

/// A little more than any plan has.
const MOST: u64 = 16 * 1024 * 1024 + 1;

/// What importing would do, in numbers.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    organization: String,
    exported_by: String,
    exported_at: String,
    refused: Option<String>,
    changes: u32,
    denied: u32,
    conflicts: u32,
    already_so: u32,
}

/// Imports the file, or tells what that would do.
pub(super) async fn run<W: Write>(mut session: Session<W>, asked: &ImportPlan) -> Result<(), Stop> {
    let bytes = read(&asked.file)?;
    if !asked.dry_run {
        let receipt = session
            .app
            .import_plan(session.organization, &bytes)
            .await?;
        crate::note(&say!("terminal-plan-imported"));
        return told(session, receipt).await;
    }
    let everything = PlanWindow {
        offset: 0,
        limit: u32::MAX,
    };
    let ImportView {
        organization,
        exported_by,
        exported_at,
        refused,
        plan,
    } = session
        .app
        .import_view(session.organization, &bytes, everything)
        .await?;
    let head = Head {
        organization,
        exported_by,
        exported_at,
        refused,
        changes: plan.changes,
        denied: plan.denied,
        conflicts: plan.conflicts,
        already_so: plan.already_so,
    };
    let rows: Vec<Row> = plan.groups.into_iter().map(Row).collect();
    let mut list = session.output.list("resources", &head)?;
    list.rows(&rows)?;
    list.finish()?;
    match head.refused {
        Some(refused) => Err(Stop::Undone(refused)),
        None => Ok(()),
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        io::stdin().lock().take(MOST).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(MOST).read_to_end(&mut bytes))
    };
    match read {
        Ok(_) => Ok(bytes),
        Err(error) => Err(Stop::Undone(say!(
            "terminal-plan-unreadable",
            path = path.display().to_string(),
            cause = error.to_string()
        ))),
    }
}
