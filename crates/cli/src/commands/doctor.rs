//! `doctor`: whether everything that Rollcall needs works here, and a report of it for others.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use rollcall_app::App;
use rollcall_app::view::{CheckView, Keep};
use rollcall_app::writing::write_json;
use rollcall_language::say;
use serde::Serialize;

use crate::output::{Cell, Output, Record, Title, Titled};
use crate::stop::Stop;

/// What can be handed to others: no name, address, path or credential is in it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    version: &'static str,
    system: &'static str,
    processor: &'static str,
    checks: &'a [CheckView],
}

impl Record for CheckView {
    const COLUMNS: &'static [&'static str] = &["check", "result", "found"];

    fn cells(&self) -> Vec<Cell<'_>> {
        let result = if self.passed() {
            Cell::word("ok", say!("cell-ok"))
        } else {
            Cell::word("failed", say!("cell-failed"))
        };
        let help = self.help.as_deref().unwrap_or_default();
        let found = format!("{} {help}", self.told).trim_end().to_owned();
        vec![Cell::from(self.subject.title()), result, Cell::from(found)]
    }
}

impl Titled for CheckView {
    const TITLES: &'static [Title] = &[
        || say!("column-check"),
        || say!("column-result"),
        || say!("column-found"),
    ];
}

#[derive(Serialize)]
struct Head {
    version: &'static str,
    system: &'static str,
}

/// Looks at everything, answers, and writes the report where one is asked for.
pub(crate) async fn run(
    app: &App,
    keep: Keep,
    report: Option<&Path>,
    output: &mut Output<impl Write>,
) -> Result<(), Stop> {
    let checks = app.checkup(keep).await;
    let head = Head {
        version: env!("CARGO_PKG_VERSION"),
        system: std::env::consts::OS,
    };
    let mut list = output.list("checks", &head)?;
    list.rows(&checks)?;
    list.finish()?;
    if let Some(path) = report {
        let shown = path.display().to_string();
        write(path, &checks).map_err(|cause| {
            Stop::Undone(say!(
                "terminal-report-not-written",
                path = shown,
                cause = cause.to_string()
            ))
        })?;
        crate::note(&say!("terminal-report-written", path = shown));
    }
    if checks.iter().all(CheckView::passed) {
        Ok(())
    } else {
        Err(Stop::Denied)
    }
}

fn write(path: &Path, checks: &[CheckView]) -> io::Result<()> {
    let mut text = Vec::new();
    let report = Report {
        version: env!("CARGO_PKG_VERSION"),
        system: std::env::consts::OS,
        processor: std::env::consts::ARCH,
        checks,
    };
    write_json(&mut text, &report)?;
    text.push(b'\n');
    fs::write(path, text)
}
