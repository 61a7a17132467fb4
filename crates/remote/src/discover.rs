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
        let mut declared = self.declared_schemas().await?;
        declared.resource_types(&self.declared_types().await?);
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
            facts.schemas = declared.schemas;
            facts.resource_types = declared.types;
            facts.user_attributes = declared.user_attributes;
        });
        Ok(self.known())
    }

    /// What `/Schemas` declares; nothing where there is none.
    async fn declared_schemas(&self) -> Result<Declared, RemoteError> {
        let mut declared = Declared::default();
        match self.ask(Ask::get(self.url(&["Schemas"])?)).await {
            Ok(answer) => {
                for schema in wire::schemas(&answer.text()).unwrap_or_default() {
                    if schema.id.eq_ignore_ascii_case(rollcall_scim::schema::USER) {
                        let attributes = schema.attributes.iter().flatten();
                        declared.user_attributes = attributes
                            .map(|attribute| attribute.name.clone().into_owned())
                            .collect();
                    }
                    declared.schemas.push(schema.id.into_owned());
                }
                Ok(declared)
            }
            Err(error) if is_missing(&error) => Ok(declared),
            Err(error) => Err(error),
        }
    }

    /// The text of `/ResourceTypes`; empty where there is none.
    async fn declared_types(&self) -> Result<String, RemoteError> {
        match self.ask(Ask::get(self.url(&["ResourceTypes"])?)).await {
            Ok(answer) => Ok(answer.text().into_owned()),
            Err(error) if is_missing(&error) => Ok(String::new()),
            Err(error) => Err(error),
        }
    }

    /// Whether the base URL is a SCIM service's at all: behind a wrong one every path is *not found*,
    /// which says nothing about a resource.
    ///
    /// # Errors
    /// When it isn't, or can't be asked.
    pub(crate) async fn answers(&self) -> Result<(), RemoteError> {
        match self
            .ask_plainly(Ask::get(self.url(&["ServiceProviderConfig"])?))
            .await
        {
            Ok(answer) => wire::server_config(&answer.text())
                .map(drop)
                .map_err(unreadable)
                .map_err(not_scim),
            Err(error) if is_missing(&error) => self.list_one_user().await.map_err(not_scim),
            Err(error) => Err(error),
        }
    }

    async fn list_one_user(&self) -> Result<(), RemoteError> {
        let answer = self
            .ask_plainly(Ask::get(self.url_with(&["Users"], &[("count", "1")])?))
            .await?;
        let text = answer.text();
        let page = wire::users(&text).map_err(unreadable)?;
        if page.total.is_none() && page.resources.is_empty() {
            return Err(RemoteError::NotScim);
        }
        Ok(())
    }
}

/// What a server declares of its resources.
#[derive(Default)]
struct Declared {
    schemas: Vec<String>,
    types: Vec<String>,
    user_attributes: Vec<String>,
}

impl Declared {
    /// Adds what the text of `/ResourceTypes` says. Its schemas count where `/Schemas` names none.
    fn resource_types(&mut self, text: &str) {
        let told = !self.schemas.is_empty();
        for kind in wire::resource_types(text).unwrap_or_default() {
            self.types.push(kind.name.into_owned());
            if !told {
                self.schemas.push(kind.schema.into_owned());
                let extensions = kind.extensions.into_iter().flatten();
                self.schemas
                    .extend(extensions.map(|added| added.schema.into_owned()));
            }
        }
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
