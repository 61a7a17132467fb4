//! Bar 3a: from a keystroke to the first 50 ordered hits, beside a bare scan of the same text.

use memchr::memmem;
use rollcall_cache::{Cache, UserQuery, fold};

use super::Setting;
use crate::measure::{Round, quantile, rounds, seconds};
use crate::report::{Bar, Line, Unit};

const BAR: Bar = Bar {
    number: "3a",
    what: "keystroke to the first 50 ordered hits",
    floor: "memmem over the same text",
    hold: 3.0,
    aim: 1.5,
};

/// Names typed per round, letter by letter.
const NAMES: usize = 40;
/// Letters typed of each.
const LETTERS: usize = 12;

pub(crate) fn run(setting: &Setting) -> Vec<Line> {
    let organization = super::organization::Synced::new(setting);
    let cache = &organization.cache;
    let text = searched_text(cache, setting.users);
    let typed = typed(&text);
    let mut slowest = Vec::new();
    let figures = rounds(|| {
        let (mut candidate, mut floor) = (0.0, 0.0);
        for letters in &typed {
            let query = UserQuery {
                search: letters.clone(),
                ..UserQuery::default()
            };
            let took = seconds(|| {
                let window = cache.window(&query, 0, 50).expect("a window");
                assert!(window.total > 0, "what was typed stands in a name");
            });
            slowest.push(took);
            candidate += took;
            floor += seconds(|| {
                let found = memmem::find_iter(text.as_bytes(), letters.as_bytes()).count();
                assert!(found > 0, "what was typed stands in the text");
            });
        }
        Round { candidate, floor }
    });
    slowest.sort_by(f64::total_cmp);
    let p99 = quantile(&slowest, 0.99);
    let also = (
        format!("p99 {} < 1 ms", crate::measure::readable(p99)),
        p99 < 0.001,
    );
    let per_keystroke = super::per(&figures, typed.len());
    vec![Line {
        bar: BAR,
        variant: String::new(),
        unit: Unit::Seconds,
        figures: per_keystroke,
        also: Some(also),
    }]
}

/// Names and addresses as the search buffer holds them: folded, one user a line.
fn searched_text(cache: &Cache, users: u32) -> String {
    let mut text = String::new();
    let all = cache
        .window(&UserQuery::default(), 0, users)
        .expect("all rows");
    for row in all.rows {
        text.push_str(&fold(&row.name));
        text.push('\n');
        text.push_str(&fold(&row.email));
        text.push('\n');
    }
    text
}

/// What is in the box after each keystroke, for names from all over the list.
fn typed(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| line.chars().count() >= LETTERS)
        .collect();
    lines
        .iter()
        .step_by((lines.len() / NAMES).max(1))
        .take(NAMES)
        .flat_map(|name| {
            (1..=LETTERS).map(|letters| name.chars().take(letters).collect::<String>())
        })
        // A blank at the end is no letter typed, and one inside makes two words of it.
        .filter(|letters| !letters.contains(' '))
        .collect()
}
