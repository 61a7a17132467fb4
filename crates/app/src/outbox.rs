//! Shows the outbox: by user, what was, what is asked for, where it stands.

use std::collections::HashMap;

use rollcall_model::{ConnectionId, UserId};

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
        let mut places: HashMap<UserId, usize> = HashMap::new();
        let listed = open.listed()?;
        for (user, entry) in listed.entries {
            if let Some(place) = places.get(&user) {
                groups[*place].entries.push(entry);
                continue;
            }
            let (name, email) = listed.names.get(&user).cloned().unwrap_or_default();
            groups.push(OutboxGroup {
                user: user.as_str().to_owned(),
                name,
                email,
                entries: vec![entry],
            });
            places.insert(user, groups.len() - 1);
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
        OutboxState::WaitsForAcceptance
        | OutboxState::Done
        | OutboxState::Rejected
        | OutboxState::Conflict => false,
    }
}

fn needs_you(state: OutboxState) -> bool {
    matches!(state, OutboxState::Rejected | OutboxState::Conflict)
}
