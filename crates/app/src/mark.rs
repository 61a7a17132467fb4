//! What stands for a picture: initials on a colour that stays the same.

/// How many colours the interface has for marks.
const COLOURS: u32 = 8;

/// Which colour an id has, 0 to 7: the same in every program, at every start.
pub(crate) fn colour(id: &str) -> u8 {
    // FNV-1a: the standard library's hashes promise no stability.
    let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    u8::try_from((hash ^ (hash >> 16)) % COLOURS).unwrap_or_default()
}

/// Up to two letters: of the first and of the last word that begin with one. An address stands for
/// itself without its host.
pub(crate) fn initials(name: &str) -> String {
    let name = name.split_once('@').map_or(name, |(local, _)| local);
    let mut letters = name
        .split(|c: char| c.is_whitespace() || matches!(c, '.' | '_' | '-' | '+'))
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = letters.next();
    let last = letters.next_back();
    let letters: String = first
        .into_iter()
        .chain(last)
        .flat_map(char::to_uppercase)
        .collect();
    if letters.is_empty() {
        "?".to_owned()
    } else {
        letters
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_of_the_first_and_the_last_word() {
        for (name, expected) in [
            ("Ana Ruiz", "AR"),
            ("Ana María de la Cruz", "AC"),
            ("Ana", "A"),
            ("ana.ruiz@example.com", "AR"),
            ("élodie örn", "ÉÖ"),
            ("山田 太郎", "山太"),
            ("محمد علي", "مع"),
            ("\"Ana\" (Ops)", "AO"),
            ("\u{200b}", "?"),
            ("", "?"),
        ] {
            assert_eq!(initials(name), expected, "{name:?}");
        }
    }

    #[test]
    fn a_colour_stays_the_same_and_all_are_used() {
        assert_eq!(colour("2819c223"), colour("2819c223"));
        let used: std::collections::BTreeSet<u8> = (0..200)
            .map(|number| colour(&format!("user-{number}")))
            .collect();
        assert_eq!(
            used.into_iter().collect::<Vec<_>>(),
            (0..8).collect::<Vec<u8>>()
        );
    }
}
