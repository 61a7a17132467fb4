# What fails below the product: network, server, storage, keychain.
