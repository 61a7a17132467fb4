# What is done to users, one by name or several by number: titles, questions, buttons, consequences.

## As a button or a menu names it

act-set-role = Change role
act-add-to-workspaces = Add to workspaces
act-remove-from-workspaces = Remove from workspaces
act-resend-invitation = Resend invitation
act-revoke-invitation = Revoke invitation
act-suspend = Suspend
act-reactivate = Reactivate
act-delete = Delete

## The question of the dialog

ask-delete = Delete { $name } from { $organization }?
ask-delete-many = { $count ->
    [one] Delete { $count } user from { $organization }?
   *[other] Delete { $count } users from { $organization }?
}
ask-suspend = Suspend { $name }?
ask-suspend-many = { $count ->
    [one] Suspend { $count } user?
   *[other] Suspend { $count } users?
}
ask-reactivate = Reactivate { $name }?
ask-reactivate-many = { $count ->
    [one] Reactivate { $count } user?
   *[other] Reactivate { $count } users?
}
ask-resend = Resend the invitation of { $name }?
ask-resend-many = { $count ->
    [one] Resend the invitation of { $count } user?
   *[other] Resend the invitations of { $count } users?
}
ask-revoke = Revoke the invitation of { $name }?
ask-revoke-many = { $count ->
    [one] Revoke the invitation of { $count } user?
   *[other] Revoke the invitations of { $count } users?
}
ask-set-role = Change the role of { $name }
ask-set-role-many = { $count ->
    [one] Change the role of { $count } user
   *[other] Change the role of { $count } users
}
ask-add = Add { $name } to workspaces
ask-add-many = { $count ->
    [one] Add { $count } user to workspaces
   *[other] Add { $count } users to workspaces
}
ask-add-to = Add { $name } to { $workspace }
ask-add-to-many = { $count ->
    [one] Add { $count } user to { $workspace }
   *[other] Add { $count } users to { $workspace }
}
ask-remove = Remove { $name } from workspaces
ask-remove-many = { $count ->
    [one] Remove { $count } user from workspaces
   *[other] Remove { $count } users from workspaces
}
ask-remove-from = Remove { $name } from { $workspace }
ask-remove-from-many = { $count ->
    [one] Remove { $count } user from { $workspace }
   *[other] Remove { $count } users from { $workspace }
}

## The button that does it

do-set-role = Change role of { $name }
do-set-role-many = { $count ->
    [one] Change role of { $count } user
   *[other] Change role of { $count } users
}
do-add = Add { $name }
do-add-many = { $count ->
    [one] Add { $count } user
   *[other] Add { $count } users
}
do-remove = Remove { $name }
do-remove-many = { $count ->
    [one] Remove { $count } user
   *[other] Remove { $count } users
}
do-resend = Resend to { $name }
do-resend-many = { $count ->
    [one] Resend to { $count } user
   *[other] Resend to { $count } users
}
do-revoke = Revoke invitation of { $name }
do-revoke-many = { $count ->
    [one] Revoke { $count } invitation
   *[other] Revoke { $count } invitations
}
do-suspend = Suspend { $name }
do-suspend-many = { $count ->
    [one] Suspend { $count } user
   *[other] Suspend { $count } users
}
do-reactivate = Reactivate { $name }
do-reactivate-many = { $count ->
    [one] Reactivate { $count } user
   *[other] Reactivate { $count } users
}
do-delete = Delete { $name }
do-delete-many = { $count ->
    [one] Delete { $count } user
   *[other] Delete { $count } users
}

## What comes with it: of one by name, of one or several by number

comes-not-added = { $name } waits to be added and will not be: nothing was sent yet.
comes-not-added-many = { $count ->
    [one] { $count } user waits to be added and will not be: nothing was sent yet.
   *[other] { $count } users wait to be added and will not be: nothing was sent yet.
}
comes-access = { $workspaces ->
    [one] { $name } loses access to { $workspaces } workspace at once.
   *[other] { $name } loses access to { $workspaces } workspaces at once.
}
comes-access-one = { $workspaces ->
    [one] The user loses access to { $workspaces } workspace at once.
   *[other] The user loses access to { $workspaces } workspaces at once.
}
comes-access-many = { $workspaces ->
    [one] They lose access to { $workspaces } workspace at once.
   *[other] They lose access to { $workspaces } workspaces at once.
}
comes-contacts = { $contacts ->
    [one] { $contacts } contact assigned to { $name } becomes unassigned.
   *[other] { $contacts } contacts assigned to { $name } become unassigned.
}
comes-contacts-one = { $contacts ->
    [one] { $contacts } contact assigned to this user becomes unassigned.
   *[other] { $contacts } contacts assigned to this user become unassigned.
}
comes-contacts-many = { $contacts ->
    [one] { $contacts } contact assigned to them becomes unassigned.
   *[other] { $contacts } contacts assigned to them become unassigned.
}
comes-no-contact = No contact is assigned.
comes-nothing-lost = No access to a workspace and no assigned contact is lost.
comes-contacts-unknown = How many contacts are assigned is unknown here.
comes-contacts-unknown-many = How many contacts are assigned to { $users } of them is unknown here.
comes-no-way-back = This can't be undone: a new invitation would be needed.
comes-suspended = { $name } can't sign in until an Admin reactivates the user. Role, workspaces and contacts stay.
comes-suspended-one = The user can't sign in until an Admin reactivates the user. Role, workspaces and contacts stay.
comes-suspended-many = They can't sign in until an Admin reactivates them. Role, workspaces and contacts stay.
comes-reactivated = { $name } can sign in again, with the role and the workspaces as before.
comes-reactivated-one = The user can sign in again, with the role and the workspaces as before.
comes-reactivated-many = They can sign in again, with the role and the workspaces as before.
comes-resent = A new e-mail is sent. The link in the one before stops working.
comes-resent-many = A new e-mail is sent to each. The links in those before stop working.
comes-dropped = { $count ->
    [one] { $count } change in the Outbox is dropped with it.
   *[other] { $count } changes in the Outbox are dropped with it.
}
comes-on-its-way = { $count ->
    [one] { $count } change is on the way already and can't be taken back.
   *[other] { $count } changes are on the way already and can't be taken back.
}

## Whom it is about

verdict-will-change = Will change
verdict-already-so = Already so
verdict-not-allowed = Not allowed

## What suspend, delete and revoke do, beside each other

compared-for = For
compared-for-anybody = any user
compared-for-invited = who has not accepted
compared-signing-in = Signing in
compared-signing-in-suspended = not until reactivated
compared-signing-in-deleted = never again
compared-signing-in-revoked = the link stops working
compared-workspaces-kept = kept
compared-workspaces-lost = lost at once
compared-contacts-kept = stay assigned
compared-contacts-lost = become unassigned
compared-address-taken = still taken
compared-address-free = free again
compared-undone = Can be undone
compared-undone-reactivate = yes: Reactivate
compared-undone-invite = no: invite again
