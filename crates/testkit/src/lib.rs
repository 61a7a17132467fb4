//! What tests share; a dev-dependency only.

#![expect(
    clippy::expect_used,
    reason = "a test that can't be set up fails, and says at what"
)]

mod certificates;
mod clock;
mod disk;
mod fake_remote;
mod network;
mod other_program;
mod people;
mod server;
mod system;

pub use clock::HeldClock;
pub use disk::{Disk, DiskFault, Lasts, Unsynced};
pub use fake_remote::{FakeRemote, FakeState, SendFault, WalkFault};
pub use network::{Fault, TestNetwork};
pub use other_program::{HeldFile, write_as_a_newer_version};
pub use people::{invoice, organization, people, workspaces};
pub use server::TestServer;
pub use system::owner_only;
