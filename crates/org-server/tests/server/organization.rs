//! The organization as it is read: what each role sees of it.

use reqwest::Method;
use rollcall_model::Role;
use serde_json::{Value, json};

use crate::support::{Server, encode, id, send};

const URN: &str = "urn:rollcall:params:scim:schemas:organization:2.0:Organization";

fn names(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[tokio::test]
async fn an_admin_sees_all_of_the_organization() {
    let server = Server::demo(40).await;
    let path = server.organization().await;
    let read = server.get(&path).await;
    let body = &read.body;
    assert_eq!(body["schemas"], json!([URN]));
    assert_eq!(body["displayName"], "Northwind");
    assert_eq!(body["website"], "https://www.northwind.example");
    assert_eq!(body["timeZone"], "Europe/Zurich");
    assert_eq!(body["locale"], "en-CH");
    assert_eq!(body["meta"]["resourceType"], "Organization");
    assert_eq!(body["meta"]["location"], format!("{}{path}", server.url));
    assert_eq!(body["meta"]["version"], read.header("etag"), "one version");
    assert_eq!(
        names(&body["billing"]),
        [
            "address",
            "company",
            "contactEmail",
            "paymentMethod",
            "taxId"
        ]
    );
    assert_eq!(
        names(&body["billing"]["paymentMethod"]),
        ["expires", "label", "manageUrl"],
        "a label, and where it is managed: no card"
    );
    let subscription = &body["subscription"];
    assert_eq!(subscription["status"], "active");
    assert_eq!(subscription["plan"], "business");
    let (seats, used, free) = seats(subscription);
    assert_eq!(free, seats - used, "what is left");
    assert!(free > 0, "a demo has room: {subscription}");
    let plan = &subscription["plans"][1];
    assert_eq!(
        *plan,
        json!({ "value": "business", "display": "Business", "seatPrice": "12.00",
            "currency": "CHF", "period": "month" })
    );
}

fn seats(subscription: &Value) -> (u64, u64, u64) {
    let number = |name: &str| subscription[name].as_u64().unwrap();
    (number("seats"), number("seatsUsed"), number("freeSeats"))
}

#[tokio::test]
async fn a_seat_is_used_by_everybody_who_is_not_suspended() {
    let server = Server::demo(40).await;
    let path = server.organization().await;
    let before = server.get(&path).await;
    let used = |read: &Value| read["subscription"]["seatsUsed"].as_u64().unwrap();
    let everybody = server.ids("active eq true").await.len();
    assert_eq!(used(&before.body), everybody as u64, "invited ones too");

    let user = server.add_user("new@northwind.example", Role::Member).await;
    let with = server.get(&path).await;
    assert_eq!(used(&with.body), used(&before.body) + 1);
    assert_ne!(
        with.header("etag"),
        before.header("etag"),
        "a reader must learn of it"
    );

    let suspend = json!([{ "op": "replace", "path": "active", "value": false }]);
    let user = format!("/Users/{}", id(&user));
    assert_eq!(server.patch(&user, suspend).await.status, 200);
    assert_eq!(used(&server.get(&path).await.body), used(&before.body));
    assert_eq!(server.delete(&user).await.status, 204);
    let after = server.get(&path).await;
    assert_eq!(used(&after.body), used(&before.body));
    assert_eq!(
        after.header("etag"),
        before.header("etag"),
        "as before in every way"
    );
}

#[tokio::test]
async fn what_a_role_may_not_see_is_absent() {
    let server = Server::demo(40).await;
    let path = server.organization().await;
    let whole = server.get(&path).await.body;
    let billing_admin = server.get_as(Role::BillingAdmin, &path).await.body;
    assert_eq!(billing_admin, whole, "Billing Admins see all of it");

    let user_admin = server.get_as(Role::UserAdmin, &path).await.body;
    assert_eq!(
        names(&user_admin["billing"]),
        ["address", "company", "contactEmail", "taxId"],
        "billing information without the payment method"
    );
    assert_eq!(
        user_admin["subscription"],
        json!({ "freeSeats": whole["subscription"]["freeSeats"] }),
        "the number of free seats only"
    );
    assert_eq!(user_admin["timeZone"], whole["timeZone"]);
    assert_ne!(
        user_admin["meta"]["version"], whole["meta"]["version"],
        "who gets another role is told the other part, and not that nothing changed"
    );

    for path in [path.as_str(), "/Organizations"] {
        let refused = server.get_as(Role::Member, path).await;
        refused.is_error(403, "");
        assert_eq!(
            refused.detail(),
            "Members can't see the organization's information."
        );
    }
}

#[tokio::test]
async fn what_a_role_may_not_see_is_not_compared_either() {
    let server = Server::demo(40).await;
    let found = async |role, filter: &str| {
        let path = format!("/Organizations?filter={}", encode(filter));
        let list = server.get_as(role, &path).await;
        assert_eq!(list.status, 200, "{filter}: {:?}", list.body);
        list.body["totalResults"].as_u64().unwrap()
    };
    for (filter, admin, user_admin) in [
        ("displayName eq \"NORTHWIND\"", 1, 1),
        ("billing.company sw \"North\"", 1, 1),
        ("subscription.plan eq \"business\"", 1, 0),
        ("subscription.seats gt 1", 1, 0),
        ("billing.paymentMethod pr", 1, 0),
        ("displayName eq \"Southwind\"", 0, 0),
    ] {
        assert_eq!(found(Role::Admin, filter).await, admin, "{filter}");
        assert_eq!(found(Role::UserAdmin, filter).await, user_admin, "{filter}");
    }
    let unknown = format!("/Organizations?filter={}", encode("card eq \"4242\""));
    server.get(&unknown).await.is_error(400, "invalidFilter");
}

#[tokio::test]
async fn the_list_of_one_is_a_list() {
    let server = Server::demo(6).await;
    let count = async |query: &str| {
        let list = server.get(&format!("/Organizations?{query}")).await.body;
        let resources = list["Resources"].as_array().map_or(0, Vec::len);
        (list["totalResults"].as_u64().unwrap(), resources)
    };
    assert_eq!(count("count=0").await, (1, 0));
    assert_eq!(count("startIndex=2").await, (1, 0));
    assert_eq!(count("cursor").await, (1, 1), "a walk of one page");
    let wrong = server.get("/Organizations?cursor=abc").await;
    wrong.is_error(400, "invalidCursor");
    let part = server
        .get("/Organizations?attributes=displayName")
        .await
        .body;
    assert_eq!(
        names(&part["Resources"][0]),
        ["displayName", "id", "schemas"],
        "what was asked for, and what is always returned"
    );
}

#[tokio::test]
async fn who_has_the_organization_gets_no_body() {
    let server = Server::demo(6).await;
    let path = server.organization().await;
    let read = server.get(&path).await;
    let again = |version: &str| {
        let request = server.request(Role::Admin, Method::GET, &path);
        send(request.header("if-none-match", version))
    };
    assert_eq!(again(read.header("etag")).await.status, 304);
    server.add_user("new@northwind.example", Role::Member).await;
    assert_eq!(again(read.header("etag")).await.status, 200, "seats went");
}

#[tokio::test]
async fn another_id_leads_nowhere_and_nothing_is_made() {
    let server = Server::demo(6).await;
    let missing = server.get("/Organizations/other").await;
    missing.is_error(404, "");
    assert!(missing.detail().contains("organization"));
    let made = server
        .post("/Organizations", &json!({ "displayName": "Second" }))
        .await;
    made.is_error(405, "");
}

#[tokio::test]
async fn the_schema_says_what_is_kept_and_who_writes_it() {
    let server = Server::demo(6).await;
    let kind = server.get("/ResourceTypes/Organization").await.body;
    assert_eq!(kind["endpoint"], "/Organizations");
    let schema = server.get(&format!("/Schemas/{URN}")).await.body;
    let attribute = |list: &Value, name: &str| -> Value {
        let all = list.as_array().unwrap();
        all.iter().find(|one| one["name"] == name).unwrap().clone()
    };
    let subscription = attribute(&schema["attributes"], "subscription");
    let status = attribute(&subscription["subAttributes"], "status");
    assert_eq!(status["mutability"], "readWrite");
    assert_eq!(
        status["canonicalValues"],
        json!([
            "trial",
            "trial_ended",
            "active",
            "downgrading",
            "cancelling",
            "pending_payment",
            "frozen",
            "cancelled"
        ])
    );
    for name in [
        "seatsUsed",
        "freeSeats",
        "renewsAt",
        "trialEndsAt",
        "nextPlan",
        "plans",
    ] {
        let one = attribute(&subscription["subAttributes"], name);
        assert_eq!(one["mutability"], "readOnly", "{name} is the server's");
    }
    let billing = attribute(&schema["attributes"], "billing");
    let payment = attribute(&billing["subAttributes"], "paymentMethod");
    assert_eq!(
        payment["mutability"], "readOnly",
        "no card is ever sent here"
    );
}
