//! Small texts that must survive with the outbox: the account it belongs to, the token beside a key file.

use rollcall_language::say;
use rusqlite::OptionalExtension;

use super::Ledger;
use crate::StoreError;

/// A named text that the ledger keeps, encrypted: the account binding, the token where a key file
/// replaces the keychain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Setting(&'static str);

impl Setting {
    /// Names a setting.
    #[must_use]
    pub const fn named(name: &'static str) -> Self {
        Self(name)
    }
}

impl Ledger {
    /// A setting.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn setting(&self, setting: Setting) -> Result<Option<String>, StoreError> {
        self.0.read(
            || say!("faults-try-read-setting"),
            |connection| {
                Ok(connection
                    .prepare_cached("SELECT value FROM settings WHERE name = ?1")?
                    .query_row([setting.0], |row| row.get(0))
                    .optional()?)
            },
        )
    }

    /// Sets a setting, or with `None` removes it.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn set(&self, setting: Setting, value: Option<&str>) -> Result<(), StoreError> {
        self.0.write(
            || say!("faults-try-keep-setting"),
            |connection| {
                match value {
                    Some(value) => connection
                        .prepare_cached(
                            "INSERT OR REPLACE INTO settings (name, value) VALUES (?1, ?2)",
                        )?
                        .execute([setting.0, value])?,
                    None => connection
                        .prepare_cached("DELETE FROM settings WHERE name = ?1")?
                        .execute([setting.0])?,
                };
                Ok(())
            },
        )
    }
}
