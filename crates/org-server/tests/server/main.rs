//! The server over real HTTP, held to what the RFCs and the policy say.

#![expect(
    clippy::unwrap_used,
    reason = "a test that can't go on fails where it stands"
)]

mod accept_page;
mod audit;
mod bad_input;
mod bulk;
mod concurrency;
mod conditions;
mod delta;
mod discovery;
mod groups;
mod idempotency;
mod invitations;
mod invoices;
mod lists;
mod mail;
mod operator;
mod organization;
mod organization_delete;
mod organization_edit;
mod paging;
mod peer;
mod policy;
mod program;
mod seats;
mod subscription;
mod support;
mod users;
mod without_sockets;
