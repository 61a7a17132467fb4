//! `doctor`: what it finds, what it says where something is wrong, and what its report keeps to itself.

use rollcall_model::Role;
use serde_json::Value;

use crate::support::{Desk, text};

/// Runs it with a report, and answers what the report holds.
fn report(desk: &Desk) -> (i32, String) {
    let path = desk.home().with_file_name("report.json");
    let done = desk.run(&["doctor", "--report", path.to_str().unwrap()]);
    (done.status, std::fs::read_to_string(path).unwrap())
}

#[test]
fn a_report_tells_how_things_stand_and_names_nobody() {
    let mut desk = Desk::synced(120, Role::Admin);
    desk.server.stop();
    let ana = desk.somebody(Role::UserAdmin);
    desk.run(&["users", "set-role", &text(&ana["id"]), "member"])
        .succeeded();
    let (status, written) = report(&desk);
    assert_eq!(status, 0, "{written}");

    let told: Value = serde_json::from_str(&written).unwrap();
    let checks = told["checks"].as_array().unwrap();
    let subjects: Vec<_> = checks.iter().map(|check| text(&check["subject"])).collect();
    assert_eq!(
        subjects,
        ["profile_folder", "database", "keychain", "organization"]
    );
    let facts = &checks[3]["facts"];
    assert_eq!(facts["users"], "120", "what helps is there: {written}");
    assert_eq!(facts["waiting"], "1", "what helps is there: {written}");
    assert_eq!(facts["role"], "admin", "what helps is there: {written}");
    assert_eq!(told["version"], env!("CARGO_PKG_VERSION"));

    let mut planted = vec![
        desk.server.token(Role::Admin).reveal().to_owned(),
        desk.server.url(),
        "Acme".to_owned(),
        desk.home().to_str().unwrap().to_owned(),
    ];
    for user in desk.users(&[]) {
        planted.extend([text(&user["email"]), text(&user["name"]), text(&user["id"])]);
    }
    assert!(planted.len() > 300, "there is something to look for");
    for secret in planted {
        assert!(!written.contains(&secret), "{secret} is in {written}");
    }
}

#[test]
fn what_is_damaged_is_named_with_its_code_and_nothing_stays_behind() {
    let desk = Desk::synced(20, Role::Admin);
    let ledger = desk
        .files()
        .into_iter()
        .find(|path| path.ends_with("ledger.db"))
        .unwrap();
    std::fs::write(&ledger, "not a database").unwrap();
    let (status, written) = report(&desk);
    assert_eq!(status, 1, "{written}");
    let told: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(told["checks"][1]["code"], Value::Null, "others are well");
    assert_eq!(told["checks"][3]["code"], "file_damaged", "{written}");
    assert_eq!(
        std::fs::read(&ledger).unwrap(),
        b"not a database",
        "nothing is thrown away"
    );
    let made_up = std::fs::read_dir(desk.home().join("organizations")).unwrap();
    assert_eq!(made_up.count(), 1, "what it tried is gone again");
}

#[test]
fn a_key_file_that_others_can_read_fails_the_check_with_what_to_do() {
    let desk = Desk::new(5);
    std::fs::write(desk.key_file(), [7; 32]).unwrap();
    let done = desk.run(&["doctor"]);
    assert_eq!(done.status, 1, "{done:?}");
    assert!(done.out.contains("keychain"), "{done:?}");
    assert!(done.out.contains("mode 600"), "what to do: {done:?}");
}
