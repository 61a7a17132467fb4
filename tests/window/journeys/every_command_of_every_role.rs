//! Every command through the real bridge in each of the four roles: the role check sits in Rust,
//! and what it denies it denies with the policy's sentence.

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::told::Told;
use crate::window::Window;

/// The code that a command is refused with, or `ok`.
async fn answer(window: &Window, command: &str, arguments: Value) -> String {
    match window.invoke(command, arguments).await {
        Ok(_) => "ok".to_owned(),
        Err(failure) => failure["code"]
            .as_str()
            .unwrap_or_else(|| panic!("{command}: {failure} has a code"))
            .to_owned(),
    }
}

/// Waits until the server has answered, and where the role may see the list until that is whole.
async fn settled(window: &Window, organization: &Value, with_list: bool) {
    loop {
        let session = window
            .invoke("session", json!({ "organization": organization }))
            .await
            .expect("it is open");
        if session["link"]["kind"] == "online"
            && (!with_list || session["snapshot"]["complete"] == true)
        {
            return;
        }
        window.awaits("requestAnimationFrame(arguments[0]);").await;
    }
}

#[tokio::test]
async fn each_role_may_what_the_table_says_and_hears_the_rule_where_it_may_not() {
    let desk = Desk::new();
    let window = desk.open(&["--demo", "--print-tokens"]).await;
    let server = Told::from_ready_line(&window.printed("{"));
    let member = server.somebody("member").await;
    let expectations = [
        ("member", "denied", "denied", "Members can't see users."),
        (
            "user_admin",
            "ok",
            "denied",
            "User Admins can't change roles.",
        ),
        (
            "billing_admin",
            "ok",
            "denied",
            "Billing Admins can't change roles.",
        ),
        ("admin", "ok", "ok", ""),
    ];
    for (role, viewing, changing, sentence) in expectations {
        let card = window
            .invoke("open_demo", json!({ "role": role }))
            .await
            .expect("every role can be tried");
        let organization = &card["id"];
        settled(&window, organization, viewing == "ok").await;
        let of = |more: Value| {
            let mut arguments = more;
            arguments["organization"] = organization.clone();
            arguments
        };
        let person = of(json!({ "user": member.id }));
        let list = of(json!({ "query": {}, "offset": 0, "limit": 10 }));
        for (command, arguments) in [
            ("users_window", list),
            ("user_details", person.clone()),
            ("edit_view", person.clone()),
            ("user_picture", person),
        ] {
            assert_eq!(
                answer(&window, command, arguments).await,
                viewing,
                "{role} asks for {command}"
            );
        }
        for command in ["session", "workspaces", "outbox", "refresh", "outbox_seen"] {
            assert_eq!(
                answer(&window, command, of(json!({}))).await,
                "ok",
                "{role} asks for {command}"
            );
        }
        let none = of(json!({ "ids": [] }));
        for command in ["outbox_send", "outbox_take_back"] {
            assert_eq!(
                answer(&window, command, none.clone()).await,
                "ok",
                "{role} names no change to {command}"
            );
        }
        let unknown = of(json!({ "id": "00000000-0000-4000-8000-000000000000" }));
        let again = answer(&window, "outbox_ask_again", unknown).await;
        assert_ne!(
            again, "ok",
            "{role} can't ask again for what was never asked"
        );

        let save = json!({ "operation": uuid(role), "user": member.id, "role": "user_admin", "grant": [], "revoke": [] });
        let saved = window
            .invoke("save_user", of(json!({ "save": save })))
            .await;
        match (changing, saved) {
            ("ok", Ok(receipt)) => assert_eq!(receipt["queued"], 1, "{role} changes one thing"),
            ("denied", Err(failure)) => {
                assert_eq!(failure["code"], "denied", "{role}: {failure}");
                assert_eq!(
                    failure["message"], sentence,
                    "{role} hears the policy's own sentence"
                );
            }
            (_, saved) => panic!("{role} saves a role: {saved:?}"),
        }
    }
    assert_eq!(
        server.person(&member.id).await.role,
        "member",
        "nothing was sent for those who may not"
    );
    window.close().await;
}

#[tokio::test]
async fn a_command_with_a_wrong_id_says_so() {
    let desk = Desk::new();
    let window = desk.open(&["--demo"]).await;
    window.reads("Online").await;
    for wrong in [
        "",
        "..",
        "../../etc/passwd",
        "00000000-0000-4000-8000-000000000000",
        "%2e%2e",
    ] {
        let refused = window
            .invoke("session", json!({ "organization": wrong }))
            .await
            .expect_err("there is none");
        assert!(
            refused["code"].is_string(),
            "{wrong:?} is answered with a code: {refused}"
        );
        assert!(
            refused["message"].is_string(),
            "{wrong:?} is answered in words: {refused}"
        );
    }
    window.close().await;
}

/// A different operation for each role.
fn uuid(role: &str) -> String {
    format!("00000000-0000-4000-8000-{:012}", role.len())
}
