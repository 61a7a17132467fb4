# Words of every screen: times, buttons, menus and filters, files, and what is counted.

## Times

moment-today = heute { $time }
moment-yesterday = gestern { $time }
moment-on = { $date }, { $time }
active-today = heute, { $time }
active-yesterday = gestern
active-days-ago = { $days ->
    [one] vor { $days } Tag
   *[other] vor { $days } Tagen
}
age-now = weniger als eine Minute
age-minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
age-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
age-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
ago-now = vor weniger als einer Minute
ago-minutes = { $count ->
    [one] vor { $count } Minute
   *[other] vor { $count } Minuten
}
ago-hours = { $count ->
    [one] vor { $count } Stunde
   *[other] vor { $count } Stunden
}
ago-days = { $count ->
    [one] vor { $count } Tag
   *[other] vor { $count } Tagen
}
wait-seconds = { $count } s

## Menus and filters

menu-empty = Noch nichts zur Auswahl
filter-by = Nach { $name } filtern
filter-any = Filter „{ $name }“ aufheben
filter-chosen = { $count } gewählt

## Files that are written

file-format = Format
file-csv = CSV, für Tabellenprogramme
file-between = Zwischen den Zellen
file-comma = Komma
file-semicolon = Semikolon
file-tab = Tabulator
file-mark = Mit einer Bytereihenfolge-Marke (BOM) beginnen, falls Namen im Tabellenprogramm falsch aussehen
file-choose = Datei wählen und exportieren

## Settings of an organization

setting-none = Nicht gesetzt
setting-website-help = Wie in https://www.example.com.
setting-time-zone-help = Ein Name aus der Zeitzonen-Datenbank der IANA, wie Europe/Zurich.
setting-locale-help = Ein Sprachkürzel, wie en, de-CH oder zh-Hant-TW.
setting-billing-contact-help = Rechnungen gehen an diese E-Mail-Adresse.

## Words of every dialog and screen

word-cancel = Abbrechen
word-close = Schließen
word-loading = Wird geladen …
word-try-again = Erneut versuchen
word-clear-search = Suche und Filter zurücksetzen
word-edit = Bearbeiten …
word-next = Weiter
word-refresh = Aktualisieren
word-sign-in = Anmelden
word-skip = Überspringen
word-view-only = Nur ansehen
word-view-only-because = Nur ansehen.
word-was = zuvor
word-type-to-confirm = Zum Bestätigen { $text } eingeben
word-what-will-change = Was sich ändert
word-what-will-happen = Was geschieht
word-nothing-changes = Noch ändert sich nichts.
word-save-changes = Änderungen speichern
word-save-count = { $count ->
    [one] { $count } Änderung speichern
   *[other] { $count } Änderungen speichern
}

## What a user has

property-name = Name
property-email = E-Mail
property-address = E-Mail-Adresse
property-role = Rolle
property-state = Status
property-workspaces = Arbeitsbereiche
property-last-active = Zuletzt aktiv
property-added = Hinzugefügt
property-contacts = Kontakte
property-display-name = Anzeigename
property-picture = Bild

## Counted

counted-users = { $count ->
    [one] { $count } Benutzer
   *[other] { $count } Benutzer
}
counted-matches = { $count ->
    [one] { $count } Treffer
   *[other] { $count } Treffer
}
counted-contacts = { $count ->
    [one] { $count } Kontakt
   *[other] { $count } Kontakte
}
counted-changes = { $count ->
    [one] { $count } Änderung
   *[other] { $count } Änderungen
}
