//! Discovery: what the server says that it offers, asked once and remembered.

use rollcall_scim::wire;
use rollcall_sync::{RemoteError, ServerFacts};

use crate::ask::{Ask, unreadable};
use crate::http_remote::HttpRemote;

impl HttpRemote {
    /// Reads discovery, unless it is remembered.
    pub(crate) async fn ask_what_is_offered(&self) -> Result<ServerFacts, RemoteError> {
        if self.known().discovered {
            return Ok(self.known());
        }
        let config = match self
            .ask(Ask::get(self.url(&["ServiceProviderConfig"])?))
            .await
        {
            Ok(answer) => wire::server_config(&answer.text())
                .map_err(unreadable)
                .map_err(not_scim)?,
            // A server that tells nothing of itself is still one when it lists users.
            Err(error) if is_missing(&error) => {
                self.list_one_user().await.map_err(not_scim)?;
                wire::ServerConfigWire::default()
            }
            Err(error) => return Err(not_scim(error)),
        };
        let schemas = self.declared_schemas().await?;
        let cap = [config.max_page, config.max_results]
            .into_iter()
            .flatten()
            .filter(|cap| *cap > 0)
            .min();
        self.learn(|facts| {
            facts.discovered = true;
            facts.cursor = config.cursor;
            facts.delta = config.delta;
            facts.filter = config.filter;
            facts.page_cap = cap.map(|cap| u32::try_from(cap).unwrap_or(u32::MAX));
            facts.schemas = schemas;
        });
        Ok(self.known())
    }

    /// The URNs of every declared schema: from `/Schemas`, and where there is none from
    /// `/ResourceTypes`. A server with neither declares nothing.
    async fn declared_schemas(&self) -> Result<Vec<String>, RemoteError> {
        match self.ask(Ask::get(self.url(&["Schemas"])?)).await {
            Ok(answer) => {
                let text = answer.text();
                let schemas = wire::schemas(&text).unwrap_or_default();
                if !schemas.is_empty() {
                    return Ok(schemas
                        .into_iter()
                        .map(|schema| schema.id.into_owned())
                        .collect());
                }
            }
            Err(error) if is_missing(&error) => {}
            Err(error) => return Err(error),
        }
        match self.ask(Ask::get(self.url(&["ResourceTypes"])?)).await {
            Ok(answer) => {
                let text = answer.text();
                let types = wire::resource_types(&text).unwrap_or_default();
                let urns = types.into_iter().flat_map(|kind| {
                    std::iter::once(kind.schema.into_owned())
                        .chain(
                            kind.extensions
                                .into_iter()
                                .flatten()
                                .map(|added| added.schema.into_owned()),
                        )
                        .collect::<Vec<String>>()
                });
                Ok(urns.collect())
            }
            Err(error) if is_missing(&error) => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    }

    async fn list_one_user(&self) -> Result<(), RemoteError> {
        let answer = self
            .ask(Ask::get(self.url_with(&["Users"], &[("count", "1")])?))
            .await?;
        let text = answer.text();
        let page = wire::users(&text).map_err(unreadable)?;
        if page.total.is_none() && page.resources.is_empty() {
            return Err(RemoteError::NotScim);
        }
        Ok(())
    }
}

/// Whether an endpoint isn't there, or isn't for this credential: everything else has to be said.
pub(crate) fn is_missing(error: &RemoteError) -> bool {
    matches!(
        error,
        RemoteError::Refused {
            status: 400 | 404 | 405 | 501,
            ..
        } | RemoteError::Forbidden { .. }
            | RemoteError::NotOffered
            | RemoteError::Server { .. }
    )
}

/// Before a server was ever understood, a page or a strange body means that the URL is wrong.
fn not_scim(error: RemoteError) -> RemoteError {
    match error {
        RemoteError::NotOurNetwork
        | RemoteError::Malformed { .. }
        | RemoteError::NotOffered
        | RemoteError::Refused { .. } => RemoteError::NotScim,
        error => error,
    }
}
