//! The organization itself: read beside the list, changed like everything else, and no reason to hold
//! anything up.

use crate::support::{ADMIN, Bench, lost_after_it_was_done, promote};
use rollcall_model::{
    Change, Found, OrgRole, OrganizationChange, OrganizationField, Role, Settled, Version,
};
use rollcall_sync::{Actor, RemoteError, remembered_actor};
use rollcall_testkit::FakeRemote;

fn described() -> Bench {
    let bench = Bench::new(FakeRemote::modern());
    bench.server.describe_organization();
    bench
}

fn website(was: &str, to: &str) -> Change {
    Change::from(OrganizationChange {
        field: OrganizationField::Website,
        was: was.to_owned(),
        to: to.to_owned(),
    })
}

#[tokio::test(start_paused = true)]
async fn the_organization_comes_with_the_list_and_once() {
    let bench = described();
    bench.pull().await.unwrap();
    let known = bench.cache.organization().unwrap().unwrap();
    assert_eq!(known.display_name, "Acme");
    assert_eq!(bench.cache.invoices().unwrap().len(), 1);

    bench.pull().await.unwrap();
    assert_eq!(
        bench.calls("organization"),
        2,
        "asked whether it is still the same"
    );
}

#[tokio::test(start_paused = true)]
async fn what_a_role_may_not_see_any_more_is_forgotten() {
    let bench = described();
    bench.pull().await.unwrap();
    bench.server.state().organization = None;
    bench.pull().await.unwrap();
    assert_eq!(bench.cache.organization().unwrap(), None);
    assert_eq!(bench.cache.invoices().unwrap(), []);
}

#[tokio::test(start_paused = true)]
async fn a_server_that_fails_at_the_organization_alone_holds_up_nothing() {
    let bench = described();
    bench.server.state().organization_fault = Some(|| RemoteError::Server { status: 500 });
    bench
        .run_online(async |running| {
            let id = running.queue(promote("u01"));
            running.until_applied(&[id]).await;
        })
        .await;
    assert_eq!(bench.cache.organization().unwrap(), None);
}

#[tokio::test(start_paused = true)]
async fn an_edit_whose_answer_was_lost_is_looked_up_and_done_once() {
    let bench = described();
    bench.pull().await.unwrap();
    let id = bench.enqueue(website("https://acme.example", "https://acme.test"));
    bench.server.spoil([lost_after_it_was_done()]);
    bench
        .run(async |running| {
            running.handle.queued(None, &[id]);
            assert_eq!(running.until_settled(id).await, Settled::Applied, "I3");
        })
        .await;
    assert_eq!(bench.server.state().effects, [id]);
    let known = bench.cache.organization().unwrap().unwrap();
    assert_eq!(known.website, "https://acme.test");
}

#[tokio::test(start_paused = true)]
async fn two_administrators_who_edit_the_same_attribute_are_told_and_different_ones_are_not() {
    let bench = described();
    bench.pull().await.unwrap();
    {
        let mut state = bench.server.state();
        let known = state.organization.as_mut().unwrap();
        known.website = "https://theirs.example".to_owned();
        known.version = Some(Version("W/\"theirs\"".to_owned()));
    }
    let same = bench.enqueue(website("https://acme.example", "https://mine.example"));
    let other = bench.enqueue(Change::from(OrganizationChange {
        field: OrganizationField::Locale,
        was: "en-GB".to_owned(),
        to: "de-AT".to_owned(),
    }));
    bench
        .run(async |running| {
            running.handle.queued(None, &[same, other]);
            let found = Found::Setting("https://theirs.example".to_owned());
            assert_eq!(
                running.until_settled(same).await,
                Settled::Conflict { found },
                "I8"
            );
            running.until_applied(&[other]).await;
        })
        .await;
    let state = bench.server.state();
    let known = state.organization.as_ref().unwrap();
    assert_eq!(
        (known.website.as_str(), known.locale.as_str()),
        ("https://theirs.example", "de-AT")
    );
}

#[tokio::test(start_paused = true)]
async fn another_role_of_ours_reads_it_anew_though_its_version_is_the_same() {
    let bench = described();
    bench.pull().await.unwrap();
    bench.server.put_user(ADMIN, Role::UserAdmin, &[]);
    if let Some(organization) = &mut bench.server.state().organization {
        // As a server tells it to a role that sees less.
        organization.subscription = None;
    }
    bench.pull().await.unwrap();
    let known = bench.cache.organization().unwrap().unwrap();
    assert_eq!(
        known.subscription, None,
        "what the role before saw is forgotten"
    );
    assert_eq!(bench.cache.invoices().unwrap(), []);
}

#[tokio::test(start_paused = true)]
async fn a_list_that_is_refused_shows_that_our_role_is_another_one() {
    let bench = described();
    bench.pull().await.unwrap();
    bench.server.put_user(ADMIN, Role::Member, &[]);
    bench.server.state().users_fault = Some(|| RemoteError::Forbidden {
        reason: "Members can't see users.".to_owned(),
    });
    let refused = bench.pull().await;
    assert!(refused.is_err(), "the list is as it was");
    match remembered_actor(&bench.cache).unwrap() {
        Actor::Known { role, .. } => assert_eq!(role, OrgRole::Known(Role::Member)),
        other => panic!("somebody is signed in: {other:?}"),
    }
    assert_eq!(bench.cache.organization().unwrap(), None);
}
