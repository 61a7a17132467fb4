//! The demo organization: made-up people and workspaces that look like real ones, the same for the
//! same seed and size but for the clock.

mod billing;
mod names;
mod people;
pub(crate) mod portrait;
mod workspaces;

use jiff::Timestamp;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use rusqlite::Connection;

use crate::ids::uuid_from;
use crate::store::organization::{self, Organization};
use crate::store::{StoreError, counters, memberships, users};

/// The name of the demo's organization, and of its domain.
const ORGANIZATION: &str = "Northwind";

/// How big the demo organization is, and which of all possible ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demo {
    /// How many people, from 4 on; fewer are made 4, one for each role.
    pub people: usize,
    /// Which people.
    pub seed: u64,
}

/// Fills an empty database.
pub(crate) fn fill(sql: &Connection, demo: Demo, now: Timestamp) -> Result<(), StoreError> {
    let mut chance = ChaCha8Rng::seed_from_u64(demo.seed);
    let organization = Organization {
        demo_seed: Some(demo.seed),
        ..Organization::new(uuid_from(bytes(&mut chance)), ORGANIZATION, now)
    };
    organization::insert(sql, &billing::described(organization, now))?;
    let change = counters::next_change(sql)?;
    let workspaces = workspaces::add(sql, &mut chance, now, change)?;
    let mut cast = people::Cast::new(demo.people, now, change);
    for _ in 0..cast.size() {
        let person = cast.next(&mut chance, &workspaces);
        let mut row = person.row;
        users::insert(sql, &mut row)?;
        for (workspace, contacts) in person.access {
            memberships::grant(sql, row.seq, workspace, contacts)?;
        }
    }
    workspaces::count_contacts(sql, &mut chance, &workspaces)?;
    billing::add(sql, &mut chance, now)
}

fn bytes<const N: usize>(chance: &mut ChaCha8Rng) -> [u8; N] {
    use rand_chacha::rand_core::Rng as _;

    let mut bytes = [0; N];
    chance.fill_bytes(&mut bytes);
    bytes
}
