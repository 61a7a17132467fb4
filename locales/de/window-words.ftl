# Words of every screen: times, states, banners, faults, keys.

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

## Words of every dialog and screen

word-cancel = Abbrechen
word-close = Schließen
word-loading = Wird geladen …
word-try-again = Erneut versuchen
word-type-to-confirm = Zum Bestätigen { $text } eingeben
word-what-will-change = Was sich ändert
word-what-will-happen = Was geschieht
word-nothing-changes = Noch ändert sich nichts.
word-save-changes = Änderungen speichern
word-save-count = { $count ->
    [one] { $count } Änderung speichern
   *[other] { $count } Änderungen speichern
}

## Was ein Benutzer hat

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

## Gezählt

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
