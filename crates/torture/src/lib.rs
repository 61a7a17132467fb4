//! The killer: the real `rollcall-cli`, a process of its own each time, is asked for changes of every
//! kind, and most times killed at a random moment before it has answered. The server is real, too, on a
//! port of this machine, and now and then away. In the end its audit tells what was really done, the
//! ledger what was asked for and what became of it: nothing may be lost, and nothing doubled.
//!
//! The simulator drops a future at an await point; here the operating system ends a process between any
//! two instructions, with open files, locks and connections.

#![expect(
    clippy::expect_used,
    reason = "a torture that can't be set up fails, and says at what"
)]

mod desk;
mod effect;
mod errand;
mod ordeal;
mod reckoning;
mod toll;

pub use ordeal::Ordeal;
pub use toll::Toll;
