//! `sync`: reads what is new on the server, or everything the first time.

use std::io::{self, IsTerminal, Write};

use rollcall_app::view::{Progress, SyncReport};
use rollcall_language::say;
use serde::Serialize;

use crate::output::{Cell, Record};
use crate::session::Session;
use crate::stop::Stop;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Synced {
    organization: String,
    as_of: Option<String>,
    /// Whether everything was read, or only what is new.
    full: bool,
    users: u32,
    workspaces: u32,
    /// Of bodies, sent and received.
    bytes: u32,
    /// Users that could not be read, each with the reason.
    unreadable: Vec<String>,
}

impl Record for Synced {
    const COLUMNS: &'static [&'static str] = &[
        "organization",
        "as_of",
        "full",
        "users",
        "workspaces",
        "bytes",
        "unreadable",
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(&self.organization),
            Cell::time(&self.as_of),
            self.full.to_string().into(),
            self.users.into(),
            self.workspaces.into(),
            self.bytes.into(),
            self.unreadable.len().to_string().into(),
        ]
    }
}

pub(crate) async fn run<W: Write>(mut session: Session<W>) -> Result<(), Stop> {
    let mut bar = ProgressLine::default();
    let report = session
        .app
        .sync_once(session.organization, &mut |progress| bar.show(progress))
        .await;
    bar.clear();
    let SyncReport {
        users,
        workspaces,
        full,
        unreadable,
        bytes,
        as_of,
    } = report?;
    for reason in &unreadable {
        crate::note(&say!("terminal-user-unreadable", reason = reason));
    }
    let sentence = if full {
        say!(
            "terminal-read-everything",
            users = users,
            workspaces = workspaces,
            bytes = bytes
        )
    } else {
        say!(
            "terminal-read-new",
            users = users,
            workspaces = workspaces,
            bytes = bytes
        )
    };
    let organization = session.card.name.clone();
    let synced = Synced {
        organization,
        as_of,
        full,
        users,
        workspaces,
        bytes,
        unreadable,
    };
    Ok(session.output.sentence(&sentence, &synced)?)
}

/// One line on a terminal that is written over; nothing where nobody watches.
#[derive(Default)]
struct ProgressLine {
    shown: bool,
}

impl ProgressLine {
    fn show(&mut self, progress: Progress) {
        let mut error = io::stderr();
        if !error.is_terminal() {
            return;
        }
        self.shown = true;
        let line = match progress.total {
            Some(total) => say!(
                "terminal-reading-of",
                loaded = progress.loaded,
                total = total
            ),
            None => say!("terminal-reading", loaded = progress.loaded),
        };
        // A line that can't be shown is no reason to stop reading.
        let _ = write!(error, "\r\x1b[K{line}").and_then(|()| error.flush());
    }

    fn clear(&self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
