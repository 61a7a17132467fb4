# Changes that wait: outbox, plan, conflicts.

## The places that a change can be about

place-name = Name
place-workspace = Arbeitsbereich
place-website = Website
place-time-zone = Zeitzone
place-locale = Sprache und Region
place-company = Firma
place-address = Adresse
place-tax-id = Steuernummer
place-billing-contact = Kontakt für Rechnungen
place-plan = Tarif
place-seats = Plätze
place-user = Benutzer
place-role = Rolle
place-display-name = Anzeigename
place-picture = Bild
place-state = Status
place-invitation = Einladung

## What stands at a place: before, after, and by now

value-no-user = Kein Benutzer
value-no-workspace = Kein Arbeitsbereich
value-deleted = Gelöscht
value-sent-again = Erneut gesendet
value-revoked = Widerrufen
value-access = Zugriff
value-no-access = Kein Zugriff
value-no-name = Kein Name
value-no-picture = Kein Bild
value-active = Aktiv
value-suspended = Gesperrt
value-sent-at = Gesendet { $at }
value-sent = Gesendet
value-pending = Ausstehend
value-accepted = Angenommen
value-nothing = Nicht gesetzt
value-added = Hinzugefügt
value-taken = Von jemand anderem vergeben
value-gone = Gibt es nicht mehr

## A change, as part of a sentence after a name: "Ana Ruiz, access to Design"

words-new-workspace = neuer Arbeitsbereich
words-renamed = umbenannt in { $name }
words-deletion = Löschung
words-setting = { $place }: { $was } → { $to }
words-new-user = neuer Benutzer, { $role }
words-role = { $was } → { $to }
words-access = Zugriff auf { $workspace }
words-no-access = kein Zugriff auf { $workspace }
words-no-display-name = kein Anzeigename
words-display-name = Anzeigename { $name }
words-no-picture = kein Bild
words-picture = neues Bild
words-suspension = Sperre
words-reactivation = Reaktivierung
words-invitation = erneute Einladung
words-invitation-revoked = Einladung widerrufen

## Why a change stands where it does

entry-unknown = Gesendet, und es kam keine Antwort. Rollcall sieht auf dem Server nach, bevor es sie noch einmal sendet.
entry-gone = { $name } gibt es auf dem Server nicht mehr.
entry-access-gone = { $name } oder den Arbeitsbereich gibt es auf dem Server nicht mehr.
entry-not-created = Auf dem Server gibt es einen anderen Arbeitsbereich namens { $after }. Rollcall hat diesen nicht angelegt.
entry-not-renamed = Auf dem Server gibt es einen anderen Arbeitsbereich namens { $after }. Rollcall hat { $name } nicht umbenannt.
entry-not-added = Jemand anderes auf dem Server hat die Adresse von { $name }. Rollcall hat den Benutzer nicht hinzugefügt.
entry-invitation-untold = Der Server hat nicht geantwortet und sagt nicht, ob die Einladung noch einmal an { $name } ging. Verlangen Sie sie erneut, wenn sie gebraucht wird.
entry-changed = { $name } wurde geändert, nachdem Sie diese Änderung verlangt haben. Vorher: { $before }. Jetzt: { $now }. Verlangt: { $after }.
entry-access-changed = Der Zugriff von { $name } hat sich geändert, nachdem Sie diese Änderung verlangt haben. Vorher: { $before }. Jetzt: { $now }. Verlangt: { $after }.
risk-old-list = Mit einer alten Liste entschieden. Sehen Sie es sich vor dem Senden noch einmal an.
risk-offline = Ohne den Server entschieden. Sehen Sie es sich vor dem Senden noch einmal an.
waits-same-user = Wartet auf eine frühere Änderung an demselben Benutzer.
waits-same-workspace = Wartet auf eine frühere Änderung an demselben Arbeitsbereich.
waits-organization = Wartet auf eine frühere Änderung an der Organisation.
waits-user-refused = Wartet darauf, dass der Benutzer hinzugefügt wird, und das wurde abgelehnt. Verlangen Sie es erneut, oder verwerfen Sie es.
waits-workspace-refused = Wartet darauf, dass der Arbeitsbereich angelegt wird, und das wurde abgelehnt. Verlangen Sie es erneut, oder verwerfen Sie es.
waits-workspace = Wartet darauf, dass der Arbeitsbereich angelegt wird.
waits-access = Wartet auf frühere Änderungen daran, wer Zugriff auf diesen Arbeitsbereich hat.
waits-somebody = der neue Benutzer
waits-not-added = { $address } wurde nicht hinzugefügt. Verlangen Sie das erneut, oder nehmen Sie dies zurück.
waits-gone = Der neue Benutzer ist nicht mehr in der Organisation. Darum wird niemand annehmen. Nehmen Sie dies zurück, oder löschen Sie den Benutzer sofort.
waits-unsettled = { $address } hat nicht alles bekommen, was verlangt wurde. Klären Sie das zuerst.
waits-acceptance = Wartet, bis { $address } die Einladung angenommen hat.
waits-added = Wartet, bis { $address } hinzugefügt ist.
held-sign-in = Melden Sie sich an, um dies zu senden.
held-keychain = Entsperren Sie den Schlüsselbund, um dies zu senden.
held-deleted = Die Organisation wurde gelöscht. Darum wird dies nie gesendet.
held-other-user = Ein anderer Benutzer hat dies vorgemerkt. Es geht weiter, wenn er sich wieder anmeldet.
held-unknown-user = Die Anmeldung hat gewechselt, und der Server sagt nicht, wessen sie ist. Senden Sie dies, wenn es mit der neuen gehen darf.
held-asked-to-wait = Der Server bittet zu warten.

## Both edits of a conflict

combined-access = Zugriff auf { $workspaces } für { $name }
combined-access-many = { $count ->
    [one] Zugriff auf { $workspaces } für 1 Benutzer
   *[other] Zugriff auf { $workspaces } für { $count } Benutzer
}

## What has become of a save

receipt-so-already = Nichts zu ändern: Auf dem Server ist es bereits so.
receipt-nothing-yet = Auf dem Server hat sich nichts geändert.
receipt-asks-once-more = Vor dem Senden wird noch einmal gefragt.
receipt-held = Es bleibt angehalten, bis Sie es senden.
receipt-many-users = { $count ->
    [one] { $changes } Änderungen an 1 Benutzer: { $parts }.
   *[other] { $changes } Änderungen an { $count } Benutzern: { $parts }.
}
receipt-many-places = { $count ->
    [one] { $changes } Änderungen an 1 Stelle: { $parts }.
   *[other] { $changes } Änderungen an { $count } Stellen: { $parts }.
}
receipt-part-applied = { $count } auf dem Server geändert
receipt-part-sent = { $count } gesendet, noch ohne Antwort
receipt-part-waiting = { $count ->
    [one] 1 wartet im Postausgang
   *[other] { $count } warten im Postausgang
}
receipt-part-refused = { $count } abgelehnt
receipt-part-conflict = { $count } im Konflikt
receipt-part-taken-back = { $count } zurückgenommen
receipt-refused = Abgelehnt: { $words }. { $reason }
receipt-conflict = Nicht ausgeführt, weil { $name } inzwischen geändert wurde: { $words }. Jetzt: { $now }.
receipt-conflict-access = Nicht ausgeführt, weil sich der Zugriff von { $name } inzwischen geändert hat: { $words }. Jetzt: { $now }.
receipt-taken-back = Zurückgenommen: { $words }.
receipt-applied = Auf dem Server geändert: { $name }, { $words }.
receipt-sent = Gesendet, noch ohne Antwort: { $name }, { $words }.
receipt-waiting = Im Postausgang: { $name }, { $words }.
receipt-left = { $receipt } Unverändert gelassen: { $count }.

## What is answered to a conflict or a refusal

again-not-open = Diese Änderung wartet nicht auf eine Entscheidung.
again-overlaps = Beide Bearbeitungen betreffen dasselbe und können nicht zusammengeführt werden. Behalten Sie, was auf dem Server steht, oder verlangen Sie Ihre erneut.
again-name-taken-new = Einen Arbeitsbereich dieses Namens gibt es inzwischen. Verwerfen Sie diese Änderung, oder legen Sie den Arbeitsbereich unter einem anderen Namen an.
again-name-taken = Einen Arbeitsbereich dieses Namens gibt es inzwischen. Verwerfen Sie diese Änderung, oder geben Sie ihm einen anderen Namen.
again-address-taken = Jemand anderes auf dem Server hat diese E-Mail-Adresse. Verwerfen Sie diese Änderung, oder fügen Sie den Benutzer mit einer anderen Adresse hinzu.

## Editing a change that waits

edit-sent-before = Dies wurde schon einmal gesendet und kann darum nicht mehr bearbeitet werden. Nehmen Sie es zurück, und verlangen Sie neu, was Sie möchten.
edit-no-such-value = { $value ->
    [role] Zu dieser Änderung gehört keine Rolle.
    [name] Zu dieser Änderung gehört kein Name.
    [address] Zu dieser Änderung gehört keine Adresse.
    [picture] Zu dieser Änderung gehört kein Bild.
   *[setting] Zu dieser Änderung gehört keine Einstellung.
}
edit-same = Nichts zu ändern: Das wird bereits verlangt.
edit-no-value = Diese Änderung hat keinen Wert, der bearbeitet werden kann. Nehmen Sie sie stattdessen zurück.
edit-not-waiting = Diese Änderung wartet nicht mehr. Sie kann nicht bearbeitet werden.
edit-as-it-was = Das ist bereits so. Nehmen Sie die Änderung stattdessen zurück.
edit-rests-on-it = Eine spätere Änderung baut auf diesem Wert auf. Bearbeiten Sie jene, oder nehmen Sie sie zuerst zurück.

## The order of what waits; a change in words: "Ana Ruiz, Member → User Admin"

order-not-waiting = Diese Änderung wartet nicht mehr. Sie kann nicht verschoben werden.
order-same-user = „{ $later }“ kann nicht vor „{ $earlier }“ gehen: Beide betreffen denselben Benutzer und behalten ihre Reihenfolge.
order-same-workspace = „{ $later }“ kann nicht vor „{ $earlier }“ gehen: Beide betreffen denselben Arbeitsbereich und behalten ihre Reihenfolge.
order-organization = „{ $later }“ kann nicht vor „{ $earlier }“ gehen: Beide betreffen die Organisation und behalten ihre Reihenfolge.
order-workspace = „{ $later }“ kann nicht vor „{ $earlier }“ gehen: Die eine braucht den Arbeitsbereich, den die andere anlegt.
order-access = „{ $later }“ kann nicht vor „{ $earlier }“ gehen: Die andere betrifft den Zugriff auf den Arbeitsbereich, den diese löscht.
order-awaited = „{ $later }“ kann nicht vor „{ $earlier }“ gehen: Sie wartet darauf, was aus jenem Benutzer wird.

## Holding, sending and taking back

hold-not-kept = Diese Sitzung behält nichts. Darum kann hier nichts auf das Senden warten.
going-risky = { $name }: { $words }. Das wurde ohne den Server oder mit einer alten Liste entschieden.
going-risky-many = { $count } riskante Änderungen wurden ohne den Server oder mit einer alten Liste entschieden.
send-nothing = Es wartet nichts.
send-trying = { $reason } Es wird jetzt noch einmal versucht.
send-asked-to-wait = Der Server bittet zu warten.
send-sending = { $count ->
    [one] 1 Änderung wird gesendet.
   *[other] { $count } Änderungen werden gesendet.
}
send-sent = { $applied } erledigt, { $needs } brauchen Sie, { $waiting } warten noch.
send-new-token = Dieses Token ist hier neu: Der Server muss einmal gefragt werden, wem es gehört.
send-other-user = Diese Änderungen sind von { $name }. Sie gehen hinaus, wenn sich { $name } wieder anmeldet.
send-unknown-user = Die Anmeldung hat gewechselt, und der Server sagt nicht, wessen sie ist. Senden Sie aus dem Fenster, oder verwerfen Sie diese Änderungen und machen Sie sie neu.
not-sent = { $reason } Es wurde nichts geändert: Diese Sitzung behält nichts, um es später zu senden.
not-sent-signed-out = Melden Sie sich zuerst an.
not-sent-ended = Ihre Sitzung ist beendet.
not-sent-slow = Der Server hat nicht rechtzeitig geantwortet.
take-back-sent = Diese Änderung wurde schon gesendet. Sie kann nicht zurückgenommen, nur erneut geändert werden.
take-back-unknown = Eine solche Änderung gibt es im Postausgang nicht.
verdict-actor-unknown = Dieser Server sagt nicht, welche Rolle Sie haben. Darum entscheidet er.
verdict-role-unknown = Dieser Server hat Rollen, die Rollcall nicht kennt. Darum entscheidet er.

## The plan of what would be sent

plan-so-already = Das ist bereits so.
plan-differs = { $place }: jetzt { $now }, und als dies verlangt wurde, war es { $was }.

## Plan files

plan-nothing = Davon wartet nichts. Darum gibt es nichts zu exportieren.
plan-not-exportable = { $change }. Das wartet auf etwas, das erst hinzugefügt werden muss und hier nicht wartet. Verlangen Sie jenes zuerst erneut, oder verwerfen Sie dies.
plan-not-exportable-yet = { $change }. Das wartet auf etwas, das erst hinzugefügt werden muss und hier nicht wartet. Versuchen Sie es noch einmal, sobald das geklärt ist.
plan-imported-already = Diese Änderungen oder einige davon sind bereits in diesem Postausgang oder wurden von hier gesendet. Nichts wird zweimal importiert.
plan-of-another = Dieser Plan ist für { $theirs } unter { $their_url }, und dies ist { $ours } unter { $our_url }.
plan-too-large = Diese Datei ist größer als { $most } MB. Das ist kein Plan.
plan-newer = Dieser Plan hat die Version { $version }, und dieses Programm liest die Version { $own }. Aktualisieren Sie Rollcall.
plan-not-whole = Dieser Plan ist nicht vollständig oder wurde von Hand geändert: { $cause }.
plan-broken = Die Änderung „{ $change }“ dieses Plans kann nicht gelesen werden: Etwas davon fehlt oder ist nicht bekannt.
plan-none = Diese Datei ist kein Plan von Rollcall. Wählen Sie eine, die aus einem Postausgang exportiert wurde.
