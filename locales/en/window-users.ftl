# The list of users: its columns, details, selection and what is done to those selected.

## The list

row-role-was = was
filters-label = Filters
filters-workspace = Workspace
filters-activity = Activity
filters-clear = Clear filters

## Selecting

selection-label = Selection
selection-some = { $count } selected
selection-all-users = { $count ->
    [one] All { $count } user selected
   *[other] All { $count } users selected
}
selection-all-matches = { $count ->
    [one] All { $count } match selected
   *[other] All { $count } matches selected
}
selection-select-users = { $count ->
    [one] Select all { $count } user
   *[other] Select all { $count } users
}
selection-select-matches = { $count ->
    [one] Select all { $count } match
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
