//! Holds what `docs/architecture.md` says of the whole: who may use whom, where the outside world
//! is named, and that the lists of commands are one list.

#![expect(
    clippy::expect_used,
    reason = "a test that can't go on fails, and says at what"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Of our own crates, which may use which. What only tests use is free.
const LAYERS: &[(&str, &[&str])] = &[
    ("language", &[]),
    ("model", &["language"]),
    ("scim", &[]),
    ("vault", &["language"]),
    ("policy", &["language", "model"]),
    ("cache", &["language", "model"]),
    ("sync", &["language", "model", "cache"]),
    ("remote", &["language", "sync", "scim", "model"]),
    ("org-server", &["language", "model", "policy", "scim"]),
    (
        "app",
        &["language", "model", "policy", "cache", "sync", "vault"],
    ),
    ("cli", &["app", "language", "remote", "cache", "vault"]),
    (
        "testkit",
        &[
            "model",
            "policy",
            "scim",
            "cache",
            "sync",
            "remote",
            "vault",
            "org-server",
            "app",
        ],
    ),
    ("torture", &["model", "cache", "org-server", "testkit"]),
    (
        "simulator",
        &[
            "model",
            "scim",
            "cache",
            "sync",
            "remote",
            "org-server",
            "app",
        ],
    ),
    (
        "bench",
        &[
            "model",
            "policy",
            "scim",
            "cache",
            "sync",
            "remote",
            "vault",
            "org-server",
            "app",
            "testkit",
        ],
    ),
];

/// What the desktop package may use.
const SHELL: &[&str] = &["app", "language", "remote", "cache", "vault", "org-server"];

/// Which crates may name these: everybody else is kept free of them.
const OUTSIDE: &[(&str, &[&str])] = &[
    ("tauri", &["rollcall"]),
    ("reqwest", &["rollcall-remote", "rollcall-bench"]),
    ("axum", &["rollcall-org-server", "rollcall-bench"]),
    ("keyring", &["rollcall-vault"]),
    (
        "rusqlite",
        &[
            "rollcall-cache",
            "rollcall-org-server",
            "rollcall-bench",
            "rollcall-testkit",
        ],
    ),
    ("ts-rs", &["rollcall-app"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path)
        .unwrap_or_else(|cause| panic!("{} can be read: {cause}", path.display()))
}

fn json(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|cause| panic!("{path} is JSON: {cause}"))
}

/// Every file below a folder with one of these extensions.
fn files(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if extensions
                .iter()
                .any(|wanted| path.extension().is_some_and(|own| own == *wanted))
            {
                found.push(path);
            }
        }
    }
    found
}

/// A test of the interface, which may name what it looks for.
fn is_test(path: &Path) -> bool {
    path.to_string_lossy().ends_with(".test.ts")
}

/// What each package of the workspace depends on outside of its tests.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let arguments = ["metadata", "--offline", "--no-deps", "--format-version=1"];
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let metadata: Value =
        serde_json::from_slice(&output.stdout).expect("cargo describes the workspace");
    let name = |value: &Value| value["name"].as_str().expect("a name").to_owned();
    let used = |package: &Value| {
        let all = package["dependencies"].as_array().expect("a list").clone();
        all.iter()
            .filter(|one| one["kind"] != "dev")
            .map(name)
            .collect()
    };
    let packages = metadata["packages"].as_array().expect("a list");
    packages
        .iter()
        .map(|package| (name(package), used(package)))
        .collect()
}

#[test]
fn crates_use_only_the_layers_below_them() {
    let dependencies = dependencies();
    let allowed: BTreeMap<String, &[&str]> = LAYERS
        .iter()
        .map(|(name, below)| (format!("rollcall-{name}"), *below))
        .chain([
            ("rollcall".to_owned(), SHELL),
            ("xtask".to_owned(), &[][..]),
        ])
        .collect();
    for (package, used) in &dependencies {
        let below = allowed
            .get(package)
            .unwrap_or_else(|| panic!("{package} has a place in the layers"));
        for own in used
            .iter()
            .filter_map(|name| name.strip_prefix("rollcall-"))
        {
            assert!(
                below.contains(&own),
                "{package} may not use {own}: the arrows point one way"
            );
        }
    }
}

#[test]
fn no_program_that_ships_knows_the_simulator_or_its_planted_bugs() {
    for (package, used) in dependencies() {
        assert!(
            !used.contains("rollcall-simulator"),
            "{package} uses the simulator: faults are put in from outside, and nowhere else"
        );
    }
}

#[test]
fn the_outside_world_is_named_in_one_crate_each() {
    for (package, used) in dependencies() {
        for (outside, homes) in OUTSIDE {
            let at_home = homes.contains(&package.as_str());
            assert!(
                at_home || !used.contains(*outside),
                "{package} names {outside}, whose place is {homes:?}"
            );
        }
    }
}

#[test]
fn every_dependency_has_its_reason() {
    let reasons = read("docs/dependencies.md");
    let manifest = read("Cargo.toml");
    let shared = manifest
        .split_once("[workspace.dependencies]")
        .and_then(|(_, rest)| rest.split_once("\n["))
        .expect("the workspace's dependencies")
        .0;
    let ours = |name: &str| name.starts_with("rollcall-");
    let rust = shared
        .lines()
        .filter_map(|line| Some(line.split_once(" = ")?.0));
    let package = json("package.json");
    let npm = ["dependencies", "devDependencies"]
        .into_iter()
        .flat_map(|kind| {
            package[kind]
                .as_object()
                .expect("a list of packages")
                .keys()
        });
    for name in rust
        .filter(|name| !ours(name))
        .chain(npm.map(String::as_str))
    {
        assert!(
            reasons.contains(&format!("`{name}`")),
            "docs/dependencies.md says why {name} is here"
        );
    }
}

#[test]
fn the_words_of_the_product_have_no_shape_on_any_wire() {
    for package in ["rollcall-model", "rollcall-policy"] {
        let used = &dependencies()[package];
        assert!(!used.contains("serde"), "{package} is nobody's wire shape");
    }
}

#[test]
fn the_shell_names_storage_network_and_keychain_only_where_it_is_wired() {
    for path in files("src-tauri", &["rs"]) {
        let text = fs::read_to_string(&path).expect("the file can be read");
        let file = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        for part in ["rollcall_remote", "rollcall_cache", "rollcall_vault"] {
            assert!(
                file == "wiring.rs" || !text.contains(part),
                "{file} names {part}: the composition root is wiring.rs"
            );
        }
        let server = text.contains("rollcall_org_server");
        assert!(
            file == "demo.rs" || !server,
            "{file} names the server: only the demo organization has one here"
        );
    }
}

#[test]
fn what_is_special_to_a_system_stands_in_one_place_of_each_crate() {
    let asks = |line: &str| {
        let line = line.trim_start();
        line.contains("cfg")
            && ["unix", "windows", "target_os", "target_family"]
                .iter()
                .any(|system| line.contains(system))
            && !line.starts_with("//")
            // How a program is linked, not what it does.
            && !line.contains("windows_subsystem")
    };
    let mut elsewhere = Vec::new();
    for folder in ["crates", "src-tauri", "xtask/src"] {
        for path in files(folder, &["rs"]) {
            let place = path.strip_prefix(root()).unwrap_or(&path);
            let names = |names: &[&str]| {
                place
                    .components()
                    .any(|part| names.iter().any(|name| part.as_os_str() == *name))
            };
            if names(&["system", "system.rs", "tests"]) {
                continue;
            }
            let text = read(&path);
            let product = text.split("#[cfg(test)]").next().unwrap_or_default();
            let asking = product.lines().filter(|line| asks(line));
            elsewhere.extend(asking.map(|line| format!("{}: {line}", place.display())));
        }
    }
    assert!(
        elsewhere.is_empty(),
        "a crate asks for the system in its system.rs alone: {elsewhere:#?}"
    );
}

#[test]
fn the_interface_names_tauri_in_one_file() {
    for path in files("ui/src", &["ts"]) {
        let text = fs::read_to_string(&path).expect("the file can be read");
        let host = path.ends_with("ui/src/host/tauri.ts");
        assert!(
            host || is_test(&path) || !text.contains("@tauri-apps"),
            "{} names Tauri: its place is src/host",
            path.display()
        );
    }
}

#[test]
fn text_from_a_server_never_becomes_markup() {
    for path in files("ui/src", &["ts"]) {
        let text = fs::read_to_string(&path).expect("the file can be read");
        for door in [
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "unsafeHTML",
            "unsafeSVG",
            "document.write",
            "eval(",
        ] {
            assert!(
                !text.contains(door),
                "{} uses {door}: text stays text",
                path.display()
            );
        }
    }
}

#[test]
fn every_file_says_first_why_it_exists() {
    let rust = ["crates", "src-tauri", "tests", "xtask"]
        .map(|folder| files(folder, &["rs"]))
        .concat();
    let generated = root().join("ui/src/host/types");
    let script = files("ui/src", &["ts"])
        .into_iter()
        .filter(|path| !path.starts_with(&generated));
    let all = rust
        .into_iter()
        .map(|path| (path, "//! "))
        .chain(script.map(|path| (path, "/**")));
    for (path, opening) in all {
        let text = fs::read_to_string(&path).expect("the file can be read");
        let says = text
            .strip_prefix(opening)
            .unwrap_or_else(|| panic!("{} begins with {opening:?} and its reason", path.display()));
        let reason = says.trim_start_matches(['\n', ' ', '*']);
        let reason = reason.lines().next().unwrap_or_default();
        assert!(
            reason.len() > 15,
            "{} gives a reason and not a label: {reason:?}",
            path.display()
        );
    }
}

#[test]
fn code_that_is_not_checked_for_memory_safety_is_in_one_file() {
    let home = root().join("crates/testkit/src/disk/vfs.rs");
    for path in ["crates", "src-tauri", "xtask"]
        .map(|folder| files(folder, &["rs"]))
        .concat()
    {
        let text = fs::read_to_string(&path).expect("the file can be read");
        for code in [
            "unsafe {",
            "unsafe fn",
            "unsafe extern",
            "unsafe impl",
            "unsafe_code",
        ] {
            assert!(
                path == home || !text.contains(code),
                "{} has unsafe code: its place is the disk below SQLite in tests",
                path.display()
            );
        }
    }
}

#[test]
fn no_file_is_named_for_what_is_left_over() {
    let all = ["crates", "src-tauri", "xtask", "ui/src"]
        .map(|folder| files(folder, &["rs", "ts"]))
        .concat();
    for path in all {
        let stem = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        for word in [
            "manager", "helper", "helpers", "util", "utils", "common", "core", "misc",
        ] {
            assert!(
                stem != word,
                "{} is a drawer: name the thing",
                path.display()
            );
        }
    }
}

/// What stands between quotes in the part of a text that begins after `from` and ends before `to`.
fn quoted(text: &str, from: &str, to: &str) -> Vec<String> {
    let (_, rest) = text
        .split_once(from)
        .unwrap_or_else(|| panic!("there is a {from:?}"));
    let (list, _) = rest
        .split_once(to)
        .unwrap_or_else(|| panic!("{from:?} is closed by {to:?}"));
    list.split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort_unstable();
    names
}

#[test]
fn the_lists_of_commands_are_one_list() {
    let declared = sorted(quoted(
        &read("src-tauri/build.rs"),
        "COMMANDS: &[&str] = &[",
        "];",
    ));
    let register = read("src-tauri/register.rs");
    let (_, handlers) = register
        .split_once("generate_handler![")
        .expect("the handlers");
    let (handlers, _) = handlers.split_once(']').expect("the end of the handlers");
    let registered = handlers
        .split(',')
        .filter_map(|path| path.trim().rsplit("::").next())
        .map(str::to_owned);
    let registered = sorted(registered.filter(|name| !name.is_empty()).collect());
    let called = sorted(quoted(
        &read("ui/src/host/commands.ts"),
        "COMMANDS = [",
        "]",
    ));
    let capability = json("src-tauri/capabilities/main.json");
    let permitted = capability["permissions"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| {
            let name = one.as_str().expect("a permission by name, without a scope");
            name.strip_prefix("allow-")
                .unwrap_or_else(|| panic!("{name} is a product command"))
                .replace('-', "_")
        });
    assert_eq!(
        registered, declared,
        "what is registered is what the build declares"
    );
    assert_eq!(
        sorted(permitted.collect()),
        declared,
        "each command is permitted by name, and nothing else"
    );
    assert_eq!(
        called, declared,
        "the interface calls what there is, and all of it"
    );
}

#[test]
fn one_capability_gives_the_local_page_in_the_one_window_its_commands() {
    assert_eq!(
        files("src-tauri/capabilities", &["json", "toml"]).len(),
        1,
        "one list to read in a review"
    );
    let capability = json("src-tauri/capabilities/main.json");
    assert_eq!(
        capability["windows"],
        serde_json::json!(["main"]),
        "no other window gets a command"
    );
    assert_eq!(capability["local"], true, "the page is the one built in");
    assert!(
        capability.get("remote").is_none(),
        "no remote origin gets a command"
    );
}

#[test]
fn the_window_is_closed_to_everything_but_the_interface() {
    let security = &json("tauri.conf.json")["app"]["security"];
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
        connect-src ipc: http://ipc.localhost; base-uri 'none'; form-action 'none'; frame-src 'none'; object-src 'none'";
    assert_eq!(security["csp"], policy, "no inline code, no other origin");
    assert_eq!(
        security["freezePrototype"], true,
        "the page can't be changed from under itself"
    );
    assert!(
        security
            .get("dangerousDisableAssetCspModification")
            .is_none(),
        "Tauri may only tighten the policy"
    );
    assert_eq!(
        security["assetProtocol"]["enable"], false,
        "no file of the disk is served to the page"
    );
    assert_eq!(
        json("tauri.conf.json")["app"]["withGlobalTauri"],
        false,
        "the bridge is imported, not global"
    );
}
