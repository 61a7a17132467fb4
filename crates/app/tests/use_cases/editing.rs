//! A change that waits is given another value: in its place, decided anew, and never once it was sent.

use rollcall_app::view::{EditChange, JournalQuery, OutboxEntry, SaveUser, UserQuery, VerdictKind};
use rollcall_model::Role;

use crate::forms::{addition, role_change};
use crate::held::Held;
use crate::support::{role_on, server, somebody};

impl Held {
    async fn edit(&self, asked: EditChange) -> Result<String, String> {
        let edited = self.app.edit_change(self.id, &asked).await;
        edited
            .map(|receipt| receipt.message)
            .map_err(|failure| failure.code)
    }
}

fn another(entry: &OutboxEntry) -> EditChange {
    EditChange {
        change: entry.id.clone(),
        ..EditChange::default()
    }
}

fn another_role(entry: &OutboxEntry, role: Role) -> EditChange {
    EditChange {
        role: Some(role.as_str().to_owned()),
        ..another(entry)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_role_takes_the_place_of_the_one_that_waits() {
    let server = server(40);
    let scene = Held::on(&server, Role::Admin).await;
    let (app, id) = (&scene.app, scene.id);
    let [first, _] = scene.promote_two().await;
    let entries = scene.entries().await;
    let view = app
        .change_view(id, entries[0].id.parse().unwrap())
        .await
        .unwrap();
    assert_eq!(view.values.role.as_deref(), Some("user_admin"));
    assert_eq!((view.before.as_str(), view.roles.len()), ("Member", 4));

    let asked = another_role(&entries[0], Role::BillingAdmin);
    let message = scene.edit(asked.clone()).await.unwrap();
    assert!(message.contains("Billing Admin"), "{message}");
    let again = scene.edit(asked).await.unwrap();
    assert!(again.starts_with("Nothing to change"), "{again}");
    let edited = scene.entries().await;
    assert_eq!(
        (
            &edited[0].id,
            edited[0].before.as_str(),
            edited[0].after.as_str()
        ),
        (&entries[0].id, "Member", "Billing Admin"),
        "the same change, in the same place"
    );
    let journal = app.journal_window(id, &JournalQuery::default(), 0, 1).await;
    let line = journal.unwrap().lines.remove(0);
    assert!(
        line.text.starts_with("Edited:")
            && line
                .text
                .ends_with("Member → Billing Admin. In the place of: Member → User Admin"),
        "{}",
        line.text
    );
    scene.all_done().await;
    assert_eq!(role_on(&server, &first.id).await, "billing_admin");
    let done = scene.entries().await;
    assert_eq!(done[0].edit, None, "it doesn't wait any more");
    let late = scene.edit(another_role(&entries[0], Role::Admin)).await;
    assert_eq!(late, Err("already_sent".to_owned()));
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_to_be_added_is_added_as_edited() {
    let server = server(40);
    let scene = Held::on(&server, Role::Admin).await;
    let (app, id) = (&scene.app, scene.id);
    let there = somebody(app, id, Role::Member, None).await;
    let workspace = app.workspaces(id).await.unwrap()[0].id.clone();
    let asked = addition("anna@new.example", Role::Member, &[&workspace]);
    app.add_user(id, &asked, None).await.unwrap();
    let addition = scene.entries().await.remove(0);
    let edit = |address: &str| EditChange {
        address: Some(address.to_owned()),
        name: Some("Ana Ruiz".to_owned()),
        role: Some(Role::UserAdmin.as_str().to_owned()),
        ..another(&addition)
    };
    for (wrong, code) in [
        ("no address", "address_invalid"),
        (&there.email, "address_taken"),
    ] {
        assert_eq!(scene.edit(edit(wrong)).await, Err(code.to_owned()));
    }
    scene.edit(edit("Ana@new.example")).await.unwrap();
    scene.all_done().await;
    let query = UserQuery {
        search: "ana@new.example".into(),
        ..UserQuery::default()
    };
    let found = app.users_window(id, &query, 0, 10).await.unwrap().rows;
    assert_eq!(found.len(), 1);
    assert_eq!(
        (
            found[0].name.as_str(),
            found[0].role.as_str(),
            found[0].workspaces.len()
        ),
        ("Ana Ruiz", "user_admin", 1),
        "with what waited for the addition"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_is_refused_that_could_not_have_been_asked_for() {
    let server = server(40);
    let scene = Held::on(&server, Role::Admin).await;
    let (app, id) = (&scene.app, scene.id);
    let ana = somebody(app, id, Role::Member, None).await;
    let asked = SaveUser {
        display_name: Some("Ana".into()),
        ..role_change(&ana.id, Role::UserAdmin)
    };
    scene.save(&asked).await;
    scene.save(&role_change(&ana.id, Role::BillingAdmin)).await;
    let entries = scene.entries().await;
    let of = |after: &str| entries.iter().find(|entry| entry.after == after).unwrap();
    let named = |name: &str| EditChange {
        name: Some(name.to_owned()),
        ..another(of("Ana"))
    };
    assert_eq!(
        scene.edit(named("\u{200b}")).await,
        Err("name_invalid".into())
    );
    let role_of_a_name = another_role(of("Ana"), Role::Admin);
    assert_eq!(
        scene.edit(role_of_a_name).await,
        Err("no_such_value".into())
    );
    assert_eq!(
        scene
            .edit(another_role(of("User Admin"), Role::Admin))
            .await,
        Err("rests_on_it".into()),
        "the later one rests on User Admin"
    );
    assert_eq!(
        scene
            .edit(another_role(of("Billing Admin"), Role::UserAdmin))
            .await,
        Err("as_it_was".into())
    );
    let last = another_role(of("Billing Admin"), Role::Admin);
    scene.edit(last).await.unwrap();
    assert!(entries.iter().all(|entry| {
        entry
            .edit
            .as_ref()
            .is_some_and(|edit| edit.kind == VerdictKind::Allowed)
    }));
    app.close().await;
}
