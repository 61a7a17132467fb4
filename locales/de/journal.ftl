# The journal: a sentence for each line, and its verification.

## What a line records

line-queued = Vorgemerkt
line-sending = Wird gesendet
line-requeued = Erneut vorgemerkt
line-no-answer = Keine Antwort
line-applied = Erledigt
line-rejected = Abgelehnt
line-conflict = Konflikt
line-cancelled = Zurückgenommen
line-restored = Wartet wieder
line-edited = Bearbeitet
line-moved = Verschoben
line-released = Freigegeben
line-confirmed = Bestätigt
line-hold-on = Anhalten eingeschaltet
line-hold-off = Anhalten ausgeschaltet

## A line as a sentence: what happened, about whom and what, and why

line-of-change = Änderung { $change }
line-now = Jetzt { $now }.

## Verification

line-missing = Zeile { $line } fehlt.
line-changed = Zeile { $line } wurde geändert: Sie ist nicht, was dort geschrieben wurde.
line-out-of-order = Zeile { $line } steht nicht in der Reihenfolge: Was dort steht, wurde als Zeile { $other } geschrieben.
line-made-anew = Zeile { $line } ist nicht die, deren Siegel aufbewahrt wurde: Sie oder eine Zeile davor wurde neu gemacht.

## Exported journals

journal-seal-not-there = Diese Datei hat ausgewählte Zeilen, und die des Siegels ist nicht darunter.
journal-none = Diese Datei ist kein exportiertes Journal. Exportieren Sie es als JSON Lines.
journal-newer = Diese Datei wurde von einem neueren Rollcall geschrieben. Aktualisieren Sie dieses.
journal-no-line = Zeile { $line } der Datei ist keine Zeile eines Journals.
journal-file-missing = Die Datei konnte nicht gelesen werden. Diese Datei gibt es nicht.
journal-file-not-allowed = Die Datei konnte nicht gelesen werden. Rollcall darf sie nicht lesen.
journal-file-unread = Die Datei konnte nicht gelesen werden. { $cause }.
journal-day-invalid = „{ $text }“ ist kein Tag. Schreiben Sie ihn wie 2026-11-25.
