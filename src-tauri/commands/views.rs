//! The saved views.

use rollcall_app::view::{SaveView, SavedView};
use tauri::{State, command};

use crate::program::{Answer, Program};

#[command]
pub(crate) async fn views(
    program: State<'_, Program>,
    organization: String,
) -> Answer<Vec<SavedView>> {
    program.app().await?.views(organization.parse()?).await
}

#[command]
pub(crate) async fn save_view(
    program: State<'_, Program>,
    organization: String,
    view: SaveView,
) -> Answer<SavedView> {
    program
        .app()
        .await?
        .save_view(organization.parse()?, &view)
        .await
}

#[command]
pub(crate) async fn delete_view(
    program: State<'_, Program>,
    organization: String,
    id: String,
) -> Answer<()> {
    program
        .app()
        .await?
        .delete_view(organization.parse()?, id.parse()?)
        .await
}
