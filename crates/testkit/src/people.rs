//! Users and workspaces made from a seed, and the organization that they are of: the same seed, the same
//! people.

use jiff::{SignedDuration, Timestamp};
use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use rollcall_model::{
    AssignedContacts, Billing, Invitation, InvitationStatus, Invoice, InvoiceLine, LastActive,
    OrgRole, Organization, OrganizationId, Role, Subscription, SubscriptionStatus, User, UserId,
    Version, Workspace, WorkspaceId,
};

const GIVEN: [&str; 12] = [
    "Ada",
    "Žofie",
    "Jürgen",
    "Ελένη",
    "Дмитро",
    "秀英",
    "さくら",
    "민준",
    "محمد",
    "נועה",
    "प्रिया",
    "สมชาย",
];
const FAMILY: [&str; 12] = [
    "Whitcombe",
    "Dvořák",
    "Größmann",
    "Παπαδόπουλος",
    "Шевченко",
    "欧阳",
    "山田",
    "김",
    "الحسيني",
    "כהן",
    "शर्मा",
    "ศรีสุข",
];

/// A dozen workspaces.
#[must_use]
pub fn workspaces() -> Vec<Workspace> {
    (1..=12)
        .map(|number| Workspace {
            external_id: None,
            id: WorkspaceId::new(format!("workspace-{number}")),
            name: format!("Workspace {number}"),
            description: None,
            created: Some(epoch()),
            version: Some(Version(format!("W/\"{number}\""))),
            member_count: None,
            contact_count: Some(100 * number),
        })
        .collect()
}

/// People of every role and state, in several scripts; the first three are active Admins.
#[must_use]
pub fn people(seed: u64, count: usize) -> Vec<User> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    (0..count).map(|index| person(index, &mut chance)).collect()
}

fn person(index: usize, chance: &mut ChaCha8Rng) -> User {
    let given = GIVEN[chance.random_range(0..GIVEN.len())];
    let family = FAMILY[chance.random_range(0..FAMILY.len())];
    let is_first = index < 3;
    let role = if is_first {
        Role::Admin
    } else {
        Role::ALL[chance.random_range(0..4)]
    };
    let created = before(epoch(), chance.random_range(1..1_000));
    let status = match chance.random_range(0..10) {
        _ if is_first => InvitationStatus::Accepted,
        0 => InvitationStatus::Pending,
        1 => InvitationStatus::Expired,
        2 => InvitationStatus::Failed,
        _ => InvitationStatus::Accepted,
    };
    let last_active = match chance.random_range(0..8) {
        _ if status != InvitationStatus::Accepted => LastActive::Never,
        0 => LastActive::Never,
        _ => LastActive::At(before(epoch(), chance.random_range(0..400))),
    };
    let workspaces: Vec<_> = (1..=12)
        .filter(|_| chance.random_bool(0.2))
        .map(|number| WorkspaceId::new(format!("workspace-{number}")))
        .collect();
    let assigned: Vec<_> = workspaces
        .iter()
        .filter(|_| chance.random_bool(0.5))
        .map(|workspace| AssignedContacts {
            workspace: workspace.clone(),
            count: 1 + index as u64 % 40,
        })
        .collect();
    User {
        id: UserId::new(format!("user-{index}")),
        user_name: format!("person{index}@northwind.example"),
        external_id: None,
        display_name: format!("{given} {family}"),
        role: OrgRole::Known(role),
        active: is_first || chance.random_bool(0.95),
        photo: None,
        created: Some(created),
        last_modified: Some(created),
        version: Some(Version(format!("W/\"{}\"", 1 + index % 5))),
        last_active,
        invitation: Some(Invitation {
            status,
            sent_at: Some(created),
            expires_at: Some(
                created
                    .saturating_add(SignedDuration::from_hours(168))
                    .unwrap_or(created),
            ),
            failure: (status == InvitationStatus::Failed)
                .then(|| "550 5.1.1 The mailbox does not exist".to_owned()),
        }),
        assigned_contacts: Some(assigned),
        workspaces,
    }
}

/// The day on which these people are looked at.
fn epoch() -> Timestamp {
    Timestamp::constant(1_790_000_000, 0)
}

fn before(at: Timestamp, days: i64) -> Timestamp {
    at.saturating_sub(SignedDuration::from_hours(24 * days))
        .unwrap_or(at)
}

/// An organization as an Admin sees it, with ten seats of which four are taken.
#[must_use]
pub fn organization(version: Version) -> Organization {
    Organization {
        id: OrganizationId::new("acme"),
        display_name: "Acme".to_owned(),
        website: "https://acme.example".to_owned(),
        time_zone: "Europe/Vienna".to_owned(),
        locale: "en-GB".to_owned(),
        created: Some(epoch()),
        version: Some(version),
        billing: Some(Billing {
            company: "Acme Ltd".to_owned(),
            address: "1 Long Road\nVienna".to_owned(),
            tax_id: "ATU12345678".to_owned(),
            contact_email: "billing@acme.example".to_owned(),
            payment_method: None,
        }),
        subscription: Some(Subscription {
            plan: "business".to_owned(),
            seats: Some(10),
            seats_used: Some(4),
            status: SubscriptionStatus::Active,
            renews_at: None,
            trial_ends_at: None,
            next_plan: None,
            next_seats: None,
            plans: Vec::new(),
        }),
        free_seats: Some(6),
    }
}

/// An invoice of one line.
#[must_use]
pub fn invoice() -> Invoice {
    Invoice {
        id: "invoice-1".to_owned(),
        number: "2026-0001".to_owned(),
        date: None,
        amount: "90.00".to_owned(),
        currency: "EUR".to_owned(),
        status: "paid".to_owned(),
        lines: vec![InvoiceLine {
            description: "Business, 10 seats".to_owned(),
            quantity: "10".to_owned(),
            unit_price: "9.00".to_owned(),
            amount: "90.00".to_owned(),
        }],
    }
}
