//! A desk to put the window on: a display, a home folder and a keychain that belong to one test.

use std::fs::{OpenOptions, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use rollcall_testkit::TestNetwork;
use tempfile::TempDir;

use crate::group::Group;
use crate::keychain::Keychain;
use crate::window::Window;

/// What one test sees of a computer. It stays while the program is started again and again.
pub(crate) struct Desk {
    folder: TempDir,
    display: String,
    keychain: Option<Keychain>,
    theme: &'static str,
    log: &'static str,
    environment: Vec<(&'static str, String)>,
    _server: Group,
}

impl Desk {
    /// A desk without a keychain.
    pub(crate) fn new() -> Self {
        let mut server = Command::new("Xvfb");
        server.args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1440x960x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ]);
        let server = Group::start(server.stderr(std::process::Stdio::null()));
        let display = format!(":{}", server.line(""));
        let folder = tempfile::tempdir().expect("a folder for the test");
        for part in ["home", "data", "cache", "config", "run", "bin"] {
            std::fs::create_dir(folder.path().join(part)).expect("a folder for the test");
        }
        std::fs::set_permissions(folder.path().join("run"), Permissions::from_mode(0o700))
            .expect("a private folder");
        Self {
            folder,
            display,
            keychain: None,
            theme: "Adwaita",
            log: "warn",
            environment: Vec::new(),
            _server: server,
        }
    }

    /// The same with a real keychain, unlocked, on a bus of its own.
    pub(crate) fn with_keychain() -> Self {
        let mut desk = Self::new();
        let keychain = Keychain::unlocked(desk.folder(), |command| desk.furnish(command));
        desk.keychain = Some(keychain);
        desk
    }

    /// The keychain is locked, as after a start of the computer.
    pub(crate) fn lock_keychain(&mut self) {
        let mut keychain = self.keychain.take().expect("the desk has a keychain");
        keychain.lock(|command| self.furnish(command));
        self.keychain = Some(keychain);
    }

    /// The bus lets nobody speak to the keychain, as a sandbox does; or does so again.
    pub(crate) fn forbid_keychain(&self) {
        self.keychain().forbid(|command| self.furnish(command));
    }

    /// See [`Desk::forbid_keychain`].
    pub(crate) fn permit_keychain(&self) {
        self.keychain().permit(|command| self.furnish(command));
    }

    /// Deletes a secret of the organization from the keychain, by what it is called there.
    pub(crate) fn forget_secret(&self, kind: &str) {
        let listed = std::fs::read_dir(self.profile().join("organizations"));
        let folder = listed.expect("the profile is there").flatten().next();
        let id = folder.expect("an organization is there").file_name();
        let name = format!("{}/{kind}", id.display());
        self.keychain()
            .forget(&name, |command| self.furnish(command));
    }

    /// The keychain of this desk.
    pub(crate) fn keychain(&self) -> &Keychain {
        self.keychain.as_ref().expect("the desk has a keychain")
    }

    /// What the keychain has of Rollcall's.
    pub(crate) fn kept_secrets(&self) -> String {
        self.keychain().entries(|command| self.furnish(command))
    }

    /// The same after dark.
    pub(crate) fn dark(mut self) -> Self {
        self.theme = "Adwaita:dark";
        self
    }

    /// The same of somebody whose system speaks German.
    pub(crate) fn in_german(mut self) -> Self {
        self.environment.push(("LANG", "de_DE.UTF-8".to_owned()));
        self
    }

    /// The same with a program that logs all it can.
    pub(crate) fn at_the_highest_log_level(mut self) -> Self {
        self.log = "trace";
        self
    }

    /// The same in a network that has a proxy, and an authority of its own.
    pub(crate) fn behind(mut self, network: &TestNetwork) -> Self {
        self.environment = network.environment().into();
        self
    }

    /// Everything that the program wrote here: its profile, the web view's own data, its log.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where the program keeps its profile.
    pub(crate) fn profile(&self) -> PathBuf {
        self.folder.path().join("profile")
    }

    /// Starts the program and waits for its window.
    pub(crate) async fn open(&self, arguments: &[&str]) -> Window {
        let (driver, log) = self.driver();
        let program = Path::new(env!("CARGO_BIN_EXE_rollcall"));
        Window::open(driver, program, arguments, log).await
    }

    /// Starts a program that was installed from a package.
    pub(crate) async fn open_installed(&self, program: &Path) -> Window {
        let (driver, log) = self.driver();
        Window::open(driver, program, &[], log).await
    }

    /// Runs the program until it ends by itself: whether it says that it succeeded, and what it printed.
    pub(crate) fn run(&self, arguments: &[&str]) -> (bool, String) {
        let mut program = Command::new(env!("CARGO_BIN_EXE_rollcall"));
        self.furnish(&mut program);
        let output = program.args(arguments).output().expect("the program runs");
        let said = [output.stdout, output.stderr].concat();
        (
            output.status.success(),
            String::from_utf8_lossy(&said).into_owned(),
        )
    }

    /// Runs the program where there is no screen; its exit status and what it says.
    pub(crate) fn run_without_a_screen(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let mut program = Command::new(env!("CARGO_BIN_EXE_rollcall"));
        self.furnish(&mut program);
        program.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        let output = program.args(arguments).output().expect("the program runs");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), said)
    }

    /// Opens an address in a browser.
    pub(crate) async fn browse(&self, address: &str) -> Window {
        let (driver, log) = self.driver();
        Window::browse(driver, address, log).await
    }

    /// Puts a browser on the desk that only notes the address it is to open, in the file answered.
    pub(crate) fn noting_browser(&self) -> PathBuf {
        let noted = self.folder.path().join("opened");
        let program = self.folder.path().join("bin/xdg-open");
        let (whole, part) = (noted.display(), noted.with_extension("part"));
        let script = format!(
            "#!/bin/sh\nprintf %s \"$1\" > '{part}'\nmv '{part}' '{whole}'\n",
            part = part.display()
        );
        std::fs::write(&program, script).expect("the browser can be written");
        std::fs::set_permissions(&program, Permissions::from_mode(0o755))
            .expect("the browser can be started");
        noted
    }

    /// What drives a window, and where what it says is kept.
    fn driver(&self) -> (Command, PathBuf) {
        let mut driver = Command::new("WebKitWebDriver");
        self.furnish(&mut driver);
        let log = self.folder.path().join("log");
        let file = OpenOptions::new().create(true).append(true).open(&log);
        driver.stderr(file.expect("a file for the log"));
        (driver, log)
    }

    /// Types into a window of the system's own and presses Enter: into a dialog that asks for a file. Waits
    /// for it by its title; there is no window manager to give it the focus.
    pub(crate) fn types_into(&self, title: &str, text: &str) {
        self.presses_in(title, "ctrl+a");
        self.xdotool(&["type", "--delay", "1", text]);
        self.xdotool(&["key", "Return"]);
    }

    /// Leaves such a dialog.
    pub(crate) fn leaves(&self, title: &str) {
        self.presses_in(title, "Escape");
    }

    fn presses_in(&self, title: &str, key: &str) {
        let title = format!("^{title}$");
        let find = ["search", "--sync", "--onlyvisible", "--name", &title];
        self.xdotool(&[&find[..], &["windowfocus", "key", key]].concat());
    }

    fn xdotool(&self, arguments: &[&str]) {
        // It would wait for a window for ever.
        let mut xdotool = Command::new("timeout");
        self.furnish(&mut xdotool);
        let status = xdotool.args(["25", "xdotool"]).args(arguments).status();
        let done = status.expect("xdotool is there (cargo xtask setup)");
        assert!(done.success(), "xdotool {arguments:?}: {done}");
    }

    /// Sets the environment of a program that works at this desk.
    fn furnish(&self, command: &mut Command) {
        let folder = |name: &str| self.folder.path().join(name);
        let paths = std::env::var_os("PATH").unwrap_or_default();
        let paths = std::iter::once(folder("bin")).chain(std::env::split_paths(&paths));
        command
            .env(
                "PATH",
                std::env::join_paths(paths).expect("a list of folders"),
            )
            .env("HOME", folder("home"))
            .env("XDG_DATA_HOME", folder("data"))
            .env("XDG_CACHE_HOME", folder("cache"))
            .env("XDG_CONFIG_HOME", folder("config"))
            .env("XDG_RUNTIME_DIR", folder("run"))
            .env("ROLLCALL_HOME", self.profile())
            .env("ROLLCALL_LOG", self.log)
            .env("DISPLAY", &self.display)
            .env("GTK_THEME", self.theme)
            // No accessibility bus: it would be started beside the test and outlive it.
            .env("NO_AT_BRIDGE", "1")
            .env("LANG", "C.UTF-8")
            // What comes before LANG where a person has set it.
            .env_remove("LANGUAGE")
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env("TZ", "UTC")
            .env_remove("WAYLAND_DISPLAY")
            .envs(self.environment.iter().map(|(name, value)| (*name, value)));
        let bus = self
            .keychain
            .as_ref()
            .map_or("unix:path=/nonexistent", Keychain::bus);
        command.env("DBUS_SESSION_BUS_ADDRESS", bus);
    }
}

/// Where pictures of the window are kept.
pub(crate) fn screenshots() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
    std::fs::create_dir_all(&folder).expect("a folder for screenshots");
    folder
}
