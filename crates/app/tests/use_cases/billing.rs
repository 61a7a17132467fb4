//! Billing: who sees it, what another plan would cost and when, invoices to print, and an end that never
//! waits.

use rollcall_app::view::{
    Begins, BillingView, Changes, JournalKind, JournalQuery, JournalRow, Keep, OutboxState,
    SubscriptionView, SubscriptionWish, VerdictKind,
};
use rollcall_app::{App, ConnectionId};
use rollcall_model::{Role, SubscriptionStatus};
use rollcall_sync::{RemoteError, SendOutcome};
use rollcall_testkit::{SendFault, TestServer};
use tempfile::TempDir;

use crate::general::{general, save, setting};
use crate::scene::Scene;
use crate::support::{
    LONG_UNDO, fake_with, first_entry, outbox_states, server, signed_in, until, until_states,
};

async fn opened(server: &TestServer, role: Role) -> (App, ConnectionId, TempDir) {
    let (app, id, home) = signed_in(server, role).await;
    general(&app, id).await;
    (app, id, home)
}

async fn billing(app: &App, id: ConnectionId) -> BillingView {
    app.billing(id).await.unwrap()
}

async fn subscription(app: &App, id: ConnectionId) -> SubscriptionView {
    billing(app, id).await.subscription.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_open_to_those_who_look_after_it_and_says_why_to_others() {
    let server = server(40);
    for role in [Role::BillingAdmin, Role::Admin] {
        let (app, id, _home) = opened(&server, role).await;
        let view = billing(&app, id).await;
        assert_eq!(view.edit.kind, VerdictKind::Allowed, "{role}");
        assert_eq!(view.invoices.kind, VerdictKind::Allowed, "{role}");
        assert_eq!(
            setting(&view.settings, "billing_contact").value,
            "billing@northwind.example"
        );
        let payment = view.payment.unwrap();
        assert_eq!(payment.label, "Visa ending in 4242");
        assert_eq!(payment.managed_at.as_deref(), Some("pay.northwind.example"));
        assert!(!payment.expired);
        let subscription = view.subscription.unwrap();
        assert_eq!(subscription.change.kind, VerdictKind::Allowed);
        let cancel = subscription.cancel.unwrap();
        let refused =
            (role == Role::BillingAdmin).then_some("Billing Admins can't cancel the subscription.");
        assert_eq!(cancel.reason.as_deref(), refused, "{role}");
        let asked = app.cancel_view(id).await.map_err(|failure| failure.message);
        assert_eq!(
            asked.err().as_deref(),
            refused,
            "{role}: the same at the door"
        );
        app.close().await;
    }
    let (app, id, _home) = opened(&server, Role::UserAdmin).await;
    let refused = app.billing(id).await.unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.message.as_str()),
        (
            "denied",
            "User Admins can see the number of free seats only."
        )
    );
    for (answer, sentence) in [
        (
            app.invoices(id, 0, 10).await.map(drop),
            "User Admins can't see invoices.",
        ),
        (
            app.payment_page(id).await.map(drop),
            "User Admins can't edit billing and payment details.",
        ),
        (
            app.save_billing(id, &save(&[("company", "Acme")]), None)
                .await
                .map(drop),
            "User Admins can't edit billing and payment details.",
        ),
        (
            app.change_subscription(id, &save(&[("seats", "500")]), None)
                .await
                .map(drop),
            "User Admins can't change the subscription.",
        ),
        (
            app.resume_subscription(id).await.map(drop),
            "User Admins can't change the subscription.",
        ),
        (
            app.deletion_view(id).await.map(drop),
            "User Admins can't delete the organization.",
        ),
    ] {
        assert_eq!(answer.unwrap_err().message, sentence);
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_plan_and_other_seats_are_told_before_they_are_asked_for() {
    let server = server(40);
    let (app, id, _home) = opened(&server, Role::BillingAdmin).await;
    let now = subscription(&app, id).await;
    let (seats, used) = (now.seats.unwrap(), now.seats_used.unwrap());
    assert_eq!(
        (now.plan.as_str(), now.wanted.plan.as_str()),
        ("Business", "business")
    );
    assert_eq!(now.free_seats, Some(seats - used));
    assert_eq!(now.price.unwrap().amount, format!("{}.00", 12 * seats));

    let wish = |plan: &str, seats: u32| SubscriptionWish {
        plan: plan.to_owned(),
        seats: seats.to_string(),
    };
    let more = app
        .preview_subscription(id, &wish("enterprise", seats + 3))
        .await
        .unwrap();
    assert_eq!(
        (more.plan_begins, more.seats_begin),
        (Some(Begins::AtOnce), Some(Begins::AtOnce))
    );
    // 19.50 each.
    let hundredths = 1950 * (seats + 3);
    assert_eq!(
        more.after.unwrap().amount,
        format!("{}.{:02}", hundredths / 100, hundredths % 100),
        "to the last decimal"
    );
    assert_eq!(more.free_seats, Some(seats + 3 - used));
    let less = app
        .preview_subscription(id, &wish("team", used))
        .await
        .unwrap();
    assert_eq!(
        (less.plan_begins, less.seats_begin),
        (Some(Begins::AtRenewal), Some(Begins::AtRenewal))
    );
    assert_eq!(less.free_seats, Some(0), "nobody is added meanwhile");
    let same = app
        .preview_subscription(id, &wish("business", seats))
        .await
        .unwrap();
    assert_eq!((same.plan_begins, same.seats_begin), (None, None));
    for (field, wrong) in [
        ("seats", wish("team", used - 1)),
        ("plan", wish("gold", seats)),
    ] {
        let refused = app.preview_subscription(id, &wrong).await.unwrap_err();
        assert_eq!(refused.field.as_deref(), Some(field));
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn less_waits_here_and_then_on_the_server_until_the_period_ends() {
    let server = server(40);
    let (app, id, _home) = opened(&server, Role::BillingAdmin).await;
    let before = subscription(&app, id).await;
    let fewer = before.seats.unwrap() - 1;
    let asked = save(&[("plan", "team"), ("seats", &fewer.to_string())]);
    app.change_subscription(id, &asked, LONG_UNDO)
        .await
        .unwrap();
    let waiting = subscription(&app, id).await;
    let words: Vec<_> = waiting
        .waiting
        .iter()
        .map(|each| (each.was.clone().unwrap(), each.value.clone()))
        .collect();
    assert_eq!(
        words,
        [
            ("Business".to_owned(), "Team".to_owned()),
            (before.seats.unwrap().to_string(), fewer.to_string())
        ],
        "by the names that people read"
    );
    let entry = first_entry(&app, id).await;
    assert_eq!(
        (entry.before.as_str(), entry.after.as_str()),
        ("Business", "Team"),
        "in the Outbox, too"
    );
    let everything = JournalQuery::default();
    let journal = app.journal_window(id, &everything, 0, 10).await.unwrap();
    let named = |line: &JournalRow| line.what == "Plan: Business → Team";
    assert!(
        journal.lines.iter().any(named),
        "in the journal: {journal:?}"
    );
    assert_eq!(
        waiting.status, "active",
        "nothing has changed on the server"
    );
    app.send(id, &Changes::All, None).await.unwrap();
    until_states(&app, id, &[OutboxState::Done, OutboxState::Done]).await;
    let after = subscription(&app, id).await;
    assert_eq!(
        (after.status.as_str(), after.plan.as_str()),
        ("downgrading", "Business")
    );
    assert_eq!(
        (after.next_plan.as_deref(), after.next_seats),
        (Some("Team"), Some(fewer))
    );
    assert_eq!(after.waiting, []);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_in_conflict_is_told_by_the_names_that_people_read() {
    let server = server(40);
    let (app, id, _home) = opened(&server, Role::BillingAdmin).await;
    let (other, there, _other_home) = opened(&server, Role::Admin).await;
    let mine = save(&[("plan", "team")]);
    app.change_subscription(id, &mine, LONG_UNDO).await.unwrap();
    let theirs = save(&[("plan", "enterprise")]);
    other
        .change_subscription(there, &theirs, None)
        .await
        .unwrap();
    until_states(&other, there, &[OutboxState::Done]).await;
    other.close().await;

    app.send(id, &Changes::All, None).await.unwrap();
    until_states(&app, id, &[OutboxState::Conflict]).await;
    let entry = first_entry(&app, id).await;
    assert_eq!(
        (
            entry.before.as_str(),
            entry.theirs.as_deref(),
            entry.after.as_str()
        ),
        ("Business", Some("Enterprise"), "Team")
    );
    let reason = entry.reason.unwrap();
    assert!(reason.contains("Now Enterprise."), "{reason}");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_becomes_a_file_to_print() {
    let server = server(40);
    let (app, id, home) = opened(&server, Role::BillingAdmin).await;
    until(&app, "the invoices are read", async || {
        app.invoices(id, 0, 1).await.unwrap().total > 0
    })
    .await;
    let window = app.invoices(id, 1, 2).await.unwrap();
    assert_eq!((window.offset, window.rows.len()), (1, 2));
    let all = app.invoices(id, 0, 1_000).await.unwrap().rows;
    assert!(
        all.is_sorted_by(|newer, older| newer.date >= older.date),
        "the newest first"
    );
    let row = &window.rows[0];
    let invoice = app.invoice(id, &row.number).await.unwrap();
    assert_eq!(invoice.row, *row, "by its number or its id");
    let file = app.invoice_file(id, &row.id).await.unwrap();
    let path = home.path().join("printed.html");
    assert_eq!(app.save_invoice(id, &file, &path).unwrap(), "printed.html");
    let page = std::fs::read_to_string(&path).unwrap();
    for text in [
        row.number.as_str(),
        row.amount.as_str(),
        "Northwind Trading AG",
        "Speicherstrasse 12",
        invoice.lines[0].description.as_str(),
    ] {
        assert!(page.contains(text), "{text} stands in {page}");
    }
    let unknown = app.invoice(id, "nothing").await.unwrap_err();
    assert_eq!(unknown.code, "unknown_invoice");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_payment_method_is_managed_where_the_server_says_and_only_by_https() {
    let server = server(40);
    let (app, id, _home) = opened(&server, Role::Admin).await;
    assert_eq!(
        app.payment_page(id).await.unwrap(),
        "https://pay.northwind.example/methods"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_subscription_is_cancelled_only_typed_and_goes_on_when_that_is_taken_back() {
    let server = server(40);
    let (app, id, _home) = opened(&server, Role::Admin).await;
    let confirm = app.cancel_view(id).await.unwrap();
    assert_eq!(confirm.text, "Northwind");
    let refused = app.cancel_subscription(id, "yes").await.unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("not_confirmed", Some("typed"))
    );
    assert_eq!(subscription(&app, id).await.status, "active");

    let said = app.cancel_subscription(id, " northwind ").await.unwrap();
    assert!(
        said.starts_with("The subscription is cancelled and ends on 20"),
        "{said}"
    );
    let now = subscription(&app, id).await;
    assert_eq!(now.status, "cancelling");
    assert!(now.cancel.is_none(), "there is nothing more to cancel");
    assert_eq!(now.change.kind, VerdictKind::Denied);
    let stays = app
        .change_subscription(id, &save(&[("seats", "500")]), None)
        .await
        .unwrap_err();
    assert_eq!(stays.code, "subscription_stays");
    assert_eq!(outbox_states(&app, id).await, [], "nothing ever waits");

    let said = app.resume_subscription(id).await.unwrap();
    assert!(said.starts_with("The subscription is active"), "{said}");
    assert_eq!(subscription(&app, id).await.status, "active");
    assert_eq!(
        app.resume_subscription(id).await.unwrap_err().code,
        "subscription_stays"
    );
    app.close().await;
}

/// A server in memory that describes the organization.
async fn in_memory() -> Scene {
    let fake = fake_with(&[("ada", Role::Admin)]);
    fake.describe_organization();
    let types = ["Organization", "Invoice"].map(str::to_owned);
    fake.state().facts.resource_types = types.into();
    let scene = Scene::beside(fake, Keep::Keychain).await;
    general(&scene.app, scene.id).await;
    scene
}

fn lost() -> SendOutcome {
    SendOutcome::Unknown(RemoteError::Server { status: 502 })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_is_read_again_and_told_as_it_stands() {
    let scene = in_memory().await;
    let (app, id, fake) = (&scene.app, scene.id, &scene.fake);
    fake.spoil([SendFault::DoneBut(lost())]);
    let said = app.cancel_subscription(id, "Acme").await.unwrap();
    assert!(
        said.contains("Read again: The subscription stands as: Cancelling."),
        "{said}"
    );
    assert_eq!(subscription(app, id).await.status, "cancelling");

    fake.spoil([SendFault::Answer(lost())]);
    let said = app.resume_subscription(id).await.unwrap();
    assert!(
        said.contains("The subscription stands as: Cancelling."),
        "it was not done, and that is said: {said}"
    );
    let sent = fake
        .state()
        .calls
        .iter()
        .filter(|call| **call == "set_renewal")
        .count();
    assert_eq!(sent, 2, "nothing is sent again by itself");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_server_nothing_is_cancelled_and_nothing_waits() {
    let scene = in_memory().await;
    let (app, id, fake) = (&scene.app, scene.id, &scene.fake);
    fake.state().down = Some(|| RemoteError::Lost { cause: None });
    let refused = app.cancel_subscription(id, "Acme").await.unwrap_err();
    assert_eq!(refused.code, "connection_lost", "{refused}");
    assert_eq!(outbox_states(app, id).await, []);
    fake.state().down = None;
    assert_eq!(
        fake.state()
            .organization
            .as_ref()
            .unwrap()
            .subscription
            .as_ref()
            .unwrap()
            .status,
        SubscriptionStatus::Active
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_else_changed_meanwhile_is_looked_at_before_it_ends() {
    let scene = in_memory().await;
    let (app, id, fake) = (&scene.app, scene.id, &scene.fake);
    fake.describe_organization();
    let refused = app.cancel_subscription(id, "Acme").await.unwrap_err();
    assert_eq!(refused.code, "changed_meanwhile");
    let said = app.cancel_subscription(id, "Acme").await;
    assert!(said.is_ok(), "after it was read again: {said:?}");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_has_its_line_even_where_nothing_can_be_read_after_it() {
    let scene = in_memory().await;
    let (app, id, fake) = (&scene.app, scene.id, &scene.fake);
    fake.describe_organization();
    fake.state().organization_fault = Some(|| RemoteError::Lost { cause: None });
    let refused = app.cancel_subscription(id, "Acme").await.unwrap_err();
    assert_eq!(refused.code, "changed_meanwhile", "it was not done");
    let everything = JournalQuery::default();
    let journal = app.journal_window(id, &everything, 0, 2).await.unwrap();
    let kinds: Vec<_> = journal.lines.iter().map(|line| line.kind).collect();
    assert_eq!(kinds, [JournalKind::Rejected, JournalKind::Sending]);
    app.close().await;
}
