//! The demo's workspaces.

use jiff::{SignedDuration, Timestamp};
use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;
use rusqlite::{Connection, params};

use super::bytes;
use crate::ids::uuid_from;
use crate::store::StoreError;
use crate::store::workspaces::{self, WorkspaceRow};

/// A workspace that people are put into.
#[derive(Debug, Clone, Copy)]
pub(super) struct DemoWorkspace {
    /// Its row.
    pub(super) seq: i64,
    /// How likely somebody has access.
    pub(super) share: f64,
    /// The most contacts that one person looks after.
    pub(super) contacts_each: i64,
}

/// Name, what it is for, who has access, contacts each.
const PLAN: [(&str, &str, f64, i64); 13] = [
    (
        "Customer Care",
        "Questions and complaints, by phone and mail",
        0.34,
        60,
    ),
    ("Sales EMEA", "Europe, the Middle East and Africa", 0.22, 45),
    ("Sales Americas", "North and South America", 0.20, 45),
    ("Sales APAC", "Asia and the Pacific", 0.16, 45),
    ("Key Accounts", "The forty largest customers", 0.05, 12),
    (
        "Marketing",
        "Campaigns, events and the newsletter",
        0.12,
        30,
    ),
    ("Partners", "Resellers and integrators", 0.08, 25),
    ("Logistics", "Carriers, warehouses and customs", 0.15, 20),
    ("Finance", "Invoices, reminders and collections", 0.06, 15),
    ("People & Culture", "Applicants and alumni", 0.05, 18),
    ("Legal", "Contracts and claims", 0.03, 8),
    (
        "Zürich Pilot",
        "The new product, with six test customers",
        0.02,
        3,
    ),
    ("Événements 2026", "Salons et conférences", 0.04, 22),
];

/// Adds them.
pub(super) fn add(
    sql: &Connection,
    chance: &mut ChaCha8Rng,
    now: Timestamp,
    change: i64,
) -> Result<Vec<DemoWorkspace>, StoreError> {
    let mut made = Vec::with_capacity(PLAN.len());
    for (name, description, share, contacts_each) in PLAN {
        let age = SignedDuration::from_hours(24 * chance.random_range(400..1500));
        let created = now.saturating_sub(age).unwrap_or(now);
        let mut row = WorkspaceRow {
            seq: 0,
            id: uuid_from(bytes(chance)),
            name: name.to_owned(),
            description: Some(description.to_owned()),
            external_id: None,
            contact_count: 0,
            member_count: 0,
            created,
            modified: created,
            version: 1,
            born: change,
            change,
        };
        workspaces::insert(sql, &mut row)?;
        made.push(DemoWorkspace {
            seq: row.seq,
            share,
            contacts_each,
        });
    }
    Ok(made)
}

/// Gives each workspace the contacts that its people look after, and some that nobody does.
pub(super) fn count_contacts(
    sql: &Connection,
    chance: &mut ChaCha8Rng,
    workspaces: &[DemoWorkspace],
) -> Result<(), StoreError> {
    for workspace in workspaces {
        let unassigned = chance.random_range(0..=workspace.contacts_each * 4);
        sql.execute(
            "UPDATE workspaces SET contact_count = ?2 +
                 (SELECT COALESCE(sum(contacts), 0) FROM memberships WHERE workspace = ?1)
             WHERE seq = ?1",
            params![workspace.seq, unassigned],
        )?;
    }
    Ok(())
}
