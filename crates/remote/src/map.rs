//! From SCIM as servers send it to our own words, forgivingly.

use rollcall_language::{for_the_record, say};
use rollcall_model::{
    AssignedContacts, Invitation, InvitationStatus, LastActive, OrgRole, User, UserId, Version,
    Workspace, WorkspaceId,
};
use rollcall_scim::wire::{
    AssignedContactsWire, Broken, BrokenResource, GroupWire, InvitationWire, MetaWire, RoleWire,
    UserWire, instant,
};
use rollcall_sync::{ServerFacts, Unreadable};

/// Names longer than this are cut: nobody reads on, and a megabyte would have to be drawn.
const NAME_LIMIT: usize = 1_000;

/// A user in our words.
pub(crate) fn user(wire: &UserWire<'_>, declared: Declared) -> User {
    let organization = wire.organization.as_ref();
    let last_active = organization.and_then(|organization| organization.last_active.as_deref());
    User {
        id: UserId::new(wire.id.as_ref()),
        user_name: wire.user_name.as_deref().unwrap_or_default().to_owned(),
        external_id: wire.external_id.as_deref().map(str::to_owned),
        display_name: wire.title().map(|title| cut(&title)).unwrap_or_default(),
        role: role(wire.roles.as_deref().unwrap_or_default()),
        active: wire.active.unwrap_or(true),
        photo: wire.photo().map(str::to_owned),
        created: meta(wire.meta.as_ref(), |meta| {
            meta.created.as_deref().and_then(instant)
        }),
        last_modified: meta(wire.meta.as_ref(), |meta| {
            meta.last_modified.as_deref().and_then(instant)
        }),
        version: meta(wire.meta.as_ref(), version),
        last_active: match (last_active, declared) {
            (Some(text), _) => instant(text).map_or(LastActive::NotReported, LastActive::At),
            (None, Declared::Yes) => LastActive::Never,
            (None, Declared::No) => LastActive::NotReported,
        },
        invitation: organization
            .and_then(|organization| invitation(organization.invitation.as_ref()?)),
        assigned_contacts: match organization.map(|organization| &organization.assigned_contacts) {
            Some(Some(contacts)) => Some(assigned(contacts)),
            _ if declared == Declared::Yes => Some(Vec::new()),
            _ => None,
        },
        workspaces: workspaces(wire),
    }
}

/// Whether the server declares the extension of users: absent then means *none*, else *not told*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Declared {
    Yes,
    No,
}

impl Declared {
    pub(crate) fn in_users(facts: &ServerFacts) -> Self {
        if facts.declares(rollcall_scim::schema::ORGANIZATION_USER) {
            Self::Yes
        } else {
            Self::No
        }
    }
}

/// A workspace in our words, and its members where they were sent.
pub(crate) fn workspace(wire: &GroupWire<'_>) -> (Workspace, Vec<UserId>) {
    let extension = wire.workspace.as_ref();
    let name = wire
        .display_name
        .as_deref()
        .filter(|name| !name.trim().is_empty());
    let workspace = Workspace {
        id: WorkspaceId::new(wire.id.as_ref()),
        external_id: wire.external_id.as_deref().map(str::to_owned),
        name: cut(name.unwrap_or(&wire.id)),
        description: extension
            .and_then(|extension| extension.description.as_deref())
            .map(str::to_owned),
        created: meta(wire.meta.as_ref(), |meta| {
            meta.created.as_deref().and_then(instant)
        }),
        version: meta(wire.meta.as_ref(), version),
        member_count: extension.and_then(|extension| extension.member_count),
        contact_count: extension.and_then(|extension| extension.contact_count),
    };
    (workspace, members(wire))
}

/// The members who are users: a group may have groups as members elsewhere.
pub(crate) fn members(wire: &GroupWire<'_>) -> Vec<UserId> {
    let members = wire.members.as_deref().unwrap_or_default();
    members
        .iter()
        .filter(|member| !member.value.is_empty())
        .filter(|member| {
            !member
                .kind
                .as_ref()
                .is_some_and(|kind| kind.eq_ignore_ascii_case("Group"))
        })
        .map(|member| UserId::new(member.value.as_ref()))
        .collect()
}

/// A resource that could not be read, as a sentence, which is kept with the list.
pub(crate) fn broken(broken: BrokenResource) -> Unreadable {
    let reason = for_the_record(|| match (&broken.why, &broken.id) {
        (Broken::WithoutId, _) => say!("faults-broken-without-id"),
        (Broken::NotAnObject, _) => say!("faults-broken-not-an-object"),
        (Broken::Unreadable(error), None) => say!("faults-broken", error = error),
        (Broken::Unreadable(error), Some(id)) => {
            say!("faults-broken-named", id = cut(id), error = error)
        }
    });
    Unreadable {
        id: broken.id,
        reason,
    }
}

/// Exactly one role is ours; several are another product's, and are shown as they are.
fn role(roles: &[RoleWire<'_>]) -> OrgRole {
    let mut values: Vec<&str> = roles
        .iter()
        .map(|role| role.value.as_ref())
        .filter(|value| !value.is_empty())
        .collect();
    values.dedup();
    match values.as_slice() {
        [] => OrgRole::Absent,
        [one] => OrgRole::from_wire(one),
        several => OrgRole::Foreign(several.join(", ")),
    }
}

fn workspaces(wire: &UserWire<'_>) -> Vec<WorkspaceId> {
    let groups = wire.groups.as_deref().unwrap_or_default();
    let mut workspaces: Vec<WorkspaceId> = groups
        .iter()
        .filter(|group| !group.value.is_empty())
        .map(|group| WorkspaceId::new(group.value.as_ref()))
        .collect();
    workspaces.sort();
    workspaces.dedup();
    workspaces
}

pub(crate) fn meta<'a, 'b, T>(
    meta: Option<&'b MetaWire<'a>>,
    read: impl FnOnce(&'b MetaWire<'a>) -> Option<T>,
) -> Option<T> {
    meta.and_then(read)
}

pub(crate) fn version(meta: &MetaWire<'_>) -> Option<Version> {
    meta.version
        .as_deref()
        .filter(|version| !version.is_empty())
        .map(|text| Version(text.to_owned()))
}

pub(crate) fn invitation(wire: &InvitationWire<'_>) -> Option<Invitation> {
    Some(Invitation {
        status: InvitationStatus::from_wire(&wire.status.to_ascii_lowercase())?,
        sent_at: wire.sent_at.as_deref().and_then(instant),
        expires_at: wire.expires_at.as_deref().and_then(instant),
        failure: wire.failure.as_deref().map(cut),
    })
}

fn assigned(contacts: &[AssignedContactsWire<'_>]) -> Vec<AssignedContacts> {
    contacts
        .iter()
        .filter(|entry| !entry.workspace.is_empty())
        .filter_map(|entry| {
            let workspace = WorkspaceId::new(entry.workspace.as_ref());
            Some(AssignedContacts {
                workspace,
                count: entry.count?,
            })
        })
        .collect()
}

/// A text at a length that can be drawn.
pub(crate) fn cut(text: &str) -> String {
    match text.char_indices().nth(NAME_LIMIT) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
