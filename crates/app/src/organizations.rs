//! Lists the organizations of this profile.

use crate::view::OrganizationCard;
use crate::{App, Failure};

impl App {
    /// The organizations of this profile, by name, and those of this session.
    ///
    /// # Errors
    /// `home_unusable` when the profile folder can't be read.
    pub async fn organizations(&self) -> Result<Vec<OrganizationCard>, Failure> {
        todo!()
    }
}
