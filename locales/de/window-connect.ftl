# Connecting an organization, where its sign-in is kept, signing in again, and the demo.

## Connecting

connect-lead = Sehen Sie alle, die Zugriff auf Ihre Organisation haben, und ändern Sie ihn: am Schreibtisch oder im Zug.
connect-heading = Ihre Organisation verbinden
connect-add-heading = Organisation hinzufügen
connect-name = Name
connect-name-help = So, wie Sie ihn hier sehen möchten. Leer gilt der Name, den der Server nennt.
connect-address = Adresse (Basis-URL für SCIM)
connect-token = API-Token
connect-token-help = Es kommt in den Schlüsselbund des Systems und wird nie wieder angezeigt.
connect-confirm = Verbinden
connect-busy = Wird verbunden …
connect-added = { $name } ist verbunden.

## Where a sign-in is kept

keep-legend = Anmeldung aufbewahren
keep-session = Nur für diese Sitzung
keep-session-worth = Wird mit der Liste vergessen, wenn Sie Rollcall schließen. Änderungen gehen sofort hinaus oder werden abgelehnt.
keep-key-file = In einer Schlüsseldatei
keep-key-file-worth = Eine Datei im Profilordner, die nur Sie lesen können; sie schützt nicht besser als dieser Ordner.
keep-keychain = Den Schlüsselbund erneut versuchen
keep-keychain-worth = Sobald er wieder geht, wie oben beschrieben.

## Signing in again

sign-in-heading = Bei { $name } anmelden
sign-in-help = Wartende Änderungen gehen danach hinaus, nur als derselbe Benutzer derselben Organisation.
sign-in-busy = Wird angemeldet …

## The demo

demo-heading = Oder sehen Sie sich zuerst um
demo-what = Die Demo-Organisation ist ein echter Server in Rollcall, mit erfundenen Personen. Sie besteht, bis Sie das Fenster schließen. Öffnen als:
demo-opening = Wird geöffnet …
demo-admin = ändert alles
demo-billing-admin = sieht Benutzer, ändert keine
demo-user-admin = verwaltet Mitglieder und Arbeitsbereiche
demo-member = sieht keine Einstellungen

## The demo's mailbox

mailbox-title = Demo-Postfach
mailbox-look-again = Erneut nachsehen
mailbox-what = Was die Demo-Organisation per E-Mail sendet, geht nirgendwohin: Es bleibt hier, bis Rollcall geschlossen wird.
mailbox-none = Noch keine Nachricht
mailbox-none-what = Wer zur Organisation hinzugefügt wird, erhält eine Einladung, und sie kommt hier an.
mailbox-to = An { $address }
mailbox-to-at = An { $address }, { $moment }
mailbox-open = Im Browser öffnen
mailbox-open-whose = Im Browser öffnen: die Einladung von { $address }
