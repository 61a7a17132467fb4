//! What servers really send, read by a client that forgives.
//!
//! Attribute names are compared without case, unknown ones are skipped without allocating, a value of
//! the wrong type counts as absent, and one resource that can't be read never fails its page. Texts
//! are borrowed from the body. A page is read in one pass; only when that fails, as it does for an
//! unpaired surrogate, are its resources taken apart and read one by one.
//!
//! ```
//! use rollcall_scim::wire;
//!
//! let body = br#"{"Resources": [{"ID": 7, "userName": "ada@example.org"}, null]}"#;
//! let text = wire::text(body);
//! let page = wire::users(&text)?;
//! assert_eq!(page.resources[0].as_ref().unwrap().id, "7");
//! assert!(page.resources[1].is_err());
//! # Ok::<(), wire::Unreadable>(())
//! ```

mod delta;
mod discovery;
pub mod error;
mod forgiving;
mod group;
mod meaning;
mod organization;
mod page;
mod time;
mod user;

use std::borrow::Cow;

use forgiving::{Object, read};
use serde::de::MapAccess;

pub use delta::{ChangeWire, DeltaTokenWire, DeltaWire};
pub use discovery::{
    AttributeWire, CanonicalWire, ExtensionWire, ResourceTypeWire, SchemaWire, ServerConfigWire,
};
pub use group::{GroupWire, MemberWire, WorkspaceWire};
pub use organization::{
    BillingWire, InvoiceLineWire, InvoiceWire, OrganizationWire, PaymentMethodWire, PlanWire,
    SubscriptionWire,
};
pub use page::{Broken, BrokenResource, PageWire};
pub use time::instant;
pub use user::{
    AssignedContactsWire, GroupRefWire, InvitationWire, MetaWire, NameWire, OrganizationUserWire,
    PhotoWire, RoleWire, UserWire,
};

/// Why a body is no SCIM at all.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// A web page, as a proxy or a sign-in page in between sends it.
    #[error("the answer is a web page, not SCIM")]
    WebPage,
    /// No JSON, or cut off.
    #[error("read the answer as JSON")]
    Json(#[source] serde_json::Error),
    /// JSON, but not an object.
    #[error("the answer is not a JSON object")]
    NotAnObject,
}

/// A body as text: without a byte order mark, and with U+FFFD where it isn't UTF-8.
#[must_use]
pub fn text(body: &[u8]) -> Cow<'_, str> {
    let body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
    // Checking alone is several times quicker than looking for what to replace.
    std::str::from_utf8(body).map_or_else(|_| String::from_utf8_lossy(body), Cow::Borrowed)
}

/// Whether a body looks like a web page.
#[must_use]
pub fn is_web_page(text: &str) -> bool {
    text.trim_start().starts_with('<')
}

/// Reads a page of users.
///
/// # Errors
///
/// When the page itself is no SCIM; a user that can't be read is an item of the page.
pub fn users(text: &str) -> Result<PageWire<'_, UserWire<'_>>, Unreadable> {
    page::parse(text)
}

/// Reads a page of groups.
///
/// # Errors
///
/// As [`users`].
pub fn groups(text: &str) -> Result<PageWire<'_, GroupWire<'_>>, Unreadable> {
    page::parse(text)
}

/// Reads a page of a delta query on users.
///
/// # Errors
///
/// As [`users`].
pub fn user_changes(text: &str) -> Result<PageWire<'_, DeltaWire<'_, UserWire<'_>>>, Unreadable> {
    page::parse(text)
}

/// Reads a page of a delta query on groups.
///
/// # Errors
///
/// As [`users`].
pub fn group_changes(text: &str) -> Result<PageWire<'_, DeltaWire<'_, GroupWire<'_>>>, Unreadable> {
    page::parse(text)
}

/// Reads one user. The id is empty where the answer has none.
///
/// # Errors
///
/// When the body is no SCIM.
pub fn user(text: &str) -> Result<UserWire<'_>, Unreadable> {
    object(text)
}

/// Reads one invitation, as a resource of its own.
///
/// # Errors
///
/// When the body is no SCIM.
pub fn invitation(text: &str) -> Result<InvitationWire<'_>, Unreadable> {
    object(text)
}

/// Reads one group. The id is empty where the answer has none.
///
/// # Errors
///
/// When the body is no SCIM.
pub fn group(text: &str) -> Result<GroupWire<'_>, Unreadable> {
    object(text)
}

/// Reads a page of organizations: of the one there is.
///
/// # Errors
///
/// As [`users`].
pub fn organizations(text: &str) -> Result<PageWire<'_, OrganizationWire<'_>>, Unreadable> {
    page::parse(text)
}

/// Reads the organization. The id is empty where the answer has none.
///
/// # Errors
///
/// When the body is no SCIM.
pub fn organization(text: &str) -> Result<OrganizationWire<'_>, Unreadable> {
    object(text)
}

/// Reads a page of invoices.
///
/// # Errors
///
/// As [`users`].
pub fn invoices(text: &str) -> Result<PageWire<'_, InvoiceWire<'_>>, Unreadable> {
    page::parse(text)
}

/// Reads the answer to `GET …/.deltaToken`.
///
/// # Errors
///
/// When the body is no SCIM.
pub fn delta_token(text: &str) -> Result<DeltaTokenWire<'_>, Unreadable> {
    object(text)
}

/// Reads `/ServiceProviderConfig`.
///
/// # Errors
///
/// When the body is no SCIM.
pub fn server_config(text: &str) -> Result<ServerConfigWire, Unreadable> {
    discovery::server_config(text)
}

/// Reads `/ResourceTypes`: a list response, or a bare array as some servers send it.
///
/// # Errors
///
/// When the body is no SCIM.
pub fn resource_types(text: &str) -> Result<Vec<ResourceTypeWire<'_>>, Unreadable> {
    discovery::entries(text)
}

/// Reads `/Schemas`: a list response, or a bare array as some servers send it.
///
/// # Errors
///
/// When the body is no SCIM.
pub fn schemas(text: &str) -> Result<Vec<SchemaWire<'_>>, Unreadable> {
    discovery::entries(text)
}

/// Reads a body whose content doesn't matter.
///
/// # Errors
///
/// When the body is no SCIM.
pub fn is_object(text: &str) -> Result<(), Unreadable> {
    object::<Anything>(text).map(drop)
}

/// Whatever is in an object.
#[derive(Default)]
struct Anything;

impl<'de> Object<'de> for Anything {
    const FIELDS: &'static [&'static str] = &[];

    fn fill<A: MapAccess<'de>>(&mut self, _field: usize, _map: &mut A) -> Result<(), A::Error> {
        Ok(())
    }
}

/// Reads a body that is one object.
fn object<'de, T: Object<'de>>(text: &'de str) -> Result<T, Unreadable> {
    if is_web_page(text) {
        return Err(Unreadable::WebPage);
    }
    let object: Option<T> = read(text).map_err(Unreadable::Json)?;
    object.ok_or(Unreadable::NotAnObject)
}
