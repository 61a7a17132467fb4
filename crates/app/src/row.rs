//! A user as a row: from the cache's words to the interface's.

use rollcall_cache::{self as cache, RowView};
use rollcall_model::{Intent, LastActive};

use crate::mark::{colour, initials};
use crate::query::row_state;
use crate::view::{Presence, UserRow};

/// The row as the interface gets it.
pub(crate) fn row(row: RowView) -> UserRow {
    UserRow {
        colour: colour(row.id.as_str()),
        initials: initials(&row.name),
        role: row.role.as_str().to_owned(),
        role_title: row.role.to_string(),
        role_was: row.role_was.map(|role| role.to_string()),
        workspace_count: row.workspace_count,
        workspaces: row.workspaces,
        state: row_state(row.state),
        expires_at: row.expires_at.map(|at| at.to_string()),
        last_active: match row.last_active {
            LastActive::At(at) => Some(at.to_string()),
            LastActive::Never | LastActive::NotReported => None,
        },
        never_active: row.last_active == LastActive::Never,
        created: row.created.map(|at| at.to_string()),
        intent: row.intent.map(Intent::as_str).map(str::to_owned),
        has_picture: row.has_picture,
        presence: presence(row.presence),
        id: row.id.as_str().to_owned(),
        name: row.name,
        email: row.email,
    }
}

/// Whether it is on the server and is to stay, in the interface's words.
pub(crate) fn presence(presence: cache::Presence) -> Presence {
    match presence {
        cache::Presence::Here => Presence::Here,
        cache::Presence::Adding => Presence::Adding,
        cache::Presence::Leaving => Presence::Leaving,
    }
}

/// A number as the interface counts: what passes four billion stops there.
pub(crate) fn count(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}
