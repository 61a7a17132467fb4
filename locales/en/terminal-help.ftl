# The help of the terminal's program: its commands and their options. What has to be typed stays as it is.

## The program, and the options of every command

help-program = Manages an organization's users, and shows them offline
help-exit-status = Exit status: 0 done or queued, 1 refused or failed, 2 wrong use.
help-of-every-command = Options of every command
help-format = How answers are written
help-format-table = Aligned columns, for people, in their language
help-format-json = Stable, for programs, and always in English; docs/cli.md describes it
help-format-csv = For spreadsheets, and always in English; no cell is taken for a formula
help-verbose = Tell what happens on the error stream; more with -vv and -vvv. ROLLCALL_LOG takes a filter
help-home = The profile folder [default: the one that the window uses]
help-key-file = A key file (mode 600) in place of the keychain, made if it is missing. The token is then kept in the encrypted ledger
help-token-file = Read the token from this file (mode 600), for this command alone
help-token-fd = Read the token from this open file descriptor, for this command alone
help-organization = The organization, by name, URL or id; needed where the profile has several

## Commands

help-connect = Connect an organization; its token comes by --token-file, --token-fd or standard input
help-sign-in = Sign in again: keep another token of the same user; it comes as that of connect
help-organizations = List the organizations of this profile, or remove one
help-whoami = Show whom the token belongs to, and how old the list is
help-sync = Read what is new on the server
help-users = List, show and change users
help-workspaces = List, show and change workspaces, and who is in them
help-the-organization = Show, change and delete the organization itself
help-billing = Show and change who is billed, the plan and its seats
help-invoices = List invoices, and write one as a page to print
help-invitations = List, send again and withdraw invitations
help-outbox = Show and send the changes that wait
help-journal = List, export and check what was asked for and what became of it
help-can = Tell whether an action is allowed, and why not (exit status 1)
help-access = Explain what a user may do, permission by permission
help-doctor = Look whether everything that Rollcall needs works on this computer (exit status 1 if not)
help-manual = Write the manual pages, one for each command, as packages install them

## What several commands take

help-user = E-mail address or id
help-workspace = Name or id
help-limit = At most so many
help-descending = Sort from high to low
help-delimiter = What stands between two cells of CSV: comma, semicolon or tab
help-bom = Begin CSV with a byte order mark, by which some spreadsheets know that it is UTF-8
help-output = Write into this file, whole or not at all, for its owner alone; - is standard output
help-yes = Do it without asking: else what is risky asks on a terminal, and is refused elsewhere
help-check-adding = Check everything, and add nobody
help-check-creating = Check everything, and create nothing
help-check-changing = Check everything, and change nothing
help-role-to-give = The role to give
help-changes = The changes: ids, or unambiguous beginnings of ids
help-only-changes = Only these changes, and those that must go first: ids, or unambiguous beginnings of ids
help-picture = The https address of the picture to give, or none

## connect, organizations, can, doctor and manual

help-connect-url = The base URL of the SCIM service
help-connect-name = The name to show [default: the server's host]
help-connect-do-not-keep = Keep the token nowhere: it is then given by --token-file or --token-fd on every command
help-remove = Remove an organization from this computer: its key and token, list, outbox and journal. The server keeps it; nothing is asked of it
help-remove-name = By name, URL or id
help-remove-discard = Give up this many changes that were not sent; it must be the number of those that wait
help-remove-yes = Do it without asking: else a terminal asks, and elsewhere it is refused
help-remove-leave-secrets = Remove the files though the keychain is out of reach; its entries stay, and are named
help-can-action = The permission's machine name, for example users.set_role
help-can-user = The user whom it is about: e-mail address or id
help-doctor-report = Write what was found into this file, without names, addresses and tokens, to hand to others
help-manual-folder = The folder to write them into, made if it is missing

## users and invitations

help-users-list = List users, changes that wait laid over them
help-users-export = Export users as CSV or JSON: what `list` shows, or a saved view
help-users-show = Show a user in full
help-users-add = Add a user, and send them an invitation
help-users-import = Add everybody of a list or a CSV file
help-users-edit = Change a user's display name and picture
help-users-replace-email = Add a new address with the same role and workspaces, and delete the old user
help-users-set-role = Change a user's organization role
help-users-set-workspaces = Change the workspaces assigned to a user
help-users-delete = Delete users, with all of their access
help-users-suspend = Suspend users: they keep everything, and can't sign in
help-users-reactivate = Let suspended users sign in again
help-invitations-list = List users who have not accepted their invitation
help-invitations-resend = Send invitations again; the links before stop working
help-invitations-revoke = Withdraw invitations, which removes the users

## Which users, and in which order

help-users-named = E-mail addresses or ids; else those whom the filters choose
help-users-dry-run = Show what it would do, to whom and why not, and do nothing
help-search = Any place in name or e-mail, case and accents folded; several words must all occur
help-filter-role = Only with this role; may be repeated
help-filter-state = Only in this state: active, pending, invitation_expired, invitation_failed, suspended; may be repeated
help-filter-workspace = Only with access to this workspace, by name or id; may be repeated
help-filter-activity = Only last active within today, week, month, quarter; or older, never; each begins where the one before ends; may be repeated
help-sort = Sort by name, email, role, workspaces, last_active, state or added [default: name]
help-view = Begin with this saved view: its search, filters, order and columns, each unless it is given here
help-columns = These columns in this order: name, email, role, workspaces, last_active, state, added. The name is always there, and brings the e-mail address [default: the view's, or all]
help-export-dry-run = Say how many users would be written, and write none

## One user, and a list of people

help-add-address = The e-mail address
help-add-name = The display name; without one, the person gives it when they accept
help-add-workspace = Grant this workspace, by name or id; may be repeated
help-import-file = A file, or - for standard input: addresses in any form, or a table with or without a header
help-import-role = The role of those whose line names none
help-import-delimiter = What separates the cells, where that can't be told from the file: one sign, or tab
help-import-no-delimiter = give one sign such as ; or |, or the word tab
help-import-refused = Write the lines that are not added to this new file, each with its reason
help-import-dry-run = Tell what would become of each line, and add nobody
help-edit-name = The display name to give; empty for none
help-replace-address = The new e-mail address
help-replace-delete = Delete the old user at-once, or when-accepted: once the new one has accepted the invitation
help-set-workspaces = Exactly these workspaces, by name or id: others are taken away
help-set-workspaces-grant = Grant this one and leave the others; may be repeated
help-set-workspaces-revoke = Take this one away and leave the others; may be repeated
help-set-workspaces-none = Take all of them away

## workspaces

help-workspaces-list = List workspaces, changes that wait laid over them; a Member sees those granted
help-workspaces-show = Show a workspace in full; who is in it, `users list --workspace` tells
help-workspaces-create = Create a workspace with nobody in it
help-workspaces-rename = Give a workspace another name
help-workspaces-delete = Delete a workspace, with everybody's access to it
help-workspaces-add = Give users access to a workspace
help-workspaces-remove = Take users' access to a workspace away
help-workspaces-search = Any place in the name, case and accents folded; several words must all occur
help-workspaces-sort = Sort by name, users, contacts or added
help-workspaces-name = Its name
help-workspaces-new-name = The name to give
help-workspaces-delete-dry-run = Show what would go with it, and do nothing
help-workspaces-people-of = The workspace's name or id

## organization, billing and invoices

help-organization-show = Show the organization's information, changes that wait laid over it; a User Admin sees who is billed, and how many seats are free, too
help-organization-edit = Change the organization's information, those attributes that are given
help-organization-delete = Delete the organization, with everybody and everything in it: at once, with the server alone
help-organization-name = The name that people know it by
help-organization-website = Its address on the web; empty for none
help-organization-time-zone = A time zone of the IANA database, as in Europe/Zurich; empty for none
help-organization-locale = A language tag (BCP 47), as in de-CH; empty for none
help-deliberate-dry-run = Show what it would mean, and do nothing
help-deliberate-yes = Do it without asking: else the organization's name is to be typed on a terminal, and it is refused elsewhere
help-billing-show = Show who is billed, how it is paid, the plan and its seats, changes that wait laid over them
help-billing-edit = Change who is billed, those attributes that are given
help-billing-change = Change the plan, the seats, or both
help-billing-cancel = Cancel the subscription: at once, with the server alone
help-billing-resume = Let the subscription go on that ends or has ended: at once, with the server alone
help-billing-company = The company that is billed; empty for none
help-billing-address = Its postal address, which may have several lines; empty for none
help-billing-tax-id = Its tax id; empty for none
help-billing-contact = The e-mail address that invoices go to; empty for none
help-billing-plan = The plan's value, as `billing show` lists them
help-billing-seats = How many seats, from those in use to 1,000,000
help-billing-dry-run = Show what it would cost and when it would begin, and change nothing
help-invoices-list = List invoices, the newest first
help-invoices-download = Write an invoice as a page to print
help-invoice = Its number or id
help-invoice-output = Write into this file, whole or not at all, for its owner alone; - is standard output [default: invoice-NUMBER.html in this folder]

## outbox

help-outbox-list = List every change that isn't at rest, and those done and not dropped from the list
help-outbox-hold = Hold everything back until it is sent by hand, or let it go out by itself again; without a word, tell which
help-outbox-holding = on or off
help-outbox-plan = Tell what sending would do, each change decided as if the earlier ones were done; send nothing
help-outbox-send = Send what waits now, held or not
help-outbox-send-yes = Send without asking: else what is risky and was decided without the server asks on a terminal, and is refused elsewhere
help-outbox-conflicts = Show what somebody else has changed, too: was, theirs, mine, field by field
help-outbox-resolve = Decide what becomes of changes in conflict
help-outbox-resolve-so = What is to become of them
help-outbox-resolve-theirs = Keep what is on the server
help-outbox-resolve-mine = Ask for yours again, on top of what is there now
help-outbox-resolve-combined = Ask for both edits, where they don't overlap
help-outbox-resolve-drop = Drop what is about something that no longer exists, or that somebody else has added
help-outbox-resolve-ids = The changes in conflict: ids, or unambiguous beginnings of ids
help-outbox-resolve-all = All that are in conflict and can be decided so
help-outbox-edit = Give a change that waits, and was never sent, another value; it keeps its place
help-outbox-edit-id = The change: its id, or an unambiguous beginning of it
help-outbox-edit-role = The role to ask for instead
help-outbox-edit-name = The display name, the name of a workspace, or of a user to be added, to ask for instead
help-outbox-edit-address = The e-mail address of a user to be added
help-outbox-edit-picture = The https address of the picture to ask for instead, or none
help-outbox-edit-setting = The value to ask for instead of an attribute of the organization
help-outbox-move = Send changes earlier or later than others that wait; what is tied to another stays behind it
help-outbox-move-before = The change before which they go
help-outbox-move-last = Behind all that waits
help-outbox-export = Export what waits as a plan, which another administrator imports and sends
help-outbox-export-output = Into this file; - writes to standard output
help-outbox-import = Import such a plan: queue all of it, held until it is sent, or nothing
help-outbox-import-file = The file; - reads standard input
help-outbox-import-dry-run = Only show what each change would do
help-outbox-drop = Take changes back: what waits is not sent, what was refused is dropped
help-outbox-drop-all = All that isn't done
help-outbox-drop-done = Take what is done off the list

## journal

help-journal-list = List what was asked for and what became of it, newest first
help-journal-export = Export lines with their hashes: as JSON Lines (--format json), which `verify` reads, or as CSV
help-journal-verify = Check that no line was changed, taken out or moved (else exit status 1)
help-journal-search = Any words of the line: who, whom, what, reason, id; case and accents folded, all must occur
help-journal-kind = Only of this kind: queued, sending, requeued, unknown, applied, rejected, conflict, cancelled, edited, moved, restored, released, confirmed, hold_on, hold_off, other; may be repeated
help-journal-since = Only from this day on (2026-11-25, in UTC), or this time (RFC 3339)
help-journal-until = Only until the end of this day, or before this time
help-journal-file = Check this exported file (JSON Lines) instead; no profile and no key is needed
help-journal-kept = Hold it against this seal, as an earlier check has told it: shows a cut end, and a chain made anew
