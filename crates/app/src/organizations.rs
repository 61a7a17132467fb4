//! Lists the organizations of this profile.

use rollcall_model::ConnectionId;

use crate::home::Profile;
use crate::view::OrganizationCard;
use crate::{App, Failure};

impl App {
    /// The organizations of this profile, and those of this session, by name.
    ///
    /// # Errors
    /// `home_unusable` when the profile folder can't be read.
    pub async fn organizations(&self) -> Result<Vec<OrganizationCard>, Failure> {
        let mut profiles = self.home().profiles()?;
        profiles.extend(self.session_profiles());
        let mut cards: Vec<OrganizationCard> = profiles
            .into_iter()
            .map(|(id, profile)| self.card(id, profile))
            .collect();
        cards.sort_by_cached_key(|card| (card.demo, card.name.to_lowercase(), card.id.clone()));
        Ok(cards)
    }

    /// An organization as the switcher shows it. The role is known once it was opened.
    pub(crate) fn card(&self, id: ConnectionId, profile: Profile) -> OrganizationCard {
        OrganizationCard {
            id: id.to_string(),
            name: profile.name,
            url: profile.base_url,
            colour: profile.colour,
            role: self.opened(id).and_then(|open| open.role_title()),
            demo: self.demo() == Some(id),
        }
    }
}
