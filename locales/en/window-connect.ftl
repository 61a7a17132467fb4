# Connecting an organization, where its sign-in is kept, signing in again, and the demo.

## Connecting

connect-lead = See everyone who has access to your organization, and change it: at your desk or on a train.
connect-heading = Connect your organization
connect-add-heading = Add an organization
connect-name = Name
connect-name-help = As you want to see it here. Empty takes the server's name.
connect-address = Address (SCIM base URL)
connect-token = API token
connect-token-help = It goes to the system's keychain and is never shown again.
connect-confirm = Connect
connect-busy = Connecting…
connect-added = { $name } is connected.

## Where a sign-in is kept

keep-legend = Keep the sign-in
keep-session = This session only
keep-session-worth = Forgotten, with the list, when you close Rollcall. Changes go out at once or are refused.
keep-key-file = Use a key file
keep-key-file-worth = A file in the profile folder, readable by you alone; it protects no better than that folder.
keep-keychain = Try the keychain again
keep-keychain-worth = Once it is mended as said above.

## Signing in again

sign-in-heading = Sign in to { $name }
sign-in-help = Waiting changes go out after that, as the same user of the same organization only.
sign-in-busy = Signing in…

## The demo

demo-heading = Or look around first
demo-what = The demo organization is a real server inside Rollcall, with made-up people. It lives until you close the window. Open it as:
demo-opening = Opening…
demo-admin = changes everything
demo-billing-admin = sees users, changes none
demo-user-admin = manages Members and workspaces
demo-member = sees no settings

## The demo's mailbox

mailbox-title = Demo mailbox
mailbox-look-again = Look again
mailbox-what = What the demo organization sends by e-mail goes nowhere: it is kept here until Rollcall closes.
mailbox-none = No message yet
mailbox-none-what = Whoever is added to the organization gets an invitation, and it arrives here.
mailbox-to = To { $address }
mailbox-to-at = To { $address }, { $moment }
mailbox-open = Open in the browser
mailbox-open-whose = Open in the browser: the invitation of { $address }
