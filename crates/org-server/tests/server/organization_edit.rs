//! Writes to the organization: who may, what fits, what the audit tells.

use reqwest::Method;
use rollcall_model::Role;
use rollcall_policy::{Action, Rule};
use serde_json::{Value, json};

use crate::support::{Server, patch_op, send, set};

#[tokio::test]
async fn an_admin_edits_information_and_billing_in_one_write() {
    let server = Server::demo(12).await;
    let path = server.organization().await;
    let before = server.get(&path).await;
    let operations = json!([
        { "op": "replace", "path": "displayName", "value": "Northwind Group" },
        { "op": "replace", "path": "timeZone", "value": "america/new_york" },
        { "op": "replace", "path": "locale", "value": "DE-ch" },
        { "op": "remove", "path": "website" },
        { "op": "replace", "path": "billing.address", "value": "1 Main Street\r\nBoston" },
        { "op": "remove", "path": "billing.taxId" }
    ]);
    let changed = server.patch(&path, operations).await;
    assert_eq!(changed.status, 200, "{:?}", changed.body);
    let body = &changed.body;
    assert_eq!(body["displayName"], "Northwind Group");
    assert_eq!(
        body["timeZone"], "America/New_York",
        "as the database spells it"
    );
    assert_eq!(body["locale"], "de-CH", "as RFC 5646 recommends");
    assert!(body.get("website").is_none());
    assert_eq!(
        body["billing"]["address"], "1 Main Street\nBoston",
        "lines stay lines"
    );
    assert!(body["billing"].get("taxId").is_none());
    assert_eq!(
        body["billing"]["company"],
        before.body["billing"]["company"]
    );
    assert_eq!(body["subscription"], before.body["subscription"]);
    assert_ne!(changed.header("etag"), before.header("etag"));
    assert_eq!(server.get(&path).await.body, *body, "it is kept");

    let line = server.audit().remove(0);
    assert_eq!(line.actions, "organization.edit,billing.edit");
    assert_eq!(
        (line.kind.as_str(), line.actor.is_some()),
        ("Organization", true)
    );
    let json =
        |text: &Option<String>| -> Value { serde_json::from_str(text.as_ref().unwrap()).unwrap() };
    assert_eq!(json(&line.before)["displayName"], "Northwind");
    assert_eq!(json(&line.after)["displayName"], "Northwind Group");
    assert_eq!(json(&line.before)["billing.taxId"], "CHE-123.456.789 MWST");
    assert_eq!(json(&line.after)["billing.taxId"], Value::Null);
    assert!(
        json(&line.after).get("billing.company").is_none(),
        "only what differs"
    );
}

#[tokio::test]
async fn each_part_is_edited_by_those_who_may_and_refused_in_the_policys_words() {
    let server = Server::demo(12).await;
    let path = server.organization().await;
    let parts = [
        ("displayName", json!("X"), Action::OrganizationEdit),
        (
            "website",
            json!("https://x.example"),
            Action::OrganizationEdit,
        ),
        ("timeZone", json!("UTC"), Action::OrganizationEdit),
        ("locale", json!("fr"), Action::OrganizationEdit),
        ("billing.company", json!("X AG"), Action::BillingEdit),
        ("billing.address", json!("X 1"), Action::BillingEdit),
        ("billing.taxId", json!("X 2"), Action::BillingEdit),
        (
            "billing.contactEmail",
            json!("x@x.example"),
            Action::BillingEdit,
        ),
        (
            "subscription.seats",
            json!(5_000),
            Action::SubscriptionChange,
        ),
        (
            "subscription.plan",
            json!("enterprise"),
            Action::SubscriptionChange,
        ),
        (
            "subscription.status",
            json!("cancelling"),
            Action::SubscriptionCancel,
        ),
    ];
    for role in [Role::Member, Role::UserAdmin, Role::BillingAdmin] {
        for (attribute, value, action) in &parts {
            let answer = server
                .patch_as(role, &path, set(attribute, value.clone()))
                .await;
            let may = role == Role::BillingAdmin
                && matches!(action, Action::BillingEdit | Action::SubscriptionChange);
            if may {
                assert_eq!(answer.status, 200, "{role} {attribute}: {:?}", answer.body);
            } else {
                answer.is_error(403, "");
                assert_eq!(answer.detail(), Rule::RoleDenies(role, *action).sentence());
            }
        }
    }
    let both = json!([
        { "op": "replace", "path": "billing.company", "value": "Y AG" },
        { "op": "replace", "path": "displayName", "value": "Y" }
    ]);
    let refused = server.patch_as(Role::BillingAdmin, &path, both).await;
    assert_eq!(
        refused.detail(),
        "Billing Admins can't edit the organization's information."
    );
    let after = server.get(&path).await.body;
    assert_eq!(after["billing"]["company"], "X AG", "all or nothing");
}

#[tokio::test]
async fn what_does_not_fit_is_refused_with_its_name_and_a_cure() {
    let server = Server::demo(12).await;
    let path = server.organization().await;
    let long = "x".repeat(3_000);
    for (attribute, value, says) in [
        ("displayName", json!(long), "displayName is longer than 256"),
        ("displayName", json!("a\nb"), "displayName"),
        ("website", json!("ftp://x.example"), "https://"),
        ("website", json!("javascript:alert(1)"), "https://"),
        ("website", json!("https://"), "website"),
        ("website", json!("https:///x"), "website is no address"),
        (
            "website",
            json!("https://ada:secret@x.example"),
            "leave them out",
        ),
        (
            "website",
            json!(format!("https://x.example/{long}")),
            "website is longer",
        ),
        ("timeZone", json!("Mars/Olympus"), "as in Europe/Zurich"),
        ("timeZone", json!(""), "timeZone"),
        ("locale", json!("not a locale"), "as in en, de-CH"),
        ("locale", json!("en_US"), "locale can't be \"en_US\""),
        ("billing.company", json!(long), "billing.company is longer"),
        ("billing.address", json!("a\u{1b}[31m"), "billing.address"),
        (
            "billing.address",
            json!(long),
            "billing.address is longer than 1000",
        ),
        ("billing.taxId", json!("\u{200b}"), "billing.taxId"),
        (
            "billing.contactEmail",
            json!("nobody"),
            "write it like billing@example.org",
        ),
        ("subscription.seats", json!(0), "from 1 to 1,000,000"),
        ("subscription.seats", json!(-3), "subscription.seats"),
        ("subscription.seats", json!(1.5), "subscription.seats"),
        ("subscription.seats", json!(u64::MAX), "subscription.seats"),
        ("subscription.seats", json!(1), "users have a seat"),
        (
            "subscription.plan",
            json!("gold"),
            "team, business, enterprise",
        ),
        (
            "subscription.status",
            json!("frozen"),
            "cancelling, or back to active",
        ),
        ("subscription.status", json!("asleep"), "must be one of"),
    ] {
        let refused = server.patch(&path, set(attribute, value.clone())).await;
        refused.is_error(400, "invalidValue");
        assert!(
            refused.detail().contains(says),
            "{attribute} = {value}: {:?}",
            refused.detail()
        );
    }
    for (attribute, value) in [
        ("subscription.seatsUsed", json!(0)),
        ("subscription.renewsAt", json!("2030-01-01T00:00:00Z")),
        ("billing.paymentMethod", json!({ "label": "Mine" })),
        ("id", json!("other")),
        ("displayName", json!(" ")),
    ] {
        let refused = server.patch(&path, set(attribute, value)).await;
        refused.is_error(400, "mutability");
    }
    let mark = server.patch(&path, set("externalId", json!("mine"))).await;
    mark.is_error(400, "invalidPath");
    let gone = json!([{ "op": "remove", "path": "subscription.seats" }]);
    let refused = server.patch(&path, gone).await;
    refused.is_error(400, "invalidValue");
    assert!(refused.detail().contains("can't be removed"));
    let lines = server.audit();
    assert!(lines.is_empty(), "what was refused is no write: {lines:?}");
}

#[tokio::test]
async fn a_write_for_an_older_state_is_refused_and_seats_are_no_state() {
    let server = Server::demo(12).await;
    let path = server.organization().await;
    let version = server.get(&path).await.header("etag").to_owned();
    let rename = |name: &str, version: &str| {
        let body = patch_op(set("displayName", json!(name))).to_string();
        let request = server.request(Role::Admin, Method::PATCH, &path);
        send(request.header("if-match", version).body(body))
    };
    server.add_user("new@northwind.example", Role::Member).await;
    assert_ne!(
        server.get(&path).await.header("etag"),
        version,
        "seats moved it"
    );
    let renamed = rename("One", &version).await;
    assert_eq!(renamed.status, 200, "which a rename doesn't overwrite");
    rename("Two", &version).await.is_error(412, "");
    rename("Two", "W/\"1\"").await.is_error(412, "");
    assert_eq!(rename("Two", "*").await.status, 200);
    let lines = server.audit();
    assert_eq!(lines.len(), 3, "the addition and two renames");
}

#[tokio::test]
async fn what_is_so_already_is_no_write() {
    let server = Server::demo(12).await;
    let path = server.organization().await;
    let before = server.get(&path).await;
    for operations in [
        set("timeZone", json!("EUROPE/zurich")),
        set("subscription.plan", json!("business")),
        set("billing.company", json!("Northwind Trading AG")),
    ] {
        let same = server.patch(&path, operations).await;
        assert_eq!(same.status, 200, "{:?}", same.body);
        assert_eq!(same.header("etag"), before.header("etag"), "no new version");
    }
    assert!(server.audit().is_empty());
}

#[tokio::test]
async fn a_whole_body_is_sent_back_by_everybody_as_they_read_it() {
    let server = Server::demo(12).await;
    let path = server.organization().await;
    for role in [Role::Admin, Role::BillingAdmin, Role::UserAdmin] {
        let read = server.get_as(role, &path).await;
        let put = server.send_as(role, Method::PUT, &path, &read.body).await;
        assert_eq!(put.status, 200, "{role}: {:?}", put.body);
        assert_eq!(
            put.body, read.body,
            "{role} changed nothing, and sees no more"
        );
    }
    let bare = json!({ "displayName": "Bare" });
    let put = server
        .send_as(Role::Admin, Method::PUT, &path, &bare)
        .await
        .body;
    assert!(
        put.get("website").is_none(),
        "what a PUT leaves out is cleared"
    );
    assert_eq!(
        put["subscription"]["plan"], "business",
        "but for the subscription"
    );
    let refused = server
        .send_as(Role::UserAdmin, Method::PUT, &path, &bare)
        .await;
    assert_eq!(refused.status, 200, "which is what it is now");
}

#[tokio::test]
async fn a_write_tells_nothing_to_those_who_may_not_look() {
    let server = Server::demo(12).await;
    let organization = server.organization().await;
    let list = server.get("/Groups?count=1").await.body;
    let group = format!("/Groups/{}", list["Resources"][0]["id"].as_str().unwrap());
    let name = server.get(&group).await.body["displayName"].clone();
    let user = format!("/Users/{}", server.another(Role::Member).await);
    let same = server.get(&user).await.body["displayName"].clone();
    let photo = |value| json!([{ "op": "replace", "path": "photos[type eq \"photo\"].value", "value": value }]);
    for (path, unchanged, changed, action) in [
        (
            organization.as_str(),
            set("displayName", json!("Northwind")),
            json!([{ "op": "replace", "value": { "displayName": "Southwind" } }]),
            Action::OrganizationEdit,
        ),
        (
            &organization,
            set("billing.company", json!("Northwind Trading AG")),
            set("billing.company", json!("Southwind")),
            Action::BillingEdit,
        ),
        (
            &organization,
            set("subscription.status", json!("cancelling")),
            set("subscription.status", json!("cancelling")),
            Action::SubscriptionCancel,
        ),
        (
            &group,
            set("displayName", name),
            set("displayName", json!("Lab")),
            Action::WorkspacesRename,
        ),
        (
            &user,
            set("displayName", same),
            set("DISPLAYNAME", json!("Ana")),
            Action::UsersEditProfile,
        ),
        (&user, photo("x"), photo("y"), Action::UsersEditProfile),
        (
            &user,
            set("active", json!(true)),
            set("active", json!(true)),
            Action::UsersReactivate,
        ),
        (
            &user,
            set("roles", json!([{ "value": "member" }])),
            set("roles", json!([{ "value": "admin" }])),
            Action::UsersSetRole,
        ),
    ] {
        for operations in [unchanged, changed] {
            for path in [path, &format!("{path}0")] {
                let told = server
                    .patch_as(Role::Member, path, operations.clone())
                    .await;
                told.is_error(403, "");
                let rule = Rule::RoleDenies(Role::Member, action).sentence();
                assert_eq!(told.detail(), rule, "whatever is there: {operations}");
            }
        }
    }
    let nobody = server.resend_as(Role::Member, "nobody").await;
    let rule = Rule::RoleDenies(Role::Member, Action::InvitationsResend).sentence();
    assert_eq!(nobody.detail(), rule, "not even who isn't there");
    let nobody = server.delete_as(Role::Member, "/Users/nobody").await;
    let rule = Rule::RoleDenies(Role::Member, Action::UsersDelete).sentence();
    assert_eq!(nobody.detail(), rule);
    let body = server.get(&user).await.body;
    let put = server
        .send_as(Role::Member, Method::PUT, &user, &body)
        .await;
    let rule = Rule::RoleDenies(Role::Member, Action::UsersView).sentence();
    assert_eq!(
        put.detail(),
        rule,
        "a whole resource asks for nothing in particular"
    );
}
