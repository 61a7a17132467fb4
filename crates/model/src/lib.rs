//! Rollcall's product words as types, so that every crate means the same by them.
//!
//! Nothing here reads, writes or knows anybody's wire shape: SCIM's lives in `rollcall-scim`, the
//! interface's in `rollcall-app`.

mod change;
mod clock;
mod id;
mod invitation;
mod invoice;
mod mutation;
mod organization;
mod role;
mod shown;
mod token;
mod user;
mod visible;
mod workspace;

pub use change::{
    Change, Found, OrganizationChange, OrganizationField, Resource, Standing, UserChange,
    WorkspaceChange,
};
pub use clock::{Clock, SystemClock};
pub use id::{
    ConnectionId, InvalidId, MutationId, OperationId, OrganizationId, UserId, ViewId, WorkspaceId,
};
pub use invitation::{Invitation, InvitationStatus};
pub use invoice::{Invoice, InvoiceLine};
pub use mutation::{After, Awaited, Goes, Intent, Mutation, MutationState, Settled};
pub use organization::{
    Billing, Organization, PaymentMethod, Plan, Subscription, SubscriptionStatus,
};
pub use role::{OrgRole, Role, UnknownRole};
pub use shown::{is_deceptive, visible};
pub use token::{InvalidToken, Token};
pub use user::{
    AssignedContacts, LastActive, User, UserState, Version, same_user_name, user_name_key,
};
pub use visible::is_visible;
pub use workspace::Workspace;

/// The instant type used throughout: UTC, nanosecond resolution, RFC 3339 as text.
pub use jiff::Timestamp;
