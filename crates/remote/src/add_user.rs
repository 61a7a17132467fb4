//! Adding a user, and finding the one whom an addition without an answer may have added.

use std::collections::BTreeSet;

use http::Method;
use rollcall_language::say;
use rollcall_model::{Found, MutationId, Role, Standing, User, UserChange, UserId, same_user_name};
use rollcall_scim::{request, wire};
use rollcall_sync::{Answered, LookedUp, PageAt, RemoteError, SendOutcome, Trust, Which};

use crate::ask::{Ask, unreadable};
use crate::http_remote::HttpRemote;
use crate::map::{self, Declared};
use crate::send::outcome;

impl HttpRemote {
    /// The user is ours by the mutation's id, which goes along as `externalId`. A server that answers
    /// without the user is asked who that is.
    pub(crate) async fn add_user(
        &self,
        mutation: MutationId,
        user_name: &str,
        display_name: &str,
        role: Role,
    ) -> SendOutcome {
        let body = request::new_user(
            user_name,
            display_name,
            role.as_str(),
            &mutation.to_string(),
        );
        let url = match self.url(&["Users"]) {
            Ok(url) => url,
            Err(error) => return outcome(error),
        };
        let ask = Ask::with_body(Method::POST, url, body).once(mutation);
        match self.ask(ask).await {
            Ok(answer) => match self.user_of(&answer) {
                Ok(Some(user)) => SendOutcome::Applied {
                    answered: Some(Answered::User(Box::new(user))),
                },
                Ok(None) => SendOutcome::Unknown(RemoteError::Malformed {
                    what: say!("faults-user-without-id"),
                }),
                Err(error) => SendOutcome::Unknown(error),
            },
            // Nobody was there to be missing: the endpoint is.
            Err(RemoteError::Refused {
                status: 404 | 410,
                reason,
            }) => SendOutcome::Rejected { reason },
            Err(error) => outcome(error),
        }
    }

    /// Looks for the user of an addition: by our mark, then by the address.
    pub(crate) async fn find_added(
        &self,
        addition: &UserChange,
        mark: MutationId,
        user_name: &str,
    ) -> Result<LookedUp, RemoteError> {
        let is_it = |user: &User| {
            same_user_name(&user.user_name, user_name)
                || addition.judge(&addition.found_in(user)) == Standing::Done
        };
        let found = if self.known().filter {
            let mark = request::equals("externalId", &mark.to_string());
            let marked = self.users_where(&mark).await?.unwrap_or_default();
            match marked.into_iter().find(|user| is_it(user)) {
                Some(user) => Some(user),
                None => self.find_by_name(user_name).await?,
            }
        } else {
            self.find_by_walking(is_it).await?
        };
        Ok(match found {
            None => LookedUp {
                found: Found::Gone,
                answered: None,
            },
            Some(user) => LookedUp {
                found: addition.found_in(&user),
                answered: Some(Answered::User(Box::new(user))),
            },
        })
    }

    /// The user with this name. A filter that finds nobody is believed only where it was seen to find
    /// somebody: nobody is added twice because a server ignores what it is asked.
    async fn find_by_name(&self, user_name: &str) -> Result<Option<User>, RemoteError> {
        let is_it = |user: &User| same_user_name(&user.user_name, user_name);
        if self.user_name_filter_holds().await?
            && let Some(named) = self
                .users_where(&request::equals("userName", user_name))
                .await?
        {
            return Ok(named.into_iter().find(is_it));
        }
        self.find_by_walking(is_it).await
    }

    /// Tries the filter once on a known answer: the first user of the list.
    async fn user_name_filter_holds(&self) -> Result<bool, RemoteError> {
        match self.known().filter_user_name {
            Trust::Holds => return Ok(true),
            Trust::Fails => return Ok(false),
            Trust::Unknown => {}
        }
        let page = self.read_users(Which::All, &PageAt::Start).await?;
        let Some(known) = page.users.iter().find(|user| !user.user_name.is_empty()) else {
            return Ok(false);
        };
        let found = self
            .users_where(&request::equals("userName", &known.user_name))
            .await?
            .unwrap_or_default();
        let ids: Vec<&UserId> = found.iter().map(|user| &user.id).collect();
        let holds = ids == [&known.id];
        self.learn(|facts| {
            facts.filter_user_name = if holds { Trust::Holds } else { Trust::Fails };
        });
        Ok(holds)
    }

    /// The users who answer a filter, as the server understands it; `None` where it refuses the filter.
    async fn users_where(&self, filter: &str) -> Result<Option<Vec<User>>, RemoteError> {
        let url = self.url_with(&["Users"], &[("filter", filter)])?;
        let answer = match self.ask(Ask::get(url)).await {
            Err(RemoteError::Refused { .. }) => return Ok(None),
            answer => answer?,
        };
        let text = answer.text();
        let page = wire::users(&text).map_err(unreadable)?;
        let declared = Declared::in_users(&self.known());
        let readable = page.resources.into_iter().flatten();
        Ok(Some(
            readable.map(|user| map::user(&user, declared)).collect(),
        ))
    }

    /// Looks through everybody, until a page brings nobody new.
    async fn find_by_walking(
        &self,
        is_it: impl Fn(&User) -> bool,
    ) -> Result<Option<User>, RemoteError> {
        let mut seen = BTreeSet::new();
        let mut at = PageAt::Start;
        loop {
            let page = self.read_users(Which::All, &at).await?;
            let before = seen.len();
            for user in page.users {
                if is_it(&user) {
                    return Ok(Some(user));
                }
                seen.insert(user.id);
            }
            match page.next.filter(|_| seen.len() > before) {
                Some(next) => at = next,
                None => return Ok(None),
            }
        }
    }
}
