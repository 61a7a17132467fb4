//! Ids are types, so that a user's can't stand where a workspace's belongs.

use std::fmt;
use std::str::FromStr;

use rollcall_language::say;
use uuid::Uuid;

/// Declares an id that a server chose: opaque text, compared byte by byte, even when it looks like a
/// number (RFC 7643, section 3.1).
macro_rules! opaque_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// Takes the text as the server gave it.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text as the server gave it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

/// Declares an id that we make ourselves: a UUID.
macro_rules! own_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Uuid);

        impl $name {
            /// Takes a UUID made elsewhere.
            #[must_use]
            pub fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// A new one, unlike any other.
            #[must_use]
            pub fn random() -> Self {
                Self(Uuid::new_v4())
            }

            /// The UUID itself.
            #[must_use]
            pub fn as_uuid(&self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self).map_err(|_| InvalidId)
            }
        }
    };
}

/// A text that should be one of our own ids, and isn't a UUID.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidId;

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&say!("faults-id-invalid"))
    }
}

impl std::error::Error for InvalidId {}

opaque_id! {
    /// A SCIM `User`'s id.
    UserId
}
opaque_id! {
    /// A SCIM `Group`'s id.
    WorkspaceId
}
opaque_id! {
    /// The id under which a server knows the organization itself.
    OrganizationId
}
own_id! {
    /// One organization as this profile knows it: its folder, its keychain entries.
    ConnectionId
}
own_id! {
    /// One mutation; on a created user also its `externalId`.
    MutationId
}
own_id! {
    /// One press of *Save*, made where the person acted. A command delivered twice carries the same
    /// one, and is queued once.
    OperationId
}
own_id! {
    /// One saved view, made where it was saved first. A command delivered twice saves it once.
    ViewId
}

impl MutationId {
    /// The id under which a change of somebody else's plan is queued: always the same, so that it is known
    /// again; and of an imported one that is exported, the first. `times` is how often it was imported and
    /// taken back before.
    #[must_use]
    pub fn imported(self, times: u32) -> Self {
        /// Any number but none, of which the count leaves the top as it is.
        const APART: u128 = 0x0072_6f6c_6c63_616c_6c20_706c_0000_0000;

        Self(Uuid::from_u128(
            self.0.as_u128() ^ (APART | u128::from(times)),
        ))
    }
}

/// What every placeholder begins with.
const PLACEHOLDER: &str = "new:";

/// Declares how an id of what doesn't exist yet is made, and known again.
macro_rules! placeholders {
    ($name:ident) => {
        impl $name {
            /// Stands for what a mutation is to add, until the server has given the real id. No server
            /// gives an id like it: it holds 122 random bits of ours.
            #[must_use]
            pub fn placeholder(added_by: MutationId) -> Self {
                Self(format!("{PLACEHOLDER}{added_by}"))
            }

            /// The mutation that is to add it; `None` for an id that a server gave.
            #[must_use]
            pub fn added_by(&self) -> Option<MutationId> {
                self.0.strip_prefix(PLACEHOLDER)?.parse().ok()
            }
        }
    };
}

placeholders!(UserId);
placeholders!(WorkspaceId);
