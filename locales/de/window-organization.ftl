# General, settings, roles; the switcher, removing and ending an organization.

## Settings

settings-title = Einstellungen
settings-address = Adresse
settings-signed-in-as = Angemeldet als
settings-nobody-said = Der Server sagt es nicht
settings-not-offered = Nicht angeboten
settings-keep = Anmeldung
settings-keep-keychain = Im Schlüsselbund des Systems.
settings-keep-key-file = In einer Schlüsseldatei im Profilordner, die nicht besser schützt als dieser Ordner.
settings-keep-session = Nirgends: Sie wird mit der Liste vergessen, wenn Rollcall geschlossen wird.
settings-keep-demo = Nirgends: Die Demo-Organisation besteht, bis Rollcall geschlossen wird.
settings-sign-in-again = Neu anmelden …
settings-remove = Von diesem Computer entfernen …
settings-rows = Zeilen der Liste
settings-rows-comfortable = Geräumig: Name über der E-Mail-Adresse
settings-rows-compact = Kompakt: beides auf einer Zeile
settings-language = Sprache
settings-language-system = Wie das System
settings-keys = Tastatur
settings-about = Über
settings-version = Version { $version }

## The switcher

switcher-organizations = Organisationen
switcher-add = Organisation hinzufügen …
switcher-remove = { $name } entfernen …
switcher-organization = Organisation
switcher-demo = Demo
switcher-role-unknown = Rolle unbekannt
switcher-you-are = Sie sind { $role }

## Removing an organization from this computer

remove-heading = { $name } von diesem Computer entfernen?
remove-intro = Auf dem Server ändert sich nichts. Von diesem Computer verschwinden:
remove-keychain = Schlüssel und Token im Schlüsselbund des Systems, vor allem anderen
remove-key-file = Das Token, und die Schlüsseldatei, falls keine andere Organisation sie braucht
remove-session = Das Token, das nur für diese Sitzung galt
remove-list = Die Liste der Benutzer, ihre Bilder und die gespeicherten Ansichten
remove-outbox-and-journal = Der Postausgang und das Journal
remove-outbox-and-lines = { $lines ->
    [one] Der Postausgang und das Journal mit { $lines } Zeile
   *[other] Der Postausgang und das Journal mit { $lines } Zeilen
}
remove-export-first = Zuerst das Journal exportieren …
remove-unread = Die Organisation lässt sich jetzt nicht öffnen: { $why }
remove-looking = Es wird nachgesehen, was wartet …
remove-waiting = { $changes ->
    [one] Hier wartet { $changes } Änderung, die der Server nicht hat.
   *[other] Hier warten { $changes } Änderungen, die der Server nicht hat.
}
remove-waiting-lost = { $changes ->
    [one] Senden oder exportieren Sie sie zuerst, sonst ist sie verloren.
   *[other] Senden oder exportieren Sie sie zuerst, sonst sind sie verloren.
}
remove-send = { $changes ->
    [one] { $changes } Änderung senden
   *[other] { $changes } Änderungen senden
}
remove-look = { $changes ->
    [one] Im Postausgang ansehen
   *[other] Im Postausgang ansehen
}
remove-none-sendable = { $changes ->
    [one] Sie kann so nicht gesendet werden: Sehen Sie sie im Postausgang an.
   *[other] Keine davon kann so gesendet werden: Sehen Sie sie im Postausgang an.
}
remove-type-to-discard = { $text } eingeben, um zu verwerfen, was wartet
remove-type-all-the-same = { $text } eingeben, um trotzdem zu entfernen
remove-leave-secrets = Die Dateien trotzdem entfernen. Schlüssel und Token bleiben im Schlüsselbund.
remove-no-keychain = Es gibt keinen Schlüsselbund des Systems, und darin liegt der Schlüssel dieser Organisation. Es wurde nichts entfernt.
remove-confirm = { $name } entfernen
remove-confirm-discard = { $changes } verwerfen und { $name } entfernen
remove-busy = Wird entfernt …
remove-done = { $name } wurde von diesem Computer entfernt.

## General

general-title = Allgemein
general-information = Angaben
general-edit-information = Angaben zur Organisation bearbeiten …
general-delete-heading = Organisation löschen
general-delete = Organisation löschen …
general-delete-action = Organisation löschen …
general-delete-what = Löscht alle Benutzer, Arbeitsbereiche und Kontakte auf dem Server und beendet jede Sitzung. Vorher wird gezählt, was verschwindet, und zum Bestätigen der Name eingegeben.
general-billing = Angaben zur Abrechnung
edit-information = Angaben bearbeiten
edit-billing-details = Rechnungsangaben bearbeiten

## Ending the organization, or its subscription

ending-organization = { $name } löschen?
ending-organization-confirm = { $name } löschen
ending-subscription = Abonnement kündigen?
ending-subscription-confirm = Abonnement kündigen
ending-keep-subscription = Behalten
ending-moment = Einen Moment
ending-deleted = Gelöscht
ending-deleted-what = Alle Sitzungen sind beendet, und es kann nichts mehr geändert werden. Behalten Sie, was gelesen wurde, um es anzusehen und zu exportieren, oder entfernen Sie es von diesem Computer.
ending-keep-read = Gelesenes behalten
ending-goes = { $users ->
    [one] { $users } Benutzer
   *[other] { $users } Benutzer
}, { $workspaces ->
    [one] { $workspaces } Arbeitsbereich
   *[other] { $workspaces } Arbeitsbereiche
} und { $contacts ->
    [one] { $contacts } Kontakt
   *[other] { $contacts } Kontakte
} werden auf dem Server gelöscht.
ending-goes-at-least = { $users ->
    [one] { $users } Benutzer
   *[other] { $users } Benutzer
}, { $workspaces ->
    [one] { $workspaces } Arbeitsbereich
   *[other] { $workspaces } Arbeitsbereiche
} und mindestens { $contacts ->
    [one] { $contacts } Kontakt
   *[other] { $contacts } Kontakte
} werden auf dem Server gelöscht.
ending-goes-uncounted = { $users ->
    [one] { $users } Benutzer
   *[other] { $users } Benutzer
}, { $workspaces ->
    [one] { $workspaces } Arbeitsbereich
   *[other] { $workspaces } Arbeitsbereiche
} und Kontakte, die dieser Server nicht zählt, werden auf dem Server gelöscht.
ending-goes-subscription = Das Abonnement ({ $status }) endet sofort.
ending-signed-out = Alle werden sofort abgemeldet, auch Sie.
ending-never-sent = { $changes ->
    [one] { $changes } Änderung im Postausgang wird nie gesendet.
   *[other] { $changes } Änderungen im Postausgang werden nie gesendet.
}
ending-no-undo = Das lässt sich nicht rückgängig machen. Was zuletzt gelesen wurde, bleibt auf diesem Computer zum Ansehen, bis Sie es entfernen.
ending-at-once = Es endet sofort.
ending-on = Es endet am { $date }, und bis dahin funktioniert alles.
ending-with-period = Es endet mit dem Zeitraum, und bis dahin funktioniert alles.
ending-afterwards = Danach kann niemand mehr hinzugefügt, reaktiviert oder eingeladen werden. Benutzer, Arbeitsbereiche und Kontakte bleiben.
ending-until-then = Bis zum Ende können Sie es sich anders überlegen: Behalten Sie das Abonnement.
