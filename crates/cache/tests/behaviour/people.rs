//! Made-up people and changes for the tests of this crate: varied, and the same for the same number.

use rollcall_cache::{Key, NewMutation, Operation};
use rollcall_model::{
    AssignedContacts, Change, Goes, Invitation, InvitationStatus, LastActive, MutationId,
    OperationId, OrgRole, Role, Timestamp, User, UserChange, UserId, Version, Workspace,
    WorkspaceId,
};

pub(crate) fn key() -> Key {
    Key::from_bytes(&[42; 32]).unwrap()
}

pub(crate) fn now() -> Timestamp {
    "2026-11-22T08:00:00Z".parse().unwrap()
}

fn seconds_ago(seconds: i64) -> Timestamp {
    Timestamp::from_second(now().as_second() - seconds).unwrap()
}

pub(crate) fn workspace(number: usize) -> Workspace {
    Workspace {
        external_id: None,
        id: WorkspaceId::new(format!("w{number}")),
        name: [
            "Été", "Atlas", "zebra", "Borealis", "Çınar", "Delta", "echo",
        ][number % 7]
            .to_owned(),
        description: number
            .is_multiple_of(2)
            .then(|| "what it is for".to_owned()),
        created: Some(seconds_ago(1_000_000)),
        version: Some(Version(format!("W/\"{number}\""))),
        member_count: None,
        contact_count: Some(17),
    }
}

/// A user who differs from the others in everything that is sorted, filtered or searched.
pub(crate) fn user(number: usize) -> User {
    let first = [
        "Ana",
        "Łukasz",
        "Zoë",
        "İpek",
        "Jürgen",
        "ana",
        "김민준",
        "Åsa",
        "",
        "Øystein",
    ][number % 10];
    let last = ["Ruiz", "Żółć", "Straße", "O'Neil", "van den Berg", "ruiz"][number / 3 % 6];
    let display_name = if first.is_empty() {
        String::new()
    } else {
        format!("{first} {last}")
    };
    let invitation = match number % 9 {
        0 => Some(InvitationStatus::Pending),
        1 => Some(InvitationStatus::Expired),
        2 => Some(InvitationStatus::Failed),
        3 => Some(InvitationStatus::Accepted),
        _ => None,
    };
    User {
        id: UserId::new(format!("id-{:05}", number * 7919 % 100_003)),
        user_name: format!(
            "{}{number}@Example.ORG",
            ["ana", "Bo", "cem", "dörte"][number % 4]
        ),
        external_id: number.is_multiple_of(4).then(|| format!("x{number}")),
        display_name,
        role: match number % 13 {
            0 => OrgRole::Known(Role::Admin),
            1 => OrgRole::Known(Role::BillingAdmin),
            2 | 3 => OrgRole::Known(Role::UserAdmin),
            4 => OrgRole::Foreign("superuser".into()),
            5 => OrgRole::Absent,
            _ => OrgRole::Known(Role::Member),
        },
        active: !number.is_multiple_of(11),
        photo: number
            .is_multiple_of(3)
            .then(|| format!("https://example.org/{number}.png")),
        // A server need not tell.
        created: (!number.is_multiple_of(5)).then(|| seconds_ago(9_000_000 + number as i64 % 7)),
        last_modified: Some(seconds_ago(5_000)),
        version: Some(Version(format!("W/\"{number}\""))),
        last_active: match number % 5 {
            0 => LastActive::Never,
            1 => LastActive::NotReported,
            _ => LastActive::At(seconds_ago(i64::try_from(number % 120).unwrap() * 86_400)),
        },
        invitation: invitation.map(|status| Invitation {
            status,
            sent_at: Some(seconds_ago(100)),
            expires_at: Some(seconds_ago(-100)),
            failure: (status == InvitationStatus::Failed).then(|| "no such mailbox".to_owned()),
        }),
        assigned_contacts: number.is_multiple_of(2).then(|| {
            vec![AssignedContacts {
                workspace: WorkspaceId::new("w1"),
                count: 3,
            }]
        }),
        workspaces: (0..number % 6)
            .map(|step| WorkspaceId::new(format!("w{}", (number + step) % 7)))
            .collect(),
    }
}

pub(crate) fn users(count: usize) -> Vec<User> {
    (0..count).map(user).collect()
}

pub(crate) fn workspaces() -> Vec<Workspace> {
    (0..7).map(workspace).collect()
}

pub(crate) fn set_role(user: &User, to: Role) -> Change {
    Change::from(UserChange::SetRole {
        user: user.id.clone(),
        was: user.role.clone(),
        to,
    })
}

/// A user to be added, under a placeholder that nobody else has.
pub(crate) fn addition() -> Change {
    Change::from(UserChange::AddUser {
        user: UserId::placeholder(MutationId::random()),
        user_name: "ana@acme.example".into(),
        display_name: String::new(),
        role: Role::Member,
    })
}

/// What is asked for in one press. An addition has the id that its placeholder names.
pub(crate) fn operation(changes: impl IntoIterator<Item = Change>) -> Operation {
    Operation {
        id: OperationId::random(),
        mutations: changes
            .into_iter()
            .map(|change| NewMutation {
                id: change
                    .resource()
                    .added_by()
                    .filter(|_| change.adds())
                    .unwrap_or_else(MutationId::random),
                change,
                version: None,
                after: None,
                goes: Goes::ByItself,
            })
            .collect(),
        replaces: Vec::new(),
        actor: Some("me".into()),
        said: std::collections::HashMap::new(),
        made_at: now(),
        seen_at: Some(now()),
    }
}
