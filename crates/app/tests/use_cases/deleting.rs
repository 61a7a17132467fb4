//! The organization is deleted: typed, with the server alone; what was last read stays to be looked at.

use std::path::Path;
use std::sync::Arc;

use rollcall_app::view::{JournalQuery, Keep, Link, UserQuery, VerdictKind};
use rollcall_app::{App, ConnectionId, UserId};
use rollcall_model::Role;
use rollcall_sync::{RemoteError, SendOutcome};
use rollcall_testkit::{FakeRemote, SendFault};

use crate::forms::{addition, fake_form, role_change};
use crate::general::{general, save};
use crate::support::{LONG_UNDO, Setup, connect};

fn described() -> Arc<FakeRemote> {
    let fake = FakeRemote::modern();
    fake.put_workspace("sales");
    fake.put_user("ada", Role::Admin, &["sales"]);
    fake.put_user("cleo", Role::Member, &["sales"]);
    fake.state().me = Some(UserId::new("ada"));
    fake.describe_organization();
    fake.state().facts.resource_types = vec!["Organization".to_owned()];
    Arc::new(fake)
}

async fn opened(fake: &Arc<FakeRemote>, home: &Path) -> (App, ConnectionId) {
    let app = Setup::window().with(fake).open(home);
    let id = connect(&app, fake_form(Keep::KeyFile)).await;
    general(&app, id).await;
    (app, id)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_is_said_and_what_was_read_stays_to_be_looked_at() {
    let fake = described();
    let home = tempfile::tempdir().unwrap();
    let (app, id) = opened(&fake, home.path()).await;
    app.save_user(id, &role_change("cleo", Role::UserAdmin), LONG_UNDO)
        .await
        .unwrap();
    let view = app.deletion_view(id).await.unwrap();
    assert_eq!((view.users, view.workspaces, view.waiting), (2, 1, 1));
    assert_eq!(
        (view.contacts, view.contacts_unknown),
        (0, 1),
        "what the server doesn't tell is said to be unknown"
    );
    assert_eq!(view.subscription.as_deref(), Some("Active"));

    for wrong in ["", "yes", "Acm"] {
        let refused = app.delete_organization(id, wrong).await.unwrap_err();
        assert_eq!(refused.code, "not_confirmed");
    }
    assert!(fake.state().organization.is_some(), "nothing was asked for");
    let said = app.delete_organization(id, "acme").await.unwrap();
    assert!(
        said.starts_with("Acme was deleted on the server."),
        "{said}"
    );
    assert!(fake.state().organization.is_none());

    only_to_be_looked_at(&app, id).await;
    app.close().await;
    let app = Setup::window().with(&fake).open(home.path());
    only_to_be_looked_at(&app, id).await;
    app.close().await;
}

/// Viewing works, and nothing else does.
async fn only_to_be_looked_at(app: &App, id: ConnectionId) {
    assert_eq!(app.session(id).await.unwrap().link, Link::Deleted);
    let users = app.users_window(id, &UserQuery::default(), 0, 10).await;
    assert_eq!(users.unwrap().total, 2);
    let general = app.general(id).await.unwrap();
    let adding = app.add_view(id).await.unwrap();
    let session = app.session(id).await.unwrap();
    let details = app.user_details(id, &UserId::new("cleo")).await.unwrap();
    for action in [session.actions, details.actions].concat() {
        let action = (action.action, action.verdict.kind);
        assert_eq!(action.1, VerdictKind::Denied, "{}", action.0);
    }
    let roles = adding.roles.into_iter().map(|role| role.verdict);
    for verdict in roles.chain([general.edit, general.delete, adding.verdict, details.edit]) {
        let reason = verdict.reason.unwrap();
        assert!(
            reason.starts_with("This organization was deleted."),
            "{reason}"
        );
    }
    let add = addition("new@acme.example", Role::Member, &[]);
    for refused in [
        app.save_user(id, &role_change("cleo", Role::Member), None)
            .await
            .map(drop),
        app.save_general(id, &save(&[("website", "")]), None)
            .await
            .map(drop),
        app.add_user(id, &add, None).await.map(drop),
        app.refresh(id).await,
        app.sign_in(id, "another").await.map(drop),
        app.delete_organization(id, "acme").await.map(drop),
    ] {
        assert_eq!(refused.unwrap_err().code, "organization_deleted");
    }
    let outbox = app.outbox(id).await.unwrap();
    assert_eq!(
        outbox.groups[0].entries[0].reason.as_deref(),
        Some("The organization was deleted, so this is never sent.")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_is_looked_up_and_what_stands_is_said() {
    let fake = described();
    let home = tempfile::tempdir().unwrap();
    let (app, id) = opened(&fake, home.path()).await;
    let lost = || SendOutcome::Unknown(RemoteError::Server { status: 502 });
    fake.spoil([SendFault::Answer(lost())]);
    let stands = app.delete_organization(id, "Acme").await.unwrap_err();
    assert_eq!(stands.code, "not_deleted", "{stands}");

    fake.spoil([SendFault::DoneBut(lost())]);
    let gone = app.delete_organization(id, "Acme").await.unwrap_err();
    assert_eq!(gone.code, "answer_lost");
    assert!(
        gone.message
            .contains("as it does once an organization is deleted"),
        "{gone}"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn both_ends_stand_in_the_journal() {
    let fake = described();
    let home = tempfile::tempdir().unwrap();
    let (app, id) = opened(&fake, home.path()).await;
    app.cancel_subscription(id, "Acme").await.unwrap();
    app.delete_organization(id, "Acme").await.unwrap();
    let page = app
        .journal_window(id, &JournalQuery::default(), 0, 20)
        .await
        .unwrap();
    let said: Vec<_> = page.lines.iter().map(|row| row.text.as_str()).collect();
    for line in [
        "Sending: Acme, cancellation of the subscription",
        "Done: Acme, cancellation of the subscription",
        "Sending: Acme, deletion of the organization",
        "Done: Acme, deletion of the organization",
    ] {
        assert!(said.contains(&line), "{line} stands in {said:?}");
    }
    app.close().await;
}
