//! The schemas that Rollcall's own server serves: exactly what it keeps, and no more.

mod invoice;
mod organization;

use crate::attribute::{Attribute, Kind, Schema};
use crate::resource_type::ResourceType;
use crate::schema;

pub use invoice::{INVOICE, INVOICE_SCHEMA, INVOICE_STATUSES};
pub use organization::{ORGANIZATION, ORGANIZATION_SCHEMA, SUBSCRIPTION_STATUSES};

/// A member of the organization.
pub static USER: ResourceType = ResourceType {
    name: "User",
    endpoint: "/Users",
    description: "A member of the organization",
    schema: &USER_SCHEMA,
    extensions: &[&ORGANIZATION_USER_SCHEMA],
};

/// A workspace.
pub static GROUP: ResourceType = ResourceType {
    name: "Group",
    endpoint: "/Groups",
    description: "A workspace",
    schema: &GROUP_SCHEMA,
    extensions: &[&WORKSPACE_SCHEMA],
};

/// The invitation of a user: making one sends it again, deleting it revokes it.
pub static INVITATION: ResourceType = ResourceType {
    name: "Invitation",
    endpoint: "/Invitations",
    description: "The invitation of a user, under the user's id",
    schema: &INVITATION_SCHEMA,
    extensions: &[],
};

/// Every resource type that is served.
pub static RESOURCE_TYPES: &[&ResourceType] =
    &[&USER, &GROUP, &INVITATION, &ORGANIZATION, &INVOICE];

/// The values that `roles.value` takes.
pub const ROLES: &[&str] = &["admin", "billing_admin", "user_admin", "member"];

/// Where an invitation stands: the same on the user and as a resource of its own.
const INVITATION_STATE: [Attribute; 4] = [
    Attribute::new("status", Kind::String, "What became of it")
        .read_only()
        .one_of(&["pending", "accepted", "expired", "failed"]),
    Attribute::new("sentAt", Kind::DateTime, "When it was last sent").read_only(),
    Attribute::new("expiresAt", Kind::DateTime, "When its link ends").read_only(),
    Attribute::new("failure", Kind::String, "Why it could not be delivered").read_only(),
];

/// Core User, as far as it is kept.
pub static USER_SCHEMA: Schema = Schema {
    urn: schema::USER,
    name: "User",
    description: "User account",
    attributes: &[
        Attribute::new(
            "userName",
            Kind::String,
            "E-mail address; unique without regard to case",
        )
        .required()
        .immutable()
        .unique(),
        Attribute::new("displayName", Kind::String, "The name that people read"),
        Attribute::complex(
            "roles",
            &[Attribute::new("value", Kind::String, "The role")
                .required()
                .one_of(ROLES)],
            "The user's role in the organization: exactly one",
        )
        .many()
        .required(),
        Attribute::new("active", Kind::Boolean, "False while the user is suspended").required(),
        Attribute::complex(
            "photos",
            &[
                Attribute::new("value", Kind::Reference, "Where the picture is")
                    .case_exact()
                    .to(&["external"]),
                Attribute::new("type", Kind::String, "What the picture is for")
                    .one_of(&["photo", "thumbnail"]),
                Attribute::new("primary", Kind::Boolean, "Whether this one is preferred"),
            ],
            "Pictures of the user",
        )
        .many(),
        Attribute::complex(
            "groups",
            &[
                Attribute::new("value", Kind::String, "The workspace's id")
                    .case_exact()
                    .read_only(),
                Attribute::new("$ref", Kind::Reference, "The workspace's address")
                    .case_exact()
                    .read_only()
                    .to(&["Group"]),
                Attribute::new("display", Kind::String, "The workspace's name").read_only(),
            ],
            "The workspaces that the user may enter; changed through the workspaces' members",
        )
        .many()
        .read_only(),
    ],
};

/// What is added to a User.
pub static ORGANIZATION_USER_SCHEMA: Schema = Schema {
    urn: schema::ORGANIZATION_USER,
    name: "OrganizationUser",
    description: "What an organization knows of its member",
    attributes: &[
        Attribute::new(
            "lastActive",
            Kind::DateTime,
            "When the user was last seen, give or take five minutes; absent means never",
        )
        .read_only(),
        Attribute::complex("invitation", &INVITATION_STATE, "The invitation by e-mail").read_only(),
        Attribute::complex(
            "assignedContacts",
            &[
                Attribute::new("workspace", Kind::String, "The workspace's id")
                    .case_exact()
                    .read_only(),
                Attribute::new("count", Kind::Integer, "How many").read_only(),
            ],
            "Contacts assigned to the user, by workspace",
        )
        .many()
        .read_only(),
    ],
};

/// Core Group, as far as it is kept.
pub static GROUP_SCHEMA: Schema = Schema {
    urn: schema::GROUP,
    name: "Group",
    description: "Group",
    attributes: &[
        Attribute::new(
            "displayName",
            Kind::String,
            "The workspace's name; unique without regard to case",
        )
        .required()
        .unique(),
        Attribute::complex(
            "members",
            &[
                Attribute::new("value", Kind::String, "The user's id")
                    .required()
                    .case_exact()
                    .immutable(),
                Attribute::new("$ref", Kind::Reference, "The user's address")
                    .case_exact()
                    .immutable()
                    .to(&["User"]),
                Attribute::new("type", Kind::String, "What the member is")
                    .immutable()
                    .one_of(&["User"]),
            ],
            "The users who may enter the workspace",
        )
        .many(),
    ],
};

/// What is added to a Group.
pub static WORKSPACE_SCHEMA: Schema = Schema {
    urn: schema::WORKSPACE,
    name: "Workspace",
    description: "What makes a group a workspace",
    attributes: &[
        Attribute::new("description", Kind::String, "What the workspace is for"),
        Attribute::new("contactCount", Kind::Integer, "How many contacts it holds").read_only(),
        Attribute::new("memberCount", Kind::Integer, "How many users may enter it").read_only(),
    ],
};

/// An invitation.
pub static INVITATION_SCHEMA: Schema = Schema {
    urn: schema::INVITATION,
    name: "Invitation",
    description: "The invitation of a user by e-mail",
    attributes: &{
        let [status, sent_at, expires_at, failure] = INVITATION_STATE;
        [
            Attribute::new("user", Kind::String, "The user's id")
                .required()
                .case_exact()
                .immutable(),
            Attribute::new("userName", Kind::String, "The user's e-mail address").read_only(),
            status,
            sent_at,
            expires_at,
            failure,
        ]
    },
};
