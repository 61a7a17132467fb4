# Users: adding, editing, replacing, deleting, exporting.

## What keeps a user from what their role allows

access-suspended = Gesperrt: kann sich nicht anmelden. Was folgt, gilt wieder, sobald ein Admin den Benutzer reaktiviert.
access-invited = Die Einladung ist noch nicht angenommen. Was folgt, gilt, sobald sie es ist.
access-expired = Die Einladung ist abgelaufen, bevor sie angenommen wurde. Was folgt, gilt, sobald eine neue angenommen ist.
access-undelivered = Die Einladung konnte nicht zugestellt werden. Was folgt, gilt, sobald eine angenommen ist.
access-no-role = Der Server nennt zu diesem Benutzer keine Rolle. Darum kann Rollcall nicht sagen, was er darf.
access-foreign-role = „{ $role }“ ist eine Rolle dieses Servers, die Rollcall nicht kennt: Was sie erlaubt, entscheidet allein der Server.

## Who has an address already

address-taken = { $name } hat diese E-Mail-Adresse bereits.
address-adding = Diese E-Mail-Adresse ist im Postausgang bereits zum Hinzufügen vorgemerkt.
address-leaving = { $name } hat diese E-Mail-Adresse und wartet im Postausgang auf die Löschung. Fügen Sie sie hinzu, sobald das erledigt ist.

## One e-mail address

address-missing = Hier steht keine E-Mail-Adresse.
address-too-long = Diese Adresse ist zu lang: Mailserver nehmen höchstens { $most } Zeichen und zählen einen Buchstaben außerhalb von a bis z als zwei oder mehr.
address-unreadable = Ein Zeichen dieser Adresse konnte nicht gelesen werden. Speichern Sie die Datei als UTF-8.
address-unseen = In dieser Adresse steht ein unsichtbares Zeichen (U+{ $number }). Geben Sie die Adresse neu ein.
address-several = An einer Stelle stehen mehrere Adressen. Geben Sie jeder eine eigene Zeile.
address-no-domain = „{ $domain }“ ist kein Domainname. Prüfen Sie, was nach dem @ steht.
address-no-at = Diese Adresse hat kein @, anders als name@example.com.
address-nothing-before = Vor dem @ steht nichts.
address-before-too-long = Was vor dem @ steht, ist zu lang: Mailserver nehmen höchstens 64 Zeichen.
address-nothing-after = Nach dem @ steht nichts.
address-no-dot = Was nach dem @ steht, hat keinen Punkt: Schreiben Sie die ganze Domain, wie in example.com.
address-dots = Die Domain beginnt oder endet mit einem Punkt oder hat zwei hintereinander.
address-part-too-long = Ein Teil der Domain ist zu lang: Domainnamen haben höchstens 63 Zeichen zwischen zwei Punkten.
address-number = An der Stelle der Domain steht eine Nummer: Schreiben Sie ihren Namen, wie in example.com.
address-sign = Ein Leerzeichen oder anderes Zeichen steht, wo eine Adresse keines hat. Schreiben Sie sie wie name@example.com.

## One display name, and the address of a picture

name-too-long = Der Name ist zu lang: Schreiben Sie höchstens { $most } Zeichen.
name-unreadable = Ein Zeichen des Namens konnte nicht gelesen werden. Speichern Sie die Datei als UTF-8.
name-control = Der Name enthält einen Zeilenumbruch oder ein anderes Steuerzeichen. Fehlt davor ein Anführungszeichen?
name-unseen = Der Name enthält nichts Sichtbares. Geben Sie ihn neu ein.
picture-too-long = Die Adresse des Bildes ist länger als { $most } Zeichen.
picture-too-long-encoded = Die Adresse des Bildes ist in kodierter Form länger als { $most } Zeichen.
picture-space = Die Adresse des Bildes enthält ein Leerzeichen oder ein unsichtbares Zeichen.
picture-no-address = Das ist keine Adresse eines Bildes.
picture-no-https = Die Adresse des Bildes muss mit https:// beginnen.
picture-secret = Die Adresse des Bildes darf weder Benutzernamen noch Passwort enthalten.
picture-cure = Schreiben Sie die Adresse des Bildes wie https://example.com/ana.png.

## A list of people

invitees-too-large = Diese Liste ist größer als { $most } MB. Teilen Sie sie, oder lassen Sie weg, was nicht gebraucht wird.
invitees-none = Hier steht keine E-Mail-Adresse. Schreiben Sie eine je Zeile, oder nennen Sie eine Spalte „E-Mail“.
invitees-too-many = Diese Liste hat mehr als { $most } Personen. Teilen Sie sie, und fügen Sie einen Teil nach dem anderen hinzu.
invitees-as-list = Gelesen als Liste von Adressen.
invitees-as-list-in = Gelesen als { $encoding }, eine Liste von Adressen.
invitees-as-table = Gelesen als Zellen, die durch { $delimiter ->
    [comma] Kommas
    [semicolon] Semikolons
    [tab] Tabulatoren
    [bar] senkrechte Striche
   *[other] das angegebene Trennzeichen
} getrennt sind: { $columns }.
invitees-as-table-in = Gelesen als { $encoding }, Zellen, die durch { $delimiter ->
    [comma] Kommas
    [semicolon] Semikolons
    [tab] Tabulatoren
    [bar] senkrechte Striche
   *[other] das angegebene Trennzeichen
} getrennt sind: { $columns }.
invitees-unused = Nicht verwendet: { $columns }.
invitees-column-address = E-Mail
invitees-column-name = Name
invitees-column-role = Rolle
invitees-column-workspaces = Arbeitsbereiche
invitees-column-numbered = Spalte { $number }
invitees-quote = Das Anführungszeichen in dieser Zeile wird nie geschlossen. Schließen Sie es, oder nehmen Sie es weg.
invitees-cells = Diese Zeile hat { $count } Zellen: Mehr als { $most } sind nicht möglich.
invitees-width = Diese Zeile hat { $count } Zellen, die anderen haben { $width }. Setzen Sie eine Zelle, die das Trennzeichen enthält, in Anführungszeichen.
invitees-no-role = Das ist keine Rolle. Schreiben Sie Admin, Abrechnungs-Admin, Benutzer-Admin oder Mitglied.
invitees-no-workspace = Es gibt keinen Arbeitsbereich namens „{ $name }“. Schreiben Sie seinen Namen wie in der Liste.
invitees-double = Zeile { $line } hat diese Adresse bereits.
invitees-gone = Diese Liste ist nicht mehr offen. Lesen Sie sie noch einmal ein.
invitees-busy = Diese Liste wird bereits hinzugefügt.

## What the columns of a list of people may be called: commas separate the names, the best of which stands first

invitees-names-address = E-Mail, E-Mail-Adresse, Mail, Mailadresse, Benutzername
invitees-names-name = Anzeigename, Name, Vollständiger Name, Vor- und Nachname
invitees-names-given = Vorname
invitees-names-family = Nachname, Familienname, Zuname, Name
invitees-names-role = Rolle, Organisationsrolle
invitees-names-workspaces = Arbeitsbereiche, Arbeitsbereich, Gruppen, Gruppe

## What has become of a list of people

adding-applied = { $count ->
    [one] Auf dem Server hinzugefügt: 1 Benutzer.
   *[other] Auf dem Server hinzugefügt: { $count } Benutzer.
}
adding-waiting = { $count ->
    [one] Im Postausgang wartet: 1 Benutzer, der hinzugefügt wird.
   *[other] Im Postausgang warten: { $count } Benutzer, die hinzugefügt werden.
}
adding-refused = { $count ->
    [one] Nicht hinzugefügt: 1 Benutzer. Der Postausgang nennt den Grund.
   *[other] Nicht hinzugefügt: { $count } Benutzer. Der Postausgang nennt die Gründe.
}
adding-left-out = { $count ->
    [one] Ausgelassen: 1 Benutzer, weil sich die Liste der Benutzer inzwischen geändert hat.
   *[other] Ausgelassen: { $count } Benutzer, weil sich die Liste der Benutzer inzwischen geändert hat.
}
adding-stopped = { $count ->
    [one] Abgebrochen: 1 Benutzer der Liste ist nicht hinzugefügt.
   *[other] Abgebrochen: { $count } Benutzer der Liste sind nicht hinzugefügt.
}

## A user who can't be found, or can't be changed

user-gone = Dieser Benutzer ist nicht mehr in der Liste.
user-unknown = Kein Benutzer dieser Liste hat die Kennung oder E-Mail-Adresse „{ $named }“.
user-ambiguous = „{ $named }“ kann mehrere Benutzer meinen. Nennen Sie einen mit seiner Kennung: { $ids }.
leaving-named = { $name } wartet im Postausgang auf die Löschung. Nehmen Sie das zuerst zurück.
leaving-first = Wartet im Postausgang auf die Löschung. Nehmen Sie das zuerst zurück.
adding-just-now = Wird gerade hinzugefügt. Versuchen Sie es noch einmal, sobald das erledigt ist.
save-workspace-twice = Ein Arbeitsbereich kann nicht zugleich gegeben und genommen werden.
save-nothing = Nichts zu ändern: Für { $name } gilt das alles bereits.

## One change to many users

change-no-invitations = Dieser Server bietet keine Einladungen an.
change-no-suspension = Dieser Server bietet nicht an, Benutzer zu sperren.
change-has-role = Hat diese Rolle bereits.
change-has-access = Hat diesen Zugriff bereits.
change-no-access = Hat dort keinen Zugriff.
change-invitation-waits = Die Einladung wartet im Postausgang darauf, gesendet zu werden.
change-deletion-waits = Wartet im Postausgang auf die Löschung.
change-suspended = Ist bereits gesperrt.
change-not-suspended = Ist nicht gesperrt.
change-nothing = Nichts zu ändern. { $reason }
change-nobody = Nichts zu ändern: Es ist niemand ausgewählt.
change-not-added = { $count ->
    [one] Zurückgenommen: 1 Benutzer, der hinzugefügt werden sollte. Davon wurde nichts gesendet.
   *[other] Zurückgenommen: { $count } Benutzer, die hinzugefügt werden sollten. Davon wurde nichts gesendet.
}
change-left-out-denied = Ausgelassen: { $denied } nicht erlaubt.
change-left-out-so = Ausgelassen: { $already } bereits so.
change-left-out = Ausgelassen: { $denied } nicht erlaubt, { $already } bereits so.
confirm-admin = { $name } ist Admin.
confirm-deleted = { $count ->
    [one] 1 Benutzer wird gelöscht.
   *[other] { $count } Benutzer werden gelöscht.
}
confirm-revoked = { $count ->
    [one] 1 Benutzer wird mit der Einladung entfernt.
   *[other] { $count } Benutzer werden mit ihren Einladungen entfernt.
}
confirm-typed = { $reason } Geben Sie zur Bestätigung { $text } ein.

## Replacing the e-mail of a user

replace-would-invite = { $count ->
    [one] Schritt 1 würde { $address } als { $role } einladen, mit Zugriff auf 1 Arbeitsbereich.
   *[other] Schritt 1 würde { $address } als { $role } einladen, mit Zugriff auf { $count } Arbeitsbereiche.
}
replace-would-delete = Schritt 2 würde { $name } danach sofort löschen.
replace-would-delete-later = Schritt 2 würde { $name } löschen, sobald die Einladung angenommen ist.
replace-no-contacts = Kontakte würden nicht verschoben.
replace-nothing-kept = Diese Sitzung behält nichts. Darum kann hier nichts auf eine Annahme warten.
replace-not-told = Dieser Server sagt nicht, wer eine Einladung angenommen hat.
replace-not-added = { $name } wartet im Postausgang darauf, hinzugefügt zu werden. Nehmen Sie das zurück, und fügen Sie die andere Adresse hinzu.
replace-already = Eine E-Mail-Adresse von { $name } wird bereits ersetzt. Lassen Sie das zu Ende gehen, oder nehmen Sie es zurück.
replace-suspended = { $name } ist gesperrt, und wer hinzugefügt wird, kann sich anmelden. Reaktivieren Sie zuerst { $name }.
replace-no-role = Die Rolle von { $name } ist keine, die Rollcall einem neuen Benutzer geben kann.
replacement-title = E-Mail-Adresse von { $name } ersetzen
replacement-new-user = der neue Benutzer
replacement-added = Schritt 1 ist erledigt: { $address } hat denselben Zugriff.
replacement-not-added = Schritt 1 braucht Sie: { $address } hat nicht denselben Zugriff bekommen.
replacement-adding = Schritt 1 ist unterwegs: { $address } wird mit demselben Zugriff hinzugefügt.
replacement-inviting = Schritt 1 ist unterwegs: { $address } wird mit demselben Zugriff eingeladen.
replacement-to-add = Schritt 1 wartet: { $address } wird mit demselben Zugriff hinzugefügt.
replacement-to-invite = Schritt 1 wartet: { $address } wird mit demselben Zugriff eingeladen.
replacement-deleted = Schritt 2 ist erledigt: { $address } ist gelöscht.
replacement-awaits = Schritt 2 wartet auf die Annahme: Danach wird { $address } gelöscht.
replacement-not-deleted = Schritt 2 braucht Sie: { $address } wurde nicht gelöscht.
replacement-deleting = Schritt 2 ist unterwegs: { $address } wird gelöscht.
replacement-to-delete = Schritt 2 wartet: { $address } wird gelöscht.

## Views

view-of-everybody = Alle Benutzer
view-search-too-long = Eine Ansicht behält eine Suche von höchstens { $most } Zeichen.
view-too-many = Es werden höchstens { $most } Ansichten behalten. Löschen Sie zuerst eine.
view-unnamed = Geben Sie der Ansicht einen Namen.
view-name-invalid = Der Name muss eine Zeile von höchstens { $most } sichtbaren Zeichen sein.
view-name-taken = Eine Ansicht namens „{ $name }“ gibt es bereits. Wählen Sie einen anderen Namen.
view-not-written = Eine Ansicht kann nicht geschrieben werden: { $cause }.
view-newer = Diese Ansicht wurde von einem neueren Rollcall gespeichert. Aktualisieren Sie dieses, um sie zu öffnen.
view-damaged = Diese Ansicht ist beschädigt und kann nicht geöffnet werden. Löschen Sie sie, und speichern Sie sie neu.
view-quoted = „{ $name }“
view-workspace-gone = Den Arbeitsbereich { $name } gibt es nicht mehr. Darum zeigt diese Ansicht die Benutzer der anderen.
view-workspace-gone-nobody = Den Arbeitsbereich { $name } gibt es nicht mehr. Darum gehört niemand in diese Ansicht.
view-workspaces-gone = Die Arbeitsbereiche { $names } gibt es nicht mehr. Darum zeigt diese Ansicht die Benutzer der anderen.
view-workspaces-gone-nobody = Die Arbeitsbereiche { $names } gibt es nicht mehr. Darum gehört niemand in diese Ansicht.

## Files, and the clipboard

export-cancelled = Abgebrochen. Es wurde keine Datei geschrieben.
export-changed = Die Liste hat sich beim Schreiben geändert. Darum wurde nichts behalten. Versuchen Sie es noch einmal.
export-disk-full = Die Datei konnte nicht geschrieben werden. Der Datenträger ist voll.
export-not-allowed = Die Datei konnte nicht geschrieben werden. Rollcall darf dort nicht schreiben.
export-no-folder = Die Datei konnte nicht geschrieben werden. Diesen Ordner gibt es nicht.
export-failed = Die Datei konnte nicht geschrieben werden. { $cause }.
export-elsewhere = Wählen Sie einen anderen Ort dafür.
copy-too-many = Auf einmal können { $most } Zeilen kopiert werden, und hier sind es mehr. Exportieren Sie sie in eine Datei.
copy-no-text = Ein Text ist kein Text: { $cause }.
