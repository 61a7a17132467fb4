//! The journal: every decision and every outcome as a sentence, found again, exported, and checked by
//! whoever has the file.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use rollcall_app::view::{
    Changes, Delimiter, ExportProgress, FileFormat, JournalKind, JournalQuery, JournalRow,
    JournalWrong, Keep,
};
use rollcall_app::{App, ConnectionId, verify_journal_file};
use rollcall_model::Role;
use rollcall_testkit::FakeRemote;
use serde_json::Value;

use crate::forms::{fake_form, form, role_change};
use crate::support::{LONG_UNDO, Setup, connect, fake_with, server, somebody, until};

fn people() -> Arc<FakeRemote> {
    Arc::new(fake_with(&[
        ("ada", Role::Admin),
        ("cleo", Role::Member),
        ("dan", Role::Member),
    ]))
}

/// A window in which Cleo's role was changed, and a change of Dan's was taken back: five lines.
async fn with_five_lines(home: &Path) -> (App, ConnectionId) {
    let app = Setup::window().with(&people()).open(home);
    let id = connect(&app, fake_form(Keep::KeyFile)).await;
    let dan = app
        .save_user(id, &role_change("dan", Role::BillingAdmin), LONG_UNDO)
        .await
        .unwrap();
    let back = Changes::Operation {
        operation: dan.operation,
        part: None,
    };
    assert_eq!(app.take_back(id, &back).await.unwrap(), 1);
    app.save_user(id, &role_change("cleo", Role::UserAdmin), None)
        .await
        .unwrap();
    until(&app, "it is sent", async || {
        app.session(id).await.unwrap().waiting == 0
    })
    .await;
    (app, id)
}

async fn lines(app: &App, id: ConnectionId, query: &JournalQuery) -> Vec<JournalRow> {
    app.journal_window(id, query, 0, 100).await.unwrap().lines
}

fn texts(lines: &[JournalRow]) -> Vec<&str> {
    lines.iter().map(|line| line.text.as_str()).collect()
}

fn search(text: &str) -> JournalQuery {
    JournalQuery {
        search: text.into(),
        ..JournalQuery::default()
    }
}

fn go_on(_: ExportProgress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

async fn exported(app: &App, id: ConnectionId, query: &JournalQuery, path: &Path) -> u32 {
    let done = app
        .export_journal(id, query, FileFormat::Json, path, &mut go_on)
        .await;
    done.unwrap().lines
}

#[tokio::test(flavor = "multi_thread")]
async fn every_decision_and_outcome_is_a_sentence_newest_first() {
    let home = tempfile::tempdir().unwrap();
    let (app, id) = with_five_lines(home.path()).await;
    let window = app
        .journal_window(id, &JournalQuery::default(), 0, 100)
        .await
        .unwrap();
    assert_eq!((window.total, window.found, window.looked_at), (5, 5, 5));
    assert_eq!(
        texts(&window.lines),
        [
            "Done: User cleo, Member → User Admin",
            "Sending: User cleo, Member → User Admin",
            "Queued: User cleo, Member → User Admin",
            "Taken back: User dan, Member → Billing Admin",
            "Queued: User dan, Member → Billing Admin",
        ]
    );
    let newest = &window.lines[0];
    assert_eq!((newest.line, newest.kind), (5, JournalKind::Applied));
    assert_eq!(newest.by.as_deref(), Some("User ada"), "by whom");
    let raw: Value = serde_json::from_str(&newest.detail).unwrap();
    assert_eq!(raw["name"], "User cleo", "the raw line is in reach: {raw}");
    let some = app
        .journal_window(id, &JournalQuery::default(), 3, 1)
        .await
        .unwrap();
    assert_eq!(texts(&some.lines), [texts(&window.lines)[3]]);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_long_gone_is_named_as_they_were_named_then() {
    let server = server(30);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    let member = somebody(&app, id, Role::Member, None).await;
    let session = app.session(id).await.unwrap();
    app.save_user(id, &role_change(&member.id, Role::UserAdmin), None)
        .await
        .unwrap();
    app.close().await;
    // Nothing but the journal knows anybody now.
    let folder = home.path().join(format!("organizations/{id}"));
    for file in ["cache.db", "cache.db-wal", "cache.db-shm"] {
        let _ = std::fs::remove_file(folder.join(file));
    }
    let app = Setup::terminal().open(home.path());
    let found = search(&member.email);
    let page = app.journal_page(id, &found, None).await.unwrap();
    assert!(!page.lines.is_empty() && page.next.is_none());
    for line in &page.lines {
        assert_eq!((&line.whom, &line.email), (&member.name, &member.email));
        assert_eq!(line.what, "Member → User Admin");
        assert_eq!(line.by, session.name);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn any_word_of_a_line_finds_it_and_kinds_and_days_narrow() {
    let home = tempfile::tempdir().unwrap();
    let (app, id) = with_five_lines(home.path()).await;
    for (text, found) in [
        ("CLEO", 3),
        ("billing admin", 2),
        ("queued dan", 1),
        ("taken back", 1),
        ("ada", 5),
        ("nobody", 0),
    ] {
        assert_eq!(lines(&app, id, &search(text)).await.len(), found, "{text}");
    }
    let kinds = JournalQuery {
        kinds: vec![JournalKind::Queued, JournalKind::Cancelled],
        ..JournalQuery::default()
    };
    assert_eq!(lines(&app, id, &kinds).await.len(), 3);
    let later = JournalQuery {
        since: Some("9999-01-01".into()),
        ..JournalQuery::default()
    };
    assert_eq!(lines(&app, id, &later).await.len(), 0);
    let wrong = JournalQuery {
        since: Some("soon".into()),
        ..JournalQuery::default()
    };
    let failure = app.journal_window(id, &wrong, 0, 1).await.unwrap_err();
    assert_eq!(failure.code, "time_invalid");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_of_everything_can_be_checked_without_the_profile() {
    let home = tempfile::tempdir().unwrap();
    let (app, id) = with_five_lines(home.path()).await;
    let path = home.path().join("journal.jsonl");
    assert_eq!(exported(&app, id, &JournalQuery::default(), &path).await, 5);
    let here = app.verify_journal(id, None).await.unwrap();
    assert_eq!((here.lines, &here.broken), (5, &None));
    app.close().await;

    let checked = verify_journal_file(&path, None).unwrap();
    assert!(checked.whole, "nothing was left out");
    assert_eq!(checked.organization, "Acme");
    assert_eq!(checked.verified, here, "the file and the ledger agree");
    let seal = here.seal.unwrap();
    let again = verify_journal_file(&path, Some(&seal)).unwrap();
    assert_eq!(again.verified.broken, None);
    for (seal, code) in [("5:ab", "seal_invalid"), ("", "seal_invalid")] {
        let refused = verify_journal_file(&path, Some(seal)).unwrap_err();
        assert_eq!(refused.code, code);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_that_was_tampered_with_names_its_first_broken_line() {
    let home = tempfile::tempdir().unwrap();
    let (app, id) = with_five_lines(home.path()).await;
    let path = home.path().join("journal.jsonl");
    exported(&app, id, &JournalQuery::default(), &path).await;
    app.close().await;
    let sound = std::fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = sound.lines().collect();
    let broken = |lines: &[&str]| {
        std::fs::write(&path, format!("{}\n", lines.join("\n"))).unwrap();
        let checked = verify_journal_file(&path, None).unwrap().verified;
        let broken = checked.broken.expect("it shows");
        assert_eq!(checked.lines, broken.line - 1, "those before hold");
        (broken.line, broken.wrong, broken.message)
    };

    let changed = lines[2].replacen("Billing Admin\\", "Billing Admim\\", 1);
    assert_ne!(changed, lines[2]);
    let (line, wrong, message) = broken(&[&lines[..2], &[&changed], &lines[3..]].concat());
    assert_eq!((line, wrong), (2, JournalWrong::Changed), "a byte");
    assert!(message.starts_with("Line 2 was changed"), "{message}");

    let (line, wrong, _) = broken(&[&lines[..3], &lines[4..]].concat());
    assert_eq!((line, wrong), (3, JournalWrong::Missing), "a line");

    let (line, wrong, message) =
        broken(&[lines[0], lines[1], lines[3], lines[2], lines[4], lines[5]]);
    assert_eq!((line, wrong), (2, JournalWrong::Order), "two exchanged");
    assert!(message.ends_with("was written as line 3."), "{message}");

    let (line, wrong, _) = broken(&lines[..4]);
    assert_eq!(
        (line, wrong),
        (4, JournalWrong::Missing),
        "a cut end: the file's first line says how many there were"
    );

    std::fs::write(&path, "name,email\n").unwrap();
    let refused = verify_journal_file(&path, None).unwrap_err();
    assert_eq!(refused.code, "not_a_journal");
    let refused = verify_journal_file(&home.path().join("none"), None).unwrap_err();
    assert_eq!(refused.code, "file_unreadable");
}

#[tokio::test(flavor = "multi_thread")]
async fn chosen_lines_are_each_as_they_were_written() {
    let home = tempfile::tempdir().unwrap();
    let (app, id) = with_five_lines(home.path()).await;
    let path = home.path().join("journal.jsonl");
    assert_eq!(exported(&app, id, &search("dan"), &path).await, 2);
    let done = home.path().join("done.jsonl");
    assert_eq!(exported(&app, id, &search("done"), &done).await, 1);
    let seal = app.verify_journal(id, None).await.unwrap().seal.unwrap();
    app.close().await;
    let checked = verify_journal_file(&path, None).unwrap();
    assert!(!checked.whole);
    assert_eq!((checked.verified.lines, checked.verified.broken), (2, None));
    let absent = verify_journal_file(&path, Some(&seal)).unwrap_err();
    assert_eq!(absent.code, "seal_not_there", "nothing to compare");
    let there = verify_journal_file(&done, Some(&seal)).unwrap();
    assert_eq!(there.verified.broken, None, "the last line is here");

    let sound = std::fs::read_to_string(&path).unwrap();
    std::fs::write(
        &path,
        sound.replace("by\\\":\\\"User ada", "by\\\":\\\"User eve"),
    )
    .unwrap();
    let broken = verify_journal_file(&path, None).unwrap().verified.broken;
    assert_eq!(broken.unwrap().wrong, JournalWrong::Changed);
    let mut lines: Vec<&str> = sound.lines().collect();
    lines.swap(1, 2);
    std::fs::write(&path, lines.join("\n")).unwrap();
    let broken = verify_journal_file(&path, None).unwrap().verified.broken;
    assert_eq!(broken.unwrap().wrong, JournalWrong::Order);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_spreadsheet_gets_the_sentences_and_the_hashes() {
    let home = tempfile::tempdir().unwrap();
    let (app, id) = with_five_lines(home.path()).await;
    let csv = FileFormat::Csv {
        delimiter: Delimiter::Semicolon,
        byte_order_mark: false,
    };
    let mut text = Vec::new();
    let written = app
        .stream_journal(id, &JournalQuery::default(), csv, &mut text, &mut go_on)
        .await
        .unwrap();
    assert_eq!(written, 5);
    let text = String::from_utf8(text).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[0],
        "line;at;kind;text;by;whom;email;detail;previous;hash"
    );
    assert!(lines[1].starts_with("1;20"), "oldest first: {}", lines[1]);
    assert!(
        lines[1].contains(";queued;Queued: User dan, Member → Billing Admin;User ada;User dan;")
    );
    let newest = app.verify_journal(id, None).await.unwrap().seal.unwrap();
    let (_, hash) = newest.split_once(':').unwrap();
    assert!(
        lines[5].ends_with(hash),
        "the last line's hash is the seal's"
    );
    let mut stop = |_| ControlFlow::Break(());
    let path = home.path().join("out.csv");
    let everything = JournalQuery::default();
    let cancelled = app.export_journal(id, &everything, csv, &path, &mut stop);
    assert_eq!(cancelled.await.unwrap_err().code, "cancelled");
    assert!(!path.exists(), "whole or not at all");
    let name = app.journal_export_name(id, csv).await.unwrap();
    assert!(
        name.starts_with("journal-20") && name.ends_with(".csv"),
        "{name}"
    );
    app.close().await;
}
