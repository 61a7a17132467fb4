//! The organization role: the one word that the policy turns on.

use std::fmt;
use std::str::FromStr;

use rollcall_language::say;

/// A role in the organization; every user has exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// May do everything.
    Admin,
    /// May see everything, and manages billing.
    BillingAdmin,
    /// Manages Members and workspaces.
    UserAdmin,
    /// Works in the workspaces granted; no settings.
    Member,
}

impl Role {
    /// Every role, from the most to the least powerful: the order in which they are shown.
    pub const ALL: [Self; 4] = [
        Self::Admin,
        Self::BillingAdmin,
        Self::UserAdmin,
        Self::Member,
    ];

    /// The value on the wire, in the audit and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::BillingAdmin => "billing_admin",
            Self::UserAdmin => "user_admin",
            Self::Member => "member",
        }
    }

    /// The name that people read.
    #[must_use]
    pub fn title(self) -> String {
        match self {
            Self::Admin => say!("policy-role-admin"),
            Self::BillingAdmin => say!("policy-role-billing-admin"),
            Self::UserAdmin => say!("policy-role-user-admin"),
            Self::Member => say!("policy-role-member"),
        }
    }

    /// All who have it, as the subject of a sentence.
    #[must_use]
    pub fn plural(self) -> String {
        match self {
            Self::Admin => say!("policy-roles-admin"),
            Self::BillingAdmin => say!("policy-roles-billing-admin"),
            Self::UserAdmin => say!("policy-roles-user-admin"),
            Self::Member => say!("policy-roles-member"),
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.title())
    }
}

/// A text that is no role's wire value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownRole(pub String);

impl fmt::Display for UnknownRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&say!("faults-role-unknown", text = self.0))
    }
}

impl std::error::Error for UnknownRole {}

impl FromStr for Role {
    type Err = UnknownRole;

    /// Reads a wire value, byte by byte: `Admin` is not `admin`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|role| role.as_str() == text)
            .ok_or_else(|| UnknownRole(text.to_owned()))
    }
}

/// A user's role as a server reports it, which need not be one of ours.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OrgRole {
    /// One of the four.
    Known(Role),
    /// A value of another product; shown as it is, and never acted on.
    Foreign(String),
    /// The server reports no role for this user.
    Absent,
}

impl OrgRole {
    /// The role, where it is one of ours.
    #[must_use]
    pub fn known(&self) -> Option<Role> {
        match self {
            Self::Known(role) => Some(*role),
            Self::Foreign(_) | Self::Absent => None,
        }
    }

    /// The wire value; empty when absent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Known(role) => role.as_str(),
            Self::Foreign(text) => text,
            Self::Absent => "",
        }
    }

    /// Reads a wire value; empty means absent.
    #[must_use]
    pub fn from_wire(text: &str) -> Self {
        match text.parse() {
            Ok(role) => Self::Known(role),
            Err(_) if text.is_empty() => Self::Absent,
            Err(UnknownRole(text)) => Self::Foreign(text),
        }
    }
}

impl From<Role> for OrgRole {
    fn from(role: Role) -> Self {
        Self::Known(role)
    }
}

impl fmt::Display for OrgRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(role) => role.fmt(f),
            Self::Foreign(text) => f.write_str(text),
            Self::Absent => f.write_str(&say!("policy-role-none")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wire_value_reads_back_as_the_same_role() {
        for role in Role::ALL {
            assert_eq!(OrgRole::from_wire(role.as_str()), OrgRole::Known(role));
        }
    }

    #[test]
    fn a_value_of_another_product_is_kept_as_it_is() {
        assert_eq!(
            OrgRole::from_wire("Admin"),
            OrgRole::Foreign("Admin".into())
        );
        assert_eq!(OrgRole::from_wire(""), OrgRole::Absent);
    }
}
