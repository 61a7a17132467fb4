# The journal: a sentence for each line, and its verification.

## What a line records

journal-queued = Queued
journal-sending = Sending
journal-requeued = Queued again
journal-no-answer = No answer
journal-applied = Done
journal-rejected = Refused
journal-conflict = Conflict
journal-cancelled = Taken back
journal-restored = Waits again
journal-edited = Edited
journal-moved = Moved
journal-released = Let go
journal-confirmed = Confirmed
journal-hold-on = Hold switched on
journal-hold-off = Hold switched off

## A line as a sentence: what happened, about whom and what, and why

journal-of-change = change { $change }
journal-now = Now { $now }.

## Verification

journal-missing = Line { $line } is missing.
journal-changed = Line { $line } was changed: it is not what was written there.
journal-out-of-order = Line { $line } is out of order: what stands there was written as line { $other }.
journal-made-anew = Line { $line } is not the one whose seal was kept: it, or a line before it, was made anew.

## Exported journals

journal-seal-not-there = This file has chosen lines, and the one of the seal is not among them.
journal-none = This file is no exported journal. Export it as JSON Lines.
journal-newer = This file was written by a newer Rollcall. Update this one.
journal-no-line = Line { $line } of the file is no line of a journal.
journal-file-missing = The file could not be read. There is no such file.
journal-file-not-allowed = The file could not be read. Rollcall may not read it.
journal-file-unread = The file could not be read. { $cause }.
journal-no-day = "{ $text }" is no day. Write it as 2026-11-25.
