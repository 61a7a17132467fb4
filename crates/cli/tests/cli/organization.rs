//! The organization itself from a terminal: shown, edited, and deleted with a word.

use rollcall_model::Role;
use serde_json::Value;

use crate::support::{Desk, text};

fn shown(desk: &Desk) -> Value {
    let shown = desk.run(&["organization", "show", "--format", "json"]);
    shown.succeeded().json()
}

/// The organization as the server has it.
pub(crate) fn on_server(desk: &Desk) -> Value {
    let (status, page) = desk.ask_server(Role::Admin, "GET /Organizations", "");
    assert_eq!(status, 200);
    page["Resources"][0].clone()
}

#[test]
fn the_information_is_shown_and_edited() {
    let desk = Desk::synced(60, Role::Admin);
    let before = shown(&desk);
    assert_eq!(before["website"], "https://www.northwind.example");
    assert_eq!(before["timeZone"], "Europe/Zurich");
    assert!(before["created"].is_string(), "{before}");
    assert!(
        before["billing"].is_null(),
        "an Admin has the area Billing for that: {before}"
    );
    let edited = desk
        .run(&[
            "organization",
            "edit",
            "--website",
            "https://northwind.example/new",
            "--time-zone",
            "europe/vienna",
        ])
        .succeeded();
    assert!(edited.out.starts_with("Applied. "), "{edited:?}");
    let now = on_server(&desk);
    assert_eq!(now["website"], "https://northwind.example/new");
    assert_eq!(now["timeZone"], "Europe/Vienna", "in its one spelling");
    let again = desk.run(&[
        "organization",
        "edit",
        "--time-zone",
        "Europe/Vienna",
        "--format",
        "json",
    ]);
    assert_eq!(again.succeeded().json()["result"], "unchanged");
    let emptied = desk.run(&["organization", "edit", "--website", ""]);
    emptied.succeeded();
    assert_eq!(shown(&desk)["website"], "");
}

#[test]
fn a_value_that_will_not_do_says_why_and_changes_nothing() {
    let desk = Desk::synced(60, Role::Admin);
    for (option, value, why) in [
        ("--name", " ", "The organization needs a name."),
        ("--website", "northwind", "This is no address on the web."),
        ("--time-zone", "Mars/Olympus", "no time zone of this name"),
        ("--locale", "english please", "no language tag"),
    ] {
        let refused = desk.run(&["organization", "edit", option, value]);
        assert_eq!(refused.status, 1, "{refused:?}");
        assert!(refused.err.contains(why), "{refused:?}");
    }
    let nothing = desk.run(&["organization", "edit"]);
    assert_eq!(nothing.status, 2, "nothing is asked for: {nothing:?}");
    assert_eq!(on_server(&desk)["website"], "https://www.northwind.example");
}

#[test]
fn an_edit_without_the_server_waits_and_is_laid_over_what_is_shown() {
    let mut desk = Desk::synced(60, Role::Admin);
    desk.server.stop();
    let edited = desk.run(&["organization", "edit", "--locale", "de-ch"]);
    let edited = edited.succeeded();
    assert!(edited.out.starts_with("Queued. "), "{edited:?}");
    let now = shown(&desk);
    assert_eq!(now["locale"], "de-CH");
    assert_eq!(now["changes"][0]["subject"], "Locale");
    assert_eq!(now["changes"][0]["change"], "waiting");
    let read = desk.run(&["organization", "show"]).succeeded();
    assert!(read.out.contains("→ de-CH (waiting)"), "{read:?}");
    desk.server.start_again();
    desk.run(&["outbox", "send"]).succeeded();
    assert_eq!(on_server(&desk)["locale"], "de-CH");
    assert_eq!(shown(&desk)["changes"].as_array().unwrap().len(), 0);
}

#[test]
fn a_user_admin_reads_here_who_is_billed_and_edits_nothing() {
    let desk = Desk::synced(60, Role::UserAdmin);
    let billing = shown(&desk)["billing"].take();
    assert_eq!(billing["company"], "Northwind Trading AG");
    assert_eq!(billing["contact"], "billing@northwind.example");
    assert!(billing["freeSeats"].is_u64(), "{billing}");
    let read = desk.run(&["organization", "show"]).succeeded();
    assert!(
        read.out.contains("CHE-123.456.789 MWST") && read.out.contains("free seats"),
        "{read:?}"
    );
    let refused = desk.run(&["organization", "edit", "--name", "Mine"]);
    assert_eq!(refused.status, 1, "{refused:?}");
    assert!(
        refused
            .err
            .contains("User Admins can't edit the organization's information."),
        "{refused:?}"
    );
}

#[test]
fn a_member_is_told_that_it_is_closed_to_them() {
    let desk = Desk::new(60);
    desk.connect(Role::Member).succeeded();
    // A Member may not read the users: what the sync says of that is not the question here.
    desk.run(&["sync"]);
    for (arguments, rule) in [
        (
            vec!["organization", "show"],
            "Members can't see the organization's information.",
        ),
        (
            vec!["organization", "edit", "--name", "Mine"],
            "Members can't edit the organization's information.",
        ),
        (
            vec!["organization", "delete", "--yes"],
            "Members can't delete the organization.",
        ),
    ] {
        let refused = desk.run(&arguments);
        assert_eq!(refused.status, 1, "{refused:?}");
        assert!(refused.err.contains(rule), "{refused:?}");
    }
}

#[test]
fn the_organization_is_deleted_with_a_word_and_its_last_list_stays() {
    let mut desk = Desk::synced(60, Role::Admin);
    let users = desk.users(&[]).len();
    let foreseen = desk.run(&["organization", "delete", "--dry-run", "--format", "json"]);
    let foreseen = foreseen.succeeded().json();
    assert_eq!(foreseen["result"], "would_delete");
    assert_eq!(foreseen["users"], users);
    assert_eq!(foreseen["subscription"], "Active");

    let unsaid = desk.run(&["organization", "delete"]);
    assert_eq!(unsaid.status, 1, "{unsaid:?}");
    assert!(
        unsaid
            .err
            .contains(&format!("Users who lose access: {users}."))
            && unsaid.err.contains("--yes"),
        "what goes is said, and needs a word where nobody can be asked: {unsaid:?}"
    );
    desk.server.stop();
    let offline = desk.run(&["organization", "delete", "--yes"]);
    assert_eq!(offline.status, 1, "it never waits: {offline:?}");
    let outbox = desk.run(&["outbox", "list", "--format", "json"]).json();
    assert_eq!(outbox["changes"].as_array().unwrap().len(), 0);
    desk.server.start_again();

    let deleted = desk.run(&["organization", "delete", "--yes", "--format", "json"]);
    assert_eq!(deleted.succeeded().json()["result"], "deleted");
    let (status, _) = desk.ask_server(Role::Admin, "GET /Organizations", "");
    assert_eq!(status, 401, "every session has ended");
    assert_eq!(
        desk.users(&[]).len(),
        users,
        "what was last read can still be looked at"
    );
    let sync = desk.run(&["sync"]);
    assert_eq!(sync.status, 1, "{sync:?}");
    assert!(sync.err.contains("was deleted"), "{sync:?}");
}

#[test]
fn who_may_not_delete_it_hears_the_rule_before_anything_else() {
    for (role, rule) in [
        (
            Role::BillingAdmin,
            "Billing Admins can't delete the organization.",
        ),
        (
            Role::UserAdmin,
            "User Admins can't delete the organization.",
        ),
    ] {
        let desk = Desk::synced(60, role);
        for word in ["--dry-run", "--yes"] {
            let refused = desk.run(&["organization", "delete", word]);
            assert_eq!(refused.status, 1, "{refused:?}");
            assert!(refused.err.contains(rule), "{refused:?}");
        }
        assert!(text(&on_server(&desk)["displayName"]).contains("Northwind"));
    }
}
