//! The organization's information: who sees it, and how it is edited by two at once, offline, and refused.

use rollcall_app::view::{
    AreaAccess, Changes, GeneralView, Keep, OutboxState, SaveSettings, SettingView, SettingWish,
    VerdictKind,
};
use rollcall_app::{App, ConnectionId, Failure};
use rollcall_model::{OperationId, Role};

use crate::forms::{form, role_change};
use crate::support::{
    LONG_UNDO, Setup, connect, connect_only, outbox_states, server, signed_in, start_again, until,
    until_offline, until_role, until_states,
};

/// One press of *Save*.
pub(crate) fn save(values: &[(&str, &str)]) -> SaveSettings {
    let wish = |to: &str| SettingWish {
        to: to.to_owned(),
        was: None,
    };
    SaveSettings {
        operation: OperationId::random().to_string(),
        values: values
            .iter()
            .map(|(field, to)| ((*field).to_owned(), wish(to)))
            .collect(),
    }
}

pub(crate) fn setting<'v>(settings: &'v [SettingView], field: &str) -> &'v SettingView {
    settings
        .iter()
        .find(|setting| setting.field == field)
        .expect("it is shown")
}

/// Waits until the organization itself was read.
pub(crate) async fn general(app: &App, id: ConnectionId) -> GeneralView {
    until(app, "the organization is read", async || {
        app.general(id).await.is_ok()
    })
    .await;
    app.general(id).await.unwrap()
}

async fn access(app: &App, id: ConnectionId, area: &str) -> AreaAccess {
    let areas = app.session(id).await.unwrap().areas;
    let of = areas.iter().find(|each| each.area == area);
    of.expect("every area is told of").access
}

#[tokio::test(flavor = "multi_thread")]
async fn each_role_sees_what_the_table_says_and_hears_why_it_may_not_edit() {
    let server = server(40);
    for (role, edit, billing) in [
        (Role::Admin, None, false),
        (
            Role::BillingAdmin,
            Some("Billing Admins can't edit the organization's information."),
            false,
        ),
        (
            Role::UserAdmin,
            Some("User Admins can't edit the organization's information."),
            true,
        ),
    ] {
        let (app, id, _home) = signed_in(&server, role).await;
        let view = general(&app, id).await;
        assert_eq!(
            setting(&view.settings, "website").value,
            "https://www.northwind.example"
        );
        assert_eq!(view.edit.reason.as_deref(), edit, "{role}");
        assert_eq!(
            view.billing.is_some(),
            billing,
            "{role}: under General only where Billing is closed"
        );
        if let Some(billing) = view.billing {
            assert_eq!(
                setting(&billing.settings, "tax_id").value,
                "CHE-123.456.789 MWST"
            );
            assert!(billing.free_seats.is_some(), "free seats are counted");
            assert_eq!(
                billing.edit.reason.as_deref(),
                Some("User Admins can't edit billing and payment details.")
            );
        }
        let refused = app
            .save_general(id, &save(&[("website", "https://x.example")]), LONG_UNDO)
            .await;
        assert_eq!(
            refused
                .as_ref()
                .err()
                .map(|failure| failure.message.as_str()),
            edit,
            "the same sentence at the door"
        );
        app.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_has_no_settings_at_all() {
    let server = server(40);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect_only(&app, form(&server, Role::Member, Keep::Keychain)).await;
    until(&app, "the role is known", async || {
        app.session(id).await.unwrap().role.is_some()
    })
    .await;
    for area in ["general", "billing"] {
        assert_eq!(access(&app, id, area).await, AreaAccess::None, "{area}");
    }
    let refused = app.general(id).await.unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.message.as_str()),
        (
            "denied",
            "Members can't see the organization's information."
        )
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_shows_both_values_until_the_server_has_it() {
    let server = server(40);
    let (app, id, _home) = signed_in(&server, Role::Admin).await;
    general(&app, id).await;
    let asked = save(&[
        ("website", " https://new.example "),
        ("time_zone", "europe/vienna"),
        ("locale", "en-CH"),
    ]);
    let receipt = app.save_general(id, &asked, LONG_UNDO).await.unwrap();
    assert_eq!(receipt.queued, 2, "the locale was so already");
    let again = app.save_general(id, &asked, LONG_UNDO).await.unwrap();
    assert_eq!(again.queued, 2, "delivered twice, queued once");
    assert_eq!(app.outbox(id).await.unwrap().waiting, 2);

    let view = app.general(id).await.unwrap();
    let website = setting(&view.settings, "website");
    assert_eq!(
        (
            website.value.as_str(),
            website.was.as_deref(),
            website.intent.as_deref()
        ),
        (
            "https://new.example",
            Some("https://www.northwind.example"),
            Some("waiting")
        )
    );
    assert_eq!(setting(&view.settings, "time_zone").value, "Europe/Vienna");

    app.send(id, &Changes::All, None).await.unwrap();
    until(&app, "the server has both", async || {
        let view = app.general(id).await.unwrap();
        view.settings.iter().all(|each| each.intent.is_none())
            && setting(&view.settings, "website").was.is_none()
    })
    .await;
    assert_eq!(
        outbox_states(&app, id).await,
        [OutboxState::Done, OutboxState::Done]
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_is_refused_on_its_field_before_anything_waits() {
    let server = server(40);
    let (app, id, _home) = signed_in(&server, Role::Admin).await;
    general(&app, id).await;
    for (field, text) in [
        ("display_name", " "),
        ("website", "javascript:alert(1)"),
        ("time_zone", "Nowhere/Else"),
        ("locale", "not a tag"),
    ] {
        let refused = app.save_general(id, &save(&[(field, text)]), None).await;
        let refused: Failure = refused.unwrap_err();
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("setting_invalid", Some(field))
        );
    }
    let elsewhere = app
        .save_general(id, &save(&[("company", "Acme")]), None)
        .await
        .unwrap_err();
    assert_eq!(elsewhere.code, "unknown_setting", "that is Billing's");
    let mut seen = save(&[("website", "https://new.example")]);
    seen.values.get_mut("website").unwrap().was = Some("https://old.example".to_owned());
    let changed = app.save_general(id, &seen, None).await.unwrap_err();
    assert_eq!(
        (changed.code.as_str(), changed.field.as_deref()),
        ("changed_meanwhile", Some("website")),
        "what the person saw is what is replaced: I8"
    );
    assert_eq!(outbox_states(&app, id).await, [], "nothing waits");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_queued_offline_survives_a_restart_and_arrives() {
    let mut server = server(40);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::KeyFile)).await;
    general(&app, id).await;
    app.close().await;
    server.stop();

    let app = Setup::window().open(home.path());
    until_offline(&app, id).await;
    assert_eq!(
        access(&app, id, "general").await,
        AreaAccess::Full,
        "the areas are remembered"
    );
    let receipt = app
        .save_general(id, &save(&[("display_name", "Acme & Sons")]), None)
        .await
        .unwrap();
    assert_eq!(receipt.queued, 1);
    app.close().await;

    let app = Setup::window().open(home.path());
    let name = app.general(id).await.unwrap();
    let name = setting(&name.settings, "display_name");
    assert_eq!(
        (name.value.as_str(), name.intent.as_deref()),
        ("Acme & Sons", Some("waiting"))
    );
    start_again(&mut server);
    app.refresh(id).await.unwrap();
    until_states(&app, id, &[OutboxState::Done]).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_administrators_are_in_conflict_by_field_and_not_by_form() {
    let server = server(40);
    let (home, other_home) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::Admin, Keep::Keychain)).await;
    general(&app, id).await;
    let mine = save(&[("website", "https://mine.example"), ("locale", "de-CH")]);
    app.save_general(id, &mine, LONG_UNDO).await.unwrap();

    let other = Setup::window().open(other_home.path());
    let there = connect(&other, form(&server, Role::Admin, Keep::Keychain)).await;
    general(&other, there).await;
    let theirs = save(&[
        ("website", "https://theirs.example"),
        ("time_zone", "Europe/Vienna"),
    ]);
    other.save_general(there, &theirs, None).await.unwrap();
    until_states(&other, there, &[OutboxState::Done, OutboxState::Done]).await;
    other.close().await;

    app.send(id, &Changes::All, None).await.unwrap();
    until_states(&app, id, &[OutboxState::Conflict, OutboxState::Done]).await;
    let outbox = app.outbox(id).await.unwrap();
    let entry = &outbox.groups[0].entries[0];
    assert_eq!(
        (
            entry.subject.as_str(),
            entry.before.as_str(),
            entry.theirs.as_deref(),
            entry.after.as_str()
        ),
        (
            "Website",
            "https://www.northwind.example",
            Some("https://theirs.example"),
            "https://mine.example"
        ),
        "was, theirs, mine"
    );
    let view = app.general(id).await.unwrap();
    let website = setting(&view.settings, "website");
    assert_eq!(
        (website.value.as_str(), website.intent.as_deref()),
        ("https://theirs.example", Some("needs_you")),
        "what the server has is shown"
    );
    assert_eq!(setting(&view.settings, "time_zone").value, "Europe/Vienna");
    let change = Changes::of(&[entry.id.parse().unwrap()]);
    app.ask_again(id, &change).await.unwrap();
    app.send(id, &Changes::All, None).await.unwrap();
    until(&app, "asked again, mine is taken", async || {
        let view = app.general(id).await.unwrap();
        let website = setting(&view.settings, "website");
        website.value == "https://mine.example" && website.intent.is_none()
    })
    .await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_is_lost_takes_its_areas_with_it_at_the_next_sync() {
    let server = server(40);
    let (home, other_home) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let app = Setup::window().open(home.path());
    let id = connect(&app, form(&server, Role::BillingAdmin, Keep::Keychain)).await;
    general(&app, id).await;
    let me = app.session(id).await.unwrap().me.unwrap();
    let other = Setup::terminal().open(other_home.path());
    let there = connect_only(&other, form(&server, Role::Admin, Keep::Keychain)).await;
    other.sync_once(there, &mut |_| {}).await.unwrap();

    for (role, general_access, billing_access) in [
        (Role::UserAdmin, AreaAccess::Limited, AreaAccess::None),
        (Role::Member, AreaAccess::None, AreaAccess::None),
        (Role::Admin, AreaAccess::Full, AreaAccess::Full),
    ] {
        other
            .save_user(there, &role_change(&me, role), None)
            .await
            .unwrap();
        app.refresh(id).await.unwrap();
        until_role(&app, id, role).await;
        assert_eq!(access(&app, id, "general").await, general_access, "{role}");
        assert_eq!(access(&app, id, "billing").await, billing_access, "{role}");
        let notices = app.session(id).await.unwrap().notices;
        let said = format!(" to {role}.");
        assert!(
            notices.iter().any(|notice| notice.contains(&said)),
            "lost or won, it is said: {notices:?}"
        );
    }
    let view = general(&app, id).await;
    assert_eq!(view.edit.kind, VerdictKind::Allowed);
    app.close().await;
}
