# The journal.

## The screen

journal-title = Journal
journal-grid = Journal, Neuestes zuerst
journal-column-what = Was
journal-column-kind = Ergebnis
journal-column-when = Wann
journal-column-by = Verlangt von
journal-lines = { $count ->
    [one] { $count } Zeile
   *[other] { $count } Zeilen
}
journal-found = { $lines ->
    [one] { $found } von { $lines } Zeile
   *[other] { $found } von { $lines } Zeilen
}
journal-found-so-far = { $lines ->
    [one] { $found } von { $lines } Zeile, die Suche läuft noch
   *[other] { $found } von { $lines } Zeilen, die Suche läuft noch
}
journal-verify = Prüfen
journal-search = Das Journal durchsuchen
journal-search-hint = Suchen: wer, wen, was, warum
journal-kind = Art
journal-clear = Zurücksetzen

## Why there is no line

journal-failed = Das Journal kann nicht gezeigt werden
journal-searching = Suche läuft …
journal-no-match = Keine Zeile passt
journal-none-of-filters = Keine Zeile ist von diesen Arten und Tagen.
journal-none-contains = Keine Zeile enthält „{ $search }“.
journal-none-contains-filtered = Mit diesen Filtern enthält keine Zeile „{ $search }“.
journal-empty = Noch nichts
journal-empty-help = Jede Änderung, die Sie auf diesem Computer verlangen, wird hier festgehalten, und was aus ihr geworden ist.

## What a line records

journal-queued = Vorgemerkt
journal-sending = Wird gesendet
journal-requeued = Erneut vorgemerkt
journal-unknown = Keine Antwort
journal-applied = Erledigt
journal-rejected = Abgelehnt
journal-conflict = Konflikt
journal-cancelled = Zurückgenommen
journal-edited = Bearbeitet
journal-moved = Verschoben
journal-restored = Wartet wieder
journal-released = Freigegeben
journal-confirmed = Bestätigt
journal-hold-on = Anhalten eingeschaltet
journal-hold-off = Anhalten ausgeschaltet
journal-other = Anderes
journal-missing = Fehlt

## One line

journal-line-title = Zeile { $line }
journal-line-missing = Spätere Zeilen sind da, diese nicht: Sie wurde herausgenommen oder war in einer beschädigten Datei nicht zu lesen. { $verify } nennt die erste Zeile, die nicht stimmt.
journal-line-about = Betrifft
journal-line-written = Geschrieben
journal-line-detail = Wortlaut
journal-line-hash = Hash
journal-line-copy = Kopieren
journal-line-copied = Die Zeile ist kopiert.

## Days

journal-day = Tag
journal-filter-day = Nach Tag filtern
journal-since = Seit { $day }
journal-until = Bis { $day }
journal-today = Heute
journal-last-days = { $days ->
    [one] Letzter Tag
   *[other] Letzte { $days } Tage
}
journal-between = Zwischen zwei Tagen …
journal-any-day = Jeder Tag
journal-between-title = Die Zeilen zwischen zwei Tagen zeigen
journal-between-help = Beide Tage zählen mit. Lassen Sie einen leer, wenn es auf dieser Seite keine Grenze geben soll.
journal-from = Von
journal-to = Bis
journal-no-day = Das ist kein Tag. Schreiben Sie ihn als { $day }.
journal-show-days = Anzeigen

## Verification

verify-title = Das Journal prüfen
verify-intro = Jede Zeile trägt einen Hash über sich selbst und die vorige: Eine Zeile, die geändert, herausgenommen oder verschoben wurde, fällt auf.
verify-checking = Jede Zeile wird geprüft …
verify-same = Es ist das Journal, von dem dieses Siegel genommen wurde.
verify-keep-seal = Dass am Ende Zeilen abgeschnitten wurden, zeigt sich nur an einem Siegel. Bewahren Sie dieses woanders auf, in einer E-Mail oder einem Ticket:
verify-copy-seal = Siegel kopieren
verify-seal-copied = Das Siegel ist kopiert.
verify-kept = Ein früher aufbewahrtes Siegel (freiwillig)
verify-kept-help = Die Anzahl der Zeilen, ein Doppelpunkt und der Hash der letzten.
verify-again = Erneut prüfen
verify-compare = Vergleichen
verified-empty = Das Journal ist leer.
verified-since = { $lines ->
    [one] { $lines } Zeile, lückenlos seit { $day }.
   *[other] { $lines } Zeilen, lückenlos seit { $day }.
}
verified-since-first = { $lines ->
    [one] { $lines } Zeile, lückenlos seit der ersten.
   *[other] { $lines } Zeilen, lückenlos seit der ersten.
}
verified-before = { $lines ->
    [one] Die { $lines } Zeile davor stimmt, ab { $day }.
   *[other] Die { $lines } Zeilen davor stimmen, ab { $day }.
}
verified-before-first = { $lines ->
    [one] Die { $lines } Zeile davor stimmt, ab der ersten.
   *[other] Die { $lines } Zeilen davor stimmen, ab der ersten.
}

## Export

journal-export-all = { $lines ->
    [one] { $lines } Zeile exportieren
   *[other] { $lines } Zeilen exportieren
}
journal-export-found = { $lines ->
    [one] { $found } von { $lines } Zeile exportieren
   *[other] { $found } von { $lines } Zeilen exportieren
}
journal-export-intro = Älteste zuerst, jede mit ihrem Hash und dem der vorigen Zeile.
journal-export-json = JSON Lines, zum Prüfen und für Programme
journal-export-whole = Die Datei enthält die ganze Kette: Wer sie hat, kann sie ohne Rollcall prüfen.
journal-export-part = Die Datei enthält nur die gezeigten Zeilen. Jede lässt sich prüfen; ob eine ausgelassen wurde, lässt sich nicht sagen.
journal-export-private = Sie enthält Daten von Personen und ist nicht verschlüsselt; nur Ihr Konto auf diesem Computer darf sie lesen.
journal-export-progress = { $count ->
    [one] { $count } Zeile geschrieben
   *[other] { $count } Zeilen geschrieben
}
journal-export-done = { $count ->
    [one] { $count } Zeile in { $file } geschrieben.
   *[other] { $count } Zeilen in { $file } geschrieben.
}
