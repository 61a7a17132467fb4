# What fails below the product: network, server, storage, keychain.

## Ids, roles and tokens that are none

faults-id-invalid = eine Kennung muss eine UUID sein
faults-role-unknown = „{ $text }“ ist keine Rolle: Möglich sind admin, billing_admin, user_admin und member
faults-token-empty = Das Token ist leer. Fügen Sie das API-Token ein, das der Server ausgestellt hat.
faults-token-forbidden-character = Das Token enthält ein Leerzeichen, einen Zeilenumbruch oder ein anderes Zeichen, das kein Token hat. Fügen Sie es noch einmal ein, und nur das Token.

## What was attempted on this computer's files

faults-try-index-rows = Das Einlesen geänderter Zeilen in den Suchindex
faults-try-make-index = Das Anlegen des Suchindex
faults-try-exchange-list = Das Ersetzen der Liste durch die eben gelesene
faults-try-begin-full-read = Der Beginn eines vollständigen Lesens
faults-try-write-users = Das Schreiben von Benutzern eines vollständigen Lesens
faults-try-write-workspaces = Das Schreiben von Arbeitsbereichen eines vollständigen Lesens
faults-try-write-members = Das Schreiben der Mitglieder eines Arbeitsbereichs
faults-try-index-list = Das Einordnen der eben gelesenen Liste
faults-try-drop-read = Das Verwerfen eines abgebrochenen Lesens
faults-try-remove-list = Das Entfernen der vorigen Liste
faults-try-read-window = Das Lesen eines Ausschnitts der Liste
faults-try-read-user = Das Lesen eines Benutzers
faults-try-read-users = Das Lesen einiger Benutzer
faults-try-find-user = Das Nachschlagen eines Benutzernamens
faults-try-read-admins = Das Lesen, wer Admin ist,
faults-try-read-workspaces = Das Lesen der Arbeitsbereiche
faults-try-read-workspace = Das Lesen eines Arbeitsbereichs
faults-try-count-workspaces = Das Lesen der Zahlen der Arbeitsbereiche
faults-try-read-page = Das Lesen einer Seite der Liste
faults-try-prepare-order = Das Vorbereiten einer Sortierung der Liste
faults-try-read-organization = Das Lesen dessen, was über die Organisation bekannt ist,
faults-try-read-invoices = Das Lesen der Rechnungen
faults-try-keep-invoices = Das Aufbewahren der Rechnungen
faults-try-forget-details = Das Vergessen der Angaben zur Organisation
faults-try-read-cache = Das Lesen des Zwischenspeichers
faults-try-read-fact = Das Lesen einer Angabe zur Organisation
faults-try-keep-fact = Das Aufbewahren einer Angabe zur Organisation
faults-try-read-picture = Das Lesen eines Bildes
faults-try-keep-picture = Das Aufbewahren eines Bildes
faults-try-write-changes = Das Schreiben von Änderungen in den Zwischenspeicher
faults-try-edit-change = Das Bearbeiten einer Änderung
faults-try-read-views = Das Lesen der gespeicherten Ansichten
faults-try-keep-view = Das Speichern einer Ansicht
faults-try-forget-view = Das Löschen einer Ansicht
faults-try-read-journal = Das Lesen des Journals
faults-try-write-journal = Das Schreiben in das Journal
faults-try-search-journal = Das Durchsuchen des Journals
faults-try-verify-journal = Das Prüfen des Journals
faults-try-queue-change = Das Vormerken einer Änderung
faults-try-recover-sending = Das Wiederherstellen dessen, was gerade gesendet wurde,
faults-try-mark-sending = Das Kennzeichnen einer Änderung, die gesendet wird,
faults-try-requeue-change = Das erneute Vormerken einer Änderung
faults-try-mark-unknown = Das Kennzeichnen einer Änderung, deren Ausgang unbekannt ist,
faults-try-record-end = Das Festhalten, wie eine Änderung ausging,
faults-try-note-seen = Das Festhalten des Gesehenen
faults-try-read-setting = Das Lesen einer Einstellung
faults-try-keep-setting = Das Speichern einer Einstellung
faults-try-hold = Das Anhalten dessen, was wartet,
faults-try-hold-nothing = Das Beenden des Anhaltens
faults-try-release = Das Freigeben von Änderungen
faults-try-confirm = Das Bestätigen von Änderungen
faults-try-read-change = Das Lesen einer Änderung
faults-try-read-operation = Das Lesen eines Vorgangs
faults-try-read-outbox = Das Lesen des Postausgangs
faults-try-count-waiting = Das Zählen dessen, was wartet,
faults-try-read-waiting = Das Lesen dessen, was wartet,
faults-try-read-applied = Das Lesen dessen, was ausgeführt wurde,
faults-try-move-changes = Das Verschieben von Änderungen
faults-try-take-back = Das Zurücknehmen von Änderungen
faults-try-carry-over = Das Übertragen der Zeilen
faults-try-checkpoint = Das Übertragen des Write-Ahead-Logs in die Datei
faults-try-look-for-changes = Das Suchen nach Änderungen eines anderen Prozesses

## What makes no sense in a file

faults-nonsense-state = Der Status einer Änderung
faults-nonsense-depends = Worauf eine Änderung wartet,
faults-nonsense-id = Die Kennung einer Änderung
faults-nonsense-operation = Die Kennung eines Vorgangs
faults-nonsense-goes = Wessen Wort eine Änderung braucht,
faults-nonsense-attribute = Ein Merkmal der Organisation
faults-nonsense-workspace = Der Arbeitsbereich einer Änderung
faults-nonsense-role = Die Rolle einer Änderung
faults-nonsense-kind = Die Art einer Änderung
faults-nonsense-found = Was bei einem Konflikt gefunden wurde,
faults-nonsense-sent = Wann eine Einladung gesendet wurde,

## This computer's files

faults-folder = { $path } ist nicht verwendbar
faults-wrong-key = Der Schlüssel öffnet { $path } nicht
faults-too-new = { $path } wurde von einer neueren Version von Rollcall geschrieben; aktualisieren Sie Rollcall, um die Datei zu öffnen
faults-damaged = { $path } ist beschädigt
faults-lost = { $path } ist beschädigt, und nichts darin ist lesbar; eine Kopie wurde als { $copy } beiseitegelegt
faults-salvage = { $path } ist beschädigt und ließ sich nicht retten; eine Kopie wurde als { $copy } beiseitegelegt
faults-open-disk-full = { $path } ließ sich nicht öffnen: Der Datenträger ist voll
faults-open-locked = { $path } ließ sich nicht öffnen: Ein anderes Programm hat die Datei gesperrt
faults-open = { $path } ließ sich nicht öffnen
faults-disk-full = { $attempted } ist fehlgeschlagen: Der Datenträger ist voll
faults-locked = { $attempted } ist fehlgeschlagen: Ein anderes Programm hat die Datei gesperrt
faults-file-damaged = { $attempted } ist fehlgeschlagen: Die Datei ist beschädigt
faults-failed = { $attempted } ist fehlgeschlagen
faults-nonsense = { $attempted } ist fehlgeschlagen: { $what } ergibt in der Datei keinen Sinn
faults-transition = { $state ->
    [queued] { $attempted } ist fehlgeschlagen: Die Änderung { $id } ist vorgemerkt
    [sending] { $attempted } ist fehlgeschlagen: Die Änderung { $id } wird gerade gesendet
    [unknown] { $attempted } ist fehlgeschlagen: Die Änderung { $id } hat einen unbekannten Ausgang
    [applied] { $attempted } ist fehlgeschlagen: Die Änderung { $id } ist ausgeführt
    [rejected] { $attempted } ist fehlgeschlagen: Die Änderung { $id } ist abgelehnt
    [conflict] { $attempted } ist fehlgeschlagen: Die Änderung { $id } ist in einem Konflikt
    [cancelled] { $attempted } ist fehlgeschlagen: Die Änderung { $id } ist zurückgenommen
    [held] { $attempted } ist fehlgeschlagen: Die Änderung { $id } ist angehalten
    [sent_before] { $attempted } ist fehlgeschlagen: Die Änderung { $id } wurde schon einmal gesendet
    [not_known] { $attempted } ist fehlgeschlagen: Die Änderung { $id } ist nicht bekannt
    [other_kind] { $attempted } ist fehlgeschlagen: Die Änderung { $id } ist von anderer Art
    [not_queued] { $attempted } ist fehlgeschlagen: Die Änderung { $id } ist nicht mehr vorgemerkt
   *[other] { $attempted } ist fehlgeschlagen: Die Änderung { $id } ist in einem unbekannten Zustand
}
faults-read-superseded = { $attempted } ist fehlgeschlagen: Inzwischen hat ein anderes vollständiges Lesen begonnen
faults-in-use = Diese Organisation wird von einem anderen Prozess verwendet
faults-in-use-by = Diese Organisation wird von { $holder } verwendet
faults-lock = { $path } ließ sich nicht sperren
faults-holder = { $program } (Prozess { $pid })
faults-key-invalid = Ein Datenbankschlüssel hat 32 Bytes
faults-seal-invalid = Ein Siegel ist eine Zahl von Zeilen, ein Doppelpunkt und 64 hexadezimale Ziffern
faults-make-room = Schaffen Sie Platz auf dem Datenträger und versuchen Sie es dann erneut.
faults-let-go = Schließen Sie das Programm, das die Datei festhält, etwa eine Datensicherung oder einen Virenscanner, und versuchen Sie es dann erneut.
faults-start-again = Schließen Sie Rollcall und starten Sie es erneut: Dann repariert es seine Dateien.
faults-other-key = Der aufbewahrte Schlüssel ist ein anderer. Nichts wurde geändert.
faults-repaired-by-holder = Das Programm, das diese Organisation geöffnet hat, repariert die Datei, wenn es erneut gestartet wird.
faults-move-elsewhere = Um mit einem leeren Postausgang fortzufahren, verschieben Sie diese Datei an einen anderen Ort und versuchen Sie es erneut.
faults-held = Ein anderes Programm hat diese Organisation geöffnet. Nehmen Sie die Änderung dort vor, oder schließen Sie es zuerst.
faults-held-by = { $holder } hat diese Organisation geöffnet. Nehmen Sie die Änderung dort vor, oder schließen Sie das Programm zuerst.

## The system's keychain

faults-keychain-locked = Der Schlüsselbund des Systems ist gesperrt
faults-keychain-none = Das System hat keinen verfügbaren Schlüsselbund
faults-keychain-denied = Der Schlüsselbund des Systems lässt Rollcall nicht hinein
faults-keychain-slow = Der Schlüsselbund des Systems hat innerhalb von { $seconds } s nicht geantwortet
faults-keychain-damaged = Der Eintrag von Rollcall im Schlüsselbund ist beschädigt
faults-keychain-too-long = Ein Geheimnis von { $length } Bytes ist zu lang für den Schlüsselbund
faults-cure-locked-macos = Entsperren Sie den Schlüsselbund „Anmeldung“ in der Schlüsselbundverwaltung und versuchen Sie es dann erneut.
faults-cure-locked-windows = Melden Sie sich bei Windows mit Ihrem eigenen Konto an, nicht als Dienst, und versuchen Sie es dann erneut.
faults-cure-locked = Entsperren Sie Ihren Anmelde-Schlüsselbund (in „Passwörter und Verschlüsselung“ oder KWalletManager) und versuchen Sie es dann erneut.
faults-cure-none-macos = Legen Sie in der Schlüsselbundverwaltung einen Schlüsselbund „Anmeldung“ an und starten Sie Rollcall dann erneut.
faults-cure-none-windows = Starten Sie den Windows-Dienst „Anmeldeinformationsverwaltung“ und starten Sie Rollcall dann erneut.
faults-cure-none = Installieren und starten Sie einen Secret Service, zum Beispiel GNOME Keyring oder KWallet, in einer Sitzung mit D-Bus und starten Sie Rollcall dann erneut.
faults-cure-denied-macos = Entsperren Sie den Schlüsselbund „Anmeldung“ und wählen Sie „Immer erlauben“, wenn macOS nach Rollcall fragt.
faults-cure-denied-windows = Bitten Sie, wer diesen Computer verwaltet, gespeicherte Anmeldedaten für Ihr Konto zu erlauben.
faults-cure-denied = Erlauben Sie Rollcall, Ihren Schlüsselbund zu verwenden, wo es danach fragt oder eine Sandbox es verbietet, und starten Sie Rollcall dann erneut.
faults-cure-slow = Suchen Sie hinter anderen Fenstern nach einer Abfrage, beantworten Sie sie und versuchen Sie es dann erneut.
faults-cure-damaged = Melden Sie sich erneut an: Das Token wird dann neu gespeichert.
faults-cure-too-long = Prüfen Sie, ob Sie nur das Token eingefügt haben.
faults-key-file-read = Die Schlüsseldatei { $path } ist nicht lesbar
faults-key-file-make = Die Schlüsseldatei { $path } lässt sich nicht anlegen
faults-key-file-exposed = Andere können die Schlüsseldatei { $path } lesen: Erlauben Sie das nur ihrem Eigentümer (Modus 600)
faults-key-file-not-a-key = { $path } ist keine Schlüsseldatei: Ein Schlüssel hat 32 Bytes

## The server's address

faults-url-empty = Geben Sie die URL des Servers ein, zum Beispiel https://people.example.com/scim/v2.
faults-url-invisible = Die URL enthält einen Zeilenumbruch, einen Tabulator oder ein anderes unsichtbares Zeichen. Geben Sie sie noch einmal ein.
faults-url-none = Das ist keine URL. Sie beginnt mit https:// und nennt dann den Server.
faults-url-https = Die URL muss mit https:// beginnen.
faults-url-plain-http = Die URL muss mit https:// beginnen: http ist nur für einen Server auf diesem Computer.
faults-url-credentials = Die URL darf keinen Benutzernamen und kein Passwort enthalten (den Teil vor dem @).
faults-url-query = Die URL muss vor dem Fragezeichen enden: Eine Abfrage ist nicht erlaubt.
faults-url-fragment = Die URL muss vor dem #-Zeichen enden.

## What a request to the server came to

faults-lost-connection = Die Verbindung brach ab, bevor die Antwort des Servers angekommen war.
faults-slow = Der Server braucht zu lange, um zu antworten.
faults-not-our-network = Es antwortet etwas anderes als Ihr Server.
faults-unauthorized = Der Server nimmt die Anmeldung nicht an.
faults-busy = Der Server bittet, vor der nächsten Anfrage zu warten.
faults-not-offered = Der Server bietet das nicht an.
faults-no-target = Was geändert werden soll, ist nicht da.
faults-delta-expired = Der Server kann nicht mehr sagen, was sich seit dem letzten Mal geändert hat.
faults-not-scim = Unter dieser URL ist kein SCIM-Dienst. Prüfen Sie ihren Pfad, zum Beispiel /scim/v2.
faults-server-failed = Beim Server ist ein Fehler aufgetreten (Status { $status }).
faults-redirected = Die Adresse des Servers führt weiter zu { $to }; dorthin wurde nichts gesendet.
faults-redirected-elsewhere = Die Adresse des Servers führt weiter zu einer anderen; dorthin wurde nichts gesendet.
faults-too-large = Die Antwort des Servers ist größer als { $limit } MB.
faults-malformed = Die Antwort des Servers war nicht lesbar: { $what }.
faults-cursor-expired = Der Server weiß nicht mehr, wie weit die Liste gelesen war. Die Liste ist, wie sie vorher war.

## What stands in the way of a connection

faults-offline-dns = Der Name des Servers ist nicht zu finden.
faults-offline-refused = Der Server lehnt Verbindungen ab.
faults-offline-unreachable = Von hier führt kein Weg zum Server.
faults-offline-timeout = Der Server antwortet nicht.
faults-offline-tls = Es kam keine sichere Verbindung zum Server zustande.
faults-offline-not-https = Was unter dieser Adresse antwortet, spricht kein HTTPS.
faults-offline-certificate-expired = Das Zertifikat des Servers ist abgelaufen, oder die Uhr dieses Computers geht falsch.
faults-offline-certificate-name = Das Zertifikat des Servers gilt für einen anderen Namen.
faults-offline-certificate-untrusted = Dem Zertifikat des Servers wird auf diesem Computer nicht vertraut.
faults-offline-proxy = Der Proxyserver lässt diese Verbindung nicht durch.
faults-offline-proxy-sign-in = Der Proxyserver verlangt eine eigene Anmeldung.
faults-offline-proxy-unreachable = Der Proxyserver ist nicht erreichbar.

## What helps against it

faults-help-offline-dns = Prüfen Sie, ob dieser Computer online ist, und die Adresse des Servers.
faults-help-offline-refused = Vielleicht läuft er nicht, oder der Port in seiner Adresse ist falsch.
faults-help-offline-unreachable = Prüfen Sie, ob dieser Computer online ist oder ein VPN braucht.
faults-help-offline-timeout = Vielleicht ist er ausgeschaltet, oder eine Firewall hält die Verbindung auf.
faults-help-offline-tls = Fragen Sie, wer den Server oder dieses Netz betreibt.
faults-help-offline-not-https = Prüfen Sie die Adresse des Servers und ihren Port.
faults-help-offline-certificate-expired = Prüfen Sie Datum und Uhrzeit dieses Computers; wenn sie stimmen, sagen Sie es dem Betreiber des Servers.
faults-help-offline-certificate-name = Prüfen Sie die Adresse des Servers, und ob dieses Netz zuerst eine Anmeldung verlangt.
faults-help-offline-certificate-untrusted = Vielleicht liest dieses Netz Verbindungen mit: Fragen Sie, wer das Netz oder den Server betreibt.
faults-help-offline-proxy = Bitten Sie, wer dieses Netz betreibt, sie zu erlauben.
faults-help-offline-proxy-sign-in = Geben Sie sie in den Proxy-Einstellungen des Systems an.
faults-help-offline-proxy-unreachable = Prüfen Sie den Proxy in den Einstellungen des Systems.
faults-help-not-our-network = Wahrscheinlich verlangt dieses Netz zuerst eine Anmeldung: Melden Sie sich in einem Browser an und versuchen Sie es dann erneut.
faults-help-redirected = Wenn das die Anmeldeseite dieses Netzes ist, melden Sie sich dort an; wenn der Server umgezogen ist, verbinden Sie sich mit seiner neuen Adresse.
faults-help-tell-operator = Sagen Sie es dem Betreiber des Servers.

## A read or a push as a whole

faults-store = Die Dateien der Organisation auf diesem Computer waren nicht verwendbar.
faults-incomplete = Der Server nennt { $total } Benutzer und hat { $listed } aufgelistet. Die Liste ist, wie sie vorher war.
faults-storage = Die Dateien der Organisation auf diesem Computer waren nicht verwendbar. { $fault }. Rollcall macht von selbst weiter, sobald das behoben ist.
faults-user-unreadable = Der Benutzer { $id } war nicht lesbar: { $what }.

## Refusals that the server doesn't explain

faults-address-taken-unseen = Der Server sagt, dass jemand diese E-Mail-Adresse hat, zeigt aber niemanden, der sie hat.
faults-name-taken-unseen = Der Server sagt, dass es einen Arbeitsbereich dieses Namens gibt, zeigt aber keinen.
faults-user-changed-unseen = Der Server sagt immer wieder, dass der Benutzer inzwischen geändert wurde, zeigt aber keine Änderung.
faults-changed-unseen = Der Server sagt immer wieder, dass dies inzwischen geändert wurde, zeigt aber keine Änderung.
faults-forbidden = Der Server erlaubt das nicht und sagt nicht, warum.
faults-not-found = Der Server weiß davon nichts.
faults-not-implemented = Der Server kann das nicht.
faults-refused = Der Server hat das abgelehnt (Status { $status }) und sagt nicht, warum.
faults-not-sent-back = Die Beschreibung, die der Server davon gibt, kann nicht an ihn zurückgesendet werden.
faults-id-not-in-url = Diese Kennung kann nicht Teil einer URL sein, also kann der Server nicht danach gefragt werden.
faults-picture-not-url = Die Adresse des Bildes ist keine URL.
faults-picture-not-public = Bilder werden nur von öffentlichen https-Adressen geholt.

## What a server still has that took a change, and did nothing

faults-still-role = Der Server hat die Änderung angenommen, und die Rolle ist noch immer { $role }.
faults-still-display-name = Der Server hat die Änderung angenommen, und der Anzeigename ist noch immer „{ $name }“.
faults-still-picture = Der Server hat die Änderung angenommen, und das Bild ist noch immer das vorige.
faults-still-name = Der Server hat die Änderung angenommen, und der Name ist noch immer „{ $name }“.
faults-still-active = Der Server hat die Änderung angenommen, und der Benutzer ist noch immer aktiv.
faults-still-suspended = Der Server hat die Änderung angenommen, und der Benutzer ist noch immer gesperrt.
faults-still-nothing = Der Server hat die Änderung angenommen, und nichts hat sich geändert.

## What is wrong with an answer of the server

faults-packed-unasked = Sie ist auf eine Weise komprimiert, um die nicht gebeten wurde ({ $way })
faults-badly-packed = Sie ist nicht so komprimiert, wie sie sagt
faults-not-an-object = Sie ist kein Objekt
faults-resource-without-id = Die Ressource hat keine Kennung
faults-user-without-id = Der Benutzer hat keine Kennung
faults-workspace-without-id = Der Arbeitsbereich hat keine Kennung
faults-changed-user-without-id = Ein geänderter Benutzer hat keine Kennung
faults-changed-group-without-id = Eine geänderte Gruppe hat keine Kennung
faults-broken-without-id = Ein Benutzer hat keine Kennung.
faults-broken-not-an-object = Ein Benutzer ist kein Objekt.
faults-broken = Ein Benutzer ist nicht lesbar: { $error }.
faults-broken-named = Der Benutzer { $id } ist nicht lesbar: { $error }.

## One exchange with the server

faults-not-connected = Es kam keine Verbindung zustande
faults-answer-lost = Die Antwort kam nicht vollständig an
faults-answer-slow = Die Antwort kam nicht rechtzeitig an
faults-answer-badly-packed = Die Antwort lässt sich nicht entpacken
faults-answer-too-large = Die Antwort ist größer als { $limit } Bytes

## What is wrong with a file

faults-file-empty = In der Datei steht nichts mehr
faults-file-missing = Es gibt keine Datei
