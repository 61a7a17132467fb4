//! From rows to resources as they stand in an answer.

pub(crate) mod group;
mod invitation;
mod invoice;
pub(crate) mod organization;
pub(crate) mod user;

use jiff::Timestamp;
use rollcall_scim::Resource;
use rusqlite::Connection;
use serde_json::Value;

use crate::query::Kind;
use crate::store::StoreError;
use group::Extent;
use organization::Sight;
use user::UserPen;

/// What every resource's text depends on besides its row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting<'a> {
    /// The public base URL, without a slash at the end.
    pub(crate) base: &'a str,
    /// The time for which it is rendered: an invitation expires without being written.
    pub(crate) now: Timestamp,
}

/// Writes the resources of one answer.
pub(crate) struct Pen<'a> {
    sql: &'a Connection,
    setting: Setting<'a>,
    sight: Sight,
    users: UserPen<'a>,
}

impl<'a> Pen<'a> {
    /// A pen for one answer to somebody who may see this much of the organization.
    pub(crate) fn new(sql: &'a Connection, setting: Setting<'a>, sight: Sight) -> Self {
        Self {
            sql,
            setting,
            sight,
            users: UserPen::new(sql, setting),
        }
    }

    /// Appends the resource of this row, of a workspace as much as `extent` says; answers whether there
    /// is one.
    pub(crate) fn write(
        &self,
        kind: Kind,
        extent: Extent,
        out: &mut String,
        seq: i64,
    ) -> Result<bool, StoreError> {
        match kind {
            Kind::Users => self.users.write(out, seq),
            Kind::Groups => group::write(self.sql, self.setting, extent, out, seq),
            Kind::Invitations => invitation::write(self.sql, self.setting, out, seq),
            Kind::Invoices => invoice::write(self.sql, self.setting, out, seq),
            Kind::Organizations => organization::write(self.sql, self.setting, self.sight, out),
        }
    }
}

/// What `meta` holds.
#[derive(Debug, Clone, Copy)]
struct Meta<'a> {
    kind: &'a str,
    endpoint: &'a str,
    id: &'a str,
    created: Timestamp,
    modified: Timestamp,
    version: &'a str,
}

/// Writes `,"meta":{…}`.
fn write_meta(out: &mut String, setting: Setting<'_>, meta: Meta<'_>) {
    let Meta {
        kind,
        endpoint,
        id,
        created,
        modified,
        version,
    } = meta;
    out.push_str(",\"meta\":{\"resourceType\":\"");
    out.push_str(kind);
    out.push_str("\",\"created\":\"");
    push_time(out, created);
    out.push_str("\",\"lastModified\":\"");
    push_time(out, modified);
    out.push_str("\",\"location\":\"");
    for part in [setting.base, endpoint, "/", id] {
        out.push_str(part);
    }
    out.push_str("\",\"version\":");
    push_text(out, version);
    out.push('}');
}

/// Writes a text as JSON, quotes included.
fn push_text(out: &mut String, text: &str) {
    out.push_str(&Value::from(text).to_string());
}

fn push_time(out: &mut String, at: Timestamp) {
    out.push_str(&at.to_string());
}

/// Reads back what was rendered.
///
/// # Errors
///
/// When it is no JSON object, which would be a mistake in this module.
pub(crate) fn as_resource(text: &str) -> Result<Resource, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::Damaged(error.to_string()))
}
