# What the terminal's program says of changes: to users, workspaces, the organization, billing, and the outbox.

## What became of a change

terminal-applied = Applied. { $message }
terminal-queued = Queued. { $message }
terminal-something-else = Something else stands there now.

## What would be done, with --dry-run

terminal-nothing-changed = Nothing was changed.
terminal-would-add = Would add { $address } as { $role }. Nothing was changed.
terminal-would-add-with = Would add { $address } as { $role }, with access to { $workspaces }. Nothing was changed.
terminal-would-create = Would create { $name }. Nothing was changed.
terminal-would-rename = Would rename { $before } to { $name }. Nothing was changed.
terminal-would-delete = Would delete { $name }. { $consequences } Nothing was done.
terminal-would-change = { $changing } would change, { $already } so already, { $denied } not allowed. Nothing was done.

## Which users

terminal-which-users = Which users? Name them, or choose them by --search, --role, --state, --workspace or --activity.
terminal-users-twice = Either name users, or choose them by filters, not both.

## What goes with users, a workspace or the organization

terminal-goes-access = Access is lost to: { $workspaces }.
terminal-goes-workspace = { $name } ({ $users ->
    [one] { $users } user
   *[other] { $users } users
}, { $contacts ->
    [one] { $contacts } contact
   *[other] { $contacts } contacts
})
terminal-goes-unassigned = Contacts that become unassigned: { $count }.
terminal-goes-unassigned-unknown = Users of whom the list doesn't tell how many contacts they have: { $count }.
terminal-goes-not-added = Users who wait to be added, and then are not: { $count }.
terminal-goes-dropped = Changes in the outbox that are dropped with it: { $count }.
terminal-goes-on-their-way = Changes that are on the way, and can't be taken back: { $count }.
terminal-goes-not-created = It waits to be created, and then is not.
terminal-goes-users = Users who lose access: { $count }.
terminal-goes-workspaces = Workspaces that go with it: { $count }.
terminal-goes-contacts = Contacts that go with it: { $count }.
terminal-goes-contacts-unknown = How many contacts it holds is unknown.
terminal-goes-contacts-and = { $unknown ->
    [one] Contacts that go with it: { $count }, and those of { $unknown } workspace of which the server doesn't tell how many.
   *[other] Contacts that go with it: { $count }, and those of { $unknown } workspaces of which the server doesn't tell how many.
}
terminal-goes-subscription = The subscription, too; it stands as: { $standing }.
terminal-goes-waiting = Changes that wait and are never sent: { $count }.
terminal-goes-sessions = Every session of the organization ends.

## A list of people

terminal-import-line = Line { $line }: { $address }: { $reason }
terminal-import-line-alone = Line { $line }: { $reason }
terminal-import-more = And { $count } more like it. --refused FILE writes them all.
terminal-import-progress = { $done } of { $total } …
terminal-import-nobody = Nobody was added.
terminal-import-counts = To be added: { $added }. Already there: { $there }. Not allowed: { $denied }. Unreadable: { $unreadable }.
terminal-import-left-out = Left out: { $there } already there, { $denied } not allowed, { $unreadable } unreadable.

## The subscription

terminal-would-cancel = Would cancel the subscription. { $reason } Nothing was done.
terminal-would-cancel-then = Would cancel the subscription. Its period ends { $moment }. { $reason } Nothing was done.
terminal-plan-at-once = The plan would begin at once.
terminal-plan-with-period = The plan would begin when the period ends.
terminal-plan-then = The plan would begin when the period ends, { $moment }.
terminal-seats-at-once = The seats would begin at once.
terminal-seats-with-period = The seats would begin when the period ends.
terminal-seats-then = The seats would begin when the period ends, { $moment }.
terminal-seats-free = Free seats then: { $count }.
terminal-costs = It would cost { $price }.
terminal-costs-instead = It would cost { $price }, not { $before }.
terminal-price = { $period ->
    [month] { $amount } { $currency } a month
    [year] { $amount } { $currency } a year
   *[other] { $amount } { $currency } a { $period }
}
terminal-plan-price = { $plan }: { $price } a seat

## The outbox

terminal-outbox-empty = The outbox is empty.
terminal-outbox-hold = Nothing leaves before: rollcall-cli outbox send
terminal-no-change = No change in the outbox has the id { $named }.
terminal-several-changes = { $named } can mean several changes: { $ids }.
terminal-dropped = { $count ->
    [one] Dropped { $count } change.
   *[other] Dropped { $count } changes.
}
terminal-moved = { $count ->
    [one] Moved { $count } change.
   *[other] Moved { $count } changes.
}
terminal-moved-nothing = Nothing to move: it stands there already.
terminal-hold-on = Hold is on: nothing leaves before it is sent.
terminal-hold-off = Hold is off: what is asked for goes out by itself.
terminal-held = { $count ->
    [one] { $count } change is held.
   *[other] { $count } changes are held.
}
terminal-unconfirmed = { $count ->
    [one] { $count } change asks once more before it is sent.
   *[other] { $count } changes ask once more before they are sent.
}
terminal-send-first = { $count ->
    [one] With it goes what must go first: { $count } change.
   *[other] With it goes what must go first: { $count } changes.
}
terminal-send-refused = { $name }, { $before } → { $after }: { $reason }

## Plans

terminal-plan-would = { $changes } would be sent: { $denied } not allowed, { $conflicts } in conflict, { $already } so already.
terminal-plan-asks = { $reason } It is asked for then.
terminal-plan-exported = { $count ->
    [one] { $count } change. It still waits here: drop it once somebody else has sent it.
   *[other] { $count } changes. They still wait here: drop them once somebody else has sent them.
}
terminal-plan-imported = It is held. Look at it by: rollcall-cli outbox plan
terminal-plan-unreadable = The plan could not be read from { $path }: { $cause }.

## Conflicts

terminal-conflicts-none = Nothing is in conflict.
terminal-conflicts-decide = Decide by: rollcall-cli outbox resolve theirs|mine|combined|drop ID
terminal-resolve-none = No change in conflict can be decided so.
terminal-resolve-no-conflict = { $name }, { $subject }: it is not in conflict.
terminal-resolve-nothing-to-keep = { $name }, { $subject }: there is nothing to keep. Drop the change, by: outbox resolve drop
terminal-resolve-something-to-keep = { $name }, { $subject }: there is something to keep. Keep it, by: outbox resolve theirs; or ask for yours again, by: outbox resolve mine
terminal-resolve-overlap = { $name }, { $subject }: both edits are of the same, and can't be combined. Decide for theirs or mine.
terminal-kept-theirs = { $count ->
    [one] What is on the server stays. Dropped { $count } change.
   *[other] What is on the server stays. Dropped { $count } changes.
}
