//! The cache's schema: two equal sets of tables, of which one is served while the other is filled.

use crate::Sort;
use crate::migrate::Migration;

/// One of the two sets of tables. A full read fills the one that isn't served, without any index but
/// the ids'; the indexes follow when all rows are there, and emptying it costs next to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    /// `users_a`, `workspaces_a`.
    A,
    /// `users_b`, `workspaces_b`.
    B,
}

impl Slot {
    /// The other one.
    pub(crate) fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }

    /// The letter in its tables' names.
    pub(crate) fn letter(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }

    /// A statement for this set: every `{s}` in it becomes the letter.
    pub(crate) fn sql(self, template: &str) -> String {
        template.replace("{s}", self.letter())
    }
}

/// Frozen: a change of schema is a further step.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "2026-11-22 first schema",
        sql: include_str!("2026-11-22-first.sql"),
    },
    Migration {
        name: "2026-11-25 sorted by added",
        sql: include_str!("2026-11-25-sorted-by-added.sql"),
    },
    Migration {
        name: "2026-11-25 whole users",
        sql: include_str!("2026-11-25-whole-users.sql"),
    },
    Migration {
        name: "2026-11-25 workspaces and the organization",
        sql: include_str!("2026-11-25-workspaces-and-the-organization.sql"),
    },
];

/// The indexes that a set needs from the moment it is served.
pub(crate) const CREATE_INDEXES: &str = "
    CREATE INDEX IF NOT EXISTS users_{s}_by_name ON users_{s} (name_key, id);
    CREATE INDEX IF NOT EXISTS users_{s}_admins ON users_{s} (name_key, id) WHERE role_rank = 0;";

/// The index of an order: unique to the row, and so walkable from any place.
pub(crate) struct OrderIndex {
    /// The name, `{s}` for the letter of the set.
    pub(crate) name: &'static str,
    /// The columns.
    pub(crate) columns: &'static [&'static str],
}

/// The index of an order. That by name is made with the set; the others cost a tenth of a full read
/// each, for pages that few ask for, and are made when the first one does.
pub(crate) fn order_index(sort: Sort) -> OrderIndex {
    let (name, columns): (_, &[_]) = match sort {
        Sort::Name => ("users_{s}_by_name", &["name_key", "id"]),
        Sort::Email => ("users_{s}_by_email", &["email_key", "name_key", "id"]),
        Sort::Role => ("users_{s}_by_role", &["role_rank", "name_key", "id"]),
        Sort::Workspaces => (
            "users_{s}_by_workspaces",
            &["workspace_count", "name_key", "id"],
        ),
        Sort::LastActive => (
            "users_{s}_by_last_active",
            &["last_active", "name_key", "id"],
        ),
        Sort::State => ("users_{s}_by_state", &["state", "name_key", "id"]),
        Sort::Added => ("users_{s}_by_added", &["added", "name_key", "id"]),
    };
    OrderIndex { name, columns }
}

impl OrderIndex {
    /// The statement that makes it.
    pub(crate) fn create(&self) -> String {
        format!(
            "CREATE INDEX IF NOT EXISTS {} ON users_{{s}} ({})",
            self.name,
            self.columns.join(", ")
        )
    }
}

/// Empties a set and takes its indexes away.
pub(crate) const CLEAR: &str = "
    DROP INDEX IF EXISTS users_{s}_by_name;
    DROP INDEX IF EXISTS users_{s}_admins;
    DROP INDEX IF EXISTS users_{s}_by_email;
    DROP INDEX IF EXISTS users_{s}_by_role;
    DROP INDEX IF EXISTS users_{s}_by_workspaces;
    DROP INDEX IF EXISTS users_{s}_by_last_active;
    DROP INDEX IF EXISTS users_{s}_by_state;
    DROP INDEX IF EXISTS users_{s}_by_added;
    DELETE FROM users_{s};
    DELETE FROM workspaces_{s};";

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    #[test]
    fn released_migrations_are_frozen() {
        let hashes: Vec<String> = MIGRATIONS
            .iter()
            .map(|step| {
                Sha256::digest(step.sql.as_bytes())
                    .iter()
                    .take(4)
                    .map(|byte| format!("{byte:02x}"))
                    .collect()
            })
            .collect();
        assert_eq!(
            hashes,
            ["df5f0ac3", "a4b76d18", "3298623f", "91284b27"],
            "a change of schema is a further step"
        );
    }
}
