# Workspaces.

## The list

workspaces-title = Workspaces
workspaces-incomplete = Workspaces, incomplete
workspaces-count-incomplete = { $count } · incomplete
workspaces-search = Search workspaces
workspaces-search-by-name = Search workspaces by name
workspaces-new = New workspace
workspaces-column-users = Users
workspaces-to-be-created = to be created
workspaces-nothing-matches = Nothing matches
workspaces-no-such-name = No workspace has “{ $search }” in its name.
workspaces-clear-search = Clear search
workspaces-reading = Reading the workspaces
workspaces-none = No workspaces yet
workspaces-none-what = Users are granted access to workspaces. There is none in this organization.

## One workspace

workspace-rename = Rename…
workspace-delete = Delete…
workspace-added = added { $date }
workspace-waiting-adds = { $adding ->
    [one] Waiting in Outbox: { $adding } user to add.
   *[other] Waiting in Outbox: { $adding } users to add.
}
workspace-waiting-removes = { $removing ->
    [one] Waiting in Outbox: { $removing } user to remove.
   *[other] Waiting in Outbox: { $removing } users to remove.
}
workspace-waiting-both = Waiting in Outbox: { $adding ->
    [one] { $adding } user
   *[other] { $adding } users
} to add, { $removing ->
    [one] { $removing } user
   *[other] { $removing } users
} to remove.
workspace-needs-you = { $count ->
    [one] { $count } change of who is in it needs you.
   *[other] { $count } changes of who is in it need you.
}
workspace-people = People
workspace-people-of = Who is in { $name }
workspace-people-search = Search who is in it
workspace-people-search-by = Search who is in it by name or e-mail
workspace-people-none = Nobody is in this workspace yet.
workspace-people-no-match = Nobody in it has “{ $search }” in their name or e-mail.
workspace-people-add = Add people…
workspace-people-remove = Remove…

## A workspace's name

workspace-name = Name
workspace-create-intro = People can be added to it at once, also before the server has it.
workspace-create = Create workspace
workspace-rename-heading = Rename { $name }
workspace-rename-intro = Who is in it and what it holds stay as they are.
workspace-rename-confirm = Rename workspace

## Adding people to a workspace

pick-heading = Add people to { $name }
pick-intro = Or leave it empty for now: people can be added at any time.
pick-list = Users
pick-nobody = Nobody is selected.
pick-selected = { $count } selected.
pick-next-add = { $count ->
    [one] Next: add { $count } user
   *[other] Next: add { $count } users
}

## Deleting a workspace

workspace-delete-heading = Delete { $name }?
workspace-delete-confirm = Delete { $name }
workspace-delete-not-created = It waits to be created and will not be: nothing was sent yet.
workspace-delete-nobody = Nobody loses access.
workspace-delete-users = { $count ->
    [one] { $count } user loses access at once.
   *[other] { $count } users lose access at once.
}
workspace-delete-contacts-unknown = How many contacts it holds is unknown here.
workspace-delete-no-contacts = It holds no contacts.
workspace-delete-contacts = { $count ->
    [one] { $count } contact in it goes with it.
   *[other] { $count } contacts in it go with it.
}
workspace-delete-no-undo = This can't be undone.
workspace-delete-dropped = { $count ->
    [one] { $count } change in the Outbox is dropped with it.
   *[other] { $count } changes in the Outbox are dropped with it.
}

## A user's workspaces, to choose

checks-chosen = { $chosen } of { $count }
checks-filter = Filter workspaces
checks-none = There is no workspace in this organization yet.
checks-no-such-name = No workspace has this name.
