//! Shows the outbox: by user, what was, what is asked for, where it stands.

use rollcall_model::ConnectionId;

use crate::row::count;
use crate::view::{OutboxGroup, OutboxState, OutboxView};
use crate::{App, Failure};

impl App {
    /// Everything that isn't at rest.
    ///
    /// # Errors
    /// As [`App::session`].
    pub async fn outbox(&self, organization: ConnectionId) -> Result<OutboxView, Failure> {
        let open = self.organization(organization).await?;
        let mut groups: Vec<OutboxGroup> = Vec::new();
        for (user, entry) in open.listed()? {
            match groups.iter_mut().find(|group| group.user == user.as_str()) {
                Some(group) => group.entries.push(entry),
                None => {
                    let (name, email) = open.name_of(&user)?;
                    let user = user.as_str().to_owned();
                    groups.push(OutboxGroup {
                        user,
                        name,
                        email,
                        entries: vec![entry],
                    });
                }
            }
        }
        let states = || {
            groups
                .iter()
                .flat_map(|group| &group.entries)
                .map(|entry| entry.state)
        };
        Ok(OutboxView {
            waiting: count(states().filter(|state| is_waiting(*state)).count()),
            needs_you: count(states().filter(|state| needs_you(*state)).count()),
            groups,
        })
    }
}

fn is_waiting(state: OutboxState) -> bool {
    match state {
        OutboxState::Waiting
        | OutboxState::Sending
        | OutboxState::Blocked
        | OutboxState::Unknown => true,
        OutboxState::Done | OutboxState::Rejected | OutboxState::Conflict => false,
    }
}

fn needs_you(state: OutboxState) -> bool {
    matches!(state, OutboxState::Rejected | OutboxState::Conflict)
}
