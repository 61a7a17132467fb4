# Adding users, one or a list of them; replacing an address; invitations.

## Was aus einer Zeile wird

fates-added = Wird hinzugefügt
fates-there = Schon vorhanden
fates-denied = Nicht erlaubt
fates-unreadable = Nicht lesbar
fates-line = Zeile
fates-why = { $field }: { $reason }
