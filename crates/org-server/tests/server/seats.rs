//! Who comes in: nobody without a seat, nobody while the subscription is closed.

use jiff::SignedDuration;
use reqwest::Method;
use rollcall_model::Role;
use rollcall_org_server::{Standing, SubscriptionOrder};
use rollcall_policy::Rule;
use serde_json::{Value, json};

use crate::support::{Answer, Server, id, send, set};

const DAY: SignedDuration = SignedDuration::from_hours(24);

fn order(server: &Server, seats: Option<u32>, standing: Option<Standing>) {
    let order = SubscriptionOrder {
        plan: None,
        seats,
        standing,
    };
    server.org.set_subscription(&order).unwrap();
}

/// As many seats as are in use, and so many more.
async fn leave(server: &Server, free: u64) {
    let path = server.organization().await;
    let used = server.get(&path).await.body["subscription"]["seatsUsed"]
        .as_u64()
        .unwrap();
    order(server, Some(u32::try_from(used + free).unwrap()), None);
}

async fn add(server: &Server, role: Role, name: &str) -> Answer {
    let body = json!({ "userName": name });
    server.send_as(role, Method::POST, "/Users", &body).await
}

#[track_caller]
fn is_refused(answer: &Answer, rule: Rule) {
    answer.is_error(403, "");
    assert_eq!(answer.detail(), rule.sentence());
}

#[tokio::test]
async fn the_last_seat_goes_to_one_and_comes_back_with_them() {
    let server = Server::demo(12).await;
    leave(&server, 1).await;
    let ana = add(&server, Role::Admin, "ana@northwind.example").await;
    assert_eq!(ana.status, 201);
    let ana = format!("/Users/{}", id(&ana.body));
    for role in [Role::Admin, Role::UserAdmin] {
        is_refused(
            &add(&server, role, "ben@northwind.example").await,
            Rule::SeatsTaken,
        );
    }
    let resent = server
        .resend_as(Role::Admin, ana.trim_start_matches("/Users/"))
        .await;
    assert_eq!(resent.status, 201, "who is invited has a seat already");

    assert_eq!(
        server.patch(&ana, set("active", json!(false))).await.status,
        200
    );
    let ben = add(&server, Role::UserAdmin, "ben@northwind.example").await;
    assert_eq!(ben.status, 201, "a suspended user's seat is free");
    let back = server.patch(&ana, set("active", json!(true))).await;
    is_refused(&back, Rule::SeatsTaken);
    assert_eq!(
        server
            .delete(&format!("/Users/{}", id(&ben.body)))
            .await
            .status,
        204
    );
    assert_eq!(
        server.patch(&ana, set("active", json!(true))).await.status,
        200
    );
}

#[tokio::test]
async fn two_who_want_the_last_seat_at_once_do_not_both_get_it() {
    let server = Server::demo(12).await;
    for round in 0..30 {
        leave(&server, 1).await;
        let name = |who: &str| format!("{who}{round}@northwind.example");
        let (first, second) = (name("one"), name("two"));
        let (one, two) = tokio::join!(
            add(&server, Role::Admin, &first),
            add(&server, Role::UserAdmin, &second),
        );
        let mut statuses = [one.status.as_u16(), two.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 403], "round {round}");
    }
}

#[tokio::test]
async fn a_bulk_request_stops_at_the_last_seat() {
    let server = Server::demo(12).await;
    leave(&server, 2).await;
    let operations: Vec<Value> = (0..4)
        .map(|n| {
            json!({ "method": "POST", "path": "/Users", "bulkId": format!("{n}"),
                "data": { "userName": format!("bulk{n}@northwind.example") } })
        })
        .collect();
    let done = server
        .post("/Bulk", &json!({ "Operations": operations }))
        .await
        .body;
    let statuses: Vec<_> = done["Operations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["status"])
        .collect();
    assert_eq!(statuses, ["201", "201", "403", "403"]);
    assert_eq!(
        done["Operations"][3]["response"]["detail"],
        Rule::SeatsTaken.sentence().as_ref()
    );
}

#[tokio::test]
async fn nobody_comes_in_while_the_subscription_is_closed() {
    let server = Server::demo(12).await;
    let pending = add(&server, Role::Admin, "pending@northwind.example")
        .await
        .body;
    let suspended = server.ids("active eq false").await.remove(0);
    let suspended = format!("/Users/{suspended}");
    let trial = Standing::Trial { days: 3 };
    for (standing, rule) in [
        (Standing::Frozen, Rule::SubscriptionFrozen),
        (Standing::Cancelled, Rule::SubscriptionCancelled),
        (trial, Rule::TrialEnded),
    ] {
        order(&server, None, Some(standing));
        if standing == trial {
            let path = server.organization().await;
            let during = server.get(&path).await.body;
            assert_eq!(during["subscription"]["status"], "trial");
            assert_eq!(
                during["subscription"]["trialEndsAt"],
                "2026-11-25T12:00:00Z"
            );
            server.clock.advance(DAY * 3);
        }
        is_refused(
            &add(&server, Role::UserAdmin, "new@northwind.example").await,
            rule,
        );
        is_refused(
            &server.patch(&suspended, set("active", json!(true))).await,
            rule,
        );
        is_refused(&server.resend_as(Role::Admin, id(&pending)).await, rule);
        let renamed = server
            .patch(&suspended, set("displayName", json!("Somebody")))
            .await;
        assert_eq!(renamed.status, 200, "everything else goes on");
        server
            .patch(
                &suspended,
                json!([{ "op": "remove", "path": "displayName" }]),
            )
            .await;
    }
    order(&server, None, Some(Standing::PendingPayment));
    assert_eq!(
        add(&server, Role::Admin, "late@northwind.example")
            .await
            .status,
        201
    );
    order(&server, None, Some(Standing::Active));
    assert_eq!(
        server
            .patch(&suspended, set("active", json!(true)))
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn a_role_that_may_not_hears_that_before_the_seats() {
    let server = Server::demo(12).await;
    leave(&server, 0).await;
    let refused = add(&server, Role::BillingAdmin, "new@northwind.example").await;
    refused.is_error(403, "");
    assert_eq!(refused.detail(), "Billing Admins can't add users.");
}

#[tokio::test]
async fn whoever_was_invited_before_the_last_seat_went_accepts() {
    let server = Server::demo(12).await;
    let address = "ana@northwind.example";
    let ana = add(&server, Role::Admin, address).await.body;
    leave(&server, 0).await;
    let message = server.message(address, "").await;
    let (_, token) = message.link.split_once("?token=").unwrap();
    let form = format!("token={token}&displayName=Ana");
    let accepted = server
        .bare(Method::POST, "/invitations/accept")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form);
    assert_eq!(send(accepted).await.status, 200);
    let path = format!("/Users/{}", id(&ana));
    assert_eq!(server.get(&path).await.body["displayName"], "Ana");
}

#[tokio::test]
async fn while_fewer_seats_are_on_their_way_no_more_come_in() {
    let server = Server::demo(12).await;
    let path = server.organization().await;
    leave(&server, 5).await;
    let used = server.get(&path).await.body["subscription"]["seatsUsed"]
        .as_u64()
        .unwrap();
    let fewer = server
        .patch(&path, set("subscription.seats", json!(used + 1)))
        .await;
    assert_eq!(fewer.body["subscription"]["freeSeats"], 1);
    assert_eq!(
        add(&server, Role::Admin, "one@northwind.example")
            .await
            .status,
        201
    );
    is_refused(
        &add(&server, Role::Admin, "two@northwind.example").await,
        Rule::SeatsTaken,
    );
    let back = server
        .patch(&path, set("subscription.status", json!("active")))
        .await;
    assert_eq!(back.body["subscription"]["freeSeats"], 4);
    assert_eq!(
        add(&server, Role::Admin, "two@northwind.example")
            .await
            .status,
        201
    );
}

#[tokio::test]
async fn plan_and_seats_stay_while_a_payment_is_due() {
    let server = Server::demo(12).await;
    let path = server.organization().await;
    for standing in [Standing::Frozen, Standing::PendingPayment] {
        order(&server, None, Some(standing));
        for operations in [
            set("subscription.seats", json!(500)),
            set("subscription.status", json!("active")),
        ] {
            let refused = server.patch(&path, operations).await;
            refused.is_error(400, "invalidValue");
            assert!(refused.detail().contains("settle the open invoices first"));
        }
    }
    let cancelled = server
        .patch(&path, set("subscription.status", json!("cancelling")))
        .await;
    let status = &cancelled.body["subscription"]["status"];
    assert_eq!(
        status, "cancelled",
        "nothing is paid for that could be used up"
    );
}

#[tokio::test]
async fn a_trial_becomes_a_plan_with_an_invoice() {
    let server = Server::demo(12).await;
    let path = server.organization().await;
    order(&server, None, Some(Standing::Trial { days: 14 }));
    let smaller = server
        .patch(&path, set("subscription.plan", json!("team")))
        .await;
    assert_eq!(
        smaller.body["subscription"]["plan"], "team",
        "nothing is paid yet"
    );
    assert_eq!(smaller.body["subscription"]["status"], "trial");
    let count = async || server.get("/Invoices?count=0").await.body["totalResults"].as_u64();
    let before = count().await;
    let begun = server
        .patch(&path, set("subscription.status", json!("active")))
        .await;
    let subscription = &begun.body["subscription"];
    assert_eq!(subscription["status"], "active");
    assert_eq!(subscription["renewsAt"], "2026-12-22T12:00:00Z");
    assert!(subscription.get("trialEndsAt").is_none());
    assert_eq!(count().await, before.map(|count| count + 1));
}
