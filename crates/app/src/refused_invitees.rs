//! Writes the lines of a list that will not be added, to be mended and read again.

use std::io::{self, Write};
use std::path::Path;

use rollcall_model::{ConnectionId, Role};

use crate::addition::Permits;
use crate::export::unwritten;
use crate::invitee_list::InviteeList;
use crate::view::{Delimiter, Fate};
use crate::writing::{BYTE_ORDER_MARK, CsvWriter};
use crate::{App, Failure};

/// The columns: the first four are read again, the others are for a person.
const COLUMNS: [&str; 7] = [
    "email",
    "name",
    "role",
    "workspaces",
    "line",
    "field",
    "reason",
];

impl App {
    /// The refused lines as CSV, each as it was written, with its number, field and reason.
    ///
    /// # Errors
    /// `list_gone`; `denied` to a role that may not see users; else as [`App::session`].
    pub async fn refused_invitees(
        &self,
        organization: ConnectionId,
        list: u32,
        role: Role,
    ) -> Result<Vec<u8>, Failure> {
        let open = self.organization(organization).await?;
        open.may_view_users()?;
        let list = self.inner.invitees.get(organization, list)?;
        let permits = Permits::ask(&open.judge()?)?;
        let mut file = BYTE_ORDER_MARK.to_vec();
        write(&list, role, &permits, &mut file).map_err(|error| unwritten(&error))?;
        Ok(file)
    }

    /// Writes these lines into a file, which only its owner may read; answers its name. The file is
    /// there whole, or isn't.
    ///
    /// # Errors
    /// `export_failed` (`file`).
    pub fn save_refused(
        &self,
        organization: ConnectionId,
        lines: &[u8],
        path: &Path,
    ) -> Result<String, Failure> {
        self.write_whole(organization, lines, path)
    }
}

fn write(list: &InviteeList, role: Role, permits: &Permits, to: &mut impl Write) -> io::Result<()> {
    let mut csv = CsvWriter::new(to, Delimiter::Comma);
    csv.header(COLUMNS)?;
    for (person, fate) in list.people.iter().zip(list.fates(role, permits)) {
        let row = person.row(role, permits, fate);
        if row.fate != Fate::Added {
            let why = [row.field, row.reason].map(Option::unwrap_or_default);
            csv.row(person.written().iter().chain(&why))?;
        }
    }
    csv.flush()
}
