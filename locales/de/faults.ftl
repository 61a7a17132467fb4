# What fails below the product: network, server, storage, keychain.

## Ids, roles and tokens that are none

faults-id-invalid = eine ID muss eine UUID sein
faults-role-unknown = „{ $text }“ ist keine Rolle: Möglich sind admin, billing_admin, user_admin und member
faults-token-empty = Das Token ist leer. Fügen Sie das API-Token ein, das der Server ausgestellt hat.
faults-token-forbidden-character = Das Token enthält ein Leerzeichen, einen Zeilenumbruch oder ein anderes Zeichen, das kein Token hat. Fügen Sie es noch einmal ein, und nur das Token.
