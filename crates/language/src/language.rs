//! The languages that there are, and the one in use.

use std::cell::Cell;
use std::env;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// A language with a whole catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English, which every other catalogue is compared with.
    English,
    /// German.
    German,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// Its tag (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The language that a tag means, whatever its script and region; `None` for one without a catalogue.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next()?;
        Self::ALL
            .into_iter()
            .find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }
}

/// Of the languages that the system is set to, the first one with a catalogue; English where none has.
#[must_use]
pub fn of_the_system() -> Language {
    sys_locale::get_locales()
        .find_map(|tag| Language::from_tag(&tag))
        .unwrap_or(Language::English)
}

/// The language that a terminal's environment asks for, as POSIX and gettext have it: of `LC_ALL`,
/// `LC_MESSAGES` and `LANG` the first that is set, before it the list of `LANGUAGE`, and none of them for the
/// locale `C`. Where nothing is set, the system's.
#[must_use]
pub fn of_the_environment() -> Language {
    asked_for_by(|name| env::var(name).ok()).unwrap_or_else(of_the_system)
}

fn asked_for_by(variable: impl Fn(&str) -> Option<String>) -> Option<Language> {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(set)?;
    if matches!(locale.split(['.', '@']).next(), Some("C" | "POSIX")) {
        return Some(Language::English);
    }
    let list = set("LANGUAGE").unwrap_or_default();
    let mut wished = list.split(':').chain([locale.as_str()]);
    Some(
        wished
            .find_map(Language::from_tag)
            .unwrap_or(Language::English),
    )
}

/// Where sentences are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surface {
    /// In a window, which lays them out: a text that is read from right to left is isolated in them.
    Window,
    /// On a terminal, which would show the marks of that as what they are.
    Terminal,
}

/// The place of the language in use in [`Language::ALL`]: English until somebody speaks.
static IN_USE: AtomicUsize = AtomicUsize::new(0);
/// Whether sentences are laid out for their reader.
static LAID_OUT: AtomicBool = AtomicBool::new(false);

thread_local! {
    /// Whether this thread is saying something for the record.
    static ON_RECORD: Cell<bool> = const { Cell::new(false) };
}

/// The language in use.
#[must_use]
pub fn in_use() -> Language {
    if ON_RECORD.get() {
        return Language::English;
    }
    let place = IN_USE.load(Ordering::Relaxed);
    Language::ALL
        .get(place)
        .copied()
        .unwrap_or(Language::English)
}

/// Whether a text that is read from right to left is isolated; a record keeps texts as they were.
pub(crate) fn isolates() -> bool {
    !ON_RECORD.get() && LAID_OUT.load(Ordering::Relaxed)
}

/// Says everything in this language from now on, to be read there.
pub fn speak(language: Language, surface: Surface) {
    let place = Language::ALL.iter().position(|own| *own == language);
    IN_USE.store(place.unwrap_or_default(), Ordering::Relaxed);
    LAID_OUT.store(surface == Surface::Window, Ordering::Relaxed);
}

/// Says what is kept, or is read by programs, in English whatever the reader's language: a line of the
/// journal, a reason that is stored, a file that another program reads back.
pub fn for_the_record<T>(say: impl FnOnce() -> T) -> T {
    /// Ends it even where `say` panics.
    struct Until(bool);
    impl Drop for Until {
        fn drop(&mut self) {
            ON_RECORD.set(self.0);
        }
    }
    let _until = Until(ON_RECORD.replace(true));
    say()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_is_english_and_nothing_after_it() {
        let within = for_the_record(|| {
            for_the_record(|| ());
            ON_RECORD.get()
        });
        assert!(within, "a record within a record ends nothing");
        assert!(!ON_RECORD.get());
        let panics = std::panic::catch_unwind(|| for_the_record(|| panic!("no sentence")));
        assert!(panics.is_err() && !ON_RECORD.get());
    }

    #[test]
    fn a_tag_means_a_language_whatever_its_region() {
        for (tag, language) in [
            ("de", Some(Language::German)),
            ("de-CH", Some(Language::German)),
            ("DE_AT.UTF-8", Some(Language::German)),
            ("en-GB", Some(Language::English)),
            ("de@euro", Some(Language::German)),
            ("den", None),
            ("fr", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), language, "{tag:?}");
        }
    }

    #[test]
    fn the_environment_is_asked_as_tools_of_a_terminal_ask_it() {
        for (set, language) in [
            (&[("LANG", "de_DE.UTF-8")][..], Some(Language::German)),
            (
                &[("LC_MESSAGES", "de"), ("LANG", "en_GB.UTF-8")],
                Some(Language::German),
            ),
            (
                &[("LC_ALL", "fr_FR"), ("LANG", "de_DE")],
                Some(Language::English),
            ),
            (&[("LC_ALL", ""), ("LANG", "de_DE")], Some(Language::German)),
            (
                &[("LANGUAGE", "fr:de"), ("LANG", "en_GB")],
                Some(Language::German),
            ),
            (
                &[("LANGUAGE", "de"), ("LC_ALL", "C.UTF-8")],
                Some(Language::English),
            ),
            (&[("LANGUAGE", "de")], None),
            (&[], None),
        ] {
            let variable = |name: &str| {
                let found = set.iter().find(|(own, _)| *own == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(asked_for_by(variable), language, "{set:?}");
        }
    }
}
