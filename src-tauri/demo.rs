//! The demo organization: the real server on a loopback port, in this process, with made-up people and a
//! mailbox for what it sends.

use std::error::Error;
use std::io::Write;
use std::net::Ipv4Addr;
use std::sync::Arc;

use rollcall_app::view::{DemoMessage, OrganizationCard};
use rollcall_app::{App, Role, SystemClock};
use rollcall_language::say;
use rollcall_org_server::{
    DataPlace, Delivery, Demo as People, Invitations, Mailbox, Message, OrgServer, RoleToken,
    Settings,
};
use serde_json::{Map, json};
use tauri::async_runtime;
use tokio::net::TcpListener;
use tokio::sync::OnceCell;

use crate::browser;
use crate::program::{Answer, failure};

/// The same people at every start.
const PEOPLE: People = People {
    people: 1_240,
    seed: 20,
};

/// Started when it is first asked for; it lives in memory as long as the program.
pub(crate) struct Demo {
    print_tokens: bool,
    running: OnceCell<Running>,
}

struct Running {
    url: String,
    tokens: Vec<RoleToken>,
    mailbox: Mailbox,
}

impl Demo {
    /// A demo that is not started yet. Its address and tokens are printed then, if that is wanted.
    pub(crate) fn new(print_tokens: bool) -> Self {
        Self {
            print_tokens,
            running: OnceCell::new(),
        }
    }

    /// Opens it in a role, and starts it before if nobody has.
    ///
    /// # Errors
    /// `demo_unavailable` when the server can't be started; else as [`App::connect_demo`].
    pub(crate) async fn open(&self, app: &App, role: Role) -> Answer<OrganizationCard> {
        let start = || async {
            self.start()
                .await
                .map_err(|cause| failure("demo_unavailable", &cause))
        };
        let running = self.running.get_or_try_init(start).await?;
        let issued = running.tokens.iter().find(|issued| issued.role == role);
        let issued = issued.ok_or_else(|| {
            failure(
                "demo_unavailable",
                &say!("demo-no-role", role = role.to_string()),
            )
        })?;
        app.connect_demo(&running.url, issued.token.reveal(), role)
            .await
    }

    /// The e-mails that its server sent, newest first.
    ///
    /// # Errors
    /// `demo_unavailable` before it was started.
    pub(crate) fn mailbox(&self) -> Answer<Vec<DemoMessage>> {
        let told = |message: Message| DemoMessage {
            to: message.to,
            subject: message.subject,
            text: message.text,
            link: message.link,
            sent_at: message.sent_at.to_string(),
        };
        let messages = self.running()?.mailbox.messages();
        Ok(messages.into_iter().map(told).collect())
    }

    /// Opens the link of one of these e-mails in the system's browser; no other address is opened.
    ///
    /// # Errors
    /// `unknown_message` for a link that stands in none, `no_browser` when nothing opens it.
    pub(crate) fn open_invitation(&self, link: &str) -> Answer<()> {
        let messages = self.running()?.mailbox.messages();
        let known = messages.iter().find(|message| message.link == link);
        let known = known.ok_or_else(|| failure("unknown_message", &say!("demo-no-message")))?;
        browser::open(&known.link)
    }

    fn running(&self) -> Answer<&Running> {
        let running = self.running.get();
        running.ok_or_else(|| failure("demo_unavailable", &say!("demo-not-open")))
    }

    async fn start(&self) -> Result<Running, Box<dyn Error + Send + Sync>> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let url = format!("http://{}", listener.local_addr()?);
        let settings = Settings {
            // Nothing leaves the machine: a made-up person's address is nobody's.
            invitations: Invitations::by(Delivery::Memory),
            ..Settings::new(&url)
        };
        let filled = async_runtime::spawn_blocking(move || {
            let server = OrgServer::open(&DataPlace::Memory, Arc::new(SystemClock), &settings)?;
            server.found_demo(PEOPLE)?;
            let tokens = server.issue_role_tokens()?;
            Ok::<_, rollcall_org_server::ServerError>((server, tokens))
        });
        let (server, tokens) = filled.await??;
        let mailbox = server.mailbox();
        async_runtime::spawn(async move {
            if let Err(cause) = server.serve(listener, std::future::pending()).await {
                tracing::error!(%cause, "the demo's server ended");
            }
        });
        let running = Running {
            url,
            tokens,
            mailbox,
        };
        if self.print_tokens {
            running.print()?;
        }
        Ok(running)
    }
}

impl Running {
    /// The line by which the server's own program says the same.
    fn print(&self) -> std::io::Result<()> {
        let token = |issued: &RoleToken| {
            (
                issued.role.as_str().to_owned(),
                issued.token.reveal().into(),
            )
        };
        let tokens: Map<_, _> = self.tokens.iter().map(token).collect();
        writeln!(
            std::io::stdout(),
            "{}",
            json!({ "ready": true, "url": self.url, "tokens": tokens })
        )
    }
}
