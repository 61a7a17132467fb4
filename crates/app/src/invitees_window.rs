//! Answers the preview of a list: what becomes of each line, by windows of rows.

use rollcall_model::{ConnectionId, Role};

use crate::addition::Permits;
use crate::row::count;
use crate::users_window::MOST_ROWS;
use crate::view::{Fate, InviteesWindow};
use crate::{App, Failure};

impl App {
    /// The lines from `offset` on, `limit` at most (1,000 are the most that are given), if those
    /// without a role of their own get `role`; with `only`, those that come to this end.
    ///
    /// # Errors
    /// `list_gone`; `denied` to a role that may not see users; else as [`App::session`].
    pub async fn invitees_window(
        &self,
        organization: ConnectionId,
        list: u32,
        role: Role,
        only: Option<Fate>,
        offset: u32,
        limit: u32,
    ) -> Result<InviteesWindow, Failure> {
        let open = self.organization(organization).await?;
        open.may_view_users()?;
        let list = self.inner.invitees.get(organization, list)?;
        let permits = Permits::ask(&open.judge()?)?;
        let people = list.people.iter().zip(list.fates(role, &permits));
        let matching: Vec<_> = people
            .filter(|(_, fate)| only.is_none_or(|only| *fate == only))
            .collect();
        Ok(InviteesWindow {
            total: count(matching.len()),
            offset,
            counts: list.counts(role, &permits),
            rows: matching
                .into_iter()
                .skip(offset as usize)
                .take(limit.min(MOST_ROWS) as usize)
                .map(|(person, fate)| person.row(role, &permits, fate))
                .collect(),
        })
    }
}
