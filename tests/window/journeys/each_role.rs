//! What a role may do with users is offered and taken by the server; everything else is refused, in the
//! window with the very sentence that the server gives to the same call.

use fantoccini::key::Key;
use rollcall_model::Role;
use serde_json::{Value, json};

use crate::desk::Desk;
use crate::told::{Person, Told};
use crate::window::Window;

/// The buttons of the details: what each would do, whether it refuses, and what it says.
const OFFERED: &str = "return [...document.querySelectorAll('.details-more button[id^=user-]')].map((each) => [
    each.id.replace('user-', ''), each.getAttribute('aria-disabled') === 'true',
    squeeze(document.getElementById(each.getAttribute('aria-describedby') ?? '')?.textContent ?? '')]);";

/// The choices of a role: their value, whether it can be chosen, and what it says.
const ROLES: &str = "return [...front().querySelectorAll('[role=radio]')].map((each) => [
    squeeze(each.getAttribute('aria-label') ?? each.textContent), each.getAttribute('aria-disabled') === 'true',
    squeeze((each.getAttribute('aria-describedby') ?? '').split(/\\s+/).filter(Boolean)
        .map((id) => document.getElementById(id)?.textContent).join(' '))]);";

/// The same call as the window makes, straight to the server: its refusal, or nothing.
async fn directly(server: &Told, action: &str, person: &Person) -> Option<String> {
    let user = format!("/Users/{}", person.id);
    let active = |active: bool| json!([{ "op": "replace", "path": "active", "value": active }]);
    let call = match action {
        "delete" => server.attempt("DELETE", &user, Value::Null).await,
        "suspend" => server.patch(&user, active(false)).await,
        "reactivate" => server.patch(&user, active(true)).await,
        "resend_invitation" => {
            let body = json!({ "user": person.id });
            server.attempt("POST", "/Invitations", body).await
        }
        "revoke_invitation" => {
            let path = format!("/Invitations/{}", person.id);
            server.attempt("DELETE", &path, Value::Null).await
        }
        other => panic!("{other} is no action of the details"),
    };
    call.err()
}

async fn opens_details(window: &Window, person: &Person) {
    window.fill("Search users", &person.email).await;
    window.reads("row 1 of 1 match").await;
    window.press("row", "").await;
    let there = format!(
        "document.querySelector('.details')?.textContent.includes({}) && document.querySelector('.details-more button')",
        json!(person.email)
    );
    window.until("the details are there", &there).await;
}

/// Every button of the details is what the server says of the same call.
async fn actions_agree(window: &Window, server: &Told, person: &Person) {
    opens_details(window, person).await;
    let offered = window.run(OFFERED, vec![]).await;
    let offered = offered.as_array().expect("a list").clone();
    assert!(!offered.is_empty(), "something can be done with {person:?}");
    // What removes the user comes last, or there is nobody left to ask about.
    let (removing, keeping): (Vec<_>, Vec<_>) = offered
        .iter()
        .partition(|each| each[0] == "delete" || each[0] == "revoke_invitation");
    for each in keeping.into_iter().chain(removing) {
        let action = each[0].as_str().expect("a name");
        let said = each[2].as_str().unwrap_or_default();
        match (each[1] == true, directly(server, action, person).await) {
            (true, Some(refusal)) => assert!(
                said.starts_with(&refusal),
                "{action}: the window says {said:?}, the server {refusal:?}"
            ),
            (false, None) => {}
            (refused, answer) => {
                panic!("{action} of {person:?}: refused here {refused}, by the server {answer:?}")
            }
        }
        let removes = action == "delete" || action == "revoke_invitation";
        if removes && each[1] == false {
            // They are gone: there is nobody left to ask about.
            break;
        }
    }
}

/// The roles that can be chosen are those that the server takes, and the others say its sentence.
async fn roles_agree(window: &Window, refusal: Option<&str>, but: &str) {
    let choices = window.run(ROLES, vec![]).await;
    let choices = choices.as_array().expect("a list");
    assert_eq!(choices.len(), 4, "all roles are visible: {choices:?}");
    for choice in choices {
        let name = choice[0].as_str().unwrap_or_default();
        if name.starts_with(but) {
            continue;
        }
        let said = choice[2].as_str().unwrap_or_default();
        match refusal {
            None => assert_eq!(choice[1], false, "{name} can be chosen"),
            Some(refusal) => {
                assert_eq!(choice[1], true, "{name} can't be chosen");
                assert!(
                    said.contains(refusal),
                    "{name} says {said:?}, the server {refusal:?}"
                );
            }
        }
    }
}

async fn at_each_door(role: Role) {
    let desk = Desk::new();
    let start = format!("--demo={}", role.as_str());
    let window = desk.open(&[&start, "--print-tokens"]).await;
    let ready = window.printed("{");
    let (admin, server) = (
        Told::from_ready_line(&ready),
        Told::from_ready_line_as(&ready, role),
    );
    window.reads("Online").await;

    // Whom the role would add.
    let new_admin = json!({ "userName": "new.admin@new.example", "roles": [{ "value": "admin" }] });
    let refused = server.attempt("POST", "/Users", new_admin).await.err();
    let new_member = json!({ "userName": "new.member@new.example" });
    let no_member = server.attempt("POST", "/Users", new_member).await.err();
    match &no_member {
        Some(refusal) => {
            // What may be added is read after the list.
            let why = format!(
                "squeeze(document.getElementById(find('button', 'Add user')
                    ?.getAttribute('aria-describedby'))?.textContent ?? '').includes({})",
                json!(refusal)
            );
            let what = format!("Add user says what the server says: {refusal}");
            window.until(&what, &why).await;
        }
        None => {
            window.press("button", "Add user").await;
            window.find("radio", "Member").await;
            roles_agree(&window, refused.as_deref(), "Member").await;
            window.chord(&[char::from(Key::Escape)]).await;
        }
    }

    // What it would do with those who are there, and with one who was invited.
    let me = server.me().await;
    let other_admin = admin.other("admin", &me).await;
    let member = admin.other("member", &me).await;
    let invited = admin
        .add(&format!("invited.by.{}@new.example", role.as_str()))
        .await;
    window.chord(&[char::from(Key::F5)]).await;

    opens_details(&window, &member).await;
    let path = format!("/Users/{}", member.id);
    let role_of =
        json!([{ "op": "replace", "path": "roles", "value": [{ "value": "user_admin" }] }]);
    let locked = server.patch(&path, role_of).await.err();
    let edit = if no_member.is_some() {
        "View access"
    } else {
        "Edit"
    };
    window.press("button", edit).await;
    window.find("radio", "Member").await;
    let but = if locked.is_some() { "Member" } else { "" };
    roles_agree(&window, locked.as_deref(), but).await;
    window.chord(&[char::from(Key::Escape)]).await;

    for person in [&invited, &other_admin, &member] {
        actions_agree(&window, &server, person).await;
    }
    window.close().await;
}

#[tokio::test]
async fn an_admin_is_refused_nothing_that_the_server_takes() {
    at_each_door(Role::Admin).await;
}

#[tokio::test]
async fn a_user_admin_hears_here_what_the_server_says() {
    at_each_door(Role::UserAdmin).await;
}

#[tokio::test]
async fn a_billing_admin_hears_here_what_the_server_says() {
    at_each_door(Role::BillingAdmin).await;
}
