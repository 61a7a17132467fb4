# Roles: choosing one, what each may do, and what another one changes.

## How far an area is open, and how much of a permission a role has

access-open = Offen
access-limited = Eingeschränkt
access-closed = Geschlossen
grant-allowed = erlaubt
grant-limited = zum Teil
grant-denied = nicht erlaubt

## Choosing

roles-now = jetzt
roles-compare = Die vier Rollen vergleichen
roles-compared = Was jede Rolle darf
roles-gains = Gewinnt
roles-loses = Verliert
roles-unknown = Die jetzige Rolle ist keine der vier. Deshalb kann Rollcall nicht sagen, was sich dadurch ändert.
