//! A user as servers send it.

use std::borrow::Cow;

use super::forgiving::object;

/// A user. What the answer lacks, or has as something that can't be meant, is `None`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UserWire<'a> {
    /// The id; never empty on a page.
    pub id: Cow<'a, str>,
    /// What the creating client calls the user.
    pub external_id: Option<Cow<'a, str>>,
    /// The name to sign in with, often an e-mail address.
    pub user_name: Option<Cow<'a, str>>,
    /// The name that people read.
    pub display_name: Option<Cow<'a, str>>,
    /// The parts of the name, of servers that have no display name.
    pub name: Option<NameWire<'a>>,
    /// Whether the user may sign in; also read from `"False"`.
    pub active: Option<bool>,
    /// The roles.
    pub roles: Option<Vec<RoleWire<'a>>>,
    /// The pictures.
    pub photos: Option<Vec<PhotoWire<'a>>>,
    /// The groups; an empty list and an absent one look alike on some servers.
    pub groups: Option<Vec<GroupRefWire<'a>>>,
    /// Times and version.
    pub meta: Option<MetaWire<'a>>,
    /// Rollcall's extension.
    pub organization: Option<OrganizationUserWire<'a>>,
}

object!(UserWire<'de> {
    "id" => id,
    "externalId" => external_id,
    "userName" => user_name,
    "displayName" => display_name,
    "name" => name,
    "active" => active,
    "roles" => roles,
    "photos" => photos,
    "groups" => groups,
    "meta" => meta,
    "urn:rollcall:params:scim:schemas:organization:2.0:User" => organization,
});

impl<'a> UserWire<'a> {
    /// The name that people read: `displayName`, else `name.formatted`, else the given and the family
    /// name; `None` where all are missing or blank.
    #[must_use]
    pub fn title(&self) -> Option<Cow<'a, str>> {
        let said = |text: &Option<Cow<'a, str>>| {
            text.as_ref()
                .filter(|text| !text.trim().is_empty())
                .cloned()
        };
        let name = self.name.as_ref();
        said(&self.display_name)
            .or_else(|| said(&name?.formatted))
            .or_else(
                || match (said(&name?.given_name), said(&name?.family_name)) {
                    (Some(given), Some(family)) => Some(format!("{given} {family}").into()),
                    (given, family) => given.or(family),
                },
            )
    }

    /// The picture to show: the preferred one, else the first.
    #[must_use]
    pub fn photo(&self) -> Option<&str> {
        let photos = self.photos.as_deref().unwrap_or_default();
        let usable = || photos.iter().filter(|photo| !photo.value.is_empty());
        let preferred = usable().find(|photo| photo.primary == Some(true));
        preferred
            .or_else(|| usable().next())
            .map(|photo| &*photo.value)
    }
}

/// The parts of a name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NameWire<'a> {
    /// All of it, ready to show.
    pub formatted: Option<Cow<'a, str>>,
    /// The given name.
    pub given_name: Option<Cow<'a, str>>,
    /// The family name.
    pub family_name: Option<Cow<'a, str>>,
}

object!(NameWire<'de> {
    "formatted" => formatted,
    "givenName" => given_name,
    "familyName" => family_name,
});

/// A role: an object with a value, or a bare text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RoleWire<'a> {
    /// The role's name.
    pub value: Cow<'a, str>,
}

object!(RoleWire<'de>, text => value { "value" => value });

/// A picture: an object with a value, or a bare address.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PhotoWire<'a> {
    /// Its address; not trusted.
    pub value: Cow<'a, str>,
    /// Whether it is preferred.
    pub primary: Option<bool>,
}

object!(PhotoWire<'de>, text => value { "value" => value, "primary" => primary });

/// A group that a user is in: an object with a value, or a bare id.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GroupRefWire<'a> {
    /// The group's id.
    pub value: Cow<'a, str>,
    /// The group's name.
    pub display: Option<Cow<'a, str>>,
}

object!(GroupRefWire<'de>, text => value { "value" => value, "display" => display });

/// What the server says of the resource itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MetaWire<'a> {
    /// When it was added; for [`super::instant`].
    pub created: Option<Cow<'a, str>>,
    /// When it last changed; for [`super::instant`].
    pub last_modified: Option<Cow<'a, str>>,
    /// Its version, byte by byte.
    pub version: Option<Cow<'a, str>>,
}

object!(MetaWire<'de> {
    "created" => created,
    "lastModified" => last_modified,
    "version" => version,
});

/// Rollcall's extension of User.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OrganizationUserWire<'a> {
    /// When the user was last seen; for [`super::instant`].
    pub last_active: Option<Cow<'a, str>>,
    /// The invitation.
    pub invitation: Option<InvitationWire<'a>>,
    /// Contacts by workspace.
    pub assigned_contacts: Option<Vec<AssignedContactsWire<'a>>>,
}

object!(OrganizationUserWire<'de> {
    "lastActive" => last_active,
    "invitation" => invitation,
    "assignedContacts" => assigned_contacts,
});

/// An invitation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct InvitationWire<'a> {
    /// `pending`, `accepted`, `expired` or `failed`.
    pub status: Cow<'a, str>,
    /// When it was last sent; for [`super::instant`].
    pub sent_at: Option<Cow<'a, str>>,
    /// When its link ends; for [`super::instant`].
    pub expires_at: Option<Cow<'a, str>>,
    /// Why it could not be delivered.
    pub failure: Option<Cow<'a, str>>,
}

object!(InvitationWire<'de> {
    "status" => status,
    "sentAt" => sent_at,
    "expiresAt" => expires_at,
    "failure" => failure,
});

/// Contacts within one workspace.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AssignedContactsWire<'a> {
    /// The workspace's id.
    pub workspace: Cow<'a, str>,
    /// How many.
    pub count: Option<u64>,
}

object!(AssignedContactsWire<'de> { "workspace" => workspace, "count" => count });
