//! A Billing Admin reads everything, changes nothing, and is told why at each place.

use rollcall_model::Role;

use super::steps::demo;
use crate::desk::Desk;

#[tokio::test]
async fn everything_is_readable_and_nothing_changeable_each_with_its_reason() {
    let desk = Desk::new();
    let (window, server) = demo(&desk, Role::BillingAdmin).await;
    let member = server.somebody("member").await;
    window.reads("You are Billing Admin").await;
    window.fill("Search users", &member.email).await;
    window.press("row", &member.name).await;
    window.reads("Active since").await;
    window.reads("View only.").await;
    window.reads("Billing Admins can't change roles.").await;
    window.screenshot("billing-admin-details").await;

    window.press("button", "View access").await;
    window.reads("Each choice says why.").await;
    let denied = "[...front().querySelectorAll('[role=radio], input[type=checkbox]')]
        .map((choice) => [choice.getAttribute('aria-disabled'), squeeze((choice.getAttribute('aria-describedby') ?? '')
            .split(/\\s+/).filter(Boolean).map((id) => document.getElementById(id)?.textContent).join(' '))])";
    let choices = window.run(&format!("return {denied};"), vec![]).await;
    let choices = choices.as_array().expect("a list");
    assert!(
        choices.len() > 4,
        "the four roles and the workspaces stay visible"
    );
    for choice in choices {
        assert_eq!(choice[0], "true", "no choice can be made: {choice}");
        let reason = choice[1].as_str().unwrap_or_default();
        assert!(
            reason.contains("Billing Admins can't"),
            "each choice says the rule: {choice}"
        );
    }
    let save = window.run("return find('button', 'Save');", vec![]).await;
    assert!(save.is_null(), "there is nothing to save");
    window.press("radio", "User Admin").await;
    let chosen = window
        .of("radio", "User Admin", "it.getAttribute('aria-checked')")
        .await;
    assert_eq!(chosen, "false", "a denied choice is not taken");
    window.screenshot("billing-admin-edit").await;
    window.close().await;
}
