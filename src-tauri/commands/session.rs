//! How things stand with an organization, and what becomes stale.

use rollcall_app::view::{SessionView, Stale};
use tauri::ipc::Channel;
use tauri::{State, command};

use crate::program::{Answer, Program};
use crate::stale;

#[command]
pub(crate) async fn session(
    program: State<'_, Program>,
    organization: String,
) -> Answer<SessionView> {
    program.app().await?.session(organization.parse()?).await
}

#[command]
pub(crate) async fn refresh(program: State<'_, Program>, organization: String) -> Answer<()> {
    program.app().await?.refresh(organization.parse()?).await
}

#[command]
pub(crate) async fn watch(program: State<'_, Program>, channel: Channel<Stale>) -> Answer<()> {
    program.watched_by(stale::hand_on(program.app().await?, channel));
    Ok(())
}
