//! `journal`: what was asked for and what became of it, to be looked through, exported and checked.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

use rollcall_app::verify_journal_file;
use rollcall_app::view::{
    FileFormat, JournalFileVerified, JournalKind, JournalQuery, JournalRow, JournalVerified,
};
use serde::Serialize;

use super::remembering::Remembering;
use crate::arguments::{ExportLines, Journal, ListLines, Verify, Which};
use crate::output::{Cell, Format, Output, Record, minutes};
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
        crate::say(if query == JournalQuery::default() {
            "The journal is empty."
        } else {
            "No line of the journal matches."
        });
    }
    Ok(())
}

/// The question, as the use cases take it.
fn query(which: Which) -> Result<JournalQuery, Stop> {
    if which.kind.contains(&JournalKind::Missing) {
        return Err(Stop::WrongUse(
            "Lines that are missing are found by: rollcall-cli journal verify".to_owned(),
        ));
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
        Format::Table => {
            return Err(Stop::WrongUse(
                "An export is JSON Lines or CSV. Say which: --format json or --format csv."
                    .to_owned(),
            ));
        }
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
    crate::say(&counted(lines.into()));
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
    answer(&mut session.output, &verified, &verified, "", true)
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
    let of = format!(" Exported from {organization}, {}.", minutes(exported_at));
    answer(output, &checked, verified, &of, *whole)
}

/// Says how the lines stand; exit status 1 where one doesn't hold.
fn answer<T: Serialize>(
    output: &mut Output<impl Write>,
    answer: &T,
    verified: &JournalVerified,
    of: &str,
    whole: bool,
) -> Result<(), Stop> {
    let lines = counted(verified.lines);
    let since = verified.since.as_deref().map(minutes).unwrap_or_default();
    let sentence = match (&verified.broken, whole) {
        (Some(broken), true) if verified.lines > 0 => format!(
            "{} The {lines} before it hold, from {since} on.{of}",
            broken.message
        ),
        (Some(broken), _) => format!("{}{of}", broken.message),
        (None, _) if verified.lines == 0 => format!("The journal is empty.{of}"),
        (None, true) => format!("{lines}, unbroken since {since}.{of}"),
        (None, false) => format!(
            "{lines}, chosen from a longer journal, each as it was written. That none of them was left \
             out can't be told.{of}"
        ),
    };
    output.sentence(&sentence, &Checked { answer, verified })?;
    if verified.broken.is_some() {
        return Err(Stop::Denied);
    }
    if let Some(seal) = &verified.seal {
        crate::say(&format!(
            "Its seal, to be kept elsewhere and compared with --kept: {seal}"
        ));
    }
    Ok(())
}

fn counted(lines: u64) -> String {
    match lines {
        1 => "1 line".to_owned(),
        lines => format!("{lines} lines"),
    }
}
