//! A user's profile as somebody typed it: the display name, and where the picture is.

use rollcall_language::say;
use url::Url;

use crate::{Failure, invitees};

/// The longest address of a picture that servers keep, in bytes.
const LONGEST_ADDRESS: usize = 2_048;

/// Reads a display name; empty for none.
///
/// # Errors
/// `name_invalid`, with the cure.
pub(crate) fn display_name(text: &str) -> Result<String, Failure> {
    let name = invitees::name(text).map_err(|failure| failure.on_field("displayName"))?;
    Ok(name.unwrap_or_default())
}

/// Reads the address of a picture; `None` for none.
///
/// # Errors
/// `picture_invalid`, with the cure.
pub(crate) fn picture(text: &str) -> Result<Option<String>, Failure> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let refuse = |why: String| {
        let message = format!("{why} {}", say!("picture-cure"));
        Err(Failure::new("picture_invalid", message).on_field("picture"))
    };
    if text.len() > LONGEST_ADDRESS {
        return refuse(say!("picture-too-long", most = LONGEST_ADDRESS));
    }
    if text.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return refuse(say!("picture-space"));
    }
    let Ok(url) = Url::parse(text) else {
        return refuse(say!("picture-no-address"));
    };
    if url.scheme() != "https" {
        return refuse(say!("picture-no-https"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return refuse(say!("picture-secret"));
    }
    if url.as_str().len() > LONGEST_ADDRESS {
        return refuse(say!("picture-too-long-encoded", most = LONGEST_ADDRESS));
    }
    Ok(Some(url.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_picture_is_https_without_a_secret() {
        assert_eq!(
            picture(" https://example.com/a.png?size=96 ").unwrap(),
            Some("https://example.com/a.png?size=96".to_owned())
        );
        assert_eq!(picture(" ").unwrap(), None, "an empty field asks for none");
        let long = format!("https://example.com/{}", "a".repeat(2_048));
        let grows = format!("https://example.com/{}", "é".repeat(1_000));
        for bad in [
            "http://example.com/a.png",
            "javascript:alert(1)",
            "data:image/png;base64,AAAA",
            "file:///etc/passwd",
            "https://",
            "https://ana@example.com/a.png",
            "https://ana:secret@example.com/a.png",
            "https://example.com/a\tb.png",
            "https://example.com/a b.png",
            "example.com/a.png",
            &long,
            &grows,
        ] {
            let refused = picture(bad).unwrap_err();
            assert_eq!(
                (refused.code.as_str(), refused.field.as_deref()),
                ("picture_invalid", Some("picture")),
                "{bad:.40} is refused with the field and the cure"
            );
        }
    }

    #[test]
    fn a_display_name_is_told_by_its_own_field() {
        assert_eq!(display_name(" Ana Ruiz ").unwrap(), "Ana Ruiz");
        assert_eq!(
            display_name("").unwrap(),
            "",
            "an empty field asks for none"
        );
        let refused = display_name("\u{200b}").unwrap_err();
        assert_eq!(refused.field.as_deref(), Some("displayName"));
    }
}
