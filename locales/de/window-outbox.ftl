# The outbox, the plan and conflicts.

## The screen

outbox-title = Postausgang
outbox-side-waiting = Wartend
outbox-none-waits = Nichts wartet
outbox-clear-done = { $count } erledigte ausblenden
outbox-nothing-to-send = Nichts wartet darauf, gesendet zu werden.
outbox-empty = Nichts wartet
outbox-empty-help = Eine Änderung, die Sie speichern, wartet hier, bis der Server sie bestätigt hat. Auch was er ablehnt, kommt hierher zurück.
outbox-nothing-here = Hier ist nichts.
outbox-show-more = Mehr anzeigen (noch { $count })

## Which changes are shown

outbox-parts = Welche Änderungen
outbox-part-all = Alle { $count }
outbox-part-needs-you = Braucht Sie { $count }
outbox-part-waiting = Wartend { $count }
outbox-part-done = Erledigt { $count }

## Holding

hold-switch = Anhalten: Nichts geht hinaus, bevor Sie es senden
hold-on = Was Sie verlangen, wartet hier, bis Sie es senden.
hold-off = Was Sie verlangen, geht von selbst hinaus.
hold-still-held = { $count ->
    [one] { $count } frühere Änderung ist noch angehalten.
   *[other] { $count } frühere Änderungen sind noch angehalten.
}

## Sending

send-review = Vor dem Senden prüfen
send-selected = Ausgewählte senden ({ $count })
send-all = Alle senden

## A change in words

asked-from-to = { $before } → { $after }
asked-setting = { $setting }: { $before } → { $after }
asked-grant-workspace = Zu { $workspace } hinzufügen
asked-revoke-workspace = Aus { $workspace } entfernen
asked-add-user = Als { $role } hinzufügen
asked-rename-workspace = In { $name } umbenennen
verb-set-role = Rolle ändern
verb-grant-workspace = Zum Arbeitsbereich hinzufügen
verb-revoke-workspace = Aus dem Arbeitsbereich entfernen
verb-add-user = Benutzer hinzufügen
verb-delete-user = Benutzer löschen
verb-set-display-name = Anzeigenamen ändern
verb-set-picture = Bild ändern
verb-suspend = Sperren
verb-reactivate = Reaktivieren
verb-resend-invitation = Einladung erneut senden
verb-revoke-invitation = Einladung widerrufen
verb-create-workspace = Arbeitsbereich anlegen
verb-rename-workspace = Arbeitsbereich umbenennen
verb-delete-workspace = Arbeitsbereich löschen
verb-change-setting = { $setting } ändern

## Where a change stands

change-waiting = Wartet
change-sending = Wird gesendet
change-done = Erledigt
change-rejected = Abgelehnt
change-conflict = Braucht Sie
change-held = Angehalten
change-unconfirmed = Fragt noch einmal
change-blocked = Zurückgehalten
change-waits-for-acceptance = Wartet auf die Annahme
change-unknown = Noch keine Antwort

## One change, and what can be done about it

entry-select = Auswählen: { $change }
entry-made = Verlangt: { $made }
entry-made-seen = Verlangt: { $made }, Stand der Liste: { $seen }
entry-refused = Abgelehnt: { $reason }
entry-take-back = Zurücknehmen
entry-edit-of = Bearbeiten: { $change }
entry-send-now = Jetzt senden
entry-send = Senden
entry-review-and-send = Prüfen und senden
entry-drop = Verwerfen
entry-ask-again = Erneut verlangen
entry-copy = Einzelheiten kopieren
entry-copied = Die Einzelheiten sind kopiert.

## The order

move-earlier = Früher senden
move-later = Später senden
move-first-already = Es geht schon als Erstes.
move-last-already = Es geht schon als Letztes.
move-done = { $moved } geht jetzt vor { $other }.

## What was asked for of many

bulk-set-role = Rolle ändern zu { $role }, { $users } Benutzer
bulk-of-workspace = { $what }: { $workspace }, { $users } Benutzer
bulk-other = { $what }, { $users } Benutzer
bulk-waits = { $count ->
    [one] { $count } wartet
   *[other] { $count } warten
}
bulk-done = { $count } erledigt
bulk-take-back = Wartende zurücknehmen
bulk-ask-again = { $count } gescheiterte erneut verlangen
bulk-drop = Gescheiterte verwerfen
bulk-show-all = Alles anzeigen
bulk-show-users = { $count ->
    [one] Den { $count } Benutzer anzeigen
   *[other] Die { $count } Benutzer anzeigen
}

## Conflicts

conflict-gone = { $name } gibt es auf dem Server nicht mehr.
conflict-changed = Der Zugriff von { $name } hat sich geändert, nachdem Sie diese Änderung verlangt haben. Vorher: { $before }. Jetzt: { $theirs }. Verlangt: { $after }.
conflict-several = { $name } wurde geändert, nachdem Sie diese Änderungen verlangt haben. Wählen Sie für jedes Feld.
conflict-was = Vorher
conflict-now = Jetzt auf dem Server
conflict-yours = Ihre
conflict-discard = Diese Änderung verwerfen
conflict-discard-several = { $count ->
    [one] Diese Änderung verwerfen
   *[other] Diese { $count } Änderungen verwerfen
}
conflict-rename = Anderen Namen wählen …
conflict-keep = { $value } behalten
conflict-again = { $value } erneut verlangen
conflict-keep-all = Alles vom Server behalten
conflict-again-all = Alle meine erneut verlangen
conflict-kept-with-more = Was schon da ist, kann bleiben, zusammen mit dem, was Sie außerdem verlangt haben:
conflict-keep-and-combine = Vorhandenes behalten und zusammenführen
conflict-no-overlap = Die beiden Änderungen überschneiden sich nicht. Beide zusammen:
conflict-combine = Beide zusammenführen

## Over the details of whom it is about

note-waiting = Wartet im Postausgang.
note-waiting-rest = { $changes }. Auf dem Server hat sich nichts geändert.
note-held = Im Postausgang angehalten.
note-held-rest = { $changes }. Es geht hinaus, wenn Sie es senden.
note-unconfirmed = Fragt noch einmal.
note-sending = Unterwegs.
note-unknown = Gesendet, noch keine Antwort.
note-unknown-rest = { $changes }. Der Server wird gefragt, bevor es noch einmal versucht wird.
note-waits-for-acceptance = Wartet auf die Annahme.
note-blocked = Zurückgehalten.
note-blocked-earlier = Eine frühere Änderung kommt zuerst.
note-conflict = Braucht Sie.
note-rejected = Abgelehnt.
note-done = Erledigt.

## The last look before sending

fate-already-so = Schon so
fate-denied = Nicht erlaubt
fate-conflicts = Inzwischen geändert
review-nothing = Nichts davon wartet.
review-nothing-more = Nichts davon wartet mehr.
review-would-go = { $count ->
    [one] { $count } Änderung ginge an den Server.
   *[other] { $count } Änderungen gingen an den Server.
}
review-as-far-as-known = Soweit bekannt: { $trouble }.
review-denied = { $count } nicht erlaubt
review-conflicts = { $count } inzwischen auf dem Server geändert
review-already-so = { $count } schon so
review-goes-first = { $count ->
    [one] { $count } Änderung war nicht ausgewählt und muss zuerst hinaus: Sie betrifft dieselben Benutzer oder fügt sie hinzu.
   *[other] { $count } Änderungen waren nicht ausgewählt und müssen zuerst hinaus: Sie betreffen dieselben Benutzer oder fügen sie hinzu.
}
review-each = Was aus jeder würde
review-show-more = Mehr anzeigen (noch { $count })
review-no-difference = Es wäre nichts anders.
review-send = { $count ->
    [one] { $count } Änderung senden
   *[other] { $count } Änderungen senden
}

## Editing a change that waits

edit-change-title = Diese Änderung bearbeiten
edit-change-title-of = Diese Änderung an { $name } bearbeiten
edit-change-intro = Sie wartet im Postausgang und behält dort ihren Platz. Auf dem Server hat sich nichts geändert.
edit-change-none = Noch ist nichts bearbeitet.
edit-change-save = Diese Änderung speichern
edit-change-now = { $subject }, jetzt: { $value }
edit-change-role = Rolle in der Organisation
edit-change-name = Name

## Plans: what waits, for another administrator

plan-menu = Plan
plan-export = Wartende exportieren …
plan-export-selected = { $count ->
    [one] { $count } ausgewählte Änderung exportieren …
   *[other] { $count } ausgewählte Änderungen exportieren …
}
plan-import = Plan importieren …
plan-exported = { $count ->
    [one] { $count } Änderung in { $file } geschrieben. Sie wartet hier weiter: Verwerfen Sie sie, sobald jemand anders sie gesendet hat.
   *[other] { $count } Änderungen in { $file } geschrieben. Sie warten hier weiter: Verwerfen Sie sie, sobald jemand anders sie gesendet hat.
}
plan-nothing-waits = Nichts wartet, also gibt es nichts zu exportieren.
import-title = Einen Plan importieren
import-intro = Nichts wird vorgemerkt, bevor Sie gesehen haben, was er enthält. Was importiert ist, bleibt angehalten, bis Sie es in Ihrem Namen senden.
import-choose-other = Andere Datei wählen …
import-choose-help = Ein Plan, der aus einem Postausgang dieser Organisation exportiert wurde.
import-no-file = Wählen Sie zuerst eine Datei mit einem Plan.
import-of = Organisation
import-by = Exportiert von
import-at = Exportiert
import-holds = { $count ->
    [one] Er enthält { $count } Änderung.
   *[other] Er enthält { $count } Änderungen.
}
import-refused = Er kann nicht importiert werden. { $reason }
import-none = Importieren
import-count = { $count ->
    [one] { $count } Änderung importieren
   *[other] { $count } Änderungen importieren
}
