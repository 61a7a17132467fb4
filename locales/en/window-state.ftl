# How things stand: a user's row, the status bar, what stands between here and the server.

## A row of the list

row-pending-left = Pending, { $days } d left
row-never = Never
row-not-reported = Not reported
row-no-workspaces = None
row-place = row { $at } of { $total }
row-place-narrowed = { $total ->
    [one] row { $at } of { $total } match
   *[other] row { $at } of { $total } matches
}

## The state of a user

state-active = Active
state-pending = Pending
state-invitation-expired = Invitation expired
state-invitation-failed = Invitation failed
state-suspended = Suspended

## What waits, as a badge says it

intent-waiting = waiting
intent-sending = sending
intent-needs-you = needs you
intent-rejected = rejected
intent-adding = to be added
intent-deleting = to be deleted

## When somebody was there last, to filter by

activity-today = In the last 24 hours
activity-week = 1 to 7 days ago
activity-month = 7 to 30 days ago
activity-quarter = 30 to 90 days ago
activity-older = More than 90 days ago

## The names of the roles

role-admin = Admin
role-billing-admin = Billing Admin
role-user-admin = User Admin
role-member = Member
role-none = No role

## The status bar

status-users-so-far = { $count ->
    [one] { $count } user so far
   *[other] { $count } users so far
}
status-users-of = { $count } of about { $expected } users
status-list-incomplete = List incomplete
status-list-none = No list yet
status-list-fresh = List as of { $at }, { $ago }
status-list-ageing = List as of { $at }, { $ago } (ageing)
status-list-old = List as of { $at }, { $ago } (old)
status-waiting = { $count ->
    [one] { $count } change waits
   *[other] { $count } changes wait
}
status-needs-you = { $count ->
    [one] { $count } needs you
   *[other] { $count } need you
}
status-hold = Hold is on
status-connecting = Connecting
status-online = Online
status-reading = Reading from the server
status-reading-many = Reading { $loaded }
status-reading-of = Reading { $loaded } of about { $total }
status-next-try = { $fault }, next try at { $at }
status-asked-to-wait = Server asked to wait until { $at }
status-wait = Waiting
status-signed-out = Signed out
status-deleted = Deleted on the server
status-keychain-locked = Keychain locked
status-elsewhere = Open in another program

## What stands between here and the server

fault-offline = Offline
fault-insecure = No secure connection
fault-proxy = Proxy in the way
fault-foreign = Not your server
fault-trouble = Server trouble

## Why what never waits can't be done now

needs-server-offline = Offline: this needs the server, and never waits in the Outbox.
needs-server-signed-out = Your session ended: sign in first.
needs-server-keychain-locked = The keychain is locked: unlock it first.
needs-server-elsewhere = Another program has this organization open: do it there.
needs-server-deleted = The organization was deleted.
needs-server-wait = The server asked us to wait: try again after that.

## Why nothing can be sent now

held-back-undecided = { $fault }: nothing can be sent before the server answers.
held-back-offline = { $fault }: what waits goes out by itself when the server answers.
held-back-signed-out = Your session ended: sign in, then what waits goes out.
held-back-keychain-locked = The keychain is locked: unlock it, then what waits goes out.
held-back-elsewhere = Another program has this organization open, and sends what waits.
held-back-deleted = The organization was deleted: nothing goes out any more.
held-back-wait = The server asked us to wait: what waits goes out after that.

## Banners: what is true now

banner-needs-you = { $count ->
    [one] { $count } change could not be made and needs your decision.
   *[other] { $count } changes could not be made and need your decision.
}
banner-unconfirmed = { $count ->
    [one] { $count } risky change was decided without the server, or on an old list. Nothing of that is sent before you have looked at it once more.
   *[other] { $count } risky changes were decided without the server, or on an old list. Nothing of that is sent before you have looked at it once more.
}
banner-unreadable = { $count ->
    [one] { $count } user could not be read and is not as the server has it: { $which }
   *[other] { $count } users could not be read and are not as the server has them: { $which }
}
banner-shown = { $count ->
    [one] Showing { $count } user as of { $at }.
   *[other] Showing { $count } users as of { $at }.
}
banner-arrived = { $count ->
    [one] { $count } user arrived so far.
   *[other] { $count } users arrived so far.
}
banner-no-list = There is no list yet.
banner-fault = { $fault }.
banner-look-meanwhile = You can look, review and prepare changes.
banner-rest-later = The rest loads when the server answers.
banner-list-later = It loads when the server answers.
banner-signed-out = Your session ended.
banner-viewing-works = Viewing still works.
banner-sign-in-to-send = { $count ->
    [one] Sign in to send { $count } change.
   *[other] Sign in to send { $count } changes.
}
banner-sign-in-to-refresh = Sign in to refresh the list.
banner-deleted = This organization was deleted on the server.
banner-deleted-viewing = It can be looked at and exported, and not changed.
banner-keychain = The sign-in can't be read from the system keychain. It may be locked.
banner-keychain-unlock = Unlock it, then try again. Where the sign-in was removed from it, sign in again under Settings.
banner-wait = The server asked us to wait.
banner-wait-for = The server asked us to wait { $time }.
banner-wait-changes = { $count ->
    [one] { $count } change goes out after that.
   *[other] { $count } changes go out after that.
}
banner-wait-nothing = It goes on by itself.
banner-loaded = { $loaded } loaded. Counts and exports are not complete yet.
banner-loaded-of = { $loaded } of about { $total } loaded. Counts and exports are not complete yet.
banner-old = This list is { $age } old. Refresh before you decide on access.
banner-progress = Loaded

## Banners: the next step

banner-review = Review
banner-open-billing = Open Billing
banner-try-now = Try now
banner-remove = Remove…
banner-understood = Understood

## What went wrong, where the program that tells it has no better words

error-unknown-user = This user is no longer in the list.
error-unknown-workspace = This workspace no longer exists.
error-unknown-change = This change is no longer in the Outbox.
error-unknown-organization = This organization is no longer in the profile.
error-unknown-message = This message is no longer in the mailbox.
error-already-sent = It is already on its way, or done: it can't be taken back any more.
error-token-refused = The server refuses this token. It may be cut short, revoked, or meant for another server.
error-session-ended = Your session ended. Viewing still works.
error-no-keychain = No system keychain is available. Keep the sign-in only until you close Rollcall, or in a key file that protects no better than its folder.
error-internal = Something went wrong inside Rollcall. The Outbox shows what waits and what was done.
error-not-copied = The system's clipboard did not take it.
error-list-changed = The list changed while it was read, so nothing was done. Try again.

## An organization of which nothing can be shown

closed-title = No access to organization settings
closed-help = If that should be otherwise, an Admin of { $organization } can change your role.
closed-own-workspaces = Your workspaces
closed-no-workspace = No workspace is granted to you yet.
closed-no-keychain = No system keychain is available, and the key to this organization's list is in it.
closed-half-removed = { $organization } is half removed
closed-not-opened = { $organization } can't be opened now
closed-nothing-done = Nothing was changed or removed.
closed-remove-rest = Remove the rest…
closed-remove = Remove it from this computer…
closed-profile = Rollcall can't open its profile
unread-older = It could not be read again: what is shown may be older.

## The rail

rail-label = Main
rail-waiting = { $count } waiting
status-label = Status

## Messages that leave by themselves

toasts-label = Messages
toasts-close = Close message
taken-back = Taken back: { $what }. Nothing was sent.
taken-back-many = { $count ->
    [one] Taken back: { $count } change. Nothing was sent.
   *[other] Taken back: { $count } changes. Nothing was sent.
}
taken-back-nothing = What waits is on its way, so nothing can be taken back.
