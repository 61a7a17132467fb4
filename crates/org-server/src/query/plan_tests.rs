//! What a page costs, counted in the steps of SQLite's machine, because a count is the same on every
//! machine and every day.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rollcall_scim::AttrPath;
use rollcall_scim::filter::Filter;
use rollcall_scim::query::{ListQuery, Page, Sort, SortOrder};
use rusqlite::Connection;

use super::filter::condition;
use super::sql::{Facts, Sql};
use super::{Kind, ListRequest, Positions, Selected, Visible, select};
use crate::demo::{self, Demo};
use crate::render::Setting;
use crate::store::{DataPlace, Store, StoreError, counters};

const PEOPLE: usize = 3_000;
const PAGE: u64 = 100;

fn organization() -> Connection {
    let store = Store::open(&DataPlace::Memory).unwrap();
    let now = "2026-11-22T12:00:00Z".parse().unwrap();
    let demo = Demo {
        people: PEOPLE,
        seed: 1,
    };
    store
        .write::<_, StoreError>(|sql| demo::fill(sql, demo, now))
        .unwrap();
    store.into_connection()
}

/// Finds a page, and counts the steps that SQLite took.
fn steps(
    sql: &mut Connection,
    positions: &Positions,
    sort: Option<&str>,
    page: Page,
) -> (Selected, u64) {
    let steps = Arc::new(AtomicU64::new(0));
    let counter = Arc::clone(&steps);
    let count = move || {
        counter.fetch_add(1, Ordering::Relaxed);
        false
    };
    sql.progress_handler(1, Some(count)).unwrap();
    let sort = sort.map(|by| Sort {
        by: AttrPath::parse(by).unwrap(),
        order: SortOrder::Ascending,
    });
    let query = ListQuery {
        sort,
        page,
        ..ListQuery::default()
    };
    let request = ListRequest {
        kind: Kind::Users,
        query: &query,
        visible: Visible::All,
        count: PAGE,
        organization: "test",
        setting: Setting {
            base: "",
            now: "2026-11-22T12:00:00Z".parse().unwrap(),
        },
    };
    let selected = select(sql, positions, &request).unwrap();
    sql.progress_handler(0, None::<fn() -> bool>).unwrap();
    (selected, steps.load(Ordering::Relaxed))
}

const ORDERS: [Option<&str>; 6] = [
    None,
    Some("userName"),
    Some("displayName"),
    Some("meta.lastModified"),
    Some("roles"),
    Some("urn:rollcall:params:scim:schemas:organization:2.0:User:lastActive"),
];

#[test]
fn a_page_by_cursor_costs_the_same_anywhere() {
    let mut sql = organization();
    for order in ORDERS {
        let positions = Positions::default();
        let mut page = Page::FirstByCursor;
        loop {
            let (found, steps) = steps(&mut sql, &positions, order, page);
            // To walk over everybody would take five times as many.
            assert!(
                steps < PAGE * 20,
                "{order:?}: {steps} steps are more than a page's worth"
            );
            match found.next {
                Some(cursor) => page = Page::Cursor(cursor),
                None => break,
            }
        }
    }
}

#[test]
fn a_page_by_index_costs_the_same_anywhere() {
    let mut sql = organization();
    let far = PEOPLE as u64 - 99;
    for order in ORDERS {
        let positions = Positions::default();
        let mut cost = |start: u64| steps(&mut sql, &positions, order, Page::Index(start)).1;
        let first = cost(1);
        for start in [2, 1_501, far] {
            assert!(
                cost(start) < 200,
                "{order:?}: nothing is walked over on the way to {start}"
            );
        }
        counters::next_change(&sql).unwrap();
        let after_a_change = steps(&mut sql, &positions, order, Page::Index(far)).1;
        assert!(
            after_a_change <= first + first / 10,
            "{order:?}: after a change the last page costs what the first did: {after_a_change}"
        );
    }
}

#[test]
fn usual_filters_are_answered_by_an_index() {
    let sql = organization();
    let plan = |filter: &str| {
        let mut query = Sql::default();
        query.push("EXPLAIN QUERY PLAN SELECT seq FROM users WHERE ");
        let filter = Filter::parse(filter).unwrap();
        let facts = Facts {
            base: "",
            now: "2026-11-22T12:00:00Z".parse().unwrap(),
        };
        condition(&mut query, Kind::Users, &filter, facts).unwrap();
        let mut explain = sql.prepare(&query.text).unwrap();
        let values = rusqlite::params_from_iter(&query.values);
        let lines = explain
            .query_map(values, |row| row.get::<_, String>(3))
            .unwrap();
        lines.collect::<Result<Vec<_>, _>>().unwrap().join("; ")
    };
    for filter in [
        "userName eq \"a\"",
        "userName sw \"a\"",
        "id eq \"a\"",
        "externalId eq \"a\"",
        "meta.lastModified gt \"2026-11-22T12:00:00Z\"",
        "roles.value eq \"admin\"",
        "roles[value eq \"admin\"]",
    ] {
        let plan = plan(filter);
        assert!(
            plan.contains("SEARCH users USING"),
            "{filter} walks over everybody: {plan}"
        );
    }
    let suspended = plan("active eq false");
    assert!(
        suspended.contains("users_suspended"),
        "only the suspended are looked at: {suspended}"
    );
}
