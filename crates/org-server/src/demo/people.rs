//! The demo's people, one after the other.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;
use rollcall_model::{InvitationStatus, Role};
use serde_json::json;

use super::names::{self, Name};
use super::workspaces::DemoWorkspace;
use super::{ORGANIZATION, bytes};
use crate::ids::uuid_from;
use crate::store::users::{InvitationRow, UserRow};

/// The first people: one of each role who can sign in, and three Admins in all.
const FIRST_ROLES: [Role; 6] = [
    Role::Admin,
    Role::BillingAdmin,
    Role::UserAdmin,
    Role::Member,
    Role::Admin,
    Role::Admin,
];

/// What the next ones are, so that even a small organization has one of each.
const NEXT_STANDINGS: [Standing; 5] = [
    Standing::Pending,
    Standing::Expired,
    Standing::Failed,
    Standing::Suspended,
    Standing::NeverCame,
];

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Where somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Signs in.
    Active,
    /// Accepted the invitation, and was never seen.
    NeverCame,
    /// Was invited some days ago.
    Pending,
    /// Was invited too long ago.
    Expired,
    /// Could not be reached.
    Failed,
    /// May not sign in any more.
    Suspended,
}

/// A person and their workspaces.
pub(super) struct Person {
    pub(super) row: UserRow,
    /// The workspace's row, and how many of its contacts are theirs.
    pub(super) access: Vec<(i64, i64)>,
}

/// Makes people up.
pub(super) struct Cast {
    size: usize,
    made: usize,
    now: Timestamp,
    change: i64,
    addresses: HashMap<String, u32>,
    of_role: HashMap<Role, usize>,
}

impl Cast {
    pub(super) fn new(people: usize, now: Timestamp, change: i64) -> Self {
        Self {
            size: people.max(Role::ALL.len()),
            made: 0,
            now,
            change,
            addresses: HashMap::new(),
            of_role: HashMap::new(),
        }
    }

    /// How many there are to be.
    pub(super) fn size(&self) -> usize {
        self.size
    }

    /// The next one.
    pub(super) fn next(&mut self, chance: &mut ChaCha8Rng, workspaces: &[DemoWorkspace]) -> Person {
        let index = self.made;
        self.made += 1;
        let name = names::pick(chance);
        let role = self.role(index, chance);
        let standing = standing(index, chance);
        let created = self.joined(index, standing, chance);
        let modified = self.between(created, chance);
        let has_picture = standing == Standing::Active && chance.random_bool(0.4);
        let row = UserRow {
            seq: 0,
            id: uuid_from(bytes(chance)),
            user_name: self.address(&name),
            display_name: Some(name.shown),
            external_id: None,
            role,
            active: standing != Standing::Suspended,
            photos: has_picture
                .then(|| json!([{ "value": format!("/Pictures/{index:x}.png"), "type": "photo" }])),
            invitation: Some(self.invitation(standing, created, chance)),
            last_active: self.last_active(standing, created, chance),
            created,
            modified,
            version: chance.random_range(1..6),
            born: self.change,
            change: self.change,
        };
        Person {
            row,
            access: access(standing, role, workspaces, chance),
        }
    }

    fn role(&mut self, index: usize, chance: &mut ChaCha8Rng) -> Role {
        let drawn = match chance.random_range(0..1000) {
            0..8 => Role::Admin,
            8..20 => Role::BillingAdmin,
            20..50 => Role::UserAdmin,
            _ => Role::Member,
        };
        let role = FIRST_ROLES.get(index).copied().unwrap_or(drawn);
        // An organization doesn't get more administrators than it can know by name.
        let most = match role {
            Role::Admin => 12,
            Role::BillingAdmin => 20,
            Role::UserAdmin => 80,
            Role::Member => usize::MAX,
        };
        let count = self.of_role.entry(role).or_default();
        if *count >= most {
            return Role::Member;
        }
        *count += 1;
        role
    }

    /// `ana.novak@northwind.example`, and `ana.novak2@…` for the second of that name.
    fn address(&mut self, name: &Name) -> String {
        let domain = format!("{}.example", ORGANIZATION.to_lowercase());
        let count = self.addresses.entry(name.mail.clone()).or_default();
        *count += 1;
        match *count {
            1 => format!("{}@{domain}", name.mail),
            count => format!("{}{count}@{domain}", name.mail),
        }
    }

    /// Over four years, the first people first; those who are invited, when their invitation went out.
    fn joined(&self, index: usize, standing: Standing, chance: &mut ChaCha8Rng) -> Timestamp {
        let ago = match standing {
            Standing::Pending => DAY * chance.random_range(0..6) + minutes(chance, 1..1400),
            Standing::Expired | Standing::Failed => DAY * chance.random_range(9..70),
            _ => {
                let share = i32::try_from((self.size - index) * 1400 / self.size).unwrap_or(1400);
                DAY * (share + 20) + minutes(chance, 0..(20 * 24 * 60))
            }
        };
        self.before_now(ago)
    }

    fn between(&self, begin: Timestamp, chance: &mut ChaCha8Rng) -> Timestamp {
        let span = self.now.duration_since(begin).as_secs().max(1);
        let after = if chance.random_bool(0.6) {
            0
        } else {
            chance.random_range(0..span)
        };
        whole_seconds(
            begin
                .saturating_add(SignedDuration::from_secs(after))
                .unwrap_or(begin),
        )
    }

    fn invitation(
        &self,
        standing: Standing,
        created: Timestamp,
        chance: &mut ChaCha8Rng,
    ) -> InvitationRow {
        const FAILURES: [&str; 3] = [
            "550 5.1.1 The mailbox does not exist",
            "552 5.2.2 The mailbox is full",
            "554 5.7.1 Refused by the receiving server",
        ];
        let (status, failure) = match standing {
            Standing::Pending | Standing::Expired => (InvitationStatus::Pending, None),
            Standing::Failed => {
                let failure = FAILURES[chance.random_range(0..FAILURES.len())];
                (InvitationStatus::Failed, Some(failure.to_owned()))
            }
            Standing::Active | Standing::NeverCame | Standing::Suspended => {
                (InvitationStatus::Accepted, None)
            }
        };
        let lasts = DAY * 7;
        InvitationRow {
            status,
            sent: Some(created),
            expires: created.saturating_add(lasts).ok(),
            failure,
        }
    }

    /// Most people this week, some not for a year.
    fn last_active(
        &self,
        standing: Standing,
        created: Timestamp,
        chance: &mut ChaCha8Rng,
    ) -> Option<Timestamp> {
        let ago = match standing {
            Standing::NeverCame | Standing::Pending | Standing::Expired | Standing::Failed => {
                return None;
            }
            Standing::Suspended => DAY * chance.random_range(30..600),
            Standing::Active => match chance.random_range(0..100) {
                0..35 => minutes(chance, 6..(24 * 60)),
                35..70 => minutes(chance, (24 * 60)..(7 * 24 * 60)),
                70..90 => DAY * chance.random_range(7..60),
                _ => DAY * chance.random_range(60..500),
            },
        };
        Some(self.before_now(ago).max(created))
    }

    fn before_now(&self, ago: SignedDuration) -> Timestamp {
        whole_seconds(self.now.saturating_sub(ago).unwrap_or(self.now))
    }
}

fn standing(index: usize, chance: &mut ChaCha8Rng) -> Standing {
    let drawn = match chance.random_range(0..100) {
        0..5 => Standing::Pending,
        5..8 => Standing::Expired,
        8..9 => Standing::Failed,
        9..12 => Standing::Suspended,
        12..16 => Standing::NeverCame,
        _ => Standing::Active,
    };
    match index.checked_sub(FIRST_ROLES.len()) {
        None => Standing::Active,
        Some(next) => NEXT_STANDINGS.get(next).copied().unwrap_or(drawn),
    }
}

fn access(
    standing: Standing,
    role: Role,
    workspaces: &[DemoWorkspace],
    chance: &mut ChaCha8Rng,
) -> Vec<(i64, i64)> {
    let mut access = Vec::new();
    for workspace in workspaces {
        let is_granted = chance.random_bool(workspace.share);
        let works_there = chance.random_bool(0.7);
        let contacts = chance.random_range(0..=workspace.contacts_each);
        if is_granted {
            let has_contacts = standing == Standing::Active && role == Role::Member && works_there;
            access.push((workspace.seq, if has_contacts { contacts } else { 0 }));
        }
    }
    access
}

fn minutes(chance: &mut ChaCha8Rng, range: std::ops::Range<i64>) -> SignedDuration {
    SignedDuration::from_mins(chance.random_range(range))
}

fn whole_seconds(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}
