//! The system speaks German, and so does the window: what the page says, and what Rust says of it.

use fantoccini::key::Key;
use rollcall_model::Role;

use super::steps::{demo, dialog_is_gone};
use crate::desk::Desk;

const ENTER: char = '\u{e007}';

#[tokio::test]
async fn a_role_is_changed_refused_and_found_in_the_journal_in_german() {
    let desk = Desk::new().in_german();
    let (window, server) = demo(&desk, Role::Admin).await;
    let (member, me) = (server.somebody("member").await, server.me().await);

    window.press("button", "Status").await;
    window.press("menuitem", "Ausstehend").await;
    window.reads("Ausstehend, noch").await;
    // A word that is longer than the English one is on two lines rather than cut.
    let cut = "return [...document.querySelectorAll('.grid-cell > .badge')].filter((each) => \
        each.lastElementChild.getBoundingClientRect().right > each.getBoundingClientRect().right).length;";
    assert_eq!(window.run(cut, vec![]).await, 0, "no state is cut");
    window.screenshot("german-pending").await;
    window.press("button", "Filter zurücksetzen").await;

    window.press("button", "Postausgang").await;
    window
        .press(
            "checkbox",
            "Anhalten: Nichts geht hinaus, bevor Sie es senden",
        )
        .await;
    window.reads("Senden angehalten").await;
    window.press("button", "Benutzer").await;
    window
        .fill("Benutzer nach Name oder E-Mail suchen", &member.email)
        .await;
    window.press("row", &member.name).await;
    window.reads("Aktiv seit").await;
    window.press("button", "Bearbeiten").await;
    window.press("radio", "Abrechnungs-Admin").await;
    window.screenshot("german-edit").await;
    let save = format!("1 Änderung an {} speichern", member.name);
    window.press("button", &save).await;
    let change = format!("{}, Mitglied → Abrechnungs-Admin", member.name);
    window.reads(&format!("Im Postausgang: {change}")).await;
    window.press("button", "Postausgang").await;
    window.reads("Angehalten").await;
    window.screenshot("german-outbox").await;
    window.press("button", "Alle senden").await;
    window.reads("Erledigt").await;

    window.press("button", "Journal").await;
    window.reads("Erledigt").await;
    window.screenshot("german-journal").await;
    window.chord(&[ENTER]).await;
    // What was asked for stands in the words of the record.
    let line = format!("Erledigt: {}, Member → Billing Admin", member.name);
    window.reads(&line).await;
    window.screenshot("german-journal-line").await;
    window.chord(&[char::from(Key::Escape)]).await;

    window.press("button", "Benutzer").await;
    window
        .fill("Benutzer nach Name oder E-Mail suchen", &me.email)
        .await;
    window.press("row", &me.name).await;
    window.reads("Aktiv seit").await;
    window.press("button", "Bearbeiten").await;
    window
        .reads("Sie können Ihren eigenen Zugriff nicht ändern. Fragen Sie einen anderen Admin")
        .await;
    window.screenshot("german-refused").await;
    window.chord(&[char::from(Key::Escape)]).await;

    window.press("button", "Benutzer hinzufügen").await;
    window.press("button", "Viele auf einmal").await;
    let header = "Vorname;Name;E-Mail-Adresse;Rolle";
    let list = format!("{header}{ENTER}Ana;Ruiz;ana@new.example;Benutzer-Admin");
    window.fill("Adressen", &list).await;
    window.press("button", "Vorschau").await;
    window.reads("getrennt sind: E-Mail, Name, Rolle.").await;
    window.reads("Ana Ruiz").await;
    window.screenshot("german-add-many").await;
    window.chord(&[char::from(Key::Escape)]).await;
    dialog_is_gone(&window).await;

    window.press("button", "Einstellungen").await;
    window.press("radio", "English").await;
    window.press("button", "Settings").await;
    window.find("radio", "As the system").await;
    window.watch_policy().await;
    window.close().await;
}
