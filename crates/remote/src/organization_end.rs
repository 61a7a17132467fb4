//! Ending the subscription, or the organization: asked once each, since nothing that a person typed to
//! confirm is ever repeated.

use http::Method;
use rollcall_model::Organization;
use rollcall_scim::request;
use rollcall_sync::{Answered, Renewal, SendOutcome};

use crate::ask::Ask;
use crate::http_remote::HttpRemote;
use crate::organization::organization_of;
use crate::send::outcome;

impl HttpRemote {
    /// Sets the status that leads there.
    pub(crate) async fn write_renewal(
        &self,
        known: &Organization,
        renewal: Renewal,
    ) -> SendOutcome {
        let status = match renewal {
            Renewal::Ends => "cancelling",
            Renewal::GoesOn => "active",
        };
        let url = match self.url(&["Organizations", known.id.as_str()]) {
            Ok(url) => url,
            Err(error) => return outcome(error),
        };
        let body = request::set_attribute("subscription.status", Some(status.into()));
        let ask = Ask::with_body(Method::PATCH, url, body).if_match(known.version.as_ref());
        match self.ask(ask).await {
            // Nothing in the answer is what was asked for: where it stands is read.
            Ok(answer) if answer.body.is_empty() => SendOutcome::Applied { answered: None },
            Ok(answer) => match organization_of(&answer) {
                Ok(now) => SendOutcome::Applied {
                    answered: now.map(|now| Answered::Organization(Box::new(now))),
                },
                Err(error) => SendOutcome::Unknown(error),
            },
            Err(error) => outcome(error),
        }
    }

    /// Deletes it.
    pub(crate) async fn delete_this_organization(&self, known: &Organization) -> SendOutcome {
        match self.url(&["Organizations", known.id.as_str()]) {
            Ok(url) => {
                let ask = Ask::delete(url).if_match(known.version.as_ref());
                self.write_unanswered(ask).await
            }
            Err(error) => outcome(error),
        }
    }
}
