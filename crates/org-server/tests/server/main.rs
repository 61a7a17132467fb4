//! The server over real HTTP, held to what the RFCs and the policy say.

mod audit;
mod bad_input;
mod bulk;
mod concurrency;
mod conditions;
mod delta;
mod discovery;
mod groups;
mod idempotency;
mod lists;
mod policy;
mod program;
mod support;
mod users;
