//! `invoices list`: every invoice, the newest first, window after window.

use std::io::Write;

use rollcall_app::view::InvoiceRow;
use rollcall_language::say;
use serde::Serialize;

use crate::arguments::ListInvoices;
use crate::output::{Cell, Record, Title, Titled, minutes};
use crate::session::Session;
use crate::stop::Stop;

/// Rows that are in memory together.
const WINDOW: u32 = 1_000;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    organization: String,
    /// When the server last described the organization; absent before the first sync.
    as_of: Option<String>,
}

impl Record for InvoiceRow {
    const COLUMNS: &'static [&'static str] =
        &["number", "date", "amount", "currency", "status", "id"];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(&self.number),
            Cell::from(&self.date),
            Cell::from(&self.amount),
            Cell::from(&self.currency),
            status(&self.status),
            Cell::from(&self.id),
        ]
    }
}

/// The server's own word where it is none of SCIM's three.
fn status(name: &str) -> Cell<'_> {
    match name {
        "paid" => Cell::word(name, say!("cell-paid")),
        "open" => Cell::word(name, say!("cell-open")),
        "void" => Cell::word(name, say!("cell-void")),
        other => Cell::from(other),
    }
}

impl Titled for InvoiceRow {
    const TITLES: &'static [Title] = &[
        || say!("column-number"),
        || say!("column-date"),
        || say!("column-amount"),
        || say!("column-currency"),
        || say!("column-status"),
        || say!("column-id"),
    ];
}

pub(super) async fn run<W: Write>(
    mut session: Session<W>,
    asked: ListInvoices,
) -> Result<(), Stop> {
    let (app, organization) = (session.app.clone(), session.organization);
    let as_of = app.session(organization).await?.snapshot.as_of;
    let limit = asked.limit.unwrap_or(u32::MAX);
    let mut window = app.invoices(organization, 0, WINDOW.min(limit)).await?;
    let head = Head {
        organization: session.card.name.clone(),
        as_of: as_of.clone(),
    };
    let mut list = session.output.list::<InvoiceRow>("invoices", &head)?;
    let mut written = 0;
    loop {
        written += u32::try_from(window.rows.len()).unwrap_or(u32::MAX);
        list.rows(&window.rows)?;
        if window.rows.is_empty() || written >= window.total.min(limit) {
            break;
        }
        let next = WINDOW.min(limit - written);
        window = app.invoices(organization, written, next).await?;
    }
    let count = list.finish()?;
    // Said beside it so that the cached is never taken for live.
    crate::note(&match as_of {
        Some(as_of) => say!("terminal-invoices", count = count, moment = minutes(&as_of)),
        None => say!("terminal-invoices-some-time", count = count),
    });
    Ok(())
}
