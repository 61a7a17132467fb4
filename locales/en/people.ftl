# Users: adding, editing, replacing, deleting, exporting.

## What keeps a user from what their role allows

access-suspended = Suspended: can't sign in. What follows holds again once an Admin reactivates them.
access-invited = The invitation is not accepted yet. What follows holds once it is.
access-expired = The invitation expired before it was accepted. What follows holds once a new one is.
access-undelivered = The invitation could not be delivered. What follows holds once one is accepted.
access-no-role = The server reports no role for this user, so Rollcall can't tell what they may do.
access-foreign-role = “{ $role }” is a role of this server that Rollcall doesn't know: the server alone decides what it allows.

## Who has an address already

address-taken = { $name } has this e-mail address already.
address-adding = This e-mail address waits in the Outbox to be added.
address-leaving = { $name } has this e-mail address and waits in the Outbox to be deleted. Add it once that is done.

## One e-mail address

address-missing = No e-mail address stands here.
address-too-long = This address is too long: mail servers take { $most } characters at most, and count a letter beyond a to z as two or more.
address-unreadable = A character of this address could not be read. Save the file as UTF-8.
address-unseen = A character that can't be seen stands in this address (U+{ $number }). Type the address anew.
address-several = Several addresses stand in one place. Give each a line of its own.
address-no-domain = "{ $domain }" is not a domain name. Check what stands after the @.
address-no-at = This address has no @: name@example.com is one that has.
address-nothing-before = Nothing stands before the @.
address-before-too-long = What stands before the @ is too long: mail servers take 64 characters at most.
address-nothing-after = Nothing stands after the @.
address-no-dot = What stands after the @ has no dot: write the whole domain, as in example.com.
address-dots = The domain begins or ends with a dot, or has two in a row.
address-part-too-long = A part of the domain is too long: domain names take 63 characters between two dots.
address-number = A number stands in the place of the domain: write its name, as in example.com.
address-sign = A space or a sign stands where an address has none. Write it as in name@example.com.

## One display name, and the address of a picture

name-too-long = The name is too long: write { $most } characters at most.
name-unreadable = A character of the name could not be read. Save the file as UTF-8.
name-control = The name holds a line break or another control character. Is a quote missing before it?
name-unseen = The name holds nothing that can be seen. Type it anew.
picture-too-long = The picture's address is longer than { $most } characters.
picture-too-long-encoded = The picture's address is longer than { $most } characters once it is encoded.
picture-space = The picture's address holds a space or a character that can't be seen.
picture-no-address = This is no address of a picture.
picture-no-https = The picture's address must begin with https://.
picture-secret = The picture's address must not hold a user name or a password.
picture-cure = Write the picture's address as in https://example.com/ana.png.

## A list of people

invitees-too-large = This list is larger than { $most } MB. Split it, or take away what isn't needed.
invitees-none = No e-mail address stands here. Write one a line, or name a column "email".
invitees-too-many = This list has more than { $most } people. Split it, and add one part after the other.
invitees-as-list = Read as a list of addresses.
invitees-as-list-in = Read as { $encoding }, a list of addresses.
invitees-as-table = Read as cells separated by { $delimiter ->
    [comma] commas
    [semicolon] semicolons
    [tab] tabs
    [bar] vertical bars
   *[other] the delimiter given
}: { $columns }.
invitees-as-table-in = Read as { $encoding }, cells separated by { $delimiter ->
    [comma] commas
    [semicolon] semicolons
    [tab] tabs
    [bar] vertical bars
   *[other] the delimiter given
}: { $columns }.
invitees-unused = Not used: { $columns }.
invitees-column-address = e-mail
invitees-column-name = name
invitees-column-role = role
invitees-column-workspaces = workspaces
invitees-column-numbered = column { $number }
invitees-quote = The quote in this line is never closed. Close it, or take it away.
invitees-cells = This line has { $count } cells: { $most } are the most.
invitees-width = This line has { $count } cells, the others have { $width }. Put a cell that holds the delimiter in quotes.
invitees-no-role = This is no role. Write Admin, Billing Admin, User Admin or Member.
invitees-no-workspace = There is no workspace called "{ $name }". Write its name as in the list.
invitees-double = Line { $line } has this address already.
invitees-gone = This list is not open any more. Read it again.
invitees-busy = This list is being added already.

## What the columns of a list of people may be called: commas separate the names, the best of which stands first

invitees-names-address = Email, E-mail address, Mail, Primary e-mail, Work e-mail, User e-mail
invitees-names-name = Display name, Name, Full name
invitees-names-given = First name, Given name, Forename
invitees-names-family = Last name, Family name, Surname
invitees-names-role = Role, Organization role
invitees-names-workspaces = Workspaces, Workspace, Groups, Group

## What has become of a list of people

adding-applied = { $count ->
    [one] Added on the server: 1 user.
   *[other] Added on the server: { $count } users.
}
adding-waiting = { $count ->
    [one] Waiting in Outbox: 1 user to add.
   *[other] Waiting in Outbox: { $count } users to add.
}
adding-refused = { $count ->
    [one] Not added: 1 user. The Outbox tells why.
   *[other] Not added: { $count } users. The Outbox tells why.
}
adding-left-out = { $count ->
    [one] Left out: 1 user, since the list of users has changed meanwhile.
   *[other] Left out: { $count } users, since the list of users has changed meanwhile.
}
adding-stopped = { $count ->
    [one] Stopped: 1 user of the list is not added.
   *[other] Stopped: { $count } users of the list are not added.
}

## A user who can't be found, or can't be changed

user-gone = This user is not in the list any more.
user-unknown = No user has the id or e-mail address "{ $named }" in this list.
user-ambiguous = "{ $named }" can mean several users. Name one by its id: { $ids }.
leaving-named = { $name } waits in the Outbox to be deleted. Take that back first.
leaving-first = Waits in the Outbox to be deleted. Take that back first.
adding-just-now = Is being added just now. Try again once that is done.
save-workspace-twice = A workspace can't be given and taken away at once.
save-nothing = Nothing to change: { $name } has all of this already.

## One change to many users

change-no-invitations = This server doesn't offer invitations.
change-no-suspension = This server doesn't offer to suspend users.
change-has-role = Has this role already.
change-has-access = Has this access already.
change-no-access = Has no access there.
change-invitation-waits = The invitation waits in the Outbox to be sent.
change-deletion-waits = Waits in the Outbox to be deleted.
change-suspended = Is suspended already.
change-not-suspended = Is not suspended.
change-nothing = Nothing to change. { $reason }
change-nobody = Nothing to change: nobody is selected.
change-not-added = { $count ->
    [one] Taken back: 1 user to be added. Nothing was sent of that.
   *[other] Taken back: { $count } users to be added. Nothing was sent of that.
}
change-left-out-denied = Left out: { $denied } not allowed.
change-left-out-so = Left out: { $already } so already.
change-left-out = Left out: { $denied } not allowed, { $already } so already.
confirm-admin = { $name } is an Admin.
confirm-deleted = { $count ->
    [one] 1 user is deleted.
   *[other] { $count } users are deleted.
}
confirm-revoked = { $count ->
    [one] 1 user is removed with their invitation.
   *[other] { $count } users are removed with their invitation.
}
confirm-typed = { $reason } Type { $text } to confirm.

## Replacing the e-mail of a user

replace-would-invite = { $count ->
    [one] Step 1 would invite { $address } as { $role }, with access to 1 workspace.
   *[other] Step 1 would invite { $address } as { $role }, with access to { $count } workspaces.
}
replace-would-delete = Step 2 would then delete { $name } at once.
replace-would-delete-later = Step 2 would delete { $name } once the invitation is accepted.
replace-no-contacts = Contacts would not move.
replace-nothing-kept = This session keeps nothing, so nothing can wait for an acceptance.
replace-not-told = This server doesn't tell who has accepted an invitation.
replace-not-added = { $name } waits in the Outbox to be added. Take that back, and add the other address.
replace-already = An e-mail of { $name } is being replaced already. Let that end, or take it back.
replace-suspended = { $name } is suspended, and whoever is added can sign in. Reactivate { $name } first.
replace-no-role = The role of { $name } is not one that Rollcall can give to a new user.
replacement-title = Replace e-mail of { $name }
replacement-new-user = the new user
replacement-added = Step 1 is done: { $address } has the same access.
replacement-not-added = Step 1 needs you: { $address } did not get the same access.
replacement-adding = Step 1 is on its way: add { $address } with the same access.
replacement-inviting = Step 1 is on its way: invite { $address } with the same access.
replacement-to-add = Step 1 waits: add { $address } with the same access.
replacement-to-invite = Step 1 waits: invite { $address } with the same access.
replacement-deleted = Step 2 is done: { $address } is deleted.
replacement-awaits = Step 2 waits for acceptance: then { $address } is deleted.
replacement-not-deleted = Step 2 needs you: { $address } was not deleted.
replacement-deleting = Step 2 is on its way: delete { $address }.
replacement-to-delete = Step 2 waits: delete { $address }.

## Views

view-of-everybody = All users
view-search-too-long = A view keeps a search of at most { $most } characters.
view-too-many = { $most } views are kept at most. Delete one first.
view-unnamed = Give the view a name.
view-name-invalid = The name must be one line of at most { $most } visible characters.
view-name-taken = There is a view called “{ $name }” already. Choose another name.
view-not-written = A view can't be written: { $cause }.
view-newer = This view was saved by a newer Rollcall. Update this one to open it.
view-damaged = This view is damaged and can't be opened. Delete it, and save it again.
view-quoted = “{ $name }”
view-workspace-gone = The workspace { $name } no longer exists, so this view shows the users of the others.
view-workspace-gone-nobody = The workspace { $name } no longer exists, so nobody matches this view.
view-workspaces-gone = The workspaces { $names } no longer exist, so this view shows the users of the others.
view-workspaces-gone-nobody = The workspaces { $names } no longer exist, so nobody matches this view.

## Files, and the clipboard

export-cancelled = Cancelled. No file was written.
export-changed = The list changed while it was written, so nothing was kept. Try again.
export-disk-full = The file could not be written. The disk is full.
export-not-allowed = The file could not be written. Rollcall may not write there.
export-no-folder = The file could not be written. There is no such folder.
export-failed = The file could not be written. { $cause }.
export-elsewhere = Choose another place for it.
copy-too-many = { $most } rows can be copied at once, and there are more here. Export them to a file instead.
copy-no-text = A text is no text: { $cause }.
