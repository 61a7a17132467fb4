//! Whoever takes a message: the mailbox in memory, a folder, or a mail server.

use std::path::PathBuf;

use lettre::{AsyncSmtpTransport, Tokio1Executor};

use super::{Delivery, Mailbox, Message, Post, Sender, folder, smtp};

/// Why a message did not go out, in words for an administrator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Undelivered {
    /// It never will.
    Refused(String),
    /// It may, later.
    Later(String),
    /// No message would, at the moment.
    Unreachable(String),
}

impl Undelivered {
    /// A message that no mail server would take.
    pub(super) fn unwritable() -> Self {
        Self::Refused("no address".to_owned())
    }
}

/// Takes messages, one after the other.
pub(super) enum Carrier {
    Mailbox(Mailbox),
    Folder(PathBuf, Sender),
    Smtp(AsyncSmtpTransport<Tokio1Executor>, Sender),
}

impl Carrier {
    /// The one that the operator chose, if any. A mail server is not spoken to before there is a
    /// message.
    pub(super) fn of(post: &Post) -> Result<Option<Self>, lettre::transport::smtp::Error> {
        let sender = || post.sender.clone();
        Ok(Some(match &post.terms.delivery {
            Delivery::None => return Ok(None),
            Delivery::Memory => Self::Mailbox(post.mailbox.clone()),
            Delivery::Folder(folder) => Self::Folder(folder.clone(), sender()),
            Delivery::Smtp(server) => Self::Smtp(server.transport(post.sender.domain())?, sender()),
        }))
    }

    /// Hands a message over. `name` is one that no other message has.
    pub(super) async fn take(&self, name: &str, message: &Message) -> Result<(), Undelivered> {
        match self {
            Self::Mailbox(mailbox) => {
                mailbox.put(message.clone());
                Ok(())
            }
            Self::Folder(folder, sender) => {
                let (folder, sender) = (folder.clone(), sender.clone());
                let (name, message) = (name.to_owned(), message.clone());
                let write = move || folder::put(&folder, &name, &message, &sender);
                match tokio::task::spawn_blocking(write).await {
                    Ok(written) => written,
                    Err(panicked) => Err(Undelivered::Later(panicked.to_string())),
                }
            }
            Self::Smtp(transport, sender) => {
                let mime = message
                    .to_mime(sender)
                    .ok_or_else(Undelivered::unwritable)?;
                smtp::send(transport, mime).await
            }
        }
    }
}
