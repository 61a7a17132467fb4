# What the policy says: roles, refusals, and who can help; and what is called after the wire's values.

## Roles

policy-role-admin = Admin
policy-role-billing-admin = Abrechnungs-Admin
policy-role-user-admin = Benutzer-Admin
policy-role-member = Mitglied
policy-role-none = keine Rolle

## Whoever has a role, as the subject of a sentence

policy-roles-admin = Admins
policy-roles-billing-admin = Abrechnungs-Admins
policy-roles-user-admin = Benutzer-Admins
policy-roles-member = Mitglieder

## What a role lets a person do

policy-role-summary-admin = Verwaltet Benutzer, Rollen, Arbeitsbereiche, Abrechnung und die Organisation selbst.
policy-role-summary-billing-admin = Verwaltet Abrechnung und Tarif. Sieht Benutzer und Arbeitsbereiche, ändert aber nichts daran.
policy-role-summary-user-admin = Fügt Mitglieder hinzu und löscht sie, verwaltet Arbeitsbereiche und wer darin ist. Kann keine Rollen ändern.
policy-role-summary-member = Arbeitet in den gewährten Arbeitsbereichen. Öffnet keine Einstellungen.

## Areas

policy-area-general = Allgemein
policy-area-users = Benutzer
policy-area-workspaces = Arbeitsbereiche
policy-area-billing = Abrechnung

## What an area is to a role

policy-area-view-only = Nur zum Ansehen.
policy-area-closed = Sieht und tut hier nichts.
policy-area-general-admin = Sieht, bearbeitet und löscht die Organisation.
policy-area-users-admin = Fügt Benutzer jeder Rolle hinzu, ändert, sperrt und löscht sie.
policy-area-workspaces-admin = Verwaltet jeden Arbeitsbereich und betritt alle.
policy-area-billing-admin = Verwaltet Abrechnung und Tarif und darf kündigen.
policy-area-workspaces-billing-admin = Nur zum Ansehen; betritt die gewährten.
policy-area-billing-billing-admin = Verwaltet Abrechnung und Tarif, kann aber nicht kündigen.
policy-area-general-user-admin = Nur zum Ansehen, samt Abrechnungsdaten.
policy-area-users-user-admin = Fügt Mitglieder hinzu, löscht sie und weist allen Arbeitsbereiche zu.
policy-area-workspaces-user-admin = Verwaltet jeden Arbeitsbereich; betritt die gewährten.
policy-area-billing-user-admin = Die Abrechnungsdaten stehen unter Allgemein; von den Plätzen werden die freien gezählt.
policy-area-workspaces-member = Arbeitet in den gewährten Arbeitsbereichen.
policy-view-only = { $roles } können dies ansehen, aber hier nichts ändern.
policy-every-workspace = { $roles } können jeden Arbeitsbereich betreten, was auch immer hier zugewiesen ist.

## Actions, each as an item of a list, which begins it with a capital

policy-action-organization-view = die Angaben zur Organisation ansehen
policy-action-organization-edit = die Angaben zur Organisation bearbeiten
policy-action-billing-view = die Abrechnungsdaten ansehen
policy-action-billing-edit = Abrechnungs- und Zahlungsdaten bearbeiten
policy-action-invoices-view = Rechnungen ansehen
policy-action-subscription-view = den Tarif und seine Plätze ansehen
policy-action-users-view = Benutzer ansehen
policy-action-users-add = Benutzer hinzufügen
policy-action-users-delete = Benutzer löschen
policy-action-users-set-role = Rollen ändern
policy-action-users-suspend = Benutzer sperren
policy-action-users-reactivate = Benutzer reaktivieren
policy-action-users-edit-profile = Profile bearbeiten
policy-action-users-replace-email = E-Mail-Adressen ersetzen
policy-action-users-set-workspaces = die Arbeitsbereiche von Benutzern ändern
policy-action-workspaces-view = Arbeitsbereiche ansehen
policy-action-workspaces-enter = Arbeitsbereiche betreten
policy-action-workspaces-create = Arbeitsbereiche anlegen
policy-action-workspaces-rename = Arbeitsbereiche umbenennen
policy-action-workspaces-delete = Arbeitsbereiche löschen
policy-action-subscription-change = das Abonnement ändern
policy-action-subscription-cancel = das Abonnement kündigen
policy-action-organization-delete = die Organisation löschen
policy-action-invitations-resend = Einladungen erneut senden
policy-action-invitations-revoke = Einladungen widerrufen

## The part of an action that a limited role has, in the same way

policy-part-subscription-view = nur die Zahl der freien Plätze ansehen
policy-part-users-add = nur Mitglieder hinzufügen
policy-part-users-delete = nur Mitglieder löschen
policy-part-users-replace-email = nur die E-Mail-Adressen von Mitgliedern ersetzen
policy-part-workspaces-view = nur die gewährten Arbeitsbereiche ansehen, ohne Einstellungen
policy-part-workspaces-enter = nur die gewährten Arbeitsbereiche betreten
policy-part-invitations-resend = nur die Einladungen ausstehender Mitglieder erneut senden
policy-part-invitations-revoke = nur die Einladungen ausstehender Mitglieder widerrufen

## What a role can't do

policy-cannot-organization-view = { $roles } können die Angaben zur Organisation nicht ansehen.
policy-cannot-organization-edit = { $roles } können die Angaben zur Organisation nicht bearbeiten.
policy-cannot-billing-view = { $roles } können die Abrechnungsdaten nicht ansehen.
policy-cannot-billing-edit = { $roles } können Abrechnungs- und Zahlungsdaten nicht bearbeiten.
policy-cannot-invoices-view = { $roles } können keine Rechnungen ansehen.
policy-cannot-subscription-view = { $roles } können den Tarif und seine Plätze nicht ansehen.
policy-cannot-users-view = { $roles } können keine Benutzer ansehen.
policy-cannot-users-add = { $roles } können keine Benutzer hinzufügen.
policy-cannot-users-delete = { $roles } können keine Benutzer löschen.
policy-cannot-users-set-role = { $roles } können keine Rollen ändern.
policy-cannot-users-suspend = { $roles } können keine Benutzer sperren.
policy-cannot-users-reactivate = { $roles } können keine Benutzer reaktivieren.
policy-cannot-users-edit-profile = { $roles } können keine Profile bearbeiten.
policy-cannot-users-replace-email = { $roles } können keine E-Mail-Adressen ersetzen.
policy-cannot-users-set-workspaces = { $roles } können die Arbeitsbereiche von Benutzern nicht ändern.
policy-cannot-workspaces-view = { $roles } können keine Arbeitsbereiche ansehen.
policy-cannot-workspaces-enter = { $roles } können keine Arbeitsbereiche betreten.
policy-cannot-workspaces-create = { $roles } können keine Arbeitsbereiche anlegen.
policy-cannot-workspaces-rename = { $roles } können keine Arbeitsbereiche umbenennen.
policy-cannot-workspaces-delete = { $roles } können keine Arbeitsbereiche löschen.
policy-cannot-subscription-change = { $roles } können das Abonnement nicht ändern.
policy-cannot-subscription-cancel = { $roles } können das Abonnement nicht kündigen.
policy-cannot-organization-delete = { $roles } können die Organisation nicht löschen.
policy-cannot-invitations-resend = { $roles } können keine Einladungen erneut senden.
policy-cannot-invitations-revoke = { $roles } können keine Einladungen widerrufen.

## What a role can do of an action, and no more

policy-only-subscription-view = { $roles } können nur die Zahl der freien Plätze ansehen.
policy-only-users-add = { $roles } können nur Mitglieder hinzufügen.
policy-only-users-delete = { $roles } können nur Mitglieder löschen.
policy-only-users-replace-email = { $roles } können nur die E-Mail-Adressen von Mitgliedern ersetzen.
policy-only-workspaces-view = { $roles } können nur die gewährten Arbeitsbereiche ansehen, ohne Einstellungen.
policy-only-workspaces-enter = { $roles } können nur die gewährten Arbeitsbereiche betreten.
policy-only-invitations-resend = { $roles } können nur die Einladungen ausstehender Mitglieder erneut senden.
policy-only-invitations-revoke = { $roles } können nur die Einladungen ausstehender Mitglieder widerrufen.

## What holds whatever the role

policy-own-access = Sie können Ihren eigenen Zugriff nicht ändern.
policy-last-admin = Dies ist der einzige aktive Admin (ausstehende und gesperrte zählen nicht). Machen Sie zuerst jemand anderen zum Admin.
policy-address-taken = Ein anderer Benutzer hat diese E-Mail-Adresse bereits.
policy-no-open-invitation = Dieser Benutzer hat keine offene Einladung.
policy-subscription-frozen = Das Abonnement ist stillgelegt: Niemand kann hinzugefügt, reaktiviert oder eingeladen werden, bis die Rechnungen bezahlt sind.
policy-subscription-cancelled = Das Abonnement ist beendet: Niemand kann hinzugefügt, reaktiviert oder eingeladen werden, bis es neu beginnt.
policy-trial-ended = Die Testzeit ist vorbei: Niemand kann hinzugefügt, reaktiviert oder eingeladen werden, bis das Abonnement beginnt.
policy-seats-taken = Alle Plätze sind belegt: Sperren oder löschen Sie zuerst jemanden, oder fügen Sie dem Abonnement Plätze hinzu.
policy-actor-role-unknown = Ihre Rolle ist keine von Admin, Abrechnungs-Admin, Benutzer-Admin und Mitglied; sie erlaubt hier darum nichts.
policy-target-role-unknown = Diese Rolle ist keine von Admin, Abrechnungs-Admin, Benutzer-Admin und Mitglied.
policy-action-unknown = Eine solche Aktion gibt es nicht.
policy-facts-missing = Das lässt sich nicht entscheiden, ohne dass gesagt wird, um wen oder was es geht.

## Who can help: whom to ask, and with which words for them

policy-help-admin = einen Admin
policy-help-billing-admin = einen Abrechnungs-Admin
policy-help-user-admin = einen Benutzer-Admin
policy-help-member = ein Mitglied
policy-help-another-admin = einen anderen Admin
policy-help-another-billing-admin = einen anderen Abrechnungs-Admin
policy-help-another-user-admin = einen anderen Benutzer-Admin
policy-help-another-member = ein anderes Mitglied
policy-help-either = { $before } oder { $last }
policy-help-ask = Fragen Sie { $whom }.
policy-help-ask-names = Fragen Sie { $whom }: { $names }.
policy-help-ask-more = { $count ->
    [one] Fragen Sie { $whom }: { $names } oder { $count } weitere Person.
   *[other] Fragen Sie { $whom }: { $names } oder { $count } weitere.
}

## What one role has more of than another

policy-role-more-now = { $all } (jetzt: { $part })
policy-role-more-still = { $all } (weiterhin: { $part })

## Where a subscription stands

policy-status-trial = Testzeit
policy-status-trial-ended = Testzeit vorbei
policy-status-active = Aktiv
policy-status-downgrading = Wird herabgestuft
policy-status-cancelling = Gekündigt
policy-status-pending-payment = Zahlung ausstehend
policy-status-frozen = Stillgelegt
policy-status-cancelled = Beendet
