//! Where the subscription stands, as people meet it: whoever can't be added is not asked for, and the reason
//! leads to where it is settled.

use rollcall_model::Role;
use rollcall_org_server::{Standing, SubscriptionOrder};
use rollcall_testkit::TestServer;

use super::steps::connected;
use crate::desk::Desk;
use crate::told::Told;
use crate::window::Window;

/// The operator puts the subscription somewhere, and the window hears of it.
async fn stands(server: &TestServer, window: &Window, order: SubscriptionOrder) {
    let put = server.server().set_subscription(&order);
    put.expect("the operator may");
    window.press("button", "Users").await;
    window.press("button", "Refresh").await;
}

async fn nobody_can_be_added(window: &Window, because: &str) {
    window.press("button", "Add user").await;
    window.fill("E-mail address", "new@new.example").await;
    window.reads("Nobody in this list has this address.").await;
    let says = format!("document.querySelector('dialog')?.textContent.includes('{because}')");
    window.until("the dialog says why", &says).await;
    let closed = "it.getAttribute('aria-disabled')";
    assert_eq!(window.of("button", "Next", closed).await, "true");
    window.axe(&format!("add user: {because}")).await;
}

async fn nothing_waits(window: &Window) {
    window.press("button", "Cancel").await;
    window.press("button", "Outbox").await;
    window.reads("Nothing waits").await;
}

#[tokio::test]
async fn a_subscription_that_is_closed_is_said_everywhere_and_settled_in_billing() {
    let server = TestServer::start(40);
    let desk = Desk::with_keychain();
    let window = connected(&desk, &server, Role::Admin).await;
    for (standing, banner, badge) in [
        (
            Standing::Frozen,
            "The subscription is frozen: nobody can be added",
            "Frozen",
        ),
        (
            Standing::Trial { days: 0 },
            "The trial has ended: nobody can be added",
            "Trial ended",
        ),
        (
            Standing::Cancelled,
            "The subscription is cancelled: nobody can be added",
            "Cancelled",
        ),
    ] {
        let order = SubscriptionOrder {
            standing: Some(standing),
            ..SubscriptionOrder::default()
        };
        stands(&server, &window, order).await;
        window.reads(banner).await;
        window.axe(badge).await;
        nobody_can_be_added(&window, banner).await;
        window.screenshot(&format!("add-{badge}")).await;
        nothing_waits(&window).await;
        window.press("button", "Open Billing").await;
        window.reads(badge).await;
        window.reads_no_more(banner).await;
        window.axe(&format!("Billing: {badge}")).await;
        window.screenshot(&format!("billing-{badge}")).await;
    }
    window.press("button", "Start the subscription").await;
    window.reads("Paid. The next period begins").await;
    window.press("button", "Users").await;
    window.press("button", "Add user").await;
    window.fill("E-mail address", "new@new.example").await;
    window.press("button", "Next").await;
    window.reads("Assign workspaces").await;
    window.close().await;
}

#[tokio::test]
async fn a_payment_that_is_due_is_said_while_everything_still_works() {
    let server = TestServer::start(40);
    let desk = Desk::with_keychain().dark();
    let window = connected(&desk, &server, Role::BillingAdmin).await;
    let order = SubscriptionOrder {
        standing: Some(Standing::PendingPayment),
        ..SubscriptionOrder::default()
    };
    stands(&server, &window, order).await;
    window.reads("A payment is due.").await;
    window.press("button", "Open Billing").await;
    window.reads("Settle the open invoices first.").await;
    window.axe("Billing: a payment is due").await;
    window.screenshot("billing-payment-due-dark").await;
    window.close().await;
}

#[tokio::test]
async fn a_full_plan_takes_nobody_and_says_so_before_anything_waits() {
    let server = TestServer::start(40);
    let told = Told::of(&server);
    let desk = Desk::with_keychain();
    let window = connected(&desk, &server, Role::Admin).await;
    let used = told.organization().await["subscription"]["seatsUsed"].as_u64();
    let order = SubscriptionOrder {
        seats: used.and_then(|used| used.try_into().ok()),
        ..SubscriptionOrder::default()
    };
    stands(&server, &window, order).await;
    window.press("button", "Billing").await;
    window.reads("0 free").await;
    window.screenshot("billing-full").await;
    window.press("button", "Users").await;
    nobody_can_be_added(&window, "Every seat is taken").await;
    window.screenshot("add-full").await;
    window.press("button", "Many at once").await;
    window
        .fill("Addresses", "one@new.example, two@new.example")
        .await;
    window.reads("Every seat is taken").await;
    let closed = "it.getAttribute('aria-disabled')";
    assert_eq!(window.of("button", "Preview", closed).await, "true");
    window.axe("add many, every seat is taken").await;
    window.screenshot("add-many-full").await;
    nothing_waits(&window).await;
    window.close().await;
}
