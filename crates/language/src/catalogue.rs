//! The catalogues of `locales/`, built in: Fluent files, a folder per language.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::{LanguageIdentifier, langid};

use crate::Language;

/// The texts of these files.
macro_rules! files {
    ($tag:literal: $($name:literal)*) => {
        &[$(include_str!(concat!("../../../locales/", $tag, "/", $name, ".ftl"))),*]
    };
}

/// A language's files. What both languages are made of stands here once.
macro_rules! all {
    ($tag:literal) => {
        files!($tag: "policy" "faults" "people" "changes" "organization" "journal" "shell"
            "terminal" "terminal-changes" "terminal-help" "terminal-tables")
    };
}

/// The sentences of one language.
pub(crate) struct Catalogue(FluentBundle<FluentResource>);

/// The catalogue of a language.
pub(crate) fn of(language: Language) -> &'static Catalogue {
    static ENGLISH: LazyLock<Catalogue> =
        LazyLock::new(|| Catalogue::new(langid!("en"), all!("en"), |value, _| written(value, ',')));
    static GERMAN: LazyLock<Catalogue> =
        LazyLock::new(|| Catalogue::new(langid!("de"), all!("de"), |value, _| written(value, '.')));
    match language {
        Language::English => &ENGLISH,
        Language::German => &GERMAN,
    }
}

impl Catalogue {
    fn new(
        language: LanguageIdentifier,
        files: &[&str],
        numbers: fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>,
    ) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Arguments isolate themselves, where they need it.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(numbers));
        for text in files {
            // What can't be read is left out here; a test reads every file strictly.
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new((*text).to_owned());
            bundle.add_resource_overriding(resource);
        }
        Self(bundle)
    }

    /// A sentence; `None` where the language hasn't got it.
    pub(crate) fn sentence(&self, id: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.0.get_message(id)?.value()?;
        // Trouble with an argument leaves its name in the sentence, where it is read.
        let mut trouble = Vec::new();
        let said = self
            .0
            .format_pattern(pattern, Some(arguments), &mut trouble);
        Some(said.into_owned())
    }
}

/// A whole number with its thousands parted; `None` for what is none.
fn written(value: &FluentValue<'_>, between: char) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let digits = number.as_string();
    let mut parted = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place) % 3 == 0 && !parted.ends_with('-') {
            parted.push(between);
        }
        parted.push(digit);
    }
    Some(parted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_parted_at_its_thousands() {
        for (number, parted) in [
            (0, "0"),
            (999, "999"),
            (1_240, "1,240"),
            (-100, "-100"),
            (12_408_000, "12,408,000"),
        ] {
            assert_eq!(
                written(&FluentValue::from(number), ',').as_deref(),
                Some(parted)
            );
        }
        assert_eq!(written(&FluentValue::from("1240"), ','), None);
    }
}
