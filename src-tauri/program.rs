//! The program as the commands find it: open, or unable to open and why.

use std::fmt::Display;

use rollcall_app::view::OrganizationCard;
use rollcall_app::{App, Failure};
use tokio::sync::OnceCell;

use crate::arguments::Arguments;
use crate::demo::Demo;
use crate::wiring;

/// What a command answers.
pub(crate) type Answer<T> = Result<T, Failure>;

/// The window is drawn while the profile is still being opened: a command waits for that, and where
/// it failed answers the reason.
pub(crate) struct Program {
    arguments: Arguments,
    demo: Demo,
    opened: OnceCell<Answer<App>>,
}

impl Program {
    /// A program that opens its profile when it is first asked for something.
    pub(crate) fn new(arguments: Arguments) -> Self {
        let demo = Demo::new(arguments.print_tokens);
        Self {
            arguments,
            demo,
            opened: OnceCell::new(),
        }
    }

    /// The use cases.
    ///
    /// # Errors
    /// Why the profile could not be opened; the same at every call.
    pub(crate) async fn app(&self) -> Answer<App> {
        self.opened.get_or_init(|| self.open()).await.clone()
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

    /// Lets go of every organization.
    pub(crate) async fn close(&self) {
        if let Some(Ok(app)) = self.opened.get() {
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
