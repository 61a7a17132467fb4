//! A workspace's name as somebody typed it, and whether it is free.

use rollcall_cache::{Presence, ShownWorkspace};
use rollcall_language::say;
use rollcall_model::{WorkspaceId, is_visible};
use unicode_normalization::UnicodeNormalization;

use crate::Failure;
use crate::organization::Organization;

/// The longest name, in characters, as our own server has it.
const LONGEST: usize = 120;
/// Longer than any name whose letters are apart from their accents: not looked at further.
const HOPELESS: usize = 8 * LONGEST;

/// Reads a name: without the white space around it, in Unicode's composed form.
///
/// # Errors
/// `name_invalid`, with the cure.
pub(crate) fn read(text: &str) -> Result<String, Failure> {
    let name: String = text.trim().chars().take(HOPELESS).nfc().collect();
    let refuse = |why: String| Err(Failure::new("name_invalid", why).on_field("name"));
    if name.is_empty() {
        return refuse(say!("workspace-unnamed"));
    }
    let length = name.chars().count();
    if length > LONGEST {
        return refuse(say!(
            "workspace-name-too-long",
            most = LONGEST,
            count = length
        ));
    }
    if name.chars().any(char::is_control) {
        return refuse(say!("workspace-name-control"));
    }
    if name.chars().any(turns_text_around) {
        return refuse(say!("workspace-name-turned"));
    }
    if !name.chars().any(is_visible) {
        return refuse(say!("workspace-name-unseen"));
    }
    Ok(name)
}

/// Refuses a name that another workspace has, here or on the server, or will have; `own` is the one that
/// the name is for.
pub(crate) fn is_free(
    open: &Organization,
    name: &str,
    own: Option<&WorkspaceId>,
) -> Result<(), Failure> {
    let wanted = key(name);
    for counted in open.cache.workspaces()? {
        let other = counted.shown;
        if own == Some(&other.workspace.id) {
            continue;
        }
        if let Some(taken) = taken_by(&other, &wanted) {
            return Err(Failure::new("name_taken", taken).on_field("name"));
        }
    }
    Ok(())
}

/// That a workspace has a name, and what to do; `None` where it hasn't.
fn taken_by(other: &ShownWorkspace, wanted: &str) -> Option<String> {
    let shown = &other.name;
    let on_server = &other.workspace.name;
    if key(shown) == wanted {
        return Some(match other.presence {
            Presence::Here => say!("workspace-name-taken", name = shown),
            Presence::Adding => say!("workspace-name-adding", name = shown),
            Presence::Leaving => say!("workspace-name-leaving", name = shown),
        });
    }
    (key(on_server) == wanted)
        .then(|| say!("workspace-name-on-server", name = shown, server = on_server))
}

/// Whether people would take two names for the same.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    key(one) == key(other)
}

/// What two names have in common that people would take for the same: neither case nor what can't be seen
/// tells them apart.
fn key(name: &str) -> String {
    let visible = name
        .nfc()
        .filter(|letter| is_visible(*letter) || letter.is_whitespace());
    visible.collect::<String>().to_lowercase()
}

/// Marks that make the text after them run the other way.
fn turns_text_around(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use rollcall_model::Workspace;

    use super::*;

    #[test]
    fn a_name_in_any_script_is_a_name() {
        for name in [
            "Sales EMEA",
            "営業",
            "نِیما",
            "R&D",
            "<b>x</b>",
            "=1+1",
            "👩\u{200d}💻",
        ] {
            assert_eq!(read(&format!(" {name}\t")).as_deref(), Ok(name));
        }
        let longest = "x".repeat(LONGEST);
        assert_eq!(read(&longest).as_deref(), Ok(longest.as_str()));
        assert_eq!(
            read("Zu\u{308}rich").as_deref(),
            Ok("Zürich"),
            "the composed form is what others compare with"
        );
    }

    #[test]
    fn a_name_that_nobody_can_read_names_the_field_and_the_cure() {
        let long = "x".repeat(LONGEST + 1);
        for (name, cure) in [
            ("", "Type a name"),
            ("  ", "Type a name"),
            (long.as_str(), "120 characters at most, not 121"),
            ("a\nb", "on one line"),
            ("a\u{0}b", "on one line"),
            ("\u{202e}gpj", "Type it anew"),
            ("\u{200b}", "Type it anew"),
        ] {
            let refused = read(name).unwrap_err();
            assert_eq!(
                (refused.code.as_str(), refused.field.as_deref()),
                ("name_invalid", Some("name"))
            );
            assert!(refused.message.contains(cure), "{name:?}: {refused}");
        }
    }

    fn shown(on_server: &str, shown: &str, presence: Presence) -> ShownWorkspace {
        ShownWorkspace {
            workspace: Workspace {
                id: WorkspaceId::new("w"),
                external_id: None,
                name: on_server.to_owned(),
                description: None,
                created: None,
                version: None,
                member_count: None,
                contact_count: None,
            },
            name: shown.to_owned(),
            presence,
            intent: None,
        }
    }

    #[test]
    fn a_name_is_taken_whatever_its_case_and_what_cannot_be_seen_in_it() {
        let sales = shown("Sales", "Sales", Presence::Here);
        for name in ["Sales", "SALES", "sa\u{200b}les"] {
            assert!(taken_by(&sales, &key(name)).is_some(), "{name:?}");
        }
        for name in ["Sales EMEA", "Sâles", "Sale s"] {
            assert!(taken_by(&sales, &key(name)).is_none(), "{name:?}");
        }
    }

    #[test]
    fn names_that_wait_in_the_outbox_are_taken_too_and_say_until_when() {
        let said = |of: ShownWorkspace, name: &str| taken_by(&of, &key(name)).unwrap();
        let adding = shown("Lab", "Lab", Presence::Adding);
        assert!(said(adding, "lab").contains("to be created"));
        let leaving = shown("Lab", "Lab", Presence::Leaving);
        assert!(said(leaving, "lab").contains("to be deleted"));
        let renamed = shown("Lab", "Studio", Presence::Here);
        assert!(said(renamed.clone(), "lab").contains("still called Lab"));
        assert!(said(renamed, "studio").contains("already"));
    }
}
