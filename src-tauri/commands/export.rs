//! What leaves the program with people in it: a file, and a text for the clipboard.

use rollcall_app::view::{ExportProgress, ExportUsers, Exported, ListView, Selection};
use rollcall_language::say;
use tauri::ipc::Channel;
use tauri::{State, WebviewWindow, command};

use crate::program::{Answer, Program};
use crate::save_dialog;

/// Answers nothing when the person names no file.
#[command]
pub(crate) async fn export_users(
    window: WebviewWindow,
    program: State<'_, Program>,
    organization: String,
    export: ExportUsers,
    channel: Channel<ExportProgress>,
) -> Answer<Option<Exported>> {
    let (app, organization) = (program.app().await?, organization.parse()?);
    let name = app.export_name(organization, export.format).await?;
    let title = say!("dialog-users");
    let Some(path) = save_dialog::ask(&window, &title, &name).await else {
        return Ok(None);
    };
    let mut watcher = program.exports().begin(channel);
    app.export_users(organization, &export, &path, &mut watcher)
        .await
        .map(Some)
}

#[command]
pub(crate) async fn export_cancel(program: State<'_, Program>) -> Answer<()> {
    program.exports().cancel();
    Ok(())
}

#[command]
pub(crate) async fn copy_users(
    program: State<'_, Program>,
    organization: String,
    shows: ListView,
    only: Option<Selection>,
) -> Answer<String> {
    program
        .app()
        .await?
        .copy_users(organization.parse()?, shows, only)
        .await
}
