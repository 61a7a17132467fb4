//! A real Secret Service on a D-Bus session of its own: nothing of the person who runs the tests
//! is read or written.

use std::process::{Command, Stdio};

use crate::group::Group;

/// An unlocked gnome-keyring, which ends with this value.
pub(crate) struct Keychain {
    bus: String,
    // In this order: the service goes before the bus it sits on.
    _service: Group,
    _daemon: Group,
}

impl Keychain {
    /// Starts both; `furnish` gives a program the environment of the desk.
    pub(crate) fn unlocked(mut bus: Command, furnish: impl Fn(&mut Command)) -> Self {
        bus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        let daemon = Group::start(bus.stderr(Stdio::null()));
        let address = daemon.line("unix:");
        let mut service = Command::new("sh");
        furnish(&mut service);
        let script =
            r#"printf 'pw\n' | gnome-keyring-daemon --unlock --components=secrets --foreground"#;
        service
            .args(["-c", script])
            .env("DBUS_SESSION_BUS_ADDRESS", &address)
            .stderr(Stdio::null());
        let service = Group::start(&mut service);
        // Answers only once the service is there: storing is the readiness that the program needs.
        let mut probe = Command::new("sh");
        furnish(&mut probe);
        let script = "until printf ready | timeout 5 secret-tool store --label=probe probe window; do :; done";
        let probed = probe
            .args(["-c", script])
            .env("DBUS_SESSION_BUS_ADDRESS", &address)
            .stderr(Stdio::null())
            .status()
            .expect("a shell");
        assert!(probed.success(), "the keychain stores what it is given");
        Self {
            bus: address,
            _service: service,
            _daemon: daemon,
        }
    }

    /// The address of its bus.
    pub(crate) fn bus(&self) -> &str {
        &self.bus
    }
}
