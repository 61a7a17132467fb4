//! A user as a resource. A list of a thousand is mostly copying: the part that only an edit changes is
//! kept ready, and groups, activity and the invitation's state are added to it.

use std::cell::RefCell;
use std::collections::HashMap;

use jiff::Timestamp;
use rollcall_model::InvitationStatus;
use rollcall_scim::{etag, schema};
use rusqlite::{Connection, OptionalExtension as _, Row};
use serde_json::{Map, Value, json};

use super::{Meta, Setting, push_text, push_time, write_meta};
use crate::store::users::{InvitationRow, UserRow, instant};
use crate::store::{StoreError, workspaces};

/// The part of a user's JSON that only an edit of the user changes: an object without its end.
pub(crate) fn template(user: &UserRow) -> String {
    let mut part = Map::new();
    part.insert(
        "schemas".into(),
        json!([schema::USER, schema::ORGANIZATION_USER]),
    );
    part.insert("id".into(), user.id.as_str().into());
    if let Some(external_id) = &user.external_id {
        part.insert("externalId".into(), external_id.as_str().into());
    }
    part.insert("userName".into(), user.user_name.as_str().into());
    if let Some(display_name) = &user.display_name {
        part.insert("displayName".into(), display_name.as_str().into());
    }
    part.insert("active".into(), user.active.into());
    part.insert("roles".into(), json!([{ "value": user.role.as_str() }]));
    let mut text = Value::Object(part).to_string();
    text.pop();
    text
}

/// Writes users, and looks each workspace up once.
pub(crate) struct UserPen<'a> {
    sql: &'a Connection,
    setting: Setting<'a>,
    workspaces: RefCell<HashMap<i64, WorkspaceText>>,
}

/// A workspace as it stands in its members' resources.
struct WorkspaceText {
    id: String,
    group: String,
}

const SELECT: &str = "SELECT id, template, photos, created, modified, version, last_active, \
     invitation, invitation_sent, invitation_expires, invitation_failure, \
     (SELECT group_concat(workspace || ':' || contacts) FROM memberships WHERE user = users.seq) \
     FROM users WHERE seq = ?1";

impl<'a> UserPen<'a> {
    /// A pen for one answer.
    pub(crate) fn new(sql: &'a Connection, setting: Setting<'a>) -> Self {
        Self {
            sql,
            setting,
            workspaces: RefCell::default(),
        }
    }

    /// Appends the user of this row; answers whether there is one.
    pub(crate) fn write(&self, out: &mut String, seq: i64) -> Result<bool, StoreError> {
        let mut find = self.sql.prepare_cached(SELECT)?;
        let parts = find.query_row([seq], Parts::read).optional()?;
        let Some(parts) = parts else { return Ok(false) };
        self.write_parts(out, &parts)?;
        Ok(true)
    }

    fn write_parts(&self, out: &mut String, parts: &Parts) -> Result<(), StoreError> {
        out.push_str(&parts.template);
        if let Some(photos) = &parts.photos {
            out.push_str(",\"photos\":");
            // Only our own pictures have an address that begins with a slash.
            let own = format!("\"value\":\"{}/", self.setting.base);
            out.push_str(&photos.replace("\"value\":\"/", &own));
        }
        let mut groups = String::new();
        let mut contacts = String::new();
        for (workspace, count) in &parts.access {
            self.write_access(&mut groups, &mut contacts, *workspace, *count)?;
        }
        if !groups.is_empty() {
            out.push_str(",\"groups\":[");
            out.push_str(&groups);
            out.push(']');
        }
        self.write_extension(out, parts, &contacts);
        write_meta(
            out,
            self.setting,
            Meta {
                kind: "User",
                endpoint: "/Users",
                id: &parts.id,
                created: parts.created,
                modified: parts.modified,
                version: &etag::weak(parts.version),
            },
        );
        out.push('}');
        Ok(())
    }

    fn write_access(
        &self,
        groups: &mut String,
        contacts: &mut String,
        workspace: i64,
        count: i64,
    ) -> Result<(), StoreError> {
        let mut known = self.workspaces.borrow_mut();
        let text = match known.entry(workspace) {
            std::collections::hash_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::hash_map::Entry::Vacant(entry) => {
                let Some(row) = workspaces::by_seq(self.sql, workspace)? else {
                    return Ok(());
                };
                let mut group = format!(
                    "{{\"value\":\"{id}\",\"$ref\":\"{base}/Groups/{id}\",\"display\":",
                    id = row.id,
                    base = self.setting.base
                );
                push_text(&mut group, &row.name);
                group.push('}');
                entry.insert(WorkspaceText { id: row.id, group })
            }
        };
        if !groups.is_empty() {
            groups.push(',');
        }
        groups.push_str(&text.group);
        if count > 0 {
            if !contacts.is_empty() {
                contacts.push(',');
            }
            contacts.push_str("{\"workspace\":\"");
            contacts.push_str(&text.id);
            contacts.push_str("\",\"count\":");
            contacts.push_str(&count.to_string());
            contacts.push('}');
        }
        Ok(())
    }

    /// Always there, though perhaps empty: an extension without `lastActive` says *never*.
    fn write_extension(&self, out: &mut String, parts: &Parts, contacts: &str) {
        out.push_str(",\"");
        out.push_str(schema::ORGANIZATION_USER);
        out.push_str("\":{");
        let begin = out.len();
        if let Some(last_active) = parts.last_active {
            write_time(out, "lastActive", last_active);
        }
        if let Some(invitation) = &parts.invitation {
            separate(out, begin);
            out.push_str("\"invitation\":{\"status\":\"");
            out.push_str(invitation.status_at(self.setting.now).as_str());
            out.push('"');
            if let Some(sent) = invitation.sent {
                out.push(',');
                write_time(out, "sentAt", sent);
            }
            if let Some(expires) = invitation.expires {
                out.push(',');
                write_time(out, "expiresAt", expires);
            }
            if let Some(failure) = &invitation.failure {
                out.push_str(",\"failure\":");
                push_text(out, failure);
            }
            out.push('}');
        }
        if !contacts.is_empty() {
            separate(out, begin);
            out.push_str("\"assignedContacts\":[");
            out.push_str(contacts);
            out.push(']');
        }
        out.push('}');
    }
}

fn separate(out: &mut String, begin: usize) {
    if out.len() > begin {
        out.push(',');
    }
}

fn write_time(out: &mut String, name: &str, at: Timestamp) {
    out.push('"');
    out.push_str(name);
    out.push_str("\":\"");
    push_time(out, at);
    out.push('"');
}

/// What a user's text is made of.
struct Parts {
    id: String,
    template: String,
    photos: Option<String>,
    created: Timestamp,
    modified: Timestamp,
    version: u64,
    last_active: Option<Timestamp>,
    invitation: Option<InvitationRow>,
    access: Vec<(i64, i64)>,
}

impl Parts {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let status = row.get::<_, Option<String>>(7)?;
        let invitation = match status.as_deref().and_then(InvitationStatus::from_wire) {
            None => None,
            Some(status) => Some(InvitationRow {
                status,
                sent: instant(row.get(8)?),
                expires: instant(row.get(9)?),
                failure: row.get(10)?,
            }),
        };
        let access = row.get::<_, Option<String>>(11)?.unwrap_or_default();
        Ok(Self {
            id: row.get(0)?,
            template: row.get(1)?,
            photos: row.get(2)?,
            created: instant(row.get(3)?).unwrap_or_default(),
            modified: instant(row.get(4)?).unwrap_or_default(),
            version: row.get::<_, i64>(5)?.cast_unsigned(),
            last_active: instant(row.get(6)?),
            invitation,
            access: access
                .split(',')
                .filter_map(|pair| pair.split_once(':'))
                .filter_map(|(workspace, contacts)| {
                    Some((workspace.parse().ok()?, contacts.parse().ok()?))
                })
                .collect(),
        })
    }
}
