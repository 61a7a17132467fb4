//! The journal from a terminal: looked through, exported, and checked, here and elsewhere.

use rollcall_model::Role;
use serde_json::Value;

use crate::support::{Desk, text};

/// A desk at which somebody's role was changed; and who that is.
fn changed() -> (Desk, Value) {
    let desk = Desk::synced(50, Role::Admin);
    // Less power than before: it goes out without being asked about once more.
    let member = desk.somebody(Role::UserAdmin);
    let set = ["users", "set-role", &text(&member["email"]), "member"];
    desk.run(&set).succeeded();
    (desk, member)
}

fn listed(desk: &Desk, arguments: &[&str]) -> Vec<Value> {
    let list = ["journal", "list", "--format", "json"];
    let listed = desk.run(&[&list, arguments].concat()).succeeded().json();
    listed["lines"].as_array().unwrap().clone()
}

#[test]
fn the_journal_is_listed_newest_first_and_narrowed() {
    let (desk, member) = changed();
    let (name, email) = (text(&member["name"]), text(&member["email"]));
    let lines = listed(&desk, &[]);
    let kinds: Vec<String> = lines.iter().map(|line| text(&line["kind"])).collect();
    assert_eq!(kinds, ["applied", "sending", "queued"]);
    let newest = &lines[0];
    assert_eq!(newest["line"], 3);
    assert_eq!(
        text(&newest["text"]),
        format!("Done: {name}, User Admin → Member")
    );
    assert_eq!(newest["email"], Value::from(email.clone()));
    let me = desk.run(&["whoami", "--format", "json"]).json()["name"].clone();
    assert_eq!(newest["by"], me);

    assert_eq!(listed(&desk, &["--limit", "1"]), lines[..1]);
    assert_eq!(listed(&desk, &["--kind", "queued"]), lines[2..]);
    assert_eq!(listed(&desk, &["--search", &email.to_uppercase()]).len(), 3);
    assert_eq!(listed(&desk, &["--until", "2020-01-01"]).len(), 0);
    let table = desk.run(&["journal", "list"]).succeeded();
    assert!(table.out.starts_with("LINE  AT"), "{}", table.out);
    let none = desk.run(&["journal", "list", "--search", "nobody-at-all"]);
    assert_eq!(none.succeeded().err, "No line of the journal matches.\n");
    for wrong in [["--since", "soon"], ["--kind", "missing"], ["--kind", "x"]] {
        let refused = desk.run(&[&["journal", "list"], &wrong[..]].concat());
        assert_eq!(refused.status, 2, "{wrong:?}: {refused:?}");
    }
}

#[test]
fn an_exported_journal_is_checked_without_profile_and_key() {
    let (desk, _) = changed();
    let path = desk.home().join("journal.jsonl");
    let file = path.to_str().unwrap();
    let export = ["journal", "export", "--format", "json", "--output", file];
    assert_eq!(desk.run(&export).succeeded().err, "3 lines\n");
    let here = desk.run(&["journal", "verify", "--format", "json"]);
    let here = here.succeeded().json();
    assert_eq!((&here["lines"], &here["broken"]), (&3.into(), &Value::Null));
    let seal = text(&here["seal"]);

    // Nowhere near the profile, its key, or any organization.
    let verify = ["journal", "verify", "--file", file];
    let nowhere = [("ROLLCALL_HOME", "/nowhere"), ("HOME", "/nowhere")];
    let sound = desk.run_without_home(&verify, &nowhere).succeeded();
    assert!(
        sound.out.starts_with("3 lines, unbroken since 20"),
        "{}",
        sound.out
    );
    assert!(sound.err.contains(&seal), "the seal is told: {}", sound.err);
    let kept = [&verify[..], &["--kept", &seal]].concat();
    desk.run_without_home(&kept, &nowhere).succeeded();

    let journal = std::fs::read_to_string(&path).unwrap();
    let broken = |lines: &[&str], line: u64, wrong: &str| {
        std::fs::write(&path, lines.join("\n")).unwrap();
        let found = desk.run_without_home(&[&verify[..], &["--format", "json"]].concat(), &nowhere);
        assert_eq!(found.status, 1, "{found:?}");
        let found = found.json();
        assert_eq!(found["broken"]["line"], line, "{found}");
        assert_eq!(found["broken"]["wrong"], wrong, "{found}");
    };
    let lines: Vec<&str> = journal.lines().collect();
    let changed = lines[2].replacen("\"sending\"", "\"applied\"", 1);
    broken(&[lines[0], lines[1], &changed, lines[3]], 2, "changed");
    broken(&[lines[0], lines[1], lines[3]], 2, "missing");
    broken(&[lines[0], lines[2], lines[1], lines[3]], 1, "order");
    broken(&lines[..3], 3, "missing");
    let said = desk.run_without_home(&verify, &nowhere);
    assert!(
        said.out
            .starts_with("Line 3 is missing. The 2 lines before it hold"),
        "{}",
        said.out
    );

    std::fs::write(&path, "no journal").unwrap();
    let refused = desk.run_without_home(&verify, &nowhere);
    assert_eq!(refused.status, 1);
    assert!(
        refused.err.contains("no exported journal"),
        "{}",
        refused.err
    );
    let wrong = desk.run(&["journal", "verify", "--kept", "12"]);
    assert_eq!(wrong.status, 2, "{wrong:?}");
    let unsaid = desk.run(&["journal", "export"]);
    assert!(unsaid.status == 2 && unsaid.err.contains("--format json"));
}

#[test]
fn a_journal_that_was_tampered_with_here_exits_with_1_and_names_the_line() {
    let (desk, _) = changed();
    let seal = desk.run(&["journal", "verify", "--format", "json"]).json();
    let seal = text(&seal["seal"]);
    let ledger = desk
        .files()
        .into_iter()
        .find(|path| path.ends_with("ledger.db"))
        .unwrap();
    let key: String = std::fs::read(desk.key_file())
        .unwrap()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let tamper = |sql: &str| {
        let file = rusqlite::Connection::open(&ledger).unwrap();
        file.pragma_update(None, "key", format!("x'{key}'"))
            .unwrap();
        file.execute_batch(sql).unwrap();
    };
    tamper(
        "DROP TRIGGER journal_is_not_changed; DROP TRIGGER journal_is_not_shortened;
         DELETE FROM journal WHERE sequence = 3; UPDATE mutations SET ended = NULL;",
    );
    let cut = desk.run(&["journal", "verify"]).succeeded();
    assert!(
        cut.out.starts_with("2 lines, unbroken"),
        "a cut end alone doesn't show: {}",
        cut.out
    );
    let cut = desk.run(&["journal", "verify", "--kept", &seal]);
    assert_eq!(
        (cut.status, cut.out.as_str().get(..17)),
        (1, Some("Line 3 is missing"))
    );

    tamper("UPDATE journal SET detail = replace(detail, 'Member', 'Nember') WHERE sequence = 1;");
    let changed = desk.run(&["journal", "verify"]);
    assert_eq!(changed.status, 1, "{changed:?}");
    assert!(
        changed.out.starts_with("Line 1 was changed"),
        "{}",
        changed.out
    );
    let listed = listed(&desk, &[]);
    assert_eq!(listed.len(), 2, "what is there is still shown");
}

/// The script that the page has for those who check an export without Rollcall.
#[cfg(target_os = "linux")]
#[test]
fn the_script_of_the_documentation_comes_to_the_same() {
    let (desk, _) = changed();
    let path = desk.home().join("journal.jsonl");
    let file = path.to_str().unwrap();
    let export = ["journal", "export", "--format", "json", "--output", file];
    desk.run(&export).succeeded();
    let seal = desk.run(&["journal", "verify", "--format", "json"]).json();
    let page = include_str!("../../../../docs/journal.md");
    let (_, script) = page.split_once("```python\n").unwrap();
    let (script, _) = script.split_once("```").unwrap();
    let check = || {
        std::process::Command::new("python3")
            .args(["-c", script, file])
            .output()
            .expect("python3 is there (cargo xtask setup)")
    };
    let told = String::from_utf8(check().stdout).unwrap();
    let seal = text(&seal["seal"]);
    assert_eq!(told, format!("3 lines hold, the seal is {seal}\n"));
    let journal = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, journal.replacen("\"sending\"", "\"applied\"", 1)).unwrap();
    let found = check();
    assert!(!found.status.success(), "what was changed doesn't hold");
    let said = String::from_utf8(found.stderr).unwrap();
    assert_eq!(said, "line 2 does not hold\n");
}
