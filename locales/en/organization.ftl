# The organization, its workspaces and its billing; connecting to it and removing it.

## Areas that a server doesn't have

areas-no-general = This server doesn't describe the organization itself, so there is no General here.
areas-no-billing = This server doesn't describe the organization itself, so there is no Billing here.
areas-no-workspaces = This server doesn't offer workspaces.
settings-not-read-yet = The server has not described the organization yet.
settings-not-described = This server doesn't describe the organization itself.

## Settings, as somebody typed them

settings-nothing = Nothing to change: all of this is so already.
settings-changed = { $setting } was changed while you edited it. Now it is: { $now }. Save again to replace that.
settings-unknown = There is no setting called "{ $name }" here.
settings-no-name = The organization needs a name. Type the name that people know it by.
settings-no-plan = Choose a plan.
settings-no-seats = Type how many seats there are to be.
settings-too-long = { $setting } is too long: write { $most } characters at most.
settings-control = { $setting } holds a line break or another control character. Type it anew, on one line.
settings-unseen = { $setting } holds nothing that can be seen. Type it anew.
settings-website-none = This is no address on the web.
settings-website-scheme = The website must begin with https:// or http://.
settings-website-secret = The website must not hold a user name or a password.
settings-website-cure = Write the website as in https://www.example.com.
settings-time-zone = There is no time zone of this name. Choose one of the IANA time zone database, as in Europe/Zurich.
settings-locale = This is no language tag (BCP 47). Write it as in en, de-CH or zh-Hant-TW.
settings-plan-unknown = There is no such plan. Choose one of { $plans }.
settings-seats-number = Seats must be a whole number from 1 to { $most }, without separators.
settings-seats-taken = { $seats } seats are fewer than the { $used } users who have one. Ask for { $used } or more, or suspend or delete users first.

## The subscription

subscription-cancelling = The subscription is being cancelled, so plan and seats stay. Keep the subscription first.
subscription-payment-due = A payment is due, so plan and seats stay. Settle the open invoices first.
subscription-no-plans = This server has no plans to choose from.
subscription-not-told = This server doesn't tell of plan and seats.
subscription-goes-on = The subscription goes on by itself.
subscription-none-running = There is no running subscription to cancel.
subscription-cancel-confirm = Cancelling the subscription concerns everybody in the organization.
subscription-lost = { $lost } Whether it was done isn't known. Refresh, and look where the subscription stands.
subscription-read-again = { $lost } Read again: { $standing }
subscription-standing-unknown = The server doesn't tell where the subscription stands.
subscription-ends = The subscription is cancelled and ends on { $day }.
subscription-ended = The subscription has ended.
subscription-active = The subscription is active; the next period begins on { $day }.
subscription-stands = The subscription stands as: { $status }.

## Payment and invoices

payment-no-page = The server names no safe address where the payment method is managed.
invoices-unknown = There is no such invoice in the list.
invoices-not-offered = This server doesn't offer invoices.
invoice-file-title = Invoice { $number }
invoice-file-date = Date
invoice-file-status = Status
invoice-file-billed-to = Billed to
invoice-file-tax-id = Tax id
invoice-file-description = Description
invoice-file-quantity = Quantity
invoice-file-price = Price
invoice-file-amount = Amount
invoice-file-total = Total
invoice-file-made-from = Made from the lines that the server has of this invoice.

## Workspaces

workspace-gone = This workspace does not exist any more. Look at the list again.
workspace-unnamed = Type a name for the workspace.
workspace-name-too-long = The name is too long: write { $most } characters at most, not { $count }.
workspace-name-control = The name holds a line break or another control character. Type it anew, on one line.
workspace-name-turned = The name holds an invisible character that turns text around. Type it anew.
workspace-name-unseen = The name holds nothing that can be seen. Type it anew.
workspace-name-taken = There is a workspace called { $name } already. Choose another name.
workspace-name-adding = A workspace called { $name } waits in the Outbox to be created. Choose another name.
workspace-name-leaving = { $name } waits in the Outbox to be deleted. Choose another name, or wait until that is done.
workspace-name-on-server = On the server { $name } is still called { $server }, until its new name is sent. Choose another name, or wait until that is done.
workspace-same-name = Nothing to change: the workspace is called { $name } already.
workspace-leaving-already = { $name } waits in the Outbox to be deleted already.
workspace-being-created = This workspace is being created just now. Try again once that is done.
workspace-not-created = Taken back: { $name }, new workspace. Nothing was sent of that.
workspace-users-lose = { $count ->
    [one] 1 user loses access, and it can't be brought back.
   *[other] { $count } users lose access, and it can't be brought back.
}

## Deleting the organization on its server

deletion-done = { $name } was deleted on the server. What was last read of it stays here to be looked at.
deletion-not-done = { $lost } Read again: the organization is still there. Nothing was deleted.
deletion-refused-now = { $lost } The server refuses your sign-in now, as it does once an organization is deleted.
deletion-unknown = { $lost } Whether it was done isn't known: { $cause } Try to refresh before you try again.
deletion-confirm = Deleting the organization can't be undone.
organization-gone = The organization no longer exists on the server.
organization-changed = The organization was changed meanwhile, and nothing was done. Look at it again, then decide.
organization-deleted = This organization was deleted. What was last read of it can be looked at, and not changed.

## Connecting and signing in

connect-token-refused = The server doesn't accept this token. It may have expired, or been revoked.
connect-already = This server is connected already, as "{ $name }".
connect-name-invalid = The name must be one line of at most { $most } characters.
connect-demo = Demo organization
sign-in-needed = You are not signed in to this organization here. Sign in with its API token.
sign-in-other-account = This token belongs to { $user }, and this organization is signed in as { $name }. Use a token of { $name }, or connect the server once more.
keychain-gave-nothing = The system keychain doesn't give out what Rollcall stored in it. It may be locked.
keychain-unlock = Unlock your keychain, then try again. Where it was deleted from the keychain, remove this organization here and connect it again.
key-none = What was kept as this organization's key is no key.
key-not-made = No random key can be made: { $cause }.

## How things stand with an organization

session-held = { $holder } has this organization open. You can look; changes are made there.
session-others-changes = { $count ->
    [one] 1 change made by { $name } wait here. They go out when { $name } signs in again.
   *[other] { $count } changes made by { $name } wait here. They go out when { $name } signs in again.
}
role-changed = Your role in { $organization } changed from { $was } to { $role }.
role-lost = { $count ->
    [one] 1 waiting change is no longer yours to send. It is kept, not sent.
   *[other] { $count } waiting changes are no longer yours to send. They are kept, not sent.
}
mended-list = The list kept on this computer was damaged. It was set aside and is read anew from the server. Your waiting changes are safe.
mended-anew = The file with your waiting changes is gone from this computer, and an empty one was begun. What had not been sent yet must be asked for again.
mended-salvaged = { $count ->
    [one] The file with your waiting changes was damaged. 1 change could be read and are kept; a copy of the damaged file is { $copy }. Look through the outbox.
   *[other] The file with your waiting changes was damaged. { $count } changes could be read and are kept; a copy of the damaged file is { $copy }. Look through the outbox.
}
read-unanswered = The read ended without an answer.
action-unknown = There is no action called "{ $action }".

## Removing an organization from this computer

removal-half = Removing { $name } was begun, and isn't finished.
removal-again = Remove it again: what is left goes then.
removal-untold = It can't be told whether changes wait in it that were never sent.
removal-changes = { $count ->
    [one] 1 change waits in it that the server doesn't have.
   *[other] { $count } changes wait in it that the server doesn't have.
}
removal-secrets-left = Its key and its token were out of reach. Where the keychain keeps them, their entries are called { $id }/database-key and { $id }/token, of Rollcall.
removal-key-file-needed = The key file { $path } stays: another organization here needs it.
removal-key-file-named = The key file { $path } stays: you named it, so it may serve something else, too.
removal-failed = This could not be removed: { $left }.
removal-close = Close what has it open, or allow removing it, then try again.

## The profile folder

home-unknown-organization = This organization is not connected here.
home-damaged = { $path } is damaged. Connect the organization again.
home-newer = { $path } was written by a newer Rollcall. Update this one.
home-disk-full = The disk is full: { $path } can't be written.
home-not-allowed = Rollcall may not write in { $path }.
home-unusable = { $path } can't be used: { $cause }.
home-elsewhere = Choose another profile folder, or allow writing in this one.

## What fails within the program

internal-thread = A thread can't be had: { $cause }.
internal-task = A task of Rollcall's failed: { $cause }.
internal-engine = The engine can't be started: { $cause }.
