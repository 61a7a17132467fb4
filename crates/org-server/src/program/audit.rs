//! The audit on standard output, at the server's own console. It can be read while the server runs.

use std::error::Error;
use std::io::{self, BufWriter, Write};

use jiff::Timestamp;
use rollcall_model::is_deceptive;
use rollcall_org_server::{AuditLine, OrgServer, ServerError};
use serde::Serialize;
use serde_json::value::RawValue;

use super::args::{Audit, Format};
use super::console::{founded_once, write_cells};

/// How many lines are in memory at a time.
const PAGE: u64 = 1_000;

/// Why the audit isn't shown to its end.
#[derive(Debug, thiserror::Error)]
enum Stopped {
    #[error(transparent)]
    Server(#[from] ServerError),
    #[error("could not write the audit")]
    Output(#[from] io::Error),
}

/// Shows the lines that were asked for.
pub(super) fn run(audit: &Audit) -> Result<(), Box<dyn Error>> {
    let server = founded_once(&audit.data)?;
    match show(&server, audit, BufWriter::new(io::stdout().lock())) {
        // Whoever reads our output has left, which is theirs to do (`| head`).
        Err(Stopped::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        shown => Ok(shown?),
    }
}

fn show(server: &OrgServer, audit: &Audit, mut to: impl Write) -> Result<(), Stopped> {
    let mut after = audit.after;
    let mut left = audit.limit.unwrap_or(u64::MAX);
    loop {
        let most = u32::try_from(left.min(PAGE)).unwrap_or(u32::MAX);
        let lines = server.audit_after(after, most)?;
        let Some(last) = lines.last() else {
            return Ok(to.flush()?);
        };
        after = last.seq;
        left -= lines.len() as u64;
        for line in &lines {
            match audit.format {
                Format::Table => write_row(&mut to, line)?,
                Format::Json => write_json(&mut to, line)?,
            }
        }
    }
}

fn write_row(to: &mut impl Write, line: &AuditLine) -> io::Result<()> {
    let none = "-";
    let cells = [
        &line.seq.to_string(),
        &line.at.to_string(),
        &line.actor_name,
        &line.origin,
        &line.actions,
        &line.kind,
        &line.id,
        line.before.as_deref().unwrap_or(none),
        line.after.as_deref().unwrap_or(none),
    ];
    write_cells(to, &cells)
}

/// A line, as programs read it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told<'a> {
    seq: i64,
    at: Timestamp,
    actor: Option<&'a str>,
    actor_name: &'a str,
    origin: &'a str,
    actions: Vec<&'a str>,
    kind: &'a str,
    id: &'a str,
    before: Option<&'a RawValue>,
    after: Option<&'a RawValue>,
}

/// Writes a line of JSON. Nothing in it steers a terminal: what is deceptive stands in strings only, where
/// an escape means the same.
fn write_json(to: &mut impl Write, line: &AuditLine) -> io::Result<()> {
    let told = Told {
        seq: line.seq,
        at: line.at,
        actor: line.actor.as_deref(),
        actor_name: &line.actor_name,
        origin: &line.origin,
        actions: line.actions.split(',').collect(),
        kind: &line.kind,
        id: &line.id,
        before: json(line.before.as_ref())?,
        after: json(line.after.as_ref())?,
    };
    let mut shown = String::new();
    for character in serde_json::to_string(&told)?.chars() {
        if is_deceptive(character) {
            shown.push_str(&format!("\\u{:04x}", u32::from(character)));
        } else {
            shown.push(character);
        }
    }
    writeln!(to, "{shown}")
}

fn json(text: Option<&String>) -> serde_json::Result<Option<&RawValue>> {
    text.map(|text| serde_json::from_str(text)).transpose()
}
