//! `journal`: what was asked for and what became of it, to be looked through, exported and checked.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

use rollcall_app::verify_journal_file;
use rollcall_app::view::{
    FileFormat, JournalFileVerified, JournalKind, JournalQuery, JournalRow, JournalVerified,
};
use rollcall_language::say;
use serde::Serialize;

use super::remembering::Remembering;
use crate::arguments::{ExportLines, Journal, ListLines, Verify, Which};
use crate::output::{Cell, Format, Output, Record, Title, Titled, minutes};
use crate::session::Session;
use crate::stop::Stop;

pub(crate) async fn run<W: Write>(session: Session<W>, journal: Journal) -> Result<(), Stop> {
    match journal {
        Journal::List(asked) => list(session, asked).await,
        Journal::Export(asked) => export(session, asked).await,
        Journal::Verify(asked) => verify(session, asked).await,
    }
}

/// A line of the journal.
#[derive(Serialize)]
#[serde(transparent)]
struct Line(JournalRow);

impl Record for Line {
    const COLUMNS: &'static [&'static str] = &["line", "at", "text", "by", "email"];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(self.0.line.to_string()),
            Cell::Time(&self.0.at),
            Cell::from(&self.0.text),
            Cell::from(&self.0.by),
            Cell::from(&self.0.email),
        ]
    }
}

impl Titled for Line {
    const TITLES: &'static [Title] = &[
        || say!("column-line"),
        || say!("column-time"),
        || say!("column-text"),
        || say!("column-by"),
        || say!("column-email"),
    ];
}

#[derive(Serialize)]
struct Head {
    organization: String,
}

async fn list<W: Write>(mut session: Session<W>, asked: ListLines) -> Result<(), Stop> {
    let (app, organization) = (session.app.clone(), session.organization);
    let query = query(asked.which)?;
    let head = Head {
        organization: session.card.name.clone(),
    };
    // A question that can't be meant is refused before anything is written.
    let mut page = app.journal_page(organization, &query, None).await?;
    let mut list = session.output.list::<Line>("lines", &head)?;
    let mut left = asked.limit.unwrap_or(usize::MAX);
    loop {
        let lines: Vec<_> = page.lines.into_iter().take(left).map(Line).collect();
        left -= lines.len();
        list.rows(&lines)?;
        match page.next.filter(|_| left > 0) {
            Some(next) => page = app.journal_page(organization, &query, Some(next)).await?,
            None => break,
        }
    }
    if list.finish()? == 0 {
        crate::note(&if query == JournalQuery::default() {
            say!("terminal-journal-empty")
        } else {
            say!("terminal-journal-no-match")
        });
    }
    Ok(())
}

/// The question, as the use cases take it.
fn query(which: Which) -> Result<JournalQuery, Stop> {
    if which.kind.contains(&JournalKind::Missing) {
        return Err(Stop::WrongUse(say!("terminal-journal-missing")));
    }
    Ok(JournalQuery {
        search: which.search,
        kinds: which.kind,
        since: which.since,
        until: which.until,
    })
}

async fn export<W: Write>(mut session: Session<W>, asked: ExportLines) -> Result<(), Stop> {
    let format = match session.output.format() {
        Format::Csv => FileFormat::Csv {
            delimiter: asked.delimiter,
            byte_order_mark: asked.bom,
        },
        Format::Json => FileFormat::Json,
        Format::Table => return Err(Stop::WrongUse(say!("terminal-journal-format"))),
    };
    let query = query(asked.which)?;
    let (app, organization) = (session.app.clone(), session.organization);
    let mut go_on = |_| ControlFlow::Continue(());
    let lines = if asked.output == Path::new("-") {
        let mut to = Remembering::new(session.output.stream());
        let written = app
            .stream_journal(organization, &query, format, &mut to, &mut go_on)
            .await;
        to.or_its_failure(written)?
    } else {
        app.export_journal(organization, &query, format, &asked.output, &mut go_on)
            .await?
            .lines
    };
    crate::note(&say!("terminal-journal-lines", count = lines));
    Ok(())
}

/// What a check came to.
#[derive(Serialize)]
struct Checked<'a, T> {
    #[serde(flatten)]
    answer: &'a T,
    #[serde(skip)]
    verified: &'a JournalVerified,
}

impl<T: Serialize> Record for Checked<'_, T> {
    const COLUMNS: &'static [&'static str] = &["lines", "since", "seal", "broken", "message"];

    fn cells(&self) -> Vec<Cell<'_>> {
        let JournalVerified {
            lines,
            since,
            seal,
            broken,
        } = self.verified;
        let broken = broken.as_ref();
        vec![
            Cell::from(lines.to_string()),
            Cell::time(since),
            Cell::from(seal),
            Cell::from(broken.map_or_else(String::new, |broken| broken.line.to_string())),
            Cell::from(broken.map_or("", |broken| broken.message.as_str())),
        ]
    }
}

async fn verify<W: Write>(mut session: Session<W>, asked: Verify) -> Result<(), Stop> {
    let (app, organization) = (&session.app, session.organization);
    let verified = app
        .verify_journal(organization, asked.kept.as_deref())
        .await?;
    answer(&mut session.output, &verified, &verified, None, true)
}

/// Checks a file, which needs no organization.
pub(crate) fn verify_file(
    file: &Path,
    kept: Option<&str>,
    output: &mut Output<impl Write>,
) -> Result<(), Stop> {
    let checked = verify_journal_file(file, kept)?;
    let JournalFileVerified {
        organization,
        exported_at,
        whole,
        verified,
    } = &checked;
    let from = say!(
        "terminal-journal-from",
        organization = organization,
        moment = minutes(exported_at)
    );
    answer(output, &checked, verified, Some(from), *whole)
}

/// Says how the lines stand; exit status 1 where one doesn't hold.
fn answer<T: Serialize>(
    output: &mut Output<impl Write>,
    answer: &T,
    verified: &JournalVerified,
    from: Option<String>,
    whole: bool,
) -> Result<(), Stop> {
    let count = verified.lines;
    let since = verified.since.as_deref().map(minutes).unwrap_or_default();
    let mut sentences = match (&verified.broken, whole) {
        (Some(broken), true) if count > 0 => vec![
            broken.message.clone(),
            say!("terminal-journal-before", count = count, since = since),
        ],
        (Some(broken), _) => vec![broken.message.clone()],
        (None, _) if count == 0 => vec![say!("terminal-journal-empty")],
        (None, true) => vec![say!(
            "terminal-journal-unbroken",
            count = count,
            since = since
        )],
        (None, false) => vec![say!("terminal-journal-chosen", count = count)],
    };
    sentences.extend(from);
    let sentence = sentences.join(" ");
    output.sentence(&sentence, &Checked { answer, verified })?;
    if verified.broken.is_some() {
        return Err(Stop::Denied);
    }
    if let Some(seal) = &verified.seal {
        crate::note(&say!("terminal-journal-seal", seal = seal));
    }
    Ok(())
}
