//! An invoice as a resource.

use rollcall_scim::{etag, schema};
use rusqlite::Connection;
use serde_json::json;

use super::{Meta, Setting, write_meta};
use crate::store::StoreError;
use crate::store::invoices;

/// Appends the invoice of this row; answers whether there is one.
pub(super) fn write(
    sql: &Connection,
    setting: Setting<'_>,
    out: &mut String,
    seq: i64,
) -> Result<bool, StoreError> {
    let Some(invoice) = invoices::by_seq(sql, seq)? else {
        return Ok(false);
    };
    let mut text = json!({
        "schemas": [schema::INVOICE],
        "id": invoice.id,
        "number": invoice.number,
        "date": invoice.date,
        "amount": invoice.amount,
        "currency": invoice.currency,
        "status": invoice.status.as_str(),
        "lines": invoice.lines,
    })
    .to_string();
    text.pop();
    out.push_str(&text);
    write_meta(
        out,
        setting,
        Meta {
            kind: "Invoice",
            endpoint: "/Invoices",
            id: &invoice.id,
            created: invoice.created,
            modified: invoice.modified,
            version: &etag::weak(invoice.version),
        },
    );
    out.push('}');
    Ok(true)
}
