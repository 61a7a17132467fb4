//! Pages that repeat, never end, go missing, or forget where they were: a walk has an end, and nobody is
//! removed because of it.

use std::sync::{Arc, Mutex};

use rollcall_sync::{ServerFacts, pull_once};
use serde_json::{Value, json};

use crate::client::Client;
use crate::support::{Answer, Asked, Stub, answer, error, list, met, user};

/// Users that the server has.
const ALL: usize = 25;
/// Users on a page.
const PAGE: usize = 10;

/// What is wrong with the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    None,
    /// Every page is the first.
    Repeats,
    /// Every page brings others whom nobody knows, for ever.
    Endless,
    /// The second page is empty.
    Empty,
    /// The second page has no `Resources` at all.
    Absent,
    /// The second page says that there are fewer by now.
    Shrinks,
    /// Where to go on is forgotten after the first page.
    Expires,
}

/// A page from this place on.
fn page(fault: Fault, by_cursor: bool, from: usize) -> Answer {
    let id = |number: usize| user(&format!("u{number:03}"), "member", "W/\"1\"");
    let second = from == PAGE;
    let (from, to) = match fault {
        Fault::Repeats => (0, PAGE),
        Fault::Empty | Fault::Absent if second => (0, 0),
        Fault::Endless => (from, from + PAGE),
        _ => (from.min(ALL), (from + PAGE).min(ALL)),
    };
    let resources: Vec<Value> = (from..to).map(id).collect();
    let total = if fault == Fault::Shrinks && second {
        ALL - PAGE
    } else {
        ALL
    };
    if fault == Fault::Expires && second {
        return error(400, "The cursor has expired.");
    }
    let mut body = json!({ "totalResults": total, "startIndex": from + 1, "Resources": resources });
    if by_cursor && (to < ALL || matches!(fault, Fault::Repeats | Fault::Endless)) {
        body["nextCursor"] = json!((to.max(PAGE)).to_string());
    }
    if fault == Fault::Absent && second {
        body.as_object_mut().unwrap().remove("Resources");
    }
    answer(200, &body)
}

fn served(fault: Fault, by_cursor: bool, asked: &Asked) -> Answer {
    let number = |name: &str| {
        let text = asked.query.get(name)?;
        text.parse::<usize>().ok()
    };
    match asked.path.as_str() {
        "/scim/Users" => {
            let from = match number("cursor") {
                Some(cursor) => cursor,
                None => number("startIndex").unwrap_or(1) - 1,
            };
            page(fault, by_cursor, from)
        }
        "/scim/Groups" => list(&[], 0, 1),
        "/scim/Me" => answer(200, &user("u000", "admin", "W/\"1\"")),
        path => match path.strip_prefix("/scim/Users/") {
            Some(id) => answer(200, &user(id, "member", "W/\"1\"")),
            None => error(404, "There is no such thing."),
        },
    }
}

#[tokio::test]
async fn whatever_is_wrong_with_pages_a_walk_ends_and_nobody_is_removed() {
    for by_cursor in [false, true] {
        for wrong in [
            Fault::Repeats,
            Fault::Endless,
            Fault::Empty,
            Fault::Absent,
            Fault::Shrinks,
            Fault::Expires,
        ] {
            let fault = Arc::new(Mutex::new(Fault::None));
            let facts = ServerFacts {
                cursor: by_cursor,
                filter: false,
                page_cap: Some(10),
                ..met()
            };
            let now = Arc::clone(&fault);
            let stub = Stub::known(facts, move |asked| {
                served(*now.lock().unwrap(), by_cursor, asked)
            });
            let client = Client::of(Arc::clone(&stub.remote));
            pull_once(client.parts(), |_| {}).await.unwrap();
            let users = || client.cache.snapshot().unwrap().users as usize;
            assert_eq!(users(), ALL);

            *fault.lock().unwrap() = wrong;
            let before = stub.lines().len();
            let read = pull_once(client.parts(), |_| {}).await;
            let walks = stub.lines().split_off(before);
            let pages = walks.iter().filter(|line| *line == "GET /scim/Users");
            let (pages, most) = (pages.count(), 3 * (ALL.div_ceil(PAGE) + 2));
            assert!(
                pages <= most,
                "{wrong:?}, by cursor {by_cursor}: {pages} pages"
            );
            assert!(users() >= ALL, "{wrong:?}, by cursor {by_cursor}: {read:?}");

            *fault.lock().unwrap() = Fault::None;
            let read = pull_once(client.parts(), |_| {}).await;
            assert!(read.is_ok(), "{wrong:?}, by cursor {by_cursor}: {read:?}");
            assert_eq!(users(), ALL, "{wrong:?}, by cursor {by_cursor}");
        }
    }
}
