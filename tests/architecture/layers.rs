//! Who may use whom, and where the outside world is named.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::tree::{files, json, read, root};

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
