//! A saved view in the form in which the ledger keeps it: JSON that says its own format.

use std::collections::BTreeMap;

use rollcall_cache::{Cache, StoredView};
use rollcall_language::say;
use rollcall_model::WorkspaceId;
use serde::{Deserialize, Serialize};

use crate::Failure;
use crate::view::{ListColumn, ListView, SavedView, ShownColumn};

/// The number of the format; a higher one was saved by a newer program.
const FORMAT: u32 = 1;

/// The narrowest and the widest that a column is shown.
const WIDTHS: std::ops::RangeInclusive<u16> = 64..=960;

#[derive(Serialize, Deserialize)]
struct Stored {
    format: u32,
    #[serde(flatten)]
    shows: ListView,
    /// What the workspaces of its filter were called: one that is gone can then be named.
    workspaces: BTreeMap<String, String>,
}

/// Which format a text has, whatever else stands in it.
#[derive(Deserialize)]
struct Format {
    format: u32,
}

/// The columns as they can be shown: that of the name first, each once, none too narrow or too wide.
pub(crate) fn tidy(columns: &[ShownColumn]) -> Vec<ShownColumn> {
    let of_name = |shown: &&ShownColumn| shown.column == ListColumn::Name;
    let name = columns.iter().copied().find(|shown| of_name(&shown));
    let mut tidy = vec![name.unwrap_or(ShownColumn {
        column: ListColumn::Name,
        width: None,
    })];
    for shown in columns {
        if tidy.iter().all(|kept| kept.column != shown.column) {
            tidy.push(*shown);
        }
    }
    for shown in &mut tidy {
        shown.width = shown
            .width
            .map(|width| width.clamp(*WIDTHS.start(), *WIDTHS.end()));
    }
    tidy
}

/// What is kept of a view.
pub(crate) fn store(shows: &ListView, cache: &Cache) -> Result<String, Failure> {
    let mut workspaces = BTreeMap::new();
    for id in &shows.query.workspaces {
        if let Some(found) = cache.workspace(&WorkspaceId::new(id))? {
            workspaces.insert(id.clone(), found.name);
        }
    }
    let stored = Stored {
        format: FORMAT,
        shows: ListView {
            query: shows.query.clone(),
            columns: tidy(&shows.columns),
        },
        workspaces,
    };
    serde_json::to_string(&stored).map_err(|error| {
        let message = say!("view-not-written", cause = error.to_string());
        Failure::new("internal", message)
    })
}

/// A view as it was kept. One that can't be read is still listed, so that it can be deleted; one that
/// asks for what is gone opens, and says so.
pub(crate) fn read(view: StoredView, cache: &Cache) -> Result<SavedView, Failure> {
    let StoredView { id, name, shows } = view;
    let (shows, notice) = match serde_json::from_str::<Stored>(&shows) {
        Ok(stored) if stored.format == FORMAT => {
            let notice = gone(&stored, cache)?;
            let columns = tidy(&stored.shows.columns);
            (
                Some(ListView {
                    columns,
                    ..stored.shows
                }),
                notice,
            )
        }
        _ => {
            let newer = serde_json::from_str(&shows).is_ok_and(|of: Format| of.format > FORMAT);
            let why = if newer {
                say!("view-newer")
            } else {
                say!("view-damaged")
            };
            (None, Some(why))
        }
    };
    Ok(SavedView {
        id: id.to_string(),
        name,
        shows,
        notice,
    })
}

/// Which workspaces of the filter are no longer there, as a sentence.
fn gone(stored: &Stored, cache: &Cache) -> Result<Option<String>, Failure> {
    // Before everything was read, what isn't there may still come.
    if !cache.snapshot()?.complete {
        return Ok(None);
    }
    let asked = &stored.shows.query.workspaces;
    let mut gone = Vec::new();
    for id in asked {
        if cache.workspace(&WorkspaceId::new(id))?.is_none() {
            let name = stored.workspaces.get(id).unwrap_or(id);
            gone.push(say!("view-quoted", name = name));
        }
    }
    let nobody = gone.len() == asked.len();
    Ok(match gone.as_slice() {
        [] => None,
        [one] if nobody => Some(say!("view-workspace-gone-nobody", name = one)),
        [one] => Some(say!("view-workspace-gone", name = one)),
        several if nobody => Some(say!(
            "view-workspaces-gone-nobody",
            names = several.join(", ")
        )),
        several => Some(say!("view-workspaces-gone", names = several.join(", "))),
    })
}

#[cfg(test)]
mod tests {
    use rollcall_cache::{Key, Location, Mode};
    use rollcall_model::ViewId;

    use super::*;

    fn shown(column: ListColumn, width: Option<u16>) -> ShownColumn {
        ShownColumn { column, width }
    }

    fn stored(shows: &str) -> SavedView {
        let key = Key::from_bytes(&[1; 32]).unwrap();
        let cache = Cache::open(&Location::Memory, &key, Mode::Writer)
            .unwrap()
            .store;
        let (id, name) = (ViewId::random(), "Mine".to_owned());
        let shows = shows.to_owned();
        read(StoredView { id, name, shows }, &cache).unwrap()
    }

    #[test]
    fn the_name_comes_first_and_each_column_once() {
        let asked = [
            shown(ListColumn::Role, Some(3)),
            shown(ListColumn::Name, Some(300)),
            shown(ListColumn::Role, None),
            shown(ListColumn::Added, Some(60_000)),
        ];
        assert_eq!(
            tidy(&asked),
            [
                shown(ListColumn::Name, Some(300)),
                shown(ListColumn::Role, Some(64)),
                shown(ListColumn::Added, Some(960)),
            ],
            "every row can be told and every column be seen"
        );
        assert_eq!(tidy(&[]), [shown(ListColumn::Name, None)]);
    }

    #[test]
    fn what_a_later_or_broken_program_kept_is_listed_and_says_why_it_does_not_open() {
        let newer = stored(r#"{"format":2,"query":{"sort":"shoe_size"}}"#);
        assert_eq!(newer.shows, None);
        assert!(newer.notice.unwrap().contains("newer Rollcall"));
        for broken in [
            "",
            "{}",
            "[",
            r#"{"format":1,"query":{"sort":"shoe_size"}}"#,
        ] {
            let view = stored(broken);
            assert_eq!((view.name.as_str(), view.shows), ("Mine", None), "{broken}");
            assert!(view.notice.unwrap().contains("Delete it"), "{broken}");
        }
    }
}
