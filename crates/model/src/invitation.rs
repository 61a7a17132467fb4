//! The invitation: what stands between a user who was added and one who is active.

use jiff::Timestamp;

/// Where an invitation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InvitationStatus {
    /// Sent, its link not opened yet.
    Pending,
    /// The link was opened; the user is in.
    Accepted,
    /// The link is too old to be opened.
    Expired,
    /// The message could not be delivered.
    Failed,
}

impl InvitationStatus {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Accepted => "accepted",
            Self::Expired => "expired",
            Self::Failed => "failed",
        }
    }

    /// Reads a wire value; `None` for one that we don't know.
    #[must_use]
    pub fn from_wire(text: &str) -> Option<Self> {
        [Self::Pending, Self::Accepted, Self::Expired, Self::Failed]
            .into_iter()
            .find(|status| status.as_str() == text)
    }
}

/// An invitation as the server reports it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Where it stands.
    pub status: InvitationStatus,
    /// When the last message went out.
    pub sent_at: Option<Timestamp>,
    /// When its link stops working.
    pub expires_at: Option<Timestamp>,
    /// Why it could not be delivered, in the mail server's words.
    pub failure: Option<String>,
}
