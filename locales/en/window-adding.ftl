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
assign-title = Assign workspaces
assign-intro = To { $address }. They can be changed at any time.
assign-none = Choose a workspace first, or skip.
assign-some = { $count ->
    [one] Assign { $count } workspace
   *[other] Assign { $count } workspaces
}

## Many users

many-title = Add many users
many-intro = Nobody is added before you have seen what becomes of each line.
many-addresses = Addresses
many-addresses-example =
    ana@example.com
    Ben Meyer <ben@example.com>
many-addresses-help = Paste addresses separated in any way, with names or without, or cells from a spreadsheet.
many-take-file-away = Take away
many-choose-file = Choose a file…
many-file-help = A CSV file with or without a header: email, name, role, workspaces.
many-file-unreadable = This file can't be read: { $cause }
many-file-too-large = This file is larger than 10 MB. Split it, or take away what isn't needed.
many-role = Role of those whose line names none
many-reading = Reading…
many-one-user = One user…
many-preview = Preview
many-nothing-yet = Paste addresses or choose a file first.
many-back = Back
many-add = { $count ->
    [one] Add { $count } user
   *[other] Add { $count } users
}
many-nobody = No line of this list can be added.
many-progress-label = People added
many-progress = { $done } of { $total }
many-stopping = Stopping. { $done } of { $total }
many-stop = Stop
many-preview-rest = Preview the rest
many-save-refused = { $count ->
    [one] Save { $count } refused line…
   *[other] Save { $count } refused lines…
}
many-saved = Saved as { $file }, each line with its reason.
many-show-outbox = Show the Outbox
lines-title = Lines of the list
lines-by-fate = Lines by what happens
lines-what-happens = What happens
lines-all = All
lines-added = Added
lines-none = No line comes to this end.
lines-line = Line { $line }
lines-why = Line { $line }: { $why }
lines-fate = Line { $line }: { $fate }.

## Replacing an e-mail address

replace-title = Replace e-mail
replace-title-of = Replace e-mail of { $name }
replace-intro = { $email } is replaced by a new user with the same access. An address itself never changes.
replace-address = New e-mail address
replace-address-help = The invitation goes there.
replace-address-missing = Type the new e-mail address.
replace-not-moved = Does not move
replace-picture-left = The picture is not taken along either.
replace-contacts-unknown = This server doesn't tell how many contacts are assigned.
replace-contacts-left = { $count ->
    [one] { $count } contact: { $where }. They become unassigned.
   *[other] { $count } contacts: { $where }. They become unassigned.
}
replace-contacts-in = { $contacts } in { $workspace }
replace-delete = Delete { $email }
replace-when-accepted = When the new user has accepted the invitation
replace-when-accepted-worth = Until then both users have the access. It can be taken back.
replace-at-once = At once
replace-at-once-worth = As soon as the new user is added. Nobody has the access until the invitation is accepted.
replace-new-address = the new address
replace-steps-accepted = Step 1 invites { $address } with the same access. Step 2, once it is accepted, deletes { $email }. Contacts do not move.
replace-steps-at-once = Step 1 invites { $address } with the same access. Step 2, as soon as that is done, deletes { $email }. Contacts do not move.
replace-cancel = Cancel the replacement
replace-cancelled = Cancelled: { $address } is not added, and { $email } stays.
replace-keep-both = Keep both users
replace-kept-both = { $email } is not deleted. Both users stay.
