//! Connecting: what is wrong is said by field, and nothing is kept until everything is right.

use rollcall_app::view::{Connect, Keep};
use rollcall_model::Role;

use crate::forms::form;
use crate::support::{Setup, connect, server};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_by_field_and_nothing_is_kept() {
    let mut server = server(20);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    let good = || form(&server, Role::Admin, Keep::KeyFile);
    let cases = [
        (
            Connect {
                url: "http://people.example.com".into(),
                ..good()
            },
            "url_invalid",
            Some("url"),
        ),
        (
            Connect {
                url: "https://good.example@evil.example".into(),
                ..good()
            },
            "url_invalid",
            Some("url"),
        ),
        (
            Connect {
                url: format!("{}/nowhere", server.url()),
                ..good()
            },
            "not_scim",
            Some("url"),
        ),
        (
            Connect {
                token: "two words".into(),
                ..good()
            },
            "token_invalid",
            Some("token"),
        ),
        (
            Connect {
                token: "wrong".into(),
                ..good()
            },
            "token_refused",
            Some("token"),
        ),
        (
            Connect {
                name: "two\nlines".into(),
                ..good()
            },
            "name_invalid",
            Some("name"),
        ),
    ];
    for (asked, code, field) in cases {
        let url = asked.url.clone();
        let failure = app.connect(asked).await.unwrap_err();
        assert_eq!(
            (failure.code.as_str(), failure.field.as_deref()),
            (code, field),
            "{url}"
        );
    }
    let asked = good();
    server.stop();
    let offline = app.connect(asked).await.unwrap_err();
    assert_eq!(
        (offline.code.as_str(), offline.retry),
        ("offline_refused", true)
    );
    assert!(
        app.organizations().await.unwrap().is_empty(),
        "nothing is kept of what failed"
    );
    assert!(!home.path().join("key").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_account_is_connected_once_and_another_one_beside_it() {
    let server = server(20);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    connect(&app, form(&server, Role::Admin, Keep::Keychain)).await;
    let slash = Connect {
        url: format!("{}/", server.url()),
        ..form(&server, Role::Admin, Keep::Session)
    };
    let twice = app.connect(slash).await.unwrap_err();
    assert_eq!(
        (twice.code.as_str(), twice.field.as_deref()),
        ("already_connected", Some("url"))
    );
    assert!(
        twice.message.contains("Acme"),
        "it says which: {}",
        twice.message
    );
    connect(&app, form(&server, Role::BillingAdmin, Keep::Keychain)).await;
    assert_eq!(app.organizations().await.unwrap().len(), 2);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_tells_name_address_and_role() {
    let server = server(20);
    let home = tempfile::tempdir().unwrap();
    let app = Setup::window().open(home.path());
    connect(
        &app,
        Connect {
            name: String::new(),
            ..form(&server, Role::UserAdmin, Keep::Keychain)
        },
    )
    .await;
    let card = app.organizations().await.unwrap().remove(0);
    assert_eq!((card.name.as_str(), card.url), ("127.0.0.1", server.url()));
    assert_eq!(
        (card.role.as_deref(), card.demo),
        (Some("User Admin"), false)
    );
    app.close().await;
}
