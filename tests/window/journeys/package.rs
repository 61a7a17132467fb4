//! The package of the desktop program: installed from an older one, started by what its desktop entry
//! says, upgraded and removed, in a root of its own. `cargo xtask dist --verify` hands in the package of a
//! release; otherwise one is made of the program under test.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rollcall_model::Role;
use rollcall_testkit::TestServer;
use tempfile::TempDir;

use crate::desk::Desk;
use crate::told::Told;

/// The package of a release that is to be looked at.
const GIVEN: &str = "ROLLCALL_PACKAGE";

/// A version that every release is newer than.
const OLDER: &str = "0.0.1";

/// Runs a program that must succeed, and answers what it printed.
fn run(command: &mut Command) -> String {
    let shown = format!("{command:?}");
    let output = command.stdin(Stdio::null()).output();
    let output = output.unwrap_or_else(|cause| panic!("{shown} can't be started: {cause}"));
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{shown} succeeds: {printed}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    printed
}

/// The package that was handed in, or one of the program under test, without what only a debugger reads.
fn package(scratch: &Path) -> PathBuf {
    if let Some(given) = std::env::var_os(GIVEN) {
        return given.into();
    }
    let built = scratch.join("target/debug");
    std::fs::create_dir_all(&built).expect("a folder for the program");
    run(Command::new("strip")
        .arg(env!("CARGO_BIN_EXE_rollcall"))
        .arg("-o")
        .arg(built.join("rollcall")));
    run(Command::new("npx")
        .args(["--no-install", "tauri", "bundle", "--ci", "--debug"])
        .args(["--bundles", "deb"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("CARGO_TARGET_DIR", scratch.join("target")));
    let bundles = std::fs::read_dir(built.join("bundle/deb")).expect("packages were made");
    let files = bundles.map(|entry| entry.expect("an entry can be read").path());
    let mut packages = files.filter(|path| path.extension().is_some_and(|ending| ending == "deb"));
    packages.next().expect("a package was made")
}

/// The same package under a lower version, as an earlier release would have left it.
fn older(package: &Path, scratch: &Path) -> PathBuf {
    let (tree, made) = (scratch.join("older"), scratch.join("older.deb"));
    run(Command::new("dpkg-deb")
        .arg("--raw-extract")
        .args([package, &tree]));
    let control = tree.join("DEBIAN/control");
    let text = std::fs::read_to_string(&control).expect("the package describes itself");
    let aged: String = text
        .lines()
        .map(|line| match line.starts_with("Version: ") {
            true => format!("Version: {OLDER}\n"),
            false => format!("{line}\n"),
        })
        .collect();
    std::fs::write(&control, aged).expect("the version can be changed");
    run(Command::new("dpkg-deb")
        .args(["--root-owner-group", "-Zgzip", "-z1", "--build"])
        .args([&tree, &made]));
    made
}

/// A root of its own for packages, which needs no other right than to write there.
struct Root {
    folder: TempDir,
}

impl Root {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the root");
        let admin = folder.path().join("var/lib/dpkg");
        std::fs::create_dir_all(admin.join("updates")).expect("a folder for dpkg");
        std::fs::create_dir_all(admin.join("info")).expect("a folder for dpkg");
        std::fs::write(admin.join("status"), "").expect("nothing is installed yet");
        Self { folder }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path.trim_start_matches('/'))
    }

    fn dpkg(&self, action: &str, on: impl AsRef<Path>) {
        let root = format!("--root={}", self.folder.path().display());
        run(Command::new("dpkg")
            .args([&root, "--force-not-root", "--force-depends"])
            .args(["--force-bad-path", "--log=/dev/null", action])
            .arg(on.as_ref()));
    }

    fn version(&self) -> String {
        let admin = format!("--admindir={}", self.path("var/lib/dpkg").display());
        run(Command::new("dpkg-query").args([
            &admin,
            "--show",
            "--showformat=${Version}",
            "rollcall",
        ]))
    }

    /// What the desktop entry says under a key.
    fn entry(&self, key: &str) -> String {
        let path = self.path("usr/share/applications/Rollcall.desktop");
        let text = std::fs::read_to_string(path).expect("the package has a desktop entry");
        let prefix = format!("{key}=");
        let found = text.lines().find_map(|line| line.strip_prefix(&prefix));
        found.expect("the entry has this key").to_owned()
    }

    /// The program that the desktop entry starts.
    fn program(&self) -> PathBuf {
        self.path(&format!("usr/bin/{}", self.entry("Exec")))
    }
}

#[tokio::test]
async fn the_package_starts_from_its_entry_and_what_a_person_did_survives_an_upgrade() {
    let scratch = tempfile::tempdir().expect("a folder for packages");
    let package = package(scratch.path());
    let older = older(&package, scratch.path());
    let root = Root::new();

    root.dpkg("--install", &older);
    assert_eq!(root.version(), OLDER);
    for size in [
        "16x16",
        "24x24",
        "32x32",
        "48x48",
        "64x64",
        "128x128",
        "256x256@2",
        "512x512",
    ] {
        let icon = format!(
            "usr/share/icons/hicolor/{size}/apps/{}.png",
            root.entry("Icon")
        );
        assert!(root.path(&icon).exists(), "the menu finds {icon}");
    }
    for file in [
        "usr/share/metainfo/app.rollcall.desktop.metainfo.xml",
        "usr/share/doc/rollcall/copyright",
    ] {
        assert!(root.path(file).exists(), "the package has {file}");
    }

    let desk = Desk::with_keychain();
    let mut server = TestServer::start(60);
    let told = Told::of(&server);
    let helper = told.somebody("member").await;
    let window = desk.open_installed(&root.program()).await;
    let users = window.users(told.count().await).await;
    window
        .connect("Northwind Trading", &server, Role::Admin)
        .await;
    window.reads(&users).await;
    server.stop();
    window.fill("Search users", &helper.email).await;
    window.press("row", &helper.name).await;
    window.press("button", "Edit").await;
    window.fill("Display name", "Ana Installed").await;
    window.press("button", "Save 1 change").await;
    window.reads("1 change waits").await;
    window.close().await;

    root.dpkg("--install", &package);
    assert_ne!(root.version(), OLDER, "the release is newer");
    let window = desk.open_installed(&root.program()).await;
    window.reads("Northwind Trading").await;
    window.reads("1 change waits").await;
    window.screenshot("installed-upgraded").await;
    server.start_again();
    window
        .until(
            "what waited before the upgrade goes out after it",
            "!reading().includes('1 change waits')",
        )
        .await;
    assert_eq!(told.person(&helper.id).await.name, "Ana Installed");
    window.close().await;

    let program = root.program();
    root.dpkg("--remove", "rollcall");
    assert!(!program.exists(), "the program is gone");
    assert!(
        desk.profile().join("organizations").exists(),
        "what belongs to the person stays"
    );
}
