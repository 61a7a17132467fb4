//! A workspace as a resource.

use rollcall_scim::{etag, schema};
use rusqlite::Connection;
use serde_json::{Map, Value, json};

use super::{Meta, Setting, write_meta};
use crate::store::StoreError;
use crate::store::workspaces::{self, WorkspaceRow};

/// How much of a workspace is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All of it.
    Whole,
    /// All but the members: nobody asked for them, and there may be thousands.
    WithoutMembers,
    /// What a Member may see of a workspace granted to them: its name.
    NameOnly,
}

/// Appends the workspace of this row; answers whether there is one.
pub(crate) fn write(
    sql: &Connection,
    setting: Setting<'_>,
    extent: Extent,
    out: &mut String,
    seq: i64,
) -> Result<bool, StoreError> {
    let Some(row) = workspaces::by_seq(sql, seq)? else {
        return Ok(false);
    };
    let mut text = Value::Object(own_part(&row, extent)).to_string();
    text.pop();
    out.push_str(&text);
    if extent == Extent::Whole {
        write_members(sql, setting, out, seq)?;
    }
    write_meta(
        out,
        setting,
        Meta {
            kind: "Group",
            endpoint: "/Groups",
            id: &row.id,
            created: row.created,
            modified: row.modified,
            version: &etag::weak(row.version),
        },
    );
    out.push('}');
    Ok(true)
}

fn own_part(row: &WorkspaceRow, extent: Extent) -> Map<String, Value> {
    let mut part = Map::new();
    part.insert("id".into(), row.id.as_str().into());
    part.insert("displayName".into(), row.name.as_str().into());
    if extent == Extent::NameOnly {
        part.insert("schemas".into(), json!([schema::GROUP]));
        return part;
    }
    part.insert("schemas".into(), json!([schema::GROUP, schema::WORKSPACE]));
    if let Some(external_id) = &row.external_id {
        part.insert("externalId".into(), external_id.as_str().into());
    }
    let mut extension = Map::new();
    if let Some(description) = &row.description {
        extension.insert("description".into(), description.as_str().into());
    }
    extension.insert("contactCount".into(), row.contact_count.into());
    extension.insert("memberCount".into(), row.member_count.into());
    part.insert(schema::WORKSPACE.into(), extension.into());
    part
}

fn write_members(
    sql: &Connection,
    setting: Setting<'_>,
    out: &mut String,
    seq: i64,
) -> Result<(), StoreError> {
    let mut find = sql.prepare_cached(
        "SELECT users.id FROM memberships
         JOIN users ON users.seq = memberships.user
         WHERE workspace = ?1 ORDER BY memberships.user",
    )?;
    let mut rows = find.query([seq])?;
    let mut before = ",\"members\":[";
    while let Some(row) = rows.next()? {
        let id: String = row.get(0)?;
        out.push_str(before);
        out.push_str("{\"value\":\"");
        out.push_str(&id);
        out.push_str("\",\"$ref\":\"");
        out.push_str(setting.base);
        out.push_str("/Users/");
        out.push_str(&id);
        out.push_str("\",\"type\":\"User\"}");
        before = ",";
    }
    if before == "," {
        out.push(']');
    }
    Ok(())
}
