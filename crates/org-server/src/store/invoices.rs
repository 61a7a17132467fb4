//! Invoices: written once, when a period begins; only their status moves.

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::users::instant;
use super::{StoreError, counters, damaged};

/// What is to be billed for one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NewInvoice {
    /// The id on the wire.
    pub(crate) id: String,
    /// Its date.
    pub(crate) date: Date,
    /// What for.
    pub(crate) description: String,
    /// How many seats.
    pub(crate) seats: u32,
    /// What one costs.
    pub(crate) seat_price: Decimal,
    /// In which currency.
    pub(crate) currency: String,
    /// Where it stands.
    pub(crate) status: InvoiceStatus,
    /// When it was written.
    pub(crate) created: Timestamp,
}

/// An invoice as the database keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceRow {
    /// The row's number; never reused. The order of lists that nobody sorted.
    pub seq: i64,
    /// The id on the wire.
    pub id: String,
    /// The number that people know it by.
    pub number: String,
    /// Its date, as in `2026-01-31`.
    pub date: String,
    /// What it comes to, as a decimal number.
    pub amount: String,
    /// In which currency.
    pub currency: String,
    /// Where it stands.
    pub status: InvoiceStatus,
    /// The `lines` attribute.
    pub lines: Value,
    /// When it was written.
    pub created: Timestamp,
    /// When its status last moved.
    pub modified: Timestamp,
    /// The number of the resource's state.
    pub version: u64,
}

/// Where an invoice stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvoiceStatus {
    /// Paid.
    Paid,
    /// To be paid.
    Open,
    /// Not to be paid: it was a mistake.
    Void,
}

impl InvoiceStatus {
    const ALL: [Self; 3] = [Self::Paid, Self::Open, Self::Void];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Paid => "paid",
            Self::Open => "open",
            Self::Void => "void",
        }
    }
}

impl std::str::FromStr for InvoiceStatus {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = Self::ALL.into_iter().find(|known| known.as_str() == text);
        known.ok_or_else(|| "use paid, open or void".to_owned())
    }
}

const COLUMNS: &str = "seq, id, number, date, amount, currency, status, lines, created, modified, \
     version";

/// The invoice of this id.
pub(crate) fn by_id(sql: &Connection, id: &str) -> Result<Option<InvoiceRow>, StoreError> {
    find(sql, "id = ?1", id)
}

/// The invoice of this row number.
pub(crate) fn by_seq(sql: &Connection, seq: i64) -> Result<Option<InvoiceRow>, StoreError> {
    find(sql, "seq = ?1", seq)
}

/// The invoice of this number.
pub(crate) fn by_number(sql: &Connection, number: &str) -> Result<Option<InvoiceRow>, StoreError> {
    find(sql, "number = ?1", number)
}

/// Every invoice, oldest first.
pub(crate) fn list(sql: &Connection) -> Result<Vec<InvoiceRow>, StoreError> {
    let mut list = sql.prepare(&format!("SELECT {COLUMNS} FROM invoices ORDER BY seq"))?;
    let rows = list.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes down where an invoice stands.
pub(crate) fn mark(
    sql: &Connection,
    seq: i64,
    status: InvoiceStatus,
    at: Timestamp,
) -> Result<(), StoreError> {
    sql.execute(
        "UPDATE invoices SET status = ?2, modified = ?3, version = version + 1 WHERE seq = ?1",
        params![seq, status.as_str(), at.as_millisecond()],
    )?;
    Ok(())
}

/// Writes an invoice. Its number is one more than the last one's, and never used again.
pub(crate) fn insert(sql: &Connection, invoice: &NewInvoice) -> Result<(), StoreError> {
    let amount = (invoice.seat_price * Decimal::from(invoice.seats)).to_string();
    let line = json!({
        "description": invoice.description,
        "quantity": invoice.seats,
        "unitPrice": invoice.seat_price.to_string(),
        "amount": amount,
    });
    let mut insert = sql.prepare_cached(
        "INSERT INTO invoices
             (id, number, date, amount, currency, status, lines, created, modified, version)
         VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, 1)",
    )?;
    let seq = insert.insert(params![
        invoice.id,
        invoice.date.to_string(),
        amount,
        invoice.currency,
        invoice.status.as_str(),
        Value::from(vec![line]).to_string(),
        invoice.created.as_millisecond(),
    ])?;
    let number = format!("{}-{seq:05}", invoice.date.year());
    sql.execute(
        "UPDATE invoices SET number = ?2 WHERE seq = ?1",
        params![seq, number],
    )?;
    // Lists are remembered until something changes.
    counters::next_change(sql)?;
    Ok(())
}

fn find(
    sql: &Connection,
    condition: &str,
    value: impl rusqlite::ToSql,
) -> Result<Option<InvoiceRow>, StoreError> {
    let mut find =
        sql.prepare_cached(&format!("SELECT {COLUMNS} FROM invoices WHERE {condition}"))?;
    Ok(find.query_row([value], read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<InvoiceRow> {
    let status: String = row.get(6)?;
    let lines: String = row.get(7)?;
    Ok(InvoiceRow {
        seq: row.get(0)?,
        id: row.get(1)?,
        number: row.get(2)?,
        date: row.get(3)?,
        amount: row.get(4)?,
        currency: row.get(5)?,
        status: status.parse().map_err(|_| damaged(6, status))?,
        lines: serde_json::from_str(&lines).map_err(|_| damaged(7, lines))?,
        created: instant(row.get(8)?).unwrap_or_default(),
        modified: instant(row.get(9)?).unwrap_or_default(),
        version: row.get::<_, i64>(10)?.cast_unsigned(),
    })
}
