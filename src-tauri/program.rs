//! The program as the commands find it: open, or unable to open and why.

use std::fmt::Display;

use std::sync::{Mutex, PoisonError};

use rollcall_app::view::OrganizationCard;
use rollcall_app::{App, Failure};
use rollcall_language::say;
use tauri::async_runtime::JoinHandle;
use tokio::sync::OnceCell;

use crate::arguments::Arguments;
use crate::demo::Demo;
use crate::exports::Exports;
use crate::wiring;

/// What a command answers.
pub(crate) type Answer<T> = Result<T, Failure>;

/// The window is drawn while the profile is still being opened: a command waits for that, and where
/// it failed answers the reason.
pub(crate) struct Program {
    arguments: Arguments,
    demo: Demo,
    opened: OnceCell<App>,
    exports: Exports,
    /// What tells the page what became stale.
    watching: Mutex<Option<JoinHandle<()>>>,
}

impl Program {
    /// A program that opens its profile when it is first asked for something.
    pub(crate) fn new(arguments: Arguments) -> Self {
        let demo = Demo::new(arguments.print_tokens);
        Self {
            arguments,
            demo,
            opened: OnceCell::new(),
            exports: Exports::default(),
            watching: Mutex::default(),
        }
    }

    /// The use cases.
    ///
    /// # Errors
    /// Why the profile could not be opened; the next call tries again.
    pub(crate) async fn app(&self) -> Answer<App> {
        self.opened.get_or_try_init(|| self.open()).await.cloned()
    }

    /// Opens the demo organization in a role, given as its wire value.
    ///
    /// # Errors
    /// As [`Demo::open`].
    pub(crate) async fn open_demo(&self, role: &str) -> Answer<OrganizationCard> {
        let role = role
            .parse()
            .map_err(|unknown: rollcall_app::UnknownRole| failure("role_invalid", &unknown))?;
        self.demo.open(&self.app().await?, role).await
    }

    /// The demo, where that is what this organization is.
    ///
    /// # Errors
    /// `not_the_demo` for another organization.
    pub(crate) async fn demo_of(&self, organization: &str) -> Answer<&Demo> {
        let cards = self.app().await?.organizations().await?;
        let is_demo = cards
            .iter()
            .any(|card| card.demo && card.id == organization);
        let other = || failure("not_the_demo", &say!("demo-mailbox-only"));
        is_demo.then_some(&self.demo).ok_or_else(other)
    }

    /// What is being written to files.
    pub(crate) fn exports(&self) -> &Exports {
        &self.exports
    }

    /// The one page watches anew: a page that was loaded again doesn't say that it is gone.
    pub(crate) fn watched_by(&self, watching: JoinHandle<()>) {
        let mut watched = self.watching.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(before) = watched.replace(watching) {
            before.abort();
        }
    }

    /// Lets go of every organization.
    pub(crate) async fn close(&self) {
        if let Some(app) = self.opened.get() {
            app.close().await;
        }
    }

    async fn open(&self) -> Answer<App> {
        let app = wiring::open(self.arguments.home.clone())?;
        if let Some(role) = self.arguments.demo {
            self.demo.open(&app, role).await?;
        }
        Ok(app)
    }
}

/// What only the shell can run into.
pub(crate) fn failure(code: &str, cause: &dyn Display) -> Failure {
    Failure {
        code: code.to_owned(),
        message: cause.to_string(),
        field: None,
        retry: false,
        help: None,
    }
}
