# What the terminal's program says of changes: to users, workspaces, the organization, billing, and the outbox.

## What became of a change

terminal-applied = Erledigt. { $message }
terminal-queued = Vorgemerkt. { $message }
terminal-something-else = Dort steht jetzt etwas anderes.

## What would be done, with --dry-run

terminal-nothing-changed = Es wurde nichts geändert.
terminal-would-add = Würde { $address } als { $role } hinzufügen. Es wurde nichts geändert.
terminal-would-add-with = Würde { $address } als { $role } hinzufügen, mit Zugriff auf { $workspaces }. Es wurde nichts geändert.
terminal-would-create = Würde { $name } anlegen. Es wurde nichts geändert.
terminal-would-rename = Würde { $before } in { $name } umbenennen. Es wurde nichts geändert.
terminal-would-delete = Würde { $name } löschen. { $consequences } Es wurde nichts ausgeführt.
terminal-would-change = { $changing ->
    [one] { $changing } würde geändert, { $already } schon so, { $denied } nicht erlaubt. Es wurde nichts ausgeführt.
   *[other] { $changing } würden geändert, { $already } schon so, { $denied } nicht erlaubt. Es wurde nichts ausgeführt.
}

## Which users

terminal-which-users = Welche Benutzer? Nennen Sie sie, oder wählen Sie sie mit --search, --role, --state, --workspace oder --activity.
terminal-users-twice = Nennen Sie Benutzer, oder wählen Sie sie mit Filtern, nicht beides.

## What goes with users, a workspace or the organization

terminal-goes-access = Verloren geht der Zugriff auf: { $workspaces }.
terminal-goes-workspace = { $name } ({ $users } Benutzer, { $contacts ->
    [one] { $contacts } Kontakt
   *[other] { $contacts } Kontakte
})
terminal-goes-unassigned = Kontakte, die dann niemandem mehr zugewiesen sind: { $count }.
terminal-goes-unassigned-unknown = Benutzer, bei denen die Liste nicht sagt, wie viele Kontakte sie haben: { $count }.
terminal-goes-not-added = Benutzer, die darauf warten, hinzugefügt zu werden, und es dann nicht werden: { $count }.
terminal-goes-dropped = Änderungen im Postausgang, die damit verworfen werden: { $count }.
terminal-goes-on-their-way = Änderungen, die schon unterwegs sind und nicht zurückgenommen werden können: { $count }.
terminal-goes-not-created = Er wartet darauf, angelegt zu werden, und wird es dann nicht.
terminal-goes-users = Benutzer, die den Zugriff verlieren: { $count }.
terminal-goes-workspaces = Arbeitsbereiche, die damit verschwinden: { $count }.
terminal-goes-contacts = Kontakte, die damit verschwinden: { $count }.
terminal-goes-contacts-unknown = Wie viele Kontakte er enthält, ist nicht bekannt.
terminal-goes-contacts-and = { $unknown ->
    [one] Kontakte, die damit verschwinden: { $count }, und die in { $unknown } Arbeitsbereich, von dem der Server nicht sagt, wie viele es sind.
   *[other] Kontakte, die damit verschwinden: { $count }, und die in { $unknown } Arbeitsbereichen, von denen der Server nicht sagt, wie viele es sind.
}
terminal-goes-subscription = Auch das Abonnement; sein Stand: { $standing }.
terminal-goes-waiting = Änderungen, die warten und nie gesendet werden: { $count }.
terminal-goes-sessions = Jede Sitzung der Organisation endet.

## A list of people

terminal-import-line = Zeile { $line }: { $address }: { $reason }
terminal-import-line-alone = Zeile { $line }: { $reason }
terminal-import-more = Und { $count } weitere wie diese. --refused FILE schreibt sie alle.
terminal-import-progress = { $done } von { $total } …
terminal-import-nobody = Es wurde niemand hinzugefügt.
terminal-import-counts = Wird hinzugefügt: { $added }. Schon vorhanden: { $there }. Nicht erlaubt: { $denied }. Nicht lesbar: { $unreadable }.
terminal-import-left-out = Ausgelassen: { $there } schon vorhanden, { $denied } nicht erlaubt, { $unreadable } nicht lesbar.

## The subscription

terminal-would-cancel = Würde das Abonnement kündigen. { $reason } Es wurde nichts ausgeführt.
terminal-would-cancel-then = Würde das Abonnement kündigen. Sein Zeitraum endet am { $moment }. { $reason } Es wurde nichts ausgeführt.
terminal-plan-at-once = Der Tarif würde sofort beginnen.
terminal-plan-with-period = Der Tarif würde beginnen, wenn der Zeitraum endet.
terminal-plan-then = Der Tarif würde beginnen, wenn der Zeitraum endet, am { $moment }.
terminal-seats-at-once = Die Plätze würden sofort gelten.
terminal-seats-with-period = Die Plätze würden gelten, wenn der Zeitraum endet.
terminal-seats-then = Die Plätze würden gelten, wenn der Zeitraum endet, am { $moment }.
terminal-seats-free = Freie Plätze danach: { $count }.
terminal-costs = Es würde { $price } kosten.
terminal-costs-instead = Es würde { $price } kosten statt { $before }.
terminal-price = { $period ->
    [month] { $amount } { $currency } im Monat
    [year] { $amount } { $currency } im Jahr
   *[other] { $amount } { $currency } je { $period }
}
terminal-plan-price = { $plan }: { $price } je Platz

## The outbox

terminal-outbox-empty = Der Postausgang ist leer.
terminal-outbox-hold = Nichts geht hinaus vor: rollcall-cli outbox send
terminal-no-change = Keine Änderung im Postausgang hat die Kennung { $named }.
terminal-several-changes = { $named } kann mehrere Änderungen meinen: { $ids }.
terminal-dropped = { $count ->
    [one] { $count } Änderung verworfen.
   *[other] { $count } Änderungen verworfen.
}
terminal-moved = { $count ->
    [one] { $count } Änderung verschoben.
   *[other] { $count } Änderungen verschoben.
}
terminal-moved-nothing = Nichts zu verschieben: Es steht schon dort.
terminal-hold-on = Anhalten ist eingeschaltet: Nichts geht hinaus, bevor es gesendet wird.
terminal-hold-off = Anhalten ist ausgeschaltet: Was verlangt wird, geht von selbst hinaus.
terminal-held = { $count ->
    [one] { $count } Änderung ist angehalten.
   *[other] { $count } Änderungen sind angehalten.
}
terminal-unconfirmed = { $count ->
    [one] { $count } Änderung fragt vor dem Senden noch einmal.
   *[other] { $count } Änderungen fragen vor dem Senden noch einmal.
}
terminal-send-first = { $count ->
    [one] Damit geht hinaus, was zuerst hinaus muss: { $count } Änderung.
   *[other] Damit geht hinaus, was zuerst hinaus muss: { $count } Änderungen.
}
terminal-send-refused = { $name }, { $before } → { $after }: { $reason }

## Plans

terminal-plan-would = { $changes ->
    [one] { $changes } würde gesendet: { $denied } nicht erlaubt, { $conflicts } im Konflikt, { $already } schon so.
   *[other] { $changes } würden gesendet: { $denied } nicht erlaubt, { $conflicts } im Konflikt, { $already } schon so.
}
terminal-plan-asks = { $reason } Dann wird danach gefragt.
terminal-plan-exported = { $count ->
    [one] { $count } Änderung. Sie wartet hier weiter: Verwerfen Sie sie, sobald jemand anders sie gesendet hat.
   *[other] { $count } Änderungen. Sie warten hier weiter: Verwerfen Sie sie, sobald jemand anders sie gesendet hat.
}
terminal-plan-imported = Der Plan ist angehalten. Sehen Sie ihn sich an mit: rollcall-cli outbox plan
terminal-plan-unreadable = Der Plan konnte nicht gelesen werden ({ $path }): { $cause }.

## Conflicts

terminal-conflicts-none = Nichts ist im Konflikt.
terminal-conflicts-decide = Entscheiden Sie mit: rollcall-cli outbox resolve theirs|mine|combined|drop ID
terminal-resolve-none = Keine Änderung im Konflikt kann so entschieden werden.
terminal-resolve-no-conflict = { $name }, { $subject }: Die Änderung ist nicht im Konflikt.
terminal-resolve-nothing-to-keep = { $name }, { $subject }: Es gibt nichts zu behalten. Verwerfen Sie die Änderung mit: outbox resolve drop
terminal-resolve-something-to-keep = { $name }, { $subject }: Es gibt etwas zu behalten. Behalten Sie es mit: outbox resolve theirs; oder verlangen Sie Ihres erneut mit: outbox resolve mine
terminal-resolve-overlap = { $name }, { $subject }: Beide Bearbeitungen betreffen dasselbe und können nicht zusammengeführt werden. Entscheiden Sie sich für theirs oder mine.
terminal-kept-theirs = { $count ->
    [one] Was auf dem Server steht, bleibt. { $count } Änderung verworfen.
   *[other] Was auf dem Server steht, bleibt. { $count } Änderungen verworfen.
}
