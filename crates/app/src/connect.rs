//! Connects an organization: the server is asked first, and only then is anything kept.

use std::sync::Arc;

use rollcall_cache::{Location, Mode, WriterLock};
use rollcall_language::say;
use rollcall_model::{ConnectionId, Token};
use rollcall_sync::{Actor, BaseUrl, Me, Remote, RemoteError, ServerFacts};

use crate::app::{Inner, blocking};
use crate::home::Profile;
use crate::mark::colour;
use crate::opening::{Files, open_in_memory};
use crate::view::{Connect, Keep, OrganizationCard};
use crate::{App, Failure};

/// The longest name that an organization can be given, in characters.
const LONGEST_NAME: usize = 100;

impl App {
    /// Connects an organization.
    ///
    /// # Errors
    /// On a field: `url_invalid`, `not_scim`, `redirected`, `already_connected` (`url`);
    /// `token_invalid`, `token_refused` (`token`); `name_invalid` (`name`). Else `offline_*`,
    /// `not_our_network`, `server_busy`, `server_failed`; `no_keychain`, `keychain_locked`,
    /// `keychain_denied`, `keychain_slow`, each with its cure, to be answered by another
    /// [`Keep`]; `key_file_unusable`; `home_unusable`. Nothing is kept then.
    pub async fn connect(&self, asked: Connect) -> Result<OrganizationCard, Failure> {
        let url = BaseUrl::parse(&asked.url)?;
        let token = Token::parse(&asked.token)?;
        let name = name(&asked.name, &url)?;
        let _one_at_a_time = self.inner.connecting.lock().await;
        let me = self.try_out(&url, &token).await?;
        self.refuse_twice(&url, &me).await?;
        let id = ConnectionId::random();
        let profile = Profile::new(
            name,
            url.as_str().to_owned(),
            colour(&id.to_string()),
            asked.keep,
        );
        self.keep(id, profile.clone(), token).await?;
        self.organization(id).await?;
        Ok(self.card(id, profile))
    }

    /// Asks the server whether it is one, and whether it takes this token.
    pub(crate) async fn try_out(&self, url: &BaseUrl, token: &Token) -> Result<Me, Failure> {
        let remote = self
            .inner
            .connector
            .connect(url, token, ServerFacts::default())?;
        try_remote(&*remote).await.map_err(|error| match error {
            RemoteError::Unauthorized => {
                Failure::new("token_refused", say!("connect-token-refused")).on_field("token")
            }
            other => other.into(),
        })
    }

    /// Keeps a new organization: the secrets and files first, its profile last, all or nothing.
    pub(crate) async fn keep(
        &self,
        id: ConnectionId,
        profile: Profile,
        token: Token,
    ) -> Result<(), Failure> {
        let inner = Arc::clone(&self.inner);
        if profile.keep == Keep::Session {
            let open = blocking(move || open_in_memory(&inner, id, profile, token)).await?;
            self.take_in(open);
            return Ok(());
        }
        blocking(move || {
            let keep = profile.keep;
            write(&inner, id, profile, &token).inspect_err(|_| {
                inner.credentials.forget(id, keep);
                inner.home.remove(id);
            })
        })
        .await
    }

    /// The same account of the same server is connected once.
    async fn refuse_twice(&self, url: &BaseUrl, me: &Me) -> Result<(), Failure> {
        let mut profiles = self.home().profiles()?;
        profiles.extend(self.session_profiles());
        for (id, profile) in profiles {
            if profile.base_url != url.as_str() || self.demo() == Some(id) {
                continue;
            }
            // One that can't be opened now is taken to be the same account.
            let there = match self.organization(id).await {
                Ok(open) => open.signed_in()?,
                Err(_) => Actor::NotAsked,
            };
            let another = match (&there, me) {
                (Actor::Known { id, .. }, Me::Known(user)) => *id != user.id,
                _ => false,
            };
            if !another {
                let message = say!("connect-already", name = profile.name);
                return Err(Failure::new("already_connected", message).on_field("url"));
            }
        }
        Ok(())
    }
}

async fn try_remote(remote: &dyn Remote) -> Result<Me, RemoteError> {
    remote.discover().await?;
    let me = remote.me().await?;
    if me == Me::Unknown {
        // A server that doesn't tell whose token it is still tells whether it takes it.
        remote.count_users().await?;
    }
    Ok(me)
}

fn write(
    inner: &Inner,
    id: ConnectionId,
    mut profile: Profile,
    token: &Token,
) -> Result<(), Failure> {
    let folder = inner.home.folder(id);
    // Nobody else knows this id yet; the lock keeps it so until everything is in place.
    let _lock = WriterLock::acquire(&folder, inner.program, &*inner.clock)
        .map_err(|error| crate::failure::lock_failure(&error))?;
    let key = inner.credentials.make_key(id, profile.keep)?;
    let files = Files::open(inner, id, &Location::Folder(folder), &key, Mode::Writer)?;
    if inner.credentials.keeps_tokens() {
        inner
            .credentials
            .keep_token(id, profile.keep, &files.ledger, token)?;
        profile.token_stored = true;
    }
    inner.home.write(id, &profile)
}

/// The name to show: the one given, else the server's host.
fn name(given: &str, url: &BaseUrl) -> Result<String, Failure> {
    let given = given.trim();
    if given.is_empty() {
        return Ok(url.host().to_owned());
    }
    if given.chars().any(char::is_control) || given.chars().count() > LONGEST_NAME {
        let message = say!("connect-name-invalid", most = LONGEST_NAME);
        return Err(Failure::new("name_invalid", message).on_field("name"));
    }
    Ok(given.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unnamed_organization_is_called_by_its_host() {
        let url = BaseUrl::parse("https://people.example.com/scim/v2").unwrap();
        assert_eq!(name("  ", &url).unwrap(), "people.example.com");
        assert_eq!(name(" Acme ", &url).unwrap(), "Acme");
        for bad in ["two\nlines", &"x".repeat(101)] {
            assert_eq!(name(bad, &url).unwrap_err().code, "name_invalid", "{bad:?}");
        }
    }
}
