# Adding users, one or a list of them; replacing an address; invitations.

## Was aus einer Zeile wird

fates-added = Wird hinzugefügt
fates-there = Schon vorhanden
fates-denied = Nicht erlaubt
fates-unreadable = Nicht lesbar
fates-line = Zeile
fates-why = { $field }: { $reason }

## Ein Benutzer

add-user = Benutzer hinzufügen
add-intro = Die Person wird per E-Mail eingeladen und ist ausstehend, bis sie annimmt.
add-one-address = Eine Adresse. Für mehrere wählen Sie „Viele auf einmal“.
add-address-free = Niemand in dieser Liste hat diese Adresse.
add-address-missing = Geben Sie eine E-Mail-Adresse ein.
add-many-asking = Viele auf einmal …
add-next = Weiter
assign-title = Arbeitsbereiche zuweisen
assign-intro = Für { $address }. Sie können jederzeit geändert werden.
assign-skip = Überspringen
assign-none = Wählen Sie zuerst einen Arbeitsbereich, oder überspringen Sie das.
assign-some = { $count ->
    [one] { $count } Arbeitsbereich zuweisen
   *[other] { $count } Arbeitsbereiche zuweisen
}
