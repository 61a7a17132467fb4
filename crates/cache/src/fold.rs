//! Folding text for search and for sorting, so that *Muller* finds *Müller* and *i* finds *İ*.

use unicode_normalization::UnicodeNormalization;

/// Folds case, accents, compatibility forms (ligatures, full width) and the letters that differ from
/// a Latin one by a stroke. Control characters become spaces, and invisible ones go: what is left has
/// neither a line break nor a NUL in it. Two texts that are equal without case fold to the same.
#[must_use]
pub fn fold(text: &str) -> String {
    if text
        .bytes()
        .all(|byte| byte == b' ' || byte.is_ascii_graphic())
    {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for decomposed in text.nfkd() {
        for letter in decomposed.to_lowercase() {
            match letter {
                _ if is_accent(letter) || is_invisible(letter) => {}
                _ if letter.is_control() || letter.is_whitespace() => folded.push(' '),
                'ß' => folded.push_str("ss"),
                'æ' => folded.push_str("ae"),
                'œ' => folded.push_str("oe"),
                'þ' => folded.push_str("th"),
                'ı' => folded.push('i'),
                'ø' => folded.push('o'),
                'ł' => folded.push('l'),
                'đ' | 'ð' => folded.push('d'),
                'ħ' => folded.push('h'),
                'ŧ' => folded.push('t'),
                'ς' => folded.push('σ'),
                _ => folded.push(letter),
            }
        }
    }
    folded
}

/// Marks that people leave out when they type: Latin, Greek and Cyrillic accents, Hebrew and Arabic
/// points. Vowel signs of other scripts are letters to those who read them, and stay.
fn is_accent(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'
        | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
        | '\u{670}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}')
}

/// Characters without a shape: joiners, direction marks, variation selectors.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_finds_what_is_written() {
        for (written, typed) in [
            ("Müller", "muller"),
            ("MU\u{308}LLER", "muller"),
            ("Łukasz Żółć", "lukasz zolc"),
            ("Straße", "strasse"),
            ("STRAẞE", "strasse"),
            ("İstanbul", "istanbul"),
            ("ISPARTA", "isparta"),
            ("Diyarbakır", "diyarbakir"),
            ("Søren Ærø", "soren aero"),
            ("Þór Đặng", "thor dang"),
            ("ﬁnance", "finance"),
            ("ＡＢＣ", "abc"),
            ("Ολυμπος", "ολυμποσ"),
            ("Йёлкин", "иелкин"),
            ("שָׁלוֹם", "שלום"),
            ("مُحَمَّد", "محمد"),
            ("Ana\u{200d}\u{202e}Ruiz", "anaruiz"),
            ("tab\there\nand\u{0}there", "tab here and there"),
            ("ana+x@example.org", "ana+x@example.org"),
        ] {
            assert_eq!(fold(written), typed, "{written:?}");
        }
    }

    #[test]
    fn marks_that_carry_meaning_stay() {
        assert_ne!(
            fold("が"),
            fold("か"),
            "a voiced syllable is another syllable"
        );
        assert_ne!(fold("कि"), fold("क"), "a vowel sign is a letter");
    }

    #[test]
    fn a_thousand_combining_marks_fold_away() {
        assert_eq!(fold(&format!("a{}b", "\u{301}".repeat(1000))), "ab");
    }

    proptest::proptest! {
        #[test]
        fn texts_equal_without_case_fold_to_the_same(text in "\\PC{0,20}") {
            proptest::prop_assert_eq!(fold(&text), fold(&text.to_lowercase()));
        }

        #[test]
        fn nothing_folded_holds_a_separator(text in proptest::prelude::any::<String>()) {
            proptest::prop_assert!(!fold(&text).contains(['\n', '\0']));
        }
    }
}
