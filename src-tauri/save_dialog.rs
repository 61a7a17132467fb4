//! Asks the person where a file goes, by the system's own dialog: the page never names a path.

use std::path::PathBuf;

use rfd::AsyncFileDialog;
use tauri::WebviewWindow;

/// Where the file goes; `None` when the person leaves the dialog. It asks by itself before it names a
/// file that is there already.
pub(crate) async fn ask(window: &WebviewWindow, title: &str, name: &str) -> Option<PathBuf> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let chosen = AsyncFileDialog::new()
        .set_parent(window)
        .set_title(title)
        .set_file_name(name)
        .add_filter(ending.to_uppercase(), &[ending])
        .save_file()
        .await?;
    Some(chosen.path().to_owned())
}
