//! The real window under WebDriver, used as a person uses it: by role and name, pointer and keys.

use std::fmt::Write as _;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;
use fantoccini::error::{CmdError, ErrorStatus};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use rollcall_model::Role;
use rollcall_testkit::TestServer;
use serde_json::{Value, json};

use crate::desk::screenshots;
use crate::group::Group;

/// How long a person would wait for the page to show something, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(25);

/// How long a script may look at a page: axe looks at every part of a long list.
const SCRIPT: Duration = Duration::from_secs(120);

/// The key by which WebDriver names an element in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The program with its window open. Dropping it ends the program.
pub(crate) struct Window {
    client: Client,
    driver: Group,
    log: PathBuf,
}

impl Window {
    /// Starts the program under a driver whose environment is prepared; its log is shown where a test
    /// waits in vain.
    pub(crate) async fn open(
        driver: Command,
        program: &Path,
        arguments: &[&str],
        log: PathBuf,
    ) -> Self {
        let options = json!({ "binary": program, "args": arguments });
        let window =
            Self::driven(driver, json!({ "webkitgtk:browserOptions": options }), log).await;
        window.watch_policy().await;
        window
    }

    /// Opens an address in the browser that comes with the web view.
    pub(crate) async fn browse(driver: Command, address: &str, log: PathBuf) -> Self {
        let window = Self::driven(driver, json!({}), log).await;
        let opened = window.client.goto(address).await;
        opened.expect("the address can be opened");
        window.watch_policy().await;
        window
    }

    async fn driven(mut driver: Command, capabilities: Value, log: PathBuf) -> Self {
        let port = free_port();
        driver
            .arg(format!("--port={port}"))
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true");
        let mut driver = Group::start(&mut driver);
        listening(&mut driver, port).await;
        let mut capabilities = capabilities.as_object().cloned().unwrap_or_default();
        capabilities.insert("timeouts".into(), json!({ "script": SCRIPT.as_millis() }));
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("the program opens its window");
        Self {
            client,
            driver,
            log,
        }
    }

    /// Notes what the page tries against its content security policy; asked for anew where it was loaded anew.
    pub(crate) async fn watch_policy(&self) {
        let listen = "window.violations = []; document.addEventListener('securitypolicyviolation', (event) => \
            window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`));";
        self.run(listen, vec![]).await;
    }

    /// Ends the program as closing its window does, and waits until it is gone. By then the page must
    /// not have tried anything that its content security policy forbids.
    pub(crate) async fn close(self) {
        let violations = self.run("return window.violations;", vec![]).await;
        assert_eq!(
            violations,
            json!([]),
            "the interface keeps to its own policy"
        );
        self.client
            .clone()
            .close()
            .await
            .expect("the window closes");
        drop(self.driver);
    }

    /// Waits for a line that the program prints.
    pub(crate) fn printed(&self, beginning: &str) -> String {
        self.driver.line(beginning)
    }

    /// Runs a script in the page and answers its value; `find`, `nameOf` and `reading` are there.
    pub(crate) async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        let script = format!("{}\n{script}", include_str!("page.js"));
        self.client
            .execute(&script, arguments)
            .await
            .expect("the script runs")
    }

    /// Runs a script that calls its last argument when it is done, and answers what it called it with.
    pub(crate) async fn awaits(&self, script: &str) -> Value {
        self.client
            .execute_async(script, vec![])
            .await
            .expect("the script runs")
    }

    /// Calls a command as the page would, past the interface's own code.
    pub(crate) async fn invoke(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let script = "const [command, given, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(command, given)
                .then((answer) => done({ answer: answer ?? null }), (failure) => done({ failure }));";
        let answered = self
            .client
            .execute_async(script, vec![json!(command), arguments])
            .await;
        let mut answered = answered.expect("the bridge answers");
        match answered.get_mut("failure") {
            Some(failure) => Err(failure.take()),
            None => Ok(answered["answer"].take()),
        }
    }

    /// Makes the window so large, in pixels.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        self.client
            .set_window_size(width, height)
            .await
            .expect("the window can be resized");
        self.until(
            "the window has its size",
            &format!("innerWidth === {width}"),
        )
        .await;
    }

    /// How many windows there are.
    pub(crate) async fn count(&self) -> usize {
        self.client
            .windows()
            .await
            .expect("the windows can be counted")
            .len()
    }

    /// Leaves what a test provoked out of what [`Window::close`] objects to.
    pub(crate) async fn forget_violations(&self) {
        self.run("window.violations = [];", vec![]).await;
    }

    /// Waits until an expression of the page is true (or something), and answers it.
    pub(crate) async fn until(&self, what: &str, expression: &str) -> Value {
        let patience = PATIENCE.as_millis();
        let script = format!(
            "{}\nawaited(() => ({expression}), {patience}, arguments[arguments.length - 1]);",
            include_str!("page.js")
        );
        let mut answer = loop {
            match self.client.execute_async(&script, vec![]).await {
                Ok(answer) => break answer,
                // The page was left while it was looked at: the next one is looked at instead.
                Err(CmdError::Standard(left)) if left.error == ErrorStatus::NoSuchFrame => {}
                Err(cause) => panic!("the script runs: {cause}"),
            }
        };
        if let Some(problem) = answer.get("problem") {
            self.screenshot("failed").await;
            let log = std::fs::read_to_string(&self.log).unwrap_or_default();
            panic!("{what}: waited in vain; {problem}; the log: {log}");
        }
        answer["found"].take()
    }

    /// Waits until the page shows a text.
    pub(crate) async fn reads(&self, text: &str) {
        self.until(
            &format!("the page reads {text:?}"),
            &format!("reading().includes({})", json!(text)),
        )
        .await;
    }

    /// Waits until the page shows a text, where the program itself waits for as long as a person would.
    pub(crate) async fn reads_at_last(&self, text: &str) {
        let script = format!(
            "{}\nawaited(() => reading().includes({}), {}, arguments[arguments.length - 1]);",
            include_str!("page.js"),
            json!(text),
            PATIENCE.as_millis()
        );
        let looked = self.client.execute_async(&script, vec![]).await;
        if looked.expect("the script runs").get("problem").is_some() {
            self.reads(text).await;
        }
    }

    /// A number of users as the page writes it where the system has no language.
    pub(crate) async fn users(&self, number: u64) -> String {
        let script = "return `${arguments[0].toLocaleString('en')} users`;";
        let written = self.run(script, vec![json!(number)]).await;
        written.as_str().expect("a text").to_owned()
    }

    /// Waits until the page shows a text no more.
    pub(crate) async fn reads_no_more(&self, text: &str) {
        let gone = format!("!reading().includes({})", json!(text));
        self.until(&format!("the page reads {text:?} no more"), &gone)
            .await;
    }

    /// Waits for an element.
    pub(crate) async fn find(&self, role: &str, name: &str) -> Element {
        let found = self
            .until(&format!("there is a {role} {name:?}"), &find(role, name))
            .await;
        let reference = found[ELEMENT].as_str().expect("an element").to_owned();
        Element::from_element_id(self.client.clone(), reference.into())
    }

    /// Waits for an element, and answers what a script makes of it (called `it`) at once: a moment later
    /// the page may have drawn another in its place.
    pub(crate) async fn of(&self, role: &str, name: &str, expression: &str) -> Value {
        let made = format!("((it) => it && [({expression})])({})", find(role, name));
        let mut made = self
            .until(&format!("there is a {role} {name:?}"), &made)
            .await;
        made[0].take()
    }

    /// Presses something with the pointer.
    pub(crate) async fn press(&self, role: &str, name: &str) {
        let scrolled = "it.scrollIntoView({ block: 'center' })";
        loop {
            self.of(role, name, scrolled).await;
            match self.find(role, name).await.click().await {
                Ok(()) => break,
                // The page has drawn another in its place, which is the one that a person would press.
                Err(CmdError::Standard(gone))
                    if gone.error == ErrorStatus::StaleElementReference => {}
                Err(cause) => {
                    self.screenshot("failed").await;
                    panic!("the {role} {name:?} can be pressed: {cause:?}");
                }
            }
        }
    }

    /// Replaces what stands in a field.
    pub(crate) async fn fill(&self, name: &str, text: &str) {
        let field = self.find("textbox", name).await;
        field.clear().await.expect("the field can be emptied");
        if !text.is_empty() {
            field
                .send_keys(text)
                .await
                .expect("the field can be written to");
        }
    }

    /// Chooses a file for a field that takes one, found by selector: the system's own dialog is not the
    /// page's.
    pub(crate) async fn give(&self, selector: &str, file: &Path) {
        let field = self.client.find(Locator::Css(selector)).await;
        let path = file.to_str().expect("a path that can be typed");
        let given = field.expect("there is such a field").send_keys(path).await;
        given.expect("the file can be given");
    }

    /// Fills in the form that connects an organization, and sends it.
    pub(crate) async fn connect(&self, name: &str, server: &TestServer, role: Role) {
        self.fill("Name", name).await;
        self.fill("Address", &server.url()).await;
        self.fill("API token", server.token(role).reveal()).await;
        self.press("button", "Connect").await;
    }

    /// Types on the keyboard, wherever the focus is.
    pub(crate) async fn types(&self, text: &str) {
        for letter in text.chars() {
            self.chord(&[letter]).await;
        }
    }

    /// Presses keys together, the last one while the others are held; `fantoccini::key::Key` names them.
    pub(crate) async fn chord(&self, keys: &[char]) {
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let keys = down
            .chain(up)
            .fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.client
            .perform_actions(keys)
            .await
            .expect("the keys are pressed");
    }

    /// Drags with the pointer from one place of the page to another.
    pub(crate) async fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        let move_to = |(x, y)| PointerAction::MoveTo {
            duration: None,
            x,
            y,
        };
        let button = MOUSE_BUTTON_LEFT;
        let pointer = MouseActions::new("mouse".to_owned())
            .then(move_to(from))
            .then(PointerAction::Down { button })
            .then(move_to(to))
            .then(PointerAction::Up { button });
        self.client
            .perform_actions(pointer)
            .await
            .expect("the pointer is moved");
    }

    /// The name of what has the focus, with its role or tag.
    pub(crate) async fn focus(&self) -> String {
        self.run("return focus();", vec![])
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Waits until the page has drawn what it was told, and its motion has ended.
    pub(crate) async fn rest(&self) {
        let rest = "const done = arguments[0];
            const ended = () => Promise.allSettled(document.getAnimations().map((each) => each.finished));
            requestAnimationFrame(() => requestAnimationFrame(() => ended().then(() => setTimeout(done, 50))));";
        self.awaits(rest).await;
    }

    /// Keeps a picture under `target/screenshots`, once the page has come to rest.
    pub(crate) async fn screenshot(&self, name: &str) {
        self.rest().await;
        let picture = self
            .client
            .screenshot()
            .await
            .expect("a picture of the page");
        let mut file = name.to_owned();
        let _ = write!(file, ".png");
        std::fs::write(screenshots().join(file), picture).expect("the picture is kept");
    }
}

fn find(role: &str, name: &str) -> String {
    format!("find({}, {})", json!(role), json!(name))
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("a local address").port()
}

async fn listening(driver: &mut Group, port: u16) {
    let end = Instant::now() + PATIENCE;
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(
            !driver.has_ended(),
            "the driver stays; another program may have taken port {port}"
        );
        assert!(Instant::now() < end, "the driver listens");
        tokio::task::yield_now().await;
    }
}
