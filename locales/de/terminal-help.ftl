# The help of the terminal's program: its commands and their options. What has to be typed stays as it is.

## The program, and the options of every command

help-program = Verwaltet die Benutzer einer Organisation und zeigt sie auch ohne Netz
help-exit-status = Exit-Status: 0 erledigt oder vorgemerkt, 1 abgelehnt oder fehlgeschlagen, 2 falsch verwendet.
help-of-every-command = Optionen jedes Befehls
help-format = Wie Antworten geschrieben werden
help-format-table = Ausgerichtete Spalten, für Personen, in ihrer Sprache
help-format-json = Beständig, für Programme und immer auf Englisch; docs/cli.md beschreibt es
help-format-csv = Für Tabellenprogramme und immer auf Englisch; keine Zelle gilt als Formel
help-verbose = Auf der Fehlerausgabe sagen, was geschieht; mehr mit -vv und -vvv. ROLLCALL_LOG nimmt einen Filter
help-home = Der Profilordner [ohne Angabe: der des Fensters]
help-key-file = Eine Schlüsseldatei (Modus 600) an Stelle des Schlüsselbunds; fehlt sie, wird sie angelegt. Das Token liegt dann in der verschlüsselten Datenbank
help-token-file = Das Token aus dieser Datei (Modus 600) lesen, nur für diesen Befehl
help-token-fd = Das Token aus diesem offenen Dateideskriptor lesen, nur für diesen Befehl
help-organization = Die Organisation, mit Name, URL oder Kennung; nötig, wenn das Profil mehrere hat

## Commands

help-connect = Eine Organisation verbinden; ihr Token kommt mit --token-file, --token-fd oder auf der Standardeingabe
help-sign-in = Neu anmelden: ein anderes Token desselben Benutzers aufbewahren; es kommt wie bei connect
help-organizations = Die Organisationen dieses Profils auflisten oder eine entfernen
help-whoami = Zeigen, wem das Token gehört und wie alt die Liste ist
help-sync = Lesen, was auf dem Server neu ist
help-users = Benutzer auflisten, zeigen und ändern
help-workspaces = Arbeitsbereiche auflisten, zeigen und ändern, und wer darin ist
help-the-organization = Die Organisation selbst zeigen, ändern und löschen
help-billing = Rechnungsangaben, Tarif und Plätze zeigen und ändern
help-invoices = Rechnungen auflisten und eine als Seite zum Drucken schreiben
help-invitations = Einladungen auflisten, erneut senden und widerrufen
help-outbox = Die wartenden Änderungen zeigen und senden
help-journal = Auflisten, exportieren und prüfen, was verlangt wurde und was daraus geworden ist
help-can = Sagen, ob eine Aktion erlaubt ist und warum nicht (Exit-Status 1)
help-access = Erklären, was ein Benutzer darf, Recht für Recht
help-doctor = Nachsehen, ob auf diesem Computer alles geht, was Rollcall braucht (sonst Exit-Status 1)
help-manual = Die Handbuchseiten schreiben, eine je Befehl, wie Pakete sie installieren

## What several commands take

help-user = E-Mail-Adresse oder Kennung
help-workspace = Name oder Kennung
help-limit = Höchstens so viele
help-descending = Absteigend sortieren
help-delimiter = Was zwischen zwei Zellen von CSV steht: comma, semicolon oder tab
help-bom = CSV mit einer Bytereihenfolge-Marke (BOM) beginnen, an der manche Tabellenprogramme UTF-8 erkennen
help-output = In diese Datei schreiben, ganz oder gar nicht, nur für ihren Eigentümer; - ist die Standardausgabe
help-yes = Ohne Rückfrage ausführen: Sonst fragt auf einem Terminal, was heikel ist, und wird anderswo abgelehnt
help-check-adding = Alles prüfen und niemanden hinzufügen
help-check-creating = Alles prüfen und nichts anlegen
help-check-changing = Alles prüfen und nichts ändern
help-role-to-give = Die neue Rolle
help-changes = Die Änderungen: Kennungen oder eindeutige Anfänge davon
help-only-changes = Nur diese Änderungen, und was zuerst hinaus muss: Kennungen oder eindeutige Anfänge davon
help-picture = Die https-Adresse des neuen Bildes, oder none

## connect, organizations, can, doctor and manual

help-connect-url = Die Basis-URL des SCIM-Dienstes
help-connect-name = Der Name, der angezeigt wird [ohne Angabe: der Host des Servers]
help-connect-do-not-keep = Das Token nirgends aufbewahren: Es wird dann bei jedem Befehl mit --token-file oder --token-fd angegeben
help-remove = Eine Organisation von diesem Computer entfernen: Schlüssel und Token, Liste, Postausgang und Journal. Der Server behält sie und wird nicht gefragt
help-remove-name = Mit Name, URL oder Kennung
help-remove-discard = So viele nicht gesendete Änderungen aufgeben; es muss die Zahl der wartenden sein
help-remove-yes = Ohne Rückfrage ausführen: Sonst fragt ein Terminal, und anderswo wird es abgelehnt
help-remove-leave-secrets = Die Dateien entfernen, obwohl der Schlüsselbund nicht erreichbar ist; seine Einträge bleiben und werden genannt
help-can-action = Der Maschinenname des Rechts, zum Beispiel users.set_role
help-can-user = Um welchen Benutzer es geht: E-Mail-Adresse oder Kennung
help-doctor-report = Den Befund in diese Datei schreiben, ohne Namen, Adressen und Tokens, um ihn weiterzugeben
help-manual-folder = Der Ordner dafür; fehlt er, wird er angelegt

## users and invitations

help-users-list = Benutzer auflisten, mit den wartenden Änderungen
help-users-export = Benutzer als CSV oder JSON exportieren: was `list` zeigt, oder eine gespeicherte Ansicht
help-users-show = Einen Benutzer vollständig zeigen
help-users-add = Einen Benutzer hinzufügen und ihm eine Einladung senden
help-users-import = Alle aus einer Liste oder CSV-Datei hinzufügen
help-users-edit = Anzeigenamen und Bild eines Benutzers ändern
help-users-replace-email = Eine neue Adresse mit derselben Rolle und denselben Arbeitsbereichen hinzufügen und den alten Benutzer löschen
help-users-set-role = Die Rolle eines Benutzers in der Organisation ändern
help-users-set-workspaces = Die einem Benutzer zugewiesenen Arbeitsbereiche ändern
help-users-delete = Benutzer löschen, samt ihrem Zugriff
help-users-suspend = Benutzer sperren: Sie behalten alles und können sich nicht anmelden
help-users-reactivate = Gesperrte Benutzer reaktivieren: Sie können sich wieder anmelden
help-invitations-list = Benutzer auflisten, die ihre Einladung noch nicht angenommen haben
help-invitations-resend = Einladungen erneut senden; die vorigen Links gelten dann nicht mehr
help-invitations-revoke = Einladungen widerrufen, womit die Benutzer entfernt werden

## Which users, and in which order

help-users-named = E-Mail-Adressen oder Kennungen; sonst die Benutzer, auf die die Filter passen
help-users-dry-run = Zeigen, was geschehen würde, mit wem und warum nicht, und nichts ausführen
help-search = Eine beliebige Stelle in Name oder E-Mail-Adresse, ohne Rücksicht auf Groß- und Kleinschreibung und Akzente; mehrere Wörter müssen alle vorkommen
help-filter-role = Nur mit dieser Rolle; mehrmals möglich
help-filter-state = Nur mit diesem Status: active, pending, invitation_expired, invitation_failed, suspended; mehrmals möglich
help-filter-workspace = Nur mit Zugriff auf diesen Arbeitsbereich, mit Name oder Kennung; mehrmals möglich
help-filter-activity = Nur zuletzt aktiv innerhalb von today, week, month, quarter; oder older, never; jeder Zeitraum beginnt, wo der vorige endet; mehrmals möglich
help-sort = Nach name, email, role, workspaces, last_active, state oder added sortieren [ohne Angabe: name]
help-view = Von dieser gespeicherten Ansicht ausgehen: Suche, Filter, Reihenfolge und Spalten, soweit sie nicht hier angegeben sind
help-columns = Diese Spalten in dieser Reihenfolge: name, email, role, workspaces, last_active, state, added. Der Name ist immer dabei und bringt die E-Mail-Adresse mit [ohne Angabe: die der Ansicht, oder alle]
help-export-dry-run = Sagen, wie viele Benutzer geschrieben würden, und keinen schreiben

## One user, and a list of people

help-add-address = Die E-Mail-Adresse
help-add-name = Der Anzeigename; ohne ihn gibt ihn die Person an, wenn sie annimmt
help-add-workspace = Zugriff auf diesen Arbeitsbereich geben, mit Name oder Kennung; mehrmals möglich
help-import-file = Eine Datei, oder - für die Standardeingabe: Adressen in beliebiger Form, oder eine Tabelle mit oder ohne Kopfzeile
help-import-role = Die Rolle derer, deren Zeile keine nennt
help-import-delimiter = Was die Zellen trennt, wo es der Datei nicht anzusehen ist: ein Zeichen, oder tab
help-import-no-delimiter = geben Sie ein Zeichen wie ; oder | an, oder das Wort tab
help-import-refused = Die Zeilen, die nicht hinzugefügt werden, in diese neue Datei schreiben, jede mit ihrem Grund
help-import-dry-run = Sagen, was aus jeder Zeile würde, und niemanden hinzufügen
help-edit-name = Der neue Anzeigename; leer für keinen
help-replace-address = Die neue E-Mail-Adresse
help-replace-delete = Wann der alte Benutzer gelöscht wird: at-once (sofort) oder when-accepted (sobald der neue die Einladung angenommen hat)
help-set-workspaces = Genau diese Arbeitsbereiche, mit Name oder Kennung: Andere werden weggenommen
help-set-workspaces-grant = Zugriff auf diesen geben und die anderen lassen; mehrmals möglich
help-set-workspaces-revoke = Zugriff auf diesen wegnehmen und die anderen lassen; mehrmals möglich
help-set-workspaces-none = Zugriff auf alle wegnehmen

## workspaces

help-workspaces-list = Arbeitsbereiche auflisten, mit den wartenden Änderungen; ein Mitglied sieht die gewährten
help-workspaces-show = Einen Arbeitsbereich vollständig zeigen; wer darin ist, sagt `users list --workspace`
help-workspaces-create = Einen Arbeitsbereich anlegen, in dem niemand ist
help-workspaces-rename = Einem Arbeitsbereich einen anderen Namen geben
help-workspaces-delete = Einen Arbeitsbereich löschen, samt dem Zugriff aller darauf
help-workspaces-add = Benutzern Zugriff auf einen Arbeitsbereich geben
help-workspaces-remove = Benutzern den Zugriff auf einen Arbeitsbereich wegnehmen
help-workspaces-search = Eine beliebige Stelle im Namen, ohne Rücksicht auf Groß- und Kleinschreibung und Akzente; mehrere Wörter müssen alle vorkommen
help-workspaces-sort = Nach name, users, contacts oder added sortieren
help-workspaces-name = Sein Name
help-workspaces-new-name = Der neue Name
help-workspaces-delete-dry-run = Zeigen, was damit verschwinden würde, und nichts ausführen
help-workspaces-people-of = Name oder Kennung des Arbeitsbereichs

## organization, billing and invoices

help-organization-show = Die Angaben zur Organisation zeigen, mit den wartenden Änderungen; ein Benutzer-Admin sieht auch die Rechnungsangaben und die Zahl der freien Plätze
help-organization-edit = Die Angaben zur Organisation ändern, soweit sie hier angegeben sind
help-organization-delete = Die Organisation löschen, samt allen und allem darin: sofort, und nur mit dem Server
help-organization-name = Der Name, unter dem man sie kennt
help-organization-website = Ihre Adresse im Web; leer für keine
help-organization-time-zone = Eine Zeitzone aus der Datenbank der IANA, wie Europe/Zurich; leer für keine
help-organization-locale = Ein Sprachkürzel (BCP 47), wie de-CH; leer für keines
help-deliberate-dry-run = Zeigen, was es bedeuten würde, und nichts ausführen
help-deliberate-yes = Ohne Rückfrage ausführen: Sonst ist auf einem Terminal der Name der Organisation einzugeben, und anderswo wird es abgelehnt
help-billing-show = Rechnungsangaben, Zahlungsmittel, Tarif und Plätze zeigen, mit den wartenden Änderungen
help-billing-edit = Die Rechnungsangaben ändern, soweit sie hier angegeben sind
help-billing-change = Den Tarif, die Plätze oder beides ändern
help-billing-cancel = Das Abonnement kündigen: sofort, und nur mit dem Server
help-billing-resume = Das Abonnement weitergehen lassen, das endet oder beendet ist: sofort, und nur mit dem Server
help-billing-company = Die Firma, der die Rechnung gestellt wird; leer für keine
help-billing-address = Ihre Postadresse, auch auf mehreren Zeilen; leer für keine
help-billing-tax-id = Ihre Steuernummer; leer für keine
help-billing-contact = Die E-Mail-Adresse, an die Rechnungen gehen; leer für keine
help-billing-plan = Der Tarif, wie `billing show` ihn auflistet
help-billing-seats = Wie viele Plätze, von den belegten bis 1.000.000
help-billing-dry-run = Zeigen, was es kosten und wann es beginnen würde, und nichts ändern
help-invoices-list = Rechnungen auflisten, die neuesten zuerst
help-invoices-download = Eine Rechnung als Seite zum Drucken schreiben
help-invoice = Ihre Nummer oder Kennung
help-invoice-output = In diese Datei schreiben, ganz oder gar nicht, nur für ihren Eigentümer; - ist die Standardausgabe [ohne Angabe: invoice-NUMBER.html in diesem Ordner]

## outbox

help-outbox-list = Jede Änderung auflisten, die noch nicht zur Ruhe gekommen ist, und die erledigten, die noch auf der Liste stehen
help-outbox-hold = Alles anhalten, bis es von Hand gesendet wird, oder es wieder von selbst hinausgehen lassen; ohne Angabe sagen, was gilt
help-outbox-holding = on oder off
help-outbox-plan = Sagen, was das Senden bewirken würde, jede Änderung so entschieden, als wären die früheren ausgeführt; nichts senden
help-outbox-send = Jetzt senden, was wartet, angehalten oder nicht
help-outbox-send-yes = Ohne Rückfrage senden: Sonst fragt auf einem Terminal, was heikel ist und ohne den Server entschieden wurde, und wird anderswo abgelehnt
help-outbox-conflicts = Zeigen, was auch jemand anders geändert hat: zuvor, auf dem Server, meine, Feld für Feld
help-outbox-resolve = Entscheiden, was aus Änderungen im Konflikt wird
help-outbox-resolve-so = Was aus ihnen werden soll
help-outbox-resolve-theirs = Behalten, was auf dem Server steht
help-outbox-resolve-mine = Ihre erneut verlangen, auf dem, was jetzt dort steht
help-outbox-resolve-combined = Beide Bearbeitungen verlangen, wo sie sich nicht überschneiden
help-outbox-resolve-drop = Verwerfen, was etwas betrifft, das es nicht mehr gibt oder das jemand anders hinzugefügt hat
help-outbox-resolve-ids = Die Änderungen im Konflikt: Kennungen oder eindeutige Anfänge davon
help-outbox-resolve-all = Alle im Konflikt, die so entschieden werden können
help-outbox-edit = Einer Änderung, die wartet und nie gesendet wurde, einen anderen Wert geben; sie behält ihren Platz
help-outbox-edit-id = Die Änderung: ihre Kennung oder ein eindeutiger Anfang davon
help-outbox-edit-role = Die stattdessen verlangte Rolle
help-outbox-edit-name = Der stattdessen verlangte Name: ein Anzeigename, der Name eines Arbeitsbereichs oder eines Benutzers, der hinzugefügt wird
help-outbox-edit-address = Die E-Mail-Adresse eines Benutzers, der hinzugefügt wird
help-outbox-edit-picture = Die https-Adresse des stattdessen verlangten Bildes, oder none
help-outbox-edit-setting = Der stattdessen verlangte Wert für eine Angabe zur Organisation
help-outbox-move = Änderungen früher oder später senden als andere, die warten; was an einer anderen hängt, bleibt hinter ihr
help-outbox-move-before = Die Änderung, vor der sie hinausgehen
help-outbox-move-last = Hinter alles, was wartet
help-outbox-export = Exportieren, was wartet, als Plan, den ein anderer Administrator importiert und sendet
help-outbox-export-output = In diese Datei; - schreibt auf die Standardausgabe
help-outbox-import = Einen solchen Plan importieren: alles davon vormerken, angehalten, bis es gesendet wird, oder nichts
help-outbox-import-file = Die Datei; - liest die Standardeingabe
help-outbox-import-dry-run = Nur zeigen, was jede Änderung bewirken würde
help-outbox-drop = Änderungen zurücknehmen: Was wartet, wird nicht gesendet, was abgelehnt wurde, wird verworfen
help-outbox-drop-all = Alle, die nicht erledigt sind
help-outbox-drop-done = Die erledigten von der Liste nehmen

## journal

help-journal-list = Auflisten, was verlangt wurde und was daraus geworden ist, Neuestes zuerst
help-journal-export = Zeilen mit ihren Hashes exportieren: als JSON Lines (--format json), die `verify` liest, oder als CSV
help-journal-verify = Prüfen, dass keine Zeile geändert, herausgenommen oder verschoben wurde (sonst Exit-Status 1)
help-journal-search = Beliebige Wörter der Zeile: wer, wen, was, Grund, Kennung; ohne Rücksicht auf Groß- und Kleinschreibung und Akzente, alle müssen vorkommen
help-journal-kind = Nur von dieser Art: queued, sending, requeued, unknown, applied, rejected, conflict, cancelled, edited, moved, restored, released, confirmed, hold_on, hold_off, other; mehrmals möglich
help-journal-since = Nur von diesem Tag an (2026-11-25, in UTC) oder von dieser Zeit an (RFC 3339)
help-journal-until = Nur bis zum Ende dieses Tages oder vor dieser Zeit
help-journal-file = Stattdessen diese exportierte Datei (JSON Lines) prüfen; weder Profil noch Schlüssel werden gebraucht
help-journal-kept = Mit diesem Siegel vergleichen, das eine frühere Prüfung genannt hat: zeigt ein abgeschnittenes Ende und eine neu gemachte Kette
