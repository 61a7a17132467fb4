//! The ledger: outbox, journal, settings and saved views. Primary: every commit is durable before it returns.

mod cancel;
mod chain;
mod columns;
mod edit;
mod hold;
mod journal;
mod mutation;
mod outbox;
mod reorder;
mod salvage;
mod sending;
mod setting;
mod told;
mod view;

use std::sync::Arc;

pub use self::cancel::{Replaced, TakenBack};
pub use self::chain::{
    BrokenLine, ChainWalk, InvalidSeal, JournalLine, LineHash, Seal, Wrong, written_as,
};
pub use self::edit::Edit;
pub use self::journal::{Searched, Verified};
pub use self::mutation::{Enqueued, NewMutation, Operation};
pub use self::outbox::Standing;
pub use self::salvage::Salvaged;
pub use self::sending::{Ended, Marked};
pub use self::setting::Setting;
pub use self::told::{Said, Told};
pub use self::view::{StoredView, ViewKept};
use crate::connection::Durability;
use crate::migrate::Migration;
use crate::store::{Kind, LookedAt, Store, check_path};
use crate::{Key, Location, Mode, OpenError, Opened, Recovery};

/// The ledger of one organization. Cloning is cheap and shares it. Writes block until they are on the
/// disk.
#[derive(Clone)]
pub struct Ledger(Arc<Store>);

const KIND: Kind = Kind {
    file: "ledger.db",
    durability: Durability::EveryCommit,
    // It is small, and a page that can't be read must be found before anything is written beside it.
    looked_at: LookedAt::Whole,
    // Frozen: a change of schema is a further step.
    migrations: &[
        Migration {
            name: "2026-11-22 first schema",
            sql: include_str!("2026-11-22-first.sql"),
        },
        Migration {
            name: "2026-11-25 saved views",
            sql: include_str!("2026-11-25-saved-views.sql"),
        },
        Migration {
            name: "2026-11-25 changes to whole users",
            sql: include_str!("2026-11-25-changes-to-whole-users.sql"),
        },
        Migration {
            name: "2026-11-25 changes to every resource",
            sql: include_str!("2026-11-25-changes-to-every-resource.sql"),
        },
        Migration {
            name: "2026-11-25 how a change was put to people",
            sql: include_str!("2026-11-25-said.sql"),
        },
        Migration {
            name: "2026-11-25 held changes",
            sql: include_str!("2026-11-25-held-changes.sql"),
        },
        Migration {
            name: "2026-11-25 dropped changes",
            sql: include_str!("2026-11-25-dropped-changes.sql"),
        },
        Migration {
            name: "2026-11-25 moved changes",
            sql: include_str!("2026-11-25-moved-changes.sql"),
        },
    ],
};

impl Ledger {
    /// Opens the ledger, or makes it. For a writer, a damaged one is copied aside, and what can be read
    /// is carried over; one that was there before and is gone is begun anew, which is said. What was being
    /// sent is left for [`Ledger::recover`].
    ///
    /// # Errors
    /// When the folder can't be used, the key is another, a newer version wrote the file, the disk is full
    /// or fails, or nothing in a damaged file can be read. The file is untouched then.
    pub fn open(location: &Location, key: &Key, mode: Mode) -> Result<Opened<Self>, OpenError> {
        let path = location.file(KIND.file);
        if let (Some(path), Mode::Writer) = (&path, mode) {
            salvage::put_in_place(path)?;
        }
        let gone = path.is_some_and(|path| !path.exists() && check_path(&path).exists());
        let (store, recovery) = match Store::open(location, key, &KIND) {
            Ok(store) if gone => (store, Recovery::BegunAnew),
            Ok(store) => (store, Recovery::None),
            Err(OpenError::Damaged { path, source }) if mode == Mode::Writer => {
                tracing::warn!(error = %source, "the ledger is damaged");
                let (copy, rows) = salvage::salvage(&path, key, source)?;
                (
                    Store::open(location, key, &KIND)?,
                    Recovery::Salvaged { copy, rows },
                )
            }
            Err(error) => return Err(error),
        };
        Ok(Opened {
            store: Self(Arc::new(store)),
            recovery,
        })
    }
}
