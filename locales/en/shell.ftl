# What the system shows: menus, and questions outside of the window.

## The program

shell-no-home = This system names no folder for a program's data. Start with --home DIR.
shell-no-browser = No browser could be started: { $cause }.
shell-file-as-bytes = A file comes as bytes, with what belongs to it.
demo-no-role = The demo has no { $role }.
demo-no-message = No message of the demo has this link.
demo-not-open = The demo organization is not open.
demo-mailbox-only = Only the demo organization has a mailbox.

## Help of the command line

help-window = Manages an organization's users, and shows them offline
help-window-home = Keep the profile in this folder
help-window-demo = Open the demo organization: a real server in this process, with made-up people
help-window-self-test = Open a window, look whether everything works on this computer, print what was found, and end with status 0 or 1
help-window-print-tokens = Print the demo server's address and its tokens as one line of JSON, once it runs

## The titles of the system's dialogs

dialog-refused-lines = Save refused lines
dialog-journal = Export the journal
dialog-invoice = Save invoice
dialog-users = Export users
dialog-plan = Export a plan

## The menu bar of macOS, in the system's own words

menu-about = About { $program }
menu-settings = Settings…
menu-services = Services
menu-hide = Hide { $program }
menu-hide-others = Hide Others
menu-show-all = Show All
menu-quit = Quit { $program }
menu-file = File
menu-close-window = Close Window
menu-edit = Edit
menu-undo = Undo
menu-redo = Redo
menu-cut = Cut
menu-copy = Copy
menu-paste = Paste
menu-select-all = Select All
menu-view = View
menu-fullscreen = Toggle Full Screen
menu-window = Window
menu-minimize = Minimize
menu-zoom = Zoom

## Quitting while changes wait

quit-title = Quit { $program }?
quit-waiting = { $count ->
    [one] 1 change waits in Outbox and will not be sent while { $program } is closed. Nothing is lost: they go out when it is opened again.
   *[other] { $count } changes wait in Outbox and will not be sent while { $program } is closed. Nothing is lost: they go out when it is opened again.
}
quit-quit = Quit
quit-stay = Keep { $program } Open

## What was looked at to tell whether the program works here

check-window = window
check-profile-folder = profile folder
check-database = database
check-keychain = keychain
check-organization = organization
check-window-drawn = The window is drawn, and reaches the program.
check-window-blank = The window opened and shows nothing. { $cause }
check-window-untold = It could not tell what it drew.
check-window-slow = The window drew nothing within { $seconds } s.
check-window-cure = Update the graphics driver and the system's web view, then try again.
no-screen = There is no screen to open a window on. Start Rollcall in a desktop session; rollcall-cli needs none.
check-folder-works = { $path } can be read and written.
check-database-works = A database was encrypted, read back, and refused under another key.
check-database-plain = The database was written without encryption.
check-database-open = The database opened under a key that it was not made with.
check-keychain-works = The system's keychain keeps a secret and gives it back.
check-key-file-works = The key file keeps a secret and gives it back.
check-session-works = This session keeps a secret and gives it back.
check-keychain-other = The place for secrets gave back another secret than it was given.
check-organization-fails = { $name }: { $cause }
check-organization-works = { $name }: { $users ->
    [one] { $users } user in the list
   *[other] { $users } users in the list
}, { $waiting ->
    [one] { $waiting } change waits
   *[other] { $waiting } changes wait
}, { $lines ->
    [one] { $lines } line of the journal holds
   *[other] { $lines } lines of the journal hold
}.
