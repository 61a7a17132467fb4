//! Windows by offset, pages by key, and a naive filter must answer alike.

use crate::people::{key, now, user, users, workspaces};
use proptest::prelude::*;
use rollcall_cache::{
    Activity, Cache, Direction, Location, Mode, RowView, Sort, Update, UserQuery, fold,
};
use rollcall_model::{LastActive, OrgRole, Role, Timestamp, User, UserState, WorkspaceId};

fn filled(count: usize) -> Cache {
    let cache = Cache::open(&Location::Memory, &key(), Mode::Writer)
        .unwrap()
        .store;
    let mut read = cache.begin_read().unwrap();
    read.insert_workspaces(&workspaces()).unwrap();
    for batch in users(count).chunks(97) {
        read.insert(batch).unwrap();
    }
    read.flip(&[], &[], 0).unwrap();
    cache
}

fn by_pages(cache: &Cache, query: &UserQuery, limit: u32) -> Vec<RowView> {
    let mut rows = Vec::new();
    let mut after = None;
    loop {
        let page = cache.page_after(query, after.as_ref(), limit).unwrap();
        rows.extend(page.rows);
        match page.next {
            Some(next) => after = Some(next),
            None => return rows,
        }
    }
}

fn by_windows(cache: &Cache, query: &UserQuery, limit: u32) -> Vec<RowView> {
    let mut rows = Vec::new();
    loop {
        let offset = u32::try_from(rows.len()).unwrap();
        let window = cache.window(query, offset, limit).unwrap();
        assert_eq!(window.offset, offset);
        if window.rows.is_empty() {
            assert_eq!(
                window.total, offset,
                "the total counts what can be scrolled to"
            );
            return rows;
        }
        rows.extend(window.rows);
    }
}

fn naive(everybody: &[User], query: &UserQuery) -> Vec<String> {
    const DAY: i64 = 86_400;
    let folded = fold(&query.search);
    let rank = |role: &OrgRole| match role {
        OrgRole::Known(role) => Role::ALL.iter().position(|known| known == role).unwrap(),
        OrgRole::Foreign(_) => 4,
        OrgRole::Absent => 5,
    };
    let activity = |user: &User| match user.last_active {
        LastActive::NotReported => i64::MIN,
        LastActive::Never => i64::MIN + 1,
        LastActive::At(at) => at.as_second(),
    };
    let state = |user: &User| {
        let place = UserState::ALL
            .iter()
            .position(|state| *state == user.state());
        i64::try_from(place.unwrap()).unwrap()
    };
    let mut found: Vec<&User> = everybody
        .iter()
        .filter(|user| {
            let (name, email) = (fold(user.title()), fold(&user.user_name));
            folded
                .split_whitespace()
                .all(|word| name.contains(word) || email.contains(word))
                && (query.roles.is_empty() || query.roles.contains(&user.role))
                && (query.states.is_empty() || query.states.contains(&user.state()))
                && (query.workspaces.is_empty()
                    || user
                        .workspaces
                        .iter()
                        .any(|id| query.workspaces.contains(id)))
                && query.activity.as_ref().is_none_or(|(bands, now)| {
                    let age = now.as_second() - activity(user).max(-1_000_000_000_000);
                    bands.is_empty()
                        || bands.iter().any(|band| match (band, user.last_active) {
                            (Activity::Never, LastActive::Never) => true,
                            (_, LastActive::Never | LastActive::NotReported)
                            | (Activity::Never, _) => false,
                            (Activity::Today, _) => age <= DAY,
                            (Activity::Week, _) => age > DAY && age <= 7 * DAY,
                            (Activity::Month, _) => age > 7 * DAY && age <= 30 * DAY,
                            (Activity::Quarter, _) => age > 30 * DAY && age <= 90 * DAY,
                            (Activity::Older, _) => age > 90 * DAY,
                        })
                })
        })
        .collect();
    found.sort_by_key(|user| {
        let (text, number) = match query.sort {
            Sort::Name => (String::new(), 0),
            Sort::Email => (fold(&user.user_name), 0),
            Sort::Role => (String::new(), i64::try_from(rank(&user.role)).unwrap()),
            Sort::Workspaces => (String::new(), i64::try_from(user.workspaces.len()).unwrap()),
            Sort::LastActive => (String::new(), activity(user)),
            Sort::State => (String::new(), state(user)),
            Sort::Added => (
                String::new(),
                user.created.map_or(i64::MIN, Timestamp::as_microsecond),
            ),
        };
        (number, text, fold(user.title()), user.id.clone())
    });
    if query.direction == Direction::Descending {
        found.reverse();
    }
    found
        .into_iter()
        .map(|user| user.id.as_str().to_owned())
        .collect()
}

fn ids(rows: &[RowView]) -> Vec<String> {
    rows.iter().map(|row| row.id.as_str().to_owned()).collect()
}

#[test]
fn pages_and_windows_agree_in_every_order() {
    let (cache, everybody) = (filled(700), users(700));
    for sort in Sort::ALL {
        for direction in [Direction::Ascending, Direction::Descending] {
            let query = UserQuery {
                sort,
                direction,
                ..UserQuery::default()
            };
            let windows = ids(&by_windows(&cache, &query, 61));
            assert_eq!(windows, naive(&everybody, &query), "{sort:?} {direction:?}");
            assert_eq!(
                ids(&by_pages(&cache, &query, 53)),
                windows,
                "{sort:?} {direction:?}"
            );
        }
    }
}

#[test]
fn the_first_window_before_the_index_equals_the_one_after() {
    let folder = tempfile::tempdir().unwrap();
    let location = Location::Folder(folder.path().to_owned());
    let cache = Cache::open(&location, &key(), Mode::Writer).unwrap().store;
    let mut read = cache.begin_read().unwrap();
    read.insert_workspaces(&workspaces()).unwrap();
    read.insert(&users(300)).unwrap();
    read.flip(&[], &[], 0).unwrap();
    drop(cache);
    let cache = Cache::open(&location, &key(), Mode::Reader).unwrap().store;
    let query = UserQuery::default();
    let before = cache.window(&query, 0, 50).unwrap();
    let some = UserQuery {
        search: "a".into(),
        ..query.clone()
    };
    assert!(cache.count(&some).unwrap() > 0, "the index is made by now");
    let after = cache.window(&query, 0, 50).unwrap();
    assert_eq!(
        (before.total, before.rows),
        (after.total, after.rows),
        "nothing jumps when the index is there"
    );
}

#[test]
fn a_window_shows_three_workspaces_and_a_page_all_of_them_by_name() {
    let cache = filled(60);
    let five = user(5);
    let row = cache.row(&five.id).unwrap().unwrap();
    assert_eq!(row.workspaces, ["Atlas", "Delta", "echo", "Été", "zebra"]);
    let window = cache
        .window(
            &UserQuery {
                search: five.user_name,
                ..UserQuery::default()
            },
            0,
            50,
        )
        .unwrap();
    assert_eq!(window.rows[0].workspaces, ["Atlas", "Delta", "echo"]);
    assert_eq!(window.rows[0].workspace_count, 5);
}

#[test]
fn a_search_of_any_size_is_answered() {
    let cache = filled(50);
    for (search, total) in [
        ("%".to_owned(), 0),
        ("_".to_owned(), 0),
        ("'\"*".to_owned(), 0),
        ("x".repeat(100_000), 0),
        ("ana ".repeat(25_000), 22),
        ("👩🏽‍🚀".to_owned(), 0),
        (" \t\n".to_owned(), 50),
        ("@EXAMPLE".to_owned(), 50),
        (
            "zolc LUKASZ".to_owned(),
            naive(
                &users(50),
                &UserQuery {
                    search: "zolc lukasz".into(),
                    ..Default::default()
                },
            )
            .len(),
        ),
    ] {
        let query = UserQuery {
            search,
            ..UserQuery::default()
        };
        let expected = if query.search.starts_with("ana ") {
            naive(&users(50), &query).len()
        } else {
            total
        };
        assert_eq!(cache.window(&query, 0, 5).unwrap().total as usize, expected);
        assert_eq!(
            by_pages(&cache, &query, 7).len(),
            expected,
            "pages search as windows do"
        );
    }
}

#[test]
fn a_row_that_changes_is_found_as_it_is_now_and_not_as_it_was() {
    let cache = filled(200);
    let searching = |search: &str| UserQuery {
        search: search.into(),
        ..UserQuery::default()
    };
    let before = cache.window(&searching("nobody"), 0, 5).unwrap();
    let mut changed = user(17);
    let old = changed.user_name.clone();
    changed.display_name = "Nobody Else".into();
    changed.user_name = "nobody@example.org".into();
    let fresh = User {
        id: rollcall_model::UserId::new("fresh"),
        ..changed.clone()
    };
    let applied = cache
        .apply(&Update {
            users: &[changed, fresh],
            deleted_users: &[user(18).id],
            ..Update::default()
        })
        .unwrap();
    assert_eq!(
        (applied.created, applied.updated, applied.deleted),
        (1, 1, 1)
    );
    let after = cache.window(&searching("nobody"), 0, 5).unwrap();
    assert!(
        after.generation > before.generation,
        "a page of rows carries its generation"
    );
    assert_eq!((before.total, after.total), (0, 2));
    assert_eq!(cache.window(&searching(&old), 0, 5).unwrap().total, 0);
    assert_eq!(cache.snapshot().unwrap().users, 200);
    let everybody = UserQuery {
        sort: Sort::Email,
        ..UserQuery::default()
    };
    assert_eq!(
        ids(&by_windows(&cache, &everybody, 40)),
        ids(&by_pages(&cache, &everybody, 40))
    );
}

fn query() -> impl Strategy<Value = UserQuery> {
    let search = prop_oneof![
        Just(String::new()),
        "[a-zA-Z0-9@ ]{1,4}",
        Just("ruiz ana".to_owned()),
        Just("İ".to_owned()),
        Just("dorte".to_owned()),
        Just("민".to_owned()),
    ];
    let roles = prop::sample::subsequence(
        vec![
            OrgRole::Known(Role::Admin),
            OrgRole::Known(Role::Member),
            OrgRole::Foreign("superuser".into()),
            OrgRole::Absent,
        ],
        0..3,
    );
    let states = prop::sample::subsequence(UserState::ALL.to_vec(), 0..3);
    let workspaces = prop::sample::subsequence(
        ["w1", "w2", "w6", "elsewhere"]
            .map(WorkspaceId::new)
            .to_vec(),
        0..3,
    );
    let bands = prop::sample::subsequence(
        vec![
            Activity::Today,
            Activity::Week,
            Activity::Month,
            Activity::Quarter,
            Activity::Older,
            Activity::Never,
        ],
        0..4,
    );
    let order = (prop::sample::select(Sort::ALL.to_vec()), any::<bool>());
    (search, roles, states, workspaces, bands, order).prop_map(
        |(search, roles, states, workspaces, bands, (sort, descending))| UserQuery {
            search,
            roles,
            states,
            workspaces,
            activity: (!bands.is_empty()).then(|| (bands, now())),
            sort,
            direction: if descending {
                Direction::Descending
            } else {
                Direction::Ascending
            },
        },
    )
}

#[test]
fn windows_pages_and_a_naive_filter_answer_alike() {
    let (cache, everybody) = (filled(500), users(500));
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    runner
        .run(&(query(), 1_u32..80), |(query, limit)| {
            let expected = naive(&everybody, &query);
            prop_assert_eq!(&ids(&by_windows(&cache, &query, limit)), &expected);
            prop_assert_eq!(&ids(&by_pages(&cache, &query, limit)), &expected);
            prop_assert_eq!(cache.count(&query).unwrap() as usize, expected.len());
            Ok(())
        })
        .unwrap();
}
