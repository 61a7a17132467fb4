# Adding users, one or a list of them; replacing an address; invitations.

## What becomes of a line

fates-added = Wird hinzugefügt
fates-there = Schon vorhanden
fates-denied = Nicht erlaubt
fates-unreadable = Nicht lesbar
fates-line = Zeile
fates-why = { $field }: { $reason }

## One user

add-user = Benutzer hinzufügen
add-intro = Die Person wird per E-Mail eingeladen und ist ausstehend, bis sie annimmt.
add-one-address = Eine Adresse. Für mehrere wählen Sie „Viele auf einmal“.
add-address-free = Niemand in dieser Liste hat diese Adresse.
add-address-missing = Geben Sie eine E-Mail-Adresse ein.
add-many-asking = Viele auf einmal …
assign-title = Arbeitsbereiche zuweisen
assign-intro = Für { $address }. Sie können jederzeit geändert werden.
assign-none = Wählen Sie zuerst einen Arbeitsbereich, oder überspringen Sie das.
assign-some = { $count ->
    [one] { $count } Arbeitsbereich zuweisen
   *[other] { $count } Arbeitsbereiche zuweisen
}

## Many users

many-title = Viele Benutzer hinzufügen
many-intro = Niemand wird hinzugefügt, bevor Sie gesehen haben, was aus jeder Zeile wird.
many-addresses = Adressen
many-addresses-example =
    ana@example.com
    Ben Meyer <ben@example.com>
many-addresses-help = Fügen Sie Adressen ein: beliebig getrennt, mit oder ohne Namen, oder Zellen aus einer Tabelle.
many-take-file-away = Wegnehmen
many-choose-file = Datei wählen …
many-file-help = Eine CSV-Datei mit oder ohne Kopfzeile: E-Mail, Name, Rolle, Arbeitsbereiche.
many-file-unreadable = Diese Datei kann nicht gelesen werden: { $cause }
many-file-too-large = Diese Datei ist größer als 10 MB. Teilen Sie sie, oder lassen Sie weg, was nicht gebraucht wird.
many-role = Rolle derer, deren Zeile keine nennt
many-reading = Wird gelesen …
many-one-user = Ein Benutzer …
many-preview = Vorschau
many-nothing-yet = Fügen Sie zuerst Adressen ein, oder wählen Sie eine Datei.
many-back = Zurück
many-add = { $count ->
    [one] { $count } Benutzer hinzufügen
   *[other] { $count } Benutzer hinzufügen
}
many-nobody = Keine Zeile dieser Liste kann hinzugefügt werden.
many-progress-label = Hinzugefügte Personen
many-progress = { $done } von { $total }
many-stopping = Wird angehalten. { $done } von { $total }
many-stop = Anhalten
many-preview-rest = Vorschau des Rests
many-save-refused = { $count ->
    [one] { $count } abgelehnte Zeile speichern …
   *[other] { $count } abgelehnte Zeilen speichern …
}
many-saved = Als { $file } gespeichert, jede Zeile mit ihrem Grund.
many-show-outbox = Postausgang anzeigen
lines-title = Zeilen der Liste
lines-by-fate = Zeilen nach dem, was geschieht
lines-what-happens = Was geschieht
lines-all = Alle
lines-added = Hinzugefügt
lines-none = Für keine Zeile trifft das zu.
lines-line = Zeile { $line }
lines-why = Zeile { $line }: { $why }
lines-fate = Zeile { $line }: { $fate }.

## Replacing an e-mail address

replace-title = E-Mail-Adresse ersetzen
replace-title-of = E-Mail-Adresse von { $name } ersetzen
replace-intro = An die Stelle von { $email } tritt ein neuer Benutzer mit demselben Zugriff. Eine Adresse selbst ändert sich nie.
replace-address = Neue E-Mail-Adresse
replace-address-help = Dorthin geht die Einladung.
replace-address-missing = Geben Sie die neue E-Mail-Adresse ein.
replace-not-moved = Zieht nicht um
replace-picture-left = Auch das Bild wird nicht mitgenommen.
replace-contacts-unknown = Dieser Server sagt nicht, wie viele Kontakte zugewiesen sind.
replace-contacts-left = { $count ->
    [one] { $count } Kontakt: { $where }. Er ist danach niemandem zugewiesen.
   *[other] { $count } Kontakte: { $where }. Sie sind danach niemandem zugewiesen.
}
replace-contacts-in = { $contacts } in { $workspace }
replace-delete = { $email } löschen
replace-when-accepted = Wenn der neue Benutzer die Einladung angenommen hat
replace-when-accepted-worth = Bis dahin haben beide Benutzer den Zugriff. Es kann zurückgenommen werden.
replace-at-once = Sofort
replace-at-once-worth = Sobald der neue Benutzer hinzugefügt ist. Niemand hat den Zugriff, bis die Einladung angenommen ist.
replace-new-address = die neue Adresse
replace-steps-accepted = Schritt 1 lädt { $address } mit demselben Zugriff ein. Sobald die Einladung angenommen ist, löscht Schritt 2 { $email }. Kontakte ziehen nicht um.
replace-steps-at-once = Schritt 1 lädt { $address } mit demselben Zugriff ein. Sobald das getan ist, löscht Schritt 2 { $email }. Kontakte ziehen nicht um.
replace-cancel = Ersetzung abbrechen
replace-cancelled = Abgebrochen: { $address } wird nicht hinzugefügt, und { $email } bleibt.
replace-keep-both = Beide Benutzer behalten
replace-kept-both = { $email } wird nicht gelöscht. Beide Benutzer bleiben.
