# The journal: a sentence for each line, and its verification.

## Was eine Zeile festhält

journal-queued = Vorgemerkt
journal-sending = Wird gesendet
journal-requeued = Erneut vorgemerkt
journal-no-answer = Keine Antwort
journal-applied = Erledigt
journal-rejected = Abgelehnt
journal-conflict = Konflikt
journal-cancelled = Zurückgenommen
journal-restored = Wartet wieder
journal-edited = Bearbeitet
journal-moved = Verschoben
journal-released = Losgelassen
journal-confirmed = Bestätigt
journal-hold-on = Anhalten eingeschaltet
journal-hold-off = Anhalten ausgeschaltet

## Eine Zeile als Satz: was geschah, mit wem und womit, und warum

journal-of-change = Änderung { $change }
journal-now = Jetzt { $now }.

## Prüfung

journal-missing = Zeile { $line } fehlt.
journal-changed = Zeile { $line } wurde geändert: Sie ist nicht, was dort geschrieben wurde.
journal-out-of-order = Zeile { $line } steht nicht in der Reihenfolge: Was dort steht, wurde als Zeile { $other } geschrieben.
journal-made-anew = Zeile { $line } ist nicht die, deren Siegel aufbewahrt wurde: Sie oder eine Zeile davor wurde neu gemacht.

## Exportierte Journale

journal-seal-not-there = Diese Datei hat ausgewählte Zeilen, und die des Siegels ist nicht darunter.
journal-none = Diese Datei ist kein exportiertes Journal. Exportieren Sie es als JSON Lines.
journal-newer = Diese Datei wurde von einem neueren Rollcall geschrieben. Aktualisieren Sie dieses.
journal-no-line = Zeile { $line } der Datei ist keine Zeile eines Journals.
journal-file-missing = Die Datei konnte nicht gelesen werden. Diese Datei gibt es nicht.
journal-file-not-allowed = Die Datei konnte nicht gelesen werden. Rollcall darf sie nicht lesen.
journal-file-unread = Die Datei konnte nicht gelesen werden. { $cause }.
journal-no-day = „{ $text }“ ist kein Tag. Schreiben Sie ihn wie 2026-11-25.
