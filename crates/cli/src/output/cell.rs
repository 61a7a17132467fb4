//! A cell: the same fact for people, who read minutes and words, and for programs, which take exact times
//! and names.

use std::borrow::Cow;

/// One cell of a row.
pub(crate) enum Cell<'a> {
    /// A text or a number.
    Text(Cow<'a, str>),
    /// What programs know by a name, and people by a word of their language.
    Word(Cow<'a, str>, String),
    /// A time (RFC 3339, UTC); empty for none.
    Time(&'a str),
}

impl<'a> Cell<'a> {
    /// A time that need not be known.
    pub(crate) fn time(time: &'a Option<String>) -> Self {
        Self::Time(time.as_deref().unwrap_or_default())
    }

    /// A name of the JSON, and what it means in words.
    pub(crate) fn word(name: impl Into<Cow<'a, str>>, said: String) -> Self {
        Self::Word(name.into(), said)
    }

    /// As it is.
    pub(super) fn exact(&self) -> &str {
        match self {
            Self::Text(text) | Self::Word(text, _) => text,
            Self::Time(time) => time,
        }
    }

    /// As people read it.
    pub(super) fn readable(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Word(_, said) => Cow::Borrowed(said),
            Self::Time(time) => minutes(time),
        }
    }
}

/// "2026-11-22T07:56:02.53Z" as "2026-11-22 07:56 UTC"; anything else as it is.
pub(crate) fn minutes(time: &str) -> Cow<'_, str> {
    match (time.get(..10), time.get(10..11), time.get(11..16)) {
        (Some(day), Some("T"), Some(minute)) if time.ends_with('Z') => {
            Cow::Owned(format!("{day} {minute} UTC"))
        }
        _ => Cow::Borrowed(time),
    }
}

impl<'a> From<&'a String> for Cell<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<&'a Option<String>> for Cell<'a> {
    fn from(text: &'a Option<String>) -> Self {
        Self::from(text.as_deref().unwrap_or_default())
    }
}

impl From<Option<String>> for Cell<'_> {
    fn from(text: Option<String>) -> Self {
        Self::from(text.unwrap_or_default())
    }
}

impl From<u32> for Cell<'_> {
    fn from(number: u32) -> Self {
        Self::from(number.to_string())
    }
}

impl From<Option<u32>> for Cell<'_> {
    fn from(number: Option<u32>) -> Self {
        number.map_or_else(|| Self::from(""), Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_read_minutes_and_spreadsheets_the_exact_time() {
        let exact = Some("2026-11-22T07:56:02.531198468Z".to_owned());
        let cell = Cell::time(&exact);
        assert_eq!(cell.readable(), "2026-11-22 07:56 UTC");
        assert_eq!(
            cell.exact(),
            "2026-11-22T07:56:02.531198468Z",
            "nothing is lost"
        );
        assert_eq!(Cell::time(&None).readable(), "", "no time is no text");
        assert_eq!(
            minutes("山山山山T"),
            "山山山山T",
            "what is no time stays as it is"
        );
    }
}
