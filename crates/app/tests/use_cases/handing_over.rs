//! What waits is handed over as a plan: read strictly, decided for whoever imports it, queued whole and once.

use std::path::PathBuf;

use rollcall_app::Failure;
use rollcall_app::view::{AddUser, Changes, PlanFate, PlanWindow, UserQuery};
use rollcall_model::Role;
use serde_json::{Value, json};

use crate::forms::{addition, role_change};
use crate::held::Held;
use crate::support::{role_on, server, somebody};

const EVERYTHING: PlanWindow = PlanWindow {
    offset: 0,
    limit: 100,
};

impl Held {
    /// Asks for somebody new with access, and for another role of somebody who is there.
    async fn prepare(&self) -> String {
        let there = somebody(&self.app, self.id, Role::Member, None).await.id;
        let workspace = self.app.workspaces(self.id).await.unwrap()[0].id.clone();
        let invited = AddUser {
            name: "Ana Ruiz".into(),
            ..addition("ana@new.example", Role::Member, &[&workspace])
        };
        self.app.add_user(self.id, &invited, None).await.unwrap();
        let raised = role_change(&there, Role::UserAdmin);
        self.app.save_user(self.id, &raised, None).await.unwrap();
        there
    }

    async fn export(&self) -> Vec<u8> {
        let path: PathBuf = self.home.path().join("plan.json");
        let done = self.app.export_plan(self.id, &Changes::All, &path).await;
        assert_eq!(done.unwrap().changes, 3);
        std::fs::read(path).unwrap()
    }

    async fn refused(&self, plan: &[u8]) -> Failure {
        let before = self.app.outbox(self.id).await.unwrap().waiting;
        let refused = self.app.import_plan(self.id, plan).await.unwrap_err();
        let after = self.app.outbox(self.id).await.unwrap().waiting;
        assert_eq!(before, after, "all or none");
        refused
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_is_imported_and_sent_by_somebody_else_in_its_order_and_once() {
    let server = server(40);
    let ada = Held::on(&server, Role::Admin).await;
    let name = ada.app.plan_export_name(ada.id, &Changes::All);
    let nothing = name.await.unwrap_err();
    assert_eq!(nothing.code, "nothing_to_export", "said before a file is");
    let there = ada.prepare().await;
    let name = ada.app.plan_export_name(ada.id, &Changes::All);
    let name = name.await.unwrap();
    assert!(
        name.starts_with("plan-") && name.ends_with(".json"),
        "{name}"
    );
    let plan = ada.export().await;
    let read: Value = serde_json::from_slice(&plan).unwrap();
    assert_eq!(
        (&read["format"], &read["version"]),
        (&"rollcall-plan".into(), &1.into())
    );
    let text = String::from_utf8(plan.clone()).unwrap();
    assert!(text.contains("new user, Member"), "people read it: {text}");
    for role in [Role::Admin, Role::UserAdmin] {
        assert!(
            !text.contains(server.token(role).reveal()),
            "no token leaves"
        );
    }
    assert_eq!(
        ada.refused(&plan).await.code,
        "imported_already",
        "it waits there already"
    );

    let other = Held::on(&server, Role::Admin).await;
    let view = other
        .app
        .import_view(other.id, &plan, EVERYTHING)
        .await
        .unwrap();
    assert_eq!((view.refused.as_deref(), view.plan.changes), (None, 3));
    let steps = view.plan.groups.iter().flat_map(|group| &group.steps);
    assert!(steps.clone().all(|step| step.fate == PlanFate::Goes));
    assert_eq!(
        other.app.outbox(other.id).await.unwrap().waiting,
        0,
        "only looked at"
    );

    let receipt = other.app.import_plan(other.id, &plan).await.unwrap();
    assert_eq!(
        (receipt.queued, receipt.applied),
        (3, 0),
        "{}",
        receipt.message
    );
    assert_eq!(other.refused(&plan).await.code, "imported_already");
    let again = ada.export().await;
    assert_eq!(
        other.refused(&again).await.code,
        "imported_already",
        "another file with the same changes is no way round"
    );
    other.all_done().await;
    assert_eq!(role_on(&server, &there).await, "user_admin");
    let query = UserQuery {
        search: "ana@new.example".into(),
        ..UserQuery::default()
    };
    let found = other
        .app
        .users_window(other.id, &query, 0, 10)
        .await
        .unwrap();
    assert_eq!((found.rows.len(), found.rows[0].workspaces.len()), (1, 1));
    assert_eq!(
        other.refused(&plan).await.code,
        "imported_already",
        "nor once it is done"
    );
    ada.app.close().await;
    other.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_is_decided_for_whoever_imports_it_and_refused_whole() {
    let server = server(40);
    let ada = Held::on(&server, Role::Admin).await;
    ada.prepare().await;
    let plan = ada.export().await;
    let uma = Held::on(&server, Role::UserAdmin).await;
    let view = uma
        .app
        .import_view(uma.id, &plan, EVERYTHING)
        .await
        .unwrap();
    assert_eq!((view.plan.changes, view.plan.denied), (3, 1));
    let why = view.refused.unwrap();
    assert!(why.contains("User Admins can't change roles."), "{why}");
    let refused = uma.refused(&plan).await;
    assert_eq!((refused.code.as_str(), refused.message), ("denied", why));

    let bea = Held::on(&server, Role::BillingAdmin).await;
    assert_eq!(bea.refused(&plan).await.code, "denied");
    for desk in [ada, uma, bea] {
        desk.app.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_plan_of_this_organization_is_refused_with_the_reason() {
    let server = server(40);
    let ada = Held::on(&server, Role::Admin).await;
    ada.prepare().await;
    let plan: Value = serde_json::from_slice(&ada.export().await).unwrap();
    let other = Held::on(&server, Role::Admin).await;
    let put = |path: &str, value: Value| {
        let mut plan = plan.clone();
        *plan.pointer_mut(path).unwrap() = value;
        plan.to_string().into_bytes()
    };
    let elsewhere = json!({ "id": null, "name": "Elsewhere", "url": "https://elsewhere.example" });
    for (file, code) in [
        (b"Ana, Ruiz".to_vec(), "not_a_plan"),
        (put("/format", json!("something")), "not_a_plan"),
        (put("/version", json!(2)), "plan_newer"),
        (put("/organization", elsewhere), "other_organization"),
        (
            put("/changes/0/address", json!("no address")),
            "address_invalid",
        ),
        (put("/changes/0/to", json!("root")), "not_a_plan"),
        (
            put("/changes/0/change", json!("delete_organization")),
            "not_a_plan",
        ),
        (put("/changes/0", plan["changes"][1].clone()), "not_a_plan"),
    ] {
        let refused = other.refused(&file).await;
        assert_eq!(refused.code, code, "{refused}");
    }
    ada.app.close().await;
    other.app.close().await;
}
