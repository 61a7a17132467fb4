# The journal: a sentence for each line, and its verification.

## What a line records

line-queued = Queued
line-sending = Sending
line-requeued = Queued again
line-no-answer = No answer
line-applied = Done
line-rejected = Refused
line-conflict = Conflict
line-cancelled = Taken back
line-restored = Waits again
line-edited = Edited
line-moved = Moved
line-released = Let go
line-confirmed = Confirmed
line-hold-on = Hold switched on
line-hold-off = Hold switched off

## A line as a sentence: what happened, about whom and what, and why

line-of-change = change { $change }
line-now = Now { $now }.

## Verification

line-missing = Line { $line } is missing.
line-changed = Line { $line } was changed: it is not what was written there.
line-out-of-order = Line { $line } is out of order: what stands there was written as line { $other }.
line-made-anew = Line { $line } is not the one whose seal was kept: it, or a line before it, was made anew.

## Exported journals

journal-seal-not-there = This file has chosen lines, and the one of the seal is not among them.
journal-none = This file is no exported journal. Export it as JSON Lines.
journal-newer = This file was written by a newer Rollcall. Update this one.
journal-no-line = Line { $line } of the file is no line of a journal.
journal-file-missing = The file could not be read. There is no such file.
journal-file-not-allowed = The file could not be read. Rollcall may not read it.
journal-file-unread = The file could not be read. { $cause }.
journal-day-invalid = "{ $text }" is no day. Write it as 2026-11-25.
