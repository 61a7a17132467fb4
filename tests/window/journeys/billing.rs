//! Billing: another plan by the keyboard alone, an invoice in a file, a payment page in the browser, and an
//! end that is typed.

use fantoccini::key::Key;
use rollcall_model::Role;
use rollcall_testkit::TestServer;

use super::steps::{CONTROL, command, connected, demo, focused, opens_outbox, tabs_to};
use crate::desk::Desk;
use crate::told::Told;

#[tokio::test]
async fn plan_and_seats_are_changed_by_the_keyboard_alone() {
    let desk = Desk::new();
    let (window, server) = demo(&desk, Role::Admin).await;
    let before = server.organization().await["subscription"].take();
    command(&window, "Go to Billing").await;
    window.reads("The next period begins").await;
    window.reads("Visa ending in 4242").await;
    window.rest().await;
    window.axe("Billing").await;
    window.screenshot("billing").await;

    command(&window, "Change plan or seats").await;
    focused(&window, "Business").await;
    window.chord(&[char::from(Key::Down)]).await;
    tabs_to(&window, "Seats").await;
    window.chord(&[CONTROL, 'a']).await;
    window.types("3").await;
    window.reads("3 seats are fewer than the").await;
    window.axe("change plan or seats, refused").await;
    window.chord(&[CONTROL, 'a']).await;
    let seats = before["seats"].as_u64().expect("a number") + 10;
    window.types(&seats.to_string()).await;
    window.reads("At once, when the server has it").await;
    window.axe("change plan or seats").await;
    window.screenshot("billing-change").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    window.reads("Enterprise waiting").await;
    window.screenshot("billing-waiting").await;
    window.press("button", "Send now").await;
    window.reads_no_more("Enterprise waiting").await;
    window.reads("Enterprise").await;
    let after = server.organization().await["subscription"].take();
    assert_eq!(after["plan"], "enterprise");
    assert_eq!(after["seats"], seats);
    opens_outbox(&window).await;
    window.reads("Change plan Business → Enterprise").await;
    window.screenshot("billing-outbox").await;
    window.close().await;
}

#[tokio::test]
async fn an_invoice_is_read_and_saved_and_the_payment_method_is_managed_elsewhere() {
    let desk = Desk::new().dark();
    let noted = desk.noting_browser();
    let (window, _) = demo(&desk, Role::BillingAdmin).await;
    window.press("button", "Billing").await;
    window.reads("Invoices").await;
    let refused = "it.getAttribute('aria-disabled') + ' ' + document.getElementById(it.getAttribute('aria-describedby')).textContent";
    let refused = window.of("button", "Cancel subscription", refused).await;
    let refused = refused.as_str().unwrap_or_default().to_owned();
    assert!(
        refused.starts_with("true")
            && refused.contains("Billing Admins can't cancel the subscription."),
        "{refused}"
    );
    window.rest().await;
    window.axe("Billing for billing_admin").await;
    window.screenshot("billing-billing_admin-dark").await;

    window.press("button", "Show invoice").await;
    window.reads("Total").await;
    window.axe("an invoice").await;
    window.screenshot("billing-invoice-dark").await;
    window.chord(&[CONTROL, char::from(Key::Enter)]).await;
    let path = desk.folder().join("home/printed.html");
    desk.types_into("Save invoice", path.to_str().expect("a path"));
    window.reads("as printed.html.").await;
    let page = std::fs::read_to_string(&path).expect("the file is there");
    assert!(page.contains("Northwind Trading AG"), "{page}");
    assert!(
        page.contains("default-src 'none'"),
        "it runs and loads nothing"
    );
    window.chord(&[char::from(Key::Escape)]).await;

    window.press("button", "Manage").await;
    while !noted.exists() {
        window.awaits("requestAnimationFrame(arguments[0]);").await;
    }
    let opened = std::fs::read_to_string(&noted).expect("a browser was started");
    assert_eq!(opened, "https://pay.northwind.example/methods");

    window.resize(320, 640).await;
    window.reads("seats used").await;
    window.axe("Billing, narrow").await;
    window.screenshot("billing-narrow-dark").await;
    window.press("button", "Change plan or seats").await;
    window.press("radio", "Team").await;
    window.reads("when the period ends").await;
    window.axe("change plan or seats, narrow").await;
    window.screenshot("billing-change-narrow-dark").await;
    window.chord(&[char::from(Key::Escape)]).await;
    window.press("button", "Show invoice").await;
    window.reads("Total").await;
    window.axe("an invoice, narrow").await;
    window.screenshot("billing-invoice-narrow-dark").await;
    window.chord(&[char::from(Key::Escape)]).await;
    window.close().await;
}

#[tokio::test]
async fn the_subscription_is_cancelled_typed_and_kept_after_all() {
    let desk = Desk::with_keychain();
    let mut server = TestServer::start(40);
    let told = Told::of(&server);
    let window = connected(&desk, &server, Role::Admin).await;
    window.press("button", "Billing").await;
    window.press("button", "Cancel subscription").await;
    window.reads("Type Northwind to confirm").await;
    window.axe("cancel the subscription").await;
    window.screenshot("billing-cancel").await;
    let closed = window
        .of(
            "button",
            "Cancel the subscription",
            "it.getAttribute('aria-disabled')",
        )
        .await;
    assert_eq!(closed, "true", "nothing is typed yet");
    window.fill("Type Northwind to confirm", "northwind").await;
    window.press("button", "Cancel the subscription").await;
    window
        .reads("The subscription is cancelled and ends on")
        .await;
    window.reads("Keep the subscription to let it go on.").await;
    window.axe("Billing, cancelling").await;
    window.screenshot("billing-cancelling").await;
    let status = told.organization().await["subscription"]["status"].take();
    assert_eq!(status, "cancelling");
    window.press("button", "Keep the subscription").await;
    window.reads("Paid. The next period begins").await;

    server.stop();
    window.press("button", "Users").await;
    window.press("button", "Refresh").await;
    window.reads("Offline.").await;
    window.press("button", "Billing").await;
    window
        .reads("Offline: this needs the server, and never waits in the Outbox.")
        .await;
    window.press("button", "Edit").await;
    window.fill("Tax id", "TAX 1").await;
    window.press("button", "Save 1 change").await;
    window.reads("TAX 1 waiting").await;
    window.screenshot("billing-offline").await;
    window.close().await;
}

#[tokio::test]
async fn a_user_admin_has_no_billing_and_finds_their_part_in_general() {
    let desk = Desk::new();
    let (window, _) = demo(&desk, Role::UserAdmin).await;
    window.press("button", "General").await;
    window.reads("Free seats").await;
    let rail =
        "return [...document.querySelectorAll('.rail-label')].map((each) => each.textContent);";
    let rail = window.run(rail, vec![]).await;
    let rail = rail.as_array().expect("a list");
    assert!(!rail.iter().any(|label| label == "Billing"), "{rail:?}");
    window.close().await;
}
