//! What waits, as a file for another administrator: exported, looked at, imported.

use rollcall_app::view::{Changes, ImportView, PlanExported, PlanWindow, Receipt};
use rollcall_language::say;
use tauri::ipc::Request;
use tauri::{State, WebviewWindow, command};

use crate::handed;
use crate::program::{Answer, Program};
use crate::save_dialog;

/// Answers nothing when the person names no file.
#[command]
pub(crate) async fn outbox_export(
    window: WebviewWindow,
    program: State<'_, Program>,
    organization: String,
    changes: Changes,
) -> Answer<Option<PlanExported>> {
    let (app, organization) = (program.app().await?, organization.parse()?);
    let name = app.plan_export_name(organization, &changes).await?;
    let title = say!("dialog-plan");
    let Some(path) = save_dialog::ask(&window, &title, &name).await else {
        return Ok(None);
    };
    app.export_plan(organization, &changes, &path)
        .await
        .map(Some)
}

/// The plan comes as bytes; the organization and the window in headers beside it.
#[command]
pub(crate) async fn outbox_import_view(
    program: State<'_, Program>,
    request: Request<'_>,
) -> Answer<ImportView> {
    let organization = handed::header(&request, "organization").parse()?;
    let window = PlanWindow {
        offset: handed::number(&request, "offset")?,
        limit: handed::number(&request, "limit")?,
    };
    program
        .app()
        .await?
        .import_view(organization, handed::bytes(&request)?, window)
        .await
}

/// The plan comes as bytes; the organization in a header beside it.
#[command]
pub(crate) async fn outbox_import(
    program: State<'_, Program>,
    request: Request<'_>,
) -> Answer<Receipt> {
    let organization = handed::header(&request, "organization").parse()?;
    program
        .app()
        .await?
        .import_plan(organization, handed::bytes(&request)?)
        .await
}
