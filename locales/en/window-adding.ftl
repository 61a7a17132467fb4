# Adding users, one or a list of them; replacing an address; invitations.
