//! The languages that there are, and the one in use.

use std::cell::Cell;
use std::sync::atomic::{AtomicUsize, Ordering};

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
        let primary = tag.split(['-', '_', '.']).next()?;
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

/// The place of the language in use in [`Language::ALL`]; until somebody speaks, none.
static IN_USE: AtomicUsize = AtomicUsize::new(NOBODY_SPOKE);
const NOBODY_SPOKE: usize = usize::MAX;

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

/// Whether a text that is read from right to left is isolated: where sentences are laid out for a reader. A
/// terminal shows such marks as what they are, and a record keeps texts as they were.
pub(crate) fn isolates() -> bool {
    !ON_RECORD.get() && IN_USE.load(Ordering::Relaxed) != NOBODY_SPOKE
}

/// Says everything in this language from now on.
pub fn speak(language: Language) {
    let place = Language::ALL.iter().position(|own| *own == language);
    IN_USE.store(place.unwrap_or_default(), Ordering::Relaxed);
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
            ("den", None),
            ("fr", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), language, "{tag:?}");
        }
    }
}
