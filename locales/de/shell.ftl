# What the system shows: menus, and questions outside of the window.

## The program

shell-no-home = Dieses System nennt keinen Ordner für die Daten eines Programms. Starten Sie mit --home ORDNER.
shell-no-browser = Es konnte kein Browser gestartet werden: { $cause }.
shell-file-as-bytes = Eine Datei kommt als Bytes, mit dem, was zu ihr gehört.
demo-no-role = Die Demo hat diese Rolle nicht: { $role }.
demo-no-message = Keine Nachricht der Demo hat diesen Link.
demo-not-open = Die Demo-Organisation ist nicht offen.
demo-mailbox-only = Nur die Demo-Organisation hat ein Postfach.

## Help of the command line

help-window = Verwaltet die Benutzer einer Organisation und zeigt sie auch ohne Netz
help-window-home = Das Profil in diesem Ordner aufbewahren
help-window-demo = Die Demo-Organisation öffnen: ein echter Server in diesem Prozess, mit erfundenen Personen
help-window-self-test = Ein Fenster öffnen, nachsehen, ob auf diesem Computer alles geht, den Befund ausgeben und mit Status 0 oder 1 enden
help-window-print-tokens = Adresse und Tokens des Demo-Servers als eine Zeile JSON ausgeben, sobald er läuft

## The titles of the system's dialogs

dialog-refused-lines = Abgelehnte Zeilen speichern
dialog-journal = Journal exportieren
dialog-invoice = Rechnung speichern
dialog-users = Benutzer exportieren
dialog-plan = Plan exportieren

## The menu bar of macOS, in the system's own words

menu-about = Über { $program }
menu-settings = Einstellungen …
menu-services = Dienste
menu-hide = { $program } ausblenden
menu-hide-others = Andere ausblenden
menu-show-all = Alle einblenden
menu-quit = { $program } beenden
menu-file = Ablage
menu-close-window = Fenster schließen
menu-edit = Bearbeiten
menu-undo = Widerrufen
menu-redo = Wiederholen
menu-cut = Ausschneiden
menu-copy = Kopieren
menu-paste = Einsetzen
menu-select-all = Alles auswählen
menu-view = Darstellung
menu-fullscreen = Vollbildmodus ein/aus
menu-window = Fenster
menu-minimize = Im Dock ablegen
menu-zoom = Zoomen

## Quitting while changes wait

quit-title = { $program } beenden?
quit-waiting = { $count ->
    [one] 1 Änderung wartet im Postausgang und wird nicht gesendet, solange { $program } geschlossen ist. Nichts geht verloren: Sie geht hinaus, wenn es wieder geöffnet wird.
   *[other] { $count } Änderungen warten im Postausgang und werden nicht gesendet, solange { $program } geschlossen ist. Nichts geht verloren: Sie gehen hinaus, wenn es wieder geöffnet wird.
}
quit-quit = Beenden
quit-stay = { $program } geöffnet lassen

## What was looked at to tell whether the program works here

check-window = Fenster
check-profile-folder = Profilordner
check-database = Datenbank
check-keychain = Schlüsselbund
check-organization = Organisation
check-window-drawn = Das Fenster ist gezeichnet und erreicht das Programm.
check-window-blank = Das Fenster ist offen und zeigt nichts. { $cause }
check-window-untold = Es konnte nicht sagen, was es gezeichnet hat.
check-window-slow = Das Fenster hat innerhalb von { $seconds } s nichts gezeichnet.
check-window-cure = Aktualisieren Sie den Grafiktreiber und die Webansicht des Systems, und versuchen Sie es noch einmal.
no-screen = Es gibt keinen Bildschirm, auf dem sich ein Fenster öffnen ließe. Starten Sie Rollcall in einer Desktop-Sitzung; rollcall-cli braucht keine.
check-folder-works = { $path } kann gelesen und geschrieben werden.
check-database-works = Eine Datenbank wurde verschlüsselt, wieder gelesen und unter einem anderen Schlüssel verweigert.
check-database-plain = Die Datenbank wurde ohne Verschlüsselung geschrieben.
check-database-open = Die Datenbank ließ sich unter einem Schlüssel öffnen, mit dem sie nicht angelegt wurde.
check-keychain-works = Der Schlüsselbund des Systems bewahrt ein Geheimnis auf und gibt es wieder heraus.
check-key-file-works = Die Schlüsseldatei bewahrt ein Geheimnis auf und gibt es wieder heraus.
check-session-works = Diese Sitzung bewahrt ein Geheimnis auf und gibt es wieder heraus.
check-keychain-other = Der Ort für Geheimnisse gab ein anderes Geheimnis heraus, als er bekommen hatte.
check-organization-fails = { $name }: { $cause }
check-organization-works = { $name }: { $users } Benutzer in der Liste, { $waiting ->
    [one] { $waiting } Änderung wartet
   *[other] { $waiting } Änderungen warten
}, { $lines ->
    [one] { $lines } Zeile des Journals stimmt
   *[other] { $lines } Zeilen des Journals stimmen
}.
