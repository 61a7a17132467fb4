//! A real Secret Service on a D-Bus session of its own: nothing of the person who runs the tests
//! is read or written.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::group::Group;

/// An unlocked gnome-keyring, which ends with this value.
pub(crate) struct Keychain {
    bus: String,
    // In this order: the service goes before the bus it sits on.
    _service: Group,
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

/// Unlocks a keychain that is made by it, and stays in the foreground.
const UNLOCK: &str =
    r#"printf 'pw\n' | gnome-keyring-daemon --unlock --components=secrets --foreground"#;

/// Succeeds once the keychain stores what it is given.
const PROBE: &str = "until printf ready | secret-tool store --label=probe probe window; do :; done";

impl Keychain {
    /// Starts both; `furnish` gives a program the environment of the desk, `folder` is the desk's own.
    pub(crate) fn unlocked(folder: &Path, furnish: impl Fn(&mut Command)) -> Self {
        let configuration = folder.join("bus.conf");
        std::fs::write(&configuration, BUS).expect("the bus is configured");
        let program = |name: &str| {
            let mut command = Command::new(name);
            furnish(&mut command);
            command.stderr(Stdio::null());
            command
        };
        let mut bus = program("dbus-daemon");
        bus.arg("--config-file").arg(configuration);
        let daemon = Group::start(bus.args(["--nofork", "--nopidfile", "--print-address=1"]));
        let address = daemon.line("unix:");
        let mut service = program("sh");
        service
            .args(["-c", UNLOCK])
            .env("DBUS_SESSION_BUS_ADDRESS", &address);
        let service = Group::start(&mut service);
        let mut probe = program("timeout");
        probe
            .args(["30", "sh", "-c", PROBE])
            .env("DBUS_SESSION_BUS_ADDRESS", &address);
        let probed = probe.status().expect("the keychain is asked");
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
