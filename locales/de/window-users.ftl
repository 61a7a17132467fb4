# The list of users: its columns, details, selection and what is done to those selected.

## Die Liste

row-role-was = zuvor
filters-label = Filter
filters-workspace = Arbeitsbereich
filters-activity = Aktivität
filters-clear = Filter löschen

## Auswählen

selection-label = Auswahl
selection-some = { $count } ausgewählt
selection-all-users = { $count ->
    [one] Einziger Benutzer ausgewählt
   *[other] Alle { $count } Benutzer ausgewählt
}
selection-all-matches = { $count ->
    [one] Einziger Treffer ausgewählt
   *[other] Alle { $count } Treffer ausgewählt
}
selection-select-users = { $count ->
    [one] Einzigen Benutzer auswählen
   *[other] Alle { $count } Benutzer auswählen
}
selection-select-matches = { $count ->
    [one] Einzigen Treffer auswählen
   *[other] Alle { $count } Treffer auswählen
}
selection-deselect = Auswahl aufheben
selection-clear = Aufheben

## Was die Aktionen tun, die etwas beenden, nebeneinander

compared-title = Sperren, löschen oder widerrufen?

## Ansichten

views-delete-title = Ansicht { $name } löschen?
views-delete-intro = Nur die Ansicht wird gelöscht. Die Benutzer, die sie zeigt, bleiben unberührt.
views-delete = { $name } löschen
views-deleted = Gelöscht: { $name }.
