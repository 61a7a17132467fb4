# What fails below the product: network, server, storage, keychain.

## Ids, roles and tokens that are none

faults-id-invalid = an id must be a UUID
faults-role-unknown = "{ $text }" is not a role: use admin, billing_admin, user_admin or member
faults-token-empty = The token is empty. Paste the API token that the server issued.
faults-token-forbidden-character = The token contains a space, a line break or another character that no token has. Paste it again, alone.

## What was attempted on this computer's files

faults-try-index-rows = read changed rows into the search index
faults-try-make-index = make the search index
faults-try-exchange-list = exchange the list for the one just read
faults-try-begin-full-read = begin a full read
faults-try-write-users = write users of a full read
faults-try-write-workspaces = write workspaces of a full read
faults-try-write-members = write the members of a workspace
faults-try-index-list = index the list just read
faults-try-drop-read = drop a broken read
faults-try-remove-list = remove the list before
faults-try-read-window = read a window of the list
faults-try-read-user = read a user
faults-try-read-users = read some users
faults-try-find-user = look a user name up
faults-try-read-admins = read who is an Admin
faults-try-read-workspaces = read the workspaces
faults-try-read-workspace = read a workspace
faults-try-count-workspaces = read the workspaces' numbers
faults-try-read-page = read a page of the list
faults-try-prepare-order = prepare an order of the list
faults-try-read-organization = read what is known of the organization
faults-try-read-invoices = read the invoices
faults-try-keep-invoices = keep the invoices
faults-try-forget-details = forget the organization's details
faults-try-read-cache = read what the cache holds
faults-try-read-fact = read a fact on the organization
faults-try-keep-fact = keep a fact on the organization
faults-try-read-picture = read a picture
faults-try-keep-picture = keep a picture
faults-try-write-changes = write changes into the cache
faults-try-edit-change = edit a change
faults-try-read-views = read the saved views
faults-try-keep-view = keep a view
faults-try-forget-view = forget a view
faults-try-read-journal = read the journal
faults-try-write-journal = write into the journal
faults-try-search-journal = search the journal
faults-try-verify-journal = verify the journal
faults-try-queue-change = queue a change
faults-try-recover-sending = recover what was being sent
faults-try-mark-sending = mark a change as being sent
faults-try-requeue-change = queue a change again
faults-try-mark-unknown = mark a change's outcome as unknown
faults-try-record-end = record how a change ended
faults-try-note-seen = note what was seen
faults-try-read-setting = read a setting
faults-try-keep-setting = keep a setting
faults-try-hold = hold what waits
faults-try-hold-nothing = hold nothing back any more
faults-try-release = let changes go out
faults-try-confirm = confirm changes
faults-try-read-change = read a change
faults-try-read-operation = read an operation
faults-try-read-outbox = read the outbox
faults-try-count-waiting = count what waits
faults-try-read-waiting = read what waits
faults-try-read-applied = read what was applied
faults-try-move-changes = move changes
faults-try-take-back = take changes back
faults-try-carry-over = carry its rows over
faults-try-checkpoint = move the write-ahead log into the file
faults-try-look-for-changes = look for changes by another process

## What makes no sense in a file

faults-nonsense-state = a mutation's state
faults-nonsense-depends = what a mutation waits for
faults-nonsense-id = a mutation's id
faults-nonsense-operation = an operation's id
faults-nonsense-goes = whose word a mutation needs
faults-nonsense-attribute = an attribute of the organization
faults-nonsense-workspace = a mutation's workspace
faults-nonsense-role = a mutation's role
faults-nonsense-kind = a mutation's kind
faults-nonsense-found = what a conflict found
faults-nonsense-sent = when an invitation was sent

## This computer's files

faults-folder = could not use { $path }
faults-wrong-key = the key does not open { $path }
faults-too-new = { $path } was written by a newer version of Rollcall; update Rollcall to open it
faults-damaged = { $path } is damaged
faults-lost = { $path } is damaged and nothing in it can be read; a copy was set aside as { $copy }
faults-salvage = { $path } is damaged and could not be salvaged; a copy was set aside as { $copy }
faults-open-disk-full = could not open { $path }: the disk is full
faults-open-locked = could not open { $path }: another program has locked it
faults-open = could not open { $path }
faults-disk-full = could not { $attempted }: the disk is full
faults-locked = could not { $attempted }: another program has locked the file
faults-file-damaged = could not { $attempted }: the file is damaged
faults-failed = could not { $attempted }
faults-nonsense = could not { $attempted }: { $what } in the file makes no sense
faults-transition = { $state ->
    [queued] could not { $attempted }: mutation { $id } is queued
    [sending] could not { $attempted }: mutation { $id } is being sent
    [unknown] could not { $attempted }: mutation { $id } is of unknown outcome
    [applied] could not { $attempted }: mutation { $id } is applied
    [rejected] could not { $attempted }: mutation { $id } is rejected
    [conflict] could not { $attempted }: mutation { $id } is in conflict
    [cancelled] could not { $attempted }: mutation { $id } is cancelled
    [held] could not { $attempted }: mutation { $id } is held
    [sent_before] could not { $attempted }: mutation { $id } is sent before
    [not_known] could not { $attempted }: mutation { $id } is not known
    [other_kind] could not { $attempted }: mutation { $id } is of another kind
    [not_queued] could not { $attempted }: mutation { $id } is not queued any more
   *[other] could not { $attempted }: mutation { $id } is in a state that isn't known
}
faults-read-superseded = could not { $attempted }: another full read has begun since
faults-in-use = this organization is in use by another process
faults-in-use-by = this organization is in use by { $holder }
faults-lock = could not lock { $path }
faults-holder = { $program } (process { $pid })
faults-key-invalid = a database key has 32 bytes
faults-seal-invalid = a seal is a number of lines, a colon, and 64 hexadecimal digits
faults-make-room = Make room on the disk, then try again.
faults-let-go = Close the program that holds it, such as a backup or a virus scanner, then try again.
faults-start-again = Close Rollcall and start it again: it repairs its files then.
faults-other-key = The key that was kept is another one. Nothing was changed.
faults-repaired-by-holder = The program that has this organization open repairs it when it is started again.
faults-move-elsewhere = To go on with an empty Outbox, move that file elsewhere and try again.
faults-held = another program has this organization open. Make the change there, or close it first.
faults-held-by = { $holder } has this organization open. Make the change there, or close it first.

## The system's keychain

faults-keychain-locked = the system keychain is locked
faults-keychain-none = no system keychain is available
faults-keychain-denied = the system keychain refused to let Rollcall in
faults-keychain-slow = the system keychain did not answer within { $seconds } s
faults-keychain-damaged = the keychain entry of Rollcall is damaged
faults-keychain-too-long = a secret of { $length } bytes is too long for the keychain
faults-cure-locked-macos = Unlock the login keychain in Keychain Access, then try again.
faults-cure-locked-windows = Sign in to Windows with your own account, not as a service, then try again.
faults-cure-locked = Unlock your login keyring (in "Passwords and Keys" or KWalletManager), then try again.
faults-cure-none-macos = Create a login keychain in Keychain Access, then start Rollcall again.
faults-cure-none-windows = Start the Windows service "Credential Manager", then start Rollcall again.
faults-cure-none = Install and start a Secret Service, for example GNOME Keyring or KWallet, in a session with D-Bus, then start Rollcall again.
faults-cure-denied-macos = Unlock the login keychain and press "Always Allow" when macOS asks about Rollcall.
faults-cure-denied-windows = Ask whoever manages this computer to allow stored credentials for your account.
faults-cure-denied = Allow Rollcall to use your keyring where it asks, or where a sandbox forbids it, then start Rollcall again.
faults-cure-slow = Look for a prompt behind other windows, answer it, then try again.
faults-cure-damaged = Sign in again: the token is then stored anew.
faults-cure-too-long = Check that you pasted the token alone.
faults-key-file-read = the key file { $path } can't be read
faults-key-file-make = the key file { $path } can't be made
faults-key-file-exposed = others can read the key file { $path }: allow its owner alone (mode 600)
faults-key-file-not-a-key = { $path } is no key file: a key has 32 bytes

## The server's address

faults-url-empty = Enter the server's URL, for example https://people.example.com/scim/v2.
faults-url-invisible = The URL contains a line break, a tab or another invisible character. Type it again.
faults-url-none = This is not a URL. It starts with https:// and then names the server.
faults-url-https = The URL must start with https://.
faults-url-plain-http = The URL must start with https://: http is only for a server on this same computer.
faults-url-credentials = The URL must not contain a user name or password (the part before @).
faults-url-query = The URL must end before the question mark: no query is allowed.
faults-url-fragment = The URL must end before the # sign.

## What a request to the server came to

faults-lost-connection = The connection was lost before the server's answer had arrived.
faults-slow = The server takes too long to answer.
faults-not-our-network = Something other than your server answers.
faults-unauthorized = The server doesn't accept the sign-in.
faults-busy = The server asks to wait before the next request.
faults-not-offered = The server doesn't offer this.
faults-no-target = What should be changed isn't there.
faults-delta-expired = The server can't tell any more what has changed since the last time.
faults-not-scim = There is no SCIM service at this URL. Check its path, for example /scim/v2.
faults-server-failed = The server failed (status { $status }).
faults-redirected = The server's address leads on to { $to }, where nothing was sent.
faults-redirected-elsewhere = The server's address leads on to another one, where nothing was sent.
faults-too-large = The server's answer is larger than { $limit } MB.
faults-malformed = The server's answer could not be read: { $what }.
faults-cursor-expired = The server doesn't know any more how far the list was read. The list is as it was before.

## What stands in the way of a connection

faults-offline-dns = The server's name can't be found.
faults-offline-refused = The server refuses connections.
faults-offline-unreachable = There is no way to the server from here.
faults-offline-timeout = The server doesn't answer.
faults-offline-tls = No secure connection to the server came about.
faults-offline-not-https = What answers at this address doesn't speak HTTPS.
faults-offline-certificate-expired = The server's certificate has expired, or this computer's clock is wrong.
faults-offline-certificate-name = The server's certificate is for another name.
faults-offline-certificate-untrusted = The server's certificate is not trusted on this computer.
faults-offline-proxy = The proxy server doesn't let this connection through.
faults-offline-proxy-sign-in = The proxy server wants a sign-in of its own.
faults-offline-proxy-unreachable = The proxy server can't be reached.

## What helps against it

faults-help-offline-dns = Check that this computer is online, and the server's address.
faults-help-offline-refused = It may be stopped, or the port in its address may be wrong.
faults-help-offline-unreachable = Check that this computer is online, or whether it needs a VPN.
faults-help-offline-timeout = It may be switched off, or a firewall may hold the connection up.
faults-help-offline-tls = Ask whoever runs the server, or this network.
faults-help-offline-not-https = Check the server's address and its port.
faults-help-offline-certificate-expired = Check this computer's date and time; if they are right, tell whoever runs the server.
faults-help-offline-certificate-name = Check the server's address, and whether this network wants you to sign in first.
faults-help-offline-certificate-untrusted = This network may look into connections: ask whoever runs it, or the server.
faults-help-offline-proxy = Ask whoever runs this network to allow it.
faults-help-offline-proxy-sign-in = Give it in the system's proxy settings.
faults-help-offline-proxy-unreachable = Check the proxy in the system's settings.
faults-help-not-our-network = Probably this network wants you to sign in first: do that in a browser, then try again.
faults-help-redirected = If that is this network's sign-in page, sign in there; if the server has moved, connect to its new address.
faults-help-tell-operator = Tell whoever runs the server.

## A read or a push as a whole

faults-store = The organization's files on this computer could not be used.
faults-incomplete = The server says it has { $total } users, and listed { $listed }. The list is as it was before.
faults-storage = The organization's files on this computer could not be used. Rollcall { $fault }. It goes on by itself once that is mended.
faults-user-unreadable = The user { $id } could not be read: { $what }.

## Refusals that the server doesn't explain

faults-address-taken-unseen = The server says that somebody has this e-mail address, and shows nobody who has it.
faults-name-taken-unseen = The server says that there is a workspace of this name, and shows none.
faults-user-changed-unseen = The server keeps saying that the user was changed meanwhile, and shows no change.
faults-changed-unseen = The server keeps saying that this was changed meanwhile, and shows no change.
faults-forbidden = The server doesn't allow this, and doesn't say why.
faults-not-found = The server knows nothing of this.
faults-not-implemented = The server can't do this.
faults-refused = The server refused this (status { $status }) and doesn't say why.
faults-not-sent-back = The server's own description of this can't be sent back to it.
faults-id-not-in-url = This id can't be part of a URL, so the server can't be asked about it.
faults-picture-not-url = The picture's address is not a URL.
faults-picture-not-public = Pictures are only taken from public https addresses.

## What a server still has that took a change, and did nothing

faults-still-role = The server took the change, and the role is still { $role }.
faults-still-display-name = The server took the change, and the display name is still "{ $name }".
faults-still-picture = The server took the change, and the picture is still the one before.
faults-still-name = The server took the change, and the name is still "{ $name }".
faults-still-active = The server took the change, and the user is still active.
faults-still-suspended = The server took the change, and the user is still suspended.
faults-still-nothing = The server took the change, and nothing has changed.

## What is wrong with an answer of the server

faults-packed-unasked = it is compressed in a way that wasn't asked for ({ $way })
faults-badly-packed = it isn't compressed as it says
faults-not-an-object = it is not an object
faults-resource-without-id = the resource has no id
faults-user-without-id = the user has no id
faults-workspace-without-id = the workspace has no id
faults-changed-user-without-id = a changed user has no id
faults-changed-group-without-id = a changed group has no id
faults-broken-without-id = A user has no id.
faults-broken-not-an-object = A user is not an object.
faults-broken = A user is not readable: { $error }.
faults-broken-named = The user { $id } is not readable: { $error }.

## One exchange with the server

faults-not-connected = no connection was made
faults-answer-lost = the answer did not arrive whole
faults-answer-slow = the answer did not arrive in time
faults-answer-badly-packed = the answer can't be unpacked
faults-answer-too-large = the answer is larger than { $limit } bytes

## What is wrong with a file

faults-file-empty = nothing is in the file any more
faults-file-missing = there is no file
