# Words of every screen: times, buttons, menus and filters, files, and what is counted.

## Times

moment-today = today { $time }
moment-yesterday = yesterday { $time }
moment-on = { $date }, { $time }
active-today = today, { $time }
active-yesterday = yesterday
active-days-ago = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
age-now = less than a minute
age-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
age-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
age-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
ago-now = less than a minute ago
ago-minutes = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
ago-hours = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
ago-days = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
wait-seconds = { $count } s

## Menus and filters

menu-empty = Nothing to choose from yet
filter-by = Filter by { $name }
filter-any = Any { $name }
filter-chosen = { $count } chosen

## Files that are written

file-format = Format
file-csv = CSV, for spreadsheets
file-between = Between cells
file-comma = Comma
file-semicolon = Semicolon
file-tab = Tab
file-mark = Begin with a byte order mark, if names look wrong in the spreadsheet
file-choose = Choose a file and export

## Settings of an organization

setting-none = Not set
setting-website-help = As in https://www.example.com.
setting-time-zone-help = A name of the IANA time zone database, as in Europe/Zurich.
setting-locale-help = A language tag, as in en, de-CH or zh-Hant-TW.
setting-billing-contact-help = Invoices go to this e-mail address.

## Words of every dialog and screen

word-cancel = Cancel
word-close = Close
word-loading = Loading…
word-try-again = Try again
word-clear-search = Clear search and filters
word-edit = Edit…
word-next = Next
word-refresh = Refresh
word-sign-in = Sign in
word-skip = Skip
word-view-only = View only
word-view-only-because = View only.
word-was = was
word-type-to-confirm = Type { $text } to confirm
word-what-will-change = What will change
word-what-will-happen = What will happen
word-nothing-changes = Nothing changes yet.
word-save-changes = Save changes
word-save-count = { $count ->
    [one] Save { $count } change
   *[other] Save { $count } changes
}

## What a user has

property-name = Name
property-email = E-mail
property-address = E-mail address
property-role = Role
property-state = State
property-workspaces = Workspaces
property-last-active = Last active
property-added = Added
property-contacts = Contacts
property-display-name = Display name
property-picture = Picture

## Counted

counted-users = { $count ->
    [one] { $count } user
   *[other] { $count } users
}
counted-matches = { $count ->
    [one] { $count } match
   *[other] { $count } matches
}
counted-contacts = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}
counted-changes = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
