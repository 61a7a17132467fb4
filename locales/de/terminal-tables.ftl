# The tables of the terminal's program: the titles of their columns, and the words in their cells.

## Columns, which the head of a table has in capitals

column-action = Aktion
column-adding = kommen hinzu
column-address = Adresse
column-after = nachher
column-amount = Betrag
column-area = Bereich
column-as-of = Stand
column-before = vorher
column-by = verlangt von
column-change = Änderung
column-changes = Änderungen
column-check = geprüft
column-combined = zusammengeführt
column-company = Firma
column-contact = Kontakt
column-contacts = Kontakte
column-created = hinzugefügt
column-currency = Währung
column-date = Datum
column-description = Beschreibung
column-email = E-Mail
column-entered-anyway = ohnehin Zutritt
column-field = Feld
column-found = Befund
column-free-seats = freie Plätze
column-grant = Umfang
column-id = Kennung
column-in-the-end = am Ende
column-invitation-failure = Einladung fehlgeschlagen
column-invitation-sent = Einladung gesendet
column-last-active = zuletzt aktiv
column-line = Zeile
column-locale = Sprache und Region
column-made = verlangt am
column-mine = meine
column-name = Name
column-name-on-server = Name auf dem Server
column-needs-you = braucht Sie
column-next-plan = nächster Tarif
column-next-seats = nächste Plätze
column-number = Nummer
column-organization = Organisation
column-payment-expired = Zahlungsmittel abgelaufen
column-payment-expires = Zahlungsmittel läuft ab
column-payment-managed-at = Zahlungsmittel verwaltet auf
column-payment-method = Zahlungsmittel
column-plan = Tarif
column-plans = Tarife
column-presence = Bestand
column-price = Preis
column-reason = Grund
column-removing = werden entfernt
column-renews = Zeitraum endet
column-result = Ergebnis
column-role = Rolle
column-role-on-server = Rolle auf dem Server
column-role-summary = was die Rolle darf
column-seats = Plätze
column-seats-used = belegte Plätze
column-state = Status
column-status = Stand
column-stands-in-the-way = steht im Weg
column-subject = betrifft
column-tax-id = Steuernummer
column-text = Text
column-theirs = auf dem Server
column-time = Zeit
column-time-zone = Zeitzone
column-trial-ends = Testzeit endet
column-url = URL
column-users = Benutzer
column-verdict = Entscheidung
column-waiting = wartend
column-was = zuvor
column-website = Website
column-workspaces = Arbeitsbereiche

## The state of a user

cell-active = aktiv
cell-pending = ausstehend
cell-invitation-expired = Einladung abgelaufen
cell-invitation-failed = Einladung fehlgeschlagen
cell-suspended = gesperrt
cell-never = nie

## Whether a workspace is there

cell-here = vorhanden
cell-adding = wird angelegt
cell-leaving = wird gelöscht

## Where a change stands

cell-waiting = wartet
cell-sending = wird gesendet
cell-needs-you = braucht Sie
cell-rejected = abgelehnt
cell-done = erledigt
cell-conflict = Konflikt
cell-held = angehalten
cell-unconfirmed = fragt noch einmal
cell-blocked = zurückgehalten
cell-waits-for-acceptance = wartet auf die Annahme
cell-unknown = noch keine Antwort
cell-change = { $subject }: { $after } ({ $change })
cell-change-from = { $subject }: { $before } → { $after } ({ $change })
cell-nothing-to-keep = Nichts zu behalten

## What would become of a user, or of a line of a list

cell-will-change = wird geändert
cell-already-so = schon so
cell-not-allowed = nicht erlaubt
cell-will-be-added = wird hinzugefügt
cell-already-there = schon vorhanden
cell-unreadable = nicht lesbar

## Permissions, checks, payment and invoices

cell-allowed = erlaubt
cell-limited = zum Teil
cell-denied = nicht erlaubt
cell-ok = in Ordnung
cell-failed = fehlgeschlagen
cell-expired = abgelaufen
cell-paid = bezahlt
cell-open = offen
cell-void = storniert
