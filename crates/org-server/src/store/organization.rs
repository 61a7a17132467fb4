//! The organization itself: one row, made once.

use jiff::Timestamp;
use rollcall_policy::Action;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::users::instant;
use super::{StoreError, audit, counters};

/// The row's number, where a resource is found by it.
pub(crate) const SEQ: i64 = 1;

/// The organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Organization {
    /// Its id, by which tokens of another organization are told apart.
    pub(crate) id: String,
    /// Its name.
    pub(crate) name: String,
    /// Its address on the web.
    pub(crate) website: Option<String>,
    /// A name of the IANA time zone database.
    pub(crate) time_zone: Option<String>,
    /// A language tag.
    pub(crate) locale: Option<String>,
    /// Who is billed.
    pub(crate) billing: Billing,
    /// How invoices are paid.
    pub(crate) payment: Option<PaymentMethod>,
    /// When it was founded.
    pub(crate) created: Timestamp,
    /// When the resource last changed.
    pub(crate) modified: Timestamp,
    /// The number of the resource's state, the seats in use aside.
    pub(crate) version: u64,
    /// The seed of its made-up people; `None` for a real one.
    pub(crate) demo_seed: Option<u64>,
}

/// Who is billed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Billing {
    /// The company's name.
    pub(crate) company: Option<String>,
    /// Where it is, in several lines.
    pub(crate) address: Option<String>,
    /// Its tax id.
    pub(crate) tax_id: Option<String>,
    /// Where invoices go.
    pub(crate) contact_email: Option<String>,
}

/// How invoices are paid, as people see it. Nothing by which anybody could pay is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentMethod {
    /// What people call it.
    pub label: String,
    /// The last month in which it is good, as in `2027-04`.
    pub expires: Option<String>,
    /// Where it is managed: an https address.
    pub manage_url: Option<String>,
}

impl Organization {
    /// A new one, of which no more is known.
    pub(crate) fn new(id: String, name: impl Into<String>, at: Timestamp) -> Self {
        Self {
            id,
            name: name.into(),
            website: None,
            time_zone: None,
            locale: None,
            billing: Billing::default(),
            payment: None,
            created: at,
            modified: at,
            version: 1,
            demo_seed: None,
        }
    }
}

/// The organization, once there is one.
pub(crate) fn find(sql: &Connection) -> Result<Option<Organization>, StoreError> {
    let mut find = sql.prepare_cached(
        "SELECT id, name, demo_seed, website, time_zone, locale, company, address, tax_id,
             contact_email, payment_label, payment_expires, payment_url, created, modified, version
         FROM organization",
    )?;
    Ok(find.query_row([], read).optional()?)
}

/// Makes the one organization of this database.
pub(crate) fn insert(sql: &Connection, organization: &Organization) -> Result<(), StoreError> {
    sql.execute(
        "INSERT INTO organization (one, id, name, created, modified, demo_seed)
         VALUES (?1, ?2, ?3, ?4, ?4, ?5)",
        params![
            SEQ,
            organization.id,
            organization.name,
            organization.created.as_millisecond(),
            organization.demo_seed.map(u64::cast_signed),
        ],
    )?;
    update(sql, organization)
}

/// Writes everything that can change.
pub(crate) fn update(sql: &Connection, organization: &Organization) -> Result<(), StoreError> {
    let payment = organization.payment.as_ref();
    sql.execute(
        "UPDATE organization SET name = ?1, website = ?2, time_zone = ?3, locale = ?4, company = ?5,
             address = ?6, tax_id = ?7, contact_email = ?8, payment_label = ?9, payment_expires = ?10,
             payment_url = ?11, modified = ?12, version = ?13",
        params![
            organization.name,
            organization.website,
            organization.time_zone,
            organization.locale,
            organization.billing.company,
            organization.billing.address,
            organization.billing.tax_id,
            organization.billing.contact_email,
            payment.map(|payment| &payment.label),
            payment.and_then(|payment| payment.expires.as_ref()),
            payment.and_then(|payment| payment.manage_url.as_ref()),
            organization.modified.as_millisecond(),
            organization.version.cast_signed(),
        ],
    )?;
    Ok(())
}

/// How many users have a seat: everybody who is not suspended, invited ones included.
pub(crate) fn seats_used(sql: &Connection) -> Result<u64, StoreError> {
    let used = counters::value(sql, "users")? - counters::value(sql, "suspended")?;
    Ok(used.cast_unsigned())
}

/// Takes out everything that the organization had. The plans stay: they are the operator's, and so does
/// the audit.
pub(crate) fn erase(sql: &Connection) -> Result<(), StoreError> {
    for table in [
        "deliveries",
        "links",
        "tokens",
        "receipts",
        "memberships",
        "workspaces",
        "users",
        "tombstones",
        "invoices",
        "subscription",
        "organization",
    ] {
        sql.execute(&format!("DELETE FROM {table}"), [])?;
    }
    counters::next_change(sql)?;
    Ok(())
}

/// Whether there was one, which was deleted: then nothing came after the audit's line of it.
pub(crate) fn was_deleted(sql: &Connection) -> Result<bool, StoreError> {
    let last = audit::last_actions(sql)?;
    Ok(last.as_deref() == Some(Action::OrganizationDelete.name()) && find(sql)?.is_none())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Organization> {
    let payment = match row.get(10)? {
        Some(label) => Some(PaymentMethod {
            label,
            expires: row.get(11)?,
            manage_url: row.get(12)?,
        }),
        None => None,
    };
    Ok(Organization {
        id: row.get(0)?,
        name: row.get(1)?,
        demo_seed: row.get::<_, Option<i64>>(2)?.map(i64::cast_unsigned),
        website: row.get(3)?,
        time_zone: row.get(4)?,
        locale: row.get(5)?,
        billing: Billing {
            company: row.get(6)?,
            address: row.get(7)?,
            tax_id: row.get(8)?,
            contact_email: row.get(9)?,
        },
        payment,
        created: instant(row.get(13)?).unwrap_or_default(),
        modified: instant(row.get(14)?).unwrap_or_default(),
        version: row.get::<_, i64>(15)?.cast_unsigned(),
    })
}
