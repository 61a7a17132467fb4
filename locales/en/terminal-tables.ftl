# The tables of the terminal's program: the titles of their columns, and the words in their cells.

## Columns, which the head of a table has in capitals

column-action = action
column-adding = being added
column-address = address
column-after = after
column-amount = amount
column-area = area
column-as-of = as of
column-before = before
column-by = by
column-change = change
column-changes = changes
column-check = check
column-combined = combined
column-company = company
column-contact = contact
column-contacts = contacts
column-created = created
column-currency = currency
column-date = date
column-description = description
column-email = email
column-entered-anyway = entered anyway
column-field = field
column-found = found
column-free-seats = free seats
column-grant = grant
column-id = id
column-in-the-end = in the end
column-invitation-failure = invitation failure
column-invitation-sent = invitation sent
column-last-active = last active
column-line = line
column-locale = locale
column-made = made
column-mine = mine
column-name = name
column-name-on-server = name on server
column-needs-you = needs you
column-next-plan = next plan
column-next-seats = next seats
column-number = number
column-organization = organization
column-payment-expired = payment expired
column-payment-expires = payment expires
column-payment-managed-at = payment managed at
column-payment-method = payment method
column-plan = plan
column-plans = plans
column-presence = presence
column-price = price
column-reason = reason
column-removing = being removed
column-renews = renews
column-result = result
column-role = role
column-role-on-server = role on server
column-role-summary = role summary
column-seats = seats
column-seats-used = seats used
column-state = state
column-status = status
column-stands-in-the-way = stands in the way
column-subject = subject
column-tax-id = tax id
column-text = text
column-theirs = theirs
column-time = at
column-time-zone = time zone
column-trial-ends = trial ends
column-url = url
column-users = users
column-verdict = verdict
column-waiting = waiting
column-was = was
column-website = website
column-workspaces = workspaces

## The state of a user

cell-active = active
cell-pending = pending
cell-invitation-expired = invitation expired
cell-invitation-failed = invitation failed
cell-suspended = suspended
cell-never = never

## Whether a workspace is there

cell-here = here
cell-adding = to be created
cell-leaving = to be deleted

## Where a change stands

cell-waiting = waiting
cell-sending = sending
cell-needs-you = needs you
cell-rejected = rejected
cell-done = done
cell-conflict = conflict
cell-held = held
cell-unconfirmed = asks once more
cell-blocked = held back
cell-waits-for-acceptance = waits for acceptance
cell-unknown = no answer yet
cell-change = { $subject }: { $after } ({ $change })
cell-change-from = { $subject }: { $before } → { $after } ({ $change })
cell-nothing-to-keep = Nothing to keep

## What would become of a user, or of a line of a list

cell-will-change = will change
cell-already-so = so already
cell-not-allowed = not allowed
cell-will-be-added = will be added
cell-already-there = there already
cell-unreadable = unreadable

## Permissions, checks, payment and invoices

cell-allowed = allowed
cell-limited = limited
cell-denied = denied
cell-ok = ok
cell-failed = failed
cell-expired = expired
cell-paid = paid
cell-open = open
cell-void = void
