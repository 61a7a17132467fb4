//! `invoices list`: every invoice, the newest first, window after window.

use std::io::Write;

use rollcall_app::view::InvoiceRow;
use serde::Serialize;

use crate::arguments::ListInvoices;
use crate::output::{Cell, Record, minutes};
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
            Cell::from(&self.status),
            Cell::from(&self.id),
        ]
    }
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
    let invoices = match list.finish()? {
        1 => "1 invoice".to_owned(),
        many => format!("{many} invoices"),
    };
    // Said beside it so that the cached is never taken for live.
    crate::say(&match as_of {
        Some(as_of) => format!("{invoices}, as of {}.", minutes(&as_of)),
        None => format!("{invoices}, as of an unknown time."),
    });
    Ok(())
}
