//! What a text must be like before it is kept.

use rollcall_model::is_visible;
use rollcall_scim::{Resource, ScimError, ScimType};
use serde_json::Value;

/// The longest display name of a user, in characters.
pub(crate) const LONGEST_DISPLAY_NAME: usize = 256;

/// How much of what a client sent an error repeats, in characters.
const REPEATED: usize = 64;

/// A text of the resource, held to these rules: one line, something to see, not too long.
///
/// # Errors
///
/// `invalidValue`, with the attribute's name.
pub(super) fn line(
    resource: &Resource,
    attribute: &str,
    longest: usize,
) -> Result<Option<String>, ScimError> {
    let Some(text) = resource.get(attribute).and_then(Value::as_str) else {
        return Ok(None);
    };
    check(text, attribute, longest)?;
    Ok(Some(text.to_owned()))
}

/// Holds a text to the rules.
///
/// # Errors
///
/// `invalidValue`, with the attribute's name.
pub(crate) fn check(text: &str, attribute: &str, longest: usize) -> Result<(), ScimError> {
    let refuse = |what: String| Err(ScimError::of(ScimType::InvalidValue, what));
    if text.chars().count() > longest {
        return refuse(format!("{attribute} is longer than {longest} characters."));
    }
    if text.chars().any(char::is_control) {
        return refuse(format!(
            "{attribute} holds a line break or another control character."
        ));
    }
    if !text.chars().any(is_visible) {
        return refuse(format!("{attribute} holds nothing that can be seen."));
    }
    Ok(())
}

/// A text of several lines, held to the same rules but for the line breaks, which come out as one kind.
///
/// # Errors
///
/// `invalidValue`, with the attribute's name.
pub(super) fn lines(text: &str, attribute: &str, longest: usize) -> Result<String, ScimError> {
    let text = text.replace("\r\n", "\n");
    let in_one = text.replace('\n', " ");
    if in_one.chars().any(char::is_control) {
        let message = format!("{attribute} holds a control character that is no line break.");
        return Err(ScimError::of(ScimType::InvalidValue, message));
    }
    check(&in_one, attribute, longest)?;
    Ok(text)
}

/// A text that came from outside, cut short, for an error's sentence.
pub(super) fn quoted(text: &str) -> String {
    let mut short: String = text
        .chars()
        .take(REPEATED)
        .filter(|c| !c.is_control())
        .collect();
    if text.chars().nth(REPEATED).is_some() {
        short.push('…');
    }
    format!("\"{short}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_any_script_is_kept() {
        for name in [
            "Ada",
            "Žofie Černá",
            "山田太郎",
            "محمد",
            "👩🏽‍💻",
            "x".repeat(256).as_str(),
        ] {
            assert!(
                check(name, "displayName", 256).is_ok(),
                "{name:?} is a name"
            );
        }
    }

    #[test]
    fn a_text_that_nobody_can_see_is_refused() {
        for name in [
            "",
            " ",
            "\u{200b}\u{200d}",
            "\u{202e}",
            "a\nb",
            "\u{1b}[31m",
            "a\0",
        ] {
            let refused = check(name, "displayName", 256).unwrap_err();
            assert!(
                refused.detail.contains("displayName"),
                "the sentence names the attribute"
            );
        }
        assert!(
            check(&"x".repeat(257), "displayName", 256).is_err(),
            "a name has an end"
        );
    }
}
