# General, settings, roles; the switcher, removing and ending an organization.

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
    [one] Send or export it first, or it is lost.
   *[other] Send or export them first, or they are lost.
}
remove-send = { $changes ->
    [one] Send { $changes } change
   *[other] Send { $changes } changes
}
remove-look = { $changes ->
    [one] Look at it in the Outbox
   *[other] Look at them in the Outbox
}
remove-none-sendable = { $changes ->
    [one] It can't be sent as it is: look at it in the Outbox.
   *[other] None of them can be sent as it is: look at them in the Outbox.
}
remove-type-to-discard = Type { $text } to discard what waits
remove-type-all-the-same = Type { $text } to remove it all the same
remove-leave-secrets = Remove the files all the same. The key and the token stay in the keychain.
remove-no-keychain = No system keychain is available, and the key of this organization is in it. Nothing was removed.
remove-confirm = Remove { $name }
remove-confirm-discard = Discard { $changes } and remove { $name }
remove-busy = Removing…
remove-done = { $name } was removed from this computer.

## General

general-title = General
general-information = Information
general-edit-information = Edit the organization's information…
general-delete-heading = Delete the organization
general-delete = Delete organization…
general-delete-action = Delete the organization…
general-delete-what = Deletes every user, workspace and contact on the server, and ends every session. What goes is counted before, and the name is typed to confirm.
general-billing = Billing information
edit-information = Edit information
edit-billing-details = Edit billing details

## Ending the organization, or its subscription

ending-organization = Delete { $name }?
ending-organization-confirm = Delete { $name }
ending-subscription = Cancel the subscription?
ending-subscription-confirm = Cancel the subscription
ending-keep-subscription = Keep it
ending-moment = One moment
ending-deleted = Deleted
ending-deleted-what = Every session has ended, and nothing can be changed any more. Keep what was read to look at it and export it, or remove it from this computer.
ending-keep-read = Keep what was read
ending-goes = { $users ->
    [one] { $users } user
   *[other] { $users } users
}, { $workspaces ->
    [one] { $workspaces } workspace
   *[other] { $workspaces } workspaces
} and { $contacts ->
    [one] { $contacts } contact
   *[other] { $contacts } contacts
} are deleted on the server.
ending-goes-at-least = { $users ->
    [one] { $users } user
   *[other] { $users } users
}, { $workspaces ->
    [one] { $workspaces } workspace
   *[other] { $workspaces } workspaces
} and at least { $contacts ->
    [one] { $contacts } contact
   *[other] { $contacts } contacts
} are deleted on the server.
ending-goes-uncounted = { $users ->
    [one] { $users } user
   *[other] { $users } users
}, { $workspaces ->
    [one] { $workspaces } workspace
   *[other] { $workspaces } workspaces
} and contacts that this server doesn't count are deleted on the server.
ending-goes-subscription = The subscription ({ $status }) ends at once.
ending-signed-out = Everybody is signed out at once, you too.
ending-never-sent = { $changes ->
    [one] { $changes } change in the Outbox is never sent.
   *[other] { $changes } changes in the Outbox are never sent.
}
ending-no-undo = This can't be undone. What was last read stays on this computer to be looked at, until you remove it.
ending-at-once = It ends at once.
ending-on = It ends on { $date }, and until then everything works.
ending-with-period = It ends when the period ends, and until then everything works.
ending-afterwards = After that nobody can be added, reactivated or invited. Users, workspaces and contacts stay.
ending-until-then = Until it ends you can change your mind: keep the subscription.
