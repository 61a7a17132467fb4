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
