# The organization, its workspaces and its billing; connecting to it and removing it.

## Areas that a server doesn't have

areas-no-general = Dieser Server beschreibt die Organisation selbst nicht. Darum gibt es hier kein „Allgemein“.
areas-no-billing = Dieser Server beschreibt die Organisation selbst nicht. Darum gibt es hier keine „Abrechnung“.
areas-no-workspaces = Dieser Server bietet keine Arbeitsbereiche an.
settings-not-read-yet = Der Server hat die Organisation noch nicht beschrieben.
settings-not-described = Dieser Server beschreibt die Organisation selbst nicht.

## Settings, as somebody typed them

settings-nothing = Nichts zu ändern: Das alles ist bereits so.
settings-changed = { $setting } wurde geändert, während Sie daran gearbeitet haben. Jetzt steht dort: { $now }. Speichern Sie noch einmal, um das zu ersetzen.
settings-unknown = Eine Einstellung namens „{ $name }“ gibt es hier nicht.
settings-no-name = Die Organisation braucht einen Namen. Geben Sie den Namen ein, unter dem man sie kennt.
settings-no-plan = Wählen Sie einen Tarif.
settings-no-seats = Geben Sie ein, wie viele Plätze es geben soll.
settings-too-long = { $setting }: zu lang. Schreiben Sie höchstens { $most } Zeichen.
settings-control = { $setting }: enthält einen Zeilenumbruch oder ein anderes Steuerzeichen. Geben Sie den Text neu ein, in einer Zeile.
settings-unseen = { $setting }: enthält nichts Sichtbares. Geben Sie den Text neu ein.
settings-website-none = Das ist keine Adresse im Web.
settings-website-scheme = Die Website muss mit https:// oder http:// beginnen.
settings-website-secret = Die Website darf weder Benutzernamen noch Passwort enthalten.
settings-website-cure = Schreiben Sie die Website wie https://www.example.com.
settings-time-zone = Eine Zeitzone dieses Namens gibt es nicht. Wählen Sie eine aus der Zeitzonendatenbank der IANA, etwa Europe/Zurich.
settings-locale = Das ist kein Sprachkürzel (BCP 47). Schreiben Sie es wie en, de-CH oder zh-Hant-TW.
settings-plan-unknown = Einen solchen Tarif gibt es nicht. Wählen Sie einen von diesen: { $plans }.
settings-seats-number = Die Zahl der Plätze muss eine ganze Zahl von 1 bis { $most } sein, ohne Trennzeichen.
settings-seats-taken = { $seats } Plätze sind weniger als die { $used } Benutzer, die einen haben. Verlangen Sie { $used } oder mehr, oder sperren oder löschen Sie zuerst Benutzer.

## The subscription

subscription-cancelling = Das Abonnement wird gekündigt. Darum bleiben Tarif und Plätze, wie sie sind. Behalten Sie zuerst das Abonnement.
subscription-payment-due = Eine Zahlung ist fällig. Darum bleiben Tarif und Plätze, wie sie sind. Begleichen Sie zuerst die offenen Rechnungen.
subscription-no-plans = Dieser Server hat keine Tarife zur Auswahl.
subscription-not-told = Dieser Server sagt nichts über Tarif und Plätze.
subscription-goes-on = Das Abonnement läuft von selbst weiter.
subscription-none-running = Es gibt kein laufendes Abonnement, das gekündigt werden kann.
subscription-cancel-confirm = Die Kündigung des Abonnements betrifft alle in der Organisation.
subscription-lost = { $lost } Ob es ausgeführt wurde, ist nicht bekannt. Aktualisieren Sie, und sehen Sie nach, wie es um das Abonnement steht.
subscription-read-again = { $lost } Noch einmal gelesen: { $standing }
subscription-standing-unknown = Der Server sagt nicht, wie es um das Abonnement steht.
subscription-ends = Das Abonnement ist gekündigt und endet am { $day }.
subscription-ended = Das Abonnement ist beendet.
subscription-active = Das Abonnement läuft; der nächste Zeitraum beginnt am { $day }.
subscription-stands = Stand des Abonnements: { $status }.

## Payment and invoices

payment-no-page = Der Server nennt keine sichere Adresse, unter der das Zahlungsmittel verwaltet wird.
invoices-unknown = Eine solche Rechnung gibt es in der Liste nicht.
invoices-not-offered = Dieser Server bietet keine Rechnungen an.
invoice-file-title = Rechnung { $number }
invoice-file-date = Datum
invoice-file-status = Stand
invoice-file-billed-to = Rechnung an
invoice-file-tax-id = Steuernummer
invoice-file-description = Beschreibung
invoice-file-quantity = Menge
invoice-file-price = Preis
invoice-file-amount = Betrag
invoice-file-total = Summe
invoice-file-made-from = Erstellt aus den Zeilen, die der Server von dieser Rechnung hat.

## Workspaces

workspace-gone = Diesen Arbeitsbereich gibt es nicht mehr. Sehen Sie in der Liste nach.
workspace-unnamed = Geben Sie einen Namen für den Arbeitsbereich ein.
workspace-name-too-long = Der Name ist zu lang: Schreiben Sie höchstens { $most } Zeichen, nicht { $count }.
workspace-name-control = Der Name enthält einen Zeilenumbruch oder ein anderes Steuerzeichen. Geben Sie ihn neu ein, in einer Zeile.
workspace-name-turned = Der Name enthält ein unsichtbares Zeichen, das die Schreibrichtung umkehrt. Geben Sie ihn neu ein.
workspace-name-unseen = Der Name enthält nichts Sichtbares. Geben Sie ihn neu ein.
workspace-name-taken = Einen Arbeitsbereich namens { $name } gibt es bereits. Wählen Sie einen anderen Namen.
workspace-name-adding = Ein Arbeitsbereich namens { $name } wartet im Postausgang darauf, angelegt zu werden. Wählen Sie einen anderen Namen.
workspace-name-leaving = { $name } wartet im Postausgang auf die Löschung. Wählen Sie einen anderen Namen, oder warten Sie, bis das erledigt ist.
workspace-name-on-server = Auf dem Server heißt { $name } noch { $server }, bis der neue Name gesendet ist. Wählen Sie einen anderen Namen, oder warten Sie, bis das erledigt ist.
workspace-same-name = Nichts zu ändern: Der Arbeitsbereich heißt bereits { $name }.
workspace-leaving-already = { $name } wartet im Postausgang bereits auf die Löschung.
workspace-being-created = Dieser Arbeitsbereich wird gerade angelegt. Versuchen Sie es noch einmal, sobald das erledigt ist.
workspace-not-created = Zurückgenommen: { $name }, neuer Arbeitsbereich. Davon wurde nichts gesendet.
workspace-users-lose = { $count ->
    [one] 1 Benutzer verliert den Zugriff, und das ist nicht rückgängig zu machen.
   *[other] { $count } Benutzer verlieren den Zugriff, und das ist nicht rückgängig zu machen.
}

## Deleting the organization on its server

deletion-done = { $name } wurde auf dem Server gelöscht. Was zuletzt davon gelesen wurde, bleibt hier zum Ansehen.
deletion-not-done = { $lost } Noch einmal gelesen: Die Organisation ist noch da. Es wurde nichts gelöscht.
deletion-refused-now = { $lost } Der Server weist Ihre Anmeldung jetzt ab, wie er es nach der Löschung einer Organisation tut.
deletion-unknown = { $lost } Ob es ausgeführt wurde, ist nicht bekannt: { $cause } Aktualisieren Sie, bevor Sie es noch einmal versuchen.
deletion-confirm = Die Löschung der Organisation ist nicht rückgängig zu machen.
organization-gone = Die Organisation gibt es auf dem Server nicht mehr.
organization-changed = Die Organisation wurde inzwischen geändert, und es wurde nichts ausgeführt. Sehen Sie sie sich noch einmal an, und entscheiden Sie dann.
organization-deleted = Diese Organisation wurde gelöscht. Was zuletzt davon gelesen wurde, kann angesehen, aber nicht geändert werden.

## Connecting and signing in

connect-token-refused = Der Server nimmt dieses Token nicht an. Vielleicht ist es abgelaufen oder widerrufen.
connect-already = Dieser Server ist bereits verbunden, als „{ $name }“.
connect-name-invalid = Der Name muss eine Zeile von höchstens { $most } Zeichen sein.
connect-demo = Demo-Organisation
sign-in-needed = Sie sind hier nicht bei dieser Organisation angemeldet. Melden Sie sich mit ihrem API-Token an.
sign-in-other-account = Dieses Token gehört { $user }, und bei dieser Organisation ist { $name } angemeldet. Verwenden Sie ein Token von { $name }, oder verbinden Sie den Server noch einmal.
keychain-gave-nothing = Der Schlüsselbund des Systems gibt nicht heraus, was Rollcall darin gespeichert hat. Vielleicht ist er gesperrt.
keychain-unlock = Entsperren Sie den Schlüsselbund, und versuchen Sie es noch einmal. Wenn es aus dem Schlüsselbund gelöscht wurde, entfernen Sie diese Organisation hier, und verbinden Sie sie neu.
key-none = Was als Schlüssel dieser Organisation aufbewahrt wurde, ist kein Schlüssel.
key-not-made = Es kann kein zufälliger Schlüssel erzeugt werden: { $cause }.

## How things stand with an organization

session-held = { $holder } hat diese Organisation offen. Sie können sie ansehen; geändert wird dort.
session-others-changes = { $count ->
    [one] 1 Änderung von { $name } wartet hier. Sie geht hinaus, wenn sich { $name } wieder anmeldet.
   *[other] { $count } Änderungen von { $name } warten hier. Sie gehen hinaus, wenn sich { $name } wieder anmeldet.
}
role-changed = Ihre Rolle in { $organization } hat gewechselt: von { $was } zu { $role }.
role-lost = { $count ->
    [one] 1 wartende Änderung dürfen Sie nicht mehr senden. Sie wird behalten, nicht gesendet.
   *[other] { $count } wartende Änderungen dürfen Sie nicht mehr senden. Sie werden behalten, nicht gesendet.
}
mended-list = Die Liste auf diesem Computer war beschädigt. Sie wurde beiseitegelegt und wird neu vom Server gelesen. Ihre wartenden Änderungen sind sicher.
mended-anew = Die Datei mit Ihren wartenden Änderungen ist von diesem Computer verschwunden, und eine leere wurde begonnen. Was noch nicht gesendet war, muss neu verlangt werden.
mended-salvaged = { $count ->
    [one] Die Datei mit Ihren wartenden Änderungen war beschädigt. 1 Änderung konnte gelesen werden und ist behalten; eine Kopie der beschädigten Datei ist { $copy }. Sehen Sie den Postausgang durch.
   *[other] Die Datei mit Ihren wartenden Änderungen war beschädigt. { $count } Änderungen konnten gelesen werden und sind behalten; eine Kopie der beschädigten Datei ist { $copy }. Sehen Sie den Postausgang durch.
}
read-unanswered = Das Lesen endete ohne Antwort.
action-unknown = Eine Aktion namens „{ $action }“ gibt es nicht.

## Removing an organization from this computer

removal-half = Das Entfernen von { $name } wurde begonnen und ist nicht abgeschlossen.
removal-again = Entfernen Sie sie noch einmal: Dann verschwindet, was noch da ist.
removal-untold = Es ist nicht zu erkennen, ob darin Änderungen warten, die nie gesendet wurden.
removal-changes = { $count ->
    [one] Darin wartet 1 Änderung, die der Server nicht hat.
   *[other] Darin warten { $count } Änderungen, die der Server nicht hat.
}
removal-secrets-left = Der Schlüssel und das Token waren nicht erreichbar. Wenn der Schlüsselbund sie aufbewahrt, heißen ihre Einträge { $id }/database-key und { $id }/token, von Rollcall.
removal-key-file-needed = Die Schlüsseldatei { $path } bleibt: Eine andere Organisation hier braucht sie.
removal-key-file-named = Die Schlüsseldatei { $path } bleibt: Sie haben sie bestimmt, und vielleicht dient sie noch etwas anderem.
removal-failed = Das konnte nicht entfernt werden: { $left }.
removal-close = Schließen Sie, was es offen hat, oder erlauben Sie das Entfernen, und versuchen Sie es noch einmal.

## The profile folder

home-unknown-organization = Diese Organisation ist hier nicht verbunden.
home-damaged = { $path } ist beschädigt. Verbinden Sie die Organisation neu.
home-newer = { $path } wurde von einem neueren Rollcall geschrieben. Aktualisieren Sie dieses.
home-disk-full = Der Datenträger ist voll: { $path } kann nicht geschrieben werden.
home-not-allowed = Rollcall darf nicht in { $path } schreiben.
home-unusable = { $path } ist nicht zu gebrauchen: { $cause }.
home-elsewhere = Wählen Sie einen anderen Profilordner, oder erlauben Sie das Schreiben in diesem.

## What fails within the program

internal-thread = Ein Thread ist nicht zu bekommen: { $cause }.
internal-task = Eine Aufgabe von Rollcall ist fehlgeschlagen: { $cause }.
internal-engine = Der Abgleich kann nicht gestartet werden: { $cause }.
