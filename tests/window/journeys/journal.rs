//! What was asked for and what became of it: looked through, searched, verified, and taken along as a file
//! that somebody else can check.

use fantoccini::key::Key;
use serde_json::Value;

use super::steps::CONTROL;
use crate::desk::Desk;
use crate::told::Told;
use crate::window::Window;

const ENTER: char = '\u{e007}';

/// Gives a Member another role, and waits until the server has it; answers the Member's name.
async fn change_a_role(window: &Window) -> String {
    let server = Told::from_ready_line(&window.printed("{"));
    let member = server.somebody("member").await;
    window.reads("Online").await;
    window.fill("Search users", &member.email).await;
    window.press("row", &member.name).await;
    window.reads("Active since").await;
    window.press("button", "Edit").await;
    window.press("radio", "Billing Admin").await;
    window.press("button", "Save 1 change").await;
    window.reads("1 change waits").await;
    window.reads_no_more("1 change waits").await;
    member.name
}

#[tokio::test]
async fn a_change_is_found_in_the_journal_verified_and_taken_along() {
    let desk = Desk::new();
    let window = desk.open(&["--demo", "--print-tokens"]).await;
    let name = change_a_role(&window).await;

    window.press("button", "Outbox").await;
    window.press("button", "Journal").await;
    let row = format!("{name}, Member → Billing Admin");
    window.reads(&row).await;
    window.reads("Done").await;
    window.screenshot("journal").await;
    window.axe("journal").await;
    // The keyboard is on the newest line already.
    window.chord(&[ENTER]).await;
    window.reads("As it stands").await;
    window.reads(&format!("Done: {row}")).await;
    window.screenshot("journal-line").await;
    window.axe("journal, a line").await;
    window.chord(&[char::from(Key::Escape)]).await;
    window.reads_no_more("As it stands").await;

    window.fill("Search the journal", "qqq").await;
    window.reads("No line matches").await;
    window.screenshot("journal-nothing-matches").await;
    window.axe("journal, nothing matches").await;
    window.press("button", "Clear search and filters").await;
    window.reads("3 lines").await;
    window.fill("Search the journal", "queued").await;
    window.reads("1 of 3 lines").await;
    window.press("button", "Clear").await;
    window.press("button", "Day").await;
    window.press("menuitem", "Between two days").await;
    window
        .find("dialog", "Show the lines between two days")
        .await;
    window.axe("journal, between two days").await;
    window.chord(&[char::from(Key::Escape)]).await;

    window.press("button", "Verify").await;
    window.reads("3 lines, unbroken since").await;
    window.screenshot("journal-verified").await;
    window.axe("journal, verified").await;
    window.fill("A seal that was kept earlier", "12").await;
    window.chord(&[CONTROL, ENTER]).await;
    window.reads("a colon, and 64 hexadecimal digits").await;
    window.chord(&[char::from(Key::Escape)]).await;

    window.press("button", "Export").await;
    window.find("dialog", "Export 3 lines").await;
    window.screenshot("journal-export").await;
    window.axe("journal, export").await;
    window.chord(&[CONTROL, ENTER]).await;
    let path = desk.folder().join("home/journal.jsonl");
    desk.types_into("Export the journal", path.to_str().expect("a path"));
    window.reads("3 lines written to journal.jsonl.").await;
    let written = std::fs::read_to_string(&path).expect("the file is there");
    let lines: Vec<Value> = written
        .lines()
        .map(|line| serde_json::from_str(line).expect("every line is JSON"))
        .collect();
    assert_eq!(lines.len(), 4, "a head, and every line");
    assert_eq!(lines[3]["text"], format!("Done: {row}"));
    assert_eq!(lines[2]["hash"], lines[3]["previous"], "they are chained");
    window.close().await;
}

#[tokio::test]
async fn the_journal_after_dark_and_for_a_member() {
    let desk = Desk::new().dark();
    let window = desk.open(&["--demo", "--print-tokens"]).await;
    change_a_role(&window).await;
    window.press("button", "Outbox").await;
    window.press("button", "Journal").await;
    window.reads("3 lines").await;
    window.screenshot("journal-dark").await;
    window.axe("journal after dark").await;
    window.close().await;

    let window = desk.open(&["--demo=member"]).await;
    window.reads("No access to organization settings").await;
    window.press("button", "Journal").await;
    window.reads("Nothing yet").await;
    window.screenshot("journal-member").await;
    window.axe("journal of a Member").await;
    window.close().await;
}
