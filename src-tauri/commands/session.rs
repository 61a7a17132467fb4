//! The language of the window, how things stand with an organization, and what becomes stale.

use rollcall_app::view::{SessionView, Stale};
use rollcall_language::{Language, Surface};
use tauri::ipc::Channel;
use tauri::{AppHandle, State, command};

use crate::program::{Answer, Program};
use crate::{stale, system};

/// Says everything in the language that was chosen, by its tag, or in the system's; answers the tag of
/// the one that it is.
#[command]
#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape that Tauri asks for"
)]
pub(crate) fn speak(app: AppHandle, language: Option<&str>) -> &'static str {
    let language = language
        .and_then(Language::from_tag)
        .unwrap_or_else(rollcall_language::of_the_system);
    rollcall_language::speak(language, Surface::Window);
    system::at_language(&app);
    language.tag()
}

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
