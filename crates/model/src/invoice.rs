//! What was billed for one period.

use jiff::civil::Date;

/// An invoice as the server describes it. Amounts are decimal numbers as text: nothing is calculated
/// with them here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invoice {
    /// The server's id.
    pub id: String,
    /// The number that people know it by.
    pub number: String,
    /// Its date.
    pub date: Option<Date>,
    /// What it comes to.
    pub amount: String,
    /// In which currency (ISO 4217).
    pub currency: String,
    /// Where it stands, in the server's word: `paid`, `open`, `void`.
    pub status: String,
    /// What it is made of.
    pub lines: Vec<InvoiceLine>,
}

/// One line of an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceLine {
    /// What for.
    pub description: String,
    /// How many.
    pub quantity: String,
    /// What one costs.
    pub unit_price: String,
    /// What they come to.
    pub amount: String,
}
