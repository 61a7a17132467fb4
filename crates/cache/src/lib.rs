//! What an organization keeps on this machine: two encrypted SQLite files, and the search buffer.
//!
//! [`Cache`] holds the snapshot with the outbox laid over it; it is disposable. [`Ledger`] holds the
//! outbox, the journal, the settings and the saved views; it is primary, and every commit in it is durable. Nothing
//! relies on a transaction across the two. Times in both have microsecond resolution.

mod cache;
mod connection;
mod error;
mod fold;
mod in_memory;
mod key;
mod ledger;
mod location;
mod lock;
mod migrate;
mod query;
mod row;
mod spoken;
mod store;
mod system;
mod window;

pub use cache::{
    Access, Applied, Cache, Fact, FullRead, MembershipChange, OverlayTurn, Page, PageKey, Picture,
    Snapshot, Update, WorkspaceCount,
};
pub use error::{OpenError, StoreError};
pub use fold::fold;
pub use key::{InvalidKey, Key};
pub use ledger::{
    BrokenLine, ChainWalk, Edit, Ended, Enqueued, InvalidSeal, JournalLine, Ledger, LineHash,
    Marked, NewMutation, Operation, Replaced, Said, Salvaged, Seal, Searched, Setting, Standing,
    StoredView, TakenBack, Told, Verified, ViewKept, Wrong, written_as,
};
pub use location::{Location, Mode, Opened, Recovery};
pub use lock::{HeldBy, LockError, WriterLock};
pub use query::{Activity, Direction, Sort, UserQuery};
pub use row::{Presence, RowView, ShownUser, ShownWorkspace};
pub use spoken::Spoken;
pub use window::Window;
