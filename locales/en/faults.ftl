# What fails below the product: network, server, storage, keychain.

## Ids, roles and tokens that are none

faults-id-invalid = an id must be a UUID
faults-role-unknown = "{ $text }" is not a role: use admin, billing_admin, user_admin or member
faults-token-empty = The token is empty. Paste the API token that the server issued.
faults-token-forbidden-character = The token contains a space, a line break or another character that no token has. Paste it again, alone.
