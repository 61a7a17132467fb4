# The journal.

## The screen

journal-title = Journal
journal-grid = Journal, newest first
journal-column-what = What
journal-column-kind = Came to
journal-column-when = When
journal-column-by = Asked by
journal-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
journal-found = { $lines ->
    [one] { $found } of { $lines } line
   *[other] { $found } of { $lines } lines
}
journal-found-so-far = { $lines ->
    [one] { $found } of { $lines } line, still searching
   *[other] { $found } of { $lines } lines, still searching
}
journal-verify = Verify
journal-search = Search the journal
journal-search-hint = Search who, whom, what, why
journal-kind = Kind
journal-clear = Clear

## Why there is no line

journal-failed = The journal can't be shown
journal-searching = Searching…
journal-no-match = No line matches
journal-none-of-filters = No line is of these kinds and days.
journal-none-contains = No line contains “{ $search }”.
journal-none-contains-filtered = No line contains “{ $search }” with these filters.
journal-empty = Nothing yet
journal-empty-help = Every change that you ask for on this computer is written here, and what became of it.

## What a line records

journal-queued = Queued
journal-sending = Sending
journal-requeued = Queued again
journal-unknown = No answer
journal-applied = Done
journal-rejected = Refused
journal-conflict = Conflict
journal-cancelled = Taken back
journal-edited = Edited
journal-moved = Moved
journal-restored = Waits again
journal-released = Let go
journal-confirmed = Confirmed
journal-hold-on = Hold switched on
journal-hold-off = Hold switched off
journal-other = Other
journal-missing = Missing

## One line

journal-line-title = Line { $line }
journal-line-missing = Later lines are there, and this one is not: it was taken out, or could not be read from a damaged file. { $verify } names the first line that doesn't hold.
journal-line-about = About
journal-line-written = Written
journal-line-detail = As it stands
journal-line-hash = Hash
journal-line-copy = Copy
journal-line-copied = Line copied.

## Days

journal-day = Day
journal-filter-day = Filter by day
journal-since = Since { $day }
journal-until = Until { $day }
journal-today = Today
journal-last-days = { $days ->
    [one] Last { $days } day
   *[other] Last { $days } days
}
journal-between = Between two days…
journal-any-day = Any day
journal-between-title = Show the lines between two days
journal-between-help = Both days count. Leave one empty for no limit on that side.
journal-from = From
journal-to = To
journal-no-day = This is no day. Write it as { $day }.
journal-show-days = Show them

## Verification

verify-title = Verify the journal
verify-intro = Each line carries a hash over itself and the one before: a line that was changed, taken out or moved shows.
verify-checking = Checking every line…
verify-same = It is the journal that this seal was taken of.
verify-keep-seal = That lines were cut off at the end shows only against a seal. Keep this one elsewhere, in a mail or a ticket:
verify-copy-seal = Copy seal
verify-seal-copied = Seal copied.
verify-kept = A seal that was kept earlier (optional)
verify-kept-help = The number of lines, a colon, and the hash of the last one.
verify-again = Verify again
verify-compare = Compare
verified-empty = The journal is empty.
verified-since = { $lines ->
    [one] { $lines } line, unbroken since { $day }.
   *[other] { $lines } lines, unbroken since { $day }.
}
verified-since-first = { $lines ->
    [one] { $lines } line, unbroken since the first.
   *[other] { $lines } lines, unbroken since the first.
}
verified-before = { $lines ->
    [one] The { $lines } line before it holds, from { $day } on.
   *[other] The { $lines } lines before it hold, from { $day } on.
}
verified-before-first = { $lines ->
    [one] The { $lines } line before it holds, from the first on.
   *[other] The { $lines } lines before it hold, from the first on.
}

## Export

journal-export-all = { $lines ->
    [one] Export { $lines } line
   *[other] Export { $lines } lines
}
journal-export-found = { $lines ->
    [one] Export { $found } of { $lines } line
   *[other] Export { $found } of { $lines } lines
}
journal-export-intro = Oldest first, each with its hash and that of the line before.
journal-export-json = JSON Lines, to check and for programs
journal-export-whole = The file holds the whole chain: whoever has it can check it without Rollcall.
journal-export-part = The file holds only the lines that are shown. Each can be checked; that none was left out can't be told.
journal-export-private = It holds people's data and is not encrypted; only your account on this computer may read it.
journal-export-progress = { $count ->
    [one] { $count } line written
   *[other] { $count } lines written
}
journal-export-done = { $count ->
    [one] { $count } line written to { $file }.
   *[other] { $count } lines written to { $file }.
}
