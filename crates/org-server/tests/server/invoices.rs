//! Invoices: who sees them, how they are found, and how they come about.

use jiff::SignedDuration;
use reqwest::Method;
use rollcall_model::Role;
use rollcall_policy::{Action, Rule};
use serde_json::{Value, json};

use crate::support::{Server, encode, id, send, set};

const URN: &str = "urn:rollcall:params:scim:schemas:organization:2.0:Invoice";
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// The newest invoices, newest first.
async fn newest(server: &Server, count: u32) -> Vec<Value> {
    let path = format!("/Invoices?sortBy=date&sortOrder=descending&count={count}");
    let list = server.get(&path).await;
    assert_eq!(list.status, 200, "{:?}", list.body);
    list.body["Resources"].as_array().unwrap().clone()
}

async fn total(server: &Server, filter: &str) -> u64 {
    let list = server
        .get(&format!("/Invoices?count=0&filter={}", encode(filter)))
        .await;
    assert_eq!(list.status, 200, "{filter}: {:?}", list.body);
    list.body["totalResults"].as_u64().unwrap()
}

#[tokio::test]
async fn an_invoice_says_what_was_billed() {
    let server = Server::demo(40).await;
    let listed = newest(&server, 1).await.remove(0);
    let invoice = server.get(&format!("/Invoices/{}", id(&listed))).await;
    assert_eq!(invoice.body, listed, "the same, alone");
    assert_eq!(invoice.body["meta"]["version"], invoice.header("etag"));
    assert_eq!(listed["schemas"], json!([URN]));
    assert_eq!(listed["number"], "2026-00015");
    assert_eq!(listed["date"], "2026-11-06");
    assert_eq!(listed["currency"], "CHF");
    assert_eq!(listed["status"], "open");
    let line = &listed["lines"][0];
    assert_eq!(
        line["description"],
        "Business: seats, 2026-11-06 to 2026-12-06"
    );
    assert_eq!(line["unitPrice"], "12.00");
    let seats = line["quantity"].as_u64().unwrap();
    assert_eq!(line["amount"], format!("{}.00", seats * 12));
    assert_eq!(listed["amount"], line["amount"], "one line makes the sum");
}

#[tokio::test]
async fn those_who_look_after_billing_see_invoices_and_nobody_else() {
    let server = Server::demo(40).await;
    let one = format!("/Invoices/{}", id(&newest(&server, 1).await[0]));
    for path in ["/Invoices", one.as_str()] {
        let seen = server.get_as(Role::BillingAdmin, path).await;
        assert_eq!(seen.status, 200);
        for role in [Role::UserAdmin, Role::Member] {
            let refused = server.get_as(role, path).await;
            refused.is_error(403, "");
            let rule = Rule::RoleDenies(role, Action::InvoicesView);
            assert_eq!(refused.detail(), rule.sentence());
        }
    }
}

#[tokio::test]
async fn invoices_are_found_sorted_and_paged_like_everything_else() {
    let server = Server::demo(40).await;
    let all = total(&server, "id pr").await;
    assert_eq!(all, 15, "a period a month");
    assert_eq!(total(&server, "status eq \"open\"").await, 1);
    assert_eq!(total(&server, "status eq \"Paid\"").await, all - 1);
    assert_eq!(total(&server, "date ge \"2026-01-01\"").await, 11);
    assert_eq!(total(&server, "number sw \"2025-\"").await, 4);
    assert_eq!(
        total(&server, "lines.description co \"business\"").await,
        all
    );
    assert_eq!(total(&server, "lines[quantity gt 100000]").await, 0);
    let wrong = format!("/Invoices?filter={}", encode("card pr"));
    server.get(&wrong).await.is_error(400, "invalidFilter");

    let mut seen = Vec::new();
    let mut next = Some(String::new());
    while let Some(cursor) = next {
        let page = server
            .get(&format!("/Invoices?count=4&cursor={cursor}"))
            .await
            .body;
        assert_eq!(page["totalResults"], all);
        seen.extend(
            page["Resources"]
                .as_array()
                .unwrap()
                .iter()
                .map(|one| id(one).to_owned()),
        );
        next = page["nextCursor"].as_str().map(encode);
    }
    assert_eq!(seen.len() as u64, all, "a walk brings each once");
    let second = server.get("/Invoices?startIndex=5&count=4").await.body;
    assert_eq!(id(&second["Resources"][0]), seen[4], "by number as well");
}

#[tokio::test]
async fn an_invoice_is_written_when_a_period_begins() {
    let server = Server::demo(40).await;
    let before = total(&server, "id pr").await;
    let organization = server.organization().await;
    let seats = server.get(&organization).await.body["subscription"]["seats"]
        .as_u64()
        .unwrap();
    let wanted = set("subscription.plan", json!("team"));
    assert_eq!(server.patch(&organization, wanted).await.status, 200);
    assert_eq!(total(&server, "id pr").await, before, "not before");
    // Nobody asks for two months: what was due meanwhile is done first.
    server.clock.advance(DAY * 60);
    let [newest, older] = &newest(&server, 2).await[..] else {
        panic!("two invoices");
    };
    assert_eq!(total(&server, "id pr").await, before + 2);
    assert_eq!(
        (&older["date"], &newest["date"]),
        (&json!("2026-12-06"), &json!("2027-01-06"))
    );
    assert_eq!(newest["number"], "2027-00017", "numbers go on");
    for invoice in [older, newest] {
        assert_eq!(invoice["status"], "open");
        let line = &invoice["lines"][0];
        assert_eq!(line["unitPrice"], "6.00", "the smaller plan's price");
        assert_eq!(line["quantity"], seats);
    }
}

#[tokio::test]
async fn a_cancelled_subscription_is_billed_no_more_until_it_begins_anew() {
    let server = Server::demo(40).await;
    let before = total(&server, "id pr").await;
    let organization = server.organization().await;
    let wanted = async |status: &str| {
        let answer = server
            .patch(&organization, set("subscription.status", json!(status)))
            .await;
        assert_eq!(answer.status, 200, "{:?}", answer.body);
    };
    wanted("cancelling").await;
    server.clock.advance(DAY * 100);
    assert_eq!(total(&server, "id pr").await, before);
    wanted("active").await;
    assert_eq!(
        total(&server, "id pr").await,
        before + 1,
        "the first of a new period"
    );
}

#[tokio::test]
async fn nobody_writes_an_invoice() {
    let server = Server::demo(12).await;
    let path = format!("/Invoices/{}", id(&newest(&server, 1).await[0]));
    for (method, path) in [
        (Method::POST, "/Invoices"),
        (Method::PUT, path.as_str()),
        (Method::PATCH, path.as_str()),
        (Method::DELETE, path.as_str()),
    ] {
        let request = server.request(Role::Admin, method, path).body("{}");
        send(request).await.is_error(405, "");
    }
}
