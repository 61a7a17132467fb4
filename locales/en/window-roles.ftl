# Roles: choosing one, what each may do, and what another one changes.

## How far an area is open, and how much of a permission a role has

access-open = Open
access-limited = Limited
access-closed = Closed
grant-allowed = allowed
grant-limited = in part
grant-denied = not allowed

## Choosing

roles-now = now
roles-compare = Compare the four roles
roles-compared = What each role may do
roles-gains = Gains
roles-loses = Loses
roles-unknown = The present role is not one of the four, so Rollcall can't tell what changes by this.
