//! The commands, one file per group: read what was asked, call the use case, answer.

pub(crate) mod access;
pub(crate) mod billing;
pub(crate) mod can;
pub(crate) mod connect;
pub(crate) mod doctor;
mod intent;
pub(crate) mod invitations;
pub(crate) mod invoices;
pub(crate) mod journal;
pub(crate) mod manual;
pub(crate) mod organization;
pub(crate) mod organizations;
pub(crate) mod outbox;
mod remembering;
pub(crate) mod remove_organization;
mod settings;
pub(crate) mod sign_in;
mod stated;
pub(crate) mod sync;
pub(crate) mod told;
pub(crate) mod users;
pub(crate) mod whoami;
pub(crate) mod workspaces;
