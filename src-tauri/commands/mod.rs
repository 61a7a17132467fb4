//! What the page can ask for: each command unpacks, calls one use case, and answers.

pub(crate) mod additions;
pub(crate) mod billing;
pub(crate) mod demo;
pub(crate) mod export;
pub(crate) mod journal;
pub(crate) mod organization;
pub(crate) mod organizations;
pub(crate) mod outbox;
pub(crate) mod plans;
pub(crate) mod session;
pub(crate) mod users;
pub(crate) mod views;
pub(crate) mod workspaces;
