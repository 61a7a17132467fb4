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
