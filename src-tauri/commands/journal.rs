//! The journal: to be looked through, checked, and taken along as a file.

use rollcall_app::view::{
    ExportProgress, FileFormat, JournalExported, JournalQuery, JournalVerified, JournalWindow,
};
use rollcall_language::say;
use tauri::ipc::Channel;
use tauri::{State, WebviewWindow, command};

use crate::program::{Answer, Program};
use crate::save_dialog;

#[command]
pub(crate) async fn journal(
    program: State<'_, Program>,
    organization: String,
    query: JournalQuery,
    offset: u32,
    limit: u32,
) -> Answer<JournalWindow> {
    program
        .app()
        .await?
        .journal_window(organization.parse()?, &query, offset, limit)
        .await
}

#[command]
pub(crate) async fn journal_verify(
    program: State<'_, Program>,
    organization: String,
    kept: Option<String>,
) -> Answer<JournalVerified> {
    program
        .app()
        .await?
        .verify_journal(organization.parse()?, kept.as_deref())
        .await
}

/// Answers nothing when the person names no file.
#[command]
pub(crate) async fn journal_export(
    window: WebviewWindow,
    program: State<'_, Program>,
    organization: String,
    query: JournalQuery,
    format: FileFormat,
    channel: Channel<ExportProgress>,
) -> Answer<Option<JournalExported>> {
    let (app, organization) = (program.app().await?, organization.parse()?);
    let name = app.journal_export_name(organization, format).await?;
    let title = say!("dialog-journal");
    let Some(path) = save_dialog::ask(&window, &title, &name).await else {
        return Ok(None);
    };
    let mut watcher = program.exports().begin(channel);
    app.export_journal(organization, &query, format, &path, &mut watcher)
        .await
        .map(Some)
}
