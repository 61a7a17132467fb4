//! The seeded simulator: schedules of work and faults, made from one number and played on virtual time
//! in one process, with the real engine, cache, policy and wire on one side and the real server on the
//! other. What must always hold is looked at after every step.
//!
//! Nothing of the product is changed for it. The faults are put in where the product takes its
//! surroundings from outside: the wire, the clock, the port to the server, the start and the end of a
//! process. So are the planted [`Bug`]s, by which it is tried whether a mistake would be found.

#![expect(
    clippy::expect_used,
    reason = "a simulation that can't be set up fails, and says at what"
)]

mod chance;
mod clock;
mod desk;
mod fault;
mod history;
mod network;
mod oracle;
mod outside;
mod planted;
mod play;
mod surroundings;
mod survey;
mod there;
mod violation;
mod watched;
mod wish;
mod witness;
mod world;

pub use planted::Bug;
pub use play::{Played, play};
pub use survey::{Survey, survey};
pub use violation::{Invariant, Violation};
