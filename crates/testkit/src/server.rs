//! The real organization server on a port of its own, in a thread of its own, to be stopped and started
//! again with the same data at the same address.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;

use rollcall_model::{Clock, Role, SystemClock, Token};
use rollcall_org_server::{DataPlace, Delivery, Demo, Invitations, OrgServer, Settings};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Handle;
use tokio::sync::oneshot;

/// How long an invitation may take to go out before a test has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server for tests; its messages stay in memory, until it is stopped. It stops when it is dropped.
#[derive(Debug)]
pub struct TestServer {
    folder: TempDir,
    clock: Arc<dyn Clock>,
    page_cap: Option<u64>,
    address: SocketAddr,
    tokens: BTreeMap<Role, Token>,
    running: Option<Running>,
}

#[derive(Debug)]
struct Running {
    server: OrgServer,
    runtime: Handle,
    stop: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

impl TestServer {
    /// A demo organization of this many people, by the machine's clock.
    ///
    /// # Panics
    ///
    /// When the server can't be started.
    #[must_use]
    pub fn start(people: usize) -> Self {
        Self::start_with(people, Arc::new(SystemClock), None)
    }

    /// A demo organization of this many people, by this clock, with pages of at most `page_cap`.
    ///
    /// # Panics
    ///
    /// When the server can't be started.
    #[must_use]
    pub fn start_with(people: usize, clock: Arc<dyn Clock>, page_cap: Option<u64>) -> Self {
        let mut server = Self {
            folder: tempfile::tempdir().expect("a temporary folder"),
            clock,
            page_cap,
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            tokens: BTreeMap::new(),
            running: None,
        };
        let opened = server.launch(Some(Demo { people, seed: 1 }));
        for issued in opened.issue_role_tokens().expect("tokens for each role") {
            server.tokens.insert(issued.role, issued.token);
        }
        server
    }

    /// The base URL; the same before and after a restart.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A token of somebody with this role; good before and after a restart.
    ///
    /// # Panics
    ///
    /// Never: a demo has somebody of each role.
    #[must_use]
    pub fn token(&self, role: Role) -> Token {
        self.tokens
            .get(&role)
            .cloned()
            .expect("a demo has somebody of each role")
    }

    /// The server itself, to look behind its answers.
    ///
    /// # Panics
    ///
    /// While it is stopped.
    #[must_use]
    pub fn server(&self) -> &OrgServer {
        &self.running.as_ref().expect("the server runs").server
    }

    /// The newest link that was sent to this address, once there is one besides this (empty for any).
    ///
    /// # Panics
    ///
    /// While it is stopped, or when none is sent.
    #[must_use]
    pub fn newest_link(&self, to: &str, besides: &str) -> String {
        let running = self.running.as_ref().expect("the server runs");
        let (found, finds) = mpsc::channel();
        let (mailbox, to) = (running.server.mailbox(), to.to_owned());
        let besides = besides.to_owned();
        running.runtime.spawn(async move {
            let message = mailbox.newest(&to, |message| message.link != besides);
            // Nobody listens any more once the test has failed.
            let _ = found.send(message.await.link);
        });
        finds.recv_timeout(PATIENCE).expect("an invitation is sent")
    }

    /// Stops it: connections are refused from now on.
    pub fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            // Both fail only where the thread has ended by itself, which the join tells.
            let _ = running.stop.send(());
            let ended = running.thread.join();
            assert!(
                ended.is_ok() || std::thread::panicking(),
                "the server's thread panicked"
            );
        }
    }

    /// Starts it again, on the same data and the same address.
    ///
    /// # Panics
    ///
    /// When it runs already, or can't be started.
    pub fn start_again(&mut self) {
        assert!(self.running.is_none(), "the server runs already");
        self.launch(None);
    }

    /// Returns once connections are taken.
    fn launch(&mut self, demo: Option<Demo>) -> OrgServer {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        // Without `block_on`: the caller may be within a runtime of its own.
        let listener = std::net::TcpListener::bind(self.address).expect("the address is free");
        listener
            .set_nonblocking(true)
            .expect("a listener that doesn't block");
        let listener = {
            let _context = runtime.enter();
            TcpListener::from_std(listener).expect("a listener of this runtime")
        };
        self.address = listener
            .local_addr()
            .expect("a bound listener has an address");

        let mut settings = Settings::new(self.url());
        settings.invitations = Invitations::by(Delivery::Memory);
        settings.page_cap = self.page_cap.unwrap_or(settings.page_cap);
        let place = DataPlace::Folder(self.folder.path().to_owned());
        let server = OrgServer::open(&place, Arc::clone(&self.clock), &settings)
            .expect("the data can be opened");
        if let Some(demo) = demo {
            server.found_demo(demo).expect("the demo organization");
        }

        let handle = runtime.handle().clone();
        let (stop, stopped) = oneshot::channel();
        let serving = server.clone();
        let thread = std::thread::spawn(move || {
            // Stopping is abrupt: connections kept alive would otherwise keep a stopped server alive.
            // Dropping the sender stops it as well.
            runtime.block_on(async {
                tokio::select! {
                    served = serving.serve(listener, std::future::pending()) => {
                        served.expect("the server serves");
                    }
                    _ = stopped => {}
                }
            });
        });
        self.running = Some(Running {
            server: server.clone(),
            runtime: handle,
            stop,
            thread,
        });
        server
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        self.stop();
    }
}
