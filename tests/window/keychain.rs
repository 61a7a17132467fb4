//! A real Secret Service on a D-Bus session of its own: nothing of the person who runs the tests
//! is read or written.

use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::group::Group;

/// A gnome-keyring, which ends with this value.
pub(crate) struct Keychain {
    bus: String,
    /// Where the rules of the bus stand.
    configuration: PathBuf,
    /// Where it is told the password, as at a sign-in to the computer.
    control: PathBuf,
    // In this order: the service goes before the bus it sits on.
    service: Option<Group>,
    _daemon: Group,
}

/// A bus that starts nothing by itself: else a question that comes before the keychain is there
/// would start a second one, which is locked and waits for a person.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// After this rule, a further one that keeps everybody from the keychain.
const ALLOWED: &str = r#"<allow own="*"/>"#;
const FORBIDDEN: &str = r#"<allow own="*"/><deny send_destination="org.freedesktop.secrets"/>"#;

/// Lets the bus read its rules again.
const RULES: &str = "dbus-send --session --print-reply --dest=org.freedesktop.DBus \
    /org/freedesktop/DBus org.freedesktop.DBus.ReloadConfig";

/// What the keychain is locked with; [`UNLOCKED`] has it, too.
const PASSWORD: &str = "pw";

/// Unlocks a keychain, which is made by it the first time, and stays in the foreground.
const UNLOCKED: &str =
    r#"printf pw | gnome-keyring-daemon --unlock --components=secrets --foreground"#;

/// Serves whatever keyring is there, locked, and has nobody to ask for its password.
const LOCKED: &str = "gnome-keyring-daemon --components=secrets --foreground";

/// Succeeds once the keychain stores what it is given.
const STORES: &str =
    "until printf ready | secret-tool store --label=probe probe window; do :; done";

/// Succeeds once a keychain answers on the bus.
const SERVES: &str = "until dbus-send --session --print-reply --dest=org.freedesktop.DBus \
    /org/freedesktop/DBus org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets \
    | grep -q 'boolean true'; do :; done";

impl Keychain {
    /// Starts a bus and an unlocked keychain on it; `furnish` gives a program the environment of the desk,
    /// `folder` is the desk's own.
    pub(crate) fn unlocked(folder: &Path, furnish: impl Fn(&mut Command)) -> Self {
        let mut keychain = Self::without_service(folder, &furnish);
        keychain.serve(UNLOCKED, STORES, furnish);
        keychain
    }

    fn without_service(folder: &Path, furnish: impl Fn(&mut Command)) -> Self {
        let configuration = folder.join("bus.conf");
        std::fs::write(&configuration, BUS).expect("the bus is configured");
        let mut bus = Command::new("dbus-daemon");
        furnish(&mut bus);
        bus.stderr(Stdio::null());
        bus.arg("--config-file").arg(&configuration);
        let daemon = Group::start(bus.args(["--nofork", "--nopidfile", "--print-address=1"]));
        Self {
            bus: daemon.line("unix:"),
            configuration,
            control: folder.join("run/keyring/control"),
            service: None,
            _daemon: daemon,
        }
    }

    /// As after a start of the computer at which nobody has given the password yet.
    pub(crate) fn lock(&mut self, furnish: impl Fn(&mut Command)) {
        self.serve(LOCKED, SERVES, furnish);
    }

    /// Somebody gives the password: who has asked it before goes on.
    pub(crate) fn unlock(&self) {
        // A byte that stands for who asks; then a length, *unlock*, and the password after its own length.
        let mut asked = vec![0];
        let length = 12 + PASSWORD.len();
        for number in [length, 1, PASSWORD.len()] {
            asked.extend(u32::try_from(number).expect("it is short").to_be_bytes());
        }
        asked.extend(PASSWORD.as_bytes());
        let mut control = UnixStream::connect(&self.control).expect("the keychain listens");
        control.write_all(&asked).expect("the keychain is told");
        let mut answer = [0; 8];
        control
            .read_exact(&mut answer)
            .expect("the keychain answers");
        assert_eq!(answer, [0, 0, 0, 8, 0, 0, 0, 0], "it is unlocked");
    }

    /// What it has of Rollcall's, as the system's own tool tells it.
    pub(crate) fn entries(&self, furnish: impl Fn(&mut Command)) -> String {
        let mut command = self.command("secret-tool search --all service Rollcall 2>&1", furnish);
        let output = command.output().expect("the keychain is asked");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Deletes what it has of Rollcall's under this name.
    pub(crate) fn forget(&self, name: &str, furnish: impl Fn(&mut Command)) {
        let clear = format!("secret-tool clear service Rollcall username {name}");
        self.run(&clear, furnish);
    }

    /// It takes every question, and answers none.
    pub(crate) fn falls_silent(&self) {
        self.service.iter().for_each(Group::pause);
    }

    /// It answers what it was asked meanwhile, and goes on.
    pub(crate) fn answers_again(&self) {
        self.service.iter().for_each(Group::resume);
    }

    /// Nobody may speak to it.
    pub(crate) fn forbid(&self, furnish: impl Fn(&mut Command)) {
        self.rule(&BUS.replace(ALLOWED, FORBIDDEN), furnish);
    }

    /// Everybody may again.
    pub(crate) fn permit(&self, furnish: impl Fn(&mut Command)) {
        self.rule(BUS, furnish);
    }

    fn rule(&self, rules: &str, furnish: impl Fn(&mut Command)) {
        std::fs::write(&self.configuration, rules).expect("the bus is configured");
        self.run(RULES, furnish);
    }

    fn serve(&mut self, service: &str, ready: &str, furnish: impl Fn(&mut Command)) {
        // One at a time has the name on the bus.
        self.service = None;
        let mut started = self.command(service, &furnish);
        self.service = Some(Group::start(started.stderr(Stdio::null())));
        self.run(ready, furnish);
    }

    fn run(&self, script: &str, furnish: impl Fn(&mut Command)) {
        let script = format!("timeout 30 sh -c {script:?}");
        let mut command = self.command(&script, furnish);
        let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
        let done = status.expect("the keychain is asked");
        assert!(done.success(), "{script}: {done}");
    }

    fn command(&self, script: &str, furnish: impl Fn(&mut Command)) -> Command {
        let mut command = Command::new("sh");
        furnish(&mut command);
        command
            .args(["-c", script])
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus);
        command
    }

    /// The address of its bus.
    pub(crate) fn bus(&self) -> &str {
        &self.bus
    }
}
