# The list of users: its columns, details, selection and what is done to those selected.

## The list

users-title = Users
users-title-incomplete = Users, incomplete
users-pending = { $count } pending
users-incomplete = incomplete
users-columns = Columns
users-search = Search name or e-mail
users-search-label = Search users by name or e-mail
users-failed = The list can't be shown
users-nobody-matches = Nobody matches
users-nobody-has-all = No user has all of the chosen properties.
users-nobody-contains = No name or e-mail contains “{ $search }”.
users-nobody-contains-filtered = No name or e-mail contains “{ $search }” with these filters.
users-reading = Reading the users
users-reading-why = They appear here as they arrive.
users-no-list-why = It loads as soon as the server answers.
users-none = No users
users-none-why = The server has no users in this organization.
filters-label = Filters
filters-workspace = Workspace
filters-activity = Activity
filters-clear = Clear filters

## Selecting

selection-label = Selection
selection-some = { $count } selected
selection-all-users = { $count ->
    [one] The only user selected
   *[other] All { $count } users selected
}
selection-all-matches = { $count ->
    [one] The only match selected
   *[other] All { $count } matches selected
}
selection-select-users = { $count ->
    [one] Select the only user
   *[other] Select all { $count } users
}
selection-select-matches = { $count ->
    [one] Select the only match
   *[other] Select all { $count } matches
}
selection-deselect = Clear the selection
selection-clear = Clear

## What the actions that end something do, beside each other

compared-title = Suspend, delete or revoke?

## Views

views-delete-title = Delete the view { $name }?
views-delete-intro = Only the view goes. The users that it shows are not touched.
views-delete = Delete { $name }
views-deleted = Deleted: { $name }.
views-label = Views
views-all = All users
views-changed = changed
views-save = Save view…
views-keep = Save changes to { $name }
views-rename = Rename { $name }…
views-delete-asking = Delete { $name }…
views-saved = Saved: { $name }.
views-name-new = Save view
views-name-new-intro = Keeps the search, the filters, the order and the columns under a name, on this computer.
views-name-other-title = Rename { $name }
views-name-other = Rename view

## Choosing columns

columns-intro = Space shows or hides a column, Alt with ↑ and ↓ moves it, ← and → make it narrower and wider.
columns-show = Show these columns
columns-always = always shown
columns-pixels = { $pixels } px
columns-place-and-width = Place and width of { $column }
columns-earlier = Earlier
columns-earlier-label = Move { $column } earlier
columns-later = Later
columns-later-label = Move { $column } later
columns-narrower = Narrower
columns-narrower-label = Make { $column } narrower
columns-wider = Wider
columns-wider-label = Make { $column } wider
columns-usual = Usual width
columns-usual-label = Usual width for { $column }
columns-said-usual = { $column } has its usual width
columns-said-name = The name is always shown.
columns-said-shown = { $column } shown
columns-said-hidden = { $column } hidden
columns-said-end = { $column } can't move further.
columns-said-place = { $column } is column { $place } of { $total }
columns-said-width = { $column } { $pixels } pixels wide

## Exporting and copying

export-label = Export
export-asking = Export…
export-to-file = Export to a file…
export-json = JSON, for programs
export-title = { $count ->
    [one] Export { $count } user
   *[other] Export { $count } users
}
export-title-selected = { $count ->
    [one] Export { $count } selected user
   *[other] Export { $count } selected users
}
export-intro = Every row of the list, with the columns of the list: { $columns }.
export-intro-selected = Those selected, with the columns of the list: { $columns }.
export-incomplete = { $loaded } loaded: the file will not be complete.
export-incomplete-of = { $loaded } of about { $expected } loaded: the file will not be complete.
export-as-of = The list is as of { $moment }.
export-waiting = Changes that wait are laid over it and marked.
export-not-encrypted = The file holds people's data and is not encrypted; only your account on this computer may read it.
export-progress = { $written } of { $total } written
export-progress-label = Written
export-done = { $count ->
    [one] { $count } user written to { $file }.
   *[other] { $count } users written to { $file }.
}
copy-csv = Copy as CSV
copy-addresses = Copy e-mail addresses
copied-users = { $count ->
    [one] Copied: { $count } user.
   *[other] Copied: { $count } users.
}
copied-addresses = { $count ->
    [one] Copied: { $count } e-mail address.
   *[other] Copied: { $count } e-mail addresses.
}

## After a change was asked for

announce-change = { $name }, { $changes }
announce-done = Done: { $what }.

## Details of one user

details-label = Details
details-back = Back to the list
details-close = Close details
details-you = (you)
details-overview = Overview
details-workspaces = Workspaces { $count }
details-access = Access
details-no-contacts = None
details-contacts = { $workspaces ->
    [one] { $contacts } in { $workspaces } workspace
   *[other] { $contacts } in { $workspaces } workspaces
}
details-more-workspaces = { $count ->
    [one] { $count } more workspace
   *[other] { $count } more workspaces
}
details-take-back-all = Take back all { $count }
details-review = Review in Outbox
details-no-access = No access to any workspace.
details-none-assigned = None is assigned.
details-adding = adding
details-removing = removing
details-replace-email = Replace e-mail…
details-view-access = View access
details-edit = Edit
details-active-since = Active since { $date }
details-invited = Invited
details-invited-at = Invited { $sent }
details-invited-until = Invited, expires { $until }
details-invited-at-until = Invited { $sent }, expires { $until }
details-invitation-expired = Invitation expired { $moment }
details-invitation-failed = Invitation failed: { $reason }
details-activity-not-reported = Not reported by the server

## Editing one user

edit-user-title = Edit { $name }
edit-user-title-unread = Edit access
edit-user-title-read-only = Access of { $name }
edit-user-read-only = View only. Each choice says why.
edit-user-waits = { $email } waits to be added. What you change here is sent after that.
edit-user-profile = Profile
edit-user-picture-help = The https address of a picture; empty for initials.
edit-user-save = Save changes to { $name }
edit-user-save-count = { $count ->
    [one] Save { $count } change to { $name }
   *[other] Save { $count } changes to { $name }
}
edit-user-access = access
edit-user-no-access = no access
edit-user-no-name = No name
edit-user-no-picture = No picture

## Changing one or many: the preview

preview-choose-role = Choose a role to see what would change.
preview-choose-workspaces = Choose workspaces to see what would change.
preview-counts = { $changing }, { $already } already so, { $refused } not allowed.
preview-changing = { $count ->
    [one] { $count } user will change
   *[other] { $count } users will change
}
preview-lost = Workspaces lost
preview-lost-count = Workspaces lost: { $count }
preview-whom = Whom it is about
preview-nobody = Nobody.
preview-more = Show more ({ $count } left)
