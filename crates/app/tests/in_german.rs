//! A German reader: what is shown is German; what is kept, or read by programs, is English all the same. The
//! language is the whole process's, so this is the one test of its program.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "what tests share panics as they do"
)]

#[expect(dead_code, reason = "the other tests need more of it")]
#[path = "use_cases/forms.rs"]
mod forms;
#[expect(dead_code, reason = "the other tests need more of it")]
#[path = "use_cases/held.rs"]
mod held;
#[expect(dead_code, reason = "the other tests need more of it")]
#[path = "use_cases/support.rs"]
mod support;

use std::ops::ControlFlow;

use rollcall_app::view::{
    Changes, Delimiter, ExportUsers, FileFormat, JournalQuery, ListColumn, ListView, SaveView,
    ShownColumn,
};
use rollcall_app::{App, ConnectionId};
use rollcall_language::{Language, Surface, speak};
use rollcall_model::{OperationId, Role};

use crate::forms::role_change;
use crate::held::Held;
use crate::support::{server, somebody};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_shown_is_german_and_what_is_kept_is_english() {
    speak(Language::German, Surface::Window);
    let server = server(40);
    let ada = Held::on(&server, Role::Admin).await;
    let (app, id) = (&ada.app, ada.id);
    let one = somebody(app, id, Role::Member, None).await;
    assert_eq!(one.role_title, "Mitglied");

    let change = role_change(&one.id, Role::UserAdmin);
    let saved = app.save_user(id, &change, None).await.unwrap();
    let name = &one.name;
    let said = format!(
        "Im Postausgang: {name}, Mitglied → Benutzer-Admin. Auf dem Server hat sich nichts geändert. \
         Es bleibt angehalten, bis Sie es senden."
    );
    assert_eq!(saved.message, said);
    let again = role_change(&one.id, Role::UserAdmin);
    let nothing = app.save_user(id, &again, None).await.unwrap();
    let said = format!("Nichts zu ändern: Für {name} gilt das alles bereits.");
    assert_eq!(nothing.message, said);
    for reserved in ["Alle Benutzer", "all users"] {
        let view = SaveView {
            id: OperationId::random().to_string(),
            name: reserved.into(),
            shows: ListView::default(),
        };
        let taken = app.save_view(id, &view).await.unwrap_err();
        assert_eq!(taken.code, "name_taken", "{reserved}, for every reader");
    }

    let everything = JournalQuery::default();
    let lines = app.journal_window(id, &everything, 0, 10).await.unwrap();
    let queued = &lines.lines[0];
    assert_eq!(
        queued.what, "Member → User Admin",
        "the words of the record"
    );
    let text = format!("Vorgemerkt: {name}, Member → User Admin");
    assert_eq!(queued.text, text);
    let asked = JournalQuery {
        search: "vorgemerkt user".into(),
        ..everything.clone()
    };
    let found = app.journal_window(id, &asked, 0, 10).await.unwrap().found;
    assert_eq!(found, 1, "it is found by the words that are shown");

    german_columns_are_known(app, id).await;
    let mut go_on = |_| ControlFlow::Continue(());
    let csv = FileFormat::Csv {
        delimiter: Delimiter::Comma,
        byte_order_mark: false,
    };
    let mut journal = Vec::new();
    app.stream_journal(id, &everything, csv, &mut journal, &mut go_on)
        .await
        .unwrap();
    let mut users = Vec::new();
    let role = ShownColumn {
        column: ListColumn::Role,
        width: None,
    };
    let export = ExportUsers {
        shows: ListView {
            columns: vec![role],
            ..ListView::default()
        },
        only: None,
        format: csv,
    };
    app.stream_users(id, &export, &mut users, &mut go_on)
        .await
        .unwrap();
    let mut plan = Vec::new();
    app.stream_plan(id, &Changes::All, &mut plan).await.unwrap();
    for (file, has) in [
        (journal, format!("Queued: {name}, Member → User Admin")),
        (users, "Billing Admin".to_owned()),
        (plan, format!("{name}: Member → User Admin")),
    ] {
        let file = String::from_utf8(file).unwrap();
        assert!(file.contains(&has), "{has} stands in {file}");
        for german in ["Mitglied", "Vorgemerkt", "-Admin"] {
            assert!(!file.contains(german), "{german} stands in {file}");
        }
    }
}

/// A list is read whose columns have the names that Germans give them, or those of programs.
async fn german_columns_are_known(app: &App, id: ConnectionId) {
    for (header, name) in [
        (
            "Rolle;Vorname;Name;E-Mail-Adresse;Arbeitsbereich",
            "Ana Ruiz",
        ),
        ("ROLLE;Vorname;Nachname;e-mail;Gruppen", "Ana Ruiz"),
        (
            "Organisationsrolle;Abteilung;Name;Mail;Arbeitsbereiche",
            "Ruiz",
        ),
        ("role;firstName;lastName;email;workspaces", "Ana Ruiz"),
    ] {
        let list = format!("{header}\nBenutzer-Admin;Ana;Ruiz;ana@new.example;\n");
        let read = app
            .read_invitees(id, list.into_bytes(), None)
            .await
            .unwrap();
        let known = "E-Mail, Name, Rolle, Arbeitsbereiche";
        assert!(read.how.contains(known), "{header}: {}", read.how);
        let lines = app.invitees_window(id, read.id, Role::Member, None, 0, 9);
        let lines = lines.await.unwrap();
        let ana = &lines.rows[0];
        assert_eq!(
            (ana.address.as_str(), ana.name.as_str(), ana.role.as_str()),
            ("ana@new.example", name, "Benutzer-Admin"),
            "{header}"
        );
    }
}
