//! Reads a list of people to be added, and keeps it until it is added, forgotten, or another is read.

use rollcall_model::ConnectionId;
use rollcall_policy::Action;

use crate::app::blocking;
use crate::invitee_list::Person;
use crate::invitees::Invitees;
use crate::row::count;
use crate::view::InviteesRead;
use crate::{App, Failure};

impl App {
    /// Reads a file or what was pasted, of whatever form; `delimiter` where a person named one. The
    /// list that was kept before is forgotten.
    ///
    /// # Errors
    /// `file_too_large`, `too_many_people`, `no_people`; `denied` to a role that may not see users;
    /// else as [`App::session`].
    pub async fn read_invitees(
        &self,
        organization: ConnectionId,
        bytes: Vec<u8>,
        delimiter: Option<u8>,
    ) -> Result<InviteesRead, Failure> {
        let open = self.organization(organization).await?;
        open.may_reach_users([Action::UsersAdd])?;
        // 10,000 addresses are looked up: not on a thread that answers the window.
        let app = self.clone();
        blocking(move || {
            let invitees = Invitees::read(&bytes, delimiter)?;
            let how = invitees.how.clone();
            let people = Person::all(&open, invitees)?;
            let list = app.inner.invitees.keep(organization, how, people);
            Ok(InviteesRead {
                id: list.id,
                total: count(list.people.len()),
                how: list.how.clone(),
            })
        })
        .await
    }

    /// Forgets a list: its dialog was closed. If it is being added, nobody more is.
    pub fn forget_invitees(&self, organization: ConnectionId, list: u32) {
        self.inner.invitees.forget(organization, list);
    }
}
