//! What the page in the window may do: the lists of commands are one list, and nothing else is open to it.

use crate::tree::{files, json, read};

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
