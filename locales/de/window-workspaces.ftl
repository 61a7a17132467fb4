# Workspaces.

## The list

workspaces-title = Arbeitsbereiche
workspaces-incomplete = Arbeitsbereiche, unvollständig
workspaces-count-incomplete = { $count } · unvollständig
workspaces-search = Arbeitsbereiche suchen
workspaces-search-by-name = Arbeitsbereiche nach Namen suchen
workspaces-new = Neuer Arbeitsbereich
workspaces-column-users = Benutzer
workspaces-to-be-created = wird angelegt
workspaces-nothing-matches = Keine Treffer
workspaces-no-such-name = Kein Arbeitsbereich hat „{ $search }“ im Namen.
workspaces-clear-search = Suche leeren
workspaces-reading = Die Arbeitsbereiche werden gelesen
workspaces-none = Noch keine Arbeitsbereiche
workspaces-none-what = Benutzer erhalten Zugriff auf Arbeitsbereiche. In dieser Organisation gibt es keinen.

## One workspace

workspace-rename = Umbenennen …
workspace-delete = Löschen …
workspace-added = hinzugefügt am { $date }
workspace-waiting-adds = { $adding ->
    [one] Im Postausgang wartet: { $adding } Benutzer hinzufügen.
   *[other] Im Postausgang wartet: { $adding } Benutzer hinzufügen.
}
workspace-waiting-removes = { $removing ->
    [one] Im Postausgang wartet: { $removing } Benutzer entfernen.
   *[other] Im Postausgang wartet: { $removing } Benutzer entfernen.
}
workspace-waiting-both = Im Postausgang wartet: { $adding ->
    [one] { $adding } Benutzer
   *[other] { $adding } Benutzer
} hinzufügen, { $removing ->
    [one] { $removing } Benutzer
   *[other] { $removing } Benutzer
} entfernen.
workspace-needs-you = { $count ->
    [one] { $count } Änderung daran, wer darin ist, braucht Sie.
   *[other] { $count } Änderungen daran, wer darin ist, brauchen Sie.
}
workspace-people = Personen
workspace-people-of = Wer in { $name } ist
workspace-people-search = Darin suchen
workspace-people-search-by = Personen darin nach Name oder E-Mail suchen
workspace-people-none = In diesem Arbeitsbereich ist noch niemand.
workspace-people-no-match = Niemand darin hat „{ $search }“ in Name oder E-Mail-Adresse.
workspace-people-add = Personen hinzufügen …
workspace-people-remove = Entfernen …

## A workspace's name

workspace-name = Name
workspace-create-intro = Personen können sofort hinzugefügt werden, auch bevor der Server ihn hat.
workspace-create = Arbeitsbereich anlegen
workspace-rename-heading = { $name } umbenennen
workspace-rename-intro = Wer darin ist und was er enthält, bleibt, wie es ist.
workspace-rename-confirm = Arbeitsbereich umbenennen

## Adding people to a workspace

pick-heading = Personen zu { $name } hinzufügen
pick-intro = Oder lassen Sie ihn vorerst leer: Personen können jederzeit hinzugefügt werden.
pick-list = Benutzer
pick-nobody = Niemand ist ausgewählt.
pick-selected = { $count } ausgewählt.
pick-next-add = { $count ->
    [one] Weiter: { $count } Benutzer hinzufügen
   *[other] Weiter: { $count } Benutzer hinzufügen
}

## Deleting a workspace

workspace-delete-heading = { $name } löschen?
workspace-delete-confirm = { $name } löschen
workspace-delete-not-created = Er wartet darauf, angelegt zu werden, und wird es nicht: Es wurde noch nichts gesendet.
workspace-delete-nobody = Niemand verliert den Zugriff.
workspace-delete-users = { $count ->
    [one] { $count } Benutzer verliert sofort den Zugriff.
   *[other] { $count } Benutzer verlieren sofort den Zugriff.
}
workspace-delete-contacts-unknown = Wie viele Kontakte er enthält, ist hier nicht bekannt.
workspace-delete-no-contacts = Er enthält keine Kontakte.
workspace-delete-contacts = { $count ->
    [one] { $count } Kontakt darin verschwindet mit ihm.
   *[other] { $count } Kontakte darin verschwinden mit ihm.
}
workspace-delete-no-undo = Das lässt sich nicht rückgängig machen.
workspace-delete-dropped = { $count ->
    [one] { $count } Änderung im Postausgang wird mit ihm verworfen.
   *[other] { $count } Änderungen im Postausgang werden mit ihm verworfen.
}

## A user's workspaces, to choose

checks-chosen = { $chosen } von { $count }
checks-filter = Arbeitsbereiche filtern
checks-none = In dieser Organisation gibt es noch keinen Arbeitsbereich.
checks-no-such-name = Kein Arbeitsbereich hat diesen Namen.
