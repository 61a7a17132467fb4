# Adding users, one or a list of them; replacing an address; invitations.

## What becomes of a line

fates-added = Will be added
fates-there = Already there
fates-denied = Not allowed
fates-unreadable = Can't be read
fates-line = Line
fates-why = { $field }: { $reason }

## One user

add-user = Add user
add-intro = They are invited by e-mail, and pending until they accept.
add-one-address = One address. For several, choose Many at once.
add-address-free = Nobody in this list has this address.
add-address-missing = Type an e-mail address.
add-many-asking = Many at once…
add-next = Next
assign-title = Assign workspaces
assign-intro = To { $address }. They can be changed at any time.
assign-skip = Skip
assign-none = Choose a workspace first, or skip.
assign-some = { $count ->
    [one] Assign { $count } workspace
   *[other] Assign { $count } workspaces
}
