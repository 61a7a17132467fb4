//! Lists, page by page, by cursor or by index, as far as servers can be followed.

use jiff::Timestamp;
use rollcall_model::UserId;
use rollcall_scim::wire::{self, PageWire};
use rollcall_sync::{
    IdsPage, Members, PageAt, RemoteError, ServerFacts, Trust, UsersPage, Which, WorkspacesPage,
};

use crate::ask::{Answer, Ask, unreadable};
use crate::http_remote::HttpRemote;
use crate::map::{self, Declared};
use crate::retry_after::server_time;

/// Resources on a page where the server announces no cap of its own.
const PAGE: u32 = 1_000;
/// The largest page that is asked for, whatever the server allows: about 6 MB.
const LARGEST_PAGE: u32 = 5_000;

impl HttpRemote {
    pub(crate) async fn read_users(
        &self,
        which: Which,
        at: &PageAt,
    ) -> Result<UsersPage, RemoteError> {
        let filter = match which {
            Which::All => None,
            Which::ModifiedSince(since) => {
                if !self.last_modified_filter_holds().await? {
                    return Err(RemoteError::NotOffered);
                }
                Some(modified_since(since))
            }
        };
        let parameters: Vec<(&str, &str)> = filter
            .as_deref()
            .map(|filter| ("filter", filter))
            .into_iter()
            .collect();
        let answer = self.page("Users", &parameters, at).await?;
        let text = answer.text();
        let page = wire::users(&text).map_err(unreadable)?;
        let next = self.next(&page, at);
        let declared = Declared::in_users(&self.known());
        let mut users = Vec::with_capacity(page.resources.len());
        let mut unreadable = Vec::new();
        for resource in page.resources {
            match resource {
                Ok(user) => users.push(map::user(&user, declared)),
                Err(broken) => unreadable.push(map::broken(broken)),
            }
        }
        if users.iter().any(|user| !user.workspaces.is_empty()) {
            self.learn(|facts| facts.groups_on_users = true);
        }
        Ok(UsersPage {
            users,
            unreadable,
            total: page.total,
            next,
            server_time: server_time(&answer.headers),
        })
    }

    pub(crate) async fn read_ids(&self, at: &PageAt) -> Result<IdsPage, RemoteError> {
        let answer = self.page("Users", &[("attributes", "id")], at).await?;
        let text = answer.text();
        let page = wire::users(&text).map_err(unreadable)?;
        let next = self.next(&page, at);
        let ids = page
            .resources
            .into_iter()
            .filter_map(|resource| match resource {
                Ok(user) => Some(UserId::new(user.id.as_ref())),
                // One that can't be read is there all the same.
                Err(broken) => broken.id.map(UserId::new),
            });
        Ok(IdsPage {
            ids: ids.collect(),
            total: page.total,
            next,
        })
    }

    /// How many users there are, or how many answer a filter.
    pub(crate) async fn read_count(
        &self,
        filter: Option<&str>,
    ) -> Result<Option<u64>, RemoteError> {
        let mut parameters = vec![("count", "0"), ("attributes", "id")];
        parameters.extend(filter.map(|filter| ("filter", filter)));
        let asked = self
            .ask(Ask::get(self.url_with(&["Users"], &parameters)?))
            .await;
        let answer = match asked {
            Err(RemoteError::Refused { status: 400, .. } | RemoteError::Server { .. })
                if filter.is_none() =>
            {
                // A count of 0, or any, can be too much; what a page says will do.
                self.ask(Ask::get(self.url_with(&["Users"], &[])?)).await?
            }
            asked => asked?,
        };
        let text = answer.text();
        Ok(wire::users(&text).map_err(unreadable)?.total)
    }

    pub(crate) async fn read_workspaces(
        &self,
        members: Members,
        at: &PageAt,
    ) -> Result<WorkspacesPage, RemoteError> {
        let parameters: &[(&str, &str)] = match members {
            Members::LeftOut => &[("excludedAttributes", "members")],
            Members::Included => &[],
        };
        let answer = self.page("Groups", parameters, at).await?;
        let text = answer.text();
        let page = wire::groups(&text).map_err(unreadable)?;
        let next = self.next(&page, at);
        let mut workspaces = Vec::with_capacity(page.resources.len());
        let mut unreadable = Vec::new();
        for resource in page.resources {
            match resource {
                Ok(group) => workspaces.push(map::workspace(&group)),
                Err(broken) => unreadable.push(map::broken(broken)),
            }
        }
        Ok(WorkspacesPage {
            workspaces,
            unreadable,
            total: page.total,
            next,
        })
    }

    /// Asks for one page. A server that fails because of `count` is asked without it, from then on.
    pub(crate) async fn page(
        &self,
        endpoint: &str,
        parameters: &[(&str, &str)],
        at: &PageAt,
    ) -> Result<Answer, RemoteError> {
        let facts = self.known();
        let asked = self.ask_page(endpoint, parameters, at, &facts).await;
        let count_may_be_why = *at == PageAt::Start && !facts.count_fails;
        match asked {
            Err(RemoteError::Refused { status: 400, .. } | RemoteError::Server { .. })
                if count_may_be_why =>
            {
                let without = ServerFacts {
                    count_fails: true,
                    ..facts
                };
                let answer = self.ask_page(endpoint, parameters, at, &without).await?;
                self.learn(|facts| facts.count_fails = true);
                Ok(answer)
            }
            // Too old, or never known (RFC 9865, section 2.3): the walk goes on nowhere.
            Err(RemoteError::Refused {
                status: 400 | 404 | 410,
                ..
            }) if matches!(at, PageAt::Cursor(_)) => Err(RemoteError::CursorExpired),
            asked => asked,
        }
    }

    async fn ask_page(
        &self,
        endpoint: &str,
        parameters: &[(&str, &str)],
        at: &PageAt,
        facts: &ServerFacts,
    ) -> Result<Answer, RemoteError> {
        let place = match at {
            // `startIndex=1` is the default, and some servers count from 0: so it is left out.
            PageAt::Start if facts.cursor => Some(("cursor", String::new())),
            PageAt::Start => None,
            PageAt::Index(start) => Some(("startIndex", start.to_string())),
            PageAt::Cursor(cursor) => Some(("cursor", cursor.clone())),
        };
        let count = (!facts.count_fails).then(|| page_size(facts).to_string());
        let mut all = parameters.to_vec();
        all.extend(place.as_ref().map(|(name, value)| (*name, value.as_str())));
        all.extend(count.as_deref().map(|count| ("count", count)));
        self.ask(Ask::get(self.url_with(&[endpoint], &all)?)).await
    }

    /// Where the next page is. By index it begins after what was *received*, whatever was asked for.
    pub(crate) fn next<T>(&self, page: &PageWire<'_, T>, at: &PageAt) -> Option<PageAt> {
        if let Some(cursor) = &page.next_cursor {
            return Some(PageAt::Cursor(cursor.clone().into_owned()));
        }
        let received = page.resources.len() as u64;
        let start = match at {
            PageAt::Start => 1,
            PageAt::Index(start) => *start,
            PageAt::Cursor(_) => return None,
        };
        let more = received > 0 && page.total.is_none_or(|total| start + received <= total);
        if more && self.known().cursor {
            // Announced, and not done: the walk goes on by index.
            self.learn(|facts| facts.cursor = false);
        }
        more.then_some(PageAt::Index(start + received))
    }

    /// Tries the filter once on two known answers: everything since 1970, nothing since 9999.
    async fn last_modified_filter_holds(&self) -> Result<bool, RemoteError> {
        let facts = self.known();
        match facts.filter_last_modified {
            Trust::Holds => return Ok(true),
            Trust::Fails => return Ok(false),
            Trust::Unknown if !facts.filter => return Ok(false),
            Trust::Unknown => {}
        }
        let Some(all) = self.read_count(None).await?.filter(|total| *total > 0) else {
            return Ok(false);
        };
        let since_ever = self
            .read_count(Some(r#"meta.lastModified ge "1970-01-01T00:00:00Z""#))
            .await;
        let never = self
            .read_count(Some(r#"meta.lastModified ge "9999-01-01T00:00:00Z""#))
            .await;
        let holds = match (since_ever, never) {
            (Ok(since_ever), Ok(never)) => since_ever == Some(all) && never == Some(0),
            (Err(error), _) | (_, Err(error)) if !error.is_permanent() => return Err(error),
            _ => false,
        };
        self.learn(|facts| {
            facts.filter_last_modified = if holds { Trust::Holds } else { Trust::Fails }
        });
        Ok(holds)
    }
}

fn modified_since(since: Timestamp) -> String {
    // Whole seconds, rounded down: some servers keep no finer times, some can't read them.
    let seconds = Timestamp::from_second(since.as_second()).unwrap_or(since);
    format!(r#"meta.lastModified ge "{seconds}""#)
}

fn page_size(facts: &ServerFacts) -> u32 {
    facts
        .page_cap
        .map_or(PAGE, |cap| cap.clamp(1, LARGEST_PAGE))
}
