//! What the operator does about money at the console, while the server runs.

use serde_json::{Value, json};

use crate::program::{Program, get, path, run};

/// A founded organization: its folder, its first Admin's token, the server.
struct Founded {
    folder: tempfile::TempDir,
    token: String,
    server: Program,
}

impl Founded {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = path(folder.path());
        let (code, token, _) = run(&["init", "--data", data, "--admin", "ada@example.org"]);
        assert_eq!(code, 0);
        let server = Program::start(&["--listen", "127.0.0.1:0", "--data", data]);
        Self {
            folder,
            token,
            server,
        }
    }

    /// Runs a command that must succeed, and answers what it says.
    #[track_caller]
    fn does(&self, arguments: &[&str]) -> String {
        let (code, said, complaint) = self.tries(arguments);
        assert_eq!(code, 0, "{arguments:?}: {complaint}");
        said
    }

    fn tries(&self, arguments: &[&str]) -> (i32, String, String) {
        let data = path(self.folder.path());
        let mut all = arguments.to_vec();
        all.extend(["--data", data]);
        run(&all)
    }

    /// Runs a command that must fail, and answers how it complains.
    #[track_caller]
    fn cannot(&self, arguments: &[&str]) -> String {
        let (code, _, complaint) = self.tries(arguments);
        assert_ne!(code, 0, "{arguments:?}");
        complaint
    }

    async fn organization(&self) -> Value {
        let (status, list) = get(self.server.url(), "/Organizations", &self.token).await;
        assert_eq!(status, 200);
        list["Resources"][0].clone()
    }

    async fn adds(&self, name: &str) -> u16 {
        let add = reqwest::Client::new().post(format!("{}/Users", self.server.url()));
        let body = json!({ "userName": name }).to_string();
        let sent = add.bearer_auth(&self.token).body(body).send().await;
        sent.unwrap().status().as_u16()
    }
}

#[tokio::test]
async fn an_organization_without_a_subscription_has_no_limit() {
    let founded = Founded::new();
    let organization = founded.organization().await;
    assert_eq!(
        organization["subscription"],
        json!({ "status": "active", "seatsUsed": 1 })
    );
    assert!(organization.get("billing").is_none());
    assert_eq!(founded.adds("new@example.org").await, 201);
    let shown = founded.does(&["subscription", "show"]);
    assert!(shown.contains("there is no limit"), "{shown}");
    let path = format!(
        "{}/Organizations/{}",
        founded.server.url(),
        organization["id"].as_str().unwrap()
    );
    let body = json!({ "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [
        { "op": "replace", "path": "subscription.seats", "value": 5 }] });
    let patch = reqwest::Client::new()
        .patch(path)
        .bearer_auth(&founded.token);
    let refused = patch.body(body.to_string()).send().await.unwrap();
    assert_eq!(refused.status(), 400);
    let refused: Value = refused.text().await.unwrap().parse().unwrap();
    assert!(
        refused["detail"]
            .as_str()
            .unwrap()
            .contains("set up no plans"),
        "{refused}"
    );
}

#[tokio::test]
async fn the_operator_sets_up_plans_a_subscription_and_how_it_is_paid() {
    let founded = Founded::new();
    let complaint = founded.cannot(&["subscription", "set", "--seats", "3"]);
    assert!(complaint.contains("name a plan"), "{complaint}");
    let offer =
        |value: &'static str, name: &'static str, price: &'static str, currency: &'static str| {
            [
                "plan",
                "offer",
                value,
                "--name",
                name,
                "--seat-price",
                price,
                "--currency",
                currency,
            ]
        };
    founded.does(&offer("pro", "Pro", "9.50", "EUR"));
    founded.does(&offer("basic", "Basic", "4", "EUR"));
    let complaint = founded.cannot(&offer("other", "Other", "1", "CHF"));
    assert!(complaint.contains("priced in EUR"), "{complaint}");
    for price in ["-1", "nine", "1.23456"] {
        assert!(
            founded
                .cannot(&offer("odd", "Odd", price, "EUR"))
                .contains("12.50")
        );
    }
    assert_eq!(
        founded.does(&["plan", "list"]),
        "basic\tBasic\t4\tEUR\npro\tPro\t9.50\tEUR",
        "the cheapest first"
    );
    let complaint = founded.cannot(&["subscription", "set", "--plan", "gold", "--seats", "3"]);
    assert!(complaint.contains("plan list"), "{complaint}");

    founded.does(&["subscription", "set", "--plan", "pro", "--seats", "2"]);
    founded.does(&[
        "subscription",
        "payment",
        "--label",
        "Visa ending in 4242",
        "--expires",
        "2027-04",
        "--manage-url",
        "https://pay.example.org/",
    ]);
    let organization = founded.organization().await;
    let subscription = &organization["subscription"];
    assert_eq!(subscription["status"], "active");
    assert_eq!(
        (&subscription["seats"], &subscription["freeSeats"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(subscription["plans"][1]["seatPrice"], "9.50");
    assert_eq!(
        organization["billing"]["paymentMethod"],
        json!({ "label": "Visa ending in 4242", "expires": "2027-04",
            "manageUrl": "https://pay.example.org/" })
    );
    assert_eq!(founded.adds("two@example.org").await, 201);
    assert_eq!(
        founded.adds("three@example.org").await,
        403,
        "the running server knows"
    );
    let complaint = founded.cannot(&["plan", "withdraw", "pro"]);
    assert!(complaint.contains("is for the plan pro"), "{complaint}");
    founded.does(&["plan", "withdraw", "basic"]);
    for (option, value) in [
        ("--manage-url", "http://pay.example.org"),
        ("--expires", "04/27"),
    ] {
        founded.cannot(&["subscription", "payment", "--label", "x", option, value]);
    }
    founded.does(&["subscription", "payment", "--none"]);
    assert!(founded.organization().await.get("billing").is_none());
}

#[tokio::test]
async fn the_operator_marks_invoices_and_freezes_what_is_not_paid() {
    let founded = Founded::new();
    let offer = [
        "plan",
        "offer",
        "pro",
        "--name",
        "Pro",
        "--seat-price",
        "9.50",
        "--currency",
        "EUR",
    ];
    founded.does(&offer);
    founded.does(&["subscription", "set", "--plan", "pro", "--seats", "20"]);
    let listed = founded.does(&["invoice", "list"]);
    let cells: Vec<_> = listed.split('\t').collect();
    let [number, _, amount, currency, status] = cells[..] else {
        panic!("{listed}");
    };
    assert_eq!((amount, currency, status), ("190.00", "EUR", "open"));

    founded.does(&["subscription", "set", "--status", "frozen"]);
    assert_eq!(
        founded.organization().await["subscription"]["status"],
        "frozen"
    );
    assert_eq!(founded.adds("new@example.org").await, 403);
    founded.does(&["invoice", "mark", number, "paid"]);
    founded.does(&["subscription", "set", "--status", "active"]);
    assert_eq!(founded.adds("new@example.org").await, 201);
    let (_, invoices) = get(founded.server.url(), "/Invoices", &founded.token).await;
    assert_eq!(
        invoices["totalResults"], 1,
        "the period that was running goes on"
    );
    assert_eq!(invoices["Resources"][0]["status"], "paid");
    let complaint = founded.cannot(&["invoice", "mark", "2020-1", "paid"]);
    assert!(complaint.contains("no invoice 2020-1"), "{complaint}");
    founded.cannot(&["subscription", "set", "--status", "trial"]);
    let complaint = founded.cannot(&["subscription", "set"]);
    assert!(complaint.contains("--seats <SEATS>"), "{complaint}");
    founded.does(&[
        "subscription",
        "set",
        "--status",
        "trial",
        "--trial-days",
        "30",
    ]);
    let shown = founded.does(&["subscription", "show"]);
    assert!(
        shown.starts_with("status\ttrial\nplan\tpro\nseats\t20\n"),
        "{shown}"
    );
}
