//! `rollcall --self-test`: one command that tells a person on any system whether the program works there.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use rollcall_app::view::{CheckSubject, CheckView, Keep};
use rollcall_language::say;
use serde::Deserialize;
use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, Error, Manager, async_runtime};
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::program::{Answer, Program};
use crate::window;

/// How long a slow machine may take to draw its first window.
const PATIENCE: Duration = Duration::from_secs(60);

/// By this the title of the page begins when it tells what it found.
const TOLD: &str = "self-test: ";

/// Asks a command, waits for two frames, and tells whether something is drawn, by the page's title: the
/// page has no command for it, and needs none.
const LOOK: &str = "(async () => {
    const tell = (found) => { document.title = 'self-test: ' + JSON.stringify(found); };
    try {
        await window.__TAURI_INTERNALS__.invoke('organizations');
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        const page = document.querySelector('rollcall-window');
        const { width = 0, height = 0 } = page?.getBoundingClientRect() ?? {};
        tell({ drawn: width > 0 && height > 0 && page.innerText.trim() !== '' });
    } catch (cause) {
        tell({ drawn: false, cause: String(cause?.message ?? cause) });
    }
})()";

/// What the page tells.
#[derive(Deserialize)]
struct Told {
    drawn: bool,
    #[serde(default)]
    cause: String,
}

/// A profile folder that nobody else uses.
pub(crate) fn folder() -> PathBuf {
    std::env::temp_dir().join(format!("rollcall-self-test-{}", std::process::id()))
}

/// Opens the window, looks at it and at everything else, prints what was found, and ends the program.
///
/// # Errors
/// When the system's web view can't be started.
pub(crate) fn start(app: &mut tauri::App) -> Result<(), Error> {
    let (tell, mut told) = mpsc::unbounded_channel();
    let opened = window::builder(app)?
        .on_page_load(|page, load| {
            if load.event() == PageLoadEvent::Finished
                && let Err(problem) = page.eval(LOOK)
            {
                tracing::warn!(%problem, "the page could not be asked");
            }
        })
        .on_document_title_changed(move |_, title| {
            if let Some(found) = title.strip_prefix(TOLD) {
                // Nobody listens any more once the answer is there.
                let _ = tell.send(found.to_owned());
            }
        })
        .build()?;
    window::show(&opened)?;
    let handle = app.handle().clone();
    async_runtime::spawn(async move {
        let answer = timeout(PATIENCE, told.recv()).await;
        let looked_at = window_check(answer.ok().flatten().as_deref());
        finish(&handle, looked_at).await;
    });
    Ok(())
}

fn window_check(told: Option<&str>) -> CheckView {
    let found = told.map(|text| {
        serde_json::from_str(text).unwrap_or(Told {
            drawn: false,
            cause: say!("check-window-untold"),
        })
    });
    let (code, sentence, help) = match found {
        Some(Told { drawn: true, .. }) => (None, say!("check-window-drawn"), None),
        Some(Told { cause, .. }) => (
            Some("window_blank"),
            say!("check-window-blank", cause = cause),
            Some(say!("check-window-cure")),
        ),
        None => (
            Some("window_blank"),
            say!("check-window-slow", seconds = PATIENCE.as_secs()),
            Some(say!("check-window-cure")),
        ),
    };
    CheckView {
        subject: CheckSubject::Window,
        organization: None,
        code: code.map(str::to_owned),
        facts: BTreeMap::new(),
        told: sentence,
        help,
    }
}

async fn finish(app: &AppHandle, looked_at: CheckView) {
    let mut checks = vec![looked_at];
    match look_at_the_rest(app).await {
        Ok(rest) => checks.extend(rest),
        Err(failure) => checks.push(CheckView {
            subject: CheckSubject::ProfileFolder,
            organization: None,
            code: Some(failure.code),
            facts: BTreeMap::new(),
            told: failure.message,
            help: failure.help,
        }),
    }
    print(&checks);
    let folder = folder();
    if let Err(problem) = std::fs::remove_dir_all(&folder) {
        tracing::warn!(%problem, folder = %folder.display(), "the folder of the self-test stays behind");
    }
    app.exit(i32::from(!checks.iter().all(CheckView::passed)));
}

async fn look_at_the_rest(app: &AppHandle) -> Answer<Vec<CheckView>> {
    let open = app.state::<Program>().app().await?;
    Ok(open.checkup(Keep::Keychain).await)
}

/// A table for the person who started it.
#[expect(
    clippy::print_stdout,
    reason = "this is what was asked for on a command line"
)]
fn print(checks: &[CheckView]) {
    for check in checks {
        let result = if check.passed() { "ok" } else { "failed" };
        let help = check.help.as_deref().unwrap_or_default();
        let line = format!(
            "{:16}{result:8}{} {help}",
            check.subject.title(),
            check.told
        );
        println!("{}", line.trim_end());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_that_tells_nothing_or_draws_nothing_has_failed() {
        assert!(window_check(Some(r#"{"drawn":true}"#)).passed());
        for (told, said) in [
            (None, "within 60 s"),
            (Some(r#"{"drawn":false}"#), "shows nothing"),
            (
                Some(r#"{"drawn":false,"cause":"not allowed"}"#),
                "not allowed",
            ),
            (Some("nonsense"), "could not tell"),
        ] {
            let check = window_check(told);
            assert!(!check.passed(), "{told:?}");
            assert!(check.told.contains(said), "{}", check.told);
            assert!(check.help.is_some(), "with what to do");
        }
    }
}
