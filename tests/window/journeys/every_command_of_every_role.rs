//! Every command through the real bridge in each of the four roles: the role check sits in Rust,
//! and what it denies it denies with the policy's sentence.

use std::collections::BTreeSet;

use rollcall_model::Role;
use serde_json::{Value, json};

use super::steps::demo;
use crate::desk::Desk;
use crate::told::Told;
use crate::window::Window;

/// What a role may do with users and workspaces, and what it hears where it may not.
struct Expectation {
    role: &'static str,
    view: Result<(), &'static str>,
    add: Result<(), &'static str>,
    set_role: Result<(), &'static str>,
    replace_email: Result<(), &'static str>,
    set_workspaces: Result<(), &'static str>,
    suspend: Result<(), &'static str>,
    view_organization: Result<(), &'static str>,
    edit_organization: Result<(), &'static str>,
    view_workspaces: Result<(), &'static str>,
    change_workspaces: Option<&'static str>,
    delete_organization: Result<(), &'static str>,
    billing: Billing,
}

/// What a role may do in Billing, and what it hears where it may not.
struct Billing {
    view: Result<(), &'static str>,
    edit: Result<(), &'static str>,
    change: Result<(), &'static str>,
    cancel: Result<(), &'static str>,
    invoices: Result<(), &'static str>,
}

const TABLE: &[Expectation] = &[
    Expectation {
        role: "member",
        replace_email: Err("Members can't replace e-mail addresses."),
        view: Err("Members can't see users."),
        add: Err("Members can't add users."),
        set_role: Err("Members can't change roles."),
        set_workspaces: Err("Members can't change the workspaces of users."),
        suspend: Err("Members can't suspend users."),
        view_organization: Err("Members can't see the organization's information."),
        edit_organization: Err("Members can't edit the organization's information."),
        view_workspaces: Err(
            "Members can see only the workspaces granted to them, without settings.",
        ),
        change_workspaces: Some("Members"),
        delete_organization: Err("Members can't delete the organization."),
        billing: Billing {
            view: Err("Members can't see the plan and its seats."),
            edit: Err("Members can't edit billing and payment details."),
            change: Err("Members can't change the subscription."),
            cancel: Err("Members can't cancel the subscription."),
            invoices: Err("Members can't see invoices."),
        },
    },
    Expectation {
        role: "billing_admin",
        replace_email: Err("Billing Admins can't replace e-mail addresses."),
        view: Ok(()),
        add: Err("Billing Admins can't add users."),
        set_role: Err("Billing Admins can't change roles."),
        set_workspaces: Err("Billing Admins can't change the workspaces of users."),
        suspend: Err("Billing Admins can't suspend users."),
        view_organization: Ok(()),
        edit_organization: Err("Billing Admins can't edit the organization's information."),
        view_workspaces: Ok(()),
        change_workspaces: Some("Billing Admins"),
        delete_organization: Err("Billing Admins can't delete the organization."),
        billing: Billing {
            view: Ok(()),
            edit: Ok(()),
            change: Ok(()),
            cancel: Err("Billing Admins can't cancel the subscription."),
            invoices: Ok(()),
        },
    },
    Expectation {
        role: "user_admin",
        replace_email: Ok(()),
        view: Ok(()),
        add: Ok(()),
        set_role: Err("User Admins can't change roles."),
        set_workspaces: Ok(()),
        suspend: Err("User Admins can't suspend users."),
        view_organization: Ok(()),
        edit_organization: Err("User Admins can't edit the organization's information."),
        view_workspaces: Ok(()),
        change_workspaces: None,
        delete_organization: Err("User Admins can't delete the organization."),
        billing: Billing {
            view: Err("User Admins can see the number of free seats only."),
            edit: Err("User Admins can't edit billing and payment details."),
            change: Err("User Admins can't change the subscription."),
            cancel: Err("User Admins can't cancel the subscription."),
            invoices: Err("User Admins can't see invoices."),
        },
    },
    Expectation {
        role: "admin",
        replace_email: Ok(()),
        view: Ok(()),
        add: Ok(()),
        set_role: Ok(()),
        set_workspaces: Ok(()),
        suspend: Ok(()),
        view_organization: Ok(()),
        edit_organization: Ok(()),
        view_workspaces: Ok(()),
        change_workspaces: None,
        delete_organization: Ok(()),
        billing: Billing {
            view: Ok(()),
            edit: Ok(()),
            change: Ok(()),
            cancel: Ok(()),
            invoices: Ok(()),
        },
    },
];

/// The page's side of the bridge, in one role.
struct Bridge<'a> {
    window: &'a Window,
    role: &'static str,
    organization: Value,
    tried: BTreeSet<String>,
}

impl<'a> Bridge<'a> {
    /// Opens the demo in a role, and waits until the server has answered; where the role may see the
    /// list, until that is whole.
    async fn open(window: &'a Window, expected: &Expectation) -> Self {
        let role = expected.role;
        let card = window.invoke("open_demo", json!({ "role": role })).await;
        let organization = card.expect("every role can be tried")["id"].take();
        let tried = BTreeSet::from(["open_demo".to_owned()]);
        let mut bridge = Self {
            window,
            role,
            organization,
            tried,
        };
        loop {
            let session = bridge.call("session", json!({})).await.expect("it is open");
            let whole = expected.view.is_err() || session["snapshot"]["complete"] == true;
            if whole && session["link"]["kind"] == "online" {
                return bridge;
            }
            window.awaits("requestAnimationFrame(arguments[0]);").await;
        }
    }

    /// Calls a command on this organization.
    async fn call(&mut self, command: &str, mut arguments: Value) -> Result<Value, Value> {
        self.tried.insert(command.to_owned());
        arguments["organization"] = self.organization.clone();
        self.window.invoke(command, arguments).await
    }

    /// Calls a command that the policy allows or denies.
    async fn decides(&mut self, expected: Result<(), &str>, command: &str, arguments: Value) {
        let (role, answer) = (self.role, self.call(command, arguments).await);
        match (expected, answer) {
            (Ok(()), answer) => assert!(answer.is_ok(), "{role} may: {command} answers {answer:?}"),
            (Err(sentence), answer) => {
                let failure = answer.expect_err("the policy denies it");
                assert_eq!(failure["code"], "denied", "{role} may not: {command}");
                assert_eq!(failure["message"], sentence, "{role} hears the rule itself");
            }
        }
    }

    /// Tries all that has to do with the organization itself.
    async fn settings(&mut self, expected: &Expectation, number: usize) {
        let (role, view) = (expected.role, expected.view_organization);
        if view.is_ok() {
            while self.call("general", json!({})).await.is_err() {
                // It is read after the list.
                self.window
                    .awaits("requestAnimationFrame(arguments[0]);")
                    .await;
            }
        }
        self.decides(view, "general", json!({})).await;
        let save = json!({ "save": {
            "operation": format!("00000000-0000-4000-8000-{number:08}0015"),
            "values": { "website": { "to": format!("https://{role}.example") } },
        } });
        self.decides(expected.edit_organization, "save_general", save)
            .await;
        let delete = expected.delete_organization;
        self.decides(delete, "deletion_view", json!({})).await;
        self.unconfirmed(delete, "delete_organization").await;
        self.billing(&expected.billing, number).await;
    }

    /// Tries all that has to do with billing.
    async fn billing(&mut self, expected: &Billing, number: usize) {
        let none = json!({});
        self.decides(expected.view, "billing", none.clone()).await;
        let save = json!({ "save": {
            "operation": format!("00000000-0000-4000-8000-{number:08}0016"),
            "values": { "tax_id": { "to": format!("TAX {}", self.role) } },
        } });
        self.decides(expected.edit, "save_billing", save).await;
        self.decides(expected.edit, "open_payment_page", none.clone())
            .await;

        let wish = json!({ "wish": { "plan": "enterprise", "seats": "100000" } });
        self.decides(expected.change, "preview_subscription", wish)
            .await;
        let save = json!({ "save": {
            "operation": format!("00000000-0000-4000-8000-{number:08}0017"), "values": {},
        } });
        self.decides(expected.change, "change_subscription", save)
            .await;
        match expected.change {
            Ok(()) => {
                self.fails("subscription_stays", "resume_subscription", none.clone())
                    .await;
            }
            denied => {
                self.decides(denied, "resume_subscription", none.clone())
                    .await;
            }
        }
        self.decides(expected.cancel, "cancel_view", none).await;
        self.unconfirmed(expected.cancel, "cancel_subscription")
            .await;

        let window = json!({ "offset": 0, "limit": 9 });
        self.decides(expected.invoices, "invoices", window).await;
        for command in ["invoice", "save_invoice"] {
            let nothing = json!({ "invoice": "nothing" });
            match expected.invoices {
                Ok(()) => self.fails("unknown_invoice", command, nothing).await,
                denied => self.decides(denied, command, nothing).await,
            }
        }
    }

    /// Calls what is typed to confirm without typing it.
    async fn unconfirmed(&mut self, expected: Result<(), &str>, command: &str) {
        let typed = json!({ "typed": "" });
        match expected {
            Ok(()) => self.fails("not_confirmed", command, typed).await,
            denied => self.decides(denied, command, typed).await,
        }
    }

    /// Tries all that has to do with workspaces.
    async fn workspaces(&mut self, expected: &Expectation, workspace: &str, number: usize) {
        let view = expected.view_workspaces;
        let list = json!({ "query": {}, "offset": 0, "limit": 10 });
        self.decides(view, "workspaces_window", list).await;
        let one = json!({ "workspace": workspace });
        self.decides(view, "workspace_details", one.clone()).await;

        let rule = |verb: &str| {
            let role = expected.change_workspaces?;
            Some(format!("{role} can't {verb} workspaces."))
        };
        let operation = |part: u32| format!("00000000-0000-4000-8000-{number:08}{part:04}");
        let name = format!("Lab {}", expected.role);
        let create = json!({ "operation": operation(6), "name": name });
        let rename = json!({ "operation": operation(7), "workspace": workspace, "name": format!("{name} 2") });
        let delete = json!({ "operation": operation(8), "workspace": workspace, "typed": "" });
        for (verb, command, arguments) in [
            ("create", "create_workspace", json!({ "create": create })),
            ("rename", "rename_workspace", json!({ "rename": rename })),
            ("delete", "workspace_deletion", one),
        ] {
            let rule = rule(verb);
            let expected = rule.as_deref().map_or(Ok(()), Err);
            self.decides(expected, command, arguments).await;
        }
        let delete = json!({ "deletion": delete });
        match rule("delete") {
            Some(rule) => self.decides(Err(&rule), "delete_workspace", delete).await,
            // Nobody has typed its name.
            None => {
                self.fails("not_confirmed", "delete_workspace", delete)
                    .await;
            }
        }
    }

    /// Tries all that has to do with adding users.
    async fn adds(&mut self, expected: &Expectation, number: usize) {
        let view = expected.view;
        self.decides(view, "add_view", json!({})).await;
        let free = json!({ "address": "nobody@new.example" });
        self.decides(view, "check_address", free).await;
        let add = json!({
            "operation": format!("00000000-0000-4000-8000-{number:08}0003"),
            "address": format!("{}@new.example", self.role),
            "name": "",
            "role": "member",
            "workspaces": [],
        });
        self.decides(expected.add, "add_user", json!({ "add": add }))
            .await;

        let list = format!("list-{}@new.example, x", self.role);
        let read = self.hands_over("read_invitees", &list).await;
        assert_eq!(
            read["failure"]["message"].as_str(),
            view.or(expected.add).err(),
            "{} hears the rule itself: {read}",
            self.role
        );
        let list = json!({ "list": read["answer"]["id"].as_u64().unwrap_or(0), "role": "member" });
        let with = |more: Value| {
            let mut arguments = list.clone();
            for (name, value) in more.as_object().expect("arguments") {
                arguments[name] = value.clone();
            }
            arguments
        };
        let window = with(json!({ "only": null, "offset": 0, "limit": 9 }));
        self.decides(view, "invitees_window", window).await;
        let asked = with(json!({ "channel": "__CHANNEL__:2" }));
        self.decides(expected.add, "add_invitees", asked).await;
        let nowhere = json!({ "list": 0, "role": "member" });
        match view {
            Ok(()) => self.fails("list_gone", "save_refused", nowhere).await,
            Err(_) => self.decides(view, "save_refused", nowhere).await,
        }
        self.fails("list_gone", "stop_adding", json!({ "list": 0 }))
            .await;
        self.decides(Ok(()), "forget_invitees", list.clone()).await;
    }

    /// Tries all that has to do with plans.
    async fn plans(&mut self, expected: &Expectation) {
        let none = json!({ "changes": { "kind": "ids", "ids": [] } });
        self.fails("nothing_to_export", "outbox_export", none).await;
        let elsewhere = json!({
            "format": "rollcall-plan", "version": 1, "id": "", "exportedBy": "", "exportedAt": "",
            "organization": { "id": null, "name": "Elsewhere", "url": "https://elsewhere.example" }, "changes": [],
        });
        for command in ["outbox_import_view", "outbox_import"] {
            for broken in ["", "no plan"] {
                let answer = self.hands_over(command, broken).await;
                assert_eq!(
                    answer["failure"]["code"], "not_a_plan",
                    "{command}: {answer}"
                );
            }
            let answer = self.hands_over(command, &elsewhere.to_string()).await;
            let failure = &answer["failure"];
            match expected.view {
                Ok(()) => assert_eq!(failure["code"], "other_organization", "{command}: {answer}"),
                Err(rule) => assert_eq!(
                    failure["message"], rule,
                    "{} hears the rule itself",
                    self.role
                ),
            }
        }
    }

    /// Calls a command that takes a file: it crosses as bytes, with the rest in headers beside it.
    async fn hands_over(&mut self, command: &str, text: &str) -> Value {
        self.tried.insert(command.to_owned());
        let headers = json!({ "organization": self.organization, "offset": "0", "limit": "9" });
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const bytes = new TextEncoder().encode({});
             window.__TAURI_INTERNALS__.invoke('{command}', bytes, {{ headers: {headers} }})
                 .then((answer) => done({{ answer }}), (failure) => done({{ failure }}));",
            json!(text)
        );
        self.window.awaits(&script).await
    }

    /// Calls a command that anybody may try, and that fails for another reason.
    async fn fails(&mut self, code: &str, command: &str, arguments: Value) {
        let answer = self.call(command, arguments).await;
        let failure = answer.expect_err("it can't work");
        assert_eq!(failure["code"], code, "{command} says why: {failure}");
    }
}

#[tokio::test]
async fn each_role_may_what_the_table_says_and_hears_the_rule_where_it_may_not() {
    let desk = Desk::new();
    // The page of a payment method is opened by whoever may: not in a browser of this machine.
    desk.noting_browser();
    let window = desk.open(&["--demo", "--print-tokens"]).await;
    let server = Told::from_ready_line(&window.printed("{"));
    let member = server.somebody("member").await;
    let workspace = server.workspace_without(&member).await;
    for (number, expected) in TABLE.iter().enumerate() {
        let mut bridge = Bridge::open(&window, expected).await;
        let may_view = expected.view;
        let list = json!({ "query": {}, "offset": 0, "limit": 10 });
        bridge.decides(may_view, "users_window", list).await;
        for command in [
            "user_details",
            "access_explained",
            "edit_view",
            "replace_view",
            "user_picture",
        ] {
            bridge
                .decides(may_view, command, json!({ "user": member.id }))
                .await;
        }
        for command in [
            "organizations",
            "speak",
            "session",
            "role_comparison",
            "workspaces",
            "demo_mailbox",
            "refresh",
            "outbox_seen",
        ] {
            bridge.decides(Ok(()), command, json!({})).await;
        }
        let window_of_outbox = json!({ "query": { "limit": 10 } });
        bridge.decides(Ok(()), "outbox", window_of_outbox).await;
        for holding in ["on", "off"] {
            let hold = json!({ "holding": holding });
            bridge.decides(Ok(()), "outbox_hold", hold).await;
        }
        let window_of_journal = json!({ "query": {}, "offset": 0, "limit": 10 });
        bridge.decides(Ok(()), "journal", window_of_journal).await;
        let kept = json!({ "kept": null });
        bridge.decides(Ok(()), "journal_verify", kept).await;
        // It would ask a person where the file goes, who answers in the journey of the journal.
        bridge.tried.insert("journal_export".to_owned());
        for command in ["outbox_plan", "outbox_send", "outbox_take_back"] {
            let none =
                json!({ "changes": { "kind": "ids", "ids": [] }, "typed": null, "window": {} });
            bridge.decides(Ok(()), command, none).await;
        }
        bridge
            .decides(Ok(()), "watch", json!({ "channel": "__CHANNEL__:1" }))
            .await;

        let nothing = "00000000-0000-4000-8000-000000000000";
        for command in ["outbox_ask_again", "outbox_combine"] {
            let unknown = json!({ "changes": { "kind": "ids", "ids": [nothing] } });
            bridge.fails("unknown_change", command, unknown).await;
        }
        let unknown = json!({
            "change": nothing, "edit": { "change": nothing }, "moving": { "changes": [nothing] },
        });
        for command in ["outbox_change_view", "outbox_edit", "outbox_move"] {
            let unknown = unknown.clone();
            bridge.fails("unknown_change", command, unknown).await;
        }
        for link in [
            "",
            "https://example.com",
            "file:///etc/passwd",
            "javascript:1",
        ] {
            let link = json!({ "link": link });
            bridge
                .fails("unknown_message", "open_invitation", link)
                .await;
        }
        bridge
            .fails("token_invalid", "sign_in", json!({ "token": "" }))
            .await;
        // Whoever may open an organization may remove it from their own computer: the server keeps it.
        bridge.decides(Ok(()), "removal", json!({})).await;
        let nowhere =
            json!({ "name": "", "url": "http://example.com", "token": "x", "keep": "session" });
        bridge
            .fails("url_invalid", "connect", json!({ "request": nowhere }))
            .await;

        let save = |part: u32, role: Value, grant: Value| {
            let operation = format!("00000000-0000-4000-8000-{number:08}{part:04}");
            json!({ "save": { "operation": operation, "user": member.id, "role": role, "grant": grant, "revoke": [] } })
        };
        let replace = json!({ "replace": {
            "operation": format!("00000000-0000-4000-8000-{number:08}0004"), "user": member.id,
            "address": format!("{}@replaced.example", expected.role), "delete": "when_accepted",
        } });
        bridge
            .decides(expected.replace_email, "replace_email", replace)
            .await;
        let promotion = save(1, json!("user_admin"), json!([]));
        bridge
            .decides(expected.set_role, "save_user", promotion)
            .await;
        let access = save(2, Value::Null, json!([workspace]));
        bridge
            .decides(expected.set_workspaces, "save_user", access)
            .await;
        let selection = json!({ "kind": "ids", "ids": [member.id] });
        let suspend = json!({ "kind": "suspend" });
        let rows = json!({ "verdict": "will_change", "offset": 0, "limit": 10 });
        let preview = json!({ "selection": selection, "action": suspend, "window": rows });
        let may_preview = may_view.or(expected.suspend);
        bridge.decides(may_preview, "preview_change", preview).await;
        let operation = format!("00000000-0000-4000-8000-{number:08}0003");
        let change = json!({ "operation": operation, "selection": selection, "action": suspend });
        bridge
            .decides(
                expected.suspend,
                "change_users",
                json!({ "change": change }),
            )
            .await;
        let view = "00000000-0000-4000-8000-00000000abcd";
        let saved = json!({ "view": { "id": view, "name": "Mine", "shows": {} } });
        bridge.decides(may_view, "save_view", saved).await;
        bridge.decides(may_view, "views", json!({})).await;
        bridge
            .decides(may_view, "delete_view", json!({ "id": view }))
            .await;
        let columns = json!({ "shows": {} });
        bridge.decides(may_view, "copy_users", columns).await;
        bridge.decides(Ok(()), "export_cancel", json!({})).await;
        let export = json!({
            "export": { "shows": {}, "format": { "kind": "json" } }, "channel": "__CHANNEL__:2",
        });
        if may_view.is_ok() {
            // It would ask a person where the file goes, who answers in the journey of an export.
            bridge.tried.insert("export_users".to_owned());
        } else {
            bridge.decides(may_view, "export_users", export).await;
        }
        bridge.workspaces(expected, &workspace, number).await;
        bridge.adds(expected, number).await;
        bridge.plans(expected).await;
        bridge.settings(expected, number).await;
        let typed = bridge.call("removal", json!({})).await;
        let typed = typed.expect("it is told")["confirm"]["text"].take();
        let remove = json!({ "remove": { "typed": typed } });
        bridge.decides(Ok(()), "remove_organization", remove).await;
        assert_eq!(bridge.tried, commands(), "no command is left out");
    }
    let after = server.person(&member.id).await;
    assert_eq!(
        after.role, "member",
        "nothing was sent for those who may not"
    );
    window.close().await;
}

/// Every command that the build declares.
fn commands() -> BTreeSet<String> {
    let build = include_str!("../../../src-tauri/build.rs");
    let (_, list) = build
        .split_once("COMMANDS: &[&str] = &[")
        .expect("the list");
    let (list, _) = list.split_once("];").expect("its end");
    list.split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

#[tokio::test]
async fn a_command_with_a_wrong_id_says_so() {
    let desk = Desk::new();
    let (window, _) = demo(&desk, Role::Admin).await;
    let unknown = "00000000-0000-4000-8000-000000000000";
    for wrong in ["", "..", "../../etc/passwd", unknown, "%2e%2e"] {
        let answer = window
            .invoke("session", json!({ "organization": wrong }))
            .await;
        let refused = answer.expect_err("there is none");
        for part in ["code", "message"] {
            assert!(
                refused[part].is_string(),
                "{wrong:?} is answered with a {part}: {refused}"
            );
        }
    }
    window.close().await;
}
