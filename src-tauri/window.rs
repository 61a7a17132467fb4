//! The one window: opened from its entry in `tauri.conf.json`, without a flash of white in the
//! dark, and unable to navigate away from the interface.

use tauri::utils::config::Color;
use tauri::webview::NewWindowResponse;
use tauri::{
    App, AppHandle, Builder, Error, Manager, Theme, Url, WebviewWindow, WebviewWindowBuilder, Wry,
};
use tauri_plugin_window_state::StateFlags;

/// The interface's own canvas colours: what shows until its first frame is drawn.
const LIGHT: Color = Color(0xf6, 0xf5, 0xf2, 0xff);
const DARK: Color = Color(0x14, 0x16, 0x18, 0xff);

/// Opens the window.
///
/// # Errors
/// When the system's web view can't be started.
pub(crate) fn open(app: &mut App) -> Result<(), Error> {
    let window = builder(app)?.build()?;
    show(&window)
}

/// The window that the configuration describes, still to be built.
///
/// # Errors
/// When it describes none.
pub(crate) fn builder(app: &mut App) -> Result<WebviewWindowBuilder<'_, Wry, App>, Error> {
    let Some(entry) = app.config().app.windows.first().cloned() else {
        return Err(Error::WindowNotFound);
    };
    Ok(WebviewWindowBuilder::from_config(app, &entry)?
        .on_navigation(is_the_interface)
        .on_new_window(|_, _| NewWindowResponse::Deny))
}

/// Shows it in the system's own light or dark.
///
/// # Errors
/// When the system refuses.
pub(crate) fn show(window: &WebviewWindow) -> Result<(), Error> {
    let canvas = if window.theme()? == Theme::Dark {
        DARK
    } else {
        LIGHT
    };
    window.set_background_color(Some(canvas))?;
    window.show()
}

/// Lets the window open where it was closed, as large as it was.
pub(crate) fn remembered(builder: Builder<Wry>) -> Builder<Wry> {
    let place = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    builder.plugin(
        tauri_plugin_window_state::Builder::new()
            .with_state_flags(place)
            .build(),
    )
}

/// Shows the window in front of all others, wherever it was put.
pub(crate) fn bring_forward(app: &AppHandle) {
    for window in app.webview_windows().into_values() {
        let shown = window
            .unminimize()
            .and_then(|()| window.show())
            .and_then(|()| window.set_focus());
        if let Err(problem) = shown {
            tracing::warn!(%problem, "the window could not be brought forward");
        }
    }
}

/// Whether an address belongs to the interface that is built in (or, with `tauri dev`, to Vite).
fn is_the_interface(address: &Url) -> bool {
    match (address.scheme(), address.host_str()) {
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")) => true,
        ("http", Some("localhost")) => cfg!(dev) && address.port() == Some(1420),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_shows_the_interface_and_nothing_else() {
        for own in [
            "tauri://localhost/",
            "tauri://localhost/index.html",
            "http://tauri.localhost/",
        ] {
            assert!(
                is_the_interface(&own.parse().unwrap()),
                "the interface opens: {own}"
            );
        }
        for foreign in [
            "https://example.com/",
            "http://localhost:1420/",
            "http://tauri.localhost.example.com/",
            "file:///etc/passwd",
            "data:text/html,hello",
            "about:blank",
        ] {
            assert!(
                !is_the_interface(&foreign.parse().unwrap()),
                "navigation away is blocked: {foreign}"
            );
        }
    }
}
