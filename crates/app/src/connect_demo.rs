//! Opens the demo organization, or opens it as another role.

use rollcall_model::{ConnectionId, Role, Token};
use rollcall_sync::BaseUrl;

use crate::home::Profile;
use crate::mark::colour;
use crate::view::{Keep, OrganizationCard};
use crate::{App, Failure};

impl App {
    /// Opens the demo organization, which lives in memory as long as the program. Asked for again, it
    /// is opened anew with the other token.
    ///
    /// # Errors
    /// As [`App::connect`].
    pub async fn connect_demo(
        &self,
        url: &str,
        token: &str,
        role: Role,
    ) -> Result<OrganizationCard, Failure> {
        let (url, token) = (BaseUrl::parse(url)?, Token::parse(token)?);
        self.try_out(&url, &token).await?;
        let id = ConnectionId::random();
        if let Some(before) = self.set_demo(id) {
            self.shut(before).await;
        }
        let name = "Demo organization".to_owned();
        let profile = Profile::new(
            name,
            url.as_str().to_owned(),
            colour(url.as_str()),
            Keep::Session,
        );
        self.keep(id, profile.clone(), token).await?;
        Ok(OrganizationCard {
            role: Some(role.title().to_owned()),
            ..self.card(id, profile)
        })
    }
}
