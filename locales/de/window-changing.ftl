# What is done to users, one by name or several by number: titles, questions, buttons, consequences.

## As a button or a menu names it

act-set-role = Rolle ändern
act-add-to-workspaces = Zu Arbeitsbereichen hinzufügen
act-remove-from-workspaces = Aus Arbeitsbereichen entfernen
act-resend-invitation = Einladung erneut senden
act-revoke-invitation = Einladung widerrufen
act-suspend = Sperren
act-reactivate = Reaktivieren
act-delete = Löschen

## The question of the dialog

ask-delete = { $name } aus { $organization } löschen?
ask-delete-many = { $count } Benutzer aus { $organization } löschen?
ask-suspend = { $name } sperren?
ask-suspend-many = { $count } Benutzer sperren?
ask-reactivate = { $name } reaktivieren?
ask-reactivate-many = { $count } Benutzer reaktivieren?
ask-resend = Die Einladung von { $name } erneut senden?
ask-resend-many = { $count ->
    [one] Die Einladung von { $count } Benutzer erneut senden?
   *[other] Die Einladungen von { $count } Benutzern erneut senden?
}
ask-revoke = Die Einladung von { $name } widerrufen?
ask-revoke-many = { $count ->
    [one] Die Einladung von { $count } Benutzer widerrufen?
   *[other] Die Einladungen von { $count } Benutzern widerrufen?
}
ask-set-role = Die Rolle von { $name } ändern
ask-set-role-many = { $count ->
    [one] Die Rolle von { $count } Benutzer ändern
   *[other] Die Rolle von { $count } Benutzern ändern
}
ask-add = { $name } zu Arbeitsbereichen hinzufügen
ask-add-many = { $count } Benutzer zu Arbeitsbereichen hinzufügen
ask-add-to = { $name } zu { $workspace } hinzufügen
ask-add-to-many = { $count } Benutzer zu { $workspace } hinzufügen
ask-remove = { $name } aus Arbeitsbereichen entfernen
ask-remove-many = { $count } Benutzer aus Arbeitsbereichen entfernen
ask-remove-from = { $name } aus { $workspace } entfernen
ask-remove-from-many = { $count } Benutzer aus { $workspace } entfernen

## The button that does it

do-set-role = Rolle von { $name } ändern
do-set-role-many = { $count ->
    [one] Rolle von { $count } Benutzer ändern
   *[other] Rolle von { $count } Benutzern ändern
}
do-add = { $name } hinzufügen
do-add-many = { $count } Benutzer hinzufügen
do-remove = { $name } entfernen
do-remove-many = { $count } Benutzer entfernen
do-resend = An { $name } erneut senden
do-resend-many = An { $count } Benutzer erneut senden
do-revoke = Einladung von { $name } widerrufen
do-revoke-many = { $count ->
    [one] { $count } Einladung widerrufen
   *[other] { $count } Einladungen widerrufen
}
do-suspend = { $name } sperren
do-suspend-many = { $count } Benutzer sperren
do-reactivate = { $name } reaktivieren
do-reactivate-many = { $count } Benutzer reaktivieren
do-delete = { $name } löschen
do-delete-many = { $count } Benutzer löschen

## What comes with it: of one by name, of one or several by number

comes-not-added = { $name } wartet darauf, hinzugefügt zu werden, und wird es nicht: Noch wurde nichts gesendet.
comes-not-added-many = { $count ->
    [one] { $count } Benutzer wartet darauf, hinzugefügt zu werden, und wird es nicht: Noch wurde nichts gesendet.
   *[other] { $count } Benutzer warten darauf, hinzugefügt zu werden, und werden es nicht: Noch wurde nichts gesendet.
}
comes-access = { $workspaces ->
    [one] { $name } verliert sofort den Zugriff auf { $workspaces } Arbeitsbereich.
   *[other] { $name } verliert sofort den Zugriff auf { $workspaces } Arbeitsbereiche.
}
comes-access-one = { $workspaces ->
    [one] Der Benutzer verliert sofort den Zugriff auf { $workspaces } Arbeitsbereich.
   *[other] Der Benutzer verliert sofort den Zugriff auf { $workspaces } Arbeitsbereiche.
}
comes-access-many = { $workspaces ->
    [one] Die Benutzer verlieren sofort den Zugriff auf { $workspaces } Arbeitsbereich.
   *[other] Die Benutzer verlieren sofort den Zugriff auf { $workspaces } Arbeitsbereiche.
}
comes-contacts = { $contacts ->
    [one] { $contacts } Kontakt von { $name } ist dann niemandem mehr zugewiesen.
   *[other] { $contacts } Kontakte von { $name } sind dann niemandem mehr zugewiesen.
}
comes-contacts-one = { $contacts ->
    [one] { $contacts } Kontakt dieses Benutzers ist dann niemandem mehr zugewiesen.
   *[other] { $contacts } Kontakte dieses Benutzers sind dann niemandem mehr zugewiesen.
}
comes-contacts-many = { $contacts ->
    [one] { $contacts } Kontakt dieser Benutzer ist dann niemandem mehr zugewiesen.
   *[other] { $contacts } Kontakte dieser Benutzer sind dann niemandem mehr zugewiesen.
}
comes-no-contact = Kein Kontakt ist zugewiesen.
comes-nothing-lost = Kein Zugriff auf einen Arbeitsbereich und kein zugewiesener Kontakt geht verloren.
comes-contacts-unknown = Wie viele Kontakte zugewiesen sind, ist hier nicht bekannt.
comes-contacts-unknown-many = Wie viele Kontakte { $users } von ihnen zugewiesen sind, ist hier nicht bekannt.
comes-no-way-back = Das lässt sich nicht rückgängig machen: Dafür wäre eine neue Einladung nötig.
comes-suspended = { $name } kann sich nicht anmelden, bis ein Admin den Benutzer reaktiviert. Rolle, Arbeitsbereiche und Kontakte bleiben.
comes-suspended-one = Der Benutzer kann sich nicht anmelden, bis ein Admin ihn reaktiviert. Rolle, Arbeitsbereiche und Kontakte bleiben.
comes-suspended-many = Die Benutzer können sich nicht anmelden, bis ein Admin sie reaktiviert. Rolle, Arbeitsbereiche und Kontakte bleiben.
comes-reactivated = { $name } kann sich wieder anmelden, mit Rolle und Arbeitsbereichen wie zuvor.
comes-reactivated-one = Der Benutzer kann sich wieder anmelden, mit Rolle und Arbeitsbereichen wie zuvor.
comes-reactivated-many = Die Benutzer können sich wieder anmelden, mit Rolle und Arbeitsbereichen wie zuvor.
comes-resent = Eine neue E-Mail wird gesendet. Der Link in der vorigen gilt dann nicht mehr.
comes-resent-many = Alle bekommen eine neue E-Mail. Die Links in den vorigen gelten dann nicht mehr.
comes-dropped = { $count ->
    [one] { $count } Änderung im Postausgang wird damit verworfen.
   *[other] { $count } Änderungen im Postausgang werden damit verworfen.
}
comes-on-its-way = { $count ->
    [one] { $count } Änderung ist schon unterwegs und kann nicht zurückgenommen werden.
   *[other] { $count } Änderungen sind schon unterwegs und können nicht zurückgenommen werden.
}

## Whom it is about

verdict-will-change = Wird geändert
verdict-already-so = Schon so
verdict-not-allowed = Nicht erlaubt

## What suspend, delete and revoke do, beside each other

compared-for = Für
compared-for-anybody = alle Benutzer
compared-for-invited = wer noch nicht angenommen hat
compared-signing-in = Anmelden
compared-signing-in-suspended = erst nach dem Reaktivieren
compared-signing-in-deleted = nie wieder
compared-signing-in-revoked = der Link gilt nicht mehr
compared-workspaces-kept = bleiben
compared-workspaces-lost = sofort verloren
compared-contacts-kept = bleiben zugewiesen
compared-contacts-lost = nicht mehr zugewiesen
compared-address-taken = weiter vergeben
compared-address-free = wieder frei
compared-undone = Kann rückgängig gemacht werden
compared-undone-reactivate = ja: reaktivieren
compared-undone-invite = nein: neu einladen
