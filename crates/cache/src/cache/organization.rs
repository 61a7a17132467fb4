//! The organization itself and its invoices, as the server last described them.

use rollcall_language::say;
use rollcall_model::{
    Billing, Invoice, InvoiceLine, Organization, OrganizationId, PaymentMethod, Plan, Subscription,
    SubscriptionStatus, Timestamp, Version,
};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Cache;
use super::user::time;
use crate::StoreError;

const COLUMNS: &str =
    "id, display_name, website, time_zone, locale, created, version, company, address, tax_id,
    contact_email, payment_label, payment_expires, payment_url, plan, seats, seats_used, status,
    renews_at, trial_ends_at, next_plan, next_seats, plans, free_seats";

impl Cache {
    /// The organization itself, as the server last described it to this role; `None` where it never
    /// did.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn organization(&self) -> Result<Option<Organization>, StoreError> {
        self.0.store.read(
            || say!("faults-try-read-organization"),
            |connection| Ok(read(connection)?),
        )
    }

    /// The invoices, the newest first, as they were last read.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn invoices(&self) -> Result<Vec<Invoice>, StoreError> {
        self.0.store.read(
            || say!("faults-try-read-invoices"),
            |connection| Ok(invoices(connection)?),
        )
    }

    /// Keeps the invoices, in the place of those that are known.
    ///
    /// # Errors
    /// When the file can't be written; then nothing has changed.
    pub fn keep_invoices(&self, invoices: &[Invoice]) -> Result<(), StoreError> {
        self.0.store.write(
            || say!("faults-try-keep-invoices"),
            |connection| Ok(put_invoices(connection, invoices)?),
        )
    }

    /// Forgets the organization and its invoices: the role may not see them any more, or the server
    /// doesn't describe them.
    ///
    /// # Errors
    /// When the file can't be written; then nothing has changed.
    pub fn forget_organization(&self) -> Result<(), StoreError> {
        self.0.store.write(
            || say!("faults-try-forget-details"),
            |connection| Ok(forget(connection)?),
        )
    }
}

/// Writes the organization, over what is there.
pub(crate) fn put(connection: &Connection, known: &Organization) -> rusqlite::Result<()> {
    let billing = known.billing.as_ref();
    let payment = billing.and_then(|billing| billing.payment_method.as_ref());
    let subscription = known.subscription.as_ref();
    let number = |number: Option<u64>| number.and_then(|number| i64::try_from(number).ok());
    let micros = |at: Option<Timestamp>| at.map(Timestamp::as_microsecond);
    let plans = subscription.map(|subscription| {
        let plans = subscription.plans.iter().map(|plan| {
            [
                &plan.value,
                &plan.display,
                &plan.seat_price,
                &plan.currency,
                &plan.period,
            ]
        });
        serde_json::to_string(&plans.collect::<Vec<_>>()).unwrap_or_default()
    });
    connection
        .prepare_cached(&format!(
            "INSERT OR REPLACE INTO organization (one, {COLUMNS})
             VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
                ?20, ?21, ?22, ?23, ?24)"
        ))?
        .execute(params![
            known.id.as_str(),
            known.display_name,
            known.website,
            known.time_zone,
            known.locale,
            micros(known.created),
            known.version.as_ref().map(|version| &version.0),
            billing.map(|billing| &billing.company),
            billing.map(|billing| &billing.address),
            billing.map(|billing| &billing.tax_id),
            billing.map(|billing| &billing.contact_email),
            payment.map(|payment| &payment.label),
            payment.and_then(|payment| payment.expires.as_ref()),
            payment.and_then(|payment| payment.manage_url.as_ref()),
            subscription.map(|subscription| &subscription.plan),
            subscription.and_then(|subscription| number(subscription.seats)),
            subscription.and_then(|subscription| number(subscription.seats_used)),
            subscription.map(|subscription| subscription.status.as_str()),
            subscription.and_then(|subscription| micros(subscription.renews_at)),
            subscription.and_then(|subscription| micros(subscription.trial_ends_at)),
            subscription.and_then(|subscription| subscription.next_plan.as_ref()),
            subscription.and_then(|subscription| number(subscription.next_seats)),
            plans,
            number(known.free_seats),
        ])?;
    Ok(())
}

/// Forgets the organization and its invoices.
pub(crate) fn forget(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("DELETE FROM organization; DELETE FROM invoices;")
}

/// Reads the organization; `None` where the server never described it.
pub(crate) fn read(connection: &Connection) -> rusqlite::Result<Option<Organization>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM organization"))?
        .query_row([], of_row)
        .optional()
}

fn of_row(row: &Row<'_>) -> rusqlite::Result<Organization> {
    let billing = match row.get(7)? {
        None => None,
        Some(company) => Some(Billing {
            company,
            address: row.get(8)?,
            tax_id: row.get(9)?,
            contact_email: row.get(10)?,
            payment_method: match row.get(11)? {
                None => None,
                Some(label) => Some(PaymentMethod {
                    label,
                    expires: row.get(12)?,
                    manage_url: row.get(13)?,
                }),
            },
        }),
    };
    let subscription = match row.get(14)? {
        None => None,
        Some(plan) => Some(Subscription {
            plan,
            seats: number(row, 15)?,
            seats_used: number(row, 16)?,
            status: SubscriptionStatus::from_wire(row.get_ref(17)?.as_str()?),
            renews_at: time(row.get(18)?),
            trial_ends_at: time(row.get(19)?),
            next_plan: row.get(20)?,
            next_seats: number(row, 21)?,
            plans: tuples(row.get_ref(22)?.as_str()?)
                .into_iter()
                .map(|[value, display, seat_price, currency, period]| Plan {
                    value,
                    display,
                    seat_price,
                    currency,
                    period,
                })
                .collect(),
        }),
    };
    Ok(Organization {
        id: OrganizationId::new(row.get::<_, String>(0)?),
        display_name: row.get(1)?,
        website: row.get(2)?,
        time_zone: row.get(3)?,
        locale: row.get(4)?,
        created: time(row.get(5)?),
        version: row.get::<_, Option<String>>(6)?.map(Version),
        billing,
        subscription,
        free_seats: number(row, 23)?,
    })
}

/// Writes the invoices, in the place of those that are there.
pub(crate) fn put_invoices(connection: &Connection, invoices: &[Invoice]) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM invoices", [])?;
    let mut insert = connection.prepare_cached(
        "INSERT OR REPLACE INTO invoices (id, number, date, amount, currency, status, lines)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for invoice in invoices {
        let lines = invoice.lines.iter().map(|line| {
            [
                &line.description,
                &line.quantity,
                &line.unit_price,
                &line.amount,
            ]
        });
        insert.execute(params![
            invoice.id,
            invoice.number,
            invoice.date.map(|date| date.to_string()),
            invoice.amount,
            invoice.currency,
            invoice.status,
            serde_json::to_string(&lines.collect::<Vec<_>>()).unwrap_or_default(),
        ])?;
    }
    Ok(())
}

/// Reads the invoices, the newest first.
pub(crate) fn invoices(connection: &Connection) -> rusqlite::Result<Vec<Invoice>> {
    connection
        .prepare_cached(
            "SELECT id, number, date, amount, currency, status, lines FROM invoices ORDER BY place",
        )?
        .query_map([], |row| {
            Ok(Invoice {
                id: row.get(0)?,
                number: row.get(1)?,
                date: row
                    .get::<_, Option<String>>(2)?
                    .and_then(|date| date.parse().ok()),
                amount: row.get(3)?,
                currency: row.get(4)?,
                status: row.get(5)?,
                lines: tuples(row.get_ref(6)?.as_str()?)
                    .into_iter()
                    .map(|[description, quantity, unit_price, amount]| InvoiceLine {
                        description,
                        quantity,
                        unit_price,
                        amount,
                    })
                    .collect(),
            })
        })?
        .collect()
}

fn number(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<u64>> {
    let number: Option<i64> = row.get(column)?;
    Ok(number.and_then(|number| u64::try_from(number).ok()))
}

/// What was written as a list of lists of texts; nothing, where it can't be read.
fn tuples<const N: usize>(json: &str) -> Vec<[String; N]>
where
    [String; N]: serde::de::DeserializeOwned,
{
    serde_json::from_str(json).unwrap_or_default()
}
