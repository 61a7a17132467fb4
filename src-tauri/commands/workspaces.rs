//! The workspaces: to choose among, as a list by windows, one in full, and changes to one.

use rollcall_app::WorkspaceId;
use rollcall_app::view::{
    CreateWorkspace, CreatedWorkspace, DeleteWorkspace, Receipt, RenameWorkspace, WorkspaceChoice,
    WorkspaceDeletion, WorkspaceDetails, WorkspaceQuery, WorkspacesWindow,
};
use tauri::{State, command};

use super::users::UNDO;
use crate::program::{Answer, Program};

#[command]
pub(crate) async fn workspaces(
    program: State<'_, Program>,
    organization: String,
) -> Answer<Vec<WorkspaceChoice>> {
    program.app().await?.workspaces(organization.parse()?).await
}

#[command]
pub(crate) async fn workspaces_window(
    program: State<'_, Program>,
    organization: String,
    query: WorkspaceQuery,
    offset: u32,
    limit: u32,
) -> Answer<WorkspacesWindow> {
    program
        .app()
        .await?
        .workspaces_window(organization.parse()?, &query, offset, limit)
        .await
}

#[command]
pub(crate) async fn workspace_details(
    program: State<'_, Program>,
    organization: String,
    workspace: String,
) -> Answer<WorkspaceDetails> {
    program
        .app()
        .await?
        .workspace_details(organization.parse()?, &WorkspaceId::new(workspace))
        .await
}

#[command]
pub(crate) async fn create_workspace(
    program: State<'_, Program>,
    organization: String,
    create: CreateWorkspace,
) -> Answer<CreatedWorkspace> {
    program
        .app()
        .await?
        .create_workspace(organization.parse()?, &create, Some(UNDO))
        .await
}

#[command]
pub(crate) async fn rename_workspace(
    program: State<'_, Program>,
    organization: String,
    rename: RenameWorkspace,
) -> Answer<Receipt> {
    program
        .app()
        .await?
        .rename_workspace(organization.parse()?, &rename, Some(UNDO))
        .await
}

#[command]
pub(crate) async fn workspace_deletion(
    program: State<'_, Program>,
    organization: String,
    workspace: String,
) -> Answer<WorkspaceDeletion> {
    program
        .app()
        .await?
        .workspace_deletion(organization.parse()?, &WorkspaceId::new(workspace))
        .await
}

#[command]
pub(crate) async fn delete_workspace(
    program: State<'_, Program>,
    organization: String,
    deletion: DeleteWorkspace,
) -> Answer<Receipt> {
    program
        .app()
        .await?
        .delete_workspace(organization.parse()?, &deletion, Some(UNDO))
        .await
}
