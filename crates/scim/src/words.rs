//! Words that somebody else chose, made safe to stand in a line of ours.

/// The words as one line without control characters and without those that turn the direction of the
/// text around them, at most `longest` characters of it; `None` when nothing is left.
#[must_use]
pub fn one_line(words: &str, longest: usize) -> Option<String> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let safe: String = words
        .chars()
        .filter(|c| !is_unsafe(*c))
        .take(longest)
        .collect();
    (!safe.is_empty()).then_some(safe)
}

fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
