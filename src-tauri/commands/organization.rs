//! The organization's own settings: General.

use rollcall_app::view::{GeneralView, Receipt, SaveSettings};
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
