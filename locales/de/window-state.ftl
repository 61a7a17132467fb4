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
