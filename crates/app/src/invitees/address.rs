//! One e-mail address as somebody typed it: in its one form, or the rule that it breaks.

use email_address::{EmailAddress, Error, Options};
use rollcall_language::say;
use rollcall_model::is_visible;
use unicode_normalization::UnicodeNormalization;

/// The longest address that mail servers take, in bytes: a path of 256 with its two brackets
/// (RFC 5321, section 4.5.3.1.3).
const LONGEST: usize = 254;
/// Longer than any address whose letters are apart from their accents: not looked at further.
const HOPELESS: usize = 8 * LONGEST;

/// The address without the white space around it and in Unicode's composed form, letters and case as
/// they were typed. `Err` is a sentence that names the cure.
pub(super) fn read(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.len() > HOPELESS {
        return Err(too_long());
    }
    let address: String = text.nfc().collect();
    if address.is_empty() {
        return Err(say!("address-missing"));
    }
    if address.len() > LONGEST {
        return Err(too_long());
    }
    if address.contains(char::REPLACEMENT_CHARACTER) {
        return Err(say!("address-unreadable"));
    }
    let hidden = |character: &char| *character != ' ' && !is_visible(*character);
    if let Some(hidden) = address.chars().find(hidden) {
        let number = format!("{:04X}", u32::from(hidden));
        return Err(say!("address-unseen", number = number));
    }
    if is_several(&address) {
        return Err(say!("address-several"));
    }
    let options = Options::default()
        .with_required_tld()
        .without_display_text()
        .without_domain_literal();
    let parsed =
        EmailAddress::parse_with_options(&address, options).map_err(|error| sentence(&error))?;
    if idna::domain_to_ascii_strict(parsed.domain()).is_err() {
        return Err(say!("address-no-domain", domain = parsed.domain()));
    }
    Ok(address)
}

fn too_long() -> String {
    say!("address-too-long", most = LONGEST)
}

fn is_several(address: &str) -> bool {
    !address.starts_with('"')
        && address
            .split([',', ';', ' ', '|'])
            .filter(|part| part.contains('@'))
            .count()
            > 1
}

fn sentence(error: &Error) -> String {
    match error {
        Error::MissingSeparator => say!("address-no-at"),
        Error::LocalPartEmpty => say!("address-nothing-before"),
        Error::LocalPartTooLong => say!("address-before-too-long"),
        Error::DomainEmpty => say!("address-nothing-after"),
        Error::DomainTooFew => say!("address-no-dot"),
        Error::SubDomainEmpty => say!("address-dots"),
        Error::SubDomainTooLong | Error::DomainTooLong => say!("address-part-too-long"),
        Error::UnsupportedDomainLiteral => say!("address-number"),
        _ => say!("address-sign"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_what_was_typed() {
        for (typed, kept) in [
            ("ana@example.com", "ana@example.com"),
            ("  Ana.Ruiz+hr@Example.COM\u{a0}", "Ana.Ruiz+hr@Example.COM"),
            ("\"ana ruiz\"@example.com", "\"ana ruiz\"@example.com"),
            ("o'brien@example.com", "o'brien@example.com"),
            ("zoë@münchen.example", "zoë@münchen.example"),
            ("zoe\u{308}@example.com", "zoë@example.com"),
            // Cyrillic а: another address than the one it looks like, and never taken for it.
            ("\u{430}na@example.com", "\u{430}na@example.com"),
            ("用户@例子.公司", "用户@例子.公司"),
        ] {
            assert_eq!(
                read(typed).as_deref(),
                Ok(kept),
                "only the form changes, never a letter"
            );
        }
    }

    #[test]
    fn what_is_no_address_is_told_with_the_rule_that_it_breaks() {
        let long = format!("{}@{}.example", "a".repeat(64), "b".repeat(248));
        for (typed, told) in [
            ("", "No e-mail address"),
            (" \t", "No e-mail address"),
            ("ana.example.com", "no @"),
            ("@example.com", "before the @"),
            ("ana@", "after the @"),
            ("ana@localhost", "no dot"),
            ("ana@example..com", "two in a row"),
            ("ana@.example.com", "dot"),
            ("ana@[127.0.0.1]", "number"),
            ("ana ruiz@example.com", "space"),
            ("ana@exa mple.com", "space"),
            ("ana@@example.com", "sign"),
            ("<ana@example.com>", "sign"),
            ("ana@example.com, ben@example.com", "Several"),
            ("ana@example.com ben@example.com", "Several"),
            ("ana@foo_bar.example", "not a domain name"),
            ("ana@-foo.example", "sign"),
            ("ana@xn--a.example", "not a domain name"),
            ("a\u{200b}na@example.com", "U+200B"),
            ("ana\u{202e}@example.com", "U+202E"),
            ("ana\0@example.com", "U+0000"),
            ("ana\n@example.com", "U+000A"),
            ("an\u{fffd}@example.com", "could not be read"),
            (&long, "too long"),
            (&"x".repeat(1_000_000), "too long"),
            (
                &format!("{}@example.com", "a".repeat(65)),
                "before the @ is too long",
            ),
        ] {
            let refused = read(typed).expect_err(typed);
            assert!(
                refused.contains(told),
                "the sentence says what to mend: {typed:.40} was told {refused}"
            );
        }
    }
}
