//! Invitations by e-mail: what a message says, and the ways in which one leaves the server.
//!
//! A write never sends: it leaves a row in `store::deliveries`, in the same transaction, and knocks.
//! The [`postman`] takes the row, writes the message with a fresh link, and hands it to a [`carrier`],
//! outside of any transaction. So a mail server that is slow or down holds up nobody, and what was
//! asked for before a crash goes out after the restart.

mod address;
mod carrier;
mod folder;
mod mailbox;
mod message;
pub(crate) mod postman;
mod smtp;

use std::path::PathBuf;

use jiff::SignedDuration;
use tokio::sync::Notify;

pub use address::{Sender, SenderError};
pub use mailbox::Mailbox;
pub use message::Message;
pub use smtp::{MailServer, MailServerError};

pub(crate) use address::recipient;

/// For how many days an invitation's link works, unless the operator says otherwise.
const DAYS: u16 = 7;

/// How messages leave the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// They don't: every invitation fails, and says which option to give.
    None,
    /// They are kept in memory, to be read by [`OrgServer::mailbox`](crate::OrgServer::mailbox).
    Memory,
    /// Each becomes a file of this folder, which is made when it is missing.
    Folder(PathBuf),
    /// A mail server takes them.
    Smtp(MailServer),
}

/// How invitations are sent, and for how long they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitations {
    /// How messages leave the server.
    pub delivery: Delivery,
    /// Whom they are from; `None` for `invitations@` and the public URL's host.
    pub sender: Option<Sender>,
    /// For how many days the link works; at least 1.
    pub days: u16,
}

impl Invitations {
    /// The usual terms, with this delivery.
    #[must_use]
    pub fn by(delivery: Delivery) -> Self {
        Self {
            delivery,
            sender: None,
            days: DAYS,
        }
    }
}

/// The server's post: what every write needs to know of it.
#[derive(Debug)]
pub(crate) struct Post {
    terms: Invitations,
    sender: Sender,
    mailbox: Mailbox,
    knock: Notify,
}

impl Post {
    pub(crate) fn new(terms: Invitations, public_url: &str) -> Self {
        let usual = || Sender::of_server(public_url);
        Self {
            sender: terms.sender.clone().unwrap_or_else(usual),
            terms,
            mailbox: Mailbox::default(),
            knock: Notify::new(),
        }
    }

    /// For how long an invitation's link works.
    pub(crate) fn lasts(&self) -> SignedDuration {
        SignedDuration::from_hours(i64::from(self.terms.days.max(1)) * 24)
    }

    /// Why this server can send nothing, if it can't.
    pub(crate) fn unable(&self) -> Option<&'static str> {
        (self.terms.delivery == Delivery::None).then_some(
            "This server sends no e-mail yet: its operator starts it with --smtp URL or --mail-dir \
             FOLDER.",
        )
    }

    /// The messages of [`Delivery::Memory`].
    pub(crate) fn mailbox(&self) -> &Mailbox {
        &self.mailbox
    }

    /// Says that something is to be sent. The postman then waits for the write that knocked to end.
    pub(crate) fn knock(&self) {
        self.knock.notify_one();
    }
}
