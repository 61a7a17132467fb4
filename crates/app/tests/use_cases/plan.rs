//! A plan before sending: decided in order, held against the list, and told by what is different in the end.

use rollcall_app::MutationId;
use rollcall_app::view::{
    Changes, Holding, PlanFate, PlanGroup, PlanView, PlanWindow, SaveUser, UserAction,
};
use rollcall_model::{InvitationStatus, Role};
use rollcall_policy::{Action, Rule};
use rollcall_testkit::FakeRemote;

use crate::forms::{ids, role_change};
use crate::scene::{Scene, invite};
use crate::support::{loaded, until};

/// Everything is held, so that nothing moves while a test looks.
async fn scene(set_up: impl FnOnce(&FakeRemote)) -> Scene {
    let scene = Scene::new(set_up).await;
    scene.app.hold(scene.id, Holding::On).await.unwrap();
    scene
}

async fn plan(scene: &Scene, changes: &Changes) -> PlanView {
    let window = PlanWindow {
        offset: 0,
        limit: 100,
    };
    scene.app.plan(scene.id, changes, window).await.unwrap()
}

async fn save(scene: &Scene, change: SaveUser) {
    scene.app.save_user(scene.id, &change, None).await.unwrap();
}

fn of<'p>(plan: &'p PlanView, user: &str) -> &'p PlanGroup {
    let found = plan.groups.iter().find(|group| group.id == user);
    found.unwrap_or_else(|| panic!("{user} is in the plan: {plan:?}"))
}

fn fates(group: &PlanGroup) -> Vec<PlanFate> {
    group.steps.iter().map(|step| step.fate).collect()
}

/// Ada may do everything and does not count as an active Admin: she has not accepted. Bob does.
fn one_active_admin(fake: &FakeRemote) {
    invite(fake, "ada", InvitationStatus::Pending);
    fake.put_user("bob", Role::Admin, &[]);
    fake.put_user("dan", Role::Member, &[]);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_is_decided_as_if_the_earlier_ones_were_done() {
    let scene = scene(one_active_admin).await;
    save(&scene, role_change("dan", Role::Admin)).await;
    save(&scene, role_change("bob", Role::Member)).await;
    let both = plan(&scene, &Changes::All).await;
    assert_eq!(
        (both.changes, both.denied, both.conflicts),
        (2, 0, 0),
        "Dan is an Admin by the time that Bob is none: {both:?}"
    );

    let bobs: MutationId = of(&both, "bob").steps[0].entry.id.parse().unwrap();
    let alone = plan(&scene, &Changes::of(&[bobs])).await;
    assert_eq!((alone.changes, alone.denied), (1, 1));
    let step = &of(&alone, "bob").steps[0];
    assert_eq!(
        step.reason.as_deref(),
        Some(&*Rule::LastAdmin.sentence()),
        "without Dan's promotion Bob is the last Admin"
    );
    assert_eq!(of(&alone, "bob").end, [], "nothing would be different");
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_list_shows_by_now_is_told_before_it_is_sent() {
    let scene = scene(|fake| {
        for user in ["bob", "cleo", "dan", "eve"] {
            fake.put_user(user, Role::Member, &[]);
        }
    })
    .await;
    for user in ["bob", "cleo", "dan", "eve"] {
        save(&scene, role_change(user, Role::UserAdmin)).await;
    }
    scene.fake.put_user("cleo", Role::BillingAdmin, &[]);
    scene.fake.put_user("dan", Role::UserAdmin, &[]);
    scene.fake.delete_user("eve");
    scene.app.refresh(scene.id).await.unwrap();
    until(&scene.app, "the list knows", async || {
        plan(&scene, &Changes::All).await.conflicts == 2
    })
    .await;
    let plan = plan(&scene, &Changes::All).await;
    assert_eq!((plan.changes, plan.already_so, plan.denied), (4, 1, 0));
    assert_eq!(fates(of(&plan, "bob")), [PlanFate::Goes]);
    assert_eq!(fates(of(&plan, "dan")), [PlanFate::AlreadySo]);
    let reason = of(&plan, "cleo").steps[0].reason.as_deref();
    assert_eq!(
        reason,
        Some("Role: now Billing Admin, and was Member when this was asked for.")
    );
    let gone = of(&plan, "eve").steps[0].reason.clone().unwrap();
    assert!(gone.contains("No longer exists"), "{gone}");
    let order: Vec<&str> = plan.groups.iter().map(|group| group.id.as_str()).collect();
    assert_eq!(
        order,
        ["cleo", "eve", "bob", "dan"],
        "what can't be done comes first"
    );
    assert_eq!(scene.fake.state().sent, [], "a plan sends nothing");
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_end_is_told_by_user_with_what_waits_for_what() {
    let scene = scene(|fake| {
        fake.put_user("cleo", Role::Member, &["sales"]);
        fake.put_user("dan", Role::Member, &[]);
        fake.put_workspace("sales");
        fake.put_workspace("support");
    })
    .await;
    save(&scene, role_change("cleo", Role::UserAdmin)).await;
    let access = SaveUser {
        role: None,
        grant: vec!["support".into()],
        revoke: vec!["sales".into()],
        ..role_change("cleo", Role::Member)
    };
    save(&scene, access).await;
    save(&scene, role_change("cleo", Role::Admin)).await;
    scene
        .change(&ids(&["dan"]), &UserAction::Delete, None)
        .await
        .unwrap();
    let plan = plan(&scene, &Changes::All).await;
    let told = |group: &PlanGroup| -> Vec<String> {
        let end = group.end.iter();
        end.map(|end| format!("{}: {} → {}", end.subject, end.was, end.becomes))
            .collect()
    };
    assert_eq!(
        told(of(&plan, "cleo")),
        [
            "Role: Member → Admin",
            "Workspace support: No access → Access",
            "Workspace sales: Access → No access"
        ]
    );
    assert_eq!(told(of(&plan, "dan")), ["User: Member → Deleted"]);
    let steps = &of(&plan, "cleo").steps;
    assert_eq!(
        steps.iter().map(|step| step.place).collect::<Vec<_>>(),
        [1, 2, 3, 4]
    );
    assert_eq!(
        steps[1].entry.reason.as_deref(),
        Some("Waits for an earlier change to the same user."),
        "what waits for what"
    );
    scene.app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_was_lost_shows_before_anything_is_sent() {
    let scene = scene(|fake| {
        fake.put_user("bob", Role::Admin, &[]);
        fake.put_user("cleo", Role::Member, &[]);
    })
    .await;
    save(&scene, role_change("cleo", Role::UserAdmin)).await;
    scene.fake.put_user("ada", Role::BillingAdmin, &[]);
    scene.app.refresh(scene.id).await.unwrap();
    until(&scene.app, "the lost role is known", async || {
        plan(&scene, &Changes::All).await.denied == 1
    })
    .await;
    let plan = plan(&scene, &Changes::All).await;
    let step = &of(&plan, "cleo").steps[0];
    let sentence = Rule::RoleDenies(Role::BillingAdmin, Action::UsersSetRole).sentence();
    assert_eq!(step.reason.as_deref(), Some(&*sentence));
    assert_eq!(
        step.help.as_deref(),
        Some("Ask an Admin: User bob."),
        "and who could help"
    );
    loaded(&scene.app, scene.id).await;
    let session = scene.app.session(scene.id).await.unwrap();
    assert_eq!(
        session.lost.map(|lost| lost.changes),
        Some(1),
        "it is said beside the list, too"
    );
    assert!(
        session.notices.is_empty(),
        "and not twice: {:?}",
        session.notices
    );
    assert_eq!(scene.fake.state().sent, [], "it is kept, not sent");
    scene.app.close().await;
}
