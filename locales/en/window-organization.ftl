# General, billing, settings, roles; connecting, signing in and removing.

## Settings

settings-title = Settings
settings-address = Address
settings-signed-in-as = Signed in as
settings-nobody-said = The server doesn't say
settings-not-offered = Not offered
settings-keep = Sign-in kept
settings-keep-keychain = In the system keychain.
settings-keep-key-file = In a key file in the profile folder, which protects no better than that folder.
settings-keep-session = Nowhere: it is forgotten, with the list, when Rollcall closes.
settings-keep-demo = Nowhere: the demo organization lives until Rollcall closes.
settings-sign-in-again = Sign in again…
settings-remove = Remove from this computer…
settings-rows = Rows of the list
settings-rows-comfortable = Comfortable: name above e-mail
settings-rows-compact = Compact: both on one line
settings-language = Language
settings-language-system = As the system
settings-keys = Keyboard
settings-about = About
settings-version = Version { $version }

## The switcher

switcher-organizations = Organizations
switcher-add = Add an organization…
switcher-remove = Remove { $name }…
switcher-organization = Organization
switcher-demo = Demo
switcher-role-unknown = Role unknown
switcher-you-are = You are { $role }

## Removing an organization from this computer

remove-heading = Remove { $name } from this computer?
remove-intro = Nothing changes on the server. From this computer goes:
remove-keychain = The key and the token in the system keychain, before anything else
remove-key-file = The token, and the key file if no other organization needs it
remove-session = The token, which was kept for this session only
remove-list = The list of users, their pictures, and the saved views
remove-outbox-and-journal = The Outbox and the journal
remove-outbox-and-lines = { $lines ->
    [one] The Outbox and the journal of { $lines } line
   *[other] The Outbox and the journal of { $lines } lines
}
remove-export-first = Export the journal first…
remove-unread = It can't be opened now: { $why }
remove-looking = Looking at what waits…
remove-waiting = { $changes ->
    [one] { $changes } change waits here that the server doesn't have.
   *[other] { $changes } changes wait here that the server doesn't have.
}
remove-waiting-lost = { $changes ->
    [one] Send it first, or it is lost.
   *[other] Send them first, or they are lost.
}
remove-send = { $changes ->
    [one] Send { $changes } change
   *[other] Send { $changes } changes
}
remove-look = { $changes ->
    [one] Look at it in the Outbox
   *[other] Look at them in the Outbox
}
remove-none-sendable = None of them can be sent as it is: look at them in the Outbox.
remove-type-to-discard = Type { $text } to discard what waits
remove-type-all-the-same = Type { $text } to remove it all the same
remove-leave-secrets = Remove the files all the same. The key and the token stay in the keychain.
remove-no-keychain = No system keychain is available, and the key of this organization is in it. Nothing was removed.
remove-confirm = Remove { $name }
remove-confirm-discard = Discard { $changes } and remove { $name }
remove-busy = Removing…
remove-done = { $name } was removed from this computer.
