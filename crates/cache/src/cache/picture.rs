//! Users' pictures, fetched once and kept encrypted.

use rollcall_language::say;
use rollcall_model::{Timestamp, UserId};
use rusqlite::{OptionalExtension, params};

use super::{Cache, Picture};
use crate::StoreError;

impl Cache {
    /// A user's picture.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn picture(&self, user: &UserId) -> Result<Option<Picture>, StoreError> {
        self.0.store.read(
            || say!("faults-try-read-picture"),
            |connection| {
                Ok(connection
                    .prepare_cached("SELECT source, bytes FROM pictures WHERE user = ?1")?
                    .query_row([user.as_str()], |row| {
                        Ok(Picture {
                            source: row.get(0)?,
                            bytes: row.get(1)?,
                        })
                    })
                    .optional()?)
            },
        )
    }

    /// Keeps a user's picture, over what may have been kept.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn keep_picture(
        &self,
        user: &UserId,
        picture: &Picture,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.0.store.write(|| say!("faults-try-keep-picture"), |connection| {
            connection
                .prepare_cached(
                    "INSERT OR REPLACE INTO pictures (user, source, bytes, kept) VALUES (?1, ?2, ?3, ?4)",
                )?
                .execute(params![user.as_str(), picture.source, picture.bytes, now.as_microsecond()])?;
            Ok(())
        })
    }
}
