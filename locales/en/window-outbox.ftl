# The outbox, the plan and conflicts.

## The screen

outbox-title = Outbox
outbox-side-waiting = Waiting
outbox-none-waits = Nothing waits
outbox-clear-done = Clear { $count } done
outbox-nothing-to-send = Nothing waits to be sent.
outbox-empty = Nothing waits
outbox-empty-help = A change that you save waits here until the server has confirmed it. What it refuses comes back here too.
outbox-nothing-here = Nothing here.
outbox-show-more = Show more ({ $count } more)

## Which changes are shown

outbox-parts = Which changes
outbox-part-all = All { $count }
outbox-part-needs-you = Needs you { $count }
outbox-part-waiting = Waiting { $count }
outbox-part-done = Done { $count }

## Holding

hold-switch = Hold: nothing leaves before Send
hold-on = What you ask for waits here until you send it.
hold-off = What you ask for goes out by itself.
hold-still-held = { $count ->
    [one] { $count } change of before is still held.
   *[other] { $count } changes of before are still held.
}

## Sending

send-review = Review before sending
send-selected = Send selected ({ $count })
send-all = Send all

## A change in words

asked-from-to = { $before } → { $after }
asked-setting = { $setting }: { $before } → { $after }
asked-grant-workspace = Add to { $workspace }
asked-revoke-workspace = Remove from { $workspace }
asked-add-user = Add as { $role }
asked-rename-workspace = Rename to { $name }
verb-set-role = Change role
verb-grant-workspace = Add to workspace
verb-revoke-workspace = Remove from workspace
verb-add-user = Add user
verb-delete-user = Delete user
verb-set-display-name = Change display name
verb-set-picture = Change picture
verb-suspend = Suspend
verb-reactivate = Reactivate
verb-resend-invitation = Resend invitation
verb-revoke-invitation = Revoke invitation
verb-create-workspace = Create workspace
verb-rename-workspace = Rename workspace
verb-delete-workspace = Delete workspace
verb-change-setting = Change { $setting }

## Where a change stands

change-waiting = Waiting
change-sending = Sending
change-done = Done
change-rejected = Rejected
change-conflict = Needs you
change-held = Held
change-unconfirmed = Asks once more
change-blocked = Held back
change-waits-for-acceptance = Waits for acceptance
change-unknown = No answer yet

## One change, and what can be done about it

entry-select = Select: { $change }
entry-made = Made { $made }
entry-made-seen = Made { $made }, on the list of { $seen }
entry-refused = Refused: { $reason }
entry-take-back = Take back
entry-edit-of = Edit: { $change }
entry-send-now = Send now
entry-send = Send
entry-review-and-send = Review and send
entry-drop = Drop
entry-ask-again = Ask again
entry-copy = Copy details
entry-copied = Details copied.

## The order

move-earlier = Send earlier
move-later = Send later
move-first-already = It goes first already.
move-last-already = It goes last already.
move-done = { $moved } goes before { $other } now.

## What was asked for of many

bulk-set-role = { $users ->
    [one] Change role to { $role }, { $users } user
   *[other] Change role to { $role }, { $users } users
}
bulk-of-workspace = { $users ->
    [one] { $what }: { $workspace }, { $users } user
   *[other] { $what }: { $workspace }, { $users } users
}
bulk-other = { $users ->
    [one] { $what }, { $users } user
   *[other] { $what }, { $users } users
}
bulk-waits = { $count ->
    [one] { $count } waits
   *[other] { $count } wait
}
bulk-done = { $count } done
bulk-take-back = Take back what waits
bulk-ask-again = { $count ->
    [one] Ask again for { $count } failed one
   *[other] Ask again for { $count } failed ones
}
bulk-drop = Drop the failed ones
bulk-show-all = Show everything
bulk-show-users = { $count ->
    [one] Show the { $count } user
   *[other] Show the { $count } users
}

## Conflicts

conflict-gone = { $name } no longer exists on the server.
conflict-changed = { $name }'s access changed after you made this edit. Was { $before }. Now { $theirs }. You asked for { $after }.
conflict-several = { $name } was changed after you made these edits. Choose for each field.
conflict-was = Was
conflict-now = Now on the server
conflict-yours = Yours
conflict-discard = Discard this change
conflict-discard-several = { $count ->
    [one] Discard this change
   *[other] Discard these { $count } changes
}
conflict-rename = Choose another name…
conflict-keep = Keep { $value }
conflict-again = Ask for { $value } again
conflict-keep-all = Keep all from the server
conflict-again-all = Ask for all of mine again
conflict-kept-with-more = What is there already can be kept, with what else you asked for:
conflict-keep-and-combine = Keep theirs, and combine
conflict-no-overlap = The two edits don't overlap. Both together:
conflict-combine = Combine both edits

## Over the details of whom it is about

note-waiting = Waiting in Outbox.
note-waiting-rest = { $changes }. Nothing has changed on the server.
note-held = Held in Outbox.
note-held-rest = { $changes }. It leaves when you send it.
note-unconfirmed = Asks once more.
note-sending = On its way.
note-unknown = Sent, no answer yet.
note-unknown-rest = { $changes }. The server is asked before it is tried again.
note-waits-for-acceptance = Waits for acceptance.
note-blocked = Held back.
note-blocked-earlier = An earlier change comes first.
note-conflict = Needs you.
note-rejected = Refused.
note-done = Done.

## The last look before sending

fate-already-so = So already
fate-denied = Not allowed
fate-conflicts = Changed meanwhile
review-nothing = Nothing of this waits.
review-nothing-more = Nothing of this waits any more.
review-would-go = { $count ->
    [one] { $count } change would go to the server.
   *[other] { $count } changes would go to the server.
}
review-as-far-as-known = As far as is known: { $trouble }.
review-denied = { $count } not allowed
review-conflicts = { $count } changed meanwhile on the server
review-already-so = { $count } so already
review-goes-first = { $count ->
    [one] { $count } change was not selected, and must go first: it is about the same users, or adds them.
   *[other] { $count } changes were not selected, and must go first: they are about the same users, or add them.
}
review-each = What would become of each
review-show-more = Show more ({ $count } left)
review-no-difference = Nothing would be different.
review-send = { $count ->
    [one] Send { $count } change
   *[other] Send { $count } changes
}

## Editing a change that waits

edit-change-title = Edit this change
edit-change-title-of = Edit this change to { $name }
edit-change-intro = It waits in the Outbox and keeps its place there. Nothing has changed on the server.
edit-change-none = Nothing is edited yet.
edit-change-save = Save this change
edit-change-now = { $subject }, now: { $value }
edit-change-role = Organization role
edit-change-name = Name

## Plans: what waits, for another administrator

plan-menu = Plan
plan-export = Export what waits…
plan-export-selected = { $count ->
    [one] Export { $count } selected change…
   *[other] Export { $count } selected changes…
}
plan-import = Import a plan…
plan-exported = { $count ->
    [one] { $count } change written to { $file }. It still waits here: drop it once somebody else has sent it.
   *[other] { $count } changes written to { $file }. They still wait here: drop them once somebody else has sent them.
}
plan-nothing-waits = Nothing waits, so there is nothing to export.
import-title = Import a plan
import-intro = Nothing is queued before you have seen what it holds. What is imported is held until you send it, in your name.
import-choose-other = Choose another file…
import-choose-help = A plan that was exported from an Outbox of this organization.
import-no-file = Choose a file with a plan first.
import-of = Organization
import-by = Exported by
import-at = Exported
import-holds = { $count ->
    [one] It holds { $count } change.
   *[other] It holds { $count } changes.
}
import-refused = It can't be imported. { $reason }
import-none = Import
import-count = { $count ->
    [one] Import { $count } change
   *[other] Import { $count } changes
}
