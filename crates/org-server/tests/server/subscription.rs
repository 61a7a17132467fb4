//! The life of a subscription: changed, cancelled, taken back, renewed and ended by the clock.

use jiff::SignedDuration;
use rollcall_model::Role;
use serde_json::{Value, json};

use crate::support::{Server, set};

const DAY: SignedDuration = SignedDuration::from_hours(24);

async fn subscription(server: &Server) -> Value {
    let path = server.organization().await;
    server.get(&path).await.body["subscription"].clone()
}

async fn change(server: &Server, operations: Value) -> Value {
    let path = server.organization().await;
    let changed = server.patch(&path, operations).await;
    assert_eq!(changed.status, 200, "{:?}", changed.body);
    changed.body["subscription"].clone()
}

async fn refused(server: &Server, operations: Value) -> String {
    let path = server.organization().await;
    let refused = server.patch(&path, operations).await;
    refused.is_error(400, "invalidValue");
    refused.detail().to_owned()
}

#[tokio::test]
async fn more_is_there_at_once_and_less_with_the_next_period() {
    let server = Server::demo(40).await;
    let before = subscription(&server).await;
    let more = before["seats"].as_u64().unwrap() + 50;
    let bigger = change(
        &server,
        json!([
            { "op": "replace", "path": "subscription.seats", "value": more },
            { "op": "replace", "path": "subscription.plan", "value": "enterprise" }
        ]),
    )
    .await;
    assert_eq!(bigger["seats"], more);
    assert_eq!(bigger["plan"], "enterprise");
    assert_eq!(bigger["status"], "active");
    assert_eq!(bigger["renewsAt"], before["renewsAt"], "the period goes on");

    let fewer = more - 20;
    let less = json!({ "plan": "team", "seats": fewer });
    let smaller = change(
        &server,
        json!([{ "op": "replace", "path": "subscription", "value": less }]),
    )
    .await;
    assert_eq!(smaller["status"], "downgrading");
    assert_eq!(
        (&smaller["plan"], &smaller["nextPlan"]),
        (&json!("enterprise"), &json!("team"))
    );
    assert_eq!(
        (&smaller["seats"], &smaller["nextSeats"]),
        (&json!(more), &json!(fewer))
    );
    let used = smaller["seatsUsed"].as_u64().unwrap();
    assert_eq!(
        smaller["freeSeats"],
        fewer - used,
        "nobody is added who would lose the seat"
    );

    server.clock.advance(DAY * 14);
    let then = subscription(&server).await;
    assert_eq!(then["status"], "active");
    assert_eq!(
        (&then["plan"], &then["seats"]),
        (&json!("team"), &json!(fewer))
    );
    assert!(then.get("nextPlan").is_none() && then.get("nextSeats").is_none());
    assert_ne!(then["renewsAt"], before["renewsAt"], "a new period runs");
}

#[tokio::test]
async fn a_smaller_plan_is_taken_back_by_wanting_what_there_is() {
    let server = Server::demo(40).await;
    for back in [
        set("subscription.plan", json!("business")),
        set("subscription.status", json!("active")),
    ] {
        let smaller = change(&server, set("subscription.plan", json!("team"))).await;
        assert_eq!(smaller["nextPlan"], "team");
        let again = change(&server, back).await;
        assert_eq!(again["status"], "active");
        assert!(again.get("nextPlan").is_none(), "{again}");
    }
}

#[tokio::test]
async fn a_body_read_while_less_is_on_its_way_changes_nothing() {
    let server = Server::demo(40).await;
    let path = server.organization().await;
    change(&server, set("subscription.plan", json!("team"))).await;
    let read = server.get(&path).await;
    let put = server.put(&path, &read.body).await;
    assert_eq!(put.body, read.body, "the smaller plan is still on its way");
}

#[tokio::test]
async fn a_cancelled_subscription_is_used_up_and_then_ends() {
    let server = Server::demo(40).await;
    let before = subscription(&server).await;
    let cancelling = change(&server, set("subscription.status", json!("cancelling"))).await;
    assert_eq!(cancelling["status"], "cancelling");
    assert_eq!(
        cancelling["renewsAt"], before["renewsAt"],
        "until then it is paid for"
    );
    let says = refused(&server, set("subscription.seats", json!(900))).await;
    assert!(
        says.contains("set subscription.status to active first"),
        "{says}"
    );

    let back = change(&server, set("subscription.status", json!("active"))).await;
    assert_eq!(back, before, "as if nothing had been");
    change(&server, set("subscription.status", json!("cancelling"))).await;
    server.clock.advance(DAY * 14);
    let ended = subscription(&server).await;
    assert_eq!(ended["status"], "cancelled");
    assert!(ended.get("renewsAt").is_none(), "{ended}");
    let says = refused(&server, set("subscription.status", json!("cancelling"))).await;
    assert!(says.contains("has ended"), "{says}");

    let anew = change(&server, set("subscription.status", json!("active"))).await;
    assert_eq!(anew["status"], "active");
    assert_eq!(anew["renewsAt"], "2027-01-06T12:00:00Z", "a month from now");
}

#[tokio::test]
async fn a_billing_admin_changes_the_plan_and_cannot_end_it() {
    let server = Server::demo(40).await;
    let path = server.organization().await;
    let as_billing_admin =
        async |operations| server.patch_as(Role::BillingAdmin, &path, operations).await;
    let bigger = as_billing_admin(set("subscription.plan", json!("enterprise"))).await;
    assert_eq!(bigger.status, 200);
    let refused = as_billing_admin(set("subscription.status", json!("cancelling"))).await;
    refused.is_error(403, "");
    assert_eq!(
        refused.detail(),
        "Billing Admins can't cancel the subscription."
    );
    let admin = change(&server, set("subscription.status", json!("cancelling"))).await;
    assert_eq!(admin["status"], "cancelling");
    let back = as_billing_admin(set("subscription.status", json!("active"))).await;
    assert_eq!(back.status, 200, "to keep it is to change it");

    let actions: Vec<_> = server.audit();
    let actions: Vec<_> = actions.iter().map(|line| line.actions.as_str()).collect();
    assert_eq!(
        actions,
        [
            "subscription.change",
            "subscription.cancel",
            "subscription.change"
        ]
    );
}

#[tokio::test]
async fn what_the_clock_does_is_a_new_state_with_a_line_of_the_audit() {
    let server = Server::demo(40).await;
    let path = server.organization().await;
    let before = server.get(&path).await;
    server.clock.advance(DAY * 75);
    let after = server.get(&path).await;
    assert_ne!(after.header("etag"), before.header("etag"));
    let lines = server.audit();
    assert_eq!(lines.len(), 1, "however many periods went by: {lines:?}");
    assert_eq!(lines[0].actor, None);
    assert_eq!(lines[0].actor_name, "clock");
    assert_eq!(lines[0].actions, "subscription.pass");
    assert_eq!(
        server.get(&path).await.header("etag"),
        after.header("etag"),
        "once"
    );
}
