//! Saves what the list shows under a name.

use rollcall_cache::{StoredView, ViewKept};
use rollcall_language::{for_the_record, say};
use rollcall_model::ConnectionId;

use crate::saved;
use crate::view::{SaveView, SavedView, Topic};
use crate::writing::is_deceptive;
use crate::{App, Failure};

/// The longest name of a view, and the longest search that one keeps, in characters.
const LONGEST_NAME: usize = 60;
const LONGEST_SEARCH: usize = 1_000;

/// As many views are kept: they are listed whole.
const MOST: u32 = 200;

impl App {
    /// Saves a view, over the one with its id if there is one.
    ///
    /// # Errors
    /// On a field: `name_invalid`, `name_taken` (`name`), `search_too_long` (`search`). `too_many_views`;
    /// `denied` to a role that may not see users; `held_by`; else as [`App::session`]. Nothing is saved
    /// then.
    pub async fn save_view(
        &self,
        organization: ConnectionId,
        view: &SaveView,
    ) -> Result<SavedView, Failure> {
        let name = checked_name(&view.name)?;
        if view.shows.query.search.chars().count() > LONGEST_SEARCH {
            let message = say!("view-search-too-long", most = LONGEST_SEARCH);
            return Err(Failure::new("search_too_long", message).on_field("search"));
        }
        let id = view.id.parse()?;
        let open = self.writer(organization).await?;
        open.may_view_users()?;
        let stored = StoredView {
            id,
            name: name.to_owned(),
            shows: saved::store(&view.shows, &open.cache)?,
        };
        match open.ledger.keep_view(&stored, MOST)? {
            ViewKept::Yes => {}
            ViewKept::NameTaken => return Err(taken(name)),
            ViewKept::TooMany => {
                return Err(Failure::new(
                    "too_many_views",
                    say!("view-too-many", most = MOST),
                ));
            }
        }
        self.tell_stale(organization, &[Topic::Views]);
        saved::read(stored, &open.cache)
    }
}

/// The name without spaces around it.
fn checked_name(name: &str) -> Result<&str, Failure> {
    let name = name.trim();
    let invalid = |message: String| Err(Failure::new("name_invalid", message).on_field("name"));
    if name.is_empty() {
        return invalid(say!("view-unnamed"));
    }
    if name.chars().any(is_deceptive) || name.chars().count() > LONGEST_NAME {
        return invalid(say!("view-name-invalid", most = LONGEST_NAME));
    }
    // What the list itself calls the view of everybody, for this reader and for others.
    let everybody = || say!("view-of-everybody").to_lowercase();
    if [everybody(), for_the_record(everybody)].contains(&name.to_lowercase()) {
        return Err(taken(name));
    }
    Ok(name)
}

fn taken(name: &str) -> Failure {
    Failure::new("name_taken", say!("view-name-taken", name = name)).on_field("name")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_visible_line_of_its_own() {
        assert_eq!(checked_name(" Admins ").unwrap(), "Admins");
        assert!(checked_name(&"x".repeat(60)).is_ok());
        for (bad, code) in [
            ("", "name_invalid"),
            (" \t ", "name_invalid"),
            ("two\nlines", "name_invalid"),
            ("\u{200b}", "name_invalid"),
            ("x\u{202e}y", "name_invalid"),
            (&"x".repeat(61), "name_invalid"),
            ("all USERS", "name_taken"),
        ] {
            let failure = checked_name(bad).unwrap_err();
            assert_eq!(failure.code, code, "{bad:?}");
            assert_eq!(failure.field.as_deref(), Some("name"), "the field is named");
        }
    }
}
