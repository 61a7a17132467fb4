//! `users export`: every user who matches, or whom a saved view shows, as a file of its own.

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::Path;

use rollcall_app::view::{ExportUsers, FileFormat, ListColumn, ListView, ShownColumn};
use rollcall_language::say;

use super::list::age;
use super::query::query;
use crate::arguments::ExportUsers as Asked;
use crate::commands::remembering::Remembering;
use crate::output::Format;
use crate::session::Session;
use crate::stop::Stop;

const EVERY_COLUMN: [ListColumn; 6] = [
    ListColumn::Name,
    ListColumn::Role,
    ListColumn::State,
    ListColumn::Workspaces,
    ListColumn::LastActive,
    ListColumn::Added,
];

pub(super) async fn run<W: Write>(mut session: Session<W>, asked: Asked) -> Result<(), Stop> {
    let format = match session.output.format() {
        Format::Csv => FileFormat::Csv {
            delimiter: asked.delimiter,
            byte_order_mark: asked.bom,
        },
        Format::Json => FileFormat::Json,
        Format::Table => return Err(Stop::WrongUse(say!("terminal-export-format"))),
    };
    let base = match &asked.view {
        Some(name) => view_named(&session, name).await?,
        None => ListView {
            columns: shown(&EVERY_COLUMN),
            ..ListView::default()
        },
    };
    let shows = ListView {
        query: query(&session, asked.filters, base.query).await?,
        columns: if asked.columns.is_empty() {
            base.columns
        } else {
            shown(&asked.columns)
        },
    };
    let export = ExportUsers {
        shows,
        only: None,
        format,
    };
    let (app, organization) = (session.app.clone(), session.organization);
    let snapshot = app.session(organization).await?.snapshot;
    let mut go_on = |_| ControlFlow::Continue(());
    if asked.dry_run {
        // Written to nowhere: what would stop the export stops this too.
        let users = app
            .stream_users(organization, &export, &mut io::sink(), &mut go_on)
            .await?;
        let would = say!("terminal-export-would", count = users);
        writeln!(session.output.stream(), "{would}")?;
        crate::note(&age(users as usize, &snapshot));
        return Ok(());
    }
    let users = if asked.output == Path::new("-") {
        let mut to = Remembering::new(session.output.stream());
        let written = app
            .stream_users(organization, &export, &mut to, &mut go_on)
            .await;
        to.or_its_failure(written)?
    } else {
        app.export_users(organization, &export, &asked.output, &mut go_on)
            .await?
            .users
    };
    crate::note(&age(users as usize, &snapshot));
    Ok(())
}

fn shown(columns: &[ListColumn]) -> Vec<ShownColumn> {
    columns
        .iter()
        .map(|&column| ShownColumn {
            column,
            width: None,
        })
        .collect()
}

/// What the saved view of this name (compared without case) shows.
async fn view_named<W: Write>(session: &Session<W>, name: &str) -> Result<ListView, Stop> {
    let views = session.app.views(session.organization).await?;
    let folded = name.trim().to_lowercase();
    let names = views
        .iter()
        .map(|view| view.name.clone())
        .collect::<Vec<_>>();
    let found = views
        .into_iter()
        .find(|view| view.name.to_lowercase() == folded);
    match found {
        Some(view) => {
            let notice = view.notice.unwrap_or_default();
            let shows = view.shows.ok_or_else(|| Stop::Undone(notice.clone()))?;
            if !notice.is_empty() {
                crate::note(&notice);
            }
            Ok(shows)
        }
        None if names.is_empty() => Err(Stop::Undone(say!("terminal-no-view-saved", name = name))),
        None => Err(Stop::Undone(say!(
            "terminal-no-view",
            name = name,
            names = names.join(", ")
        ))),
    }
}
