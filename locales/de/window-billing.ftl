# Billing: the subscription, its seats and prices, how it is paid, and the invoices.

## The screen

billing-title = Abrechnung
billing-details = Rechnungsangaben
billing-edit-details = Rechnungsangaben bearbeiten …
billing-payment = Zahlungsmittel
billing-manage = Verwalten …
billing-manage-action = Zahlungsmittel im Browser verwalten …
billing-paid-by = Bezahlt mit
billing-expires = Läuft ab
billing-expired = Abgelaufen
billing-managed-elsewhere = Es wird dort verwaltet, wo der Betreiber des Servers es sagt. Von einer Karte wird hier nichts aufbewahrt.
billing-managed-at = Es wird auf { $host } verwaltet; die Seite öffnet sich in Ihrem Browser. Von einer Karte wird hier nichts aufbewahrt.

## The subscription

billing-subscription = Abonnement
billing-plan = Tarif
billing-price = Preis
billing-seats = Plätze
billing-seats-used-label = Belegte Plätze
billing-change = Tarif oder Plätze ändern …
billing-cancel = Abonnement kündigen …
billing-cancel-action = Abonnement kündigen …
billing-keep = Abonnement behalten
billing-start = Abonnement beginnen

## Amounts and seats

billing-price-month = { $amount } im Monat
billing-price-year = { $amount } im Jahr
billing-price-period = { $amount } je { $period }
billing-seat-month = { $amount } je Platz und Monat
billing-seat-year = { $amount } je Platz und Jahr
billing-seat-period = { $amount } je Platz und { $period }
billing-seats-no-limit = Ohne Grenze
billing-seats-used-no-limit = { $used ->
    [one] { $used } Platz belegt, ohne Grenze
   *[other] { $used } Plätze belegt, ohne Grenze
}
billing-seats-many = { $seats ->
    [one] { $seats } Platz
   *[other] { $seats } Plätze
}
billing-seats-many-free = { $seats ->
    [one] { $seats } Platz, { $free } frei
   *[other] { $seats } Plätze, { $free } frei
}
billing-seats-used = { $seats ->
    [one] { $used } von { $seats } Platz belegt
   *[other] { $used } von { $seats } Plätzen belegt
}
billing-seats-used-free = { $seats ->
    [one] { $used } von { $seats } Platz belegt, { $free } frei
   *[other] { $used } von { $seats } Plätzen belegt, { $free } frei
}

## What a state means, and the next step

billing-trial = Kostenlos. Beginnen Sie das Abonnement vor dem Ende, und nichts wird unterbrochen.
billing-trial-until = Kostenlos bis { $date }. Beginnen Sie das Abonnement vorher, und nichts wird unterbrochen.
billing-trial-ended = Die Testzeit ist vorbei: Niemand kann hinzugefügt, reaktiviert oder eingeladen werden, bis das Abonnement beginnt.
billing-active = Bezahlt.
billing-no-plan = Es gibt keinen Tarif, und nichts wird berechnet.
billing-active-until = Bezahlt. Der nächste Zeitraum beginnt am { $date }.
billing-downgrading = Bezahlt. Ab dem nächsten Zeitraum: { $next }. Bis dahin wird niemand über diese Plätze hinaus hinzugefügt. Wählen Sie, was jetzt gilt, um das zurückzunehmen.
billing-downgrading-on = Bezahlt. Ab dem nächsten Zeitraum, am { $date }: { $next }. Bis dahin wird niemand über diese Plätze hinaus hinzugefügt. Wählen Sie, was jetzt gilt, um das zurückzunehmen.
billing-plan-and-seats = { $seats ->
    [one] { $plan }, { $seats } Platz
   *[other] { $plan }, { $seats } Plätze
}
billing-cancelling = Gekündigt: Es endet mit dem Zeitraum, und bis dahin funktioniert alles. Behalten Sie das Abonnement, damit es weitergeht.
billing-cancelling-on = Gekündigt: Es endet am { $date }, und bis dahin funktioniert alles. Behalten Sie das Abonnement, damit es weitergeht.
billing-pending-payment = Eine Zahlung ist fällig. Bezahlen Sie die offenen Rechnungen und prüfen Sie das Zahlungsmittel, sonst wird das Abonnement stillgelegt.
billing-frozen = Geschlossen, bis die offenen Rechnungen bezahlt sind: Niemand kann hinzugefügt, reaktiviert oder eingeladen werden. Prüfen Sie das Zahlungsmittel.
billing-cancelled = Es ist beendet: Niemand kann hinzugefügt, reaktiviert oder eingeladen werden. Beginnen Sie das Abonnement neu.
billing-other-status = In den Worten des Servers: { $status }.

## Another plan, other seats

billing-change-heading = Tarif oder Plätze ändern
billing-change-now = Jetzt { $plan }, { $seats }.
billing-seats-help = Alle, die nicht gesperrt sind, belegen einen Platz.
billing-plan-begins = Tarif beginnt
billing-seats-begin = Plätze gelten
billing-free-seats = Freie Plätze
billing-begins-at-once = Sofort, sobald der Server es hat
billing-begins-with-period = Wenn der Zeitraum endet
billing-begins-on = Am { $date }, wenn der Zeitraum endet

## Invoices

invoices-title = Rechnungen
invoices-none = Es gibt noch keine Rechnungen.
invoices-number = Nummer
invoices-date = Datum
invoices-amount = Betrag
invoices-status = Stand
invoices-more = Mehr anzeigen (noch { $count })
invoices-show = Rechnung { $number } anzeigen
invoices-save = Speichern …
invoices-save-number = Rechnung { $number } speichern …
invoices-saved = Gespeichert: Rechnung { $number } als { $file }.
invoices-paid = Bezahlt
invoices-open = Offen
invoices-void = Storniert
invoice-title = Rechnung
invoice-title-number = Rechnung { $number }
invoice-total = Summe
invoice-lines = Positionen
invoice-description = Beschreibung
invoice-quantity = Menge
