//! `users import`: adds everybody of a list or a CSV file, or shows what would become of each line.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use rollcall_app::view::{Fate, FateCounts, InviteeRow, InviteesRead};
use rollcall_app::{Action, LARGEST_LIST, Role};
use rollcall_language::say;
use serde::Serialize;

use crate::arguments::Import;
use crate::output::{Cell, Record, Title, Titled};
use crate::session::Session;
use crate::stop::Stop;
use crate::system;

/// Rows that are in memory together, twice.
const PAGE: u32 = 1_000;
/// As many refused lines are told on the error stream; `--refused` has all of them.
const TOLD: u32 = 20;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    organization: String,
    /// How the list was read.
    how: String,
}

/// A line of the list.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    line: u32,
    result: &'static str,
    #[serde(skip)]
    result_said: String,
    address: String,
    name: String,
    role: String,
    workspaces: String,
    field: Option<String>,
    reason: Option<String>,
}

impl Record for Line {
    const COLUMNS: &'static [&'static str] = &[
        "line",
        "result",
        "address",
        "name",
        "role",
        "workspaces",
        "field",
        "reason",
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(self.line),
            Cell::word(self.result, self.result_said.clone()),
            Cell::from(&self.address),
            Cell::from(&self.name),
            Cell::from(&self.role),
            Cell::from(&self.workspaces),
            self.field.as_deref().map_or(Cell::from(""), field),
            Cell::from(&self.reason),
        ]
    }
}

impl Titled for Line {
    const TITLES: &'static [Title] = &[
        || say!("column-line"),
        || say!("column-result"),
        || say!("column-address"),
        || say!("column-name"),
        || say!("column-role"),
        || say!("column-workspaces"),
        || say!("column-field"),
        || say!("column-reason"),
    ];
}

/// What is wrong in a line.
fn field(name: &str) -> Cell<'_> {
    match name {
        "line" => Cell::word(name, say!("column-line")),
        "address" => Cell::word(name, say!("column-address")),
        "name" => Cell::word(name, say!("column-name")),
        "role" => Cell::word(name, say!("column-role")),
        "workspaces" => Cell::word(name, say!("column-workspaces")),
        other => Cell::from(other),
    }
}

impl From<InviteeRow> for Line {
    fn from(row: InviteeRow) -> Self {
        let (result, result_said) = match row.fate {
            Fate::Added => ("will_be_added", say!("cell-will-be-added")),
            Fate::There => ("already_there", say!("cell-already-there")),
            Fate::Denied => ("not_allowed", say!("cell-not-allowed")),
            Fate::Unreadable => ("unreadable", say!("cell-unreadable")),
        };
        Self {
            line: row.line,
            result,
            result_said,
            address: row.address,
            name: row.name,
            role: row.role,
            workspaces: row.workspaces,
            field: row.field,
            reason: row.reason,
        }
    }
}

/// What became of the whole list.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    added: u32,
    already_there: u32,
    not_allowed: u32,
    unreadable: u32,
    message: String,
}

impl Record for Answer {
    const COLUMNS: &'static [&'static str] = &[
        "added",
        "already_there",
        "not_allowed",
        "unreadable",
        "message",
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(self.added),
            Cell::from(self.already_there),
            Cell::from(self.not_allowed),
            Cell::from(self.unreadable),
            Cell::from(&self.message),
        ]
    }
}

pub(super) async fn run<W: Write>(mut session: Session<W>, asked: Import) -> Result<(), Stop> {
    let (app, organization) = (session.app.clone(), session.organization);
    let role = asked.role.parse().map_err(rollcall_app::Failure::from)?;
    app.may(organization, Action::UsersAdd).await?;
    let bytes = read(&asked.file)?;
    let list = app
        .read_invitees(organization, bytes, asked.delimiter)
        .await?;
    crate::note(&list.how);
    if let Some(file) = &asked.refused {
        let refused = app.refused_invitees(organization, list.id, role).await?;
        write_new(file, &refused)?;
    }
    if asked.dry_run {
        let counts = preview(&mut session, list, role).await?;
        crate::note(&told(&counts));
        crate::note(&say!("terminal-nothing-changed"));
        return Ok(());
    }
    let first = app
        .invitees_window(organization, list.id, role, None, 0, 0)
        .await?;
    tell_refused(&session, list.id, role).await?;
    let added = app
        .add_invitees(organization, list.id, role, None, |adding| {
            if adding.total > PAGE {
                crate::note(&say!(
                    "terminal-import-progress",
                    done = adding.done,
                    total = adding.total
                ));
            }
        })
        .await?;
    let counts = first.counts;
    let answer = Answer {
        added: added.added,
        already_there: counts.there,
        not_allowed: counts.denied,
        unreadable: counts.unreadable,
        message: added.message,
    };
    let sentence = match answer.message.as_str() {
        "" => say!("terminal-import-nobody"),
        message => message.to_owned(),
    };
    session.output.sentence(&sentence, &answer)?;
    if counts.denied + counts.unreadable == 0 {
        return Ok(());
    }
    Err(Stop::Undone(say!(
        "terminal-import-left-out",
        there = counts.there,
        denied = counts.denied,
        unreadable = counts.unreadable
    )))
}

/// Writes what will become of each line.
async fn preview<W: Write>(
    session: &mut Session<W>,
    list: InviteesRead,
    role: Role,
) -> Result<FateCounts, Stop> {
    let (app, organization) = (session.app.clone(), session.organization);
    let head = Head {
        organization: session.card.name.clone(),
        how: list.how,
    };
    let mut lines = session.output.list::<Line>("lines", &head)?;
    let mut offset = 0;
    loop {
        let window = app
            .invitees_window(organization, list.id, role, None, offset, PAGE)
            .await?;
        let rows: Vec<_> = window.rows.into_iter().map(Line::from).collect();
        lines.rows(&rows)?;
        offset += PAGE;
        if offset >= window.total {
            lines.finish()?;
            return Ok(window.counts);
        }
    }
}

/// Tells the first lines that will not be added, each with its reason.
async fn tell_refused<W: Write>(session: &Session<W>, list: u32, role: Role) -> Result<(), Stop> {
    for fate in [Fate::Unreadable, Fate::Denied, Fate::There] {
        let window = session
            .app
            .invitees_window(session.organization, list, role, Some(fate), 0, TOLD)
            .await?;
        for row in &window.rows {
            let reason = row.reason.as_deref().unwrap_or_default();
            let line = row.line.to_string();
            crate::note(&if row.address.is_empty() {
                say!("terminal-import-line-alone", line = line, reason = reason)
            } else {
                say!(
                    "terminal-import-line",
                    line = line,
                    address = row.address,
                    reason = reason
                )
            });
        }
        if window.total > TOLD {
            let more = window.total - TOLD;
            crate::note(&say!("terminal-import-more", count = more));
        }
    }
    Ok(())
}

fn told(counts: &FateCounts) -> String {
    say!(
        "terminal-import-counts",
        added = counts.added,
        there = counts.there,
        denied = counts.denied,
        unreadable = counts.unreadable
    )
}

/// Reads the file, or standard input for `-`, and no more of it than is looked at.
fn read(path: &Path) -> Result<Vec<u8>, Stop> {
    let failed = |error: io::Error| {
        Stop::Undone(say!(
            "terminal-file-unreadable",
            path = path.display().to_string(),
            cause = error.to_string()
        ))
    };
    let source: Box<dyn Read> = if path == Path::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(path).map_err(failed)?)
    };
    let mut bytes = Vec::new();
    // A byte more than is read tells that there is more.
    let most = LARGEST_LIST as u64 + 1;
    source.take(most).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Writes a file for its owner alone, which must not be there yet: nothing of a person's is written over.
fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Stop> {
    let path_said = path.display().to_string();
    system::create_for_owner(path)
        .and_then(|mut file| file.write_all(bytes))
        .map_err(|error| {
            Stop::Undone(if error.kind() == io::ErrorKind::AlreadyExists {
                say!("terminal-file-there", path = path_said)
            } else {
                say!(
                    "terminal-file-not-written",
                    path = path_said,
                    cause = error.to_string()
                )
            })
        })
}
