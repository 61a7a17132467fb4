//! What the server in memory reads out page by page: its lists, and what was logged since a token.

use rollcall_model::User;
use rollcall_sync::{DeltaPage, DeltaToken, PageAt, RemoteError};

use super::{FakeState, Logged, WalkFault};

impl FakeState {
    /// The user as this server tells of them.
    pub(super) fn told(&self, user: &User) -> User {
        let mut user = user.clone();
        if !self.facts.groups_on_users {
            user.workspaces.clear();
        }
        user
    }

    /// One page of a list: what is on it, and where the next is.
    pub(super) fn slice<T: Clone>(&self, all: &[T], at: &PageAt) -> (Vec<T>, Option<PageAt>, u64) {
        let start = match at {
            PageAt::Start => 0,
            PageAt::Index(start) => usize::try_from(start - 1).unwrap_or(usize::MAX),
            PageAt::Cursor(cursor) => cursor.parse().unwrap_or(usize::MAX),
        };
        let size = if self.page == 0 {
            all.len().max(1)
        } else {
            self.page
        };
        let total = all.len() as u64;
        let same_page = self.walk_fault == Some(WalkFault::SamePage);
        let from = if same_page { 0 } else { start.min(all.len()) };
        let end = (from + size).min(all.len());
        let mut page = all[from..end].to_vec();
        let more = same_page || end < all.len();
        let next = more.then(|| match self.facts.cursor {
            true => PageAt::Cursor(end.to_string()),
            false => PageAt::Index(start as u64 + size as u64 + 1),
        });
        let mut told_total = total;
        if start == size && !page.is_empty() {
            match self.walk_fault {
                Some(WalkFault::Hides) => drop(page.remove(0)),
                Some(WalkFault::HidesAndShrinks) => {
                    page.remove(0);
                    told_total -= 1;
                }
                Some(WalkFault::SamePage) | None => {}
            }
        }
        (page, next, told_total)
    }

    pub(super) fn token(&self) -> DeltaToken {
        DeltaToken(format!("since-{}", self.log.len()))
    }

    /// A page of what was logged since a token, as far as `now` says what has become of it: what it is,
    /// or the id of what is gone.
    pub(super) fn delta<T, Id>(
        &self,
        since: &DeltaToken,
        at: &PageAt,
        now: impl Fn(&Logged) -> Option<Result<T, Id>>,
    ) -> Result<DeltaPage<T, Id>, RemoteError> {
        let begin = match at {
            PageAt::Cursor(cursor) => cursor.parse().map_err(|_| RemoteError::CursorExpired)?,
            PageAt::Start | PageAt::Index(_) => self.since(since)?,
        };
        let told = self.log.iter().enumerate().skip(begin);
        let mut told: Vec<_> = told
            .filter_map(|(place, logged)| Some((place, now(logged)?)))
            .collect();
        let size = if self.page == 0 {
            told.len()
        } else {
            self.page
        };
        let next = told.get(size).map(|(place, _)| *place);
        told.truncate(size);
        let mut page = DeltaPage {
            changed: Vec::new(),
            deleted: Vec::new(),
            unreadable: Vec::new(),
            next: next.map(|place| PageAt::Cursor(place.to_string())),
            token: next.is_none().then(|| self.token()),
        };
        for (_, told) in told {
            match told {
                Ok(changed) => page.changed.push(changed),
                Err(deleted) => page.deleted.push(deleted),
            }
        }
        Ok(page)
    }

    pub(super) fn since(&self, token: &DeltaToken) -> Result<usize, RemoteError> {
        let place: Option<usize> = token
            .0
            .strip_prefix("since-")
            .and_then(|place| place.parse().ok());
        place
            .filter(|place| (self.oldest_token..=self.log.len()).contains(place))
            .ok_or(RemoteError::DeltaExpired)
    }
}
