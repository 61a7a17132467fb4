# What the terminal's program says: starting, questions, lists, the journal. What has to be typed stays as it is.

## Starting

terminal-no-keychain = Der Schlüsselbund ist auf diesem Computer nicht verwendbar: { $cause }.
terminal-no-network = Das Netz ist auf diesem Computer nicht verwendbar: { $cause }.
terminal-no-home = Dieses System nennt keinen Ordner für die Daten eines Programms. Nennen Sie einen mit --home.
terminal-key-file = Oder nennen Sie eine Schlüsseldatei, die nicht besser schützt als ihr Ordner: --key-file FILE
terminal-which-key-file = Nennen Sie die Schlüsseldatei, mit der dieses Profil angelegt wurde: --key-file FILE
terminal-sign-in = Melden Sie sich mit einem Token desselben Benutzers an: rollcall-cli sign-in --token-file FILE
terminal-new-token = Verlangen Sie ein neues von denen, die den Server betreiben.
terminal-no-output = Die Ausgabe kann nicht geschrieben werden: { $cause }.

## Where a token comes from

terminal-token-none = Es wurde kein Token angegeben. Nennen Sie mit --token-file eine Datei, die es enthält, oder leiten Sie es in die Standardeingabe.
terminal-token-twice = Geben Sie das Token mit --token-file oder mit --token-fd an, nicht mit beiden.
terminal-token-exposed = Andere können die Tokendatei { $path } lesen. Erlauben Sie das nur ihrem Eigentümer (chmod 600), oder verlangen Sie ein neues Token, falls sie jemand gelesen haben könnte.
terminal-token-no-descriptor = Auf diesem System kommt ein Token mit --token-file oder mit --token-fd 0 (Standardeingabe).
terminal-token-unreadable = Das Token kann nicht gelesen werden ({ $place }): { $cause }.
terminal-token-too-long = Zu lang für ein Token: { $place }.
terminal-standard-input = Standardeingabe
terminal-descriptor = Dateideskriptor { $number }

## Before something risky is done

terminal-type = { $reason } Geben Sie zur Bestätigung { $text } ein:
terminal-typed-another = Es wurde etwas anderes eingegeben und nichts ausgeführt.
terminal-do = Mit --yes wird es ausgeführt.
terminal-look-or-do = Sehen Sie es sich mit --dry-run an; mit --yes wird es ausgeführt.
terminal-look-or-send = Sehen Sie es sich an mit: rollcall-cli outbox list; mit --yes wird es gesendet.

## Organizations

terminal-connected = Verbunden: { $name } ({ $url }).
terminal-connected-as = Verbunden: { $name } ({ $url }), als { $role }.
terminal-none-connected = Es ist keine Organisation verbunden. Beginnen Sie mit: rollcall-cli connect URL
terminal-none-connected-called = Es ist keine Organisation verbunden, also heißt auch keine { $named }. Beginnen Sie mit: rollcall-cli connect URL
terminal-which-organization = Welche Organisation? Nennen Sie eine mit --organization: { $names }.
terminal-no-organization = Keine Organisation heißt { $named }. Es gibt: { $names }.
terminal-several-organizations = { $named } kann mehrere Organisationen meinen. Nennen Sie eine mit ihrer Kennung: { $which }.
terminal-untold-whose = Der Server sagt nicht, wem das Token gehört: Was erlaubt ist, entscheidet er.

## Removing an organization from this computer

terminal-remove-all = { $name } und alles, was hier davon bekannt ist, verschwindet von diesem Computer. Der Server behält die Organisation.
terminal-remove-changes = { $reason } Senden Sie sie mit: rollcall-cli outbox send. Oder geben Sie sie auf mit: --discard { $changes }
terminal-removed-nothing = Es wurde nichts entfernt.
terminal-removed = { $name } wurde von diesem Computer entfernt.
terminal-removed-with = { $count ->
    [one] { $name } wurde von diesem Computer entfernt, mit 1 Änderung, die nicht gesendet war.
   *[other] { $name } wurde von diesem Computer entfernt, mit { $count } Änderungen, die nicht gesendet waren.
}

## Reading from the server

terminal-nothing-read = Vom Server wurde noch nichts gelesen. Beginnen Sie mit: rollcall-cli sync
terminal-user-unreadable = Ein Benutzer konnte nicht gelesen werden: { $reason }
terminal-read-everything = Alles gelesen: { $users } Benutzer, { $workspaces ->
    [one] { $workspaces } Arbeitsbereich
   *[other] { $workspaces } Arbeitsbereiche
} ({ $bytes } Bytes).
terminal-read-new = Neues gelesen: { $users } Benutzer, { $workspaces ->
    [one] { $workspaces } Arbeitsbereich
   *[other] { $workspaces } Arbeitsbereiche
} ({ $bytes } Bytes).
terminal-reading = { $loaded } Benutzer
terminal-reading-of = { $total ->
    [one] { $loaded } von { $total } Benutzer
   *[other] { $loaded } von { $total } Benutzern
}

## How old a list is

terminal-users = { $users ->
    [one] { $written } von { $users } Benutzer, Stand { $moment }.
   *[other] { $written } von { $users } Benutzern, Stand { $moment }.
}
terminal-users-some-time = { $users ->
    [one] { $written } von { $users } Benutzer, Stand unbekannt.
   *[other] { $written } von { $users } Benutzern, Stand unbekannt.
}
terminal-users-incomplete = { $written } Benutzer aufgelistet, { $loaded } geladen: Die Liste ist nicht vollständig. Lesen Sie sie mit: rollcall-cli sync
terminal-users-incomplete-of = { $written } Benutzer aufgelistet, { $loaded } von etwa { $expected } geladen: Die Liste ist nicht vollständig. Lesen Sie sie mit: rollcall-cli sync
terminal-workspaces = { $count ->
    [one] { $count } Arbeitsbereich, Stand { $moment }.
   *[other] { $count } Arbeitsbereiche, Stand { $moment }.
}
terminal-workspaces-some-time = { $count ->
    [one] { $count } Arbeitsbereich, Stand unbekannt.
   *[other] { $count } Arbeitsbereiche, Stand unbekannt.
}
terminal-workspaces-granted = { $count ->
    [one] { $count } Arbeitsbereich ist Ihnen gewährt, wie der Server zuletzt gesagt hat.
   *[other] { $count } Arbeitsbereiche sind Ihnen gewährt, wie der Server zuletzt gesagt hat.
}
terminal-workspaces-incomplete = { $count ->
    [one] { $count } Arbeitsbereich: Die Liste ist nicht vollständig. Lesen Sie sie mit: rollcall-cli sync
   *[other] { $count } Arbeitsbereiche: Die Liste ist nicht vollständig. Lesen Sie sie mit: rollcall-cli sync
}
terminal-invoices = { $count ->
    [one] { $count } Rechnung, Stand { $moment }.
   *[other] { $count } Rechnungen, Stand { $moment }.
}
terminal-invoices-some-time = { $count ->
    [one] { $count } Rechnung, Stand unbekannt.
   *[other] { $count } Rechnungen, Stand unbekannt.
}

## What is named on the command line and isn't there

terminal-no-workspace = Kein Arbeitsbereich heißt { $named }. Welche es gibt, zeigt: rollcall-cli workspaces list
terminal-several-workspaces = { $named } kann mehrere Arbeitsbereiche meinen. Nennen Sie einen mit seiner Kennung: { $which }.
terminal-no-view = Keine Ansicht heißt { $name }. Es gibt: { $names }.
terminal-no-view-saved = Keine Ansicht heißt { $name }. Es wurde noch keine gespeichert.

## Files

terminal-export-format = Ein Export ist CSV oder JSON. Wählen Sie: --format csv oder --format json.
terminal-export-would = { $count ->
    [one] Würde { $count } Benutzer schreiben. Es wurde nichts geschrieben.
   *[other] Würde { $count } Benutzer schreiben. Es wurde nichts geschrieben.
}
terminal-invoice-saved = Gespeichert: Rechnung { $number } als { $file }.
terminal-report-written = Gespeichert: der Bericht als { $path }. Er enthält keine Namen, Adressen oder Tokens.
terminal-report-not-written = Der Bericht kann nicht geschrieben werden ({ $path }): { $cause }.
terminal-manual-not-written = Die Handbuchseiten können nicht geschrieben werden ({ $path }): { $cause }.
terminal-file-unreadable = { $path } kann nicht gelesen werden: { $cause }.
terminal-file-not-written = { $path } kann nicht geschrieben werden: { $cause }.
terminal-file-there = { $path } gibt es schon, und nichts wird überschrieben. Nennen Sie eine neue Datei.

## Whether something is allowed

terminal-allowed = erlaubt
terminal-allowed-so = erlaubt. { $reason }
terminal-left = dem Server überlassen
terminal-left-because = dem Server überlassen. { $reason }

## The journal

terminal-journal-empty = Das Journal ist leer.
terminal-journal-no-match = Keine Zeile des Journals passt.
terminal-journal-missing = Fehlende Zeilen findet: rollcall-cli journal verify
terminal-journal-format = Ein Export ist JSON Lines oder CSV. Wählen Sie: --format json oder --format csv.
terminal-journal-lines = { $count ->
    [one] { $count } Zeile
   *[other] { $count } Zeilen
}
terminal-journal-unbroken = { $count ->
    [one] { $count } Zeile, lückenlos seit { $since }.
   *[other] { $count } Zeilen, lückenlos seit { $since }.
}
terminal-journal-before = { $count ->
    [one] Die { $count } Zeile davor stimmt, ab { $since }.
   *[other] Die { $count } Zeilen davor stimmen, ab { $since }.
}
terminal-journal-chosen = { $count ->
    [one] { $count } Zeile, aus einem längeren Journal ausgewählt, so wie sie geschrieben wurde. Ob eine ausgelassen wurde, lässt sich nicht sagen.
   *[other] { $count } Zeilen, aus einem längeren Journal ausgewählt, jede so, wie sie geschrieben wurde. Ob eine ausgelassen wurde, lässt sich nicht sagen.
}
terminal-journal-from = Exportiert aus { $organization }, { $moment }.
terminal-journal-seal = Das Siegel, um es woanders aufzubewahren und später mit --kept zu vergleichen: { $seal }
