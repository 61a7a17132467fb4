//! Generations, deltas and the overlay: what is shown is always whole, and always derivable.

use std::sync::Barrier;

use crate::people::{addition, key, now, operation, set_role, user, users, workspaces};
use rollcall_cache::{
    Access, Cache, Ended, Enqueued, Fact, Ledger, Location, MembershipChange, Mode, Picture,
    StoreError, Update, UserQuery,
};
use rollcall_model::{
    Change, Intent, Mutation, OrgRole, Role, Settled, User, UserChange, WorkspaceId,
};

const TOKEN: Fact = Fact::named("users.delta");

fn empty() -> Cache {
    Cache::open(&Location::Memory, &key(), Mode::Writer)
        .unwrap()
        .store
}

fn read_all(cache: &Cache, people: &[User], token: &str) {
    let mut read = cache.begin_read().unwrap();
    read.insert_workspaces(&workspaces()).unwrap();
    read.insert(people).unwrap();
    read.flip(&[(TOKEN, Some(token))], &[], 0).unwrap();
}

fn queued(changes: impl IntoIterator<Item = Change>) -> (Ledger, Vec<Mutation>) {
    let ledger = Ledger::open(&Location::Memory, &key(), Mode::Writer)
        .unwrap()
        .store;
    match ledger.enqueue(&operation(changes)).unwrap() {
        Enqueued::Now(mutations) => (ledger, mutations),
        Enqueued::Before(_) => panic!("a fresh operation is queued"),
    }
}

fn total(cache: &Cache, search: &str) -> u32 {
    cache
        .window(
            &UserQuery {
                search: search.into(),
                ..UserQuery::default()
            },
            0,
            1,
        )
        .unwrap()
        .total
}

#[test]
fn what_was_written_reads_back_whole() {
    let cache = empty();
    read_all(&cache, &users(100), "t");
    for expected in users(100) {
        let found = cache.user(&expected.id).unwrap().unwrap();
        assert_eq!((&found.user, &found.role), (&expected, &expected.role));
        assert_eq!(found.workspaces, expected.workspaces);
        assert_eq!(
            cache
                .users_named(&expected.user_name.to_uppercase())
                .unwrap(),
            [found]
        );
    }
    let mut found: Vec<_> = cache
        .workspaces()
        .unwrap()
        .into_iter()
        .map(|count| count.shown.workspace)
        .collect();
    found.sort_by(|left, right| left.id.cmp(&right.id));
    assert_eq!(found, workspaces());
}

#[test]
fn a_first_read_is_served_at_once_and_marked_incomplete() {
    let cache = empty();
    let mut read = cache.begin_read().unwrap();
    read.insert_workspaces(&workspaces()).unwrap();
    assert_eq!(read.insert(&users(50)).unwrap(), 50);
    assert_eq!(
        (total(&cache, ""), cache.snapshot().unwrap().complete),
        (50, false),
        "usable early"
    );
    assert_eq!(
        read.insert(&users(80)).unwrap(),
        30,
        "who comes again isn't new"
    );
    assert_eq!(
        (total(&cache, ""), total(&cache, "@example"), read.len()),
        (80, 80, 80)
    );
    read.flip(&[], &[], 0).unwrap();
    let snapshot = cache.snapshot().unwrap();
    assert_eq!((snapshot.users, snapshot.complete), (80, true));
}

#[test]
fn whoever_waits_to_be_added_holds_back_no_first_read() {
    let cache = empty();
    let (_ledger, waiting) = queued([addition()]);
    cache.lay_over(&waiting).unwrap();
    assert_eq!(total(&cache, ""), 1, "I6: without any list yet");
    let mut read = cache.begin_read().unwrap();
    read.insert(&users(50)).unwrap();
    assert_eq!(
        (total(&cache, ""), total(&cache, "ana@")),
        (51, 1),
        "during a first read it is served itself, the queued addition included"
    );
    assert_eq!(cache.snapshot().unwrap().on_server(), 50);
    read.flip(&[], &waiting, 0).unwrap();
    let snapshot = cache.snapshot().unwrap();
    assert_eq!((snapshot.users, snapshot.additions), (51, 1));
}

#[test]
fn a_broken_first_read_keeps_its_rows_until_a_later_one_is_whole() {
    let cache = empty();
    let mut broken = cache.begin_read().unwrap();
    broken.insert(&users(50)).unwrap();
    drop(broken);
    let mut read = cache.begin_read().unwrap();
    read.insert(&users(10)).unwrap();
    assert_eq!(
        (total(&cache, ""), cache.snapshot().unwrap().complete),
        (50, false)
    );
    read.flip(&[], &[], 0).unwrap();
    assert_eq!(
        (total(&cache, ""), cache.snapshot().unwrap().complete),
        (10, true)
    );
}

#[test]
fn a_broken_read_never_removes_anybody() {
    let cache = empty();
    read_all(&cache, &users(100), "first");
    let mut read = cache.begin_read().unwrap();
    read.insert(&users(10)).unwrap();
    assert_eq!(
        total(&cache, ""),
        100,
        "the old generation is served until the new one is whole"
    );
    drop(read);
    assert_eq!(
        (total(&cache, ""), cache.snapshot().unwrap().users),
        (100, 100)
    );
    assert_eq!(
        cache.fact(TOKEN).unwrap().as_deref(),
        Some("first"),
        "a token moves with its data"
    );
    read_all(&cache, &users(20), "second");
    assert_eq!((total(&cache, ""), total(&cache, "@example")), (20, 20));
    assert_eq!(cache.fact(TOKEN).unwrap().as_deref(), Some("second"));
    assert!(cache.user(&user(50).id).unwrap().is_none());
}

#[test]
fn a_read_cut_off_by_the_end_of_the_process_is_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let location = Location::Folder(folder.path().to_owned());
    {
        let cache = Cache::open(&location, &key(), Mode::Writer).unwrap().store;
        read_all(&cache, &users(100), "first");
        let mut read = cache.begin_read().unwrap();
        read.insert(&users(40)).unwrap();
        std::mem::forget(read); // Killed: nothing gets to clean up.
    }
    let cache = Cache::open(&location, &key(), Mode::Writer).unwrap().store;
    assert_eq!(
        (total(&cache, ""), cache.snapshot().unwrap().complete),
        (100, true)
    );
    read_all(&cache, &users(30), "second");
    assert_eq!(
        total(&cache, ""),
        30,
        "what was cut off leaves nothing behind"
    );
}

#[test]
fn a_read_that_was_superseded_can_no_longer_write() {
    let cache = empty();
    read_all(&cache, &users(5), "t");
    let mut old = cache.begin_read().unwrap();
    let mut new = cache.begin_read().unwrap();
    assert!(matches!(
        old.insert(&users(3)),
        Err(StoreError::ReadSuperseded { .. })
    ));
    drop(old);
    new.insert(&users(7)).unwrap();
    new.flip(&[], &[], 0).unwrap();
    assert_eq!(total(&cache, ""), 7);
}

#[test]
fn members_told_by_workspace_reach_the_users() {
    let cache = empty();
    let mut people = users(10);
    for person in &mut people {
        person.workspaces.clear();
    }
    let mut read = cache.begin_read().unwrap();
    read.insert(&people).unwrap();
    let atlas = WorkspaceId::new("w1");
    let members = [
        people[3].id.clone(),
        people[4].id.clone(),
        rollcall_model::UserId::new("nobody"),
    ];
    read.grant(&atlas, &members).unwrap();
    read.flip(&[], &[], 0).unwrap();
    let query = UserQuery {
        workspaces: vec![atlas],
        ..UserQuery::default()
    };
    assert_eq!(
        cache.count(&query).unwrap(),
        2,
        "who wasn't read is passed over"
    );
}

#[test]
fn a_delta_moves_in_one_transaction_with_its_token() {
    let cache = empty();
    read_all(&cache, &users(20), "1");
    let member = cache.user(&user(4).id).unwrap().unwrap().user;
    let change = |workspace: &str, access| MembershipChange {
        user: member.id.clone(),
        workspace: WorkspaceId::new(workspace),
        access,
    };
    cache
        .apply(&Update {
            users: &[user(30)],
            deleted_users: &[user(1).id, user(999).id],
            memberships: &[change("w4", Access::None), change("w2", Access::Granted)],
            deleted_workspaces: &[WorkspaceId::new("w6")],
            reflected: Some(9),
            facts: &[(TOKEN, Some("2"))],
            ..Update::default()
        })
        .unwrap();
    let snapshot = cache.snapshot().unwrap();
    assert_eq!((snapshot.users, snapshot.reflected), (20, 9));
    assert_eq!(cache.fact(TOKEN).unwrap().as_deref(), Some("2"));
    let mut found = cache.user(&member.id).unwrap().unwrap().workspaces;
    found.sort();
    assert_eq!(
        found,
        ["w0", "w2", "w5"].map(WorkspaceId::new),
        "w4 revoked, w2 granted, w6 gone"
    );
    assert_eq!(cache.workspaces().unwrap().len(), 6);
}

#[test]
fn what_waits_is_laid_over_and_can_be_taken_away_again() {
    let cache = empty();
    read_all(&cache, &users(60), "t");
    let (who, to) = (user(6), Role::Admin);
    let (_ledger, mutations) = queued([
        set_role(&who, to),
        Change::from(UserChange::RevokeWorkspace {
            user: user(5).id,
            workspace: WorkspaceId::new("w5"),
        }),
        Change::from(UserChange::GrantWorkspace {
            user: user(5).id,
            workspace: WorkspaceId::new("w4"),
        }),
    ]);
    let query = UserQuery {
        roles: vec![OrgRole::Known(Role::Admin)],
        ..UserQuery::default()
    };
    let (admins, granted) = (
        cache.count(&query).unwrap(),
        UserQuery {
            workspaces: vec![WorkspaceId::new("w4")],
            ..UserQuery::default()
        },
    );
    let with_w4 = cache.count(&granted).unwrap();
    cache.lay_over(&mutations).unwrap();
    assert_eq!(
        cache.count(&query).unwrap(),
        admins + 1,
        "filters use what is shown"
    );
    assert_eq!(cache.count(&granted).unwrap(), with_w4 + 1);
    let row = cache.row(&who.id).unwrap().unwrap();
    assert_eq!(
        (row.role, row.role_was),
        (OrgRole::Known(to), Some(who.role.clone())),
        "old and new both readable"
    );
    assert_eq!(row.intent, Some(Intent::Waiting));
    let other = cache.user(&user(5).id).unwrap().unwrap();
    assert_eq!(other.user, user(5), "the server's side is untouched");
    assert_eq!(
        other.granting().collect::<Vec<_>>(),
        [&WorkspaceId::new("w4")]
    );
    assert_eq!(
        other.revoking().collect::<Vec<_>>(),
        [&WorkspaceId::new("w5")]
    );

    // A full read and a delta keep it in place.
    let mut read = cache.begin_read().unwrap();
    read.insert_workspaces(&workspaces()).unwrap();
    read.insert(&users(60)).unwrap();
    read.flip(&[], &mutations, 0).unwrap();
    cache
        .apply(&Update {
            users: std::slice::from_ref(&who),
            ..Update::default()
        })
        .unwrap();
    assert_eq!(
        cache.count(&query).unwrap(),
        admins + 1,
        "laid over whatever is read"
    );

    cache.lay_over(&[]).unwrap();
    assert_eq!(cache.count(&query).unwrap(), admins);
    let row = cache.row(&who.id).unwrap().unwrap();
    assert_eq!((row.role, row.role_was, row.intent), (who.role, None, None));
}

#[test]
fn what_is_queued_while_a_user_is_written_is_laid_over_them() {
    let cache = empty();
    read_all(&cache, &users(200), "t");
    let all = users(200);
    let who = all.last().unwrap();
    let (_ledger, mutations) = queued(all.iter().map(|user| set_role(user, Role::Admin)));
    // The one begins ever later, so that it falls into the other's transaction.
    for later in 0..100 {
        let both = Barrier::new(2);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                both.wait();
                cache.lay_over(&mutations).unwrap();
            });
            both.wait();
            for _ in 0..later * 500 {
                std::hint::spin_loop();
            }
            let update = Update {
                users: std::slice::from_ref(who),
                ..Update::default()
            };
            cache.apply(&update).unwrap();
        });
        let row = cache.row(&who.id).unwrap().unwrap();
        assert_eq!(
            row.intent,
            Some(Intent::Waiting),
            "I6: whichever of the two is written first"
        );
        cache.lay_over(&[]).unwrap();
    }
}

#[test]
fn a_refusal_marks_the_row_and_shows_the_server_s_value() {
    let cache = empty();
    read_all(&cache, &users(20), "t");
    let who = user(6);
    let (ledger, mutations) = queued([set_role(&who, Role::Admin)]);
    ledger
        .settle(
            &[Ended::new(
                mutations[0].id,
                Settled::Rejected {
                    reason: "no".into(),
                },
            )],
            now(),
        )
        .unwrap();
    cache.lay_over(&ledger.overlay(0).unwrap()).unwrap();
    let row = cache.row(&who.id).unwrap().unwrap();
    assert_eq!((row.role, row.intent), (who.role, Some(Intent::Rejected)));
}

#[test]
fn an_acknowledgement_stays_laid_over_until_the_snapshot_reflects_it() {
    let cache = empty();
    read_all(&cache, &users(20), "t");
    let who = user(6);
    let (ledger, mutations) = queued([set_role(&who, Role::Admin)]);
    ledger
        .settle_and_mark(&[], &[mutations[0].id], now())
        .unwrap();
    let sequence = ledger
        .settle(&[Ended::new(mutations[0].id, Settled::Applied)], now())
        .unwrap();
    // Cut off here: the cache follows only after the next start.
    let reflected = cache.snapshot().unwrap().reflected;
    cache.lay_over(&ledger.overlay(reflected).unwrap()).unwrap();
    let row = cache.row(&who.id).unwrap().unwrap();
    assert_eq!(
        (row.role, row.intent),
        (OrgRole::Known(Role::Admin), None),
        "never back to the old value"
    );
    let changed = User {
        role: OrgRole::Known(Role::Admin),
        ..who.clone()
    };
    let overlay = ledger.overlay(sequence).unwrap();
    assert!(overlay.is_empty());
    cache
        .apply(&Update {
            users: &[changed],
            overlay: Some(&overlay),
            reflected: Some(sequence),
            ..Update::default()
        })
        .unwrap();
    let row = cache.row(&who.id).unwrap().unwrap();
    assert_eq!(
        (row.role, row.role_was),
        (OrgRole::Known(Role::Admin), None)
    );
}

#[test]
fn active_admins_are_counted_over_what_is_shown() {
    let cache = empty();
    let people = users(300);
    read_all(&cache, &people, "t");
    let admins = people
        .iter()
        .filter(|person| person.is_active_admin())
        .count();
    assert_eq!(
        cache.active_admins().unwrap().len(),
        admins,
        "pending and suspended ones don't count"
    );
    let demoted = people
        .iter()
        .find(|person| person.is_active_admin())
        .unwrap();
    let (_ledger, mutations) = queued([set_role(demoted, Role::Member)]);
    cache.lay_over(&mutations).unwrap();
    let left = cache.active_admins().unwrap();
    assert!(left.len() == admins - 1 && left.iter().all(|row| row.id != demoted.id));
}

#[test]
fn workspaces_count_the_users_shown() {
    let cache = empty();
    let people = users(60);
    read_all(&cache, &people, "t");
    for count in cache.workspaces().unwrap() {
        let id = &count.shown.workspace.id;
        let members = people
            .iter()
            .filter(|person| person.workspaces.contains(id))
            .count();
        assert_eq!(count.users as usize, members, "{id}");
        assert_eq!(cache.workspace(id).unwrap().as_ref(), Some(&count.shown));
    }
}

#[test]
fn pictures_and_facts_read_back() {
    let cache = empty();
    let picture = Picture {
        source: "https://example.org/p".into(),
        bytes: vec![1, 2, 3],
    };
    assert_eq!(cache.picture(&user(1).id).unwrap(), None);
    cache.keep_picture(&user(1).id, &picture, now()).unwrap();
    assert_eq!(cache.picture(&user(1).id).unwrap(), Some(picture));
    cache.set_facts(&[(TOKEN, Some("x"))]).unwrap();
    cache.set_facts(&[(TOKEN, None)]).unwrap();
    assert_eq!(cache.fact(TOKEN).unwrap(), None);
}

#[test]
fn reads_go_on_while_a_full_read_writes() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::open(
        &Location::Folder(folder.path().to_owned()),
        &key(),
        Mode::Writer,
    )
    .unwrap()
    .store;
    read_all(&cache, &users(500), "t");
    std::thread::scope(|scope| {
        let writing = scope.spawn(|| {
            for round in 0..5 {
                read_all(&cache, &users(500 + round), "t");
            }
        });
        let mut asked = 0;
        while !writing.is_finished() || asked == 0 {
            let window = cache
                .window(
                    &UserQuery {
                        search: "ruiz".into(),
                        ..UserQuery::default()
                    },
                    0,
                    50,
                )
                .unwrap();
            assert!(!window.rows.is_empty(), "a list is served at every moment");
            asked += 1;
        }
        writing.join().unwrap();
    });
}
