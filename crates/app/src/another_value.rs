//! A change with another value, as somebody typed it: of the same kind, about the same place.

use rollcall_language::say;
use rollcall_model::{Change, Mutation, MutationState, UserChange, WorkspaceChange};

use crate::organization::Organization;
use crate::setting::Settings;
use crate::setting_rules;
use crate::verdict::denied;
use crate::view::{EditChange, Verdict};
use crate::{Failure, invitees, profile, workspace_name};

/// Whether a change can be given another value; `None` where it has none, or is past that.
pub(crate) fn editable(mutation: &Mutation) -> Option<Verdict> {
    if mutation.state != MutationState::Queued || values(&mutation.change).is_empty() {
        return None;
    }
    Some(match mutation.attempts {
        0 => Verdict::allowed(),
        _ => denied(say!("edit-sent-before")),
    })
}

/// The names of the values that a change carries.
fn values(change: &Change) -> &'static [&'static str] {
    match change {
        Change::User(UserChange::SetRole { .. }) => &["role"],
        Change::User(UserChange::SetDisplayName { .. }) => &["name"],
        Change::User(UserChange::SetPicture { .. }) => &["picture"],
        Change::User(UserChange::AddUser { .. }) => &["address", "name", "role"],
        Change::User(_) => &[],
        Change::Workspace(
            WorkspaceChange::CreateWorkspace { .. } | WorkspaceChange::RenameWorkspace { .. },
        ) => &["name"],
        Change::Workspace(WorkspaceChange::DeleteWorkspace { .. }) => &[],
        Change::Organization(_) => &["setting"],
    }
}

/// What a change carries, in the shape in which it is edited.
pub(crate) fn carried(id: String, change: &Change) -> EditChange {
    let mut carried = EditChange {
        change: id,
        ..EditChange::default()
    };
    match change {
        Change::User(UserChange::SetRole { to, .. }) => carried.role = Some(to.as_str().to_owned()),
        Change::User(UserChange::SetDisplayName { to, .. }) => carried.name = Some(to.clone()),
        Change::User(UserChange::SetPicture { to, .. }) => {
            carried.picture = Some(to.clone().unwrap_or_default());
        }
        Change::User(UserChange::AddUser {
            user_name,
            display_name,
            role,
            ..
        }) => {
            carried.address = Some(user_name.clone());
            carried.name = Some(display_name.clone());
            carried.role = Some(role.as_str().to_owned());
        }
        Change::Workspace(
            WorkspaceChange::CreateWorkspace { name, .. }
            | WorkspaceChange::RenameWorkspace { to: name, .. },
        ) => carried.name = Some(name.clone()),
        Change::Organization(change) => carried.setting = Some(change.to.clone()),
        Change::User(_) | Change::Workspace(_) => {}
    }
    carried
}

/// The same change with these values; those that aren't given stay.
///
/// # Errors
/// `no_such_value` for one that the change doesn't carry; else as where the change was asked for.
pub(crate) fn with(
    open: &Organization,
    change: &Change,
    asked: &EditChange,
) -> Result<Change, Failure> {
    let EditChange {
        role,
        name,
        address,
        picture,
        setting,
        ..
    } = asked;
    for (given, value) in [
        (role, "role"),
        (name, "name"),
        (address, "address"),
        (picture, "picture"),
        (setting, "setting"),
    ] {
        if given.is_some() && !values(change).contains(&value) {
            return Err(no_such_value(value));
        }
    }
    let mut change = change.clone();
    match &mut change {
        Change::User(UserChange::SetRole { to, .. }) => put(to, role, |text| Ok(text.parse()?))?,
        Change::User(UserChange::SetDisplayName { to, .. }) => {
            put(to, name, profile::display_name)?;
        }
        Change::User(UserChange::SetPicture { to, .. }) => put(to, picture, profile::picture)?,
        Change::User(UserChange::AddUser {
            user_name,
            display_name,
            role: given,
            ..
        }) => {
            put(user_name, address, invitees::address)?;
            let read = |text: &str| Ok(invitees::name(text)?.unwrap_or_default());
            put(display_name, name, read)?;
            put(given, role, |text| Ok(text.parse()?))?;
        }
        Change::Workspace(
            WorkspaceChange::CreateWorkspace { name: to, .. }
            | WorkspaceChange::RenameWorkspace { to, .. },
        ) => put(to, name, workspace_name::read)?,
        Change::Organization(change) => {
            let known = Settings::of(open)?.shown;
            let field = change.field;
            let read = |text: &str| setting_rules::read(field, text, &known);
            put(&mut change.to, setting, read)?;
        }
        Change::User(_) | Change::Workspace(_) => {}
    }
    Ok(change)
}

fn put<T>(
    value: &mut T,
    given: &Option<String>,
    read: impl FnOnce(&str) -> Result<T, Failure>,
) -> Result<(), Failure> {
    if let Some(given) = given {
        *value = read(given)?;
    }
    Ok(())
}

fn no_such_value(value: &str) -> Failure {
    let message = say!("edit-no-such-value", value = value);
    Failure::new("no_such_value", message).on_field(value)
}
