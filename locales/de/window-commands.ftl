# Everything that can be done from anywhere, by name and by key.

## The palette

commands-title = Befehle
commands-find = Befehl suchen
commands-none = Kein Befehl heißt so.
commands-counted = { $count ->
    [one] { $count } Befehl
   *[other] { $count } Befehle
}

## Commands on users

command-search-users = Benutzer suchen
command-add-many = Viele Benutzer auf einmal hinzufügen
command-edit = Rolle, Arbeitsbereiche und Profil bearbeiten
command-replace-email = Eine E-Mail-Adresse ersetzen …
command-no-user = Gehen Sie zuerst in der Liste zu einem Benutzer.

## Commands on workspaces

command-add-people = Personen zu einem Arbeitsbereich hinzufügen …
command-rename-workspace = Einen Arbeitsbereich umbenennen …
command-delete-workspace = Einen Arbeitsbereich löschen …
command-no-workspace = Gehen Sie zuerst in der Liste zu einem Arbeitsbereich.

## Commands on the Outbox

command-take-back = Die letzte wartende Änderung zurücknehmen
command-take-back-none = Keine Änderung wartet. Es gibt nichts zurückzunehmen.
command-send = Senden, was im Postausgang wartet
command-review = Den Postausgang vor dem Senden ansehen …
command-let-go = Änderungen wieder von selbst hinausgehen lassen

## Commands on the list

command-refresh = Die Liste vom Server aktualisieren
command-clear-none = Nichts grenzt die Liste ein.
command-view-all = Alle Benutzer zeigen
command-view = Die Ansicht { $name } zeigen
command-select-all = Alle Treffer auswählen
command-selected = Ausgewählte: { $title }
command-save-view = Was die Liste zeigt als Ansicht speichern …
command-export = Was die Liste zeigt in eine Datei exportieren …
command-copy = Was die Liste zeigt als CSV kopieren
command-columns = Die Spalten der Liste wählen …
command-filter-role = Nach Rolle filtern: { $choice }
command-filter-state = Nach Status filtern: { $choice }
command-filter-activity = Nach Aktivität filtern: { $choice }
command-unfilter-role = Filter aufheben, Rolle: { $choice }
command-unfilter-state = Filter aufheben, Status: { $choice }
command-unfilter-activity = Filter aufheben, Aktivität: { $choice }
command-rows-comfortable = Geräumige Zeilen
command-rows-compact = Kompakte Zeilen

## Going somewhere

command-go-users = Zu den Benutzern
command-go-workspaces = Zu den Arbeitsbereichen
command-go-general = Zu Allgemein
command-go-billing = Zur Abrechnung
command-go-outbox = Zum Postausgang
command-go-demo-mailbox = Zum Demo-Postfach
command-go-settings = Zu den Einstellungen
command-go-journal = Zum Journal
command-next-pane = Nächster Bereich
command-previous-pane = Voriger Bereich
command-leave = Verlassen

## Commands of the window

command-find = Einen Befehl nach Namen suchen
command-keys = Die Tasten zeigen
command-open = { $name } öffnen
command-remove = Diese Organisation von diesem Computer entfernen …

## What keys do where the focus is

keys-move = In der Liste bewegen
keys-details = Die Details des Benutzers zeigen
keys-select = Den Benutzer auswählen oder auslassen
keys-extend = Die Auswahl erweitern
keys-reorder = Im Postausgang: früher oder später senden, was diesen Benutzer betrifft
keys-confirm = Einen Dialog bestätigen
keys-leave = Schließen, die Auswahl aufheben, die Suche verlassen, in dieser Reihenfolge

## As keys are labelled

key-ctrl = Strg
key-shift = Umschalt
key-alt = Alt
key-enter = Eingabe
key-space = Leertaste
key-delete = Entf
key-home = Pos1
key-end = Ende
key-page-up = Bild auf
key-page-down = Bild ab
key-escape = Esc
