//! Messages that stay in memory, for a demo and for tests.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use super::Message;

/// How many messages are kept; the oldest make room.
const KEPT: usize = 500;

/// What was sent by [`Delivery::Memory`](super::Delivery::Memory). Clones are the same mailbox.
#[derive(Debug, Clone, Default)]
pub struct Mailbox(Arc<Inside>);

#[derive(Debug, Default)]
struct Inside {
    messages: Mutex<VecDeque<Message>>,
    arrived: Notify,
}

impl Mailbox {
    /// The messages, newest first.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        self.lock().iter().cloned().collect()
    }

    /// The newest message to this address that `wanted` accepts, once there is one.
    pub async fn newest(&self, to: &str, wanted: impl Fn(&Message) -> bool) -> Message {
        loop {
            // Made before looking: what arrives in between is not missed.
            let arrived = self.0.arrived.notified();
            let mut messages = self.messages().into_iter();
            if let Some(found) = messages.find(|message| message.to == to && wanted(message)) {
                return found;
            }
            arrived.await;
        }
    }

    pub(super) fn put(&self, message: Message) {
        let mut messages = self.lock();
        messages.truncate(KEPT - 1);
        messages.push_front(message);
        drop(messages);
        self.0.arrived.notify_waiters();
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Message>> {
        let messages = self.0.messages.lock();
        messages.unwrap_or_else(PoisonError::into_inner)
    }
}
