# What the terminal's program says: starting, questions, lists, the journal. What has to be typed stays as it is.

## Starting

terminal-no-keychain = The keychain can't be used on this machine: { $cause }.
terminal-no-network = The network can't be used on this machine: { $cause }.
terminal-no-home = This system names no folder for a program's data. Name one by --home.
terminal-key-file = Or name a key file, which protects no better than its folder: --key-file FILE
terminal-which-key-file = Name the key file that this profile was made with: --key-file FILE
terminal-sign-in = Sign in with a token of the same user: rollcall-cli sign-in --token-file FILE
terminal-new-token = Ask whoever runs the server for a new one.
terminal-no-output = The output can't be written: { $cause }.

## Where a token comes from

terminal-token-none = No token was given. Name a file that holds it by --token-file, or pipe it in.
terminal-token-twice = Give the token by --token-file or by --token-fd, not by both.
terminal-token-exposed = Others can read the token file { $path }. Allow its owner alone (chmod 600), or ask for a new token if somebody may have.
terminal-token-no-descriptor = On this system a token comes by --token-file, or by --token-fd 0 (standard input).
terminal-token-unreadable = The token can't be read from { $place }: { $cause }.
terminal-token-too-long = { $place } is too long to be a token.
terminal-standard-input = standard input
terminal-descriptor = file descriptor { $number }

## Before something risky is done

terminal-type = { $reason } Type { $text } to confirm:
terminal-typed-another = Something else was typed, and nothing was done.
terminal-do = Do it by --yes.
terminal-look-or-do = Look at it by --dry-run; do it by --yes.
terminal-look-or-send = Look at it by: rollcall-cli outbox list; send it by --yes.

## Organizations

terminal-connected = Connected { $name } ({ $url }).
terminal-connected-as = Connected { $name } ({ $url }) as { $role }.
terminal-none-connected = No organization is connected. Begin with: rollcall-cli connect URL
terminal-none-connected-called = No organization is connected, so none is called { $named }. Begin with: rollcall-cli connect URL
terminal-which-organization = Which organization? Name one by --organization: { $names }.
terminal-no-organization = No organization is called { $named }. There are: { $names }.
terminal-several-organizations = { $named } can mean several organizations. Name one by its id: { $which }.
terminal-untold-whose = The server doesn't tell whom the token belongs to: decisions are left to it.

## Removing an organization from this computer

terminal-remove-all = { $name } and all that is known of it here go from this computer. The server keeps it.
terminal-remove-changes = { $reason } Send them by: rollcall-cli outbox send. Or give them up by: --discard { $changes }
terminal-removed-nothing = Nothing was removed.
terminal-removed = Removed { $name } from this computer.
terminal-removed-with = { $count ->
    [one] Removed { $name } from this computer, with 1 change that was not sent.
   *[other] Removed { $name } from this computer, with { $count } changes that were not sent.
}

## Reading from the server

terminal-nothing-read = Nothing was read from the server yet. Begin with: rollcall-cli sync
terminal-user-unreadable = A user could not be read: { $reason }
terminal-read-everything = Read everything: { $users ->
    [one] { $users } user
   *[other] { $users } users
}, { $workspaces ->
    [one] { $workspaces } workspace
   *[other] { $workspaces } workspaces
} ({ $bytes } bytes).
terminal-read-new = Read what is new: { $users ->
    [one] { $users } user
   *[other] { $users } users
}, { $workspaces ->
    [one] { $workspaces } workspace
   *[other] { $workspaces } workspaces
} ({ $bytes } bytes).
terminal-reading = { $loaded ->
    [one] { $loaded } user
   *[other] { $loaded } users
}
terminal-reading-of = { $total ->
    [one] { $loaded } of { $total } user
   *[other] { $loaded } of { $total } users
}

## How old a list is

terminal-users = { $users ->
    [one] { $written } of { $users } user, as of { $moment }.
   *[other] { $written } of { $users } users, as of { $moment }.
}
terminal-users-some-time = { $users ->
    [one] { $written } of { $users } user, as of an unknown time.
   *[other] { $written } of { $users } users, as of an unknown time.
}
terminal-users-incomplete = { $written ->
    [one] { $written } user listed, { $loaded } loaded: the list is not complete. Read it by: rollcall-cli sync
   *[other] { $written } users listed, { $loaded } loaded: the list is not complete. Read it by: rollcall-cli sync
}
terminal-users-incomplete-of = { $written ->
    [one] { $written } user listed, { $loaded } of about { $expected } loaded: the list is not complete. Read it by: rollcall-cli sync
   *[other] { $written } users listed, { $loaded } of about { $expected } loaded: the list is not complete. Read it by: rollcall-cli sync
}
terminal-workspaces = { $count ->
    [one] { $count } workspace, as of { $moment }.
   *[other] { $count } workspaces, as of { $moment }.
}
terminal-workspaces-some-time = { $count ->
    [one] { $count } workspace, as of an unknown time.
   *[other] { $count } workspaces, as of an unknown time.
}
terminal-workspaces-granted = { $count ->
    [one] { $count } workspace is granted to you, as the server last told.
   *[other] { $count } workspaces are granted to you, as the server last told.
}
terminal-workspaces-incomplete = { $count ->
    [one] { $count } workspace: the list is not complete. Read it by: rollcall-cli sync
   *[other] { $count } workspaces: the list is not complete. Read it by: rollcall-cli sync
}
terminal-invoices = { $count ->
    [one] { $count } invoice, as of { $moment }.
   *[other] { $count } invoices, as of { $moment }.
}
terminal-invoices-some-time = { $count ->
    [one] { $count } invoice, as of an unknown time.
   *[other] { $count } invoices, as of an unknown time.
}

## What is named on the command line and isn't there

terminal-no-workspace = No workspace is called { $named }. The list tells which there are: rollcall-cli workspaces list
terminal-several-workspaces = { $named } can mean several workspaces. Name one by its id: { $which }.
terminal-no-view = No view is called { $name }. There are: { $names }.
terminal-no-view-saved = No view is called { $name }. None was saved yet.

## Files

terminal-export-format = An export is CSV or JSON. Say which: --format csv or --format json.
terminal-export-would = { $count ->
    [one] Would write { $count } user. Nothing was written.
   *[other] Would write { $count } users. Nothing was written.
}
terminal-invoice-saved = Invoice { $number } is in { $file }.
terminal-report-written = The report is in { $path }. It holds no names, addresses or tokens.
terminal-report-not-written = The report can't be written to { $path }: { $cause }.
terminal-manual-not-written = The manual pages can't be written into { $path }: { $cause }.
terminal-file-unreadable = { $path } can't be read: { $cause }.
terminal-file-not-written = { $path } can't be written: { $cause }.
terminal-file-there = { $path } is there already, and nothing is written over. Name a new file.

## Whether something is allowed

terminal-allowed = allowed
terminal-allowed-so = allowed. { $reason }
terminal-left = left to the server
terminal-left-because = left to the server. { $reason }

## The journal

terminal-journal-empty = The journal is empty.
terminal-journal-no-match = No line of the journal matches.
terminal-journal-missing = Lines that are missing are found by: rollcall-cli journal verify
terminal-journal-format = An export is JSON Lines or CSV. Say which: --format json or --format csv.
terminal-journal-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
terminal-journal-unbroken = { $count ->
    [one] { $count } line, unbroken since { $since }.
   *[other] { $count } lines, unbroken since { $since }.
}
terminal-journal-before = { $count ->
    [one] The { $count } line before it holds, from { $since } on.
   *[other] The { $count } lines before it hold, from { $since } on.
}
terminal-journal-chosen = { $count ->
    [one] { $count } line, chosen from a longer journal, as it was written. That none was left out can't be told.
   *[other] { $count } lines, chosen from a longer journal, each as it was written. That none of them was left out can't be told.
}
terminal-journal-from = Exported from { $organization }, { $moment }.
terminal-journal-seal = Its seal, to be kept elsewhere and compared with --kept: { $seal }
