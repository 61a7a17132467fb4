# Everything that can be done from anywhere, by name and by key.

## The palette

commands-title = Commands
commands-find = Find a command
commands-none = No command has this name.
commands-counted = { $count ->
    [one] { $count } command
   *[other] { $count } commands
}

## Commands on users

command-search-users = Search users
command-add-many = Add many users at once
command-edit = Edit role, workspaces and profile
command-replace-email = Replace an e-mail…
command-no-user = Move to a user in the list first.

## Commands on workspaces

command-add-people = Add people to a workspace…
command-rename-workspace = Rename a workspace…
command-delete-workspace = Delete a workspace…
command-no-workspace = Move to a workspace in the list first.

## Commands on the Outbox

command-take-back = Take back the last waiting change
command-take-back-none = No change waits, so there is nothing to take back.
command-send = Send what waits in the Outbox
command-review = Review the Outbox before sending…
command-let-go = Let changes go out by themselves again

## Commands on the list

command-refresh = Refresh the list from the server
command-clear-none = Nothing narrows the list.
command-view-all = Show all users
command-view = Show the view { $name }
command-select-all = Select all that match
command-selected = Selected: { $title }
command-save-view = Save what the list shows as a view…
command-export = Export what the list shows to a file…
command-copy = Copy what the list shows as CSV
command-columns = Choose the columns of the list…
command-filter-role = Filter by role: { $choice }
command-filter-state = Filter by state: { $choice }
command-filter-activity = Filter by activity: { $choice }
command-unfilter-role = Drop the filter role: { $choice }
command-unfilter-state = Drop the filter state: { $choice }
command-unfilter-activity = Drop the filter activity: { $choice }
command-rows-comfortable = Comfortable rows
command-rows-compact = Compact rows

## Going somewhere

command-go-users = Go to Users
command-go-workspaces = Go to Workspaces
command-go-general = Go to General
command-go-billing = Go to Billing
command-go-outbox = Go to Outbox
command-go-demo-mailbox = Go to Demo mailbox
command-go-settings = Go to Settings
command-go-journal = Go to Journal
command-next-pane = Next pane
command-previous-pane = Previous pane
command-leave = Leave

## Commands of the window

command-find = Find a command by name
command-keys = Show the keys
command-open = Open { $name }
command-remove = Remove this organization from this computer…

## What keys do where the focus is

keys-move = Move in the list
keys-details = Show the details of the user
keys-select = Select the user, or leave them out
keys-extend = Extend the selection
keys-reorder = In the Outbox: send what is about this user earlier, later
keys-confirm = Confirm a dialog
keys-leave = Close, clear the selection, leave the search, in that order

## As keys are labelled

key-ctrl = Ctrl
key-shift = Shift
key-alt = Alt
key-enter = Enter
key-space = Space
key-delete = Delete
key-home = Home
key-end = End
key-page-up = Page Up
key-page-down = Page Down
key-escape = Esc
