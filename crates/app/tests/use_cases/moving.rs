//! What waits is moved in the order: past what is independent of it, and past nothing else.

use rollcall_app::view::{Changes, JournalQuery, MoveChanges, OutboxEntry};
use rollcall_model::Role;

use crate::forms::{addition, role_change};
use crate::held::Held;
use crate::support::{role_on, server, somebody};

impl Held {
    async fn put(&self, one: &OutboxEntry, before: Option<&OutboxEntry>) -> Result<u32, String> {
        let asked = MoveChanges {
            changes: vec![one.id.clone()],
            before: before.map(|before| before.id.clone()),
        };
        let moved = self.app.move_changes(self.id, &asked).await;
        moved.map_err(|failure| format!("{}: {failure}", failure.code))
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn independent_changes_change_places_and_are_sent_in_that_order() {
    let server = server(40);
    let scene = Held::on(&server, Role::Admin).await;
    let (app, id) = (&scene.app, scene.id);
    let [first, _] = scene.promote_two().await;
    let was = scene.entries().await;
    assert_eq!(scene.put(&was[1], Some(&was[0])).await, Ok(1));
    let now = scene.entries().await;
    assert_eq!([&now[0].id, &now[1].id], [&was[1].id, &was[0].id]);
    assert_eq!(
        scene.put(&was[1], Some(&was[0])).await,
        Ok(0),
        "twice is once"
    );
    let plan = app.whole_plan(id, &Changes::All).await.unwrap();
    assert_eq!(
        plan.groups[0].steps[0].entry.id, was[1].id,
        "so it is planned"
    );
    let journal = app.journal_window(id, &JournalQuery::default(), 0, 1).await;
    let line = journal.unwrap().lines.remove(0).text;
    assert!(
        line.starts_with("Moved:") && line.contains("Before "),
        "{line}"
    );

    assert_eq!(
        scene.put(&was[1], None).await,
        Ok(1),
        "and behind all again"
    );
    assert_eq!(scene.entries().await[0].id, was[0].id);
    scene.all_done().await;
    assert_eq!(role_on(&server, &first.id).await, "user_admin");
    let late = scene.put(&was[1], Some(&was[0])).await.unwrap_err();
    assert!(late.starts_with("already_sent"), "{late}");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_passes_what_it_waits_for_and_the_refusal_says_why() {
    let server = server(40);
    let scene = Held::on(&server, Role::Admin).await;
    let (app, id) = (&scene.app, scene.id);
    let ana = somebody(app, id, Role::Member, None).await;
    for role in [Role::UserAdmin, Role::BillingAdmin] {
        scene.save(&role_change(&ana.id, role)).await;
    }
    let workspace = app.workspaces(id).await.unwrap()[0].id.clone();
    let invited = addition("ana@new.example", Role::Member, &[&workspace]);
    app.add_user(id, &invited, None).await.unwrap();
    let was = scene.entries().await;
    for (one, before) in [
        (&was[1], Some(&was[0])),
        (&was[3], Some(&was[2])),
        (&was[3], Some(&was[0])),
        (&was[2], None),
    ] {
        let refused = scene.put(one, before).await.unwrap_err();
        assert!(
            refused.starts_with("cant_pass") && refused.contains("both are about the same user"),
            "{refused}"
        );
    }
    let now = scene.entries().await;
    assert!(
        was.iter().zip(&now).all(|(was, now)| was.id == now.id),
        "nothing was moved"
    );
    let together = MoveChanges {
        changes: vec![was[2].id.clone(), was[3].id.clone()],
        before: Some(was[0].id.clone()),
    };
    assert_eq!(app.move_changes(id, &together).await.unwrap(), 2);
    assert_eq!(scene.entries().await[0].id, was[2].id, "both together may");
    app.close().await;
}
