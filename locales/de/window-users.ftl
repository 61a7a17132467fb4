# The list of users: its columns, details, selection and what is done to those selected.

## The list

users-title = Benutzer
users-title-incomplete = Benutzer, unvollständig
users-pending = { $count } ausstehend
users-incomplete = unvollständig
users-columns = Spalten
users-search = Name oder E-Mail suchen
users-search-label = Benutzer nach Name oder E-Mail suchen
users-failed = Die Liste kann nicht angezeigt werden
users-nobody-matches = Keine Treffer
users-nobody-has-all = Kein Benutzer hat alle gewählten Eigenschaften.
users-nobody-contains = Kein Name und keine E-Mail-Adresse enthält „{ $search }“.
users-nobody-contains-filtered = Mit diesen Filtern enthält kein Name und keine E-Mail-Adresse „{ $search }“.
users-reading = Die Benutzer werden gelesen
users-reading-why = Sie erscheinen hier, sobald sie eintreffen.
users-no-list-why = Sie wird geladen, sobald der Server antwortet.
users-none = Keine Benutzer
users-none-why = Auf dem Server hat diese Organisation keine Benutzer.
filters-label = Filter
filters-workspace = Arbeitsbereich
filters-activity = Aktivität
filters-clear = Filter zurücksetzen

## Selecting

selection-label = Auswahl
selection-some = { $count } ausgewählt
selection-all-users = { $count ->
    [one] Einziger Benutzer ausgewählt
   *[other] Alle { $count } Benutzer ausgewählt
}
selection-all-matches = { $count ->
    [one] Einziger Treffer ausgewählt
   *[other] Alle { $count } Treffer ausgewählt
}
selection-select-users = { $count ->
    [one] Einzigen Benutzer auswählen
   *[other] Alle { $count } Benutzer auswählen
}
selection-select-matches = { $count ->
    [one] Einzigen Treffer auswählen
   *[other] Alle { $count } Treffer auswählen
}
selection-deselect = Auswahl aufheben
selection-clear = Aufheben

## What the actions that end something do, beside each other

compared-title = Sperren, löschen oder widerrufen?

## Views

views-delete-title = Ansicht { $name } löschen?
views-delete-intro = Nur die Ansicht wird gelöscht. Die Benutzer, die sie zeigt, bleiben unberührt.
views-delete = { $name } löschen
views-deleted = Gelöscht: { $name }.
views-label = Ansichten
views-all = Alle Benutzer
views-changed = geändert
views-save = Ansicht speichern …
views-keep = Änderungen an { $name } speichern
views-rename = { $name } umbenennen …
views-delete-asking = { $name } löschen …
views-saved = Gespeichert: { $name }.
views-name-new = Ansicht speichern
views-name-new-intro = Speichert die Suche, die Filter, die Reihenfolge und die Spalten unter einem Namen auf diesem Computer.
views-name-other-title = { $name } umbenennen
views-name-other = Ansicht umbenennen

## Choosing columns

columns-intro = Die Leertaste blendet eine Spalte ein oder aus, Alt mit ↑ und ↓ verschiebt sie, ← und → machen sie schmaler und breiter.
columns-show = Diese Spalten anzeigen
columns-always = immer sichtbar
columns-pixels = { $pixels } px
columns-place-and-width = Platz und Breite von { $column }
columns-earlier = Nach vorn
columns-earlier-label = { $column } nach vorn verschieben
columns-later = Nach hinten
columns-later-label = { $column } nach hinten verschieben
columns-narrower = Schmaler
columns-narrower-label = { $column } schmaler machen
columns-wider = Breiter
columns-wider-label = { $column } breiter machen
columns-usual = Übliche Breite
columns-usual-label = Übliche Breite für { $column }
columns-said-usual = { $column } hat die übliche Breite
columns-said-name = Der Name ist immer sichtbar.
columns-said-shown = { $column } eingeblendet
columns-said-hidden = { $column } ausgeblendet
columns-said-end = { $column } kann nicht weiter verschoben werden.
columns-said-place = { $column } ist Spalte { $place } von { $total }
columns-said-width = { $column } ist { $pixels } Pixel breit

## Exporting and copying

export-label = Exportieren
export-asking = Exportieren …
export-to-file = In eine Datei exportieren …
export-json = JSON, für Programme
export-title = { $count ->
    [one] { $count } Benutzer exportieren
   *[other] { $count } Benutzer exportieren
}
export-title-selected = { $count ->
    [one] { $count } ausgewählten Benutzer exportieren
   *[other] { $count } ausgewählte Benutzer exportieren
}
export-intro = Jede Zeile der Liste, mit den Spalten der Liste: { $columns }.
export-intro-selected = Die ausgewählten Benutzer, mit den Spalten der Liste: { $columns }.
export-incomplete = { $loaded } geladen: Die Datei wird nicht vollständig sein.
export-incomplete-of = { $loaded } von etwa { $expected } geladen: Die Datei wird nicht vollständig sein.
export-as-of = Stand der Liste: { $moment }.
export-waiting = Wartende Änderungen sind eingerechnet und markiert.
export-not-encrypted = Die Datei enthält Daten von Personen und ist nicht verschlüsselt; nur Ihr Konto auf diesem Computer darf sie lesen.
export-progress = { $written } von { $total } geschrieben
export-progress-label = Geschrieben
export-done = { $count ->
    [one] { $count } Benutzer nach { $file } geschrieben.
   *[other] { $count } Benutzer nach { $file } geschrieben.
}
copy-csv = Als CSV kopieren
copy-addresses = E-Mail-Adressen kopieren
copied-users = { $count ->
    [one] Kopiert: { $count } Benutzer.
   *[other] Kopiert: { $count } Benutzer.
}
copied-addresses = { $count ->
    [one] Kopiert: { $count } E-Mail-Adresse.
   *[other] Kopiert: { $count } E-Mail-Adressen.
}

## After a change was asked for

announce-change = { $name }, { $changes }
announce-done = Erledigt: { $what }.

## Details of one user

details-label = Details
details-back = Zurück zur Liste
details-close = Details schließen
details-you = (Sie)
details-overview = Überblick
details-workspaces = Arbeitsbereiche { $count }
details-access = Zugriff
details-no-contacts = Keine
details-contacts = { $workspaces ->
    [one] { $contacts } in { $workspaces } Arbeitsbereich
   *[other] { $contacts } in { $workspaces } Arbeitsbereichen
}
details-more-workspaces = { $count ->
    [one] { $count } weiterer Arbeitsbereich
   *[other] { $count } weitere Arbeitsbereiche
}
details-take-back-all = Alle { $count } zurücknehmen
details-review = Im Postausgang prüfen
details-no-access = Kein Zugriff auf einen Arbeitsbereich.
details-none-assigned = Keiner ist zugewiesen.
details-adding = kommt hinzu
details-removing = wird entfernt
details-replace-email = E-Mail-Adresse ersetzen …
details-view-access = Zugriff ansehen
details-edit = Bearbeiten
details-active-since = Aktiv seit { $date }
details-invited = Eingeladen
details-invited-at = Eingeladen: { $sent }
details-invited-until = Eingeladen, läuft ab: { $until }
details-invited-at-until = Eingeladen: { $sent }, läuft ab: { $until }
details-invitation-expired = Einladung abgelaufen: { $moment }
details-invitation-failed = Einladung fehlgeschlagen: { $reason }
details-activity-not-reported = Vom Server nicht gemeldet

## Editing one user

edit-user-title = { $name } bearbeiten
edit-user-title-unread = Zugriff bearbeiten
edit-user-title-read-only = Zugriff von { $name }
edit-user-read-only = Nur ansehen. Bei jeder Wahl steht, warum.
edit-user-waits = { $email } wartet darauf, hinzugefügt zu werden. Was Sie hier ändern, wird danach gesendet.
edit-user-profile = Profil
edit-user-picture-help = Die https-Adresse eines Bildes; leer für die Initialen.
edit-user-save = Änderungen an { $name } speichern
edit-user-save-count = { $count ->
    [one] { $count } Änderung an { $name } speichern
   *[other] { $count } Änderungen an { $name } speichern
}
edit-user-access = Zugriff
edit-user-no-access = kein Zugriff
edit-user-no-name = Kein Name
edit-user-no-picture = Kein Bild

## Changing one or many: the preview

preview-choose-role = Wählen Sie eine Rolle, um zu sehen, was sich ändern würde.
preview-choose-workspaces = Wählen Sie Arbeitsbereiche, um zu sehen, was sich ändern würde.
preview-counts = { $changing }, { $already } schon so, { $refused } nicht erlaubt.
preview-changing = { $count ->
    [one] { $count } Benutzer wird geändert
   *[other] { $count } Benutzer werden geändert
}
preview-lost = Verlorene Arbeitsbereiche
preview-lost-count = Verlorene Arbeitsbereiche: { $count }
preview-whom = Um wen es geht
preview-nobody = Niemand.
preview-more = Mehr anzeigen (noch { $count })
