# Changes that wait: outbox, plan, conflicts.

## The places that a change can be about

place-name = Name
place-workspace = Workspace
place-website = Website
place-time-zone = Time zone
place-locale = Locale
place-company = Company
place-address = Address
place-tax-id = Tax id
place-billing-contact = Billing contact
place-plan = Plan
place-seats = Seats
place-user = User
place-role = Role
place-display-name = Display name
place-picture = Picture
place-state = State
place-invitation = Invitation

## What stands at a place: before, after, and by now

value-no-user = Not a user
value-no-workspace = No workspace
value-deleted = Deleted
value-sent-again = Sent again
value-revoked = Revoked
value-access = Access
value-no-access = No access
value-no-name = No name
value-no-picture = No picture
value-active = Active
value-suspended = Suspended
value-sent-at = Sent { $at }
value-sent = Sent
value-pending = Pending
value-accepted = Accepted
value-nothing = Not set
value-added = Added
value-taken = Taken by somebody else
value-gone = No longer exists

## A change, as part of a sentence after a name: "Ana Ruiz, access to Design"

words-new-workspace = new workspace
words-renamed = renamed to { $name }
words-deletion = deletion
words-setting = { $place }: { $was } → { $to }
words-new-user = new user, { $role }
words-role = { $was } → { $to }
words-access = access to { $workspace }
words-no-access = no access to { $workspace }
words-no-display-name = no display name
words-display-name = display name { $name }
words-no-picture = no picture
words-picture = new picture
words-suspension = suspension
words-reactivation = reactivation
words-invitation = invitation again
words-invitation-revoked = invitation revoked

## Why a change stands where it does

entry-unknown = Sent, and no answer came. Rollcall looks at the server before it sends this again.
entry-gone = { $name } no longer exists on the server.
entry-access-gone = { $name }, or the workspace, no longer exists on the server.
entry-not-created = There is another workspace called { $after } on the server. Rollcall did not create this one.
entry-not-renamed = There is another workspace called { $after } on the server. Rollcall did not rename { $name }.
entry-not-added = Somebody else on the server has the address of { $name }. Rollcall did not add that user.
entry-invitation-untold = The server did not answer, and doesn't tell whether { $name } was sent the invitation again. Ask for it again if it is needed.
entry-changed = { $name } was changed after you made this edit. Was { $before }. Now { $now }. You asked for { $after }.
entry-access-changed = { $name }'s access changed after you made this edit. Was { $before }. Now { $now }. You asked for { $after }.
risk-old-list = Decided on an old list. Look at it once more before it is sent.
risk-offline = Decided without the server. Look at it once more before it is sent.
waits-same-user = Waits for an earlier change to the same user.
waits-same-workspace = Waits for an earlier change to the same workspace.
waits-organization = Waits for an earlier change to the organization.
waits-user-refused = Waits for the user to be added, which was refused. Ask for that again, or drop it.
waits-workspace-refused = Waits for the workspace to be created, which was refused. Ask for that again, or drop it.
waits-workspace = Waits for the workspace to be created.
waits-access = Waits for earlier changes of who has access to this workspace.
waits-somebody = the new user
waits-not-added = { $address } was not added. Ask for that again, or take this back.
waits-gone = The new user is not in the organization any more, so nobody will accept. Take this back, or delete the user at once.
waits-unsettled = { $address } did not get everything that was asked for. Settle that first.
waits-acceptance = Waits until { $address } has accepted the invitation.
waits-added = Waits until { $address } is added.
held-sign-in = Sign in to send this.
held-keychain = Unlock the keychain to send this.
held-deleted = The organization was deleted, so this is never sent.
held-other-user = Another user queued this. It goes on when that user signs in again.
held-unknown-user = The sign-in changed, and the server doesn't tell whose it is. Send this if it may go out with the new one.
held-asked-to-wait = The server asked us to wait.

## Both edits of a conflict

combined-access = Access to { $workspaces } for { $name }
combined-access-many = { $count ->
    [one] Access to { $workspaces } for 1 user
   *[other] Access to { $workspaces } for { $count } users
}

## What has become of a save

receipt-so-already = Nothing to change: the server has it so already.
receipt-nothing-yet = Nothing has changed on the server.
receipt-asks-once-more = It asks once more before it is sent.
receipt-held = It is held until you send it.
receipt-many-users = { $count ->
    [one] { $changes } changes to 1 user: { $parts }.
   *[other] { $changes } changes to { $count } users: { $parts }.
}
receipt-many-places = { $count ->
    [one] { $changes } changes to 1 place: { $parts }.
   *[other] { $changes } changes to { $count } places: { $parts }.
}
receipt-part-applied = { $count } changed on the server
receipt-part-sent = { $count } sent, no answer yet
receipt-part-waiting = { $count } waiting in Outbox
receipt-part-refused = { $count } refused
receipt-part-conflict = { $count } in conflict
receipt-part-taken-back = { $count } taken back
receipt-refused = Refused: { $words }. { $reason }
receipt-conflict = Not done, since { $name } changed meanwhile: { $words }. Now: { $now }.
receipt-conflict-access = Not done, since { $name }'s access changed meanwhile: { $words }. Now: { $now }.
receipt-taken-back = Taken back: { $words }.
receipt-applied = Changed on the server: { $name }, { $words }.
receipt-sent = Sent, no answer yet: { $name }, { $words }.
receipt-waiting = Waiting in Outbox: { $name }, { $words }.
receipt-left = { $receipt } Left as they are: { $count }.

## What is answered to a conflict or a refusal

again-not-open = This change is not waiting for a decision.
again-overlaps = Both edits are of the same: they can't be combined. Keep what is on the server, or ask for yours again.
again-name-taken-new = There is a workspace of this name by now. Drop this change, or create the workspace with another name.
again-name-taken = There is a workspace of this name by now. Drop this change, or give it another name.
again-address-taken = Somebody else on the server has this e-mail address. Drop this change, or add the user with another address.

## Editing a change that waits

edit-sent-before = This was sent before, so it can't be edited any more. Take it back, and ask for what you want anew.
edit-no-such-value = This change carries no { $value }.
edit-same = Nothing to change: it asks for this already.
edit-no-value = This change has no value to be edited. Take it back instead.
edit-not-waiting = This change doesn't wait any more. It can't be edited.
edit-as-it-was = That is what it is already. Take the change back instead.
edit-rests-on-it = A later change rests on this value. Edit that one, or take it back first.

## The order of what waits; a change in words: "Ana Ruiz, Member → User Admin"

order-not-waiting = This change doesn't wait any more. It can't be moved.
order-same-user = { $later } can't go out before { $earlier }: both are about the same user, and stay in their order.
order-same-workspace = { $later } can't go out before { $earlier }: both are about the same workspace, and stay in their order.
order-organization = { $later } can't go out before { $earlier }: both are about the organization, and stay in their order.
order-workspace = { $later } can't go out before { $earlier }: it needs the workspace that the other creates.
order-access = { $later } can't go out before { $earlier }: the other is about who has access to the workspace that it deletes.
order-awaited = { $later } can't go out before { $earlier }: it waits for what becomes of that user.

## Holding, sending and taking back

hold-not-kept = This session keeps nothing, so nothing can wait here to be sent.
going-risky = { $name }: { $words }. It was decided without the server, or on an old list.
going-risky-many = { $count } risky changes were decided without the server, or on an old list.
send-nothing = Nothing waits.
send-trying = { $reason } Trying again now.
send-asked-to-wait = The server asked us to wait.
send-sending = { $count ->
    [one] Sending 1 change.
   *[other] Sending { $count } changes.
}
send-sent = { $applied } done, { $needs } need you, { $waiting } still wait.
send-new-token = This token is new here: the server must be asked once whose it is.
send-other-user = { $name } made these changes. They go out when { $name } signs in again.
send-unknown-user = The sign-in changed, and the server doesn't tell whose it is. Send from the window, or drop these changes and make them again.
not-sent = { $reason } Nothing was changed: this session keeps nothing to send later.
not-sent-signed-out = Sign in first.
not-sent-ended = Your session ended.
not-sent-slow = The server did not answer in time.
take-back-sent = This change was sent already. It can't be taken back, only changed again.
take-back-unknown = There is no such change in the outbox.
verdict-actor-unknown = This server doesn't tell what your role is, so it decides.
verdict-role-unknown = This server has roles that Rollcall doesn't know, so it decides.

## The plan of what would be sent

plan-so-already = It is so already.
plan-differs = { $place }: now { $now }, and was { $was } when this was asked for.

## Plan files

plan-nothing = Nothing of this waits, so there is nothing to export.
plan-not-exportable = { $change }. It waits for an addition that doesn't wait here. Ask for that again first, or drop this.
plan-not-exportable-yet = { $change }. It waits for an addition that doesn't wait here. Try again once that is settled.
plan-imported-already = These changes, or some of them, are in this Outbox already, or were sent from here. Nothing is imported twice.
plan-of-another = This plan is of { $theirs } at { $their_url }, and this is { $ours } at { $our_url }.
plan-too-large = This file is larger than { $most } MB, which no plan is.
plan-newer = This plan has version { $version }, and this program reads version { $own }. Update Rollcall.
plan-not-whole = This plan is not whole, or was changed by hand: { $cause }.
plan-broken = The change "{ $change }" of this plan can't be read: something of it is missing or isn't known.
plan-none = This file is no plan of Rollcall's. Choose one that was exported from an Outbox.
