# What the policy says: roles, refusals, and who can help; and what is called after the wire's values.

## Roles

policy-role-admin = Admin
policy-role-billing-admin = Billing Admin
policy-role-user-admin = User Admin
policy-role-member = Member
policy-role-none = no role

## Whoever has a role, as the subject of a sentence

policy-roles-admin = Admins
policy-roles-billing-admin = Billing Admins
policy-roles-user-admin = User Admins
policy-roles-member = Members

## What a role lets a person do

policy-role-summary-admin = Manages users, roles, workspaces, billing and the organization itself.
policy-role-summary-billing-admin = Manages billing and the plan. Sees users and workspaces, and changes none of them.
policy-role-summary-user-admin = Adds and deletes Members, manages workspaces and who is in them. Can't change roles.
policy-role-summary-member = Works in the workspaces granted. Opens no settings.

## Areas

policy-area-general = General
policy-area-users = Users
policy-area-workspaces = Workspaces
policy-area-billing = Billing

## What an area is to a role

policy-area-view-only = To view only.
policy-area-closed = Sees and does nothing here.
policy-area-general-admin = Sees, edits and deletes the organization.
policy-area-users-admin = Adds, changes, suspends and deletes users of every role.
policy-area-workspaces-admin = Manages every workspace, and enters all of them.
policy-area-billing-admin = Manages billing and the plan, and may cancel it.
policy-area-workspaces-billing-admin = To view only; enters those granted.
policy-area-billing-billing-admin = Manages billing and the plan, but can't cancel it.
policy-area-general-user-admin = To view only, billing information included.
policy-area-users-user-admin = Adds and deletes Members, and assigns workspaces to everybody.
policy-area-workspaces-user-admin = Manages every workspace; enters those granted.
policy-area-billing-user-admin = Billing information is under General; of the seats, the free ones are counted.
policy-area-workspaces-member = Works in the workspaces granted.
policy-view-only = { $roles } can look at this, and change nothing here.
policy-every-workspace = { $roles } can enter every workspace, whatever is assigned here.

## Actions, each as an item of a list, which begins it with a capital

policy-action-organization-view = see the organization's information
policy-action-organization-edit = edit the organization's information
policy-action-billing-view = see billing information
policy-action-billing-edit = edit billing and payment details
policy-action-invoices-view = see invoices
policy-action-subscription-view = see the plan and its seats
policy-action-users-view = see users
policy-action-users-add = add users
policy-action-users-delete = delete users
policy-action-users-set-role = change roles
policy-action-users-suspend = suspend users
policy-action-users-reactivate = reactivate users
policy-action-users-edit-profile = edit profiles
policy-action-users-replace-email = replace e-mail addresses
policy-action-users-set-workspaces = change the workspaces of users
policy-action-workspaces-view = see workspaces
policy-action-workspaces-enter = enter workspaces
policy-action-workspaces-create = create workspaces
policy-action-workspaces-rename = rename workspaces
policy-action-workspaces-delete = delete workspaces
policy-action-subscription-change = change the subscription
policy-action-subscription-cancel = cancel the subscription
policy-action-organization-delete = delete the organization
policy-action-invitations-resend = resend invitations
policy-action-invitations-revoke = revoke invitations

## The part of an action that a limited role has, in the same way

policy-part-subscription-view = see the number of free seats only
policy-part-users-add = add Members only
policy-part-users-delete = delete Members only
policy-part-users-replace-email = replace the e-mail addresses of Members only
policy-part-workspaces-view = see only the workspaces granted to them, without settings
policy-part-workspaces-enter = enter only the workspaces granted to them
policy-part-invitations-resend = resend the invitations of pending Members only
policy-part-invitations-revoke = revoke the invitations of pending Members only

## What a role can't do

policy-cannot-organization-view = { $roles } can't see the organization's information.
policy-cannot-organization-edit = { $roles } can't edit the organization's information.
policy-cannot-billing-view = { $roles } can't see billing information.
policy-cannot-billing-edit = { $roles } can't edit billing and payment details.
policy-cannot-invoices-view = { $roles } can't see invoices.
policy-cannot-subscription-view = { $roles } can't see the plan and its seats.
policy-cannot-users-view = { $roles } can't see users.
policy-cannot-users-add = { $roles } can't add users.
policy-cannot-users-delete = { $roles } can't delete users.
policy-cannot-users-set-role = { $roles } can't change roles.
policy-cannot-users-suspend = { $roles } can't suspend users.
policy-cannot-users-reactivate = { $roles } can't reactivate users.
policy-cannot-users-edit-profile = { $roles } can't edit profiles.
policy-cannot-users-replace-email = { $roles } can't replace e-mail addresses.
policy-cannot-users-set-workspaces = { $roles } can't change the workspaces of users.
policy-cannot-workspaces-view = { $roles } can't see workspaces.
policy-cannot-workspaces-enter = { $roles } can't enter workspaces.
policy-cannot-workspaces-create = { $roles } can't create workspaces.
policy-cannot-workspaces-rename = { $roles } can't rename workspaces.
policy-cannot-workspaces-delete = { $roles } can't delete workspaces.
policy-cannot-subscription-change = { $roles } can't change the subscription.
policy-cannot-subscription-cancel = { $roles } can't cancel the subscription.
policy-cannot-organization-delete = { $roles } can't delete the organization.
policy-cannot-invitations-resend = { $roles } can't resend invitations.
policy-cannot-invitations-revoke = { $roles } can't revoke invitations.

## What a role can do of an action, and no more

policy-only-subscription-view = { $roles } can see the number of free seats only.
policy-only-users-add = { $roles } can add Members only.
policy-only-users-delete = { $roles } can delete Members only.
policy-only-users-replace-email = { $roles } can replace the e-mail addresses of Members only.
policy-only-workspaces-view = { $roles } can see only the workspaces granted to them, without settings.
policy-only-workspaces-enter = { $roles } can enter only the workspaces granted to them.
policy-only-invitations-resend = { $roles } can resend the invitations of pending Members only.
policy-only-invitations-revoke = { $roles } can revoke the invitations of pending Members only.

## What holds whatever the role

policy-own-access = You can't change your own access.
policy-last-admin = This is the only active Admin (pending and suspended ones do not count). Make someone else Admin first.
policy-address-taken = Another user already has this e-mail address.
policy-no-open-invitation = This user has no open invitation.
policy-subscription-frozen = The subscription is frozen: nobody can be added, reactivated or invited until its invoices are paid.
policy-subscription-cancelled = The subscription is cancelled: nobody can be added, reactivated or invited until it begins anew.
policy-trial-ended = The trial has ended: nobody can be added, reactivated or invited until the subscription starts.
policy-seats-taken = Every seat is taken: suspend or delete somebody, or add seats to the subscription first.
policy-actor-role-unknown = Your role is not one of Admin, Billing Admin, User Admin and Member, so it allows nothing here.
policy-target-role-unknown = This role is not one of Admin, Billing Admin, User Admin and Member.
policy-action-unknown = There is no such action.
policy-facts-missing = This can't be decided without saying whom or what it is about.

## Who can help: whom to ask, and with which words for them

policy-help-admin = an Admin
policy-help-billing-admin = a Billing Admin
policy-help-user-admin = a User Admin
policy-help-member = a Member
policy-help-another-admin = another Admin
policy-help-another-billing-admin = another Billing Admin
policy-help-another-user-admin = another User Admin
policy-help-another-member = another Member
policy-help-either = { $before } or { $last }
policy-help-ask = Ask { $whom }.
policy-help-ask-names = Ask { $whom }: { $names }.
policy-help-ask-more = { $count ->
    [one] Ask { $whom }: { $names } or { $count } other.
   *[other] Ask { $whom }: { $names } or { $count } others.
}

## What one role has more of than another

policy-role-more-now = { $all } (now: { $part })
policy-role-more-still = { $all } (still: { $part })

## Where a subscription stands

policy-status-trial = Trial
policy-status-trial-ended = Trial ended
policy-status-active = Active
policy-status-downgrading = Downgrading
policy-status-cancelling = Cancelling
policy-status-pending-payment = Pending payment
policy-status-frozen = Frozen
policy-status-cancelled = Cancelled
