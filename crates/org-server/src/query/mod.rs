//! From SCIM queries to rows: filters and orders become SQL over the columns, always bound, so that a
//! list costs what its page costs.

mod columns;
mod cursor;
mod filter;
mod list;
mod order;
#[cfg(test)]
mod plan_tests;
mod positions;
mod sql;

pub(crate) use filter::restricts_to_settings;
pub(crate) use list::{ListRequest, Selected, Visible, select};
pub(crate) use positions::Positions;

use rollcall_scim::{ResourceType, rollcall};

/// What is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// People.
    Users,
    /// Workspaces.
    Groups,
    /// The invitations of people, under their ids.
    Invitations,
    /// The organization: one.
    Organizations,
    /// What was billed.
    Invoices,
}

impl Kind {
    /// The table.
    pub(crate) fn table(self) -> &'static str {
        match self {
            Self::Users | Self::Invitations => "users",
            Self::Groups => "workspaces",
            Self::Organizations => "organization",
            Self::Invoices => "invoices",
        }
    }

    /// Which of the table's rows are of this kind, as SQL; `None` for all of them.
    pub(crate) fn rows(self) -> Option<&'static str> {
        match self {
            Self::Users | Self::Groups | Self::Organizations | Self::Invoices => None,
            Self::Invitations => Some("invitation IS NOT NULL"),
        }
    }

    /// Which counter says how many there are; `None` where they are counted when somebody asks.
    pub(crate) fn counter(self) -> Option<&'static str> {
        match self {
            Self::Users => Some("users"),
            Self::Groups => Some("workspaces"),
            Self::Invitations | Self::Organizations | Self::Invoices => None,
        }
    }

    /// The SCIM resource type.
    pub(crate) fn resource_type(self) -> &'static ResourceType {
        match self {
            Self::Users => &rollcall::USER,
            Self::Groups => &rollcall::GROUP,
            Self::Invitations => &rollcall::INVITATION,
            Self::Organizations => &rollcall::ORGANIZATION,
            Self::Invoices => &rollcall::INVOICE,
        }
    }
}
