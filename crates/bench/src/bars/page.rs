//! Bar 10: a page deep in the list, beside the first one.

use std::hint::black_box;

use rollcall_cache::{Activity, Cache, Direction, PageKey, Sort, UserQuery};
use rollcall_model::{Clock, OrgRole, Role, SystemClock, UserState};

use super::Setting;
use super::organization::Synced;
use crate::measure::{Figures, Round, quantile, rounds, seconds};
use crate::report::{Bar, Line, Unit};

const BAR: Bar = Bar {
    number: "10",
    what: "a page of 50 at nine tenths of the list",
    floor: "the same at row 0",
    hold: 1.5,
    aim: 1.1,
};

/// Rows of a page.
const ROWS: u32 = 50;
/// Pages of each kind per round.
const PAGES: usize = 21;

pub(crate) fn run(setting: &Setting) -> Vec<Line> {
    let organization = Synced::new(setting);
    let cache = &organization.cache;
    let (orders, filters) = (orders(), filters(cache));
    vec![
        slowest("in the window, by each order", &orders, |query| {
            window(cache, query)
        }),
        slowest("in the window, by each filter", &filters, |query| {
            window(cache, query)
        }),
        slowest("of an export, by each order", &orders, |query| {
            page(cache, query)
        }),
        slowest("of an export, by each filter", &filters, |query| {
            page(cache, query)
        }),
    ]
}

/// The bar must hold for each of these questions, so it is the slowest that counts.
fn slowest(
    what: &str,
    queries: &[(String, UserQuery)],
    measure: impl Fn(&UserQuery) -> Figures,
) -> Line {
    let (slowest, figures) = queries
        .iter()
        .map(|(name, query)| (name, measure(query)))
        .max_by(|(_, left), (_, right)| left.ratio.total_cmp(&right.ratio))
        .expect("there are questions");
    Line {
        bar: BAR,
        variant: format!("{what}; the slowest is {slowest}"),
        unit: Unit::Seconds,
        figures,
        also: None,
    }
}

/// Windows by place, as the list in the window asks for them.
fn window(cache: &Cache, query: &UserQuery) -> Figures {
    let deep = deep(cache, query);
    let ask = |offset| {
        seconds(|| {
            let window = cache.window(query, offset, ROWS).expect("a window");
            assert_eq!(window.rows.len(), ROWS as usize, "a whole page");
            black_box(window);
        })
    };
    in_turn(|| ask(deep), || ask(0))
}

/// Pages by the row before, as an export asks for them.
fn page(cache: &Cache, query: &UserQuery) -> Figures {
    let before = cache
        .page_after(query, None, deep(cache, query))
        .expect("everything before");
    let deep = before.next.expect("a page after that");
    let ask = |after: Option<&PageKey>| {
        seconds(|| {
            let page = cache.page_after(query, after, ROWS).expect("a page");
            assert_eq!(page.rows.len(), ROWS as usize, "a whole page");
            black_box(page);
        })
    };
    in_turn(|| ask(Some(&deep)), || ask(None))
}

/// One of each in turn. The middle one counts: a page is so quick that a moment in which the machine does
/// something else is many pages long.
fn in_turn(deep: impl Fn() -> f64, first: impl Fn() -> f64) -> Figures {
    rounds(|| {
        let (deep, first): (Vec<f64>, Vec<f64>) = (0..PAGES).map(|_| (deep(), first())).unzip();
        Round {
            candidate: middle(deep),
            floor: middle(first),
        }
    })
}

fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    quantile(&values, 0.5)
}

/// Row 90,000, where all of 100,000 users answer.
fn deep(cache: &Cache, query: &UserQuery) -> u32 {
    cache.count(query).expect("a number of users") / 10 * 9
}

fn orders() -> Vec<(String, UserQuery)> {
    let directions = [Direction::Ascending, Direction::Descending];
    let orders = Sort::ALL.into_iter().flat_map(|sort| {
        directions.map(|direction| {
            let query = UserQuery {
                sort,
                direction,
                ..UserQuery::default()
            };
            (format!("{sort:?}, {direction:?}"), query)
        })
    });
    orders.collect()
}

/// One of each filter, which many pass.
fn filters(cache: &Cache) -> Vec<(String, UserQuery)> {
    let workspaces = cache.workspaces().expect("workspaces");
    let largest = workspaces
        .into_iter()
        .max_by_key(|workspace| workspace.users)
        .expect("the demo has workspaces");
    let everybody = UserQuery::default;
    [
        (
            "by role",
            UserQuery {
                roles: vec![OrgRole::Known(Role::Member)],
                ..everybody()
            },
        ),
        (
            "by state",
            UserQuery {
                states: vec![UserState::Active],
                ..everybody()
            },
        ),
        (
            "by workspace",
            UserQuery {
                workspaces: vec![largest.shown.workspace.id],
                ..everybody()
            },
        ),
        (
            "by activity",
            UserQuery {
                activity: Some((vec![Activity::Today, Activity::Week], SystemClock.now())),
                ..everybody()
            },
        ),
        (
            "by search",
            UserQuery {
                search: "an".to_owned(),
                ..everybody()
            },
        ),
    ]
    .map(|(name, query)| (name.to_owned(), query))
    .to_vec()
}
