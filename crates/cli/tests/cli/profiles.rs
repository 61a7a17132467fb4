//! Profiles and e-mail addresses from a terminal: edited, and replaced in two steps.

use rollcall_model::Role;

use crate::support::{Desk, text};

#[test]
fn name_and_picture_are_changed_and_taken_away() {
    let desk = Desk::synced(50, Role::Admin);
    let somebody = desk.somebody(Role::Member);
    let (email, name) = (text(&somebody["email"]), text(&somebody["name"]));
    let edit = ["users", "edit", &email, "--display-name", "Zoë Nile"];
    let picture = ["--picture", "https://example.com/zoe.png"];
    let done = desk.run(&[&edit[..], &picture, &["--format", "json"]].concat());
    let answer = done.succeeded().json();
    assert_eq!(answer["result"], "applied", "{answer}");
    assert!(
        text(&answer["message"]).contains(&format!(": {name}, display name Zoë Nile")),
        "the new name stands beside the old one: {answer}"
    );
    assert_eq!(answer["changes"][0]["verb"], "set_display_name");
    assert_eq!(answer["changes"][1]["verb"], "set_picture");
    let shown = &desk.users(&["--search", &email])[0];
    assert_eq!(text(&shown["name"]), "Zoë Nile");
    let none = desk
        .run(&["users", "edit", &email, "--picture", "none"])
        .succeeded();
    assert!(none.out.starts_with("Applied. "), "{}", none.out);
}

#[test]
fn a_profile_that_can_not_be_is_refused_with_the_cure() {
    let desk = Desk::synced(50, Role::Admin);
    let email = text(&desk.somebody(Role::Member)["email"]);
    for (option, value, told) in [
        ("--display-name", "\u{200b}", "nothing that can be seen"),
        ("--display-name", "a\nb", "line break"),
        ("--picture", "http://example.com/a.png", "https://"),
        ("--picture", "javascript:alert(1)", "https://"),
        ("--picture", "https://a:b@example.com/a.png", "password"),
    ] {
        let refused = desk.run(&["users", "edit", &email, option, value]);
        assert_eq!(refused.status, 2, "{value:?} can't be meant");
        assert!(refused.err.contains(told), "{value:?}: {}", refused.err);
    }
    let nothing = desk.run(&["users", "edit", &email]);
    assert_eq!(nothing.status, 2, "an edit of nothing can't be meant");
    let desk = Desk::synced(50, Role::UserAdmin);
    let email = text(&desk.somebody(Role::Member)["email"]);
    let refused = desk.run(&["users", "edit", &email, "--display-name", "Zoë"]);
    assert!(
        refused.err.contains("User Admins can't edit profiles."),
        "{}",
        refused.err
    );
}

#[test]
fn an_email_is_replaced_and_the_deletion_waits_for_the_acceptance() {
    let desk = Desk::synced(50, Role::Admin);
    let email = text(&desk.somebody(Role::Member)["email"]);
    let replace = ["users", "replace-email", &email, "zoe@new.example"];
    let foreseen = desk
        .run(&[&replace[..], &["--dry-run"]].concat())
        .succeeded();
    assert!(
        foreseen.out.contains(&format!(
            "Step 2 would delete {email} once the invitation is accepted."
        )) && foreseen.out.ends_with("Nothing was changed.\n"),
        "{}",
        foreseen.out
    );
    assert!(desk.users(&["--search", "zoe@new.example"]).is_empty());

    let answer = desk.run(&[&replace[..], &["--format", "json"]].concat());
    let answer = answer.succeeded().json();
    assert_eq!(answer["result"], "queued", "{answer}");
    assert!(
        text(&answer["message"]).contains("Step 2 waits for acceptance"),
        "{answer}"
    );
    let whoami = desk.run(&["whoami", "--format", "json"]).succeeded().json();
    assert_eq!(whoami["waiting"], 0, "outside the count of waiting changes");
    assert_eq!(
        desk.users(&["--search", &email]).len(),
        1,
        "the old user stays"
    );
    let again = desk.run(&[&replace[..], &["--delete", "at-once"]].concat());
    assert_eq!(again.status, 1, "nobody is replaced twice: {again:?}");
}

#[test]
fn at_once_the_old_user_is_gone_when_the_command_is_done() {
    let desk = Desk::synced(50, Role::Admin);
    let email = text(&desk.somebody(Role::Member)["email"]);
    let replace = ["users", "replace-email", &email, "zoe@new.example"];
    let done = desk
        .run(&[&replace[..], &["--delete", "at-once"]].concat())
        .succeeded();
    assert!(done.out.starts_with("Applied. "), "{}", done.out);
    desk.run(&["sync"]).succeeded();
    assert!(
        desk.users(&["--search", &email]).is_empty(),
        "the old user is gone"
    );
    assert_eq!(desk.users(&["--search", "zoe@new.example"]).len(), 1);
}
