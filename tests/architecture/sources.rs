//! What holds of each file of the sources: what it says, what it is called, what it may name.

use std::fs;

use crate::tree::{files, is_test, read, root};

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
