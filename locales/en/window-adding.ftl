# Adding users, one or a list of them; replacing an address; invitations.

## What becomes of a line

fates-added = Will be added
fates-there = Already there
fates-denied = Not allowed
fates-unreadable = Can't be read
fates-line = Line
fates-why = { $field }: { $reason }
