//! JSON for programs, a record a line. It is ASCII wherever a terminal could be steered by it.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use super::is_deceptive;

/// Writes a value on one line.
///
/// # Errors
/// When it can't be written.
pub fn write_json(to: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    value
        .serialize(&mut Serializer::with_formatter(to, Quiet))
        .map_err(io::Error::from)
}

/// Writes the beginning of an object: the fields of `head`, then the list `name`, still empty.
///
/// # Errors
/// When it can't be written.
pub fn open_list(to: &mut impl Write, name: &str, head: &impl Serialize) -> io::Result<()> {
    let mut object = Vec::new();
    write_json(&mut object, head)?;
    // `head` is a struct, so this is an object; its closing brace comes after the list.
    object.pop();
    if object.len() > 1 {
        object.push(b',');
    }
    to.write_all(&object)?;
    write_json(to, &name)?;
    to.write_all(b":[")
}

/// Escapes what serde_json leaves as it is, and a terminal may obey: C1 controls, bidi overrides.
struct Quiet;

impl Formatter for Quiet {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        to: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(is_deceptive) {
            let (plain, from) = rest.split_at(at);
            to.write_all(plain.as_bytes())?;
            let mut characters = from.chars();
            if let Some(character) = characters.next() {
                let mut units = [0; 2];
                for unit in character.encode_utf16(&mut units) {
                    write!(to, "\\u{unit:04x}")?;
                }
            }
            rest = characters.as_str();
        }
        to.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_reaches_a_terminal_and_everything_reads_back() {
        let name = "\u{1b}[1m \u{9b}2J \u{202e}x \u{2028} é \"\\ 山 \n";
        let mut written = Vec::new();
        write_json(&mut written, &name).unwrap();
        let written = String::from_utf8(written).unwrap();
        assert!(
            !written.contains(is_deceptive),
            "{written:?} carries no control character"
        );
        assert_eq!(
            serde_json::from_str::<String>(&written).unwrap(),
            name,
            "nothing is lost"
        );
    }
}
