//! What a client may decide about a user, read out of a resource.

use rollcall_model::Role;
use rollcall_scim::{Resource, ScimError, ScimType};
use serde_json::{Map, Value, json};

use super::{Door, text};

const LONGEST_EXTERNAL_ID: usize = 256;
const LONGEST_PICTURES: usize = 8;
const LONGEST_ADDRESS: usize = 2_048;

/// What a client may decide about a user who exists.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct UserDraft {
    pub(super) display_name: Option<String>,
    pub(super) external_id: Option<String>,
    pub(super) role: Role,
    pub(super) active: bool,
    pub(super) photos: Option<Value>,
}

impl Door<'_> {
    /// Reads what a resource in canonical form says, and holds its texts to the rules.
    pub(super) fn user_draft(&self, resource: &Resource) -> Result<UserDraft, ScimError> {
        Ok(UserDraft {
            display_name: text::line(resource, "displayName", text::LONGEST_DISPLAY_NAME)?,
            external_id: text::line(resource, "externalId", LONGEST_EXTERNAL_ID)?,
            role: one_role(resource)?,
            active: resource
                .get("active")
                .and_then(Value::as_bool)
                .unwrap_or(true),
            photos: self.photos(resource)?,
        })
    }

    /// The pictures; our own are kept without the public URL, which may change.
    fn photos(&self, resource: &Resource) -> Result<Option<Value>, ScimError> {
        let Some(photos) = resource.get("photos") else {
            return Ok(None);
        };
        let mut photos = photos.clone();
        let own = format!("{}/Pictures/", self.setting.base);
        let list = photos
            .as_array_mut()
            .map(Vec::as_mut_slice)
            .unwrap_or_default();
        if list.len() > LONGEST_PICTURES {
            let message = format!("photos holds more than {LONGEST_PICTURES} pictures.");
            return Err(ScimError::of(ScimType::InvalidValue, message));
        }
        for value in list.iter_mut().filter_map(|photo| photo.get_mut("value")) {
            let address = value.as_str().unwrap_or_default();
            text::check(address, "photos.value", LONGEST_ADDRESS)?;
            if let Some(name) = address.strip_prefix(&own) {
                *value = format!("/Pictures/{name}").into();
            }
        }
        Ok(Some(photos))
    }
}

/// The one role that a user has.
fn one_role(resource: &Resource) -> Result<Role, ScimError> {
    let refuse = |what: String| ScimError::of(ScimType::InvalidValue, what);
    let roles = resource
        .get("roles")
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice);
    match roles {
        [role] => {
            let value = role
                .get("value")
                .and_then(Value::as_str)
                .unwrap_or_default();
            value
                .parse()
                .map_err(|error| refuse(format!("roles.value: {error}.")))
        }
        _ => Err(refuse(format!(
            "roles must hold exactly one role, not {}.",
            roles.len()
        ))),
    }
}

/// The body with what every user has, where it leaves it out.
pub(super) fn with_defaults(body: &Value, role: Role, active: bool) -> Value {
    let mut body = body.clone();
    if let Some(members) = body.as_object_mut() {
        let lacks = |members: &Map<String, Value>, name: &str| {
            !members
                .iter()
                .any(|(key, value)| key.eq_ignore_ascii_case(name) && !value.is_null())
        };
        if lacks(members, "roles") {
            members.retain(|key, _| !key.eq_ignore_ascii_case("roles"));
            members.insert("roles".to_owned(), json!([{ "value": role.as_str() }]));
        }
        if lacks(members, "active") {
            members.retain(|key, _| !key.eq_ignore_ascii_case("active"));
            members.insert("active".to_owned(), active.into());
        }
    }
    body
}
