# Billing: the subscription, its seats and prices, how it is paid, and the invoices.

## The screen

billing-title = Billing
billing-details = Billing details
billing-edit-details = Edit billing details…
billing-payment = Payment method
billing-manage = Manage…
billing-manage-action = Manage the payment method in the browser…
billing-paid-by = Paid by
billing-expires = Expires
billing-expired = Expired
billing-managed-elsewhere = It is managed where the server's operator says; nothing of a card is kept here.
billing-managed-at = It is managed at { $host }, which opens in your browser. Nothing of a card is kept here.

## The subscription

billing-subscription = Subscription
billing-plan = Plan
billing-price = Price
billing-seats = Seats
billing-seats-used-label = Seats used
billing-change = Change plan or seats…
billing-cancel = Cancel subscription…
billing-cancel-action = Cancel the subscription…
billing-keep = Keep the subscription
billing-start = Start the subscription

## Amounts and seats

billing-price-month = { $amount } a month
billing-price-year = { $amount } a year
billing-price-period = { $amount } per { $period }
billing-seat-month = { $amount } per seat and month
billing-seat-year = { $amount } per seat and year
billing-seat-period = { $amount } per seat and { $period }
billing-seats-no-limit = No limit
billing-seats-used-no-limit = { $used ->
    [one] { $used } seat used, no limit
   *[other] { $used } seats used, no limit
}
billing-seats-many = { $seats ->
    [one] { $seats } seat
   *[other] { $seats } seats
}
billing-seats-many-free = { $seats ->
    [one] { $seats } seat, { $free } free
   *[other] { $seats } seats, { $free } free
}
billing-seats-used = { $seats ->
    [one] { $used } of { $seats } seat used
   *[other] { $used } of { $seats } seats used
}
billing-seats-used-free = { $seats ->
    [one] { $used } of { $seats } seat used, { $free } free
   *[other] { $used } of { $seats } seats used, { $free } free
}

## What a state means, and the next step

billing-trial = Free of charge. Start the subscription before then, and nothing is interrupted.
billing-trial-until = Free of charge until { $date }. Start the subscription before then, and nothing is interrupted.
billing-trial-ended = The trial is over: nobody can be added, reactivated or invited until the subscription starts.
billing-active = Paid.
billing-no-plan = There is no plan, and nothing is billed.
billing-active-until = Paid. The next period begins on { $date }.
billing-downgrading = Paid. From the next period on, when the period ends: { $next }. Until then nobody is added beyond those seats. Choose what there is now to take that back.
billing-downgrading-on = Paid. From the next period on, on { $date }: { $next }. Until then nobody is added beyond those seats. Choose what there is now to take that back.
billing-plan-and-seats = { $seats ->
    [one] { $plan }, { $seats } seat
   *[other] { $plan }, { $seats } seats
}
billing-cancelling = Cancelled: it ends when the period ends, and until then everything works. Keep the subscription to let it go on.
billing-cancelling-on = Cancelled: it ends on { $date }, and until then everything works. Keep the subscription to let it go on.
billing-pending-payment = A payment is due. Pay the open invoices and check the payment method, or the subscription is frozen.
billing-frozen = Closed until the open invoices are paid: nobody can be added, reactivated or invited. Check the payment method.
billing-cancelled = It has ended: nobody can be added, reactivated or invited. Start the subscription to begin anew.
billing-other-status = In the server's word: { $status }.

## Another plan, other seats

billing-change-heading = Change plan or seats
billing-change-now = Now { $plan }, { $seats }.
billing-seats-help = Everybody who is not suspended uses a seat.
billing-plan-begins = Plan begins
billing-seats-begin = Seats begin
billing-free-seats = Free seats
billing-begins-at-once = At once, when the server has it
billing-begins-with-period = When the period ends
billing-begins-on = On { $date }, when the period ends

## Invoices

invoices-title = Invoices
invoices-none = There are no invoices yet.
invoices-number = Number
invoices-date = Date
invoices-amount = Amount
invoices-status = Status
invoices-more = Show more ({ $count } more)
invoices-show = Show invoice { $number }
invoices-save = Save…
invoices-save-number = Save invoice { $number }…
invoices-saved = Saved: invoice { $number } as { $file }.
invoices-paid = Paid
invoices-open = Open
invoices-void = Void
invoice-title = Invoice
invoice-title-number = Invoice { $number }
invoice-total = Total
invoice-lines = Lines
invoice-description = Description
invoice-quantity = Quantity
