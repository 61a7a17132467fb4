# How things stand: a user's row, the status bar, what stands between here and the server.

## A row of the list

row-pending-left = Ausstehend, noch { $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
}
row-never = Nie
row-not-reported = Nicht gemeldet
row-no-workspaces = Keine
row-place = Zeile { $at } von { $total }
row-place-narrowed = Zeile { $at } von { $total ->
    [one] { $total } Treffer
   *[other] { $total } Treffern
}

## The state of a user

state-active = Aktiv
state-pending = Ausstehend
state-invitation-expired = Einladung abgelaufen
state-invitation-failed = Einladung fehlgeschlagen
state-suspended = Gesperrt

## What waits, as a badge says it

intent-waiting = wartet
intent-sending = wird gesendet
intent-needs-you = braucht Sie
intent-rejected = abgelehnt
intent-adding = Hinzufügen vorgemerkt
intent-deleting = Löschen vorgemerkt

## When somebody was there last, to filter by

activity-today = In den letzten 24 Stunden
activity-week = Vor 1 bis 7 Tagen
activity-month = Vor 7 bis 30 Tagen
activity-quarter = Vor 30 bis 90 Tagen
activity-older = Vor mehr als 90 Tagen

## The names of the roles

role-admin = Admin
role-billing-admin = Abrechnungs-Admin
role-user-admin = Benutzer-Admin
role-member = Mitglied
role-none = Keine Rolle

## The status bar

status-users-so-far = Bisher { $count } Benutzer
status-users-of = { $count } von etwa { $expected } Benutzern
status-list-incomplete = Liste unvollständig
status-list-none = Noch keine Liste
status-list-fresh = Stand der Liste: { $at }, { $ago }
status-list-ageing = Stand der Liste: { $at }, { $ago } (nicht mehr frisch)
status-list-old = Stand der Liste: { $at }, { $ago } (alt)
status-waiting = { $count ->
    [one] { $count } Änderung wartet
   *[other] { $count } Änderungen warten
}
status-needs-you = { $count ->
    [one] { $count } braucht Sie
   *[other] { $count } brauchen Sie
}
status-hold = Senden angehalten
status-connecting = Verbindet
status-online = Online
status-reading = Liest vom Server
status-reading-many = { $loaded } gelesen
status-reading-of = { $loaded } von etwa { $total } gelesen
status-next-try = { $fault }, nächster Versuch um { $at }
status-asked-to-wait = Der Server bittet, bis { $at } zu warten
status-wait = Wartet
status-signed-out = Abgemeldet
status-deleted = Auf dem Server gelöscht
status-keychain-locked = Schlüsselbund gesperrt
status-elsewhere = In einem anderen Programm geöffnet

## What stands between here and the server

fault-offline = Offline
fault-insecure = Keine sichere Verbindung
fault-proxy = Proxy im Weg
fault-foreign = Nicht Ihr Server
fault-trouble = Server gestört

## Why what never waits can't be done now

needs-server-offline = Offline: Das braucht den Server und wartet nie im Postausgang.
needs-server-signed-out = Ihre Sitzung ist beendet: Melden Sie sich zuerst an.
needs-server-keychain-locked = Der Schlüsselbund ist gesperrt: Entsperren Sie ihn zuerst.
needs-server-elsewhere = Ein anderes Programm hat diese Organisation geöffnet: Tun Sie es dort.
needs-server-deleted = Die Organisation wurde gelöscht.
needs-server-wait = Der Server bittet zu warten: Versuchen Sie es danach noch einmal.

## Why nothing can be sent now

held-back-undecided = { $fault }: Nichts kann gesendet werden, bevor der Server antwortet.
held-back-offline = { $fault }: Was wartet, geht von selbst hinaus, wenn der Server antwortet.
held-back-signed-out = Ihre Sitzung ist beendet: Melden Sie sich an, dann geht hinaus, was wartet.
held-back-keychain-locked = Der Schlüsselbund ist gesperrt: Entsperren Sie ihn, dann geht hinaus, was wartet.
held-back-elsewhere = Ein anderes Programm hat diese Organisation geöffnet und sendet, was wartet.
held-back-deleted = Die Organisation wurde gelöscht: Nichts geht mehr hinaus.
held-back-wait = Der Server bittet zu warten: Was wartet, geht danach hinaus.

## Banners: what is true now

banner-needs-you = { $count ->
    [one] { $count } Änderung war nicht möglich und braucht Ihre Entscheidung.
   *[other] { $count } Änderungen waren nicht möglich und brauchen Ihre Entscheidung.
}
banner-unconfirmed = { $count ->
    [one] { $count } riskante Änderung wurde ohne den Server oder nach einer alten Liste entschieden. Nichts davon wird gesendet, bevor Sie es noch einmal angesehen haben.
   *[other] { $count } riskante Änderungen wurden ohne den Server oder nach einer alten Liste entschieden. Nichts davon wird gesendet, bevor Sie es noch einmal angesehen haben.
}
banner-unreadable = { $count ->
    [one] { $count } Benutzer konnte nicht gelesen werden und ist nicht so, wie der Server ihn hat: { $which }
   *[other] { $count } Benutzer konnten nicht gelesen werden und sind nicht so, wie der Server sie hat: { $which }
}
banner-shown = { $count } Benutzer, Stand { $at }.
banner-arrived = { $count ->
    [one] Bisher ist { $count } Benutzer angekommen.
   *[other] Bisher sind { $count } Benutzer angekommen.
}
banner-no-list = Noch gibt es keine Liste.
banner-fault = { $fault }.
banner-look-meanwhile = Sie können alles ansehen, prüfen und Änderungen vorbereiten.
banner-rest-later = Der Rest wird geladen, wenn der Server antwortet.
banner-list-later = Sie wird geladen, wenn der Server antwortet.
banner-signed-out = Ihre Sitzung ist beendet.
banner-viewing-works = Ansehen geht weiterhin.
banner-sign-in-to-send = { $count ->
    [one] Melden Sie sich an, um { $count } Änderung zu senden.
   *[other] Melden Sie sich an, um { $count } Änderungen zu senden.
}
banner-sign-in-to-refresh = Melden Sie sich an, um die Liste zu aktualisieren.
banner-deleted = Diese Organisation wurde auf dem Server gelöscht.
banner-deleted-viewing = Sie kann angesehen und exportiert, aber nicht geändert werden.
banner-keychain = Die Anmeldung kann nicht aus dem Schlüsselbund des Systems gelesen werden. Vielleicht ist er gesperrt.
banner-keychain-unlock = Entsperren Sie ihn und versuchen Sie es noch einmal. Wurde die Anmeldung daraus entfernt, melden Sie sich in den Einstellungen neu an.
banner-wait = Der Server bittet zu warten.
banner-wait-for = Der Server bittet, { $time } zu warten.
banner-wait-changes = { $count ->
    [one] { $count } Änderung geht danach hinaus.
   *[other] { $count } Änderungen gehen danach hinaus.
}
banner-wait-nothing = Danach geht es von selbst weiter.
banner-loaded = { $loaded } geladen. Zahlen und Exporte sind noch nicht vollständig.
banner-loaded-of = { $loaded } von etwa { $total } geladen. Zahlen und Exporte sind noch nicht vollständig.
banner-old = Diese Liste ist { $age } alt. Aktualisieren Sie sie, bevor Sie über Zugriff entscheiden.
banner-progress = Geladen

## Banners: the next step

banner-review = Ansehen
banner-open-billing = Abrechnung öffnen
banner-try-now = Jetzt versuchen
banner-remove = Entfernen …
banner-understood = Verstanden

## What went wrong, where the program that tells it has no better words

error-unknown-user = Diesen Benutzer gibt es in der Liste nicht mehr.
error-unknown-workspace = Diesen Arbeitsbereich gibt es nicht mehr.
error-unknown-change = Diese Änderung ist nicht mehr im Postausgang.
error-unknown-organization = Diese Organisation ist nicht mehr im Profil.
error-unknown-message = Diese Nachricht ist nicht mehr im Postfach.
error-already-sent = Die Änderung ist schon unterwegs oder erledigt: Sie kann nicht mehr zurückgenommen werden.
error-token-refused = Der Server lehnt dieses Token ab. Es ist vielleicht abgeschnitten, widerrufen oder für einen anderen Server bestimmt.
error-session-ended = Ihre Sitzung ist beendet. Ansehen geht weiterhin.
error-no-keychain = Es gibt keinen Schlüsselbund des Systems. Bewahren Sie die Anmeldung nur auf, bis Sie Rollcall schließen, oder in einer Schlüsseldatei, die nicht besser schützt als ihr Ordner.
error-internal = In Rollcall ist etwas schiefgegangen. Der Postausgang zeigt, was wartet und was erledigt ist.
error-not-copied = Die Zwischenablage des Systems hat es nicht angenommen.
error-list-changed = Die Liste hat sich geändert, während sie gelesen wurde. Deshalb wurde nichts getan. Versuchen Sie es noch einmal.

## An organization of which nothing can be shown

closed-title = Kein Zugriff auf die Einstellungen der Organisation
closed-help = Soll das anders sein, kann ein Admin von { $organization } Ihre Rolle ändern.
closed-own-workspaces = Ihre Arbeitsbereiche
closed-no-workspace = Ihnen ist noch kein Arbeitsbereich gewährt.
closed-no-keychain = Es gibt keinen Schlüsselbund des Systems, und der Schlüssel zur Liste dieser Organisation liegt darin.
closed-half-removed = { $organization } ist halb entfernt
closed-not-opened = { $organization } kann jetzt nicht geöffnet werden
closed-nothing-done = Nichts wurde geändert oder entfernt.
closed-remove-rest = Den Rest entfernen …
closed-remove = Von diesem Computer entfernen …
closed-profile = Rollcall kann sein Profil nicht öffnen
unread-older = Es konnte nicht neu gelesen werden: Was hier steht, kann älter sein.

## The rail

rail-label = Hauptnavigation
rail-waiting = { $count ->
    [one] { $count } wartet
   *[other] { $count } warten
}
status-label = Status

## Messages that leave by themselves

toasts-label = Meldungen
toasts-close = Meldung schließen
taken-back = Zurückgenommen: { $what }. Nichts wurde gesendet.
taken-back-many = { $count ->
    [one] Zurückgenommen: { $count } Änderung. Nichts wurde gesendet.
   *[other] Zurückgenommen: { $count } Änderungen. Nichts wurde gesendet.
}
taken-back-nothing = Was wartet, ist unterwegs. Nichts kann zurückgenommen werden.
