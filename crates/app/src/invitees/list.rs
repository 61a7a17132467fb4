//! A list of addresses as people paste it: any separators, `Name <address>` too.

use std::ops::Range;

use super::{Line, MOST, Written, line};

/// Every address of the list; those of one line more than [`MOST`] at most.
pub(super) fn read(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    for (number, row) in (1..).zip(text.lines()) {
        lines.extend(entries(row).into_iter().map(|entry| line(number, entry)));
        if lines.len() > MOST {
            break;
        }
    }
    lines
}

/// The entries of one line.
fn entries(row: &str) -> Vec<Written> {
    let pieces = split(row, is_separator);
    let mut entries = Vec::new();
    let mut left = pieces.as_slice();
    while let [first, after @ ..] = left
        && entries.len() <= MOST
    {
        let is_name = |piece: &Range<usize>| !text(row, piece).contains(['@', '<']);
        let (piece, rest) = match after {
            // "Ruiz, Ana <ana@example.com>": the comma belongs to the name.
            [second, rest @ ..]
                if is_name(first)
                    && row
                        .get(first.end..)
                        .is_some_and(|next| next.trim_start().starts_with(','))
                    && text(row, second).contains('<') =>
            {
                (first.start..second.end, rest)
            }
            rest => (first.clone(), rest),
        };
        read_piece(text(row, &piece), &mut entries);
        left = rest;
    }
    entries
}

/// Reads what stands between two separators: people with brackets around their address, then
/// people without.
fn read_piece(piece: &str, into: &mut Vec<Written>) {
    let mut left = piece;
    while let Some((bracket, _)) = outside(left).find(|(_, letter)| *letter == '<') {
        let (before, after) = left.split_at(bracket);
        let after = after.strip_prefix('<').unwrap_or(after);
        let (address, rest) = after.split_once('>').unwrap_or((after, ""));
        let words = split(before, char::is_whitespace);
        let has_address = |word: &Range<usize>| text(before, word).contains('@');
        // An address alone is what some programs write for a name.
        let others = match words.iter().rposition(has_address) {
            Some(last) if words.len() > 1 => words.get(last).map_or(0, |word| word.end),
            _ => 0,
        };
        let (others, name) = before.split_at(others);
        read_words(others, into);
        into.push(Written {
            address: address.trim().to_owned(),
            name: unquoted(name),
            ..Written::default()
        });
        left = rest;
    }
    read_words(left, into);
}

/// Reads words: an address each, with the name in other words before it, or after the only one.
fn read_words(piece: &str, into: &mut Vec<Written>) {
    let first = into.len();
    let mut name_from: Option<usize> = None;
    for word in split(piece, char::is_whitespace) {
        if into.len() > MOST {
            return;
        }
        if text(piece, &word).contains('@') {
            let name = name_from
                .take()
                .map_or("", |from| text(piece, &(from..word.start)));
            into.push(Written {
                address: text(piece, &word).to_owned(),
                name: unquoted(name),
                ..Written::default()
            });
        } else {
            name_from.get_or_insert(word.start);
        }
    }
    let Some(rest) = name_from.and_then(|from| piece.get(from..)) else {
        return;
    };
    match into.get_mut(first..) {
        Some([only]) if only.name.is_empty() => only.name = unquoted(rest),
        _ => into.push(Written::only(rest)),
    }
}

fn is_separator(letter: char) -> bool {
    matches!(letter, ',' | ';' | '\t' | '|' | '，' | '；' | '、')
}

/// The parts between separators that stand outside of quotes and brackets, without the white space
/// around them; none is empty.
fn split(whole: &str, is_separator: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let ends = outside(whole)
        .filter(|(_, letter)| is_separator(*letter))
        .map(|(at, letter)| (at, at + letter.len_utf8()))
        .chain([(whole.len(), whole.len())]);
    for (end, next) in ends {
        let part = text(whole, &(start..end));
        let from = start + (part.len() - part.trim_start().len());
        let part = part.trim();
        if !part.is_empty() {
            parts.push(from..from + part.len());
        }
        start = next;
    }
    parts
}

/// The characters outside of quotes and brackets, what opens them included. What is never closed
/// opens nothing.
fn outside(whole: &str) -> impl Iterator<Item = (usize, char)> {
    let last_of = |letter| whole.rfind(letter).unwrap_or_default();
    let (last_quote, last_bracket) = (last_of('"'), last_of('>'));
    let mut inside: Option<char> = None;
    let mut is_escaped = false;
    whole.char_indices().filter(move |(at, letter)| {
        let Some(end) = inside else {
            inside = match letter {
                '"' if *at < last_quote => Some('"'),
                '<' if *at < last_bracket => Some('>'),
                _ => None,
            };
            return true;
        };
        if is_escaped {
            is_escaped = false;
        } else if end == '"' && *letter == '\\' {
            is_escaped = true;
        } else if *letter == end {
            inside = None;
        }
        false
    })
}

fn text<'t>(whole: &'t str, part: &Range<usize>) -> &'t str {
    whole.get(part.clone()).unwrap_or_default()
}

/// A name without the quotes around it; what has no letter (a bullet) is no name.
fn unquoted(name: &str) -> String {
    let name = name.trim();
    if !name.contains(|letter: char| letter.is_alphabetic() || letter == '@') {
        return String::new();
    }
    match name
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
    {
        Some(inner) => inner.replace("\\\"", "\"").replace("\\\\", "\\"),
        None => name.to_owned(),
    }
}
