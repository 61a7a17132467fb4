//! `invoices download`: writes an invoice as a page to print.

use std::io::Write;
use std::path::{Path, PathBuf};

use rollcall_language::say;
use serde::Serialize;

use crate::arguments::DownloadInvoice;
use crate::output::{Cell, Record};
use crate::session::Session;
use crate::stop::Stop;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Saved {
    result: &'static str,
    /// Its number.
    invoice: String,
    /// Where it is.
    file: String,
}

impl Record for Saved {
    const COLUMNS: &'static [&'static str] = &["result", "invoice", "file"];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(self.result),
            Cell::from(&self.invoice),
            Cell::from(&self.file),
        ]
    }
}

pub(super) async fn run<W: Write>(
    mut session: Session<W>,
    asked: DownloadInvoice,
) -> Result<(), Stop> {
    let (app, organization) = (session.app.clone(), session.organization);
    let page = app.invoice_file(organization, &asked.invoice).await?;
    let path = match asked.output {
        Some(path) if path == Path::new("-") => {
            let to = session.output.stream();
            to.write_all(&page.page)?;
            return Ok(to.flush()?);
        }
        Some(path) => path,
        None => PathBuf::from(&page.name),
    };
    app.save_invoice(organization, &page, &path)?;
    let saved = Saved {
        result: "saved",
        invoice: asked.invoice,
        file: path.display().to_string(),
    };
    let sentence = say!(
        "terminal-invoice-saved",
        number = saved.invoice,
        file = saved.file
    );
    Ok(session.output.sentence(&sentence, &saved)?)
}
