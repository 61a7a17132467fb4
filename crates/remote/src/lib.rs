//! Sync's port over HTTP: SCIM as servers really speak it.
//!
//! Everything is sent through a [`Wire`], so that in a test or a simulator a server's router answers
//! without sockets. What a server can do is asked once, tried where its word isn't enough, and
//! remembered ([`rollcall_sync::ServerFacts`]). The token is in a request's header and nowhere else.

mod add_user;
mod answer;
mod ask;
mod connector;
mod create_workspace;
mod delta;
mod discover;
mod edit;
mod http_remote;
mod look;
mod map;
mod network;
mod network_error;
mod organization;
mod organization_end;
mod picture;
mod public_address;
mod retry_after;
mod send;
mod trust;
mod walk;
mod wire;

pub use connector::HttpConnector;
pub use wire::{BODY_LIMIT, Wire, WireError, wire_over};
