//! An invitation as a resource: the user's, under the user's id.

use rollcall_scim::{etag, schema};
use rusqlite::Connection;
use serde_json::json;

use super::{Meta, Setting, write_meta};
use crate::store::StoreError;
use crate::store::users;

/// Appends the invitation of the user of this row; answers whether there is one.
pub(super) fn write(
    sql: &Connection,
    setting: Setting<'_>,
    out: &mut String,
    seq: i64,
) -> Result<bool, StoreError> {
    let Some(user) = users::by_seq(sql, seq)? else {
        return Ok(false);
    };
    let Some(invitation) = &user.invitation else {
        return Ok(false);
    };
    let mut part = json!({
        "schemas": [schema::INVITATION],
        "id": user.id,
        "user": user.id,
        "userName": user.user_name,
        "status": invitation.status_at(setting.now).as_str(),
    });
    if let Some(sent) = invitation.sent {
        part["sentAt"] = sent.to_string().into();
    }
    if let Some(expires) = invitation.expires {
        part["expiresAt"] = expires.to_string().into();
    }
    if let Some(failure) = &invitation.failure {
        part["failure"] = failure.as_str().into();
    }
    let mut text = part.to_string();
    text.pop();
    out.push_str(&text);
    write_meta(
        out,
        setting,
        Meta {
            kind: "Invitation",
            endpoint: "/Invitations",
            id: &user.id,
            created: user.created,
            modified: user.modified,
            version: &etag::weak(user.version),
        },
    );
    out.push('}');
    Ok(true)
}
