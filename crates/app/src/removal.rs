//! Shows what would go with an organization that is removed from this computer.

use rollcall_language::say;
use rollcall_model::ConnectionId;

use crate::home::Profile;
use crate::organization::Organization;
use crate::outbox::part;
use crate::row::count;
use crate::view::{Confirm, OutboxPart, RemovalView};
use crate::{App, Failure};

impl App {
    /// What would go. Nothing is asked of the server. An organization that can't be opened can be removed,
    /// too: then nobody knows what waits in it.
    ///
    /// # Errors
    /// `unknown_organization`; `held_by` when another program has it open.
    pub async fn removal(&self, organization: ConnectionId) -> Result<RemovalView, Failure> {
        let profile = self.known(organization)?;
        if profile.removing {
            // What waited was given up when it was begun.
            return Ok(RemovalView {
                name: profile.name,
                keep: profile.keep,
                changes: None,
                journal_lines: None,
                unread: None,
                confirm: None,
            });
        }
        match self.writer(organization).await {
            Ok(open) => would_go(&open),
            Err(failure) if failure.code == "held_by" => Err(failure),
            Err(failure) => Ok(RemovalView {
                confirm: Some(Confirm {
                    text: profile.name.clone(),
                    reason: say!("removal-untold"),
                }),
                name: profile.name,
                keep: profile.keep,
                changes: None,
                journal_lines: None,
                unread: Some(failure.message),
            }),
        }
    }

    /// What is known of an organization of this profile, or of this session.
    pub(crate) fn known(&self, id: ConnectionId) -> Result<Profile, Failure> {
        let mut here = self.session_profiles().into_iter();
        match here.find(|(known, _)| *known == id) {
            Some((_, profile)) => Ok(profile),
            None => self.home().profile(id),
        }
    }
}

/// What would go with an open one.
pub(crate) fn would_go(open: &Organization) -> Result<RemovalView, Failure> {
    let listed = open.ledger.listed()?;
    let lost = listed
        .iter()
        .filter(|mutation| part(mutation) != OutboxPart::Done);
    let changes = count(lost.count());
    let confirm = (changes > 0).then(|| Confirm {
        text: changes.to_string(),
        reason: say!("removal-changes", count = changes),
    });
    Ok(RemovalView {
        name: open.profile.name.clone(),
        keep: open.profile.keep,
        changes: Some(changes),
        journal_lines: Some(open.ledger.last_sequence()?),
        unread: None,
        confirm,
    })
}
