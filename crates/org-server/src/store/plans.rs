//! The plans that can be chosen, as the operator offers them.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::StoreError;

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What it is on the wire.
    pub value: String,
    /// The name that people read.
    pub display: String,
    /// What a seat costs in a month.
    pub seat_price: rust_decimal::Decimal,
    /// In which currency: three letters of ISO 4217, the same for all plans.
    pub currency: String,
}

/// Every plan, the cheapest first.
pub(crate) fn list(sql: &Connection) -> Result<Vec<Plan>, StoreError> {
    let mut list = sql.prepare_cached(
        "SELECT value, display, seat_price, currency FROM plans
         ORDER BY CAST(seat_price AS REAL), value",
    )?;
    let plans = list.query_map([], read)?;
    Ok(plans.collect::<Result<_, _>>()?)
}

/// The plan of this value.
pub(crate) fn find(sql: &Connection, value: &str) -> Result<Option<Plan>, StoreError> {
    let mut find = sql.prepare_cached(
        "SELECT value, display, seat_price, currency FROM plans WHERE value = ?1",
    )?;
    Ok(find.query_row([value], read).optional()?)
}

/// Offers a plan, in the place of another of the same value.
pub(crate) fn put(sql: &Connection, plan: &Plan) -> Result<(), StoreError> {
    sql.execute(
        "INSERT INTO plans (value, display, seat_price, currency) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (value) DO UPDATE
         SET display = excluded.display, seat_price = excluded.seat_price,
             currency = excluded.currency",
        params![
            plan.value,
            plan.display,
            plan.seat_price.to_string(),
            plan.currency
        ],
    )?;
    Ok(())
}

/// Offers a plan no more.
pub(crate) fn delete(sql: &Connection, value: &str) -> Result<(), StoreError> {
    sql.execute("DELETE FROM plans WHERE value = ?1", [value])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Plan> {
    let price: String = row.get(2)?;
    Ok(Plan {
        value: row.get(0)?,
        display: row.get(1)?,
        seat_price: price.parse().map_err(|_| super::damaged(2, price))?,
        currency: row.get(3)?,
    })
}
