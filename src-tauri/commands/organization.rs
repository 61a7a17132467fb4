//! The organization itself: its information, and its end.

use rollcall_app::view::{DeletionView, GeneralView, Receipt, SaveSettings};
use tauri::{State, command};

use super::users::UNDO;
use crate::program::{Answer, Program};

#[command]
pub(crate) async fn general(
    program: State<'_, Program>,
    organization: String,
) -> Answer<GeneralView> {
    program.app().await?.general(organization.parse()?).await
}

#[command]
pub(crate) async fn save_general(
    program: State<'_, Program>,
    organization: String,
    save: SaveSettings,
) -> Answer<Receipt> {
    program
        .app()
        .await?
        .save_general(organization.parse()?, &save, Some(UNDO))
        .await
}

#[command]
pub(crate) async fn deletion_view(
    program: State<'_, Program>,
    organization: String,
) -> Answer<DeletionView> {
    program
        .app()
        .await?
        .deletion_view(organization.parse()?)
        .await
}

#[command]
pub(crate) async fn delete_organization(
    program: State<'_, Program>,
    organization: String,
    typed: String,
) -> Answer<String> {
    program
        .app()
        .await?
        .delete_organization(organization.parse()?, &typed)
        .await
}
