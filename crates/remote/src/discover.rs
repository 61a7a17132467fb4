//! Discovery: what the server says that it offers, asked once and remembered.

use rollcall_scim::wire;
use rollcall_sync::{RemoteError, ServerFacts};

use crate::ask::{Ask, unreadable};
use crate::http_remote::HttpRemote;

impl HttpRemote {
    /// Reads discovery, unless it is remembered. What the server fails at stays as it was known.
    pub(crate) async fn ask_what_is_offered(&self) -> Result<ServerFacts, RemoteError> {
        let known = self.known();
        if known.discovered && !known.discovered_in_part {
            return Ok(known);
        }
        let config = match self
            .ask(Ask::get(self.url(&["ServiceProviderConfig"])?))
            .await
        {
            Ok(answer) => Some(
                wire::server_config(&answer.text())
                    .map_err(unreadable)
                    .map_err(not_scim)?,
            ),
            // A server that tells nothing of itself is still one when it lists users.
            Err(error) if is_missing(&error) => {
                self.list_one_user().await.map_err(not_scim)?;
                nothing(&error)
            }
            Err(error) => return Err(not_scim(error)),
        };
        let schemas = self.declared("Schemas", Schemas::read).await?;
        let types = self.declared("ResourceTypes", Types::read).await?;
        self.learn(|facts| {
            facts.discovered = true;
            facts.discovered_in_part = config.is_none() || schemas.is_none() || types.is_none();
            if let Some(config) = config {
                let caps = [config.max_page, config.max_results].into_iter().flatten();
                let cap = caps.filter(|cap| *cap > 0).min();
                facts.cursor = config.cursor;
                facts.delta = config.delta;
                facts.filter = config.filter;
                facts.page_cap = cap.map(|cap| u32::try_from(cap).unwrap_or(u32::MAX));
            }
            if let Some(schemas) = schemas {
                facts.schemas = schemas.declared;
                facts.user_attributes = schemas.user_attributes;
            }
            if let Some(types) = types {
                facts.resource_types = types.names;
                // Where `/Schemas` names none, these do.
                if facts.schemas.is_empty() {
                    facts.schemas = types.schemas;
                }
            }
        });
        Ok(self.known())
    }

    /// What a part of discovery says, as `read` understands it; nothing where there is none, and `None` where
    /// the server failed at it.
    async fn declared<T: Default>(
        &self,
        part: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, RemoteError> {
        match self.ask(Ask::get(self.url(&[part])?)).await {
            Ok(answer) => Ok(read(&answer.text())),
            Err(error) if is_missing(&error) => Ok(nothing(&error)),
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

/// What `/Schemas` says.
#[derive(Default)]
struct Schemas {
    declared: Vec<String>,
    user_attributes: Vec<String>,
}

impl Schemas {
    fn read(text: &str) -> Option<Self> {
        let mut schemas = Self::default();
        for schema in wire::schemas(text).ok()? {
            if schema.id.eq_ignore_ascii_case(rollcall_scim::schema::USER) {
                let attributes = schema.attributes.iter().flatten();
                schemas.user_attributes = attributes
                    .map(|attribute| attribute.name.clone().into_owned())
                    .collect();
            }
            schemas.declared.push(schema.id.into_owned());
        }
        Some(schemas)
    }
}

/// What `/ResourceTypes` says.
#[derive(Default)]
struct Types {
    names: Vec<String>,
    /// Their schemas.
    schemas: Vec<String>,
}

impl Types {
    fn read(text: &str) -> Option<Self> {
        let mut types = Self::default();
        for kind in wire::resource_types(text).ok()? {
            types.names.push(kind.name.into_owned());
            types.schemas.push(kind.schema.into_owned());
            let extensions = kind.extensions.into_iter().flatten();
            let extensions = extensions.map(|added| added.schema.into_owned());
            types.schemas.extend(extensions);
        }
        Some(types)
    }
}

/// What a missing part of discovery tells: nothing. `None` for one that the server may have, and failed at.
fn nothing<T: Default>(error: &RemoteError) -> Option<T> {
    (!matches!(error, RemoteError::Server { .. })).then(T::default)
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
