//! Opens the demo organization, or opens it as another role.

use rollcall_language::say;
use rollcall_model::{ConnectionId, Role, Token};
use rollcall_sync::BaseUrl;

use crate::home::Profile;
use crate::view::{Keep, OrganizationCard};
use crate::{App, Failure};

/// The colour of its mark: its address is another at every start, and says nothing.
const COLOUR: u8 = 5;

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
        let _one_at_a_time = self.inner.connecting.lock().await;
        self.try_out(&url, &token).await?;
        let id = ConnectionId::random();
        if let Some(before) = self.set_demo(id) {
            self.send_rest(before).await?;
            self.shut(before).await;
        }
        let name = say!("connect-demo");
        let profile = Profile::new(name, url.as_str().to_owned(), COLOUR, Keep::Session);
        self.keep(id, profile.clone(), token).await?;
        Ok(OrganizationCard {
            role: Some(role.title()),
            ..self.card(id, profile)
        })
    }

    /// What waits goes out now: its outbox goes when it is opened anew, and with it what waits for
    /// somebody's acceptance, or for a person's *Send*.
    async fn send_rest(&self, demo: ConnectionId) -> Result<(), Failure> {
        let Some(open) = self.opened(demo) else {
            return Ok(());
        };
        let waiting = open.ledger.open_mutations()?.into_iter();
        let ids: Vec<_> = waiting
            .filter(|mutation| mutation.is_waiting() && !mutation.is_held())
            .map(|mutation| mutation.id)
            .collect();
        if let Some(engine) = open.engine.as_ref().filter(|_| !ids.is_empty()) {
            engine.handle().send_now(None);
            self.wait_for_answer(&open, &ids).await?;
        }
        Ok(())
    }
}
