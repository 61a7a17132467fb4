//! Billing from a terminal: shown, edited, another plan, an end that is typed, and invoices to print.

use rollcall_model::Role;
use serde_json::Value;

use crate::organization::on_server;
use crate::support::{Desk, text};

fn shown(desk: &Desk) -> Value {
    let shown = desk.run(&["billing", "show", "--format", "json"]);
    shown.succeeded().json()
}

fn invoices(desk: &Desk) -> Vec<Value> {
    let listed = desk.run(&["invoices", "list", "--format", "json"]);
    listed.succeeded().json()["invoices"]
        .as_array()
        .unwrap()
        .clone()
}

#[test]
fn who_is_billed_is_shown_and_edited() {
    let desk = Desk::synced(60, Role::BillingAdmin);
    let before = shown(&desk);
    assert_eq!(before["company"], "Northwind Trading AG");
    assert_eq!(before["payment"]["label"], "Visa ending in 4242");
    assert_eq!(before["subscription"]["status"], "active");
    let plans = before["subscription"]["plans"].as_array().unwrap();
    assert!(plans.iter().any(|plan| plan["value"] == "enterprise"));
    let read = desk.run(&["billing", "show"]).succeeded();
    assert!(
        read.out.contains("Visa ending in 4242") && read.out.contains("enterprise: "),
        "{read:?}"
    );
    let edited = desk.run(&[
        "billing",
        "edit",
        "--tax-id",
        "TAX 1",
        "--contact",
        "money@northwind.example",
        "--format",
        "json",
    ]);
    assert_eq!(edited.succeeded().json()["result"], "applied");
    let now = on_server(&desk);
    assert_eq!(now["billing"]["taxId"], "TAX 1");
    assert_eq!(now["billing"]["contactEmail"], "money@northwind.example");
    let wrong = desk.run(&["billing", "edit", "--contact", "nobody"]);
    assert_eq!(wrong.status, 1, "{wrong:?}");
    let nothing = desk.run(&["billing", "edit"]);
    assert_eq!(nothing.status, 2, "nothing is asked for: {nothing:?}");
}

#[test]
fn another_plan_says_what_it_costs_before_it_is_asked_for() {
    let mut desk = Desk::synced(60, Role::Admin);
    let before = shown(&desk)["subscription"].take();
    let (used, seats) = (
        before["seatsUsed"].as_u64().unwrap(),
        before["seats"].as_u64().unwrap(),
    );
    let more = (seats + 10).to_string();
    let change = ["billing", "change-subscription", "--seats", &more];
    let foreseen = desk.run(&[&change[..], &["--dry-run", "--format", "json"]].concat());
    let foreseen = foreseen.succeeded().json();
    assert_eq!(foreseen["result"], "would_change");
    assert_eq!(foreseen["seatsBegin"], "at_once");
    assert_eq!(foreseen["freeSeats"], seats + 10 - used);
    let read = desk
        .run(&[&change[..], &["--dry-run"]].concat())
        .succeeded();
    assert!(
        read.out
            .starts_with("The seats would begin at once. It would cost ")
            && read.out.ends_with("Nothing was changed.\n"),
        "{read:?}"
    );
    assert_eq!(on_server(&desk)["subscription"]["seats"], seats);

    desk.run(&change).succeeded();
    assert_eq!(on_server(&desk)["subscription"]["seats"], seats + 10);
    let few = desk.run(&["billing", "change-subscription", "--seats", "3"]);
    assert_eq!(few.status, 1, "{few:?}");
    assert!(few.err.contains("3 seats are fewer than the"), "{few:?}");
    let unknown = desk.run(&["billing", "change-subscription", "--plan", "gold"]);
    assert_eq!(unknown.status, 1, "{unknown:?}");
    assert!(
        unknown.err.contains("There is no such plan."),
        "{unknown:?}"
    );

    desk.server.stop();
    let queued = desk.run(&["billing", "change-subscription", "--plan", "enterprise"]);
    let queued = queued.succeeded();
    assert!(queued.out.starts_with("Queued. "), "{queued:?}");
    let waits = shown(&desk)["changes"].take();
    assert_eq!(waits[0]["subject"], "Plan");
    assert_eq!(waits[0]["after"], "Enterprise", "by its name");
    desk.server.start_again();
    desk.run(&["outbox", "send"]).succeeded();
    assert_eq!(on_server(&desk)["subscription"]["plan"], "enterprise");
}

#[test]
fn the_subscription_is_cancelled_with_a_word_and_goes_on_after_all() {
    let mut desk = Desk::synced(60, Role::Admin);
    let status = |desk: &Desk| text(&on_server(desk)["subscription"]["status"]);
    let cancel = ["billing", "cancel-subscription"];
    let foreseen = desk.run(&[&cancel[..], &["--dry-run"]].concat());
    let foreseen = foreseen.succeeded();
    assert!(
        foreseen
            .out
            .starts_with("Would cancel the subscription. Its period ends "),
        "{foreseen:?}"
    );
    let unsaid = desk.run(&cancel);
    assert_eq!(unsaid.status, 1, "{unsaid:?}");
    assert!(unsaid.err.contains("--yes"), "{unsaid:?}");
    desk.server.stop();
    let offline = desk.run(&[&cancel[..], &["--yes"]].concat());
    assert_eq!(offline.status, 1, "it never waits: {offline:?}");
    let outbox = desk.run(&["outbox", "list", "--format", "json"]).json();
    assert_eq!(outbox["changes"].as_array().unwrap().len(), 0);
    desk.server.start_again();
    assert_eq!(status(&desk), "active", "nothing was done so far");

    let cancelled = desk.run(&[&cancel[..], &["--yes"]].concat()).succeeded();
    assert!(
        cancelled
            .out
            .starts_with("The subscription is cancelled and ends on "),
        "{cancelled:?}"
    );
    assert_eq!(status(&desk), "cancelling");
    let stays = desk.run(&["billing", "change-subscription", "--seats", "500"]);
    assert_eq!(stays.status, 1, "{stays:?}");
    assert!(stays.err.contains("being cancelled"), "{stays:?}");
    let resumed = desk.run(&["billing", "resume-subscription", "--format", "json"]);
    assert_eq!(resumed.succeeded().json()["result"], "applied");
    assert_eq!(status(&desk), "active");
    let again = desk.run(&["billing", "resume-subscription"]);
    assert_eq!(again.status, 1, "{again:?}");
    assert!(
        again.err.contains("The subscription goes on by itself."),
        "{again:?}"
    );
}

#[test]
fn invoices_are_listed_and_written_as_pages_to_print() {
    let desk = Desk::synced(60, Role::BillingAdmin);
    let all = invoices(&desk);
    assert!(all.len() > 1, "{all:?}");
    let dates: Vec<String> = all.iter().map(|each| text(&each["date"])).collect();
    assert!(dates.is_sorted_by(|one, next| one >= next), "{dates:?}");
    let some = desk.run(&["invoices", "list", "--limit", "1", "--format", "csv"]);
    let some = some.succeeded();
    assert_eq!(some.out.lines().count(), 2, "a header and a row: {some:?}");
    assert!(some.err.contains("1 invoice, as of "), "{some:?}");

    let number = text(&all[0]["number"]);
    let path = desk.home().join("invoice.html");
    let path = path.to_str().unwrap();
    let saved = desk
        .run(&["invoices", "download", &number, "--output", path])
        .succeeded();
    assert_eq!(saved.out, format!("Invoice {number} is in {path}.\n"));
    let page = std::fs::read_to_string(path).unwrap();
    assert!(
        page.contains(&number) && page.contains(&text(&all[0]["amount"])),
        "{page}"
    );
    let piped = desk.run(&["invoices", "download", &number, "--output", "-"]);
    assert_eq!(piped.succeeded().out, page);
    let unknown = desk.run(&["invoices", "download", "no-such-number"]);
    assert_eq!(unknown.status, 1, "{unknown:?}");
    assert!(
        unknown
            .err
            .contains("There is no such invoice in the list."),
        "{unknown:?}"
    );
}

#[test]
fn what_a_role_may_not_do_exits_with_the_rule() {
    let change = ["billing", "change-subscription", "--seats", "500"];
    let cases: [(&[&str], &str); 9] = [
        (
            &["billing", "show"],
            "User Admins can see the number of free seats only.",
        ),
        (
            &["billing", "edit", "--company", "Mine"],
            "User Admins can't edit billing and payment details.",
        ),
        (&change, "User Admins can't change the subscription."),
        (
            &[&change[..], &["--dry-run"]].concat(),
            "User Admins can't change the subscription.",
        ),
        (
            &["billing", "resume-subscription"],
            "User Admins can't change the subscription.",
        ),
        (
            &["billing", "cancel-subscription", "--dry-run"],
            "User Admins can't cancel the subscription.",
        ),
        (
            &["billing", "cancel-subscription", "--yes"],
            "User Admins can't cancel the subscription.",
        ),
        (&["invoices", "list"], "User Admins can't see invoices."),
        (
            &["invoices", "download", "1"],
            "User Admins can't see invoices.",
        ),
    ];
    let desk = Desk::synced(60, Role::UserAdmin);
    for (arguments, rule) in cases {
        let refused = desk.run(arguments);
        assert_eq!(refused.status, 1, "{refused:?}");
        assert!(refused.err.contains(rule), "{rule}: {refused:?}");
    }
    let desk = Desk::synced(60, Role::BillingAdmin);
    let refused = desk.run(&["billing", "cancel-subscription", "--yes"]);
    assert_eq!(refused.status, 1, "{refused:?}");
    let rule = "Billing Admins can't cancel the subscription.";
    assert!(refused.err.contains(rule), "{refused:?}");
}
