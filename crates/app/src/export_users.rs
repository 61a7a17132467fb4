//! Exports every user of a view: to a file that is there whole or not at all, or to a stream.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

use rollcall_model::ConnectionId;

use crate::draft::Draft;
use crate::export::{unwritten, write};
use crate::view::{ExportProgress, ExportUsers, Exported, FileFormat};
use crate::{App, Failure};

/// As often is a list written again that changed meanwhile.
const TRIES: u32 = 3;

impl App {
    /// What a file with an export is called unless a person says otherwise: it has the date of the list.
    ///
    /// # Errors
    /// `denied` to a role that may not see users; else as [`App::session`].
    pub async fn export_name(
        &self,
        organization: ConnectionId,
        format: FileFormat,
    ) -> Result<String, Failure> {
        self.organization(organization).await?.may_view_users()?;
        let snapshot = self.session(organization).await?.snapshot;
        let ending = match format {
            FileFormat::Csv { .. } => "csv",
            FileFormat::Json => "json",
        };
        let date = snapshot.as_of.as_deref().and_then(|as_of| as_of.get(..10));
        let date = date.map(|date| format!("-{date}")).unwrap_or_default();
        let whole = if snapshot.complete { "" } else { "-incomplete" };
        Ok(format!("users{date}{whole}.{ending}"))
    }

    /// Writes every user of a view into a file, which only its owner may read. `progress` is told how far
    /// it is; until everything is written, the file is as it was, or isn't there.
    ///
    /// # Errors
    /// On a field: `export_failed` (`file`). `cancelled` where `progress` says so; `list_changed`;
    /// `denied` to a role that may not see users; else as [`App::session`].
    pub async fn export_users(
        &self,
        organization: ConnectionId,
        export: &ExportUsers,
        path: &Path,
        progress: &mut (dyn FnMut(ExportProgress) -> ControlFlow<()> + Send),
    ) -> Result<Exported, Failure> {
        let mut tries = 0;
        loop {
            tries += 1;
            let mut draft = self.draft(organization, path)?;
            let written = self
                .stream_users(organization, export, &mut draft, progress)
                .await;
            match written {
                Err(failure) if failure.code == "list_changed" && tries < TRIES => {}
                Err(failure) => return Err(failure),
                Ok(users) => {
                    draft
                        .put_in_place(path)
                        .map_err(|error| unwritten(&error))?;
                    let file = name_of(path);
                    return Ok(Exported { users, file });
                }
            }
        }
    }

    /// Writes every user of a view, and answers how many there were. What was written before a failure is
    /// of no use.
    ///
    /// # Errors
    /// As [`App::export_users`].
    pub async fn stream_users<W: Write>(
        &self,
        organization: ConnectionId,
        export: &ExportUsers,
        to: &mut W,
        progress: &mut (dyn FnMut(ExportProgress) -> ControlFlow<()> + Send),
    ) -> Result<u32, Failure> {
        let snapshot = self.session(organization).await?.snapshot;
        let open = self.organization(organization).await?;
        open.may_view_users()?;
        write(&open, export, &snapshot, self.now(), to, progress).await
    }
}

impl App {
    /// A file of this organization's that is there whole or not at all.
    pub(crate) fn draft(&self, organization: ConnectionId, path: &Path) -> Result<Draft, Failure> {
        let notes = self.home().notes(organization);
        Draft::beside(path, &notes).map_err(|error| unwritten(&error))
    }

    /// Writes such a file, which only its owner may read; answers its name.
    ///
    /// # Errors
    /// `export_failed` (`file`).
    pub(crate) fn write_whole(
        &self,
        organization: ConnectionId,
        bytes: &[u8],
        path: &Path,
    ) -> Result<String, Failure> {
        let mut draft = self.draft(organization, path)?;
        draft
            .write_all(bytes)
            .and_then(|()| draft.put_in_place(path))
            .map_err(|error| unwritten(&error))?;
        Ok(name_of(path))
    }
}

/// The file's name, without its folder.
pub(crate) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
