# General, billing, settings, roles; connecting, signing in and removing.

## Einstellungen

settings-title = Einstellungen
settings-address = Adresse
settings-signed-in-as = Angemeldet als
settings-nobody-said = Der Server sagt es nicht
settings-not-offered = Nicht angeboten
settings-keep = Aufbewahrung der Anmeldung
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
    [one] Senden Sie sie zuerst, sonst ist sie verloren.
   *[other] Senden Sie sie zuerst, sonst sind sie verloren.
}
remove-send = { $changes ->
    [one] { $changes } Änderung senden
   *[other] { $changes } Änderungen senden
}
remove-look = { $changes ->
    [one] Im Postausgang ansehen
   *[other] Im Postausgang ansehen
}
remove-none-sendable = Keine davon kann so gesendet werden: Sehen Sie sie im Postausgang an.
remove-type-to-discard = { $text } eingeben, um zu verwerfen, was wartet
remove-type-all-the-same = { $text } eingeben, um trotzdem zu entfernen
remove-leave-secrets = Die Dateien trotzdem entfernen. Schlüssel und Token bleiben im Schlüsselbund.
remove-no-keychain = Es gibt keinen Schlüsselbund des Systems, und darin liegt der Schlüssel dieser Organisation. Es wurde nichts entfernt.
remove-confirm = { $name } entfernen
remove-confirm-discard = { $changes } verwerfen und { $name } entfernen
remove-busy = Wird entfernt …
remove-done = { $name } wurde von diesem Computer entfernt.
