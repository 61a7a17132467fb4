//! The text of the notices: each licence once, below what is under it.

use std::collections::{BTreeMap, BTreeSet};

const RULE: &str =
    "================================================================================";

/// What a program is made of, by the words of its licence: how they are set differs from crate to crate.
#[derive(Default)]
pub(super) struct Notices {
    licenses: BTreeMap<String, Under>,
}

/// What shares one text.
#[derive(Default)]
struct Under {
    text: String,
    ids: BTreeSet<String>,
    parts: BTreeSet<String>,
}

impl Notices {
    /// Adds a part, the SPDX identifier of its licence, and the text that came with it.
    pub(super) fn add(&mut self, id: &str, text: &str, part: String) {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let under = self.licenses.entry(words).or_default();
        if under.text.is_empty() {
            let lines = text.lines().map(str::trim_end);
            under.text = lines.collect::<Vec<_>>().join("\n");
        }
        under.ids.insert(id.to_owned());
        under.parts.insert(part);
    }

    /// The notices of a program, the same for the same parts.
    pub(super) fn of(&self, program: &str) -> String {
        let mut text = format!(
            "{program} contains the work of others. Here is what, and under which licence.\n\n\
             The source of a crate is at https://crates.io/crates/NAME/VERSION, that of a package of npm at\n\
             https://www.npmjs.com/package/NAME/v/VERSION.\n"
        );
        let mut licenses: Vec<_> = self.licenses.values().collect();
        licenses.sort_by_key(|under| (&under.ids, &under.parts));
        for under in licenses {
            let ids: Vec<_> = under.ids.iter().map(String::as_str).collect();
            text += &format!("\n{RULE}\n{}\n\n", ids.join(", "));
            for part in &under.parts {
                text += &format!("  {part}\n");
            }
            text += &format!("\n{}\n", under.text.trim_matches('\n'));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shares_a_text_stands_above_it_once() {
        let mut notices = Notices::default();
        notices.add("MIT", "MIT, by Ana\r\n", "parser 2.0.0".to_owned());
        notices.add("MIT", "MIT, by Bo\n", "lexer 1.0.0".to_owned());
        notices.add("MIT", "  MIT,\n  by Ana", "page 1.1.0 (npm)".to_owned());
        // A text of several licences is asked for under each.
        notices.add("Zlib", "MIT, by Bo", "lexer 1.0.0".to_owned());
        let text = notices.of("rollcall");
        let (_, listed) = text.split_once(RULE).unwrap();
        assert_eq!(
            listed,
            format!(
                "\nMIT\n\n  page 1.1.0 (npm)\n  parser 2.0.0\n\nMIT, by Ana\n\n\
                 {RULE}\nMIT, Zlib\n\n  lexer 1.0.0\n\nMIT, by Bo\n"
            )
        );
    }
}
