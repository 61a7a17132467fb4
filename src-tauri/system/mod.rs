//! What is special to one system. The rest of the shell doesn't ask where it runs.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;

use tauri::{AppHandle, Builder, RunEvent, Wry};

/// What must be settled before anything is drawn.
///
/// # Errors
/// A sentence, where there is nothing to draw on.
#[cfg_attr(
    not(target_os = "linux"),
    expect(clippy::unnecessary_wraps, reason = "the same signature as on Linux")
)]
pub(crate) fn prepare() -> Result<(), String> {
    #[cfg(target_os = "linux")]
    {
        linux::settle_renderer();
        linux::find_screen()?;
    }
    Ok(())
}

/// Gives the program what people of this system look for: on macOS its menu bar, and a window that is
/// only put away when it is closed.
pub(crate) fn at_home(builder: Builder<Wry>) -> Builder<Wry> {
    #[cfg(target_os = "macos")]
    let builder = macos::at_home(builder);
    builder
}

/// What this system tells the program besides what all of them do.
pub(crate) fn at_event(app: &AppHandle, event: &RunEvent) {
    #[cfg(target_os = "macos")]
    macos::at_event(app, event);
    #[cfg(not(target_os = "macos"))]
    let _ = (app, event);
}

/// What the system shows of the program besides its window, once the page speaks another language.
pub(crate) fn at_language(app: &AppHandle) {
    #[cfg(target_os = "macos")]
    macos::at_language(app);
    #[cfg(not(target_os = "macos"))]
    let _ = app;
}
