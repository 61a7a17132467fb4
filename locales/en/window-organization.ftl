# General, billing, settings, roles; connecting, signing in and removing.

## Settings

settings-title = Settings
settings-address = Address
settings-signed-in-as = Signed in as
settings-nobody-said = The server doesn't say
settings-not-offered = Not offered
settings-keep = Sign-in kept
settings-keep-keychain = In the system keychain.
settings-keep-key-file = In a key file in the profile folder, which protects no better than that folder.
settings-keep-session = Nowhere: it is forgotten, with the list, when Rollcall closes.
settings-keep-demo = Nowhere: the demo organization lives until Rollcall closes.
settings-sign-in-again = Sign in again…
settings-remove = Remove from this computer…
settings-rows = Rows of the list
settings-rows-comfortable = Comfortable: name above e-mail
settings-rows-compact = Compact: both on one line
settings-language = Language
settings-language-system = As the system
settings-keys = Keyboard
settings-about = About
settings-version = Version { $version }
