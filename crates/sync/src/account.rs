//! Whose changes the outbox holds: they are sent under no other account than they were queued under.

use rollcall_model::UserId;
use serde::{Deserialize, Serialize};

use crate::{CredentialMark, Pause};

/// An account of the one server that an organization's ledger belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Account {
    /// The user's id, where the server tells.
    pub(crate) user: Option<String>,
    /// The credential's mark.
    pub(crate) credential: String,
}

/// Whether the outbox is sent under an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Binding {
    /// It is that account's already, or nobody's: from now on it is.
    Bound,
    /// It isn't.
    Paused(Pause),
}

impl Account {
    pub(crate) fn new(user: Option<&UserId>, credential: &CredentialMark) -> Self {
        Self {
            user: user.map(|user| user.as_str().to_owned()),
            credential: credential.0.clone(),
        }
    }
}

/// What waits in an outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Waiting {
    Nothing,
    Something,
}

/// Judges who is signed in against who queued.
pub(crate) fn bind(queued_by: Option<&Account>, now: &Account, waiting: Waiting) -> Binding {
    let Some(queued_by) = queued_by else {
        return Binding::Bound;
    };
    if waiting == Waiting::Nothing {
        return Binding::Bound;
    }
    match (&queued_by.user, &now.user) {
        (Some(then), Some(now)) if then == now => Binding::Bound,
        (Some(then), Some(_)) => Binding::Paused(Pause::OtherUser {
            queued_by: UserId::new(then.as_str()),
        }),
        _ if queued_by.credential == now.credential => Binding::Bound,
        _ => Binding::Paused(Pause::UnknownUser),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(user: Option<&str>, credential: &str) -> Account {
        Account {
            user: user.map(str::to_owned),
            credential: credential.to_owned(),
        }
    }

    #[test]
    fn a_new_token_of_the_same_user_goes_on() {
        let then = account(Some("ada"), "old");
        assert_eq!(
            bind(
                Some(&then),
                &account(Some("ada"), "new"),
                Waiting::Something
            ),
            Binding::Bound
        );
    }

    #[test]
    fn another_user_never_sends_what_waits() {
        let then = account(Some("ada"), "old");
        let paused = Pause::OtherUser {
            queued_by: UserId::new("ada"),
        };
        assert_eq!(
            bind(
                Some(&then),
                &account(Some("grace"), "new"),
                Waiting::Something
            ),
            Binding::Paused(paused)
        );
        assert_eq!(
            bind(
                Some(&then),
                &account(Some("grace"), "new"),
                Waiting::Nothing
            ),
            Binding::Bound
        );
    }

    #[test]
    fn where_the_server_does_not_tell_a_new_token_asks() {
        let then = account(None, "old");
        assert_eq!(
            bind(Some(&then), &account(None, "old"), Waiting::Something),
            Binding::Bound
        );
        for now in [account(None, "new"), account(Some("ada"), "new")] {
            assert_eq!(
                bind(Some(&then), &now, Waiting::Something),
                Binding::Paused(Pause::UnknownUser),
                "{now:?}"
            );
        }
        let told = account(Some("ada"), "old");
        assert_eq!(
            bind(Some(&told), &account(None, "new"), Waiting::Something),
            Binding::Paused(Pause::UnknownUser)
        );
    }
}
