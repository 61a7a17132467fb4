//! Lists the invoices, and shows one in full.

use rollcall_language::say;
use rollcall_model::{ConnectionId, Invoice};
use rollcall_policy::{Action, Target};
use rollcall_sync::remembered_server;

use crate::organization::Organization;
use crate::row::count;
use crate::view::{InvoiceLineView, InvoiceRow, InvoiceView, InvoicesWindow};
use crate::{App, Failure};

/// The name of the resource type, as servers announce it.
const INVOICE: &str = "Invoice";

impl App {
    /// A window of the invoices, the newest first, as they were last read.
    ///
    /// # Errors
    /// `denied` to a role that may not see them; `not_offered` where the server has none; else as
    /// [`App::session`].
    pub async fn invoices(
        &self,
        organization: ConnectionId,
        offset: u32,
        limit: u32,
    ) -> Result<InvoicesWindow, Failure> {
        let open = self.organization(organization).await?;
        let invoices = known(&open)?;
        Ok(InvoicesWindow {
            total: count(invoices.len()),
            offset,
            rows: invoices
                .iter()
                .skip(offset as usize)
                .take(limit as usize)
                .map(row)
                .collect(),
        })
    }

    /// An invoice in full, by its id or by its number.
    ///
    /// # Errors
    /// `unknown_invoice`; else as [`App::invoices`].
    pub async fn invoice(
        &self,
        organization: ConnectionId,
        named: &str,
    ) -> Result<InvoiceView, Failure> {
        let open = self.organization(organization).await?;
        Ok(in_full(&find(&open, named)?))
    }
}

/// Every invoice, for whom may see them.
fn known(open: &Organization) -> Result<Vec<Invoice>, Failure> {
    let may = open
        .judge()?
        .ask(Action::InvoicesView, &Target::Organization)?;
    may.or_refuse()?;
    if let Some(reason) = not_offered(open)? {
        return Err(Failure::new("not_offered", reason));
    }
    Ok(open.cache.invoices()?)
}

/// An invoice by its id or by its number.
pub(crate) fn find(open: &Organization, named: &str) -> Result<Invoice, Failure> {
    let mut invoices = known(open)?;
    let is_it = |invoice: &Invoice| invoice.id == named || invoice.number == named;
    let place = invoices.iter().position(is_it).ok_or_else(|| {
        Failure::new("unknown_invoice", say!("invoices-unknown")).on_field("invoice")
    })?;
    Ok(invoices.swap_remove(place))
}

/// Why there are none, where the server offers none.
pub(crate) fn not_offered(open: &Organization) -> Result<Option<String>, Failure> {
    let offered = remembered_server(&open.cache)?.announces(INVOICE);
    Ok((!offered).then(|| say!("invoices-not-offered")))
}

fn row(invoice: &Invoice) -> InvoiceRow {
    InvoiceRow {
        id: invoice.id.clone(),
        number: invoice.number.clone(),
        date: invoice.date.map(|date| date.to_string()),
        amount: invoice.amount.clone(),
        currency: invoice.currency.clone(),
        status: invoice.status.clone(),
    }
}

fn in_full(invoice: &Invoice) -> InvoiceView {
    InvoiceView {
        row: row(invoice),
        lines: invoice
            .lines
            .iter()
            .map(|line| InvoiceLineView {
                description: line.description.clone(),
                quantity: line.quantity.clone(),
                unit_price: line.unit_price.clone(),
                amount: line.amount.clone(),
            })
            .collect(),
    }
}
