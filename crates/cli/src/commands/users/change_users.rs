//! Does something to users who were named, or whom filters choose: shown before by `--dry-run`, asked for
//! where it is risky.

use std::io::Write;

use rollcall_app::view::{
    ChangePreview, Confirm, Consequences, CountedReason, PreviewRow, PreviewVerdict, PreviewWindow,
    Selection, UserAction, UserQuery,
};
use rollcall_app::{OperationId, view};
use rollcall_language::say;
use serde::Serialize;

use super::query::query;
use crate::arguments::ChangeUsers;
use crate::ask::ask;
use crate::commands::told::told;
use crate::output::{Cell, Record, Title, Titled};
use crate::session::Session;
use crate::stop::Stop;

/// Rows that are in memory together.
const PAGE: u32 = 1_000;

pub(crate) async fn run<W: Write>(
    session: Session<W>,
    asked: ChangeUsers,
    action: UserAction,
) -> Result<(), Stop> {
    let (dry_run, yes) = (asked.dry_run, asked.yes);
    session
        .app
        .may_change_users(session.organization, &action)
        .await?;
    let selection = selection(&session, asked).await?;
    let window = window(PreviewVerdict::NotAllowed, 0, 1);
    let preview = session
        .app
        .preview_change(session.organization, &selection, &action, window)
        .await?;
    if dry_run {
        return show(session, &selection, &action, preview).await;
    }
    let typed = match preview.confirm {
        Some(confirm) if !yes => {
            for sentence in consequences(&preview.consequences) {
                crate::note(&sentence);
            }
            Some(ask(&confirm, &say!("terminal-look-or-do"))?)
        }
        confirm => confirm.map(|confirm| confirm.text),
    };
    let change = view::ChangeUsers {
        operation: OperationId::random().to_string(),
        selection,
        action,
        typed,
    };
    let receipt = session
        .app
        .change_users(session.organization, &change, None)
        .await?;
    told(session, receipt).await
}

/// Those who were named; else those whom the filters choose.
async fn selection<W: Write>(session: &Session<W>, asked: ChangeUsers) -> Result<Selection, Stop> {
    match (asked.users.as_slice(), asked.filters.narrow()) {
        ([], false) => Err(Stop::WrongUse(say!("terminal-which-users"))),
        ([], true) => Ok(Selection::All {
            query: query(session, asked.filters, UserQuery::default()).await?,
            except: Vec::new(),
        }),
        (_, true) => Err(Stop::WrongUse(say!("terminal-users-twice"))),
        (named, false) => {
            let mut ids = Vec::with_capacity(named.len());
            for named in named {
                let user = session.app.find_user(session.organization, named).await?;
                ids.push(user.to_string());
            }
            Ok(Selection::Ids { ids })
        }
    }
}

/// What it would do, in numbers.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    organization: String,
    will_change: u32,
    already_so: u32,
    not_allowed: u32,
    reasons: Vec<CountedReason>,
    consequences: Consequences,
    confirm: Option<Confirm>,
}

/// What would become of one user.
#[derive(Serialize)]
#[serde(transparent)]
struct Row(PreviewRow);

impl Record for Row {
    const COLUMNS: &'static [&'static str] = &["verdict", "name", "email", "reason", "id"];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            verdict(self.0.verdict),
            Cell::from(&self.0.name),
            Cell::from(&self.0.email),
            Cell::from(&self.0.reason),
            Cell::from(&self.0.id),
        ]
    }
}

impl Titled for Row {
    const TITLES: &'static [Title] = &[
        || say!("column-verdict"),
        || say!("column-name"),
        || say!("column-email"),
        || say!("column-reason"),
        || say!("column-id"),
    ];
}

fn verdict(verdict: PreviewVerdict) -> Cell<'static> {
    match verdict {
        PreviewVerdict::WillChange => Cell::word("will_change", say!("cell-will-change")),
        PreviewVerdict::AlreadySo => Cell::word("already_so", say!("cell-already-so")),
        PreviewVerdict::NotAllowed => Cell::word("not_allowed", say!("cell-not-allowed")),
    }
}

fn window(verdict: PreviewVerdict, offset: u32, limit: u32) -> PreviewWindow {
    PreviewWindow {
        verdict,
        offset,
        limit,
    }
}

/// Lists everyone with what would become of them: first those who would be changed.
async fn show<W: Write>(
    mut session: Session<W>,
    selection: &Selection,
    action: &UserAction,
    preview: ChangePreview,
) -> Result<(), Stop> {
    let summary = summary(&preview);
    let head = Head {
        organization: session.card.name.clone(),
        will_change: preview.will_change,
        already_so: preview.already_so,
        not_allowed: preview.not_allowed,
        reasons: preview.reasons,
        consequences: preview.consequences,
        confirm: preview.confirm,
    };
    let mut list = session.output.list::<Row>("users", &head)?;
    for verdict in [
        PreviewVerdict::WillChange,
        PreviewVerdict::AlreadySo,
        PreviewVerdict::NotAllowed,
    ] {
        let mut offset = 0;
        loop {
            let page = session
                .app
                .preview_change(
                    session.organization,
                    selection,
                    action,
                    window(verdict, offset, PAGE),
                )
                .await?;
            if page.rows.is_empty() {
                break;
            }
            offset += PAGE;
            list.rows(&page.rows.into_iter().map(Row).collect::<Vec<_>>())?;
        }
    }
    list.finish()?;
    for sentence in summary {
        crate::note(&sentence);
    }
    Ok(())
}

/// What people read after the list.
fn summary(preview: &ChangePreview) -> Vec<String> {
    let mut sentences = vec![say!(
        "terminal-would-change",
        changing = preview.will_change,
        already = preview.already_so,
        denied = preview.not_allowed
    )];
    sentences.extend(consequences(&preview.consequences));
    sentences
}

fn consequences(told: &Consequences) -> Vec<String> {
    let mut sentences = Vec::new();
    if !told.workspaces.is_empty() {
        let lost: Vec<String> = told
            .workspaces
            .iter()
            .map(|loss| {
                say!(
                    "terminal-goes-workspace",
                    name = loss.name,
                    users = loss.users,
                    contacts = loss.contacts
                )
            })
            .collect();
        sentences.push(say!("terminal-goes-access", workspaces = lost.join(", ")));
    }
    if told.contacts > 0 {
        sentences.push(say!("terminal-goes-unassigned", count = told.contacts));
    }
    if told.contacts_unknown > 0 {
        sentences.push(say!(
            "terminal-goes-unassigned-unknown",
            count = told.contacts_unknown
        ));
    }
    if told.not_added > 0 {
        sentences.push(say!("terminal-goes-not-added", count = told.not_added));
    }
    if told.dropped > 0 {
        sentences.push(say!("terminal-goes-dropped", count = told.dropped));
    }
    if told.on_their_way > 0 {
        sentences.push(say!(
            "terminal-goes-on-their-way",
            count = told.on_their_way
        ));
    }
    sentences
}
