//! macOS: the menu bar with its standard items, a window that closing only puts away, and a question
//! before quitting while changes wait.

use rfd::{AsyncMessageDialog, MessageButtons, MessageDialogResult, MessageLevel};
use rollcall_app::view::OutboxQuery;
use rollcall_language::say;
use tauri::menu::{AboutMetadata, MenuBuilder, MenuItemBuilder, SubmenuBuilder};
use tauri::{AppHandle, Builder, Error, Manager, RunEvent, WindowEvent, Wry, async_runtime};

use crate::program::Program;
use crate::window;

const NAME: &str = "Rollcall";
const SETTINGS: &str = "settings";
const QUIT: &str = "quit";

/// The page knows its own shortcuts: the menu presses the one of the settings.
const PRESS_SETTINGS: &str = "document.body.dispatchEvent(new KeyboardEvent('keydown', \
    { key: ',', code: 'Comma', metaKey: true, bubbles: true, cancelable: true }))";

/// Adds the menu bar, and keeps the program when its window is closed.
pub(super) fn at_home(builder: Builder<Wry>) -> Builder<Wry> {
    builder
        .menu(menu)
        .on_menu_event(|app, event| match event.id().as_ref() {
            SETTINGS => open_settings(app),
            QUIT => quit(app.clone()),
            _ => {}
        })
        .on_window_event(|window, event| {
            if let WindowEvent::CloseRequested { api, .. } = event
                && window.hide().is_ok()
            {
                api.prevent_close();
            }
        })
}

/// The Dock's icon brings the window back.
pub(super) fn at_event(app: &AppHandle, event: &RunEvent) {
    if let RunEvent::Reopen { .. } = event {
        window::bring_forward(app);
    }
}

/// The menu bar speaks the language that the page speaks from now on.
pub(super) fn at_language(app: &AppHandle) {
    let put_up = menu(app).and_then(|menu| app.set_menu(menu));
    if let Err(problem) = put_up {
        tracing::warn!(%problem, "the menu bar keeps its language");
    }
}

fn menu(app: &AppHandle) -> Result<tauri::menu::Menu<Wry>, Error> {
    let settings = MenuItemBuilder::with_id(SETTINGS, say!("menu-settings"))
        .accelerator("Cmd+,")
        .build(app)?;
    // The system's own item would end the program without asking.
    let quit = MenuItemBuilder::with_id(QUIT, say!("menu-quit", program = NAME))
        .accelerator("Cmd+Q")
        .build(app)?;
    let program = SubmenuBuilder::new(app, NAME)
        .about_with_text(
            say!("menu-about", program = NAME),
            Some(AboutMetadata::default()),
        )
        .separator()
        .item(&settings)
        .separator()
        .services_with_text(say!("menu-services"))
        .separator()
        .hide_with_text(say!("menu-hide", program = NAME))
        .hide_others_with_text(say!("menu-hide-others"))
        .show_all_with_text(say!("menu-show-all"))
        .separator()
        .item(&quit)
        .build()?;
    let file = SubmenuBuilder::new(app, say!("menu-file"))
        .close_window_with_text(say!("menu-close-window"))
        .build()?;
    let edit = SubmenuBuilder::new(app, say!("menu-edit"))
        .undo_with_text(say!("menu-undo"))
        .redo_with_text(say!("menu-redo"))
        .separator()
        .cut_with_text(say!("menu-cut"))
        .copy_with_text(say!("menu-copy"))
        .paste_with_text(say!("menu-paste"))
        .select_all_with_text(say!("menu-select-all"))
        .build()?;
    let view = SubmenuBuilder::new(app, say!("menu-view"))
        .fullscreen_with_text(say!("menu-fullscreen"))
        .build()?;
    let window = SubmenuBuilder::new(app, say!("menu-window"))
        .minimize_with_text(say!("menu-minimize"))
        .maximize_with_text(say!("menu-zoom"))
        .build()?;
    MenuBuilder::new(app)
        .items(&[&program, &file, &edit, &view, &window])
        .build()
}

fn open_settings(app: &AppHandle) {
    window::bring_forward(app);
    for page in app.webview_windows().into_values() {
        if let Err(problem) = page.eval(PRESS_SETTINGS) {
            tracing::warn!(%problem, "the settings could not be opened");
        }
    }
}

/// Ends the program, after a question where changes wait.
fn quit(app: AppHandle) {
    async_runtime::spawn(async move {
        let waiting = waiting(&app).await;
        if waiting == 0 || confirmed(waiting).await {
            app.exit(0);
        }
    });
}

/// How many changes wait, over all organizations that can be read.
async fn waiting(app: &AppHandle) -> u32 {
    let program = app.state::<Program>();
    let Ok(open) = program.app().await else {
        return 0;
    };
    let mut waiting = 0;
    for card in open.organizations().await.unwrap_or_default() {
        let Ok(id) = card.id.parse() else { continue };
        let counts = OutboxQuery::default();
        if let Ok(outbox) = open.outbox_window(id, &counts).await {
            waiting += outbox.waiting;
        }
    }
    waiting
}

async fn confirmed(waiting: u32) -> bool {
    let quit = say!("quit-quit");
    let answer = AsyncMessageDialog::new()
        .set_level(MessageLevel::Warning)
        .set_title(say!("quit-title", program = NAME))
        .set_description(say!("quit-waiting", count = waiting, program = NAME))
        .set_buttons(MessageButtons::OkCancelCustom(
            quit.clone(),
            say!("quit-stay", program = NAME),
        ))
        .show()
        .await;
    matches!(answer, MessageDialogResult::Custom(pressed) if pressed == quit)
}
